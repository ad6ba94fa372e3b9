"""A past broadcast reviewed in the real window, the hub killed and no network: from this computer's files alone."""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest

from kzg_desktop.domain.clock import china_day
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.ui.hub_fields import ByInvitation

SENT = 24


def test_a_past_broadcast_is_reviewed_with_the_hub_stopped_and_no_network(
    tmp_path: Path, desk_of: Any, hub: Any, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_hub = {"mode": "hub", "hub_url": hub.url}

    async def broadcast(app: Any) -> str:
        """Go on air with the first card and have people sign up for it."""
        app.tasks.cancel("link")
        await app._sign_in(hub.url, ByInvitation(hub.invite("host")))
        app.tasks.spawn("link", app.link.run())
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        await until(lambda: not app.desk.status.waiting)
        page = app.window.page_widget("live")
        page.set_broadcast(BROADCAST_ID)
        await page.air.set_mode_now("on_air", "test")
        page.air.take("test")
        await until(lambda: page.stage.on_air)
        title = page.stage.on_air.card.title
        for number in range(SENT):
            _apply(hub.url, page.stage.on_air.card.id, number)
        await until(lambda: page.feed.table.rowCount() == SENT)
        await until(lambda: not app.desk.status.waiting)
        return title

    async def on_a_train(app: Any) -> None:
        """End it, which nobody hears of, and review it."""
        await until(lambda: app.desk.status.state == "offline")
        live = app.window.page_widget("live")
        live.set_broadcast(BROADCAST_ID)
        await live.air.clear_now("test")
        app.window.show_page("review")
        page = app.window.page_widget("review")
        page.show_broadcast(BROADCAST_ID)
        await until(lambda: page.opened is not None and page.opened.review.course.marks[-1:])
        assert ["take", "clear"] == [mark.kind for mark in page.opened.review.course.marks if mark.kind != "mode"]
        assert f"{SENT}" == page.header.tiles[0].figure
        (card,) = [card for card in page.opened.review.cards if card.airings]
        assert (title, SENT) == (card.title, len(card.sent))
        page.course.chart.move_playhead(page.opened.review.facts.segments[0].started_at)
        await until(lambda: page.moment.card.job is not None and page.moment.card.job.title == title)

        page.show_mode("days")
        await until(lambda: page.modes.days.shown is not None)
        assert (china_day(app.clock.now_ms()), SENT) == (page.modes.days.shown.day, page.modes.days.shown.sign_ups)
        page.show_mode("campaigns")
        await until(lambda: page.modes.campaigns.shown is not None)
        assert SENT == page.modes.campaigns.shown.totals.total
        dialog = page.modes.campaigns.save()
        await until(lambda: dialog.preview.pages)
        dialog.save_to(tmp_path / "totals.pdf")
        await until((tmp_path / "totals.pdf").exists)
        assert app.desk.status.state == "offline"

    title = desk_of(tmp_path / "desk", broadcast, **at_hub)
    hub.stop()
    monkeypatch.setattr(socket.socket, "connect", _unreachable)
    monkeypatch.setattr(socket.socket, "connect_ex", lambda *_args: errno.ENETUNREACH)
    desk_of(tmp_path / "desk", on_a_train, **at_hub)


def _apply(url: str, job_id: str, number: int) -> None:
    form = {"job": job_id, "name": "王测试", "phone": f"1380013{number:04d}", "consent": "yes"}
    answer = httpx.post(f"{url}/apply/{BROADCAST_ID}", data=form, headers={"Accept": "application/json"})
    assert answer.status_code == 200


def _unreachable(*_args: object) -> None:
    raise OSError(errno.ENETUNREACH, "Network is unreachable")
