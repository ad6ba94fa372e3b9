"""What the strip says of the broadcast, the link and refused actions."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from kzg_desktop.domain.actions import SkipLineupItem, TakeCard
from kzg_desktop.services import SyncStatus
from kzg_desktop.ui.live.status_text import action_text, status_text, status_tone
from tests.gui.fake_desk import NOON, an_application, sample_jobs


@pytest.fixture
def in_china(monkeypatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Connecting", SyncStatus()),
        ("Synced 3 s ago", SyncStatus(state="live", synced_at=NOON - 3_400)),
        ("Synced 0 s ago", SyncStatus(state="live", synced_at=NOON + 5_000)),
        ("Synced 2 min ago", SyncStatus(state="live", synced_at=NOON - 125_000)),
        ("Synced 1 s ago · 2 to send", SyncStatus(state="live", synced_at=NOON - 1_000, waiting=2)),
        ("Offline since 11:41 · 2 to send", SyncStatus(state="offline", offline_since=NOON - 1_140_000, waiting=2)),
        ("Offline", SyncStatus(state="offline")),
        ("Catching up 12,000 / 40,000", SyncStatus(state="catching_up", done=12_000, total=40_000)),
        ("Catching up · older data", SyncStatus(state="catching_up", stale=True)),
        ("Sign in to sync", SyncStatus(state="sign_in")),
        ("Update the app to sync", SyncStatus(state="upgrade")),
    ],
)
def test_status_text(qapp, in_china, text: str, status: SyncStatus) -> None:
    assert text == status_text(status, NOON)


def test_offline_is_quiet_and_what_needs_the_user_is_not(qapp) -> None:
    assert status_tone(SyncStatus(state="offline")) == "text_muted"
    assert status_tone(SyncStatus(state="sign_in")) == "amber"


def test_an_action_is_named(qapp) -> None:
    take = TakeCard(segment_id="s", broadcast_id="b1", item_id="i1", card=sample_jobs()[0], planned_s=300)
    assert action_text(take) == "Take SMT 操作员"
    assert action_text(SkipLineupItem(item_id="i1", skipped=True)) == "Edit the lineup"


def test_it_follows_the_broadcast(drive, opened, desk, clock, press, until, in_china) -> None:
    async def story() -> None:
        async with opened() as page:
            strip = page.strip
            assert strip.switcher.text().startswith("华北专场 · 第 12 场")
            assert strip.live.text() == "● Live 00:00:00"
            assert strip.end.text() == "Ends 12:15 (−105 min)"
            press(Qt.Key.Key_Space)
            await until(lambda: page.stage.on_air)
            clock.advance(2832)
            page.tick()
            assert strip.live.text() == "● Live 00:47:12"
            desk.set_status(SyncStatus(state="catching_up", done=1, total=2))
            assert strip.sync.text() == "Catching up 1 / 2"

    drive(story())


def test_a_refusal_is_shown_explained_and_dismissed(drive, opened, desk, until) -> None:
    async def story() -> None:
        async with opened() as page:
            assert not page.strip.refusals.isVisible()
            desk.refuse(7, SkipLineupItem(item_id="i1", skipped=True), "not-allowed", "no permission for the lineup")
            assert (True, "1 refused") == (page.strip.refusals.isVisible(), page.strip.refusals.text())
            page.strip.refusals.click()
            assert page.refusals.isVisible()
            assert ["Edit the lineup", "Your account may not do this"] == page.refusals.words
            page.refusals.dismiss_buttons[0].click()
            await until(lambda: not page.refusals.isVisible())
            assert not page.strip.refusals.isVisible()

    drive(story())


def test_the_sign_up_link_can_be_copied(drive, opened, desk, until) -> None:
    async def story() -> None:
        async with opened() as page:
            page.strip.switcher.menu().aboutToShow.emit()
            copy = next(a for a in page.strip.switcher.menu().actions() if a.text() == "Copy the sign-up link")
            copy.trigger()
            assert desk.sign_up_url("b1") == QGuiApplication.clipboard().text()
            await until(lambda: f"Copied: {desk.sign_up_url('b1')}" == QToolTip.text())
            QToolTip.hideText()

    drive(story())


def test_the_host_sees_how_far_hr_is_behind(drive, opened, desk, clock, until) -> None:
    async def story() -> None:
        async with opened() as page:
            assert page.strip.backlog.isHidden()
            for n, (status, due_at) in enumerate([("new", NOON - 1), ("contacting", NOON + 1), ("reached", NOON - 1)]):
                desk.receive([an_application(900 + n, sample_jobs()[0], status=status, due_at=due_at)])
            page._backlog.count()
            await until(lambda: not page.strip.backlog.isHidden())
            assert "HR to call 2, overdue 1" == page.strip.backlog.text()

    drive(story())
