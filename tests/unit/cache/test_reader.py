"""Questions to the cache: answered in order, dropped when nobody waits, honest about damage."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzg_desktop.cache import feed
from kzg_desktop.cache.feed import backlog, feed_ids, feed_rows
from kzg_desktop.cache.reader import Reader, verify
from kzg_desktop.errors import StoreDamaged
from kzg_desktop.services import Backlog, FeedQuery
from tests.unit.cache.samples import application, page, put
from tests.unit.cache.store import Store

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


async def test_a_question_that_nobody_waits_for_stops_and_the_next_is_answered(store: Store) -> None:
    reader = Reader(store.path, None)
    begun = threading.Event()

    def endless(connection: dbapi2.Connection) -> None:
        begun.set()
        connection.execute(ENDLESS).fetchone()

    task = asyncio.create_task(reader.read(endless))
    assert await asyncio.to_thread(begun.wait, 10)
    task.cancel()
    assert 1 == await asyncio.wait_for(reader.read(lambda c: c.execute("SELECT 1").fetchone()[0]), 10)
    assert task.cancelled()
    await reader.close()


async def test_a_reader_cannot_write(store: Store) -> None:
    reader = Reader(store.path, None)
    with pytest.raises(Exception, match="readonly"):
        await reader.read(lambda c: c.execute("DELETE FROM head"))
    await reader.close()


def test_numbers_come_greatest_first_across_chunks(
    store: Store, reading: dbapi2.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "CHUNK", 7)
    rows = [put(application(n, broadcast_id=f"b{n % 2}", name="王小明" if n % 5 else "李")) for n in range(1, 51)]
    store.apply(page("c0", "c1", rows))

    def ids(after: int = 0, limit: int = 0, **query: str) -> list[int]:
        return feed_ids(reading, FeedQuery(**query), after, limit).tolist()

    assert list(range(50, 0, -1)) == ids()
    assert list(range(50, 40, -1)) == ids(after=40)
    assert list(range(50, 41, -1)) == ids(limit=9)
    assert list(range(49, 0, -2)) == ids(broadcast_id="b1")
    assert [n for n in range(50, 0, -1) if n % 5] == ids(text="小明")
    assert [n for n in range(49, 30, -2) if n % 5] == ids(text="小明", broadcast_id="b1", after=30)
    assert [49, 47, 43] == ids(text="小明", broadcast_id="b1", limit=3)
    assert [] == ids(job_id="nothing")
    assert ["a7", "a3"] == [row.id for row in feed_rows(reading, [7, 99, 3])]


async def test_invariant_18_flipped_bytes_are_noticed(tmp_path: Path) -> None:
    key = bytes(range(32))
    store = Store(tmp_path / "cache.db", key)
    store.apply(page("c0", "c1", [put(application(n)) for n in range(1, 500)]))
    store.close()
    whole = store.path.read_bytes()
    reader = Reader(store.path, key)
    assert [] == await reader.read(verify)
    for at in range(2000, len(whole), len(whole) // 7):
        store.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        await reader.with_file_closed(lambda: None)
        assert await _noticed(reader), f"byte {at} was not noticed"
    await reader.close()


async def _noticed(reader: Reader) -> bool:
    try:
        return [] != await reader.read(verify)
    except StoreDamaged:
        return True


def test_applications_of_no_broadcast_are_among_all(store: Store, reading: dbapi2.Connection) -> None:
    store.apply(page("c0", "c1", [put(application(n, broadcast_id="b1" if n == 2 else "")) for n in (1, 2, 3)]))
    assert [3, 2, 1] == feed_ids(reading, FeedQuery()).tolist()
    assert [3, 2] == feed_ids(reading, FeedQuery(), after=1).tolist()


def test_a_backlog_counts_who_waits_and_who_waits_too_long(store: Store, reading: dbapi2.Connection) -> None:
    rows = [
        application(1, due_at=1000),
        application(2, due_at=1001, status="contacting"),
        application(3, due_at=0),  # was asked to be called later
        application(4, due_at=1000, status="reached"),
        application(5, due_at=1000, broadcast_id="b2"),
    ]
    store.apply(page("c0", "c1", map(put, rows)))
    assert Backlog(waiting=3, overdue=1) == backlog(reading, "b1", 1000)
    assert Backlog(waiting=1, overdue=0) == backlog(reading, "b2", 999)
    assert Backlog() == backlog(reading, "b3", 1000)
