"""What HR asks of the cache is what the domain says of each row."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlcipher3 import dbapi2

from kzg_desktop.cache import applicant_query, gathered
from kzg_desktop.cache.applicants import (
    applicant_ids,
    applicant_rows,
    cities,
    history,
    known_history,
    person_applications,
    view_counts,
)
from kzg_desktop.cache.feed import feed_counts, feed_ids
from kzg_desktop.cache.overlay import Overlay, lay
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import Handling, HistoryEntry
from kzg_desktop.domain.states import STEPS
from kzg_desktop.domain.views import VIEWS, Moment, in_view
from kzg_desktop.hiring_services import ORDERS, ApplicantQuery
from kzg_desktop.services import FeedQuery
from tests.fakes import NOON
from tests.unit.cache.samples import application, gone, page, put
from tests.unit.cache.store import Store

MOMENT = Moment("u1", NOON)
HOUR = 3_600_000
TIMES = st.sampled_from([0, NOON - 30 * HOUR, NOON - HOUR, NOON, NOON + 1, NOON + 12 * HOUR, NOON + 13 * HOUR])
TEXTS = st.text(st.sampled_from("王小明aB夫妻房1"), max_size=3)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "name": TEXTS,
    "city": st.sampled_from(["", "潍坊", "青岛"]),
    "job_title": TEXTS,
    "age_band": st.sampled_from(["", "18-24", "25-34"]),
    "notes": TEXTS,
    "status": st.sampled_from(list(STEPS)),
    "owner": st.sampled_from(["", "u1", "u2"]),
    "due_at": TIMES,
    "appointment_at": TIMES,
    "received_at": TIMES,
    "job_id": st.sampled_from(["j1", "j2"]),
    "broadcast_id": st.sampled_from(["", "b1", "b2"]),
    "employer_id": st.sampled_from(["o1", "o2"]),
    "segment_id": st.sampled_from(["", "s1"]),
    "channel": st.sampled_from(["form", "sheet"]),
    "person_id": st.sampled_from(["p1", "p2", "p3"]),
    "handling": st.builds(lambda at, owned: Handling(called_at=at, owned_since=owned), TIMES, TIMES),
}
ROWS = st.lists(st.fixed_dictionaries(FIELDS), max_size=14).map(
    lambda rows: [application(n, **fields) for n, fields in enumerate(rows, 1)]
)
CHANGES = st.lists(st.tuples(st.integers(1, 14), st.fixed_dictionaries(FIELDS)), max_size=4)


def optional(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Most filters are not set most of the time."""
    return st.one_of(st.just(""), st.just(""), st.just(""), values)


QUERIES = st.builds(
    ApplicantQuery,
    moment=st.just(MOMENT),
    view=st.sampled_from(VIEWS),
    text=optional(TEXTS),
    job_id=optional(FIELDS["job_id"]),
    employer_id=optional(FIELDS["employer_id"]),
    city=optional(FIELDS["city"]),
    status=optional(FIELDS["status"]),
    channel=optional(FIELDS["channel"]),
    broadcast_id=optional(FIELDS["broadcast_id"]),
    segment_id=optional(FIELDS["segment_id"]),
    owner=optional(FIELDS["owner"]),
    person_ids=st.sampled_from([(), (), ("p1",), ("p1", "p3")]),
    order=st.sampled_from(ORDERS),
    descending=st.booleans(),
)


def matches(query: ApplicantQuery, row: Application) -> bool:
    """Whether the row is asked for, said without SQL."""
    filters = ("job_id", "employer_id", "city", "status", "channel", "broadcast_id", "segment_id", "owner")
    searched = [field.lower() for field in (row.name, row.phone, row.city, row.job_title, row.notes)]
    return (
        in_view(query.view, row, query.moment)
        and all(getattr(query, name) in {"", getattr(row, name)} for name in filters)
        and (not query.person_ids or row.person_id in query.person_ids)
        and all(any(word.lower() in field for field in searched) for word in query.text.split())
    )


def value(query: ApplicantQuery, row: Application) -> Any:
    if query.order == "called_at":
        return row.handling.called_at
    return list(STEPS).index(row.status) if query.order == "status" else getattr(row, query.order)


def expected(query: ApplicantQuery, rows: list[Application]) -> list[int]:
    """Sort by Python's own order; what has nothing there comes last."""
    found = sorted(
        (row for row in rows if matches(query, row)),
        key=lambda row: (value(query, row), row.n),
        reverse=query.descending,
    )
    if query.order in {"status", "received_at"}:
        return [row.n for row in found]
    return [row.n for row in sorted(found, key=lambda row: not value(query, row))]


@contextmanager
def cached(rows: list[Application]) -> Iterator[dbapi2.Connection]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "cache.db")
        try:
            store.apply(page("c0", "c1", [put(row) for row in rows]))
            with closing(connect(store.path, None)) as connection:
                connection.execute("PRAGMA query_only = ON")
                yield connection
        finally:
            store.close()


