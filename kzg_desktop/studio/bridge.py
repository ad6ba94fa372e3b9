"""From the studio's thread to the desk's: commands run where the desk lives, and the studio never waits for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from kzg_desktop.studio.commands import Answer, Command
from kzg_desktop.studio.state import Controls, ControlState

__all__ = ["LIMIT_S", "Bridge", "DeskBusy"]

T = TypeVar("T")

LIMIT_S = 5.0
"""How long the desk may take to answer."""


class DeskBusy(Exception):
    """The desk did not answer in time, or is closing."""


class Bridge:
    """Calls *controls* on *desk_loop* from the studio's loop."""

    def __init__(self, controls: Controls, desk_loop: asyncio.AbstractEventLoop, *, limit_s: float = LIMIT_S) -> None:
        self._controls = controls
        self._desk_loop = desk_loop
        self._limit_s = limit_s

    async def state(self) -> ControlState:
        """Return where the broadcast stands.

        Raises:
            DeskBusy: no answer in time.
        """

        async def ask() -> ControlState:
            return self._controls.state()

        return await self._at_desk(ask)

    async def perform(self, command: Command, trigger: str) -> Answer:
        """Do what *command* says, and tell what became of it.

        Raises:
            DeskBusy: no answer in time; it was not done, unless the desk had already begun.
        """

        async def act() -> Answer:
            outcome = await command.perform(self._controls, trigger)
            return Answer(outcome=outcome, state=self._controls.state())

        return await self._at_desk(act)

    async def _at_desk(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        deadline = time.monotonic() + self._limit_s

        async def unless_late() -> T:
            # A desk that was stuck must not put a card on air that nobody waits for any more.
            if time.monotonic() > deadline:
                raise DeskBusy
            return await work()

        job = unless_late()
        try:
            future = asyncio.run_coroutine_threadsafe(job, self._desk_loop)
        except RuntimeError as error:  # its loop is closed
            job.close()
            raise DeskBusy from error
        asked = asyncio.wrap_future(future)
        # Not cancelled when late: a take that has begun writes its segment first and must then show it.
        done, _ = await asyncio.wait({asked}, timeout=self._limit_s)
        if not done:
            asked.add_done_callback(_look_at)
            raise DeskBusy
        if asked.cancelled():
            raise DeskBusy
        return asked.result()


def _look_at(late: asyncio.Future[Any]) -> None:
    """Take notice of a late failure, which asyncio would report as overlooked."""
    if not late.cancelled():
        late.exception()
