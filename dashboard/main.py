"""The frame of every page: Streamlit's navigation over pages/, whichever address a visitor comes in by."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.errors import StoreError
from dashboard.ui.answers import freeze_imports
from dashboard.ui.frame import broken_store
from dashboard.ui.views import VIEWS

PAGES = Path(__file__).resolve().parents[1] / "pages"


def main() -> None:
    """Runs the page that the address names."""
    pages = [
        st.Page(PAGES / f"{view.key}.py", title=view.title, url_path=view.path or None, default=not view.path)
        for view in VIEWS
    ]
    chosen = st.navigation(pages, position="hidden")
    st.set_page_config(page_title=f"{chosen.title} · Chancery", layout="wide", initial_sidebar_state="collapsed")
    freeze_imports()
    try:
        chosen.run()
    except StoreError as error:
        broken_store(str(error))


main()
