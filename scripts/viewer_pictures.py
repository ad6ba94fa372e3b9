"""Take the pictures of what viewers see, for the guide: the sign-up page on a phone, and the overlay on a stream.

A real hub, the sample campaign, the studio's own server, Chromium.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from typing import cast

from playwright.async_api import async_playwright

from kzg_desktop.domain.actions import TakeCard
from kzg_desktop.domain.air_card import air_card
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.embedded import EmbeddedHub
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.studio.server import StudioServer
from kzg_desktop.studio.state import Controls, ControlState, OverlayState
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.engine import SyncEngine
from kzg_desktop.sync.session import EmbeddedCredentials

CARD = 1
STREAM = "background: radial-gradient(circle at 60% 35%, #5d7288, #1d2733 70%)"
"""Stands for the host's camera behind the overlay."""


class _NobodyAtTheDesk:
    """Nothing is commanded while pictures are taken."""

    def state(self) -> ControlState:
        return ControlState()


async def main(pictures: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hub = EmbeddedHub(Path(folder) / "hub")
        url = await hub.start()
        desk = await LocalDesk.open(Path(folder), None, SystemClock())
        running = asyncio.create_task(SyncEngine(desk, url, EmbeddedCredentials(hub.secret)).run())
        await desk.act(*missing_actions(desk, desk.clock.now_ms()))
        item = desk.lineup(BROADCAST_ID)[CARD]
        card = desk.job(item.job_id)
        assert card is not None
        take = TakeCard(
            segment_id=new_id(), broadcast_id=BROADCAST_ID, item_id=item.id, card=card, planned_s=item.planned_s
        )
        await desk.act(take)
        while desk.status.waiting:  # noqa: ASYNC110 - the status has no event that means "all sent"
            await asyncio.sleep(0.05)
        sign_up = f"{url}/apply/{BROADCAST_ID}"
        await _sign_up_page(sign_up, pictures / "signup.png")
        (segment,) = desk.segments(BROADCAST_ID)
        shown = OverlayState(revision=1, card=air_card(segment, None), sign_up_url="https://jobs.example.com/apply/12")
        await _overlay(shown, Path(folder), pictures / "overlay.png")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await desk.close()
        await hub.stop()


async def _sign_up_page(url: str, target: Path) -> None:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        await page.goto(url)
        await page.screenshot(path=target)
        await browser.close()


async def _overlay(state: OverlayState, folder: Path, target: Path) -> None:
    studio = StudioServer(cast("Controls", _NobodyAtTheDesk()), asyncio.get_running_loop(), port=0, data_dir=folder)
    await studio.start()
    studio.publish_overlay(state)
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1280, "height": 720}, device_scale_factor=1.5)
        await page.goto(studio.overlay_url)
        await page.wait_for_selector('html[data-state="shown"]')
        await page.add_style_tag(content=f"body {{ {STREAM} }}")
        await page.wait_for_timeout(600)
        await page.screenshot(path=target)
        await browser.close()
    await studio.stop()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
