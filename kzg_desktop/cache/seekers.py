"""Who waits for another job and would fit this one: candidates from SQL, nearest and newest first, then compared.

Comparing is plain Python, which runs one thread at a time: it is done in small portions, so that a window that runs
beside it goes on.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.cache.applicant_query import are_few, quoted
from kzg_desktop.cache.application_rows import SQL_FIELDS, application_from
from kzg_desktop.cache.layout import APPLICATION_FIELDS
from kzg_desktop.cache.overlay import SQL_CHANGED, SQL_UNCHANGED
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.hiring import PersonLink
from kzg_desktop.domain.matching import SPOKEN_FOR, WAITING, Opening, Reach, reach_of, seeker_of, seekers_for
from kzg_desktop.domain.people import People
from kzg_desktop.hiring_services import SeekerMatch, Seekers

__all__ = ["MOST_COMPARED", "Waiting", "compared", "waiting"]

T = TypeVar("T")

MOST_COMPARED = 5_000
"""So many are read and compared in a quarter of a second; whoever looks for people does not read more."""

_NEAREST: tuple[Reach, ...] = ("here", "unsaid", "near")
_PORTION = 40
"""Applicants that are compared in about 1 ms."""
_BREATH_S = 0.0005

_FIELDS = ", ".join(f"a.{field}" for field in APPLICATION_FIELDS)
_WAITING = f"a.status IN ({quoted(sorted(WAITING))})"
_CITIES = (
    "WITH RECURSIVE each(city) AS (SELECT min(city) FROM application"
    " UNION ALL SELECT (SELECT min(city) FROM application WHERE city > each.city) FROM each WHERE city IS NOT NULL)"
    " SELECT city FROM each WHERE city IS NOT NULL"
)
"""Each city once, by leaps through the index: a walk through all of it takes thirty times as long."""

_TAKEN = f"b.person_id = a.person_id AND (b.job_id = :job OR b.status IN ({quoted(sorted(SPOKEN_FOR))}))"
_WANTED = f"a.city IN (SELECT value FROM json_each(:cities)) AND {_WAITING} AND a.job_id <> :job"  # noqa: S608 -- names of our own
_TOLD_OF = "a.person_id IN (SELECT value FROM json_each(:linked)) OR a.id IN (SELECT value FROM json_each(:linked))"
"""Of these, SQL does not know who they are."""


class _Told(Struct, frozen=True):
    """Who is who where HR said so, and the ids of persons by phone and of applications that this is about."""

    people: People
    about: frozenset[str]


class Waiting(Struct, frozen=True):
    """Applications that wait, and who sent each (by the application's id). ``more``: there are others like them."""

    rows: tuple[Application, ...] = ()
    persons: dict[str, str] = {}
    more: bool = False


def waiting(
    connection: dbapi2.Connection,
    opening: Opening,
    links: Sequence[PersonLink],
    over: bool = False,
    most: int = MOST_COMPARED,
) -> Waiting:
    """Return at most *most* applications to other jobs that wait, those nearest to the job first, then the newest.

    Left out are persons who applied for this job, too, or have a place in sight elsewhere, and those who look for work
    in other provinces. *links* are what HR said about who is who; *over* the overlay that is laid.
    """
    told = _told(connection, links)
    rows: list[Application] = []
    places = _places(connection, opening)
    statement = _statement(over=over, few=are_few(connection, sorted(WAITING)))
    asked: dict[str, Any] = {"job": opening.id, "linked": _json(told.about)}
    for reach in _NEAREST:
        if places[reach] and len(rows) <= most:
            asked |= {"cities": _json(places[reach]), "most": most + 1 - len(rows)}
            rows += _read(connection, statement, asked)
    kept = _without_taken(connection, rows[:most], opening, told, over)
    return Waiting(tuple(kept), {row.id: told.people.person_of(row) for row in kept}, len(rows) > most)


def compared(opening: Opening, found: Waiting, jobs: Mapping[str, Job], today: date) -> Seekers:
    """Return who of those *found* would fit, the best first and each person once; *jobs* by id. Takes a while."""
    by_id = {row.id: row for row in found.rows}
    asked = (seeker_of(row, jobs.get(row.job_id)) for row in found.rows)
    fits = seekers_for(opening, _with_breaks(asked), today=today, limit=len(by_id))
    each: dict[str, SeekerMatch] = {}
    for fit in fits:
        each.setdefault(found.persons[fit.id], SeekerMatch(row=by_id[fit.id], fit=fit))
    return Seekers(found=tuple(each.values()), compared=len(by_id), bounded=found.more)


def _told(connection: dbapi2.Connection, links: Sequence[PersonLink]) -> _Told:
    said = [link for link in links if link.kind != "together"]
    members = {member for link in said for member in link.members}
    split = "SELECT person_id FROM application WHERE id IN (SELECT value FROM json_each(?)) AND person_id <> ''"
    phones = (id_ for (id_,) in connection.execute(split, (_json(members),)))  # whose others they were split off from
    return _Told(People(said), frozenset(members).union(phones))


def _with_breaks(items: Iterable[T]) -> Iterator[T]:
    for number, item in enumerate(items):
        if number % _PORTION == 0:
            time.sleep(_BREATH_S)
        yield item


def _places(connection: dbapi2.Connection, opening: Opening) -> dict[Reach, list[str]]:
    """Return what applicants wrote as their city, by how near it is."""
    places: dict[Reach, list[str]] = {"here": [], "unsaid": [], "near": [], "away": []}
    for (city,) in connection.execute(_CITIES).fetchall():
        places[reach_of(city, opening)].append(city)
    return places


def _statement(*, over: bool, few: bool) -> str:
    """Return the statement for the applications of some cities; *few*: by their states, since few wait at all."""
    conditions = f"{_WANTED} AND {_is_free(over)}"
    index = "application_status" if few else "application_city"
    found = f"SELECT {_FIELDS} FROM application AS a INDEXED BY {index} WHERE {conditions}"  # noqa: S608 -- names of our own
    if over:
        changed = f"SELECT {_FIELDS} FROM temp.changed AS a WHERE {conditions} AND {SQL_CHANGED}"  # noqa: S608 -- as above
        found = f"{found} AND a.n {SQL_UNCHANGED} UNION ALL {changed}"
    return f"{found} ORDER BY n DESC LIMIT :most"


def _is_free(over: bool) -> str:
    """Return what must hold for whoever did not apply for this job and has no place in sight."""
    taken = f"SELECT 1 FROM application AS b INDEXED BY application_person WHERE {_TAKEN}"  # noqa: S608 -- names of our own
    if over:
        taken += f" AND b.n {SQL_UNCHANGED} UNION ALL SELECT 1 FROM temp.changed AS b WHERE {_TAKEN}"  # noqa: S608 -- as above
    return f"(a.person_id = '' OR {_TOLD_OF} OR NOT EXISTS ({taken}))"


def _read(connection: dbapi2.Connection, statement: str, asked: dict[str, Any]) -> list[Application]:
    return [application_from(values) for values in connection.execute(statement, asked)]


def _without_taken(
    connection: dbapi2.Connection, rows: Sequence[Application], opening: Opening, told: _Told, over: bool
) -> list[Application]:
    """Leave out those of whom HR said who they are, where they applied here or have a place in sight."""
    asked = [row for row in rows if not told.about.isdisjoint((row.id, row.person_id))]
    if not asked:
        return list(rows)
    people = told.people
    ids = {id_ for row in asked for id_ in (row.person_id, *people.ids_of(people.person_of(row)))} - {""}
    theirs = _applications_of(connection, ids, over)
    taken = {people.person_of(one) for one in theirs if one.job_id == opening.id or one.status in SPOKEN_FOR}
    return [row for row in rows if people.person_of(row) not in taken]


def _applications_of(connection: dbapi2.Connection, ids: Iterable[str], over: bool) -> list[Application]:
    """Return the applications with these ids, and those of the persons by phone with these ids."""
    theirs = "(id IN (SELECT value FROM json_each(:ids)) OR person_id IN (SELECT value FROM json_each(:ids)))"
    sql = f"SELECT {SQL_FIELDS} FROM application WHERE {theirs}"  # noqa: S608 -- names of our own
    if over:
        changed = f"SELECT {SQL_FIELDS} FROM temp.changed AS a WHERE {theirs} AND {SQL_CHANGED}"  # noqa: S608 -- as above
        sql = f"{sql} AND n {SQL_UNCHANGED} UNION ALL {changed}"
    return _read(connection, sql, {"ids": _json(ids)})


def _json(values: Iterable[str]) -> str:
    return msgspec.json.encode(list(values)).decode()
