"""Frames as figures (pure)."""
