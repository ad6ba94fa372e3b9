"""A running link in a hurry, and what it told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from msgspec.structs import replace

from kzg_desktop.studio.obs.link import ObsLink, Pace
from kzg_desktop.studio.obs.retries import RetryPace
from kzg_desktop.studio.obs.settings import Belief, ObsSettings
from kzg_desktop.studio.obs.status import ObsState, ObsStatus

FAST = Pace(answer_s=0.2, recheck_s=0.05, gather_s=0.001, settle_s=0.02, retry=RetryPace(first_s=0.005, longest_s=0.02))
CLEAR = Belief(mode="rehearse", overlay_url="http://127.0.0.1:8123/overlay")
CARD = replace(CLEAR, on_air=True, segment_id="s1")


class Told:
    """The statuses of a link."""

    def __init__(self) -> None:
        self.statuses: list[ObsStatus] = []
        self._news = asyncio.Event()

    def __call__(self, status: ObsStatus) -> None:
        self.statuses.append(status)
        self._news.set()

    async def until(self, holds: Callable[[ObsStatus], object]) -> ObsStatus:
        async with asyncio.timeout(5):
            while not (self.statuses and holds(self.statuses[-1])):
                self._news.clear()
                await self._news.wait()
        return self.statuses[-1]

    async def until_state(self, state: ObsState) -> ObsStatus:
        return await self.until(lambda status: status.state == state)


@asynccontextmanager
async def linked(
    port: int, belief: Belief | None = None, pace: Pace = FAST, **more: Any
) -> AsyncIterator[tuple[ObsLink, Told]]:
    told = Told()
    link = ObsLink(ObsSettings(**({"enabled": True, "port": port} | more)), told, pace=pace)
    if belief is not None:
        link.believe(belief)
    before = asyncio.all_tasks()
    running = asyncio.create_task(link.run())
    try:
        yield link, told
    finally:
        running.cancel()
        assert [asyncio.CancelledError] == [type(e) for e in await asyncio.gather(running, return_exceptions=True)]
        assert set() == {t for t in asyncio.all_tasks() - before if t.get_name().startswith("obs-")}
