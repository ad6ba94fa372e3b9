"""Time of day in China, and one that never goes back."""

from __future__ import annotations

from datetime import date

import pytest

from kzg_desktop.domain.clock import ForwardClock, china_day
from tests.fakes import NOON, FakeClock

HOUR_S = 3600


@pytest.mark.parametrize(("hours", "day"), [(0, 1), (11.99, 1), (12, 2), (-12, 1), (-12.01, 31)])
def test_the_day_in_china_turns_at_its_midnight(hours: float, day: int) -> None:
    assert date(2026, 9 if day < 31 else 8, day) == china_day(NOON + round(hours * HOUR_S * 1000))


def test_a_step_back_is_not_followed_and_time_goes_on() -> None:
    system = FakeClock()
    clock = ForwardClock(system)
    system.advance(60)
    system.step(-HOUR_S)
    assert NOON + 60_000 == clock.now_ms()
    system.advance(30)
    assert NOON + 90_000 == clock.now_ms()


def test_a_step_forward_and_sleep_are_followed_and_kept() -> None:
    system = FakeClock()
    clock = ForwardClock(system)
    system.step(HOUR_S)
    assert NOON + HOUR_S * 1000 == clock.now_ms()
    system.step(-10)
    system.advance(1)
    assert NOON + HOUR_S * 1000 + 1000 == clock.now_ms()
