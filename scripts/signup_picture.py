"""Take the picture of the sign-up page for the guide: a real hub, the sample campaign, a phone-sized Chromium."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from kzg_desktop.domain.actions import TakeCard
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.embedded import EmbeddedHub
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.engine import SyncEngine
from kzg_desktop.sync.session import EmbeddedCredentials

CARD = 1


async def main(target: Path) -> None:
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
        await _picture(f"{url}/apply/{BROADCAST_ID}", target)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await desk.close()
        await hub.stop()


async def _picture(url: str, target: Path) -> None:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        await page.goto(url)
        await page.screenshot(path=target)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
