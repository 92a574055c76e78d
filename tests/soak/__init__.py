"""Tests that take many minutes: make soak."""
