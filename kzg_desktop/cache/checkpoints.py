"""Moving the cache's write-ahead log into its database beside the writer, whose commits would wait for the disk else.

A passive checkpoint keeps nobody from reading or writing. https://www.sqlite.org/wal.html#ckpt
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from sqlcipher3 import dbapi2

from kzg_desktop.cache.sqlite import connect
from kzg_desktop.errors import StoreError

__all__ = ["Checkpoints"]

log = logging.getLogger(__name__)

ROWS_BETWEEN = 400
"""A streamed row dirties a few pages: these are some thousand, as SQLite would have it by itself."""


class Checkpoints:
    """Checkpoints of one file, on a thread of their own. Called from the writer's thread.

    ``lock``: held during each; SQLite has a second checkpoint give up at once instead of waiting for the first.
    """

    def __init__(self, path: Path, key: bytes | None) -> None:
        self.lock = threading.Lock()
        self._path = path
        self._key = key
        self._rows = 0
        self._connection: dbapi2.Connection | None = None
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="cache-checkpoint")
        self._running: Future[None] | None = None

    def written(self, rows: int) -> None:
        """So many rows were committed: begin a checkpoint if one is due and none runs."""
        self._rows += rows
        if self._rows >= ROWS_BETWEEN and (self._running is None or self._running.done()):
            self._rows = 0
            self._running = self._executor.submit(self._checkpoint)

    def close_file(self) -> None:
        """Wait for a checkpoint that runs, and close the file; the next one opens it again."""
        self._executor.submit(self._close).result()

    def close(self) -> None:
        """Close the file and end the thread."""
        self.close_file()
        self._executor.shutdown()

    def _checkpoint(self) -> None:
        try:
            with self.lock:
                if self._connection is None:
                    self._connection = connect(self._path, self._key)
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except (StoreError, dbapi2.Error):
            log.warning("the cache's log stays as long as it is", exc_info=True)
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
