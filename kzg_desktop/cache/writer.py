"""The writing side of the cache: one thread, one transaction for each page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.apply import apply_page, merge_items
from kzg_desktop.cache.checkpoints import Checkpoints
from kzg_desktop.cache.database import engine_for, written
from kzg_desktop.cache.departed import NOTHING_DEPARTED, Departed
from kzg_desktop.cache.worker import Worker
from kzg_desktop.errors import StoreError
from kzg_desktop.wire import ChangePage, Item

__all__ = ["Writer"]

log = logging.getLogger(__name__)

T = TypeVar("T")

_MERGE = "INSERT INTO search (search, rank) VALUES ('merge', ?)"
"""The index does not merge by itself: see :mod:`kzg_desktop.cache.bootstrap`."""

_LEAST_MERGED = 8
"""Pages; what a commit of a few rows adds to the index is written some five times until it is in the largest part."""


class Writer:
    """Applies pages to the cache file; opens it at the first one.

    *on_departed* is called on the writer's thread with what is about to leave the view, before that is committed, and
    returns whether exported files hold any of it. So the cursor is never past an erasure that other files do not know
    of; where the commit fails, they learn of it twice.

    Raises:
        StoreError: by every coroutine, when the file cannot be written; then nothing has changed.
    """

    def __init__(self, path: Path, key: bytes | None, on_departed: Callable[[Departed], bool] | None = None) -> None:
        self._engine = engine_for(path, key)
        self._on_departed = on_departed
        self._connection: Connection | None = None
        self._checkpoints = Checkpoints(path, key)
        self._worker = Worker("cache-writer")

    async def run(self, work: Callable[[], T]) -> T:
        """Run something else that takes long, such as decoding, on the writer's thread."""
        return await self._worker.run(work)

    async def apply(self, page: ChangePage) -> Applied | None:
        """Apply a page and return what it changed; None, and nothing changed, if it does not begin at the cursor.

        Raises:
            UpgradeNeeded: it holds what this version does not know.
        """
        applied = await self._worker.run(self._apply, page)
        if applied is not None and page.items:
            self._worker.post(self._tidy, len(page.items))
        return applied

    async def merge(self, items: Sequence[Item]) -> Applied | None:
        """Put rows that are ahead of the log; None in a file that was never filled."""
        return await self._worker.run(self._write, lambda connection: merge_items(connection, items))

    async def mark_stale(self) -> None:
        """Note that the hub does not know the cursor any more."""
        await self._worker.run(self._write, lambda c: c.exec_driver_sql("UPDATE head SET stale = 1"))

    async def close_file(self) -> None:
        """Close the file; the next page opens it again."""
        await self._worker.run(self._close)

    async def close(self) -> None:
        """Close the file and end the thread."""
        await self.close_file()
        await self._worker.run(self._checkpoints.close)
        await self._worker.close()

    def _apply(self, page: ChangePage) -> Applied | None:
        applied = self._write(lambda connection: self._seen_off(apply_page(connection, page)))
        if applied is not None and any(item.op == "erase" for item in page.items):
            self._wipe_log()
        else:
            self._checkpoints.written(len(page.items))
        return applied

    def _seen_off(self, applied: Applied | None) -> Applied | None:
        if applied is None or self._on_departed is None or applied.departed == NOTHING_DEPARTED:
            return applied
        return replace(applied, exports=self._on_departed(applied.departed))

    def _tidy(self, rows: int) -> None:
        """Merge as much of the search index as the *rows* that were just put in call for."""
        try:
            self._write(lambda connection: connection.exec_driver_sql(_MERGE, (_LEAST_MERGED + rows // 2,)))
        except StoreError:
            log.warning("the search index stays in more parts", exc_info=True)

    def _write(self, work: Callable[[Connection], T]) -> T:
        with written():
            if self._connection is None:
                self._connection = self._open()
            connection = self._connection
            try:
                with connection.begin():
                    return work(connection)
            except DBAPIError:
                self._close()  # whatever state it is in, the next transaction begins on a fresh one
                raise

    def _open(self) -> Connection:
        connection = self._engine.connect()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA wal_autocheckpoint = 0")
        raw.execute("PRAGMA synchronous = NORMAL")  # a power cut may undo a page, which the hub sends again
        return connection

    def _wipe_log(self) -> None:
        """Empty the write-ahead log, which would keep what was erased; a reader in the way makes it wait its turn."""
        if self._connection is not None:
            raw = self._connection.connection.driver_connection
            assert raw is not None
            with written(), self._checkpoints.lock:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _close(self) -> None:
        self._checkpoints.close_file()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
