"""The settings, a section to a module."""
