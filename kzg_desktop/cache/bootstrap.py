"""Building a cache from nothing, beside the old one, as fast as the disk takes it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert
from sqlalchemy.dialects import sqlite

from kzg_desktop.cache.application_rows import application_row
from kzg_desktop.cache.apply import set_position
from kzg_desktop.cache.database import engine_for, written
from kzg_desktop.cache.decode import ApplicationPage, SmallPage, history_row, searched_row, small_row
from kzg_desktop.cache.files import discard
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.migrate import upgrade
from kzg_desktop.cache.schema import application, history, small, tally
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.errors import StoreFull

__all__ = ["FreshCache"]

_EXTRAS = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
_INDEX_ROW = "INSERT INTO search (rowid, tokens) VALUES (?, ?)"
# FTS5 by itself merges little for long and then hundreds of pages within one commit, which a new row would wait for.
# From here on the writer merges a few pages after each commit. https://www.sqlite.org/fts5.html#automerge
_MERGE_WHEN_TOLD = "INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 256)"
_INSERT = {name: str(insert(table).compile(dialect=sqlite.dialect())) for name, table in small.items()}
_INSERT_APPLICATION = str(insert(application).compile(dialect=sqlite.dialect()))
_INSERT_HISTORY = str(insert(history).compile(dialect=sqlite.dialect()))
_INSERT_TALLY = str(insert(tally).compile(dialect=sqlite.dialect()))


class FreshCache:
    """A new cache file at *path*, filled in one transaction without a journal.

    Whatever goes wrong, the file is worth nothing and the old one is as it was. Not for two threads at once.

    Raises:
        StoreError: by every method, when the file cannot be written.
    """

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path = path
        self._engine = engine_for(path, key, create=True)
        self._connection: Connection | None = None
        self._extras: list[str] = []
        self._tally: Counter[tuple[str, str, bool]] = Counter()

    def begin(self) -> None:
        """Create the file with its tables; indexes and triggers come at the end, for all rows at once."""
        discard(self._path)
        with written():
            self._connection = connection = self._engine.connect()
            raw = connection.connection.driver_connection
            assert raw is not None
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
                raw.execute(f"PRAGMA {pragma}")
            connection.begin()
            upgrade(connection)
            for kind, name, sql in connection.exec_driver_sql(_EXTRAS).all():
                connection.exec_driver_sql(f"DROP {kind} {name}")
                self._extras.append(sql)

    def add(self, page: ApplicationPage | SmallPage) -> int:
        """Insert the rows of a page and return how many they are."""
        if isinstance(page, SmallPage) and page.entity == HistoryEntry.entity:
            self._insert(_INSERT_HISTORY, [history_row(item.rev, item.scope, item.data) for item in page.items])
        elif isinstance(page, SmallPage):
            rows = [small_row(item.id, item.rev, item.scope, item.data) for item in page.items]
            self._insert(_INSERT[page.entity], rows)
        else:
            applications = [application_row(item.data, item.rev, item.scope) for item in page.items]
            self._insert(_INSERT_APPLICATION, applications)
            self._tally.update((i.data.broadcast_id, i.data.job_id, i.data.repeat) for i in page.items)
            self._insert(_INDEX_ROW, [searched_row(item.data) for item in page.items])
        return len(page.items)

    def finish(self, position: Position) -> None:
        """Build the indexes and make the file last."""
        with written():
            connection = self._open()
            for sql in self._extras:
                connection.exec_driver_sql(sql)
            connection.exec_driver_sql(_MERGE_WHEN_TOLD)
            self._insert(_INSERT_TALLY, self._tallied())
            set_position(connection, position)
            connection.commit()
        self.close()
        try:
            with self._path.open("rb+") as file:
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreFull(str(error)) from error

    def close(self) -> None:
        """Close the file, finished or not."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _tallied(self) -> list[tuple[str, str, int, int]]:
        keys = {(broadcast_id, job_id) for broadcast_id, job_id, _ in self._tally}
        return [(*key, self._tally[*key, False] + self._tally[*key, True], self._tally[*key, True]) for key in keys]

    def _insert(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            with written():
                self._open().exec_driver_sql(sql, rows)

    def _open(self) -> Connection:
        assert self._connection is not None, "begin() comes first"
        return self._connection
