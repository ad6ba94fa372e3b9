from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kzg_desktop.errors import HubRejected, HubUnreachable
from kzg_desktop.services import SyncStatus
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.settings.account import AccountSection
from kzg_desktop.ui.team.sign_in_bar import SignInBar
from kzg_desktop.wire import Account, problem
from kzg_desktop.wire_office import PasswordChange
from tests.gui.fake_desk import NOON, FakeClock
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.team.conftest import Hub, answer, box_over

LI = Account(id="hr1", name="李敏", role="hr", permissions=[], scopes=["o1", "o2"])

Shown = Callable[[], object]


@pytest.fixture
def shown(qtbot: QtBot, desk: FakeHiringDesk, hub: Hub, tasks: Tasks, clock: FakeClock) -> Shown:
    @contextmanager
    def show() -> Iterator[AccountSection]:
        section = AccountSection(desk, tasks, clock, LI)
        qtbot.addWidget(section)
        section.set_office(hub)
        section.show()
        try:
            yield section
        finally:
            section.stop()

    return show


def refused(**errors: str) -> HubRejected:
    return HubRejected(replace(problem("invalid-form"), errors=errors))


def type_password(section: AccountSection, login: str, current: str, password: str) -> None:
    section.form.login.setText(login)
    section.form.current.field.setText(current)
    section.form.password.field.setText(password)


def test_it_says_who_is_signed_in_and_where(shown: Shown, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            await until(lambda: "办公室电脑" in section.devices.words)
            words = {label.text() for label in section.findChildren(QLabel)}
            assert {"李敏", "Employer HR", "歌澜声学、海岳重工"} <= words
            assert "总部电脑" not in section.devices.words, "an administrator's answer holds the devices of all"

    drive(story())


def test_a_new_password_is_sent_once_and_not_kept(shown: Shown, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            type_password(section, " limin ", "old one here", "面试官不要告诉别人 1")
            QTest.keyClick(section.form.password.field, Qt.Key.Key_Return)
            await until(section._told.text)
            change = PasswordChange(login="limin", password="面试官不要告诉别人 1", current="old one here")
            assert [("change_password", change)] == [call for call in hub.calls if call[0] == "change_password"]
            assert ["", ""] == [section.form.current.text(), section.form.password.text()]
            assert section._told.text().startswith("Saved. Your other devices are signed out")

    drive(story())


@pytest.mark.parametrize(
    ("field", "code", "words"),
    [
        ("login", "taken", "Somebody else has this sign-in name; choose another"),
        ("login", "characters", "2 to 60 letters, digits or . _ - @ +"),
        ("password", "common", "Too easy to guess; a short sentence is good"),
        ("password", "digits", "Not digits only; they are guessed first"),
        ("password", "login", "Not the same as the sign-in name"),
        ("password", "something new", "This cannot be used"),
        ("current", "wrong", "The present password is wrong"),
    ],
)
def test_a_refusal_is_said_in_its_place(
    shown: Shown, hub: Hub, drive: Callable, until: Callable, field: str, code: str, words: str
) -> None:
    async def story() -> None:
        with shown() as section:
            await until(lambda: section.devices.button("d1"))
            hub.failing = refused(**{field: code})
            type_password(section, "limin", "x", "long enough to pass")
            section.save.click()
            await until(lambda: section.form.cells[field].problem)
            assert words == section.form.cells[field].problem
            assert "long enough to pass" == section.form.password.text()

    drive(story())


def test_too_many_attempts_say_for_how_long(shown: Shown, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            await until(lambda: section.devices.button("d1"))
            hub.failing = HubUnreachable("Too many requests: try again in 3540 s", retry_after_s=600.0)
            type_password(section, "limin", "x", "long enough to pass")
            section.save.click()
            await until(section._told.text)
            assert "Locked after too many attempts; try again in 59 min" == section._told.text()

    drive(story())


def test_what_is_too_short_never_leaves(shown: Shown, hub: Hub, drive: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            type_password(section, "l", "", "short")
            section.save.click()
            assert ["At least 2 characters", "At least 10 characters"] == [
                section.form.cells[field].problem for field in ("login", "password")
            ]
        assert [] == [call for call in hub.calls if call[0] == "change_password"]

    drive(story())


def test_the_password_is_shown_only_on_demand(shown: Shown, drive: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            password = section.form.password
            assert QLineEdit.EchoMode.Password == password.field.echoMode()
            password.reveal.click()
            assert QLineEdit.EchoMode.Normal == password.field.echoMode()
            assert "Hide" == password.reveal.text()

    drive(story())


def test_caps_lock_is_noticed(shown: Shown, drive: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            hint = section.form.cells["password"]._problem
            QTest.keyClicks(section.form.password.field, "A")  # without Shift: Caps Lock
            assert "Caps Lock is on" == hint.text()
            QTest.keyClicks(section.form.password.field, "a")
            assert "At least 10 characters; a short sentence is good" == hint.text()

    drive(story())


def test_signing_out_is_asked_for_and_says_what_waits(shown: Shown, desk: FakeHiringDesk, drive: Callable) -> None:
    async def story() -> None:
        asked: list[bool] = []
        desk.set_status(SyncStatus(state="offline", waiting=3, offline_since=NOON))
        with shown() as section:
            section.sign_out_requested.connect(lambda: asked.append(True))
            section.sign_out.click()
            assert "3 actions have not been sent yet" in box_over(section).text()
            answer(section, "Sign out")
        assert [True] == asked

    drive(story())


def test_an_own_device_is_signed_out(shown: Shown, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with shown() as section:
            await until(lambda: section.devices.button("d2"))
            section.devices.button("d2").click()
            answer(section.devices, "Sign out the device")
            await until(lambda: ("revoke_device", "d2") in hub.calls)
            await until(lambda: section.devices.button("d2") is None)

    drive(story())


def test_the_bar_shows_only_while_a_sign_in_is_asked_for(qtbot: QtBot, desk: FakeHiringDesk) -> None:
    bar = SignInBar(desk)
    qtbot.addWidget(bar)
    assert "" == bar.text
    desk.set_status(SyncStatus(state="sign_in", waiting=3))
    assert bar.text.endswith("3 actions wait here and are sent after the next sign-in.")
    with qtbot.waitSignal(bar.requested):
        bar.button.click()
    desk.forbidden.add("feed:read")
    desk.set_status(SyncStatus(state="sign_in"))
    assert bar.text.startswith("An administrator has signed this computer out.")
    desk.set_status(SyncStatus(state="live"))
    assert "" == bar.text
    bar.stop()
