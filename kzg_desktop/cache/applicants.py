"""What HR asks about applications: which are in a view and in what order, how many, and what was done about them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from kzg_desktop.cache.applicant_query import BY_STATUS, INDEXED_VIEWS, Asked, parts_of, view_conditions
from kzg_desktop.cache.application_rows import SQL_FIELDS, application_from
from kzg_desktop.cache.gathered import decoded, gathered, is_gathered
from kzg_desktop.cache.overlay import SQL_CHANGED
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.domain.views import Moment, View, in_view
from kzg_desktop.hiring_services import ApplicantQuery

__all__ = [
    "applicant_ids",
    "applicant_rows",
    "cities",
    "history",
    "known_history",
    "person_applications",
    "view_counts",
]

_lines = msgspec.json.Decoder(HistoryEntry)


def applicant_ids(connection: dbapi2.Connection, query: ApplicantQuery, over: bool = False) -> array[int]:
    """Return the numbers of the applications that match, in the wanted order; *over* the overlay that is laid."""
    asked = Asked(query)
    if is_gathered(asked):
        return gathered(connection, asked, over)
    parts = [part.statement(asked, over) for part in parts_of(connection, asked)]
    sql = ", ".join(f"(SELECT json_group_array(n) FROM ({part}))" for part in parts)  # noqa: S608 -- names of our own
    found: array[int] = array("q")
    for text in connection.execute(f"SELECT {sql}", asked.parameters).fetchone():
        for numbers in decoded(text):
            found.extend(numbers)
    return found


def applicant_rows(connection: dbapi2.Connection, numbers: Sequence[int]) -> list[Versioned]:
    """Return the applications with those numbers, in that order; missing ones are left out."""
    by_number = {found.row.n: found for found in _versioned(connection, "n", numbers)}  # type: ignore[union-attr]
    return [by_number[number] for number in numbers if number in by_number]


def person_applications(connection: dbapi2.Connection, person_ids: Sequence[str]) -> list[Versioned]:
    """Return all applications of these persons, the latest first."""
    found = _versioned(connection, "person_id", [id_ for id_ in person_ids if id_])
    return sorted(found, key=lambda one: (one.row.received_at, one.row.n), reverse=True)  # type: ignore[union-attr]


def view_counts(connection: dbapi2.Connection, moment: Moment, over: bool = False) -> dict[View, int]:
    """Return how many applications are in each view."""
    with _snapshot(connection):
        counts = _counts(connection, moment)
        below, above = _changed(connection) if over else ([], [])
    for rows, sign in ((below, -1), (above, 1)):
        for row in rows:
            for view in counts:
                counts[view] += sign * in_view(view, row, moment)
    return counts


def history(connection: dbapi2.Connection, application_ids: Sequence[str]) -> list[HistoryEntry]:
    """Return what was done about these applications, oldest first."""
    sql = "SELECT body FROM history WHERE application_id IN (SELECT value FROM json_each(?)) ORDER BY at, id"
    return [_lines.decode(body) for (body,) in connection.execute(sql, (_json(application_ids),)).fetchall()]


def known_history(connection: dbapi2.Connection, ids: Iterable[str]) -> set[str]:
    """Return those of the ids that lines of histories have."""
    sql = "SELECT id FROM history WHERE id IN (SELECT value FROM json_each(?))"
    return {id_ for (id_,) in connection.execute(sql, (_json(ids),)).fetchall()}


def cities(connection: dbapi2.Connection) -> list[str]:
    """Return the cities that applications name, the most frequent first."""
    sql = (
        "SELECT city FROM application INDEXED BY application_city WHERE city <> ''"
        " GROUP BY city ORDER BY count(*) DESC, city"
    )
    return [city for (city,) in connection.execute(sql).fetchall()]


def _counts(connection: dbapi2.Connection, moment: Moment) -> dict[View, int]:
    """Count the cached rows, from indexes alone."""
    begins, ends = moment.today
    rows = connection.execute(
        "SELECT status, count(*), sum(due_at > 0 AND due_at <= ?)"
        " FROM application INDEXED BY application_status GROUP BY status",
        (moment.now,),
    ).fetchall()
    by_status = {status: count for status, count, _ in rows}
    parameters = {"me": moment.me, "begins": begins, "ends": ends}
    counts: dict[View, int] = {
        "all": sum(by_status.values()),
        "due": sum(due for _, _, due in rows),
        **{view: sum(by_status.get(status, 0) for status in statuses) for view, statuses in BY_STATUS.items()},
    }
    for view, index in INDEXED_VIEWS.items():
        where = " AND ".join(view_conditions(view))
        sql = f"SELECT count(*) FROM application AS a INDEXED BY {index} WHERE {where}"  # noqa: S608 -- names of our own
        counts[view] = connection.execute(sql, parameters).fetchone()[0]
    return counts


def _changed(connection: dbapi2.Connection) -> tuple[list[Application], list[Application]]:
    """Return the rows that the overlay replaces, and those that it puts in their place."""
    below = f"SELECT {SQL_FIELDS} FROM application WHERE n IN (SELECT n FROM temp.changed)"  # noqa: S608 -- names of our own
    above = f"SELECT {SQL_FIELDS} FROM temp.changed AS a WHERE {SQL_CHANGED}"  # noqa: S608 -- names of our own
    found = [[application_from(row) for row in connection.execute(sql).fetchall()] for sql in (below, above)]
    return found[0], found[1]


@contextmanager
def _snapshot(connection: dbapi2.Connection) -> Iterator[None]:
    """Have all questions within answered from one state of the file."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


def _versioned(connection: dbapi2.Connection, column: str, values: Sequence[Any]) -> list[Versioned]:
    sql = f"SELECT rev, {SQL_FIELDS} FROM application WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608 -- names of our own
    rows = connection.execute(sql, (_json(values),)).fetchall()
    return [Versioned(rev, application_from(fields)) for rev, *fields in rows]


def _json(values: Iterable[Any]) -> str:
    return msgspec.json.encode(list(values)).decode()