@given(ROWS, CHANGES, st.lists(QUERIES, min_size=1, max_size=20), st.sampled_from([0, 10_000]))
@settings(max_examples=25, deadline=None)
def test_sql_and_domain_agree_on_views_filters_searches_and_orders_with_and_without_unconfirmed_actions(
    rows: list[Application], changes: list[tuple[int, dict[str, Any]]], queries: list[ApplicantQuery], few: int
) -> None:
    changed = {n: replace(rows[n - 1], **fields) for n, fields in changes if n <= len(rows)}
    with cached(rows) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(applicant_query, "FEW", few)
        for query in queries:
            assert expected(query, rows) == applicant_ids(connection, query).tolist(), query
        assert {view: sum(in_view(view, row, MOMENT) for row in rows) for view in VIEWS} == view_counts(
            connection, MOMENT
        )
        over = lay(connection, Overlay(1, tuple(Versioned(2, row) for row in changed.values())))
        assert bool(changed) == over
        shown = [changed.get(row.n, row) for row in rows]
        for query in queries:
            assert expected(query, shown) == applicant_ids(connection, query, over).tolist(), query
            feed = FeedQuery(
                job_id=query.job_id, broadcast_id=query.broadcast_id, channel=query.channel, text=query.text
            )
            asked = ApplicantQuery(
                moment=MOMENT,
                job_id=query.job_id,
                broadcast_id=query.broadcast_id,
                channel=query.channel,
                text=query.text,
            )
            numbers = [row.n for row in reversed(shown) if matches(asked, row)]
            if query.job_id or query.text.split():
                assert numbers == feed_ids(connection, feed, over=over).tolist()
        assert {view: sum(in_view(view, row, MOMENT) for row in shown) for view in VIEWS} == view_counts(
            connection, MOMENT, over
        )


def test_numbers_of_a_long_answer_come_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathered, "_SLICE", 5)
    monkeypatch.setattr(gathered, "_PIECE", 7)
    with cached([application(n) for n in range(1, 200)]) as connection:
        for order in ("received_at", "job_title", "owner"):
            query = ApplicantQuery(moment=MOMENT, order=order, descending=True)
            assert list(range(199, 0, -1)) == applicant_ids(connection, query).tolist()


@pytest.fixture
def peopled() -> Iterator[dbapi2.Connection]:
    rows = [
        application(1, person_id="p1", city="潍坊"),
        application(2, person_id="p2", city="青岛", received_at=5),
        application(3, person_id="p1", city="青岛", received_at=NOON + HOUR),
        application(4, person_id="", city=""),
    ]
    with cached(rows) as connection:
        yield connection


def test_a_persons_applications_come_latest_first(peopled: dbapi2.Connection) -> None:
    assert [3, 1, 2] == [found.row.n for found in person_applications(peopled, ["p1", "p2", ""])]  # type: ignore[union-attr]


def test_cities_come_by_how_many_name_them(peopled: dbapi2.Connection) -> None:
    assert ["青岛", "潍坊"] == cities(peopled)


def test_rows_come_in_the_order_asked_for(peopled: dbapi2.Connection) -> None:
    assert [3, 1] == [found.row.n for found in applicant_rows(peopled, [3, 99, 1])]  # type: ignore[union-attr]


def test_the_feed_of_a_job_and_its_figures_follow_a_pending_reassignment(peopled: dbapi2.Connection) -> None:
    moved = Versioned(2, replace(applicant_rows(peopled, [2])[0].row, job_id="j2", job_title="质检员"))
    over = lay(peopled, Overlay(1, (moved,)))
    assert [2] == feed_ids(peopled, FeedQuery(job_id="j2"), over=over).tolist()
    assert [4, 3, 1] == feed_ids(peopled, FeedQuery(job_id="j1"), over=over).tolist()
    assert [2] == feed_ids(peopled, FeedQuery(text="质检"), over=over).tolist()
    assert {"j1": 3, "j2": 1} == feed_counts(peopled, "b1", 0, over).by_job


def test_an_overlay_that_is_taken_away_is_gone_and_the_connection_cannot_write(peopled: dbapi2.Connection) -> None:
    row = applicant_rows(peopled, [2])[0].row
    assert lay(peopled, Overlay(1, (Versioned(2, replace(row, status="invalid")),)))
    assert not lay(peopled, Overlay(2, ()))
    assert [] == peopled.execute("SELECT * FROM temp.changed").fetchall()
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        peopled.execute("DELETE FROM application")


def line(id_: str, application_id: str, at: int, **fields: Any) -> HistoryEntry:
    return HistoryEntry(
        id=id_, application_id=application_id, employer_id="o1", kind="note", at=at, actor="u1", **fields
    )


def test_a_history_comes_oldest_first_and_goes_with_an_erasure(store: Store, reading: dbapi2.Connection) -> None:
    lines = [line("h2", "a1", 7), line("h1", "a1", 5), line("h3", "a2", 6)]
    applied = store.apply(page("c0", "c1", [put(application(1)), put(application(2)), *map(put, lines)]))
    assert applied is not None
    assert {"a1", "a2"} == applied.told
    assert ["h1", "h3", "h2"] == [one.id for one in history(reading, ["a1", "a2"])]
    assert {"h1"} == known_history(reading, ["h1", "h9"])
    applied = store.apply(page("c1", "c2", [gone("erase", "application", "a1")]))
    assert applied is not None
    assert (frozenset({"a1"}), frozenset({"a1"})) == (applied.told, applied.departed.erased)
    assert ["h3"] == [one.id for one in history(reading, ["a1", "a2"])]
    applied = store.apply(page("c2", "c3", [gone("leave", "application", "a2")]))
    assert applied is not None
    assert frozenset({"a2"}) == applied.departed.left
    assert ["h3"] == [one.id for one in history(reading, ["a1", "a2"])]


def test_called_at_is_served_by_its_index(reading: dbapi2.Connection) -> None:
    query = ApplicantQuery(moment=MOMENT, order="called_at")
    asked = applicant_query.Asked(query)
    sql = applicant_query.some_of(asked).statement(asked, False)
    plan = reading.execute(f"EXPLAIN QUERY PLAN {sql}", asked.parameters).fetchall()
    assert ["SEARCH a USING INDEX application_called (<expr>>?)"] == [step[3] for step in plan]
