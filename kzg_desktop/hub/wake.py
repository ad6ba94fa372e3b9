"""Waking the requests that wait for a commit."""

from __future__ import annotations

import asyncio
import contextlib

__all__ = ["Wake"]


class Wake:
    """One signal from the writer's thread to everybody who waits on the loop."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._next: asyncio.Future[None] | None = None
        self.closing = False

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """Say on which loop the waiters are."""
        self._loop = loop
        self._next = loop.create_future()

    def ticket(self) -> asyncio.Future[None]:
        """Return what ends at the next signal; take it before reading, so that no commit falls in between."""
        assert self._next is not None
        return self._next

    def notify(self) -> None:
        """Wake everybody; from any thread."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
                self._loop.call_soon_threadsafe(self._fire)

    def close(self) -> None:
        """Let everybody return now; from the loop."""
        self.closing = True
        self._fire()

    def _fire(self) -> None:
        if self._next is None or self._loop is None:
            return
        fired, self._next = self._next, self._loop.create_future()
        if not fired.done():
            fired.set_result(None)
