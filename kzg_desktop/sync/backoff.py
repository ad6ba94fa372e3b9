"""How long to wait before trying a hub again."""

from __future__ import annotations

import random

__all__ = ["Backoff"]


class Backoff:
    """Exponential back-off with full jitter, so that desktops that lost a hub together do not come back together."""

    def __init__(self, first_s: float = 1.0, longest_s: float = 60.0, rng: random.Random | None = None) -> None:
        self._first_s = first_s
        self._longest_s = longest_s
        self._rng = rng or random.Random()
        self._failures = 0

    def next_s(self, retry_after_s: float | None = None) -> float:
        """Return the seconds to wait after one more failure; at least what the hub asked for."""
        most = min(self._longest_s, self._first_s * 2.0**self._failures)
        self._failures = min(self._failures + 1, 30)
        return (retry_after_s or 0.0) + self._rng.uniform(0.0, most)

    def reset(self) -> None:
        """Begin anew after a success."""
        self._failures = 0
