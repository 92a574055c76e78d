"""The outside world as articles."""
