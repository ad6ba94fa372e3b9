"""The overlay page in a real Chromium: the right card, nothing cut, nothing behind it, always back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from msgspec import structs
from playwright.async_api import Browser, Page
from PySide6.QtGui import QImage

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.studio.overlay import LAYOUTS, write_local_pages
from kzg_desktop.studio.server import StudioServer
from kzg_desktop.studio.state import OverlayState
from tests.e2e.studio.conftest import Start, stage
from tests.e2e.studio.desk import CARD, LONG, OTHER, SIGN_UP
from tests.unit.hub.live import LiveHub, campaign, take

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

STAGES = ((1920, 1080), (1280, 720), (1080, 1920))
SMALLEST_PX = 28

_TEXTS = """
() => [...document.querySelectorAll(".card *")].flatMap((element) => {
  const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent).join("").trim();
  if (!text || !element.offsetParent) return [];
  const range = document.createRange(), name = element.className || element.parentElement.className;
  range.selectNodeContents(element);
  const sides = (box) => [box.left, box.top, box.right, box.bottom];
  return [{
    name, text, px: parseFloat(getComputedStyle(element).fontSize), wide: element.scrollWidth > element.clientWidth + 1,
    words: sides(range.getBoundingClientRect()), box: sides(element.getBoundingClientRect()),
    turned: !!element.closest(".pages") && !element.classList.contains("now"),
  }];
})
"""
_BOX = "(name) => (({ left, top, right, bottom }) => [left, top, right, bottom])"
_BOX += "(document.querySelector(name).getBoundingClientRect())"
_STYLE = "(({ transitionDuration, opacity }) => [transitionDuration, opacity])(getComputedStyle("
_STYLE += "document.querySelector('.card')))"
_HIDDEN_MARKS = str.maketrans("", "", "\u200b\u2060")


async def shown(page: Page, segment_id: str) -> None:
    await page.wait_for_selector(f'html[data-state="shown"][data-segment="{segment_id}"]', timeout=15_000)
    await page.evaluate("Promise.all(document.getAnimations().map((movement) => movement.finished))")


async def texts(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await page.evaluate(_TEXTS)
    return [text | {"text": text["text"].translate(_HIDDEN_MARKS)} for text in found]


async def words(page: Page) -> dict[str, str]:
    return {text["name"]: text["text"] for text in await texts(page)}


def put(studio: StudioServer, card: AirCard | None, *, url: str = SIGN_UP) -> None:
    studio.publish_overlay(OverlayState(revision=1, card=card, sign_up_url=url))


async def test_the_card_on_air_is_shown_and_changes(studio: StudioServer, browser: Browser) -> None:
    page = await browser.new_page(**stage(1920, 1080))
    put(studio, CARD)
    await page.goto(studio.overlay_url)
    await shown(page, "s-1")
    told = await words(page)
    assert ("5,500–7,000", "元/月", "SMT 操作员") == (told["figure fit"], told["unit"], told["title fit"])
    assert (CARD.employer, CARD.place) == (told["employer fit"], told["place fit"])
    assert ("剩 439 人", "扫码报名") == (told["seats"], told["call"])
    assert list(CARD.benefits[:3]) == [text["text"] for text in await texts(page) if text["name"] == "chips"]
    sizes = {text["name"]: text["px"] for text in await texts(page)}
    assert ["figure fit", "title fit"] == sorted(sizes, key=lambda name: -sizes[name])[:2], "pay first, then the job"

    put(studio, structs.replace(CARD, headcount=438))
    await page.get_by_text("剩 438 人").wait_for()
    put(studio, OTHER)
    await shown(page, "s-2")
    told = await words(page)
    assert ("焊装工", "候补报名中") == (told["title fit"], told["seats"])
    put(studio, structs.replace(OTHER, headcount=None, waiting_list=False), url="")
    await page.locator(".code").wait_for(state="hidden")
    assert "seats" not in await words(page)
    put(studio, None)
    await page.wait_for_selector('html[data-state="empty"]')
    assert await page.locator(".card").is_hidden()
    await page.close()


async def test_of_many_changes_at_once_the_last_one_stays(studio: StudioServer, browser: Browser) -> None:
    page = await browser.new_page(**stage(1920, 1080))
    put(studio, CARD)
    await page.goto(studio.overlay_url)
    await page.wait_for_selector('html[data-segment="s-1"]')
    for card in (OTHER, None, LONG, None, OTHER):
        put(studio, card)
        await asyncio.sleep(0)
    await shown(page, "s-2")
    assert "焊装工" == (await words(page))["title fit"]
    await page.close()


async def test_nothing_is_cut_in_any_layout(studio: StudioServer, browser: Browser) -> None:
    page = await browser.new_page()
    for card in (CARD, LONG):
        put(studio, card)
        for width, height in STAGES:
            await page.set_viewport_size({"width": width, "height": height})
            for layout in LAYOUTS:
                await page.goto(f"{studio.overlay_url}?layout={layout}")
                await shown(page, card.segment_id)
                await _nothing_is_cut(page, (width, height), card)
    await page.close()


async def _nothing_is_cut(page: Page, size: tuple[int, int], card: AirCard) -> None:
    width, height = size
    smallest = SMALLEST_PX * min(size) / 1080
    safe = (width * 0.05, height * 0.05, width * 0.95, height * 0.95)
    whole, code = [tuple(await page.evaluate(_BOX, name)) for name in (".card", ".tile")]
    assert _within(whole, safe), (page.url, size, whole)
    assert _within(code, safe), (page.url, size, code)
    found = await texts(page)
    for text in found:
        where = (page.url, size, text)
        assert text["px"] >= smallest - 0.1, where
        assert not text["wide"], where
        assert _within(text["words"], whole), where
        assert not _overlap(text["words"], code), where
        assert _within((text["words"][0], 0, text["words"][2], 0), (text["box"][0], 0, text["box"][2], 0)), where
    for one, other in combinations([text for text in found if not text["turned"]], 2):
        assert not _overlap(one["box"], other["box"]), (page.url, size, one, other)
    told = " ".join(text["text"] for text in found)
    for needed in (card.title, card.employer, card.pay, "扫码报名", *card.benefits[:3]):
        assert needed in told, (page.url, size, needed)


def _within(inner: Sequence[float], outer: Sequence[float]) -> bool:
    near, far = zip(inner[:2], outer[:2], strict=True), zip(inner[2:], outer[2:], strict=True)
    return all(i >= o - 1 for i, o in near) and all(i <= o + 1 for i, o in far)


def _overlap(a: Sequence[float], b: Sequence[float]) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_there_is_nothing_behind_the_card_and_its_code_is_read(
    studio: StudioServer, browser: Browser, layout: str
) -> None:
    page = await browser.new_page(**stage(1280, 720))
    put(studio, CARD)
    await page.goto(f"{studio.overlay_url}?layout={layout}&theme=light")
    await shown(page, "s-1")
    image = QImage.fromData(await page.screenshot(omit_background=True))
    assert [0, 0, 0] == [image.pixelColor(x, y).alpha() for x, y in ((0, 0), (1279, 0), (2, 360))]
    assert image.pixelColor(200, 640 if layout != "full-card" else 400).alpha() > 200
    assert [SIGN_UP] == codes(image)
    await page.close()


def codes(image: QImage) -> list[str]:
    """Return the texts of the QR codes in a picture, on black where it is transparent."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(gray.constBits()).cast("B", shape=[gray.height(), gray.width()])
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


