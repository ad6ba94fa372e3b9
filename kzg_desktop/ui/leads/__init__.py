"""Importing the leads of other platforms: the window and what it needs."""
