"""The link that stays: connects to OBS for ever, follows takes and clears, and tells where OBS and desk disagree."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, NoReturn

from msgspec import Struct

from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.studio.obs.compare import compared
from kzg_desktop.studio.obs.connection import ANSWER_S, ObsConnection, connected
from kzg_desktop.studio.obs.errors import ObsError, ObsRefused
from kzg_desktop.studio.obs.look import look
from kzg_desktop.studio.obs.messages import ProgramScene, StreamStatus
from kzg_desktop.studio.obs.retries import Retries, RetryPace
from kzg_desktop.studio.obs.settings import Belief, ObsSettings
from kzg_desktop.studio.obs.status import ObsState, ObsStatus

__all__ = ["ObsLink", "Pace"]

log = logging.getLogger(__name__)

NOTED = frozenset({
    "CurrentProgramSceneChanged",
    "CurrentSceneCollectionChanged",
    "InputCreated",
    "InputNameChanged",
    "InputRemoved",
    "InputSettingsChanged",
    "RecordStateChanged",
    "SceneCreated",
    "SceneItemCreated",
    "SceneItemEnableStateChanged",
    "SceneItemRemoved",
    "SceneListChanged",
    "SceneNameChanged",
    "SceneRemoved",
    "SceneTransitionEnded",
    "StreamStateChanged",
    "StudioModeStateChanged",
    "VirtualcamStateChanged",
    "",
})  # fmt: skip
"""Events after which OBS may show something else; "" is the loss of the connection."""


class Pace(Struct, frozen=True, kw_only=True):
    """How fast the link works, in seconds; tests hurry it.

    News of OBS is gathered for ``gather_s``, and OBS looked at once more ``settle_s`` after it: it tells that a stream
    ended before it has.
    """

    answer_s: float = ANSWER_S
    recheck_s: float = 5.0
    gather_s: float = 0.05
    settle_s: float = 0.5
    retry: RetryPace = RetryPace()


class ObsLink:
    """Compares OBS with the desk, and switches scenes after a take or a clear where the settings say so.

    Connecting changes nothing in OBS, however the desk's belief changed meanwhile. Every change of status is handed to
    *on_status* on the loop that runs :meth:`run`; all methods belong to that loop.
    """

    def __init__(
        self,
        settings: ObsSettings,
        on_status: Callable[[ObsStatus], None],
        *,
        clock: Clock | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._settings = settings
        self._on_status = on_status
        self._clock = clock or SystemClock()
        self._pace = pace or Pace()
        self._belief: Belief | None = None
        self._followed: tuple[bool, str, str] | None = None
        self._status = ObsStatus(since=self._clock.now_ms())
        self._wake = asyncio.Event()
        self._readdressed = asyncio.Event()
        self._gathering: asyncio.TimerHandle | None = None

    @property
    def status(self) -> ObsStatus:
        """What was told last."""
        return self._status

    def configure(self, settings: ObsSettings) -> None:
        """Use *settings* from now on; connects anew only when it must."""
        if settings.address != self._settings.address:
            self._readdressed.set()
        self._settings = settings
        self._wake.set()

    def believe(self, belief: Belief) -> None:
        """Take note of what the desk believes.

        A change of what is on air, while connected, is a take or a clear and may switch scenes. The first belief is
        not: it says how the desk found things.
        """
        if belief == self._belief:
            return  # looking at OBS takes ten questions, and the desk says this every second
        self._belief = belief
        self._wake.set()

    async def run(self) -> NoReturn:
        """Keep the link until cancelled. Nothing that OBS or the network does makes this raise."""
        while True:
            self._readdressed.clear()
            await _until_either(self._keep_connected(), self._readdressed.wait())

    async def _keep_connected(self) -> None:
        if not self._settings.enabled:
            self._stand("off")
            await asyncio.Event().wait()  # until there is another address
        self._stand("connecting")
        retries = Retries(self._pace.retry)
        while True:
            began_s = self._clock.monotonic_s()
            error = await self._connect_once()
            known = error.state == self._status.state
            log.log(logging.DEBUG if known else logging.WARNING, "OBS: %s: %s", error.state, error)
            self._stand(error.state)
            await asyncio.sleep(retries.after(error, self._clock.monotonic_s() - began_s))

    async def _connect_once(self) -> ObsError:
        """Connect and stay as long as it lasts; return why it ended."""
        try:
            async with connected(self._settings, self._on_event, answer_s=self._pace.answer_s) as obs:
                self._followed = self._belief.air() if self._belief is not None else None
                await self._converse(obs)
        except ObsError as error:
            return error
        finally:
            if self._gathering is not None:
                self._gathering.cancel()
                self._gathering = None

    async def _converse(self, obs: ObsConnection) -> NoReturn:
        soon = False
        while True:
            self._wake.clear()
            settings, belief = self._settings, self._belief  # a take meanwhile is the next turn's
            try:
                if belief is not None:
                    await self._follow(obs, settings, belief)
                picture = await look(obs, settings, belief or Belief())
            except ObsRefused as refused:
                log.info("OBS is not ready: %s", refused)
                soon = True
            else:
                since = self._status.since if self._status.state == "connected" else self._clock.now_ms()
                self._report(compared(picture, settings, belief or Belief(), since))
            soon = await self._rest(self._pace.settle_s if soon else self._pace.recheck_s)

    async def _rest(self, longest_s: float) -> bool:
        """Wait for news, *longest_s* at the most; return whether there are any."""
        with suppress(TimeoutError):
            async with asyncio.timeout(longest_s):
                return await self._wake.wait()
        return False

    async def _follow(self, obs: ObsConnection, settings: ObsSettings, belief: Belief) -> None:
        """Switch to the scene that a take or a clear asks for, if there was one and it does."""
        air, before = belief.air(), self._followed
        self._followed = air
        scene = belief.wanted_scene(settings)
        if before is None or air == before or not scene:
            return
        try:
            if await self._may_switch(obs, scene, belief):
                await obs.tell("SetCurrentProgramScene", sceneName=scene)
        except ObsRefused as refused:  # most often: no such scene any more, which the comparison tells
            log.warning("OBS did not switch to %r: %s", scene, refused)

    async def _may_switch(self, obs: ObsConnection, scene: str, belief: Belief) -> bool:
        if belief.mode == "rehearse" and (await obs.ask(StreamStatus)).output_active:
            log.warning("OBS streams during a rehearsal: not switched to %r", scene)
            return False
        return (await obs.ask(ProgramScene)).current_program_scene_name != scene

    def _on_event(self, name: str) -> None:
        """Look again a moment later: events come in bursts."""
        if name in NOTED and self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(self._pace.gather_s, self._gathered)

    def _gathered(self) -> None:
        self._gathering = None
        self._wake.set()

    def _stand(self, state: ObsState) -> None:
        """Tell that the link is in *state*, knowing nothing about what OBS shows."""
        if state != self._status.state:
            self._report(ObsStatus(state=state, since=self._clock.now_ms()))

    def _report(self, status: ObsStatus) -> None:
        if status == self._status:
            return
        if status.state == "connected" != self._status.state:
            log.info("OBS %s connected", status.version)
        self._status = status
        self._on_status(status)


async def _until_either(*works: Coroutine[Any, Any, object]) -> None:
    """Run *works* until one ends, end the others, and raise what it raised."""
    tasks = [asyncio.create_task(work, name="obs-link") for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
