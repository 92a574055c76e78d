"""Filters and the store as frames."""
