"""Invariant 6: a process killed at any instant leaves nothing half-done behind."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kzg_desktop.cache.feed import feed_ids
from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.outbox import Outbox
from kzg_desktop.cache.reader import position, verify
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.cli.as_run import read_record
from kzg_desktop.domain.as_run import as_run
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.entities import AirEvent, AirSegment
from kzg_desktop.services import FeedQuery
from kzg_desktop.sync.desk import LocalDesk
from tests.e2e.sync.child import KEY
from tests.unit.cache.store import build


def said_before_killed(*args: str, after: int) -> list[str]:
    """Run the child, kill it some steps later, and return what it had been promised, a line for each step."""
    command = [sys.executable, "-m", "tests.e2e.sync.child", *args]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(after)]
        child.kill()
        lines += child.stdout.read().split("\n")[:-1]  # a line cut short was not said
    return [line.strip() for line in lines]


def run_and_kill(*args: str, after: int) -> int:
    """Run the child, kill it some steps later, and return the last step that it was promised."""
    return int(said_before_killed(*args, after=after)[-1])


@pytest.mark.parametrize("seed", range(3))
def test_invariant_6_no_recorded_action_vanishes(tmp_path: Path, seed: int) -> None:
    files = StoreFiles(tmp_path, KEY)
    promised = run_and_kill("append", str(tmp_path), after=random.Random(seed).randint(1, 60))
    outbox = Outbox(files.outbox, KEY, SystemClock())
    numbers = [entry.number for entry in outbox.entries()]
    outbox.close()
    assert list(range(1, len(numbers) + 1)) == numbers
    assert len(numbers) >= promised
    assert 0 == len(numbers) % 2, "a batch is recorded whole or not at all"


def test_invariant_6_the_cursor_is_never_ahead_of_the_rows(tmp_path: Path) -> None:
    files = StoreFiles(tmp_path, KEY)
    build(files.cache, KEY)
    begin = 0
    for seed in range(4):
        promised = run_and_kill("apply", str(tmp_path), str(begin), after=random.Random(seed).randint(1, 80))
        connection = connect(files.cache, KEY)
        try:
            here = position(connection)
            numbers = feed_ids(connection, FeedQuery())
            found = feed_ids(connection, FeedQuery(text="王小"))
            problems = verify(connection)
        finally:
            connection.close()
        assert here is not None
        assert here.seq >= promised
        assert (f"c{here.seq}", here.seq) == (here.cursor, here.acked)
        assert list(range(here.seq * 3, 0, -1)) == numbers.tolist() == found.tolist()
        assert [] == problems
        begin = here.seq


LIVES = 24


async def test_the_as_run_log_survives_a_kill_at_any_instant(tmp_path: Path) -> None:
    """Every event that was acknowledged is told exactly once, in order, and no step is told by half."""
    dice = random.Random(1)
    acknowledged: list[str] = []
    before = 0
    for life in range(LIVES):
        steps = said_before_killed("air", str(tmp_path), after=dice.randint(0, 20))
        acknowledged += [id_ for step in steps for id_ in step.split()]
        desk = await LocalDesk.open(tmp_path, KEY, SystemClock())
        broadcasts, events, segments = desk.broadcasts(), desk.air_events("b1"), desk.segments("b1")
        await desk.close()
        told = [line.id for line in as_run(broadcasts[0], events, segments)] if broadcasts else []
        assert acknowledged == [id_ for id_ in told if id_ in set(acknowledged)]
        assert len(set(told)) == len(told)
        unsaid = len(told) - len(acknowledged)
        assert unsaid <= 2 * (life + 1), "a kill leaves one step at the most that was recorded and not said"
        _nothing_half(events, segments)
        record = read_record(StoreFiles(tmp_path, KEY))
        assert (sorted(told), len(segments)) == (sorted(e.id for e in record.events), len(record.segments))
        assert before <= len(told)
        before = len(told)
    assert before > LIVES


def _nothing_half(events: list[AirEvent], segments: list[AirSegment]) -> None:
    """Each take has its event and segment, at most one card is on air, and what belongs together is together."""
    takes = [event for event in events if event.kind == "take"]
    assert sorted(s.id for s in segments) == sorted(event.id for event in takes)
    assert {"北辰电子", "南岭家电"} >= {event.employer for event in takes}
    assert len([s for s in segments if s.ended_at is None]) <= 1
    assert all(s.ended_at is None or s.ended_at > s.started_at for s in segments)
    for event, following in itertools.pairwise([*events, None]):
        if event is not None and event.kind == "mode" and event.mode == "on_air":
            assert following is not None
            assert ("take", "on_air") == (following.kind, following.mode)
