"""The desk with no hub at all."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.layout import REVISION
from kzg_desktop.cache.reader import revision
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.actions import ClearAir, MoveInLineup, PutJob, SetApplicationStatus
from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.errors import Refusal, StoreFull
from kzg_desktop.services import ApplicationsChanged, DeskEvent, FeedCounts, FeedQuery, RowsChanged, StatusChanged
from kzg_desktop.sync.desk import LocalDesk
from tests.fakes import FakeClock
from tests.unit.cache.samples import application, page, put
from tests.unit.cache.store import Store, back_to_0001
from tests.unit.sync.rows import CAMPAIGN, JOB, take

KEY = bytes(range(32))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@asynccontextmanager
async def opened(data_dir: Path, clock: FakeClock, key: bytes | None = KEY) -> AsyncIterator[LocalDesk]:
    desk = await LocalDesk.open(data_dir, key, clock)
    try:
        yield desk
    finally:
        await desk.close()


def listen(desk: LocalDesk) -> list[DeskEvent]:
    events: list[DeskEvent] = []
    desk.subscribe(events.append)
    return events


def make_cache(data_dir: Path, key: bytes | None = KEY, count: int = 3) -> Path:
    path = StoreFiles(data_dir, key).cache
    data_dir.mkdir(exist_ok=True)
    store = Store(path, key)
    store.apply(page("c0", "c1", [put(JOB), *[put(application(n)) for n in range(1, count + 1)]]))
    store.close()
    return path


async def test_what_was_done_is_there_after_a_restart(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN)
        await desk.act(take("s1"))
        await desk.act(MoveInLineup(item_id="i1", position="a9"))
    async with opened(tmp_path, clock) as desk:
        assert ["i2", "i1"] == [item.id for item in desk.lineup("b1")]
        assert ["o1", "o2"] == sorted(one.id for one in desk.organizations())
        assert ["j1", "j2"] == sorted(job.id for job in desk.jobs())
        on_air = open_segment(desk.segments("b1"))
        assert on_air is not None
        assert ("s1", JOB) == (on_air.id, on_air.card)
        assert 9 == desk.status.waiting


async def test_a_refused_batch_records_nothing(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN)
        events = listen(desk)
        with pytest.raises(Refusal, match="version 1"):
            await desk.act(MoveInLineup(item_id="i1", position="a9"), PutJob(job=JOB, base_version=5))
        assert [] == events
        assert ["i1", "i2"] == [item.id for item in desk.lineup("b1")]
        assert len(CAMPAIGN) == desk.status.waiting


async def test_an_action_is_told_once_it_is_recorded(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN)
        events = listen(desk)
        await desk.act(take("s1"))
        assert [RowsChanged(frozenset({"air_segment", "air_event"})), StatusChanged(desk.status)] == events


async def test_a_full_disk_is_said_and_nothing_shows(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN)
        connection = desk.recorded._file()._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFull):
            await desk.act(PutJob(job=replace(JOB, id="j9", note="长" * 90_000), base_version=0))
        assert None is desk.job("j9")
        await desk.act(ClearAir(broadcast_id="b1", event_id="e1"))
        assert len(CAMPAIGN) + 1 == desk.status.waiting


async def test_cancelling_an_action_half_way_does_not_part_disk_and_screen(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN)
        task = asyncio.create_task(desk.act(take("s1")))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with opened(tmp_path, clock) as desk:
        shown = [segment.id for segment in desk.segments("b1")]
        assert len(CAMPAIGN) + len(shown) == desk.status.waiting


async def test_everything_cached_is_there_without_a_hub(tmp_path: Path, clock: FakeClock) -> None:
    make_cache(tmp_path)
    async with opened(tmp_path, clock) as desk:
        assert [JOB] == desk.jobs()
        assert [3, 2, 1] == (await desk.feed_ids(FeedQuery())).tolist()
        assert [application(2)] == await desk.feed_rows([2])
        assert 3 == (await desk.feed_counts("b1", since_minute=0)).total


async def test_an_applications_pending_status_shows_in_the_feed_also_after_a_restart(
    tmp_path: Path, clock: FakeClock
) -> None:
    make_cache(tmp_path)
    async with opened(tmp_path, clock) as desk:
        found = await desk.application("a2")
        assert found is not None
        events = listen(desk)
        await desk.act(SetApplicationStatus(application_id="a2", base_rev=found.rev, status="contacting"))
        assert ApplicationsChanged(changed=frozenset({2})) in events
    async with opened(tmp_path, clock) as desk:
        assert ["contacting", "new"] == [row.status for row in await desk.feed_rows([2, 1])]
        found = await desk.application("a2")
        assert found is not None
        assert 2 == found.rev
        with pytest.raises(Refusal):
            await desk.act(SetApplicationStatus(application_id="a2", base_rev=1, status="invalid"))


async def test_without_a_cache_the_feed_is_empty(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        assert [] == (await desk.feed_ids(FeedQuery(text="x"))).tolist()
        assert [] == await desk.feed_rows([1])
        assert FeedCounts() == await desk.feed_counts("b1", since_minute=0)


async def test_invariant_18_a_damaged_cache_is_put_aside_and_the_outbox_stays(tmp_path: Path, clock: FakeClock) -> None:
    path = make_cache(tmp_path)
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN[4:5])
    damaged = bytearray(path.read_bytes())
    damaged[100] ^= 1
    path.write_bytes(damaged)
    async with opened(tmp_path, clock) as desk:
        assert None is desk.position
        assert ["b1"] == [one.id for one in desk.broadcasts()]
        (aside,) = desk.quarantined
        assert bytes(damaged) == aside.read_bytes()
        assert f"{path.name}.damaged-20260901T040000" == aside.name
        assert not path.exists()


async def test_invariant_18_damage_found_while_reading_empties_the_desk_and_says_so(
    tmp_path: Path, clock: FakeClock
) -> None:
    path = make_cache(tmp_path, count=3000)
    async with opened(tmp_path, clock) as desk:
        await desk._cached._reader.with_file_closed(lambda: _flip_the_middle(path))
        events = listen(desk)
        await desk.feed_rows(list(range(1, 3001)))
        assert None is desk.position
        assert ApplicationsChanged(reset=True) in events
        assert desk.lost_cache.is_set()
        assert [] == desk.quarantined
        await desk.put_damaged_aside()
        assert 1 == len(desk.quarantined)


def _flip_the_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 3, len(data), 4096):
        data[at] ^= 0xFF
    path.write_bytes(data)


async def test_invariant_18_a_wrong_key_leaves_the_files_untouched(tmp_path: Path, clock: FakeClock) -> None:
    make_cache(tmp_path)
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN[4:5])
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    async with opened(tmp_path, clock, bytes(32)) as desk:
        assert (None, []) == (desk.position, desk.broadcasts())
        assert [] == desk.quarantined
    assert before == {name: (tmp_path / name).read_bytes() for name in before}
    async with opened(tmp_path, clock) as desk:
        assert ["b1"] == [one.id for one in desk.broadcasts()]


async def test_a_cache_of_an_older_schema_is_brought_up_to_date(tmp_path: Path, clock: FakeClock) -> None:
    path = StoreFiles(tmp_path, KEY).cache
    old = connect(path, KEY, create=True)
    old.execute("CREATE TABLE alembic_version (version_num TEXT NOT NULL)")
    old.close()
    async with opened(tmp_path, clock) as desk:
        assert (None, []) == (desk.position, desk.quarantined)
    with contextlib.closing(connect(path, KEY)) as connection:
        assert REVISION == revision(connection)


async def test_a_cache_from_before_the_log_stays_readable_and_asks_to_be_built_anew(
    tmp_path: Path, clock: FakeClock
) -> None:
    """What it left out, not knowing it, lies before its cursor."""
    files = StoreFiles(tmp_path, KEY)
    async with opened(tmp_path, clock) as desk:
        await desk.act(*CAMPAIGN[4:5])
    make_cache(tmp_path)
    back_to_0001(files.cache, KEY)
    async with opened(tmp_path, clock) as desk:
        assert desk.position is not None
        assert ("c1", True, True) == (desk.position.cursor, desk.position.stale, desk.status.stale)
        assert ([JOB], ["b1"], 1) == (desk.jobs(), [one.id for one in desk.broadcasts()], desk.status.waiting)
        assert [3, 2, 1] == (await desk.feed_ids(FeedQuery())).tolist()
        assert [] == desk.air_events("b1")


async def test_a_damaged_outbox_is_put_aside_and_the_desk_works(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        device = desk.recorded.device_id
    path = StoreFiles(tmp_path, KEY).outbox
    path.write_bytes(b"x" * 8192)
    async with opened(tmp_path, clock) as desk:
        assert 1 == len(desk.quarantined)
        assert device != desk.recorded.device_id
        await desk.act(*CAMPAIGN)


async def test_a_subscriber_that_fails_does_not_keep_others_from_hearing(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        desk.subscribe(_failing)
        events = listen(desk)
        await desk.act(*CAMPAIGN)
        assert 2 == len(events)


def _failing(_event: DeskEvent) -> None:
    raise RuntimeError("a widget's mistake")


async def test_unsubscribing_ends_it(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path, clock) as desk:
        events: list[DeskEvent] = []
        stop: Callable[[], None] = desk.subscribe(events.append)
        stop()
        await desk.act(*CAMPAIGN)
        assert [] == events


def test_the_desk_loads_neither_sqlalchemy_nor_httpx_nor_the_key_ring() -> None:
    code = (
        "import sys, kzg_desktop.sync.desk, kzg_desktop.cache.reader, kzg_desktop.cache.outbox, kzg_desktop.cache.keys;"
        "print([m for m in ('sqlalchemy', 'httpx', 'keyring', 'alembic', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()
