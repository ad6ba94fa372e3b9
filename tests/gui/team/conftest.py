"""A team at a hub: seven invented accounts in every state, their devices, and a log of three pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.team.page import TeamPage
from kzg_desktop.wire_office import AccountInfo, AuditLine, AuditPage, DeviceInfo
from tests.gui.fake_desk import NOON, FakeClock
from tests.gui.fake_hiring import FakeHiringDesk, FakeOffice, sample_hiring

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
PAGE = 100


def an_account(id_: str, name: str, role: str = "hr", scopes: tuple[str, ...] = ("o1",), **fields: Any) -> AccountInfo:
    account = AccountInfo(
        id=id_,
        name=name,
        role=role,
        scopes=list(scopes),
        login=id_,
        has_password=True,
        disabled=False,
        locked_until=0,
        created_at=NOON - 30 * DAY,
        devices=1,
        seen_at=NOON - 7 * MINUTE,
    )
    return replace(account, **fields)


def a_device(id_: str, name: str, account: AccountInfo, **fields: Any) -> DeviceInfo:
    device = DeviceInfo(
        id=id_,
        name=name,
        account_id=account.id,
        account_name=account.name,
        created_at=NOON - 20 * DAY,
        seen_at=NOON - HOUR,
        signed_in=True,
        here=False,
    )
    return replace(device, **fields)


class Hub(FakeOffice):
    """Pages its log as the real one does: `log` is newest first."""

    def __init__(self) -> None:
        super().__init__()
        admin, li = an_account("admin", "管理员", "admin", ("*",)), an_account("hr1", "李敏", scopes=("o1", "o2"))
        self.account_list = [
            admin,
            li,
            an_account("hr2", "王芳", login="", has_password=False, devices=0, seen_at=0),
            an_account("hr3", "赵强", scopes=("o2",), locked_until=NOON + 34 * MINUTE),
            an_account("old", "孙悦", "host", ("*",), disabled=True, devices=0),
        ]
        self.device_list = [
            a_device("d0", "总部电脑", admin, here=True),
            a_device("d1", "办公室电脑", li),
            a_device("d2", "李敏的笔记本", li, seen_at=NOON - 2 * DAY),
        ]
        self.log = [a_line(number) for number in range(250, 0, -1)]

    async def audit(self, before: int = 0) -> AuditPage:
        await self._called("audit", before)
        rest = [line for line in self.log if not before or line.id < before]
        return AuditPage(lines=rest[:PAGE], more=len(rest) > PAGE)


def a_line(number: int, **fields: Any) -> AuditLine:
    line = AuditLine(
        id=number,
        at=NOON - (250 - number) * MINUTE,
        kind="sign_in",
        actor="hr1",
        actor_name="李敏",
        subject="d1",
        subject_name="办公室电脑",
        detail="password",
    )
    return replace(line, **fields)


@pytest.fixture
def desk(clock: FakeClock) -> FakeHiringDesk:
    desk = sample_hiring(clock)
    desk.actor = desk.account_id = "admin"
    return desk


@pytest.fixture
def hub() -> Hub:
    return Hub()


Opened = Callable[[], Any]


@pytest.fixture
def opened(qtbot: QtBot, desk: FakeHiringDesk, hub: Hub, tasks: Tasks, clock: FakeClock) -> Opened:
    """Return what opens the page for as long as a story needs it."""

    @contextmanager
    def open_page() -> Iterator[TeamPage]:
        page = TeamPage(desk, tasks, clock, Keymap())
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.set_office(hub)
        page.show()
        page.activateWindow()
        try:
            yield page
        finally:
            page.stop()

    return open_page


def box_over(widget: QWidget) -> QMessageBox:
    """Return the question asked last over *widget*."""
    return widget.findChildren(QMessageBox)[-1]


def answer(widget: QWidget, words: str) -> None:
    """Press the button with these words."""
    next(button for button in box_over(widget).buttons() if button.text() == words).click()
