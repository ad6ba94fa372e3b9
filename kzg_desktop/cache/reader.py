"""The reading side of the cache: one thread, the driver itself, no SQLAlchemy (it would double the start-up)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlcipher3 import dbapi2

from kzg_desktop.cache.layout import SMALL, SQL_HEAD, Position
from kzg_desktop.cache.sqlite import connect, store_errors
from kzg_desktop.cache.worker import Worker
from kzg_desktop.domain.entities import Versioned

__all__ = ["Reader", "Rows", "load_rows", "position", "revision", "verify"]

T = TypeVar("T")
Rows = dict[str, dict[str, Versioned]]
"""Rows by entity and id."""

CACHE_KB = 16_384
STEPS_BETWEEN_LOOKS = 20_000
"""How often SQLite asks whether the answer is still wanted, in steps of its machine (about 1 ms)."""


class Reader:
    """Runs questions on a thread of its own, one after another.

    A question whose awaiting task is cancelled stops at once, so a newer search need not wait for an older one.
    """

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path = path
        self._key = key
        self._worker = Worker("cache-reader")
        self._connection: dbapi2.Connection | None = None
        self._current: _Question | None = None

    async def read(self, ask: Callable[[dbapi2.Connection], T]) -> T:
        """Return what *ask* finds out.

        Raises:
            StoreError: the file cannot be read.
        """
        question = _Question()
        try:
            return await self._worker.run(self._answer, ask, question)
        except asyncio.CancelledError:
            question.dropped = True
            raise

    async def with_file_closed(self, work: Callable[[], T]) -> T:
        """Return what *work* returns, run while nothing here holds the file; the next question opens it again."""

        def closed() -> T:
            self._close()
            return work()

        return await self._worker.run(closed)

    async def close(self) -> None:
        """Close the file and end the thread."""
        await self._worker.run(self._close)
        await self._worker.close()

    def _answer(self, ask: Callable[[dbapi2.Connection], T], question: _Question) -> T:
        self._current = question
        with store_errors():
            if self._connection is None:
                self._connection = self._open()
            return ask(self._connection)

    def _open(self) -> dbapi2.Connection:
        connection = connect(self._path, self._key, cache_kb=CACHE_KB)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA query_only = ON")
        connection.set_progress_handler(self._dropped, STEPS_BETWEEN_LOOKS)
        return connection

    def _dropped(self) -> bool:
        return self._current is not None and self._current.dropped

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Question:
    def __init__(self) -> None:
        self.dropped = False


def revision(connection: dbapi2.Connection) -> str | None:
    """Return the migration that the file is at, or None if it was never set up."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if known is None:
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return found[0] if found is not None else None


def position(connection: dbapi2.Connection) -> Position | None:
    """Return how far the cache is, or None if it was never filled."""
    found = connection.execute(SQL_HEAD).fetchone()
    if found is None:
        return None
    cursor, seq, acked, protocol, stale = found
    return Position(cursor, seq, acked, protocol, bool(stale))


def load_rows(connection: dbapi2.Connection) -> Rows:
    """Return all rows of the entities that are few."""
    rows: Rows = {}
    for entity, kind in SMALL.items():
        decoder = msgspec.json.Decoder(kind)
        found = connection.execute(f"SELECT rev, body FROM {entity}").fetchall()  # noqa: S608 -- only names of our own are put in
        values = [Versioned(rev, decoder.decode(body)) for rev, body in found]
        rows[entity] = {value.row.id: value for value in values}
    return rows


def verify(connection: dbapi2.Connection) -> list[str]:
    """Return what is wrong with the whole file, as SQLite words it; nothing for a healthy one. Reads all of it."""
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    tables = connection.execute("PRAGMA quick_check").fetchall()
    return [text for (text,) in (*pages, *tables) if text != "ok"]
