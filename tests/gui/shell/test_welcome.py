from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kzg_desktop.errors import HubRejected, HubUnreachable, KzgError, SignInNeeded
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hub_fields import ByInvitation, ByPassword, WayIn
from kzg_desktop.ui.preferences import LookChoice, Preferences
from kzg_desktop.ui.welcome import Welcome, WelcomeChoice
from kzg_desktop.wire import problem
from kzg_desktop.wire_office import PasswordChange

URL = "https://hub.example.com"


class Hub:
    """Lets in whoever has the code or the password; `failing` is raised instead, and while `gate` is cleared it waits.

    `new` says whether the account has no password yet.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, WayIn]] = []
        self.chosen: list[tuple[str, PasswordChange]] = []
        self.failing: Exception | None = None
        self.new = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def connect(self, url: str, way: WayIn) -> bool:
        self.asked.append((url, way))
        await self.gate.wait()
        if self.failing is not None:
            raise self.failing
        if isinstance(way, ByInvitation) and way.code != "GOOD-CODE":
            raise HubRejected(problem("invitation-invalid"))
        if isinstance(way, ByPassword) and way.password != "good password":
            raise SignInNeeded(problem("sign-in-needed", "the sign-in name or the password is wrong"))
        return self.new

    async def choose_password(self, url: str, change: PasswordChange) -> None:
        self.chosen.append((url, change))
        await self.gate.wait()
        if self.failing is not None:
            raise self.failing


def open_welcome(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, hub: Hub, **more: Any
) -> tuple[Welcome, list[WelcomeChoice]]:
    welcome = Welcome(tasks, hub.connect, LookChoice(preferences), hub.choose_password, **more)
    qtbot.addWidget(welcome)
    chosen: list[WelcomeChoice] = []
    welcome.chosen.connect(chosen.append)
    welcome.show()
    welcome.activateWindow()
    return welcome, chosen


def press(welcome: Welcome, key: Qt.Key) -> None:
    QTest.keyClick(welcome.focusWidget() or welcome, key)


def type_in(welcome: Welcome, text: str) -> None:
    QTest.keyClicks(welcome.focusWidget(), text)


def test_enter_starts_on_this_computer(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    welcome, chosen = open_welcome(qtbot, tasks, preferences, Hub())
    press(welcome, Qt.Key.Key_Return)
    press(welcome, Qt.Key.Key_Return)
    assert [WelcomeChoice("embedded")] == chosen


def test_a_hub_by_keyboard_alone(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    hub = Hub()

    async def story() -> None:
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        press(welcome, Qt.Key.Key_Right)
        fields = welcome.fields
        shown = [name for name, cell in fields.cells.items() if cell.isVisible()]
        assert ["url", "invitation"] == shown, "the other way's fields would lie over the code's"
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "hub.example.com")
        press(welcome, Qt.Key.Key_Tab)
        assert fields.by_invitation is welcome.focusWidget()
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "GOOD-CODE")
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: chosen)
        assert [WelcomeChoice("hub", URL)] == chosen

    drive(story())
    assert [(URL, ByInvitation("GOOD-CODE"))] == hub.asked


def test_name_and_password_by_keyboard_alone(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    hub = Hub()
    hub.new = True

    async def story() -> None:
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        press(welcome, Qt.Key.Key_Right)
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "hub.example.com")
        press(welcome, Qt.Key.Key_Tab)
        press(welcome, Qt.Key.Key_Right)
        assert welcome.fields.by_password is welcome.focusWidget()
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "limin")
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "good password")
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: chosen)
        assert [WelcomeChoice("hub", URL)] == chosen, "who has a password needs no new one"
        assert "" == welcome.fields.password.text(), "it is kept nowhere"

    drive(story())
    assert [(URL, ByPassword("limin", "good password"))] == hub.asked
    assert "good password" not in repr(hub.asked)


@pytest.mark.parametrize(
    ("error", "field", "words"),
    [
        (SignInNeeded(problem("sign-in-needed", "wrong")), "password", "Sign-in name or password is wrong"),
        (
            SignInNeeded(problem("sign-in-needed", "this account is disabled; ask an administrator")),
            "login",
            "This account is disabled; ask an administrator",
        ),
        (
            HubUnreachable("Too many requests: try again in 240 s", retry_after_s=240.0),
            "login",
            "Locked after too many attempts; try again in 4 min",
        ),
        (
            HubUnreachable("Too many requests: try again in 20 s", retry_after_s=20.0),
            "login",
            "Too many attempts; try again in 20 s",
        ),
        (
            HubUnreachable("no route"),
            "url",
            "The hub does not answer. Check the network and the hub's address.",
        ),
    ],
)
def test_why_a_password_did_not_work_is_said_in_its_place(
    qtbot: QtBot,
    tasks: Tasks,
    preferences: Preferences,
    drive: Callable,
    until: Callable,
    error: KzgError,
    field: str,
    words: str,
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.failing = error
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub, hub_url=URL)
        assert welcome.fields.login is welcome.focusWidget(), "the address is known"
        type_in(welcome, "limin")
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "good password")
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: welcome.fields.problem(field))
        assert words == welcome.fields.problem(field)
        await until(lambda: welcome.focusWidget() is welcome.fields.cells[field].field)
        assert ("limin", "good password") == (welcome.fields.login.text(), welcome.fields.password.text())
        assert [] == chosen

    drive(story())


def test_the_password_is_shown_only_on_demand(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    welcome, _chosen = open_welcome(qtbot, tasks, preferences, Hub(), hub_url=URL)
    password = welcome.fields.password
    assert QLineEdit.EchoMode.Password == password.field.echoMode()
    password.reveal.click()
    assert QLineEdit.EchoMode.Normal == password.field.echoMode()
    password.clear()
    assert QLineEdit.EchoMode.Password == password.field.echoMode()


def test_after_an_invitation_a_password_can_be_chosen(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    hub = Hub()
    hub.new = True

    async def story() -> None:
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: welcome.password_step)
        await until(lambda: welcome.focusWidget() is welcome.password_step.form.login)
        assert [] == chosen
        type_in(welcome, "limin")
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "a long password")
        hub.failing = HubRejected(replace(problem("invalid-form"), errors={"login": "taken"}))
        press(welcome, Qt.Key.Key_Return)
        cell = welcome.password_step.form.cells["login"]
        await until(lambda: cell.problem)
        assert "Somebody else has this sign-in name; choose another" == cell.problem
        await until(lambda: not tasks.running("welcome.password"))
        hub.failing = None
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: chosen)

    drive(story())
    assert (URL, PasswordChange(login="limin", password="a long password")) == hub.chosen[-1]


def test_the_password_can_be_left_for_later(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.new = True
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: welcome.password_step)
        press(welcome, Qt.Key.Key_Escape)
        assert [WelcomeChoice("hub", URL)] == chosen
        assert [] == hub.chosen

    drive(story())


def test_a_window_closed_at_the_password_does_not_lose_the_sign_in(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.new = True
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: welcome.password_step)
        welcome.close()
        assert [WelcomeChoice("hub", URL)] == chosen

    drive(story())


def test_an_account_that_has_a_password_is_told_so(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.new = True
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: welcome.password_step)
        step = welcome.password_step
        step.form.login.setText("limin")
        step.form.password.field.setText("a long password")
        hub.failing = HubRejected(replace(problem("invalid-form"), errors={"current": "wrong"}))
        step.save.click()
        await until(lambda: welcome.focusWidget() is step.later)
        assert step._problem.text().startswith("This account has a sign-in name and a password already")
        press(welcome, Qt.Key.Key_Return)
        assert [WelcomeChoice("hub", URL)] == chosen

    drive(story())


def test_what_is_missing_is_said_in_its_place(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    hub = Hub()
    welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
    press(welcome, Qt.Key.Key_Right)
    press(welcome, Qt.Key.Key_Return)
    assert welcome.fields.problem("url")
    assert welcome.fields.url is welcome.focusWidget()
    type_in(welcome, "hub.example.com")
    assert "" == welcome.fields.problem("url")
    press(welcome, Qt.Key.Key_Return)
    assert welcome.fields.problem("invitation")
    assert welcome.fields.invitation is welcome.focusWidget()
    assert ([], []) == (chosen, hub.asked)


def test_a_wrong_code_keeps_what_was_typed(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        welcome, chosen = open_welcome(qtbot, tasks, preferences, Hub())
        fill(welcome, "hub.example.com", "OLD-CODE")
        await until(lambda: welcome.fields.problem("invitation"))
        assert ("hub.example.com", "OLD-CODE") == (welcome.fields.url.text(), welcome.fields.invitation.text())
        await until(lambda: welcome.focusWidget() is welcome.fields.invitation)
        assert [] == chosen

    drive(story())


def test_a_hub_that_does_not_answer_can_be_tried_again(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.failing = HubUnreachable("no route")
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: welcome.fields.problem("url"))
        await until(lambda: not tasks.running("welcome.connect"))
        hub.failing = None
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: chosen)

    drive(story())


def test_escape_stops_the_connecting(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.gate.clear()
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: hub.asked)
        press(welcome, Qt.Key.Key_Escape)
        await until(lambda: not tasks.running("welcome.connect"))
        assert [] == chosen
        assert welcome.fields.url.isEnabled()
        assert "GOOD-CODE" == welcome.fields.invitation.text()

    drive(story())


def test_another_language_keeps_what_was_typed(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    welcome, _chosen = open_welcome(qtbot, tasks, preferences, Hub())
    press(welcome, Qt.Key.Key_Right)
    welcome.fields.url.setText("hub.example.com")
    preferences.choose_language("zh")
    qtbot.waitUntil(lambda: welcome.windowTitle() == "欢迎")
    assert "hub.example.com" == welcome.fields.url.text()
    assert "zh" == preferences.store.value.language


def fill(welcome: Welcome, url: str, invitation: str) -> None:
    press(welcome, Qt.Key.Key_Right)
    welcome.fields.url.setText(url)
    welcome.fields.invitation.setText(invitation)
    press(welcome, Qt.Key.Key_Return)
