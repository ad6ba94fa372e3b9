"""A real studio on loopback beside a desk on the test's loop, its clients, and a real browser."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from kzg_desktop.studio.server import StudioServer
from tests.e2e.studio.desk import FakeDesk

Start = Callable[..., Awaitable[StudioServer]]


@pytest_asyncio.fixture(loop_scope="module")
async def desk() -> FakeDesk:
    return FakeDesk()


@pytest_asyncio.fixture(loop_scope="module")
async def start(desk: FakeDesk, tmp_path: Path) -> AsyncIterator[Start]:
    """Return a function that starts a studio; all are stopped in the end."""
    studios: list[StudioServer] = []

    async def begin(port: int = 0, data_dir: Path = tmp_path) -> StudioServer:
        studio = StudioServer(desk, asyncio.get_running_loop(), port=port, data_dir=data_dir)
        studios.append(studio)
        await studio.start()
        desk.changed = lambda: studio.publish_control(desk.state())
        studio.publish_control(desk.state())
        return studio

    yield begin
    for studio in studios:
        await studio.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def studio(start: Start) -> StudioServer:
    return await start()


@pytest_asyncio.fixture(loop_scope="module")
async def http(studio: StudioServer) -> AsyncIterator[httpx.AsyncClient]:
    """Return a client that sends the token."""
    headers = {"Authorization": f"Bearer {studio.token}"}
    async with httpx.AsyncClient(base_url=studio.url, headers=headers, timeout=20) as client:
        yield client


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as play:
        running = await play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield running
        await running.close()


def stage(width: int, height: int) -> dict[str, Any]:
    """Return the options of a page of that size."""
    return {"viewport": {"width": width, "height": height}}
