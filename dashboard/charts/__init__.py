"""Frames as figures."""
