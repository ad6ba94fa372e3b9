"""Round steps for the axes of charts."""

from __future__ import annotations

__all__ = ["count_step", "time_step_ms"]

_MINUTE_MS = 60_000
_TIME_STEPS = tuple(minutes * _MINUTE_MS for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440))


def count_step(peak: int, lines: int) -> int:
    """Return a step of 1, 2 or 5 times a power of ten so that at most *lines* of it reach *peak*."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if peak <= step * factor * lines:
                return step * factor
        step *= 10


def time_step_ms(span_ms: int, labels: int) -> int:
    """Return a round step of time so that at most *labels* of it fit into *span_ms*."""
    wanted = span_ms / max(1, labels)
    return next((step for step in _TIME_STEPS if step >= wanted), _TIME_STEPS[-1])
