"""How long the link waits before it tries OBS again."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.studio.obs.errors import ObsError, ObsPasswordRefused

__all__ = ["Retries", "RetryPace"]


class RetryPace(Struct, frozen=True, kw_only=True):
    """The first and the longest wait, and the one after a refused password, in seconds.

    A connection that lasted ``proven_s`` is tried again as soon as one that was never lost before.
    """

    first_s: float = 0.5
    longest_s: float = 10.0
    wrong_password_s: float = 60.0
    proven_s: float = 10.0


class Retries:
    """Waits that double from loss to loss. There is one OBS to a desk, so nothing needs to be spread at random."""

    def __init__(self, pace: RetryPace) -> None:
        self._pace = pace
        self._next_s = pace.first_s

    def after(self, error: ObsError, lasted_s: float) -> float:
        """Return how long to wait after *error* ended an attempt or a connection that *lasted_s*."""
        if isinstance(error, ObsPasswordRefused):
            return self._pace.wrong_password_s
        wait_s = self._pace.first_s if lasted_s >= self._pace.proven_s else self._next_s
        self._next_s = min(2 * wait_s, self._pace.longest_s)
        return wait_s
