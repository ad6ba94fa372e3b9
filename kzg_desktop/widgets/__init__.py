"""Widgets that know Qt and domain values, and nothing of the application around them."""