async def test_the_code_in_the_picture_opens_a_page_that_takes_an_application(
    studio: StudioServer, browser: Browser, tmp_path: Path
) -> None:
    hub = LiveHub(tmp_path / "hub")
    host = hub.desktop()
    host.act(*campaign(), take("s-1"))
    put(studio, CARD, url=f"{hub.url}/apply/live-1")
    page = await browser.new_page(**stage(1280, 720))
    await page.goto(studio.overlay_url)
    await shown(page, "s-1")
    [address] = codes(QImage.fromData(await page.screenshot()))
    await page.goto(address)
    await page.get_by_label("姓名").fill("王小明")
    await page.get_by_label("手机号").fill("13800138000")
    await page.get_by_label("我同意").check()
    await page.get_by_role("button", name="马上报名").click()
    await page.wait_for_url("**/done?r=*")
    host.start()
    assert ["s-1"] == [row["segment_id"] for row in host.applications()]
    await page.close()
    host.close()
    hub.close()


async def test_a_page_opened_before_the_desk_shows_the_card_when_it_comes(
    start: Start, browser: Browser, tmp_path: Path
) -> None:
    write_local_pages(tmp_path, 9)  # what an earlier start left; nobody listens there
    page = await browser.new_page(**stage(1080, 1920))
    await page.goto((tmp_path / "overlay" / "overlay-ticker.html").as_uri())
    assert ("ticker", "empty") == (
        await page.locator("html").get_attribute("data-layout"),
        await page.locator("html").get_attribute("data-state"),
    )
    studio = await start()
    assert tmp_path / "overlay" / "overlay.html" == studio.overlay_file
    put(studio, CARD)
    await shown(page, "s-1")
    await page.close()


async def test_a_restart_of_the_desk_does_not_show(start: Start, browser: Browser) -> None:
    first = await start()
    put(first, CARD)
    page = await browser.new_page(**stage(1920, 1080))
    await page.goto(first.overlay_url)
    await shown(page, "s-1")
    await first.stop()
    assert ("shown", "SMT 操作员") == (
        await page.locator("html").get_attribute("data-state"),
        (await words(page))["title fit"],
    )
    await page.evaluate(
        "window.states = []; new MutationObserver(() => states.push(document.documentElement.dataset.state))"
        ".observe(document.documentElement, { attributeFilter: ['data-state'] })"
    )
    second = await start(first.port)
    assert first.port == second.port
    async with page.expect_event("websocket", timeout=15_000):
        pass
    put(second, structs.replace(CARD, headcount=12))
    await page.get_by_text("剩 12 人").wait_for()
    assert [] == await page.evaluate("states"), "the same card neither left nor came"
    put(second, OTHER)
    await shown(page, "s-2")
    await page.close()


async def test_those_who_asked_for_no_movement_get_none(studio: StudioServer, browser: Browser) -> None:
    page = await browser.new_page(**stage(1920, 1080), reduced_motion="reduce")
    put(studio, CARD)
    await page.goto(f"{studio.overlay_url}?layout=full-card")
    await page.wait_for_selector('html[data-state="shown"]')
    assert ["0s", "1"] == await page.evaluate(_STYLE)
    await page.close()


async def test_the_page_can_be_restyled_and_asks_nothing_of_the_network(studio: StudioServer, browser: Browser) -> None:
    page = await browser.new_page(**stage(1920, 1080))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    put(studio, CARD)
    await page.goto(f"{studio.overlay_url}?theme=red&ratio=9:16")
    await page.add_style_tag(content=":root { --kzg-text: rgb(1, 2, 3); }")
    await shown(page, "s-1")
    assert "rgb(1, 2, 3)" == await page.evaluate("getComputedStyle(document.querySelector('.title')).color")
    assert "9:16" == await page.locator("html").get_attribute("data-ratio")
    assert [f"{studio.overlay_url}?theme=red&ratio=9:16"] == asked
    await page.close()
