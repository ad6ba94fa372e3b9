from __future__ import annotations

import pytest
from msgspec.structs import replace

from kzg_desktop.domain.entities import AirSegment, Broadcast, Job, LineupItem
from kzg_desktop.domain.rundown import SteadyClock, clock_text, of_mode, rundown

MIDNIGHT = 1_788_192_000_000
"""2026-09-01 00:00 in China."""

BROADCAST = Broadcast(
    id="b",
    title="第 1 场",
    starts_at=MIDNIGHT - 3_600_000,
    planned_s=3600,
    mode="on_air",
    mode_since=MIDNIGHT - 90_000,
)
PREPARED = replace(BROADCAST, mode="prepare", mode_since=0)
ITEMS = [
    LineupItem(id=f"i{n}", broadcast_id="b", job_id="j", employer_id="o", position=f"a{n}", planned_s=300)
    for n in range(3)
]
CARD = Job(id="j", employer_id="o", hiring_organization="海岳重工", title="焊装工")


def a_segment(item: int, started_at: int, ended_at: int | None = None) -> AirSegment:
    return AirSegment(
        id=f"s{started_at}",
        broadcast_id="b",
        item_id=f"i{item}",
        card=CARD,
        started_at=started_at,
        ended_at=ended_at,
        planned_s=300,
    )


def test_nothing_was_on_air_yet_and_the_end_counts_from_the_planned_start() -> None:
    now = BROADCAST.starts_at - 60_000
    found = rundown(PREPARED, ITEMS, [], now)
    assert (None, 0, 0) == (found.on_air, found.elapsed_s, found.live_s)
    assert (900, 900) == (found.lineup_s, found.left_s)
    assert found.ends_at == BROADCAST.starts_at + 900_000
    assert found.drift_s == 900 - 3600


def test_a_late_start_moves_the_end() -> None:
    now = BROADCAST.starts_at + 600_000
    assert now + 900_000 == rundown(BROADCAST, ITEMS, [], now).ends_at


def test_elapsed_goes_on_across_midnight() -> None:
    on_air = a_segment(0, MIDNIGHT - 90_000)
    found = rundown(BROADCAST, ITEMS, [on_air], MIDNIGHT + 30_000)
    assert (120, 300, -180) == (found.elapsed_s, found.planned_s, found.over_s)
    assert found.live_s == 120
    assert found.left_s == 180 + 600
    assert MIDNIGHT + 30_000 + 780_000 == found.ends_at


def test_a_card_that_is_over_leaves_nothing_of_itself() -> None:
    found = rundown(BROADCAST, ITEMS, [a_segment(0, MIDNIGHT)], MIDNIGHT + 332_000)
    assert (332, 32, 600) == (found.elapsed_s, found.over_s, found.left_s)


@pytest.mark.parametrize(
    ("phase", "elapsed_s"), [("ok", 269), ("warning", 270), ("warning", 299), ("danger", 300), ("danger", 4000)]
)
def test_the_last_half_minute_warns_and_the_end_is_danger(phase: str, elapsed_s: int) -> None:
    found = rundown(BROADCAST, ITEMS, [a_segment(0, MIDNIGHT)], MIDNIGHT + elapsed_s * 1000)
    assert phase == found.phase


def test_a_very_short_card_warns_in_its_second_half_only() -> None:
    items = [replace(ITEMS[0], planned_s=20), *ITEMS[1:]]
    assert "ok" == rundown(BROADCAST, items, [a_segment(0, MIDNIGHT)], MIDNIGHT + 9_000).phase
    assert "warning" == rundown(BROADCAST, items, [a_segment(0, MIDNIGHT)], MIDNIGHT + 10_000).phase


def test_another_minute_given_on_air_counts_at_once() -> None:
    longer = [replace(ITEMS[0], planned_s=360), *ITEMS[1:]]
    found = rundown(BROADCAST, longer, [a_segment(0, MIDNIGHT)], MIDNIGHT + 330_000)
    assert (360, -30, 30 + 600) == (found.planned_s, found.over_s, found.left_s)


def test_a_rehearsal_counts_its_own_cards_only_and_the_broadcast_none_of_them() -> None:
    old, new = a_segment(0, MIDNIGHT - 10_000, MIDNIGHT), a_segment(1, MIDNIGHT + 60_000)
    rehearsed = [replace(old, rehearsal=True), replace(new, rehearsal=True)]
    rehearsing = replace(BROADCAST, mode="rehearse", mode_since=MIDNIGHT + 1)
    assert [new.id] == [s.id for s in of_mode(rehearsing, [*rehearsed, a_segment(2, MIDNIGHT)])]
    assert [] == of_mode(BROADCAST, rehearsed)


def test_live_time_counts_from_going_on_air_whatever_was_shown_before() -> None:
    found = rundown(BROADCAST, ITEMS, [a_segment(2, MIDNIGHT)], MIDNIGHT + 180_000)
    assert found.live_s == 90 + 180


def test_skipped_cards_take_no_time() -> None:
    items = [ITEMS[0], replace(ITEMS[1], skipped=True), ITEMS[2]]
    found = rundown(BROADCAST, items, [], MIDNIGHT)
    assert (600, 600) == (found.lineup_s, found.left_s)


def test_a_clock_set_back_shows_nothing_negative() -> None:
    found = rundown(replace(BROADCAST, mode_since=MIDNIGHT), ITEMS, [a_segment(0, MIDNIGHT)], MIDNIGHT - 5_000)
    assert (0, 0) == (found.elapsed_s, found.live_s)


class TwoClocks:
    """Time of day and monotonic time that move apart."""

    def __init__(self) -> None:
        self.wall_ms = MIDNIGHT
        self.mono_s = 10.0

    def now_ms(self) -> int:
        return self.wall_ms

    def monotonic_s(self) -> float:
        return self.mono_s


def test_the_steady_clock_ignores_a_step_back() -> None:
    clocks = TwoClocks()
    steady = SteadyClock(clocks)
    clocks.mono_s += 10
    clocks.wall_ms -= 3_600_000
    assert MIDNIGHT + 10_000 == steady.now_ms()


def test_the_steady_clock_follows_a_sleep_in_which_monotonic_time_stood_still() -> None:
    clocks = TwoClocks()
    steady = SteadyClock(clocks)
    clocks.wall_ms += 7_200_000
    assert MIDNIGHT + 7_200_000 == steady.now_ms()


def test_the_steady_clock_starts_anew_when_told() -> None:
    clocks = TwoClocks()
    steady = SteadyClock(clocks)
    clocks.wall_ms -= 60_000
    steady.resync()
    assert MIDNIGHT - 60_000 == steady.now_ms()


@pytest.mark.parametrize(
    ("text", "seconds", "hours"),
    [("00:00", -5, False), ("03:12", 192, False), ("01:00:00", 3600, False), ("00:47:12", 2832, True)],
)
def test_clock_text(text: str, seconds: int, hours: bool) -> None:
    assert text == clock_text(seconds, hours=hours)


def test_an_aligned_clock_goes_on_from_there_and_stays_aligned() -> None:
    clocks = TwoClocks()
    steady = SteadyClock(clocks)
    steady.align(MIDNIGHT + 3_600_000)
    clocks.mono_s += 10
    clocks.wall_ms += 10_000
    assert MIDNIGHT + 3_610_000 == steady.now_ms()
    steady.resync()
    assert MIDNIGHT + 3_610_000 == steady.now_ms()
