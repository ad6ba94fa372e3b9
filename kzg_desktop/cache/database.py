"""The cache through SQLAlchemy, for whoever writes it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kzg_desktop.cache.sqlite import connect, store_errors, to_store_error

__all__ = ["engine_for", "written"]

CACHE_KB = 32_768


def engine_for(path: Path, key: bytes | None, *, create: bool = False) -> Engine:
    """Return an engine for the file; transactions take the write lock at once, so that none fails half-way.

    Nothing is opened yet. A connection is not pooled: closing it closes the file.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, create=create, cache_kb=CACHE_KB),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextlib.contextmanager
def written() -> Iterator[None]:
    """Turn errors of SQLAlchemy and the driver into ours.

    Raises:
        StoreError: or the one of its kinds that fits.
    """
    try:
        with store_errors():
            yield
    except DBAPIError as error:
        raise to_store_error(error.orig or error) from error
