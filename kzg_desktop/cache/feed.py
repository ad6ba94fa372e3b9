"""Questions about applications, straight to SQLite: which match, what they hold, how many there are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from kzg_desktop.cache.layout import APPLICATION_FIELDS, SQL_HAYSTACK
from kzg_desktop.cache.search import match_of, words_of
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.services import FeedCounts, FeedQuery

__all__ = ["feed_counts", "feed_ids", "feed_rows", "versioned_applications"]

CHUNK = 16_384
"""Numbers a step: SQLite gathers them in one call without the interpreter, and decoding them takes about 1 ms."""

_FIELDS = ", ".join(APPLICATION_FIELDS)
_handling = msgspec.json.Decoder(Handling)
_numbers = msgspec.json.Decoder(list[int])


def feed_ids(connection: dbapi2.Connection, query: FeedQuery, after: int = 0, limit: int = 0) -> array[int]:
    """Return the numbers that match, greatest first; only those above *after*, at most *limit* if not 0."""
    if query == FeedQuery():
        return _all_ids(connection, after, limit)
    return _ids(connection, _matching(query), after, limit)


def _ids(connection: dbapi2.Connection, matching: tuple[str, list[Any]], after: int, limit: int) -> array[int]:
    sql, fixed = matching
    found: array[int] = array("q")
    before = 2**63 - 1
    while True:
        size = min(CHUNK, limit - len(found)) if limit else CHUNK
        row = connection.execute(sql, (*fixed, after, before, size)).fetchone()
        chunk = _numbers.decode(row[0])
        found.extend(chunk)
        if len(chunk) < size or len(found) == limit:
            return found
        before = chunk[-1]


def _all_ids(connection: dbapi2.Connection, after: int, limit: int) -> array[int]:
    """Return all numbers, broadcast by broadcast from an index: walking the wide rows takes three times as long."""
    broadcasts = connection.execute("SELECT DISTINCT broadcast_id FROM tally").fetchall()
    found: list[int] = []
    for (broadcast_id,) in broadcasts:
        matching = _matching(FeedQuery(broadcast_id=broadcast_id), without_broadcast=not broadcast_id)
        found += _ids(connection, matching, after, limit)
    found.sort(reverse=True)
    return array("q", found[:limit] if limit else found)


def feed_rows(connection: dbapi2.Connection, numbers: Sequence[int]) -> list[Application]:
    """Return the applications with those numbers, in that order; missing ones are left out."""
    sql = f"SELECT {_FIELDS} FROM application WHERE n IN (SELECT value FROM json_each(?))"  # noqa: S608 -- only names of our own are put in
    rows = connection.execute(sql, (msgspec.json.encode(list(numbers)).decode(),)).fetchall()
    by_number = {row.n: row for row in map(_application, rows)}
    return [by_number[number] for number in numbers if number in by_number]


def versioned_applications(connection: dbapi2.Connection, ids: Iterable[str]) -> dict[str, Versioned]:
    """Return those of the applications that are there, with their revisions, by id."""
    sql = f"SELECT rev, {_FIELDS} FROM application WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 -- only names of our own are put in
    rows = connection.execute(sql, (msgspec.json.encode(list(ids)).decode(),)).fetchall()
    found = [Versioned(rev, _application(fields)) for rev, *fields in rows]
    return {one.row.id: one for one in found}


def feed_counts(connection: dbapi2.Connection, broadcast_id: str, since_minute: int) -> FeedCounts:
    """Return the broadcast's figures, none of which needs a look at every row."""
    by_job = connection.execute(
        "SELECT job_id, applications, repeats FROM tally WHERE broadcast_id = ? AND applications > 0", (broadcast_id,)
    ).fetchall()
    per_minute = connection.execute(
        "SELECT received_at / 60000, count(*) FROM application WHERE broadcast_id = ? AND received_at >= ? GROUP BY 1",
        (broadcast_id, since_minute * 60_000),
    ).fetchall()
    return FeedCounts(
        total=sum(count for _, count, _ in by_job),
        repeats=sum(repeats for _, _, repeats in by_job),
        by_job={job_id: count for job_id, count, _ in by_job},
        per_minute=dict(per_minute),
    )


def _matching(query: FeedQuery, *, without_broadcast: bool = False) -> tuple[str, list[Any]]:
    """Return the statement for one chunk and the parameters that all chunks share.

    Leads of other platforms may be of no broadcast; *without_broadcast* asks for those.
    """
    source, conditions, parameters = "application AS a", [], []
    words = words_of(query.text)
    if words:
        source = "search AS s CROSS JOIN application AS a ON a.n = s.rowid"
        conditions.append("s.search MATCH ?")
        parameters.append(match_of(words))
    for column, value in (
        ("broadcast_id", query.broadcast_id),
        ("job_id", query.job_id),
        ("channel", query.channel),
    ):
        if value:
            conditions.append(f"a.{column} = ?")
            parameters.append(value)
    if without_broadcast:
        conditions.append("a.broadcast_id = ''")
    for word in words:
        conditions.append(f"instr({SQL_HAYSTACK}, ?)")
        parameters.append(word)
    key = "s.rowid" if words else "a.n"
    where = " AND ".join([*conditions, f"{key} > ?", f"{key} < ?"])
    chunk = f"SELECT {key} AS n FROM {source} WHERE {where} ORDER BY {key} DESC LIMIT ?"  # noqa: S608 -- only names of our own are put in
    return f"SELECT json_group_array(n) FROM ({chunk})", parameters  # noqa: S608 -- only names of our own are put in


def _application(values: Sequence[Any]) -> Application:
    fields = dict(zip(APPLICATION_FIELDS, values, strict=True))
    fields["repeat"] = bool(fields["repeat"])
    handling = fields.pop("handling")
    if handling:
        fields["handling"] = _handling.decode(handling)
    return Application(**fields)
