"""Applications as unconfirmed actions leave them, beside the cached ones: a table of the reading connection alone.

A question that is asked over it leaves the cached rows out that it replaces. Nothing of it is ever in a file.
"""

from __future__ import annotations

from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.cache.application_rows import application_row
from kzg_desktop.cache.layout import APPLICATION_FIELDS
from kzg_desktop.domain.entities import Application, Versioned

__all__ = ["SQL_CHANGED", "SQL_UNCHANGED", "Overlay", "lay"]

_COLUMNS = ", ".join("n INTEGER PRIMARY KEY" if field == "n" else field for field in APPLICATION_FIELDS)
_INSERT = f"INSERT INTO temp.changed VALUES ({', '.join('?' * (len(APPLICATION_FIELDS) + 2))})"  # noqa: S608 -- marks
_IS_LAID = "SELECT count(*) FROM sqlite_temp_master WHERE name = 'changed'"

SQL_UNCHANGED = "NOT IN (SELECT n FROM temp.changed)"
"""What the number of a cached row must be that shows as it is."""

SQL_CHANGED = "EXISTS (SELECT 1 FROM main.application AS below WHERE below.n = a.n)"
"""What holds for a row ``a`` of the overlay that shows: one that left the cache a moment ago shows no more."""


class Overlay(Struct, frozen=True):
    """The changed applications; another *version* says that they are others."""

    version: int = 0
    rows: tuple[Versioned, ...] = ()


def lay(connection: dbapi2.Connection, overlay: Overlay) -> bool:
    """Have the table ``changed`` hold what *overlay* does, and return whether there is anything in it."""
    laid = connection.execute(_IS_LAID).fetchone()[0]
    if not laid and not overlay.rows:
        return False
    if not laid or connection.execute("SELECT version FROM temp.laid").fetchone()[0] != overlay.version:
        connection.execute("PRAGMA query_only = OFF")  # it forbids writing to temporary tables, too
        try:
            _write(connection, overlay)
        finally:
            connection.execute("PRAGMA query_only = ON")
    return bool(overlay.rows)


def _write(connection: dbapi2.Connection, overlay: Overlay) -> None:
    connection.execute("BEGIN")
    try:
        connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS changed ({_COLUMNS}, rev, scope)")
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS laid (version)")
        connection.execute("DELETE FROM temp.changed")
        connection.execute("DELETE FROM temp.laid")
        connection.execute("INSERT INTO temp.laid VALUES (?)", (overlay.version,))
        rows = [(found.row, found.rev) for found in overlay.rows]
        values = [application_row(row, rev, row.scope) for row, rev in rows if isinstance(row, Application)]
        connection.executemany(_INSERT, values)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
