"""The door: Streamlit serves ``app``, which runs dashboard/main.py and our routes on one port."""

import streamlit as st

from dashboard.routes import make_middleware, make_routes

_BASE = str(st.get_option("server.baseUrlPath") or "")
app = st.App("dashboard/main.py", routes=make_routes(_BASE), middleware=make_middleware(_BASE))
