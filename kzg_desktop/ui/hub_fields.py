"""Where the hub is and how to get in: fields that say in place what is wrong with them."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.errors import InvalidInput
from kzg_desktop.ui.hub_address import hub_address
from kzg_desktop.ui.team.fields import Cell, show_problems
from kzg_desktop.ui.team.password_field import PasswordField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ByInvitation", "ByPassword", "HubFields", "WayIn"]


class ByInvitation(Struct, frozen=True):
    """Sign in with an invitation code."""

    code: str


class ByPassword(Struct, frozen=True):
    """Sign in with a sign-in name and a password, which is kept nowhere."""

    login: str
    password: str

    def __repr__(self) -> str:
        return f"ByPassword({self.login!r})"  # a password must not get into a log


WayIn: TypeAlias = ByInvitation | ByPassword

_TURNS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class HubFields(QWidget):
    """Address, and either an invitation code or a sign-in name and password.

    ``entered``: Enter was pressed in one of them.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = QLineEdit(placeholderText="https://hub.example.com")
        self.invitation = QLineEdit()
        self.login = QLineEdit()
        self.password = PasswordField()
        self.by_invitation = _Segment("first")
        self.by_password = _Segment("last")
        self._ways_label = QLabel()
        self.cells = {
            "url": Cell(self.url),
            "invitation": Cell(self.invitation),
            "login": Cell(self.login),
            "password": Cell(self.password),
        }
        self._lay_out()
        self._wire()
        self._retranslate()
        self.by_invitation.setChecked(True)
        self._on_way()  # the other way was never on, so nothing has said that its fields are not to be seen

    # --- building

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self.by_invitation)
        ways.addWidget(self.by_password)
        with_label = QVBoxLayout()
        with_label.setSpacing(UNIT)
        with_label.addWidget(self._ways_label)
        with_label.addLayout(ways)
        with_label.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.addWidget(self.cells["url"], 0, 0)
        grid.addLayout(with_label, 0, 1)
        grid.addWidget(self.cells["invitation"], 1, 0)
        grid.addWidget(self.cells["login"], 1, 0)
        grid.addWidget(self.cells["password"], 1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.setMinimumHeight(40 * UNIT)

    def _wire(self) -> None:
        ways = QButtonGroup(self)
        for way, other in ((self.by_invitation, self.by_password), (self.by_password, self.by_invitation)):
            ways.addButton(way)
            way.turned.connect(other.choose)
            way.entered.connect(self.entered)
        self.by_password.toggled.connect(self._on_way)
        self.password.caps_changed.connect(self._on_caps)
        for cell in self.cells.values():
            cell.field.returnPressed.connect(self.entered)
            cell.field.textEdited.connect(self.clear_problems)

    def _on_way(self) -> None:
        by_password = self.by_password.isChecked()
        self.cells["invitation"].setVisible(not by_password)
        for name in ("login", "password"):
            self.cells[name].setVisible(by_password)
        self.clear_problems()

    def _on_caps(self, on: bool) -> None:
        self.cells["password"].hint(self.tr("Caps Lock is on") if on else "")

    # --- what is typed

    def ask_again(self, url: str) -> None:
        """Begin with a hub that is known: its address is there, and what signs in is to be typed."""
        self.url.setText(url)
        self.by_password.setChecked(True)

    def valid(self) -> tuple[str, WayIn] | None:
        """Return address and way in; None, and the problem said in its place, when one of them cannot be used."""
        self.clear_problems()
        if not self.url.text().strip():
            self.say("url", self.tr("Enter the address of the hub"))
            return None
        try:
            url = hub_address(self.url.text())
        except InvalidInput as error:
            self.say("url", str(error))
            return None
        way = self._password_way() if self.by_password.isChecked() else self._invitation_way()
        return (url, way) if way is not None else None

    def _invitation_way(self) -> WayIn | None:
        code = self.invitation.text().strip()
        if not code:
            self.say("invitation", self.tr("Enter the code that you were given"))
            return None
        return ByInvitation(code)

    def _password_way(self) -> WayIn | None:
        login, password = self.login.text().strip(), self.password.text()
        if not login:
            self.say("login", self.tr("Enter your sign-in name"))
        elif not password:
            self.say("password", self.tr("Enter your password"))
        else:
            return ByPassword(login, password)
        return None

    def forget_password(self) -> None:
        """Empty the password; it is needed no more."""
        self.password.clear()

    # --- what is wrong

    def say(self, field: str, words: str) -> None:
        """Say what is wrong under "url", "invitation", "login" or "password", and put the cursor there."""
        show_problems(self.cells, {field: words})

    def problem(self, field: str) -> str:
        """Return what is said under that field."""
        return self.cells[field].problem

    def clear_problems(self) -> None:
        """Say nothing any more."""
        for cell in self.cells.values():
            cell.say("")

    def focus_problem(self) -> None:
        """Put the cursor into the field that is wrong, else into the first that is empty."""
        shown = [cell for cell in self.cells.values() if not cell.isHidden()]
        wrong = (cell for cell in shown if cell.problem)
        empty = (cell for cell in shown if not cell.field.text())
        next(wrong, next(empty, shown[0])).field.setFocus()

    # --- words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "cells"):
            self._retranslate()

    def _retranslate(self) -> None:
        self._ways_label.setText(self.tr("Sign in with"))
        self.by_invitation.setText(self.tr("Invitation code"))
        self.by_password.setText(self.tr("Name and password"))
        self.cells["url"].name(self.tr("Address of the hub"))
        self.cells["invitation"].name(self.tr("Invitation code"))
        self.cells["login"].name(self.tr("Sign-in name"))
        self.cells["password"].name(self.tr("Password"))


class _Segment(QPushButton):
    """One of two ways; the arrow keys turn to the other, Enter goes on. Tab stops at the chosen one only."""

    turned = Signal()
    entered = Signal()

    def __init__(self, place: str) -> None:
        super().__init__(autoDefault=False)
        self.setCheckable(True)
        self.setProperty("segment", place)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(8 * UNIT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def choose(self) -> None:
        """Become the way, with the focus."""
        self.setChecked(True)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TURNS:
            self.turned.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
