"""Articles as claims: pure functions over parsed passages."""
