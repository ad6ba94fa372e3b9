"""Invariant 6: a process killed at any instant leaves nothing half-done behind."""

from __future__ import annotations

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
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.services import FeedQuery
from tests.e2e.sync.child import KEY
from tests.unit.cache.store import build


def run_and_kill(*args: str, after: int) -> int:
    """Run the child, kill it some steps later, and return the last step that it was promised."""
    command = [sys.executable, "-m", "tests.e2e.sync.child", *args]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _ in range(after):
            child.stdout.readline()
        child.kill()
        said = child.stdout.read()
        steps = [int(line) for line in said.split("\n")[:-1]]  # a line cut short was not said
    return steps[-1] if steps else 0


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
