"""What Alembic runs: the migrations on the connection that the hub hands over."""

from __future__ import annotations

from alembic import context

from kzg_desktop.hub.tables import metadata

__all__: list[str] = []

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
