"""Alembic's migrations of the cache."""
