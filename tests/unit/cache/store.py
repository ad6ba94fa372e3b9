"""A cache file with its writer, driven without a loop, and everything in it as one comparable value."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.layout import SMALL, Position
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.cache.writer import Writer
from kzg_desktop.wire import PROTOCOL, ChangePage

NEW_TABLES = ("viewers", "card_cost", "colleague", "desk_rules", "template", "interview_slot", "person_link")
NEW_COLUMNS = ("person_id", "owner", "due_at", "appointment_at", "notes", "handling")
OLD_INDEXES = {
    "application_job": "broadcast_id, job_id",
    "application_received": "broadcast_id, received_at",
    "application_broadcast": "broadcast_id",
    "application_scope": "scope",
}
TABLES = ("head", "application", "tally", "history", *SMALL, "search_data", "search_idx")


_built: dict[tuple[bytes | None, str], bytes] = {}


def build(path: Path, key: bytes | None = None, cursor: str = "c0") -> None:
    """Make an empty cache: the first of its kind anew, which takes its time, the others by copying the first."""
    if (key, cursor) in _built:
        path.write_bytes(_built[key, cursor])
        return
    fresh = FreshCache(path, key)
    fresh.begin()
    fresh.finish(Position(cursor, 0, 0, PROTOCOL))
    _built[key, cursor] = path.read_bytes()


def back_to_0002(connection: dbapi2.Connection) -> None:
    """Make a cache what a version without an HR desk would have made of the same pages."""
    ours = (
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'application' AND name <> 'application_id'"
    )
    for (name,) in connection.execute(ours).fetchall():
        connection.execute(f"DROP INDEX {name}")
    for table in (*NEW_TABLES, "history"):
        connection.execute(f"DROP TABLE {table}")
    for column in NEW_COLUMNS:
        connection.execute(f"ALTER TABLE application DROP COLUMN {column}")
    for name, columns in OLD_INDEXES.items():
        connection.execute(f"CREATE INDEX {name} ON application ({columns})")
    connection.execute("UPDATE alembic_version SET version_num = '0002'")


def back_to_0001(path: Path, key: bytes) -> None:
    """Make a cache what a version without vacancies and as-run log would have made of the same pages."""
    with closing(connect(path, key)) as connection:
        back_to_0002(connection)
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
