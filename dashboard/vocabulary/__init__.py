"""The closed word lists and typed access to them."""
