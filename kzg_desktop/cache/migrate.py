"""Bringing a cache file to the newest schema."""

from __future__ import annotations

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from kzg_desktop.cache.database import engine_for, written

__all__ = ["migrate", "upgrade"]

_alembic = threading.Lock()
"""Alembic's ``op`` and ``context`` belong to the whole process: two threads would migrate each other's files."""


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, in the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    with _alembic:
        command.upgrade(config, "head")


def migrate(path: Path, key: bytes | None, *, create: bool = False) -> None:
    """Bring the file at *path* to the newest schema, all or nothing.

    Raises:
        StoreError: it cannot be written or read.
    """
    with written(), engine_for(path, key, create=create).begin() as connection:
        upgrade(connection)
