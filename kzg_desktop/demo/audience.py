"""Simulated viewers on a thread of their own, so that they take no time from the window they are shown in."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from kzg_desktop.viewers.simulation import Audience, Simulation, Tally

__all__ = ["AudienceThread"]


class AudienceThread:
    """Runs a simulation; *on_accepted* is called on that thread."""

    def __init__(
        self, hub_url: str, broadcast_id: str, audience: Audience, on_accepted: Callable[[str, float, float], None]
    ) -> None:
        self._simulation = Simulation(hub_url, broadcast_id, audience, on_accepted=on_accepted)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = False
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="audience", daemon=True)
        self._thread.start()

    @property
    def tally(self) -> Tally:
        """What came of it so far."""
        return self._simulation.tally

    async def stop(self) -> Tally:
        """Let nobody new come, wait for those at their form, and return what came of it all.

        Raises:
            HubUnreachable, InvalidInput: the simulation could not run at all.
        """
        self._stopping = True
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._simulation.stop)
        await asyncio.to_thread(self._thread.join)
        if self._failure is not None:
            raise self._failure
        return self.tally

    def _run(self) -> None:
        try:
            asyncio.run(self._simulate())
        except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
            self._failure = error

    async def _simulate(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._stopping:
            self._simulation.stop()
        await self._simulation.run()
