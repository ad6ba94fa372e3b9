"""Pages of changes: where they may be applied, and what they leave."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from kzg_desktop.cache.feed import feed_counts, feed_ids, feed_rows
from kzg_desktop.cache.search import match_of
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Versioned
from kzg_desktop.errors import StoreFull, UpgradeNeeded
from kzg_desktop.services import FeedQuery
from kzg_desktop.wire import ChangePage, Item
from tests.unit.cache.samples import application, gone, job, page, put
from tests.unit.cache.store import Store


def test_invariant_3_a_page_from_elsewhere_changes_nothing(store: Store) -> None:
    store.apply(page("c0", "c1", [put(application(1))]))
    before = store.dump()
    assert store.apply(page("c0", "c2", [put(application(2))])) is None
    assert store.apply(page("c9", "c10", [gone("erase", "application", "a1")])) is None
    assert before == store.dump()


def test_a_page_says_what_it_changed(store: Store) -> None:
    applied = store.apply(page("c0", "c1", [put(application(1)), put(application(2)), put(job())], acked=7))
    assert applied is not None
    assert (2, frozenset(), frozenset()) == (applied.added, applied.changed, applied.gone)
    assert [("job", "j1", Versioned(1, job()))] == applied.rows
    assert ("c1", 1, 7, False) == (
        applied.position.cursor,
        applied.position.seq,
        applied.position.acked,
        applied.position.stale,
    )
    applied = store.apply(
        page(
            "c1",
            "c2",
            [
                put(application(1, status="contacting"), 2),
                gone("leave", "application", "a2"),
                gone("delete", "job", "j1"),
            ],
        )
    )
    assert applied is not None
    assert (0, frozenset({1}), frozenset({2})) == (applied.added, applied.changed, applied.gone)
    assert [("job", "j1", None)] == applied.rows


def test_only_a_greater_revision_replaces_a_row(store: Store, reading: dbapi2.Connection) -> None:
    store.apply(page("c0", "c1", [put(application(1, city="天津"), 3)]))
    applied = store.apply(page("c1", "c2", [put(application(1, city="北京"), 2)]))
    assert applied is not None
    assert (0, frozenset()) == (applied.added, applied.changed)
    assert ["天津"] == [row.city for row in feed_rows(reading, [1])]


def test_a_changed_name_is_found_by_the_new_one_only(store: Store, reading: dbapi2.Connection) -> None:
    store.apply(page("c0", "c1", [put(application(1, name="王小明"))]))
    store.apply(page("c1", "c2", [put(application(1, name="李大华"), 2)]))
    assert [] == feed_ids(reading, FeedQuery(text="小明")).tolist()
    assert [1] == feed_ids(reading, FeedQuery(text="大华")).tolist()


def test_a_scope_that_left_takes_its_rows_and_their_search_entries(store: Store, reading: dbapi2.Connection) -> None:
    rows = [put(application(1)), put(application(2, employer_id="o2", name="李大华")), put(job("j2", "o2"))]
    store.apply(page("c0", "c1", rows))
    left = Item(seq=2, op="scope_left", entity="account", id="me", scope="o2")
    applied = store.apply(page("c1", "c2", [left]))
    assert applied is not None
    assert (frozenset({2}), [("job", "j2", None)]) == (applied.gone, applied.rows)
    assert [1] == feed_ids(reading, FeedQuery()).tolist()
    hits = reading.execute("SELECT rowid FROM search WHERE search MATCH ?", (match_of(["大华"]),)).fetchall()
    assert [] == hits


def test_an_unknown_op_stops_and_changes_nothing(store: Store) -> None:
    before = store.dump()
    with pytest.raises(UpgradeNeeded):
        store.apply(page("c0", "c1", [put(application(1)), gone("fold", "application", "a1")]))
    assert before == store.dump()


def test_a_row_that_cannot_be_read_stops_and_changes_nothing(store: Store) -> None:
    before = store.dump()
    bad = Item(seq=1, op="put", entity="application", id="a2", rev=1, data=msgspec.Raw(b'{"n": "two"}'))
    with pytest.raises(UpgradeNeeded):
        store.apply(page("c0", "c1", [put(application(1)), bad]))
    assert before == store.dump()


def test_an_unknown_entity_is_passed_over(store: Store, reading: dbapi2.Connection) -> None:
    item = Item(seq=1, op="put", entity="interview", id="x", rev=1, data=msgspec.Raw(b"{}"))
    assert store.apply(page("c0", "c1", [item, put(application(1))])) is not None
    assert [1] == feed_ids(reading, FeedQuery()).tolist()


def test_a_full_disk_leaves_everything_as_it_was_and_the_next_page_works(store: Store) -> None:
    store.apply(page("c0", "c1", [put(application(1))]))
    before = store.dump()
    assert store.writer._connection is not None
    raw = store.writer._connection.connection.driver_connection
    assert raw is not None
    raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")
    big = page("c1", "c2", [put(application(n, name="长" * 900)) for n in range(2, 300)])
    with pytest.raises(StoreFull):
        store.apply(big)
    assert before == store.dump()
    applied = store.apply(big)
    assert applied is not None
    assert 298 == applied.added


def test_erased_text_is_in_no_file_after_the_erasure(store: Store, tmp_path: Path) -> None:
    store.apply(page("c0", "c1", [put(application(n, name="欧阳慕容", phone="13912340000")) for n in (1, 2)]))
    store.apply(page("c1", "c2", [put(application(3))]))
    store.apply(page("c2", "c3", [gone("erase", "application", "a1"), gone("erase", "application", "a2")]))
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    traces = ["欧阳慕容".encode(), b"13912340000", b"6b279633", b"7acb", "慕容".encode("utf-16-be").hex().encode()]
    assert [] == [trace for trace in traces if trace in left]
    assert b"138" in left


APPLICATIONS = st.builds(
    lambda n, job_id, repeat, name, rev: put(
        application(n, job_id=job_id, repeat=repeat, name=name, employer_id=f"o{job_id}"), rev
    ),
    st.integers(1, 6),
    st.sampled_from(["j1", "j2"]),
    st.booleans(),
    st.text(st.sampled_from("王小明李"), max_size=3),
    st.integers(1, 5),
)
REMOVALS = st.builds(
    lambda op, n: gone(op, "application", f"a{n}"), st.sampled_from(["leave", "delete", "erase"]), st.integers(1, 6)
)
SCOPES = st.builds(
    lambda s: Item(seq=1, op="scope_left", entity="account", id="me", scope=s), st.sampled_from(["oj1", "oj2"])
)
JOBS = st.builds(
    lambda id_, rev, title: put(job(id_, note=title), rev),
    st.sampled_from("xy"),
    st.integers(1, 5),
    st.text(max_size=2),
)
ITEMS = st.lists(st.one_of(APPLICATIONS, APPLICATIONS, REMOVALS, SCOPES, JOBS), max_size=8)


def numbered(batches: list[list[Item]]) -> list[ChangePage]:
    return [page(f"c{i}", f"c{i + 1}", items) for i, items in enumerate(batches)]


@given(st.lists(ITEMS, min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_invariant_4_a_page_twice_or_an_old_page_late_leaves_the_database_identical(batches: list[list[Item]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "cache.db")
        try:
            for i, one in enumerate(numbered(batches)):
                store.apply(one)
                before = store.dump()
                for old in numbered(batches)[: i + 1]:
                    assert store.apply(old) is None
                assert before == store.dump()
            check_consistent(store)
        finally:
            store.close()


def check_consistent(store: Store) -> None:
    """The figures and the search index hold what the rows say, no more and no less."""
    reading = connect(store.path, None)
    try:
        rows = feed_rows(reading, feed_ids(reading, FeedQuery()))
        counts = feed_counts(reading, "b1", 0)
        assert len(rows) == counts.total
        assert Counter(row.job_id for row in rows) == Counter(counts.by_job)
        assert sum(row.repeat for row in rows) == counts.repeats
        for char in "王小明李":
            hits = [r[0] for r in reading.execute("SELECT rowid FROM search WHERE search MATCH ?", (match_of([char]),))]
            assert sorted(row.n for row in rows if char in row.name) == sorted(hits)
    finally:
        reading.close()
