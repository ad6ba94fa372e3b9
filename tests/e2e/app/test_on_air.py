"""The broadcast as viewers and controllers meet it: a real desktop, its overlay in a real browser, a phone's form."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from playwright.async_api import Page, async_playwright
from PySide6.QtGui import QImage

from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.services import FeedQuery
from tests.e2e.app.conftest import CHROMIUM

_SHOWN_MS = 15_000


def _ctl(folder: Path, *command: str) -> tuple[int, Any]:
    """Run ``kzg-desktop ctl`` and return its exit code and what it said as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "kzg_desktop", "ctl", *command, "--json", "--data-dir", str(folder)],
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    return done.returncode, json.loads(done.stdout)


def _code_in(picture: bytes) -> str:
    """Return what the QR code in a PNG says, as a phone's camera reads it."""
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    gray = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    (found,) = zxingcpp.read_barcodes(gray)
    return str(found.text)


async def _sign_up(browser: Any, url: str) -> str:
    """Fill in the form behind the code, as a viewer does; return what the page says afterwards."""
    phone = await browser.new_page(viewport={"width": 390, "height": 844})
    await phone.goto(url)
    await phone.fill("[name=name]", "欧阳小满")
    await phone.fill("[name=phone]", "13800138000")
    await phone.check("[name=consent]")
    await phone.get_by_role("button", name="马上报名").click()
    await phone.wait_for_url("**/done**")
    said = await phone.inner_text("body")
    await phone.close()
    return str(said)


def _watch_and_apply(overlay: str, went_on_air: Any, cleared: Any) -> tuple[str, str, str, bool]:
    """Open the overlay before anything is on air; apply through its code; return what was seen."""

    async def story() -> tuple[str, str, str, bool]:
        async with async_playwright() as play:
            browser = await play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            page: Page = await browser.new_page(viewport={"width": 1920, "height": 1080})
            await page.goto(overlay)
            await page.wait_for_selector('html[data-state="empty"]', timeout=_SHOWN_MS)
            went_on_air.set()
            await page.wait_for_selector('html[data-state="shown"]', timeout=_SHOWN_MS)
            title = await page.locator(".title").inner_text()
            url = _code_in(await page.screenshot())
            said = await _sign_up(browser, url)
            cleared.set()
            await page.wait_for_selector('html[data-state="empty"]', timeout=_SHOWN_MS)
            hidden = await page.locator(".card").is_hidden()
            await browser.close()
            return title, url, said, hidden

    return asyncio.run(story())


@pytest.mark.browser
def test_viewers_see_the_card_and_apply_through_its_code(tmp_path: Path, desk_of: Any, until: Any) -> None:
    folder = tmp_path / "desk"

    async def story(app: Any) -> None:
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        await until(lambda: not app.desk.status.waiting)
        app.window.show_broadcast(BROADCAST_ID)
        page = app.window.page_widget("live")
        await until(lambda: app.studio.info.overlay_url)
        ready, cleared = threading.Event(), threading.Event()
        viewer = asyncio.create_task(asyncio.to_thread(_watch_and_apply, app.studio.info.overlay_url, ready, cleared))
        await until(ready.is_set, 30)
        code, refused = await asyncio.to_thread(_ctl, folder, "take")
        assert (1, "not-live") == (code, refused["type"].rpartition("/")[2].rpartition(":")[2])
        page.modes.toggle_air()
        page.modes.question.yes.click()
        await until(lambda: page.stage.mode == "on_air")
        code, told = await asyncio.to_thread(_ctl, folder, "take")
        assert (0, "on_air") == (code, told["state"]["mode"])
        segment = page.stage.on_air
        assert "ctl" == segment.trigger
        await until(cleared.is_set, 30)
        await until(lambda: page.feed.table.rowCount() == 1)
        assert 0 == (await asyncio.to_thread(_ctl, folder, "clear"))[0]
        title, url, said, hidden = await viewer
        assert segment.card.title == title.replace("\u200b", "").replace("\u2060", "")
        assert app.desk.sign_up_url(BROADCAST_ID) == url
        assert "报名" in said
        assert hidden
        rows = await app.desk.feed_rows(await app.desk.feed_ids(FeedQuery(broadcast_id=BROADCAST_ID)))
        assert [segment.id] == [row.segment_id for row in rows]
        assert ["mode", "take", "clear"] == [event.kind for event in app.desk.air_events(BROADCAST_ID)]

    desk_of(folder, story)


@pytest.mark.parametrize(("shape", "size"), [("16:9", (1920, 1080)), ("9:16", (1080, 1920))])
def test_a_program_without_browser_source_reads_the_picture(
    tmp_path: Path, desk_of: Any, until: Any, shape: str, size: tuple[int, int]
) -> None:
    folder = tmp_path / "desk"
    path = folder / "overlay" / "overlay.png"

    async def story(app: Any) -> None:
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        app.window.show_broadcast(BROADCAST_ID)
        page = app.window.page_widget("live")
        await until(lambda: app.studio.info.overlay_url)
        await until(path.exists)
        empty = path.read_bytes()
        await page.air.set_mode_now("on_air", "test")
        page.air.take("test")
        await until(lambda: page.stage.on_air)
        await until(lambda: path.read_bytes() != empty)
        picture = QImage.fromData(path.read_bytes())
        assert size == (picture.width(), picture.height())
        assert 0 == picture.pixelColor(5, 5).alpha(), "transparent where the card is not"
        assert app.desk.sign_up_url(BROADCAST_ID) == _code_in(path.read_bytes())
        page.air.clear("test")
        await until(lambda: path.read_bytes() == empty)

    desk_of(folder, story, png_on=True, png_shape=shape)


def test_what_is_on_air_survives_a_restart(tmp_path: Path, desk_of: Any, until: Any) -> None:
    folder = tmp_path / "desk"

    async def first(app: Any) -> str:
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        app.window.show_broadcast(BROADCAST_ID)
        page = app.window.page_widget("live")
        await page.air.set_mode_now("on_air", "test")
        page.air.take("test")
        await until(lambda: page.stage.on_air)
        await until(lambda: app.studio.overlay.card)
        return str(page.stage.on_air.id)

    async def again(app: Any) -> str:
        await until(lambda: app.studio.overlay.card)
        return str(app.studio.overlay.card.segment_id)

    assert desk_of(folder, first) == desk_of(folder, again)
