"""The window without its hub: everything cached is there, and what the host does arrives later, once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from kzg_desktop.domain.actions import MoveInLineup
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.ui.hub_fields import ByInvitation


def _apply(url: str, job_id: str, number: int) -> None:
    form = {"job": job_id, "name": "王测试", "phone": f"1380013{number:04d}", "consent": "yes"}
    answer = httpx.post(f"{url}/apply/{BROADCAST_ID}", data=form, headers={"Accept": "application/json"})
    assert answer.status_code == 200


def test_work_goes_on_without_the_hub_and_arrives_once(tmp_path: Path, desk_of: Any, hub: Any, until: Any) -> None:
    at_hub = {"mode": "hub", "hub_url": hub.url}

    async def first(app: Any) -> None:
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        await until(lambda: not app.desk.status.waiting)
        for number in range(5):
            _apply(hub.url, app.desk.lineup(BROADCAST_ID)[0].job_id, number)
        page = app.window.page_widget("live")
        page.set_broadcast(BROADCAST_ID)
        await until(lambda: page.feed.table.rowCount() == 5)
        await page.air.set_mode_now("on_air", "test")
        await until(lambda: not app.desk.status.waiting)

    async def without_hub(app: Any) -> tuple[list[str], str, str]:
        page = app.window.page_widget("live")
        page.set_broadcast(BROADCAST_ID)
        await until(lambda: page.feed.table.rowCount() == 5)
        await until(lambda: app.desk.status.state == "offline")
        page.air.take("test")
        await until(lambda: page.stage.on_air)
        items = app.desk.lineup(BROADCAST_ID)
        await app.desk.act(MoveInLineup(item_id=items[-1].id, position="Zz"))
        assert app.desk.status.waiting == 2
        return [item.id for item in app.desk.lineup(BROADCAST_ID)], page.stage.on_air.id, items[-1].id

    async def again(app: Any) -> tuple[list[str], list[str]]:
        segments = app.desk.segments(BROADCAST_ID)  # known before the hub has answered
        assert app.desk.status.waiting == 2
        await app.link.wait_live()
        await until(lambda: not app.desk.status.waiting)
        (before,), (after,) = segments, app.desk.segments(BROADCAST_ID)
        assert (before.id, before.card) == (after.id, after.card)
        assert abs(before.started_at - after.started_at) < 1_000  # the hub's clock, less the age of the take
        assert await app.link.hub_stored("air_segment") == 1
        return [item.id for item in app.desk.lineup(BROADCAST_ID)], [segment.id for segment in segments]

    folder = tmp_path / "desk"
    desk_of(folder, _signed_in(hub, first), **at_hub)
    hub.stop()
    order, on_air, moved = desk_of(folder, without_hub, **at_hub)
    assert moved == order[0]
    hub.start()
    assert (order, [on_air]) == desk_of(folder, again, **at_hub)


def _signed_in(hub: Any, story: Any) -> Any:
    """Return *story*, told after the desktop signed in as a host; the welcome does this for a user."""

    async def told(app: Any) -> Any:
        app.tasks.cancel("link")
        await app._sign_in(hub.url, ByInvitation(hub.invite("host")))
        app.tasks.spawn("link", app.link.run())
        return await story(app)

    return told


def test_doctor_tells_what_is_well(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kzg_desktop", "doctor", "--data-dir", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert "SQLite 3." in done.stdout
    assert "none yet" in done.stdout
