"""Choosing a sign-in name and a password, the first time or anew."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kzg_desktop.ui.team.fields import Cell, show_problems
from kzg_desktop.ui.team.password_field import PasswordField
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import PasswordChange

__all__ = ["PasswordForm"]

_LEAST_LOGIN = 2
_LEAST_PASSWORD = 10
_WIDTH = 76 * UNIT


class PasswordForm(QWidget):
    """Sign-in name, present password where *renewing*, new password. ``entered``: Enter was pressed in a field."""

    entered = Signal()

    def __init__(self, *, renewing: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renewing = renewing
        self.login = QLineEdit(maxLength=60)
        self.current = PasswordField()
        self.password = PasswordField()
        self.cells = {"login": Cell(self.login), "current": Cell(self.current), "password": Cell(self.password)}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(2 * UNIT)
        places = ((0, 0), (1, 0), (1, 1)) if renewing else ((0, 0), (0, 1), (0, 1))
        for (name, cell), place in zip(self.cells.items(), places, strict=True):
            if name == "current" and not renewing:
                cell.setParent(self)
                cell.hide()
                continue
            if renewing:
                cell.setFixedWidth(_WIDTH)
            grid.addWidget(cell, *place)
            cell.field.returnPressed.connect(self.entered)
            cell.field.textEdited.connect(lambda _text, cell=cell: cell.say(""))
        for column in (0, 1):
            grid.setColumnStretch(column, 0 if renewing else 1)
        grid.setColumnStretch(2, 1 if renewing else 0)
        for field, name in ((self.current, "current"), (self.password, "password")):
            field.caps_changed.connect(lambda on, name=name: self._on_caps(name, on=on))
        self.setFocusProxy(self.login)
        self._retranslate()

    def valid(self) -> PasswordChange | None:
        """Return what is typed; None, and what is wrong said in its place, when it cannot be used."""
        login, password = self.login.text().strip(), self.password.text()
        problems = {}
        if len(login) < _LEAST_LOGIN:
            problems["login"] = self.tr("At least 2 characters")
        if len(password) < _LEAST_PASSWORD:
            problems["password"] = self.tr("At least 10 characters")
        self.say(problems)
        if problems:
            return None
        return PasswordChange(login=login, password=password, current=self.current.text())

    def say(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field."""
        show_problems(self.cells, problems)

    def forget(self) -> None:
        """Empty the passwords."""
        self.current.clear()
        self.password.clear()
        self.say({})

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "cells"):
            self._retranslate()

    def _retranslate(self) -> None:
        self.cells["login"].name(self.tr("Sign-in name"))
        self.cells["login"].hint(self.tr("Letters, digits or . _ - @ +"))
        self.cells["current"].name(self.tr("Present password"))
        self.cells["current"].hint(self.tr("Leave empty if there is none yet"))
        self.cells["password"].name(self.tr("New password") if self._renewing else self.tr("Password"))
        self.cells["password"].hint(self._password_hint())

    def _password_hint(self) -> str:
        return self.tr("At least 10 characters; a short sentence is good")

    def _on_caps(self, name: str, *, on: bool) -> None:
        usual = self._password_hint() if name == "password" else self.tr("Leave empty if there is none yet")
        self.cells[name].hint(self.tr("Caps Lock is on") if on else usual)
