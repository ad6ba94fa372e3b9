"""Keys pressed while the list that they are meant for is still being read: they wait for it, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kzg_desktop.domain.clock import Clock

__all__ = ["KeyQueue"]

_MEANT_S = 1.0
"""Whoever waits longer than that for a list looks at it before going on."""


class KeyQueue:
    """Holds acts back while `is_awaited` says that another list than the one on screen is coming.

    Without it a search, Enter and C in one go would call whoever was at hand before.
    """

    def __init__(self, clock: Clock, is_awaited: Callable[[], bool]) -> None:
        self._clock = clock
        self._is_awaited = is_awaited
        self._held: list[tuple[float, Callable[[], object]]] = []

    def hold_back(self, acts: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """Return these acts so that each waits for its list."""
        return {name: self._later(act) for name, act in acts.items()}

    def release(self) -> None:
        """The list is there: do what was held back for it."""
        held, self._held = self._held, []
        now = self._clock.monotonic_s()
        for pressed, act in held:
            if now - pressed < _MEANT_S:
                act()

    def _later(self, act: Callable[[], object]) -> Callable[[], None]:
        def do() -> None:
            if self._is_awaited():
                self._held.append((self._clock.monotonic_s(), act))
            else:
                act()

        return do
