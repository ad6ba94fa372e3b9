"""All applications in an order that no index has: gathered by value, and their numbers sorted here.

SQLite sorts whole records, which takes three times as long for so many; numbers alone, which come in long runs, are
sorted in a few milliseconds. Little is decoded or sorted at a time, so that a window that runs beside it goes on.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import msgspec
from sqlcipher3 import dbapi2

from kzg_desktop.cache.applicant_query import Asked, some_of
from kzg_desktop.cache.overlay import SQL_CHANGED
from kzg_desktop.domain.states import STEPS
from kzg_desktop.hiring_services import Order

__all__ = ["decoded", "gathered", "is_gathered"]

_SLICE = 120_000
"""Characters of JSON that are decoded at a time: about 1 ms, for which nothing else can run."""
_PIECE = 16_384
"""Numbers that are sorted, or texts that are read, at a time: 1 to 3 ms."""

_Groups: TypeAlias = dict[str, list[int]]
"""Numbers by value, in no order."""

_ALL = "SELECT json_group_array(n) FROM application INDEXED BY application_broadcast"
_STATES = "SELECT status, json_group_array(n) FROM application INDEXED BY application_status GROUP BY status"
_BROADCASTS = "SELECT DISTINCT broadcast_id FROM tally"
_AGES = (
    "SELECT json_group_array(age_band), json_group_array(n) FROM application INDEXED BY application_received"
    " WHERE broadcast_id = ?"
)
_TITLES = (
    "SELECT json_group_array(job_title), json_group_array(n), max(n) FROM"
    " (SELECT job_title, n FROM application NOT INDEXED WHERE n > ? ORDER BY n LIMIT ?)"
)

_numbers = msgspec.json.Decoder(list[int])
_texts = msgspec.json.Decoder(list[str])


def is_gathered(asked: Asked) -> bool:
    """Whether all applications are asked for in one of these orders."""
    return asked.whole and asked.query.view == "all" and asked.query.order in {*_GATHER, *_SOME}


def gathered(connection: dbapi2.Connection, asked: Asked, over: bool) -> array[int]:
    """Return the numbers of all applications in the order asked for; *over* the overlay that is laid."""
    gather = _GATHER.get(asked.query.order)
    if gather is None:
        return _some_first(connection, asked, over)
    groups = gather(connection)
    if over:
        _lay_over(connection, groups, asked)
    descending, found = asked.query.descending, array("q")
    for value in _in_order(groups, asked):
        found.extend(_sorted(groups[value], descending=descending))
    return found


def decoded(text: str) -> Iterator[list[int]]:
    """Yield the numbers of a JSON array, so many at a time that a window does not notice."""
    begin, end = 1, len(text) - 1
    while begin < end:
        cut = text.find(",", begin + _SLICE, end)
        upto = end if cut < 0 else cut
        yield _numbers.decode(f"[{text[begin:upto]}]")
        begin = upto + 1


# What has no value: everything but the few or many that an index has in order


def _some_first(connection: dbapi2.Connection, asked: Asked, over: bool) -> array[int]:
    """Return those that have something there, from their index, and then all others."""
    sql = f"SELECT json_group_array(n) FROM ({some_of(asked).statement(asked, over)})"  # noqa: S608 -- names of our own
    found: array[int] = array("q", _flat(connection.execute(sql, asked.parameters).fetchone()[0]))
    some = set(found)
    others = [n for n in _flat(connection.execute(_ALL).fetchone()[0]) if n not in some]
    found.extend(_sorted(others, descending=asked.query.descending))
    return found


# Few values


def _by_status(connection: dbapi2.Connection) -> _Groups:
    return {status: _flat(text) for status, text in connection.execute(_STATES)}


def _by_age(connection: dbapi2.Connection) -> _Groups:
    broadcasts = connection.execute(_BROADCASTS).fetchall()
    return _gather(connection.execute(_AGES, broadcast).fetchone() for broadcast in broadcasts)


def _by_title(connection: dbapi2.Connection) -> _Groups:
    return _gather(_titles(connection))


def _titles(connection: dbapi2.Connection) -> Iterator[tuple[str, str]]:
    after: int | None = -(2**63)
    while after is not None:
        titles, numbers, after = connection.execute(_TITLES, (after, _PIECE)).fetchone()
        yield titles, numbers


def _gather(pairs: Iterable[tuple[str, str]]) -> _Groups:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for values, numbers in pairs:
        for value, number in zip(_texts.decode(values), _numbers.decode(numbers), strict=True):
            groups[value].append(number)
    return groups


def _lay_over(connection: dbapi2.Connection, groups: _Groups, asked: Asked) -> None:
    """Have what unconfirmed actions changed where it belongs now."""
    column = asked.query.order
    sql = f"SELECT a.n, a.{column} FROM temp.changed AS a WHERE {SQL_CHANGED}"  # noqa: S608 -- names of our own
    changed = dict(connection.execute(sql).fetchall())
    for value, numbers in groups.items():
        groups[value] = [n for n in numbers if n not in changed]
    for number, value in changed.items():
        groups.setdefault(value, []).append(number)


def _in_order(groups: _Groups, asked: Asked) -> Sequence[str]:
    """Return the values in the order asked for; an empty one comes last, whatever the direction."""
    descending = asked.query.descending
    if asked.query.order == "status":
        ranks = {status: rank for rank, status in enumerate(STEPS)}
        return sorted(groups, key=lambda status: ranks.get(status, len(ranks)), reverse=descending)
    values = sorted(filter(None, groups), reverse=descending)
    return [*values, ""] if "" in groups else values


_GATHER: dict[Order, Callable[[dbapi2.Connection], _Groups]] = {
    "status": _by_status,
    "age_band": _by_age,
    "job_title": _by_title,
}
_SOME: frozenset[Order] = frozenset({"owner", "called_at", "appointment_at"})


def _flat(text: str) -> list[int]:
    whole: list[int] = []
    for numbers in decoded(text):
        whole.extend(numbers)
    return whole


def _sorted(numbers: list[int], *, descending: bool) -> list[int]:
    """Return them sorted: first in pieces, so that the whole then takes little more than a walk through them."""
    whole: list[int] = []
    for begin in range(0, len(numbers), _PIECE):
        whole.extend(sorted(numbers[begin : begin + _PIECE]))
    whole.sort()
    if descending:
        whole.reverse()
    return whole
