"""Streamlit's side of the pages."""
