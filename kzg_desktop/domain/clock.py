"""Time as the program sees it, injected so that tests never sleep."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

__all__ = ["CHINA", "DAY_MS", "Clock", "ForwardClock", "SystemClock", "china_day", "china_midnight"]

CHINA = timezone(timedelta(hours=8))
"""China has one time of day and sets no clock forward or back."""

_CHINA_MS = 8 * 3_600_000
DAY_MS = 86_400_000
"""A day, in milliseconds."""


def china_day(now_ms: int) -> date:
    """Return the day in China at that time (UTC ms), by which an offer is valid or not."""
    return datetime.fromtimestamp(now_ms / 1000, CHINA).date()


def china_midnight(now_ms: int) -> int:
    """Return when that day began in China, as UTC ms."""
    return now_ms - (now_ms + _CHINA_MS) % DAY_MS


class Clock(Protocol):
    """A source of time."""

    def now_ms(self) -> int:
        """Return UTC as milliseconds since 1970-01-01."""

    def monotonic_s(self) -> float:
        """Return seconds that never step back, from an arbitrary start."""


class SystemClock:
    """The computer's own clocks."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        return time.monotonic()


class ForwardClock:
    """Another clock that never goes back while the program runs: a step back of its time of day is not followed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known = clock.now_ms(), clock.monotonic_s()

    def now_ms(self) -> int:
        """Return UTC ms, not less than any answer before."""
        told_ms, at_s = self._known
        now_ms, now_s = self._clock.now_ms(), self._clock.monotonic_s()
        steady_ms = told_ms + int((now_s - at_s) * 1000)
        if now_ms > steady_ms:  # set forward, or the computer slept: go on from there
            self._known = now_ms, now_s
        return max(now_ms, steady_ms)

    def monotonic_s(self) -> float:
        return self._clock.monotonic_s()
