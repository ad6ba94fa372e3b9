"""The one writer: groups, failures, and a log without gaps (invariant 2)."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from kzg_desktop.domain.actions import PutBroadcast, Write
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.database import HEAD_REVISION, open_engine
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.tables import change
from kzg_desktop.hub.writer import Transaction
from tests.unit.hub.live import FakeClock


@pytest.fixture
def open_hub(tmp_path: Path, database: str) -> Iterator[Callable[[], Hub]]:
    hubs: list[Hub] = []

    def start() -> Hub:
        hubs.append(Hub(Settings(data_dir=tmp_path, database=database), FakeClock()))
        return hubs[-1]

    yield start
    for hub in hubs:
        hub.close()


def put(id_: str, fail: bool = False) -> Callable[[Transaction], int]:
    def job(transaction: Transaction) -> int:
        broadcast = Broadcast(id=id_, title=id_)
        [write] = PutBroadcast(broadcast=broadcast).writes(SqlBook(transaction, actor="t"), transaction.now, "t")
        SqlBook(transaction, actor="t").write(write)
        if fail:
            raise ValueError(id_)
        return int(transaction.head)

    return job


def logged(hub: Hub, since: int = 0) -> list[tuple[int, str]]:
    query = select(change.c.seq, change.c.id).where(change.c.seq > since).order_by(change.c.seq)
    return [tuple(row) for row in hub.read_now(lambda connection: connection.execute(query).all())]


def test_a_job_that_fails_takes_no_other_with_it(open_hub: Callable[[], Hub]) -> None:
    hub = open_hub()
    started, go = threading.Event(), threading.Event()

    def hold(transaction: Transaction) -> None:
        started.set()
        assert go.wait(10)

    held = hub.writer.submit(hold)  # so that the three below share a group
    assert started.wait(10)
    futures = [hub.writer.submit(put(name, fail=name == "b")) for name in ("a", "b", "c")]
    go.set()
    held.result(10)
    assert [1, "b", 2] == [f.result(10) if f is not futures[1] else str(f.exception(10)) for f in futures]
    assert [(1, "a"), (2, "c")] == logged(hub)


def test_a_job_given_up_while_it_waits_is_not_run_and_stops_nothing(open_hub: Callable[[], Hub]) -> None:
    hub = open_hub()
    started, go = threading.Event(), threading.Event()

    def hold(_transaction: Transaction) -> None:
        started.set()
        assert go.wait(10)

    hub.writer.submit(hold)
    assert started.wait(10)
    assert hub.writer.submit(put("a")).cancel()
    after = hub.writer.submit(put("b"))
    go.set()
    assert 1 == after.result(10)
    assert [(1, "b")] == logged(hub)


def test_equal_values_make_no_new_revision(open_hub: Callable[[], Hub]) -> None:
    hub = open_hub()
    assert [1, 1] == [hub.write_now(put("a")), hub.write_now(put("a"))]


def test_opening_twice_migrates_once(open_hub: Callable[[], Hub]) -> None:
    for _ in range(2):
        versions = open_hub().read_now(lambda c: c.execute(text("SELECT version_num FROM alembic_version")).all())
        assert [HEAD_REVISION] == [row[0] for row in versions]


@pytest.mark.postgres
async def test_looking_for_other_hubs_goes_on_after_a_failure(
    tmp_path: Path, postgres: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(data_dir=tmp_path, database=postgres)
    hub, engine = Hub(settings, FakeClock()), open_engine(settings, writing=True)
    async with asyncio.timeout(30), hub.running():
        hub.write_now(put("a"))
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE head RENAME TO away"))
        while "cannot look for commits" not in caplog.text:
            await asyncio.sleep(0.01)
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE away RENAME TO head"))
            connection.execute(text("UPDATE head SET head = head + 1"))
        await hub.wake.ticket()
    engine.dispose()


@pytest.mark.postgres
def test_a_tailing_reader_sees_every_commit_of_eight_hubs_once_and_in_order(tmp_path: Path, postgres: str) -> None:
    """Invariant 2: with rollbacks and stalls."""
    settings = Settings(data_dir=tmp_path, database=postgres)
    hubs = [Hub(settings, FakeClock()) for _ in range(8)]
    committed: set[str] = set()
    seen: list[tuple[int, str]] = []
    done = threading.Event()

    def write(number: int) -> None:
        dice = random.Random(number)
        for n in range(60):
            name = f"{number}-{n}"
            fails = dice.random() < 0.02
            job = put(name, fails)

            def stalled(transaction: Transaction, job: Callable[[Transaction], int] = job) -> int:
                value = job(transaction)
                if dice.random() < 0.02:
                    transaction.connection.execute(text("SELECT pg_sleep(0.05)"))
                return value

            error = hubs[number].writer.submit(stalled).exception(60)
            assert fails == (error is not None), error
            if not fails:
                committed.add(name)

    def tail() -> None:
        reader = hubs[0]
        while not done.is_set():
            seen.extend(logged(reader, seen[-1][0] if seen else 0))
        seen.extend(logged(reader, seen[-1][0] if seen else 0))

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    tailing = threading.Thread(target=tail)
    try:
        for thread in (tailing, *writers):
            thread.start()
        for thread in writers:
            thread.join(60)
        done.set()
        tailing.join(60)
    finally:
        for hub in hubs:
            hub.close()
    assert list(range(1, len(committed) + 1)) == [seq for seq, _ in seen]
    assert committed == {name for _, name in seen}


def test_a_deleted_row_counts_on_within_and_after_its_transaction(open_hub: Callable[[], Hub]) -> None:
    hub = open_hub()

    def revive(transaction: Transaction) -> int:
        book = SqlBook(transaction, actor="t")
        for row in (None, Broadcast(id="a", title="a"), None):
            book.write(Write("broadcast", "a", row))
        return int(transaction.head)

    hub.write_now(put("a"))
    hub.write_now(revive)
    hub.write_now(put("a"))
    revs = hub.read_now(lambda c: list(c.scalars(select(change.c.rev).order_by(change.c.seq))))
    assert [1, 2, 3, 4, 5] == revs
