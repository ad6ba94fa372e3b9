"""Runs migrations on the connection that :func:`kzg_desktop.cache.migrate.upgrade` hands over."""

from __future__ import annotations

from alembic import context

from kzg_desktop.cache.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
