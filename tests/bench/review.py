"""The review over everything cached: ``python -m tests.bench.review DATA_DIR``, on a folder of tests.bench.big_cache.

Prints median milliseconds: a broadcast opened (every time another one), the totals of all, of a campaign, a digest,
hosts side by side, funnels with their times, a report as PDF and as XLSX; and the longest time for which the loop was
held up meanwhile.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtGui import QGuiApplication

from kzg_desktop.cache.keys import EMBEDDED, cache_key, open_secrets
from kzg_desktop.domain.clock import SystemClock, china_day
from kzg_desktop.review.campaign import campaign_of
from kzg_desktop.review.desk import review_of
from kzg_desktop.review.digest import digest_of
from kzg_desktop.review.reading import read_margins
from kzg_desktop.review.timed import read_funnels
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.ui.report.saving import Wish, save
from kzg_desktop.ui.review.compare_groups import groups_of_hosts
from tests.bench.measure import median

RUNS = 5
TICK_S = 0.005


class _Watch:
    """Notes for how long the loop did not come round."""

    def __init__(self) -> None:
        self.longest_ms = 0.0

    async def run(self) -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK_S)
            now = time.perf_counter()
            self.longest_ms = max(self.longest_ms, (now - last - TICK_S) * 1000)
            last = now


async def _timed(ask: Callable[[], Awaitable[Any]]) -> dict[str, float]:
    watch, waits = _Watch(), []
    watching = asyncio.create_task(watch.run())
    for _ in range(RUNS):
        await asyncio.sleep(TICK_S)
        started = time.perf_counter()
        await ask()
        waits.append((time.perf_counter() - started) * 1000)
    watching.cancel()
    return {"median": round(median(waits)), "longest": round(max(waits)), "loop_held": round(watch.longest_ms)}


async def measured(data_dir: Path) -> dict[str, Any]:
    clock = SystemClock()
    desk = await LocalDesk.open(data_dir, cache_key(open_secrets(data_dir), EMBEDDED), clock)
    broadcasts = desk.broadcasts()
    several, at = itertools.cycle(broadcasts), broadcasts[len(broadcasts) // 2].starts_at
    pdf, xlsx = data_dir / "bench.pdf", data_dir / "bench.xlsx"

    def wish(**files: Path) -> Wish:
        return Wish(broadcast_id=broadcasts[0].id, language="zh", **files)

    totals = (await desk.ask(read_margins, {}))["broadcast"]  # the window has these before anything is compared
    found = {
        "open": await _timed(lambda: review_of(desk, clock, next(several))),
        "totals": await _timed(lambda: desk.ask(read_margins, {})),
        "campaign": await _timed(lambda: campaign_of(desk, broadcasts[0].campaign)),
        "digest": await _timed(lambda: digest_of(desk, clock, china_day(at))),
        "hosts": await _timed(lambda: groups_of_hosts(desk, totals, (), (), clock.now_ms())),
        "times": await _timed(lambda: desk.ask(lambda cache: read_funnels(cache, "job"), [])),
        "pdf": await _timed(lambda: save(desk, clock, wish(pdf=pdf))),
        "xlsx": await _timed(lambda: save(desk, clock, wish(xlsx=xlsx))),
    }
    await desk.close()
    pdf.unlink()
    xlsx.unlink()
    return found


if __name__ == "__main__":
    app = QGuiApplication([])
    print(msgspec.json.encode(asyncio.run(measured(Path(sys.argv[1])))).decode())
