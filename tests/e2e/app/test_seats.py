"""What factory HR says of a job reaches the host on air within a second, and guards the next take."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from kzg_desktop.cache.keys import open_secrets
from kzg_desktop.domain.actions import SetApplicationStatus, SetVacancy
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.services import FeedQuery
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.engine import SyncEngine
from kzg_desktop.sync.session import StoredCredentials
from kzg_desktop.ui.hub_fields import ByInvitation
from kzg_desktop.ui.live.override_dialog import OverrideDialog

WITHIN_S = 1.0


@asynccontextmanager
async def _hr_desk(folder: Path, url: str, invitation: str) -> Any:
    """A second desktop without a window, signed in as the factory's HR."""
    folder.mkdir()
    desk = await LocalDesk.open(folder, None, SystemClock())
    credentials = StoredCredentials(open_secrets(folder), url, invitation=invitation)
    engine = SyncEngine(desk, url, credentials)
    running = asyncio.create_task(engine.run())
    try:
        yield desk
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await desk.close()


async def _accepted(desk: LocalDesk, application_id: str) -> None:
    for status in ("contacting", "reached", "interview_booked", "interviewed", "passed"):
        found = await desk.application(application_id)
        assert found is not None
        await desk.act(SetApplicationStatus(application_id=application_id, base_rev=found.rev, status=status))


@pytest.mark.timed
def test_hr_pauses_a_job_and_accepts_a_person(tmp_path: Path, desk_of: Any, hub: Any, until: Any) -> None:
    async def story(app: Any) -> None:
        app.tasks.cancel("link")
        await app._sign_in(hub.url, ByInvitation(hub.invite("host")))
        app.tasks.spawn("link", app.link.run())
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        app.window.show_broadcast(BROADCAST_ID)
        page = app.window.page_widget("live")
        await page.air.set_mode_now("on_air", "test")
        await until(lambda: not app.desk.status.waiting)
        job = page.stage.job(page.stage.items[0])
        invitation = hub.invite("hr", "--organization", job.employer_id)
        async with _hr_desk(tmp_path / "hr", hub.url, invitation) as hr:
            await until(lambda: hr.job(job.id))

            await hr.act(SetVacancy(job_id=job.id, state="paused", note="面试到周三"))
            paused_at = time.monotonic()
            await until(lambda: page.lineup_pane.model.rows[0].standing.obstacle == "paused")
            assert time.monotonic() - paused_at < WITHIN_S
            assert "blocked" == (await page.remote.take("api")).code
            page.findChild(OverrideDialog).cancel.click()
            await hr.act(SetVacancy(job_id=job.id, state="open"))
            await until(lambda: page.lineup_pane.model.rows[0].standing.obstacle is None)

            assert (await page.remote.take("api")).done
            await until(lambda: app.studio.overlay.card)
            seats = app.studio.overlay.card.headcount
            form = {"job": job.id, "name": "王测试", "phone": "13800138000", "consent": "yes"}
            httpx.post(f"{hub.url}/apply/{BROADCAST_ID}", data=form, headers={"Accept": "application/json"})
            query = FeedQuery(broadcast_id=BROADCAST_ID)
            await until(lambda: page.feed.table.rowCount() == 1)
            while not (numbers := await hr.feed_ids(query)):
                await asyncio.sleep(0.01)
            (row,) = await hr.feed_rows(numbers)
            await _accepted(hr, row.id)
            accepted_at = time.monotonic()
            await until(lambda: app.studio.overlay.card.headcount == seats - 1)
            assert time.monotonic() - accepted_at < WITHIN_S

    desk_of(tmp_path / "desk", story, mode="hub", hub_url=hub.url)
