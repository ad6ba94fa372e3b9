"""Alembic migrations of the hub's database; run by :func:`kzg_desktop.hub.database.migrate`."""
