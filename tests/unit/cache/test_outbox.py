"""The outbox: durable, numbered once, and right about how long ago something was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kzg_desktop.cache.outbox
from kzg_desktop.cache.outbox import Outbox
from kzg_desktop.domain.actions import Action, ClearAir, SkipLineupItem
from kzg_desktop.errors import StoreDamaged, StoreFull
from kzg_desktop.wire import Account, MutationResult
from tests.fakes import FakeClock

KEY = bytes(range(32))
CLEAR = ClearAir(broadcast_id="b1", event_id="e1")
Opening = Callable[[], Outbox]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def opening(tmp_path: Path, clock: FakeClock) -> Iterator[Opening]:
    opened: list[Outbox] = []

    def open_one() -> Outbox:
        for one in opened:
            one.close()
        opened.append(Outbox(tmp_path / "outbox.db", KEY, clock))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def timed(*actions: Action) -> list[tuple[Action, int]]:
    return [(action, 5) for action in actions]


def test_entries_are_there_after_a_restart_in_order(opening: Opening) -> None:
    outbox = opening()
    outbox.append(timed(CLEAR))
    added = outbox.append(timed(SkipLineupItem(item_id="i1", skipped=True), CLEAR))
    assert [2, 3] == [entry.number for entry in added]
    outbox = opening()
    entries = outbox.entries()
    assert [1, 2, 3] == [entry.number for entry in entries]
    assert [CLEAR, SkipLineupItem(item_id="i1", skipped=True), CLEAR] == [entry.decoded() for entry in entries]
    assert 3 == len({entry.id for entry in entries})


def test_a_number_is_never_used_twice(opening: Opening) -> None:
    outbox = opening()
    outbox.append(timed(CLEAR, CLEAR))
    outbox.forget([1, 2])
    assert [3] == [entry.number for entry in opening().append(timed(CLEAR))]


def test_a_result_is_kept_and_belongs_to_its_id(opening: Opening) -> None:
    outbox = opening()
    (first, second) = outbox.append(timed(CLEAR, CLEAR))
    right = MutationResult(number=first.number, id=first.id, outcome="applied", seq=9)
    wrong = MutationResult(number=second.number, id="another", outcome="applied", seq=9)
    outbox.set_results([right, wrong])
    assert [right, None] == [entry.result for entry in opening().entries()]


def test_the_device_and_its_account_stay(opening: Opening) -> None:
    outbox = opening()
    account = Account(id="u1", name="主播", role="host", permissions=[], scopes=["*"])
    outbox.set_account(account)
    assert None is not outbox.device_id
    assert outbox.device_id == opening().device_id
    assert account == opening().account()


def test_invariant_17_the_age_is_right_while_the_time_of_day_steps(opening: Opening, clock: FakeClock) -> None:
    (entry,) = opening().append(timed(CLEAR))
    clock.advance(3)
    clock.step(-86_400)
    assert 3000 == entry.age_ms(clock)
    clock.step(2 * 86_400)
    assert 3000 == entry.age_ms(clock)


def test_after_a_restart_the_time_of_day_tells_the_age_but_never_the_future(
    opening: Opening, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening().append(timed(CLEAR))
    monkeypatch.setattr(kzg_desktop.cache.outbox, "_PROCESS", "another run")
    clock.advance(60)
    (entry,) = opening().entries()
    assert 60_000 == entry.age_ms(clock)
    clock.step(-86_400)
    assert 0 == entry.age_ms(clock)


def test_an_action_of_a_later_version_is_kept_though_not_understood(opening: Opening) -> None:
    outbox = opening()
    outbox.append(timed(CLEAR))
    outbox._connection.execute("UPDATE entry SET action = ?", (b'{"kind": "air.fade"}',))
    (entry,) = opening().entries()
    assert entry.decoded() is None
    assert b'{"kind": "air.fade"}' == entry.action


def test_a_full_disk_records_nothing_of_a_batch(opening: Opening) -> None:
    outbox = opening()
    outbox.append(timed(CLEAR))
    pages = outbox._connection.execute("PRAGMA page_count").fetchone()[0]
    outbox._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull):
        outbox.append(timed(*[ClearAir(broadcast_id="b" * 900, event_id="e1")] * 50))
    assert 1 == len(outbox.entries())


def test_another_key_finds_no_database(opening: Opening, tmp_path: Path, clock: FakeClock) -> None:
    opening().append(timed(CLEAR))
    with pytest.raises(StoreDamaged):
        Outbox(tmp_path / "outbox.db", bytes(32), clock)
