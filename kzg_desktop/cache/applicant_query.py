"""A query of HR's as SQL: what it asks of a row, and how SQLite best finds the rows.

The views are those of :func:`kzg_desktop.domain.views.in_view`. Where an index holds all that a question needs, it is
named, since SQLite would guess: a walk through the wide rows of a large cache takes half a second, and picking many of
them one by one takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.cache.layout import SQL_HAYSTACK
from kzg_desktop.cache.overlay import SQL_CHANGED, SQL_UNCHANGED
from kzg_desktop.cache.search import match_of, words_of
from kzg_desktop.domain.states import CLOSED, STEPS
from kzg_desktop.domain.views import View
from kzg_desktop.hiring_services import ApplicantQuery

__all__ = [
    "BY_STATUS",
    "INDEXED_VIEWS",
    "SQL_CALLED_AT",
    "Asked",
    "Part",
    "are_few",
    "parts_of",
    "quoted",
    "some_of",
    "view_conditions",
]

SQL_CALLED_AT = "CASE handling WHEN '' THEN 0 ELSE coalesce(json_extract(handling, '$.called_at'), 0) END"
"""When an applicant was called last. An index holds it, so that a column of its own, which every row would have to
carry, is not needed."""

FEW = 10_000
"""So many rows are picked one by one sooner than all are walked through."""

_AROUND_INTERVIEW = ("interview_booked", "no_show", "interviewed")

BY_STATUS: dict[View, tuple[str, ...]] = {
    "to_call": ("new", "contacting"),
    "unreachable": ("unreachable",),
    "considering": ("reached", "considering"),
    "interviews": _AROUND_INTERVIEW,
    "starting": ("passed",),
    "employed": ("hired",),
    "quarantined": ("invalid",),
    "closed": tuple(sorted(CLOSED - {"invalid"})),
}
"""The views that are about the state alone."""

INDEXED_VIEWS: dict[View, str] = {"mine": "application_owner", "interviews_today": "application_appointment"}
"""The views whose few rows an index of their own has."""

_RANKS = " ".join(f"WHEN '{status}' THEN {rank}" for rank, status in enumerate(STEPS))
_KEYS = {"called_at": SQL_CALLED_AT, "status": f"CASE a.status {_RANKS} ELSE {len(STEPS)} END"}
_NOTHING = dict.fromkeys(("due_at", "called_at", "appointment_at"), "0") | dict.fromkeys(
    ("name", "job_title", "city", "age_band", "owner"), "''"
)
"""What a column holds where there is nothing to order by."""

_FILTERS = ("job_id", "employer_id", "city", "status", "channel", "broadcast_id", "segment_id", "owner")
_FILTERED = {
    "person_ids": "application_person",
    "job_id": "application_job",
    "broadcast_id": "application_broadcast",
    "employer_id": "application_scope",
    "owner": "application_owner",
}
"""Filters that leave few rows, the strictest first, and their indexes."""

_ALWAYS = {"received_at": "application_received"}
_IN_ORDER = {"due_at": "application_due", "name": "application_name", "city": "application_city"}
_SOME = {"owner": "application_owner", "appointment_at": "application_appointment", "called_at": "application_called"}
"""Indexes of the rows that have something there."""

_MEANT = {"owner": "a.owner <> ''", "appointment_at": "a.appointment_at > 0", "called_at": "a.handling <> ''"}
"""What has to be said for SQLite to see that an index of some rows has all that are asked for."""

_SAID = {
    "application_owner": (_MEANT["owner"],),
    "application_appointment": (_MEANT["appointment_at"],),
    "application_scope": ("a.scope = :employer_id",),
}


class Asked:
    """A query: what it asks of a row ``a``, and how the answer is ordered."""

    def __init__(self, query: ApplicantQuery) -> None:
        self.query = query
        self.key = _KEYS.get(query.order, f"a.{query.order}")
        self.nothing = _NOTHING.get(query.order)
        self.direction = "DESC" if query.descending else "ASC"
        self.words = words_of(query.text)
        begins, ends = query.moment.today
        self.parameters: dict[str, Any] = {
            **{name: getattr(query, name) for name in _FILTERS},
            **{f"word{number}": word for number, word in enumerate(self.words)},
            "match": match_of(self.words),
            "persons": msgspec.json.encode(query.person_ids).decode(),
            "me": query.moment.me,
            "now": query.moment.now,
            "begins": begins,
            "ends": ends,
        }
        self.conditions = [f"a.{name} = :{name}" for name in _FILTERS if getattr(query, name)]
        if query.person_ids:
            self.conditions.append("a.person_id IN (SELECT value FROM json_each(:persons))")
        self.whole = not self.conditions and not self.words
        self.conditions += view_conditions(query.view)
        self.conditions += [f"instr({SQL_HAYSTACK}, :word{number})" for number in range(len(self.words))]

    @property
    def statuses(self) -> tuple[str, ...]:
        """The states that are asked for, none if any will do."""
        if self.query.status:
            return (self.query.status,) if self.query.status in STEPS else ()
        return BY_STATUS.get(self.query.view, ())

    @property
    def index(self) -> str:
        """The index of a filter that leaves few rows, the strictest one, or "" if there is none."""
        filtered = next((index for name, index in _FILTERED.items() if getattr(self.query, name)), "")
        return filtered or INDEXED_VIEWS.get(self.query.view, "")


class Part(Struct, frozen=True, kw_only=True):
    """A part of an answer, from *source* as far as it is cached.

    *conditions* are further ones for all rows, *cached* for cached rows only. *sorted_out*: rows with nothing to order
    by are among the others, and have to come last.
    """

    source: str
    conditions: tuple[str, ...] = ()
    cached: tuple[str, ...] = ()
    sorted_out: bool = False

    def statement(self, asked: Asked, over: bool) -> str:
        """Return the statement that finds the part."""
        unchanged = [f"a.n {SQL_UNCHANGED}"] if over else []
        cached = [*asked.conditions, *(self.cached or self.conditions), *unchanged]
        found = self._select(asked, self.source, cached)
        if over:
            changed = [*asked.conditions, *self.conditions, SQL_CHANGED]
            found += f" UNION ALL {self._select(asked, 'temp.changed AS a', changed)}"
        first = "e, " if self.sorted_out else ""
        return f"{found} ORDER BY {first}k {asked.direction}, n {asked.direction}"

    def _select(self, asked: Asked, source: str, conditions: list[str]) -> str:
        key = asked.key
        last = f", {key} = {asked.nothing} AS e" if self.sorted_out else ""
        return f"SELECT a.n AS n, {key} AS k{last} FROM {source} WHERE {' AND '.join(conditions) or 'TRUE'}"  # noqa: S608 -- names of our own


def parts_of(connection: dbapi2.Connection, asked: Asked) -> list[Part]:
    """Return the parts of the answer in their order."""
    indexed = _indexed(asked)
    if indexed:
        return indexed
    source, cached = _source(connection, asked)
    return [Part(source=source, cached=cached, sorted_out=asked.nothing is not None)]


def _indexed(asked: Asked) -> list[Part]:
    """Return the parts of an answer that indexes have in its order, none if there is no such index."""
    query = asked.query
    if asked.whole and query.view == "all":
        return _of_all(asked)
    if asked.whole and query.order == "due_at" and query.view == "due":
        return [Part(source=_by("application_due"))]
    if asked.whole and query.order == "due_at" and query.view in BY_STATUS:
        return _filled_and_empty(asked, _by("application_status"))
    return []


def _of_all(asked: Asked) -> list[Part]:
    order = asked.query.order
    if order in _ALWAYS:
        return [Part(source=_by(_ALWAYS[order]))]
    return _filled_and_empty(asked, _by(_IN_ORDER[order])) if order in _IN_ORDER else []


def some_of(asked: Asked) -> Part:
    """Return the part that has something in the column, which an index has; the rows themselves stay alone."""
    order = asked.query.order
    filled = f"{asked.key} > {asked.nothing}"
    return Part(source=_by(_SOME[order]), conditions=(filled,), cached=(_MEANT[order], filled))


def _filled_and_empty(asked: Asked, source: str) -> list[Part]:
    """Ask an index twice: it has the rows with nothing to order by at its beginning, and they come last."""
    filled, empty = f"{asked.key} > {asked.nothing}", f"{asked.key} = {asked.nothing}"
    return [Part(source=source, conditions=(filled,)), Part(source=source, conditions=(empty,))]


def _source(connection: dbapi2.Connection, asked: Asked) -> tuple[str, tuple[str, ...]]:
    """Return from what the cached rows are best read, and what has to be said for that."""
    if asked.words:
        return "search AS s CROSS JOIN application AS a ON a.n = s.rowid", ("s.search MATCH :match",)
    index = asked.index
    if index:
        return _by(index), _SAID.get(index, ())
    if asked.statuses and are_few(connection, asked.statuses):
        return _by("application_status"), (f"a.status IN ({quoted(asked.statuses)})",)
    return "application AS a NOT INDEXED", ()


def are_few(connection: dbapi2.Connection, statuses: Sequence[str]) -> bool:
    """Whether so few applications are in these states that they are picked one by one."""
    some = (
        "SELECT 1 FROM application INDEXED BY application_status"
        " WHERE status IN (SELECT value FROM json_each(?)) LIMIT ?"
    )
    counted = f"SELECT count(*) FROM ({some})"  # noqa: S608 -- names of our own
    parameters = (msgspec.json.encode(list(statuses)).decode(), FEW + 1)
    found: int = connection.execute(counted, parameters).fetchone()[0]
    return found <= FEW


def view_conditions(view: View) -> list[str]:
    """Return what a view asks of a row."""
    if view in BY_STATUS:
        return [f"a.status IN ({quoted(BY_STATUS[view])})"]
    conditions: dict[View, list[str]] = {
        "mine": ["a.owner = :me", "a.owner <> ''", f"a.status NOT IN ({quoted(sorted(CLOSED))})"],
        "due": ["a.due_at > 0", "a.due_at <= :now"],
        "interviews_today": [
            "a.appointment_at > 0",
            "a.appointment_at >= :begins",
            "a.appointment_at < :ends",
            f"a.status IN ({quoted(_AROUND_INTERVIEW)})",
        ],
    }
    return conditions.get(view, [])


def quoted(statuses: Iterable[str]) -> str:
    """Return the states as SQL lists them."""
    return ", ".join(f"'{status}'" for status in statuses)


def _by(index: str) -> str:
    return f"application AS a INDEXED BY {index}"
