"""A cache file with its writer, driven without a loop, and everything in it as one comparable value."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.layout import SMALL, Position
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.cache.writer import Writer
from kzg_desktop.wire import PROTOCOL, ChangePage

TABLES = ("head", "application", "tally", *SMALL, "search_data", "search_idx")


def build(path: Path, key: bytes | None = None, cursor: str = "c0") -> None:
    """Make an empty cache."""
    fresh = FreshCache(path, key)
    fresh.begin()
    fresh.finish(Position(cursor, 0, 0, PROTOCOL))


def back_to_0001(path: Path, key: bytes) -> None:
    """Make a cache what a version without vacancies and as-run log would have made of the same pages."""
    with closing(connect(path, key)) as connection:
        connection.executescript("DROP TABLE vacancy; DROP TABLE air_event;")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")


class Store:
    def __init__(self, path: Path, key: bytes | None = None) -> None:
        build(path, key)
        self.path = path
        self.key = key
        self.writer = Writer(path, key)

    def apply(self, page: ChangePage) -> Applied | None:
        return self.writer._apply(page)

    def close(self) -> None:
        self.writer._close()
        self.writer._worker._executor.shutdown()

    def dump(self, *tables: str) -> dict[str, list[Any]]:
        """Return the rows of the tables, of all of them by default."""
        connection = connect(self.path, self.key)
        try:
            return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables or TABLES}
        finally:
            connection.close()
