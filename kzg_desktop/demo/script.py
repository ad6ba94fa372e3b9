"""The main job with nobody at the keyboard: sample campaign, takes, viewers, and a count at every station."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
from msgspec import Struct

from kzg_desktop.app import App
from kzg_desktop.demo.audience import AudienceThread
from kzg_desktop.demo.sightings import Latency, Sightings
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.ui.live.page import LivePage
from kzg_desktop.ui.main_window import MainWindow
from kzg_desktop.viewers.simulation import Audience, Tally

__all__ = ["Demo", "Plan", "Summary"]

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.05
READY_S = 60.0
SETTLE_S = 30.0
TAKE_EVERY_S = 4.0
FOR_EVER_S = 10 * 365 * 86_400.0


class Plan(Struct, frozen=True, kw_only=True):
    """How the demo runs. *for_s* None: until the window is closed. *autopilot*: take a card every few seconds."""

    for_s: float | None
    rate: float
    autopilot: bool
    pictures: Path | None = None
    summary: str = ""


class Summary(Struct, kw_only=True):
    """The counts at every station, and how long a form took from the viewer's tap to the painted row."""

    jobs: int
    takes: int
    sent: int
    refused: int
    repeated: int
    failed: int
    hub_stored: int
    cache_stored: int
    shown: int
    latency_ms: Latency
    pictures: list[str]

    @property
    def agrees(self) -> bool:
        """Whether something was sent, and nothing lost, doubled or failed on the way."""
        return self.failed == 0 and 0 < self.sent == self.hub_stored == self.cache_stored == self.shown


class _Before(NamedTuple):
    applications: int
    segments: int


class Demo:
    """A script for a running desktop."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    async def run(self, app: App) -> int:
        """Run the demo and return 0 if the counts agree, else 1."""
        window, page = await self._prepare(app), _live_page(app)
        before = _Before(await app.link.hub_stored("application"), len(app.desk.segments(BROADCAST_ID)))
        sightings = Sightings(page.feed.table, page.feed_pane.view)
        # Other people at every run, since a folder that is used again knows the earlier ones.
        audience = Audience(rate_per_s=self._plan.rate, seed=app.clock.now_ms())
        viewers = AudienceThread(app.link.url, BROADCAST_ID, audience, sightings.on_accepted)
        try:
            await self._on_air(app)
        finally:
            tally = await viewers.stop()
        await self._settled(app, tally, before)
        summary = await self._summary(app, tally, sightings, before)
        if self._plan.pictures is not None:
            summary.pictures = await _take_pictures(app, window, self._plan.pictures)
        self._report(summary)
        return 0 if summary.agrees else 1

    async def _prepare(self, app: App) -> MainWindow:
        """Load the sample campaign into the hub and show its broadcast."""
        assert app.window is not None
        async with asyncio.timeout(READY_S):
            await app.link.wait_live()
            actions = missing_actions(app.desk, app.clock.now_ms())
            if actions:
                await app.desk.act(*actions)
            await _until(lambda: not app.desk.status.waiting)
        app.window.show_broadcast(BROADCAST_ID)
        app.window.show_page("live")
        return app.window

    async def _on_air(self, app: App) -> None:
        """Keep the broadcast going until the time is up or the window is closed."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + (self._plan.for_s or FOR_EVER_S)
        every_s = self._take_every_s(len(app.desk.lineup(BROADCAST_ID)))
        air = _live_page(app).air  # which outlives the page
        await air.set_mode_now("on_air", "demo")
        air.take("demo")
        while (left := ends - loop.time()) > 0:
            if await app.closed_within(min(every_s, left)):
                return
            if self._plan.autopilot and left > every_s:
                air.take("demo")

    def _take_every_s(self, cards: int) -> float:
        """Return how long each card stays: as long as the time is enough for, all of them after one another."""
        return max(TAKE_EVERY_S, (self._plan.for_s or 0.0) / max(1, cards))

    async def _settled(self, app: App, tally: Tally, before: _Before) -> None:
        """Wait until what was sent is shown and what was done is confirmed; the summary tells if it never is."""

        def settled() -> bool:
            shown = _live_page(app).feed.table.rowCount()
            return shown >= before.applications + tally.sent and not app.desk.status.waiting

        try:
            async with asyncio.timeout(SETTLE_S):
                await _until(settled)
        except TimeoutError:
            log.warning("not everything arrived within %s s", SETTLE_S)

    async def _summary(self, app: App, tally: Tally, sightings: Sightings, before: _Before) -> Summary:
        """Count what is new since the demo began; the folder may hold earlier runs."""
        counts = await app.desk.feed_counts(BROADCAST_ID, since_minute=0)
        table = _live_page(app).feed.table
        numbers = [table.number_at(row) for row in range(table.rowCount())]
        return Summary(
            jobs=len(app.desk.jobs()),
            takes=len(app.desk.segments(BROADCAST_ID)) - before.segments,
            sent=tally.sent,
            refused=tally.refused,
            repeated=tally.repeated,
            failed=tally.failed,
            hub_stored=await app.link.hub_stored("application") - before.applications,
            cache_stored=counts.total - before.applications,
            shown=len(numbers) - before.applications,
            latency_ms=sightings.latency(await app.desk.feed_rows(numbers)),
            pictures=[],
        )

    def _report(self, summary: Summary) -> None:
        text = msgspec.json.format(msgspec.json.encode(summary)).decode()
        if self._plan.summary and self._plan.summary != "-":
            path = Path(self._plan.summary)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        sys.stdout.write(text + "\n")


def _live_page(app: App) -> LivePage:
    """Return the page as it is now: another language makes it anew."""
    assert app.window is not None
    return cast("LivePage", app.window.page_widget("live"))


async def _take_pictures(app: App, window: MainWindow, folder: Path) -> list[str]:
    """Take pictures on air, end the broadcast, and take those of HR's pages once somebody has worked there."""
    # builds every page; only wanted here
    from kzg_desktop.demo.hr_work import invite_team, work_through  # noqa: PLC0415
    from kzg_desktop.demo.pictures import AFTERWARDS, ON_AIR, take_pictures  # noqa: PLC0415

    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    team = await invite_team(app.desk, app.link.office)
    applicant = await work_through(app.desk, BROADCAST_ID, team.hr, app.clock.now_ms())
    async with asyncio.timeout(SETTLE_S):
        await _until(lambda: not app.desk.status.waiting)
    on_air = await take_pictures(app, window, folder, ON_AIR)
    await _live_page(app).air.set_mode_now("prepare", "demo")
    return [*on_air, *await take_pictures(app, window, folder, AFTERWARDS, applicant=applicant)]


async def _until(condition: Callable[[], bool]) -> None:
    """Look again and again, since a table's rows and a desk's counts have no event of their own."""
    while not condition():  # noqa: ASYNC110 - as said
        await asyncio.sleep(LOOK_EVERY_S)
