"""After an invitation: a sign-in name and a password, for the next computer. Can be left for later."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.errors import KzgError
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.team.password_form import PasswordForm
from kzg_desktop.ui.team.refusals import password_problems
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import PasswordChange

__all__ = ["ChoosePassword", "PasswordStep"]

ChoosePassword: TypeAlias = Callable[[str, PasswordChange], Awaitable[None]]
"""Sets name and password at the hub of that address, where this computer is signed in; raises HubError."""

_TASK = "welcome.password"


class PasswordStep(QWidget):
    """``done``: name and password are set, or the user will do that later."""

    done = Signal()

    def __init__(self, tasks: Tasks, choose: ChoosePassword, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._choose = choose
        self._url = url
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._subtitle = QLabel(wordWrap=True)
        self._subtitle.setProperty("role", "muted")
        self.form = PasswordForm(renewing=False)
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("role", "problem")
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._progress.hide()
        self.later = QPushButton(autoDefault=True)
        self.save = QPushButton(autoDefault=True)
        self.save.setProperty("kind", "primary")
        self._lay_out()
        self._retranslate()
        self.form.entered.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.later.clicked.connect(self._on_later)
        self.setFocusProxy(self.form)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(3 * UNIT)
        bottom.addWidget(self._progress, 1)
        bottom.addStretch(1)
        bottom.addWidget(self.later)
        bottom.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(5 * UNIT)
        column.addWidget(self.form)
        column.addWidget(self._problem)
        column.addSpacing(2 * UNIT)
        column.addLayout(bottom)
        column.addStretch(1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("You are signed in"))
        self._subtitle.setText(
            self.tr(
                "Choose a sign-in name and a password, so that you can sign in on another computer, too. "
                "You can also do that later, in the settings under Account."
            )
        )
        self.later.setText(self.tr("Later"))
        self.save.setText(self.tr("Save and go on"))

    def _on_later(self) -> None:
        self._tasks.cancel(_TASK)
        self.form.forget()
        self.done.emit()

    def _on_save(self) -> None:
        if not self._tasks.running(_TASK) and (change := self.form.valid()) is not None:
            self._tasks.spawn(_TASK, self._save(change))

    async def _save(self, change: PasswordChange) -> None:
        self._set_busy(busy=True)
        try:
            await self._choose(self._url, change)
        except KzgError as error:
            self._tell(password_problems(error))
        else:
            self.form.forget()
            self.done.emit()
        finally:
            self._set_busy(busy=False)

    def _tell(self, problems: dict[str, str]) -> None:
        if "current" in problems:  # an invitation for a further computer: there is a password already
            words = self.tr("This account has a sign-in name and a password already; use them on other computers.")
            problems = {"": words}
            self.later.setFocus()
        self.form.setEnabled(True)
        self.form.say(problems)
        self._problem.setText(problems.get("", ""))

    def _set_busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        self.form.setEnabled(not busy)
        self.save.setEnabled(not busy)
        if busy:
            self._problem.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_later()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "save"):
            self._retranslate()
