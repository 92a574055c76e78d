"""The smallest app that Streamlit can serve: the yardstick for first paint and reruns."""

import streamlit as st

choice = st.selectbox("choice", ["one", "two"])
st.html(f"<p id='choice'>{choice}</p>")
