"""Chores of the repository: never imported by the product."""
