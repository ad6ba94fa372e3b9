"""A real desk on an invented campaign."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.desk import review_of
from kzg_desktop.review.whole import Review
from kzg_desktop.sync.desk import LocalDesk
from tests.fakes import FakeClock
from tests.gui.review.campaign import EVENING, make_campaign


@pytest.fixture(scope="session")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three broadcasts; tests that act must copy it."""
    folder = tmp_path_factory.mktemp("report") / "desk"
    make_campaign(folder, None, (420, 90, 12))
    return folder


@pytest.fixture
def on_desk(campaign: Path, tmp_path: Path) -> Callable[[Callable[[LocalDesk], Awaitable[Any]]], Any]:
    """Return a function that makes a coroutine of a story told on a copy of the campaign's desk."""
    folder = tmp_path / "desk"
    shutil.copytree(campaign, folder)

    async def run(story: Callable[[LocalDesk], Awaitable[Any]]) -> Any:
        desk = await LocalDesk.open(folder, None, FakeClock(EVENING + 40 * 86_400_000))
        try:
            return await story(desk)
        finally:
            await desk.close()

    return run


@pytest.fixture(scope="session")
def whole(campaign: Path) -> Review:
    """The review of the first broadcast."""

    async def read() -> Review:
        clock = FakeClock(EVENING + 40 * 86_400_000)
        desk = await LocalDesk.open(campaign, None, clock)
        try:
            broadcast: Broadcast = next(one for one in desk.broadcasts() if one.id == "b0")
            return await review_of(desk, clock, broadcast)
        finally:
            await desk.close()

    return asyncio.run(read())
