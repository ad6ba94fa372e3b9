"""The real window, watched from inside: when it painted, how long its thread stalled, when rows became visible.

``start DATA_DIR``: prints when the window and its rows were first painted, and the memory then.
``search DATA_DIR``: prints the milliseconds from asking to rows in hand for names and phone endings.
``follow DATA_DIR URL INVITATION``: connects to a hub, prints ``{"live": true}``, then for each line ``watch N SECONDS``
on standard input waits until N more rows came in (SECONDS at the most) and prints their painting times and the stalls.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kzg_desktop import collector

# The rest is imported where it is used: what only measures is no part of a start, and the program comes before it.
if TYPE_CHECKING:
    from kzg_desktop.app import App
    from kzg_desktop.ui.live.page import LivePage
    from kzg_desktop.ui.main_window import MainWindow

BEAT_MS = 5


def _tell(value: Any) -> None:
    print(json.dumps(value), flush=True)


async def _started(app: App) -> int:
    """Begins once the window is shown, and before the event loop paints it."""
    from tests.bench.paints import Paints

    paints = Paints(cast("MainWindow", app.window))
    await paints.rows_at.wait()
    rows_at = time.monotonic()
    from tests.bench.measure import rss_mb

    assert paints.window_at, "the window was painted before anybody watched"
    _tell({"window_at": paints.window_at, "rows_at": rows_at, "rss_mb": rss_mb()})
    return 0


def start(data_dir: Path) -> None:
    """Measure a start with what is cached."""
    with collector.by_hand():  # as the program does it
        from kzg_desktop import app

        app.run(data_dir, script=_started, mode="embedded")


def search(data_dir: Path) -> None:
    """Measure searches over everything cached, from question to the newest rows in hand."""
    import random

    from kzg_desktop.app import run
    from kzg_desktop.services import FeedQuery
    from tests.bench.big_hub import GIVEN, SURNAMES

    async def script(app: App) -> int:
        rng = random.Random(3)
        waits = []
        for i in range(60):
            text = rng.choice(SURNAMES) + rng.choice(GIVEN) if i % 2 else f"{rng.randrange(10_000):04d}"
            started = time.perf_counter()
            numbers = await app.desk.feed_ids(FeedQuery(text=text))
            await app.desk.feed_rows(numbers[:64])
            waits.append((time.perf_counter() - started) * 1000)
        _tell(waits)
        return 0

    run(data_dir, script=script, mode="embedded")


def follow(data_dir: Path, url: str, invitation: str) -> None:
    """Measure stalls and visibility while rows come in."""
    from kzg_desktop.app import run
    from kzg_desktop.ui.settings_store import SettingsStore

    SettingsStore(data_dir / "settings.json").change(mode="hub", hub_url=url, broadcast_id="b0")
    asyncio.run(_sign_in(data_dir, url, invitation))
    run(data_dir, script=_followed)


async def _sign_in(data_dir: Path, url: str, invitation: str) -> None:
    from kzg_desktop.cache.keys import cache_key, open_secrets
    from kzg_desktop.domain.clock import SystemClock
    from kzg_desktop.link import Link
    from kzg_desktop.sync.desk import LocalDesk

    secrets = open_secrets(data_dir)
    desk = await LocalDesk.open(data_dir, cache_key(secrets, url), SystemClock())
    await Link(desk, secrets, hub=url, data_dir=data_dir).sign_in(invitation)
    await desk.close()


async def _followed(app: App) -> int:
    await app.link.wait_live()
    page = cast("LivePage", cast("MainWindow", app.window).page_widget("live"))
    page.set_broadcast("b0")
    await asyncio.sleep(2)
    _tell({"live": True})
    while line := await asyncio.to_thread(sys.stdin.readline):
        _, count, seconds = line.split()
        _tell(await _watch(app, page, int(count), float(seconds)))
    return 0


async def _watch(app: App, page: LivePage, count: int, seconds: float) -> dict[str, Any]:
    from PySide6.QtCore import Qt, QTimer

    from kzg_desktop.demo.sightings import Sightings
    from tests.bench.measure import rss_mb

    table = page.feed.table
    sightings = Sightings(table, page.feed_pane.view)
    before = table.rowCount()
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000 - BEAT_MS)
        last = now

    timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start()
    ends = time.monotonic() + seconds
    while table.rowCount() < before + count and time.monotonic() < ends:
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)
    timer.stop()
    numbers = [table.number_at(row) for row in range(table.rowCount() - before)]
    rows = await app.desk.feed_rows(numbers)
    seen = {row.id: sightings.seen_at[row.n] for row in rows if row.n in sightings.seen_at}
    return {"rows": len(numbers), "stall_ms": max(gaps), "seen": seen, "rss_mb": rss_mb()}


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    if task == "follow":
        follow(Path(arguments[0]), arguments[1], arguments[2])
    else:
        {"start": start, "search": search}[task](Path(arguments[0]))
