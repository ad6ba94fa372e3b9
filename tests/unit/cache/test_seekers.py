"""Who waits elsewhere and would fit a job: what SQL chooses is what the domain says of each row."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlcipher3 import dbapi2

from kzg_desktop.cache import applicant_query
from kzg_desktop.cache.overlay import Overlay, lay
from kzg_desktop.cache.seekers import Waiting, compared, waiting
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Application, Job, Pay, Versioned
from kzg_desktop.domain.hiring import LinkKind, PersonLink
from kzg_desktop.domain.matching import SPOKEN_FOR, WAITING, opening_of, reach_of
from kzg_desktop.domain.people import People
from kzg_desktop.domain.states import STEPS
from tests.unit.cache.samples import application, page, put
from tests.unit.cache.store import Store

TODAY = date(2026, 9, 1)
JOB = Job(
    id="j1",
    employer_id="o1",
    hiring_organization="北辰电子",
    title="装配工",
    pay=Pay(month_min_yuan=6000, month_max_yuan=7000),
    job_location="山东省潍坊市高新区",
)
OTHER = Job(id="j2", employer_id="o1", hiring_organization="北辰电子", title="质检员", pay=Pay(month_min_yuan=5000))
JOBS = {job.id: job for job in (JOB, OTHER)}
OPENING = opening_of(JOB, None)
HERE, UNSAID, NEAR, AWAY = "潍坊", "", "青岛", "天津"

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "city": st.sampled_from([HERE, "山东潍坊", UNSAID, "不限", NEAR, AWAY]),
    "status": st.sampled_from([*sorted(WAITING), *STEPS]),
    "job_id": st.sampled_from(["j1", "j2", "j2", "j2", "j3"]),
    "person_id": st.sampled_from(["", "p1", "p2", "p3", "p4", "p5", "p6"]),
}
ROWS = st.lists(st.fixed_dictionaries(FIELDS), max_size=14).map(
    lambda rows: [application(n, **fields) for n, fields in enumerate(rows, 1)]
)
CHANGED = {name: FIELDS[name] for name in ("status", "job_id")}
"""No action changes who somebody is, or where they look for work."""
CHANGES = st.lists(st.tuples(st.integers(1, 14), st.fixed_dictionaries(CHANGED)), max_size=4)
MEMBERS = st.sampled_from([("p1", "p2"), ("p2", "p3"), ("p1", "a3")])
LINKS = st.lists(st.tuples(st.sampled_from(["same", "together"]), MEMBERS) | st.just(("apart", ("a3",))), max_size=3)


def link(number: int, kind: LinkKind, *members: str) -> PersonLink:
    return PersonLink(id=f"l{number}", employer_id="o1", kind=kind, members=members)


def expected(rows: Sequence[Application], links: Sequence[PersonLink], most: int) -> tuple[list[int], bool]:
    """Return the numbers wanted, and whether there are more, said without SQL."""
    people = People(links)
    taken = {people.person_of(row) for row in rows if row.job_id == "j1" or row.status in SPOKEN_FOR}
    free = [
        row
        for row in rows
        if row.status in WAITING
        and row.job_id != "j1"
        and reach_of(row.city, OPENING) != "away"
        and people.person_of(row) not in taken
    ]
    nearest = ("here", "unsaid", "near")
    free.sort(key=lambda row: (nearest.index(reach_of(row.city, OPENING)), -row.n))
    return [row.n for row in free[:most]], len(free) > most


def numbers(found: Waiting) -> list[int]:
    return [row.n for row in found.rows]


@contextmanager
def cached(rows: Sequence[Application]) -> Iterator[dbapi2.Connection]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "cache.db")
        try:
            store.apply(page("c0", "c1", [put(row) for row in rows]))
            with closing(connect(store.path, None)) as connection:
                yield connection
        finally:
            store.close()


@given(ROWS, CHANGES, LINKS, st.sampled_from([0, 10_000]))
@settings(max_examples=30, deadline=None)
def test_sql_chooses_whom_the_domain_would_with_and_without_unconfirmed_actions(
    rows: list[Application], changes: list[tuple[int, dict[str, Any]]], told: list[tuple[LinkKind, Any]], few: int
) -> None:
    links = [link(number, kind, *members) for number, (kind, members) in enumerate(told)]
    changed = {n: replace(rows[n - 1], **fields) for n, fields in changes if n <= len(rows)}
    shown = [changed.get(row.n, row) for row in rows]
    with cached(rows) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(applicant_query, "FEW", few)
        found = waiting(connection, OPENING, links)
        assert expected(rows, links, 100) == (numbers(found), found.more)
        over = lay(connection, Overlay(1, tuple(Versioned(2, row) for row in changed.values())))
        assert expected(shown, links, 100)[0] == numbers(waiting(connection, OPENING, links, over))


def test_of_many_the_nearest_and_newest_are_compared_and_that_is_said() -> None:
    cities = [HERE, NEAR, UNSAID, HERE, UNSAID, NEAR, AWAY]
    rows = [application(n, job_id="j2", city=city, person_id=f"p{n}") for n, city in enumerate(cities, 1)]
    with cached(rows) as connection:
        for most, wanted, more in ((2, [4, 1], True), (3, [4, 1, 5], True), (6, [4, 1, 5, 3, 6, 2], False)):
            found = waiting(connection, OPENING, [], most=most)
            assert (wanted, more) == (numbers(found), found.more)


def test_those_who_fit_come_best_first_and_each_person_once() -> None:
    rows = (
        application(1, job_id="j2", city=NEAR, person_id="p1"),
        application(2, job_id="j2", city=HERE, person_id="p1"),
        application(3, job_id="j2", city=UNSAID, person_id="p2"),
        application(4, job_id="j9", city=NEAR, person_id="p3"),
    )
    found = Waiting(rows, {"a1": "p1", "a2": "p1", "a3": "p2", "a4": "p3"}, more=True)
    answer = compared(OPENING, found, JOBS, TODAY)
    assert [("a2", 82), ("a3", 62)] == [(one.row.id, one.fit.score) for one in answer.found]
    assert (4, True) == (answer.compared, answer.bounded)
