"""Measures the product on any file or folder of the benchmark forms."""
