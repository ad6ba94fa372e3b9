"""One OBS for all tests of the link, and a link whose statuses can be waited for."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from kzg_desktop.studio.obs.link import ObsLink, Pace
from kzg_desktop.studio.obs.settings import Belief, ObsSettings
from kzg_desktop.studio.obs.status import ObsStatus
from tests.e2e.obs.real_obs import PASSWORD, ObsClient, RealObs, Screen, grouped, paint

GROUPED = "#108040"


@pytest.fixture(scope="module")
def obs(tmp_path_factory: pytest.TempPathFactory, picture_folder: Path) -> Iterator[RealObs]:
    for program in ("obs", "Xvfb"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (scripts/setup.sh dev installs it)")
    screen = Screen()
    group = grouped(paint(picture_folder / "group.png", GROUPED))
    real = RealObs(tmp_path_factory.mktemp("obs"), screen.display, group)
    try:
        real.start()
        yield real
    finally:
        real.kill()
        screen.close()


@pytest.fixture
async def client(obs: RealObs) -> AsyncIterator[ObsClient]:
    async with obs.client() as client:
        yield client


class Watched:
    """A running link and everything it told."""

    def __init__(self, settings: ObsSettings, pace: Pace) -> None:
        self.told: list[ObsStatus] = []
        self._news = asyncio.Event()
        self.link = ObsLink(settings, self._on_status, pace=pace)

    def _on_status(self, status: ObsStatus) -> None:
        self.told.append(status)
        self._news.set()

    async def until(self, holds: Callable[[ObsStatus], bool], timeout_s: float = 10.0) -> ObsStatus:
        """Wait until the status satisfies *holds*."""
        try:
            async with asyncio.timeout(timeout_s):
                while not holds(self.link.status):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"never so: {self.link.status}") from None
        return self.link.status

    async def until_problems(self, *codes: str) -> ObsStatus:
        """Wait until connected with exactly these problems."""
        return await self.until(
            lambda status: status.state == "connected" and [*codes] == [found.code for found in status.problems]
        )


Start = Callable[..., AbstractAsyncContextManager[Watched]]


@pytest.fixture
def linked(obs: RealObs) -> Start:
    """Return a context manager that runs a link with these settings, believing something from the start."""

    @asynccontextmanager
    async def start(
        belief: Belief | None = None, *, pace: Pace | None = None, **more: object
    ) -> AsyncIterator[Watched]:
        settings = ObsSettings(**({"enabled": True, "port": obs.port, "password": PASSWORD} | more))  # type: ignore[arg-type]
        watched = Watched(settings, pace or Pace())
        if belief is not None:
            watched.link.believe(belief)
        running = asyncio.create_task(watched.link.run())
        try:
            yield watched
        finally:
            running.cancel()
            ended = await asyncio.gather(running, return_exceptions=True)
            assert [asyncio.CancelledError] == [type(error) for error in ended]

    return start


@pytest.fixture(scope="module")
def picture_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the desk's overlay picture lies; OBS keeps reading it as long as it runs."""
    return tmp_path_factory.mktemp("招工 overlay")
