"""Questions about applications, straight to SQLite: which match, what they hold, how many there are."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from kzg_desktop.cache.application_rows import SQL_FIELDS, application_from
from kzg_desktop.cache.layout import SQL_HAYSTACK
from kzg_desktop.cache.overlay import SQL_CHANGED, SQL_UNCHANGED
from kzg_desktop.cache.search import match_of, words_of
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.services import MOST_BACKLOG, Backlog, FeedCounts, FeedQuery

__all__ = ["backlog", "feed_counts", "feed_ids", "feed_rows", "versioned_applications"]

_BACKLOG = (
    "SELECT count(*) FROM (SELECT 1 FROM application INDEXED BY application_waiting"
    " WHERE status IN ('new', 'contacting') AND broadcast_id = :broadcast_id{} LIMIT :most)"
)

CHUNK = 16_384
"""Numbers a step: SQLite gathers them in one call without the interpreter, and decoding them takes about 1 ms."""

_FILTERS = ("broadcast_id", "job_id", "channel")
_MOVED = (
    "SELECT below.job_id, a.job_id FROM temp.changed AS a JOIN application AS below ON below.n = a.n"
    " WHERE a.broadcast_id = ? AND below.job_id <> a.job_id"
)
_numbers = msgspec.json.Decoder(list[int])


def feed_ids(
    connection: dbapi2.Connection, query: FeedQuery, after: int = 0, limit: int = 0, over: bool = False
) -> array[int]:
    """Return the numbers that match, greatest first; only those above *after*, at most *limit* if not 0.

    *over*: as the overlay has it that is laid.
    """
    if query == FeedQuery():
        return _all_ids(connection, after, limit)
    # What no action changes needs no second look.
    return _ids(connection, _matching(query, over=over and bool(query.job_id or query.text)), after, limit)


def _ids(connection: dbapi2.Connection, matching: tuple[str, dict[str, Any]], after: int, limit: int) -> array[int]:
    sql, fixed = matching
    found: array[int] = array("q")
    before = 2**63 - 1
    while True:
        size = min(CHUNK, limit - len(found)) if limit else CHUNK
        row = connection.execute(sql, {**fixed, "after": after, "before": before, "size": size}).fetchone()
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
    sql = f"SELECT {SQL_FIELDS} FROM application WHERE n IN (SELECT value FROM json_each(?))"  # noqa: S608 -- only names of our own are put in
    rows = connection.execute(sql, (msgspec.json.encode(list(numbers)).decode(),)).fetchall()
    by_number = {row.n: row for row in map(application_from, rows)}
    return [by_number[number] for number in numbers if number in by_number]


def versioned_applications(connection: dbapi2.Connection, ids: Iterable[str]) -> dict[str, Versioned]:
    """Return those of the applications that are there, with their revisions, by id."""
    sql = f"SELECT rev, {SQL_FIELDS} FROM application WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 -- only names of our own are put in
    rows = connection.execute(sql, (msgspec.json.encode(list(ids)).decode(),)).fetchall()
    found = [Versioned(rev, application_from(fields)) for rev, *fields in rows]
    return {one.row.id: one for one in found}


def feed_counts(connection: dbapi2.Connection, broadcast_id: str, since_minute: int, over: bool = False) -> FeedCounts:
    """Return the broadcast's figures, none of which needs a look at every row; *over* as for :func:`feed_ids`."""
    rows = connection.execute(
        "SELECT job_id, applications, repeats FROM tally WHERE broadcast_id = ? AND applications > 0", (broadcast_id,)
    ).fetchall()
    per_minute = connection.execute(
        "SELECT received_at / 60000, count(*) FROM application WHERE broadcast_id = ? AND received_at >= ? GROUP BY 1",
        (broadcast_id, since_minute * 60_000),
    ).fetchall()
    by_job = Counter({job_id: count for job_id, count, _ in rows})
    for before, after in connection.execute(_MOVED, (broadcast_id,)).fetchall() if over else ():
        by_job.subtract([before])
        by_job.update([after])
    return FeedCounts(
        total=sum(count for _, count, _ in rows),
        repeats=sum(repeats for _, _, repeats in rows),
        by_job=dict(+by_job),
        per_minute=dict(per_minute),
    )


def backlog(connection: dbapi2.Connection, broadcast_id: str, now: int) -> Backlog:
    """Return how many of the broadcast's applications wait for a call, and how many of them for too long."""
    waiting, overdue = (
        connection.execute(_BACKLOG.format(due), {"broadcast_id": broadcast_id, "now": now, "most": MOST_BACKLOG})
        for due in ("", " AND due_at BETWEEN 1 AND :now")
    )
    return Backlog(waiting.fetchone()[0], overdue.fetchone()[0])


def _matching(query: FeedQuery, *, without_broadcast: bool = False, over: bool = False) -> tuple[str, dict[str, Any]]:
    """Return the statement for one chunk and the parameters that all chunks share.

    Leads of other platforms may be of no broadcast; *without_broadcast* asks for those.
    """
    words = words_of(query.text)
    parameters = {name: value for name in _FILTERS if (value := getattr(query, name))}
    conditions = [f"a.{name} = :{name}" for name in parameters]
    if without_broadcast:
        conditions.append("a.broadcast_id = ''")
    for number, word in enumerate(words):
        conditions.append(f"instr({SQL_HAYSTACK}, :word{number})")
        parameters[f"word{number}"] = word
    source, key, matches = "application AS a", "a.n", []
    if words:
        source, key = "search AS s CROSS JOIN application AS a ON a.n = s.rowid", "s.rowid"
        matches = ["s.search MATCH :match"]
        parameters["match"] = match_of(words)
    if over:
        matches.append(f"{key} {SQL_UNCHANGED}")
    chunk = _chunk(source, key, [*matches, *conditions])
    if over:
        chunk += f" UNION ALL {_chunk('temp.changed AS a', 'a.n', [*conditions, SQL_CHANGED])}"
    ordered = f"{chunk} ORDER BY n DESC LIMIT :size"
    return f"SELECT json_group_array(n) FROM ({ordered})", parameters  # noqa: S608 -- only names of our own are put in


def _chunk(source: str, key: str, conditions: list[str]) -> str:
    where = " AND ".join([*conditions, f"{key} > :after", f"{key} < :before"])
    return f"SELECT {key} AS n FROM {source} WHERE {where}"  # noqa: S608 -- only names of our own are put in
