"""From a viewer's browser to the host's window and the local cache."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.services import FeedQuery
from tests.e2e.app.conftest import CHROMIUM


def _fill_in(url: str) -> tuple[str, float]:
    """Fill in the form as a viewer does; return what the page says afterwards, and when the button was tapped."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(url)
        page.fill("[name=name]", "欧阳小满")
        page.fill("[name=phone]", "138 0013 8000")
        page.check("[name=consent]")
        tapped = time.monotonic()
        page.get_by_role("button", name="马上报名").click()
        page.wait_for_url("**/done**")
        said = page.inner_text("body")
        browser.close()
    return said, tapped


@pytest.mark.browser
@pytest.mark.timed
def test_a_viewers_form_is_in_window_and_cache_within_a_second(tmp_path: Path, desk_of: Any, until: Any) -> None:
    async def story(app: Any) -> tuple[str, float, list[Any]]:
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        await until(lambda: not app.desk.status.waiting)
        app.window.show_broadcast(BROADCAST_ID)
        page = app.window.page_widget("live")
        await page.air.set_mode_now("on_air", "test")
        page.air.take("test")
        await until(lambda: page.stage.on_air)
        await until(lambda: not app.desk.status.waiting)
        browser = asyncio.create_task(asyncio.to_thread(_fill_in, f"{app.link.url}/apply/{BROADCAST_ID}"))
        await until(lambda: page.feed.table.rowCount() == 1, 30)
        shown = time.monotonic()
        said, tapped = await browser
        rows = await app.desk.feed_rows(await app.desk.feed_ids(FeedQuery(broadcast_id=BROADCAST_ID)))
        return said, shown - tapped, [(row, page.stage.on_air) for row in rows]

    said, seconds, rows = desk_of(tmp_path / "desk", story)
    ((row, segment),) = rows
    assert "报名" in said
    assert seconds < 1.0
    assert ("欧阳小满", "13800138000") == (row.name, row.phone)
    assert segment.id == row.segment_id
    assert segment.card.id == row.job_id


def test_the_demo_agrees_with_itself_and_writes_what_it_promises(tmp_path: Path) -> None:
    command = ["demo", "--headless", "--for", "6", "--rate", "12"]
    files = ["--pictures", str(tmp_path / "pictures"), "--json", str(tmp_path / "summary.json")]
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"} | {"KZG_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "kzg_desktop", *command, *files], check=False, env=environment, timeout=110
    )
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert done.returncode == 0
    assert summary["sent"] > 20
    assert {summary["sent"]} == {summary[key] for key in ("hub_stored", "cache_stored", "shown")}
    assert (14, 0) == (summary["jobs"], summary["failed"])
    assert summary["takes"] >= 1
    assert summary["latency_ms"]["p99"] < 2_000
    pictures = [Path(path) for path in summary["pictures"]]
    pages = {"live", "jobs", "settings", "hr", "interviews", "review", "team", "welcome"}
    assert {f"{page}{look}" for page in pages for look in ("", "-light", "-en")} == {path.stem for path in pictures}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
