"""Tests follow the tree of the product."""
