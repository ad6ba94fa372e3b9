"""Time as the program sees it, injected so that tests never sleep."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

__all__ = ["CHINA", "Clock", "SystemClock", "china_day"]

CHINA = timezone(timedelta(hours=8))
"""China has one time of day and sets no clock forward or back."""


def china_day(now_ms: int) -> date:
    """Return the day in China at that time (UTC ms), by which an offer is valid or not."""
    return datetime.fromtimestamp(now_ms / 1000, CHINA).date()


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
