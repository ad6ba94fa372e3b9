"""Time as the program sees it, injected so that tests never sleep."""

from __future__ import annotations

import time
from typing import Protocol

__all__ = ["Clock", "SystemClock"]


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
