"""The first start: work on this computer alone, or connect to a hub."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.errors import HubRejected, InvalidInput, KzgError
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.choice_card import ChoiceCard
from kzg_desktop.ui.error_text import describe, refusal_text
from kzg_desktop.ui.hub_address import hub_address
from kzg_desktop.ui.icons import app_icon
from kzg_desktop.ui.preferences import LookChoice
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Connect", "Welcome", "WelcomeChoice"]

Connect = Callable[[str, str], Awaitable[None]]
"""Signs in at a hub's address with an invitation code; raises HubError or UserError when that fails."""


class WelcomeChoice(Struct, frozen=True):
    """What the user chose; *url* and *invitation* only for "hub", where signing in has worked already."""

    mode: Literal["embedded", "hub"]
    url: str = ""
    invitation: str = ""


class Welcome(QWidget):
    """Two large choices, both by keyboard: arrows choose, Enter goes on.

    Emits ``chosen`` once. *look* offers language and theme; a change of language shows at once and keeps what is typed.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, tasks: Tasks, connect: Connect, look: LookChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._connect = connect
        self._look = look
        self._connecting = False
        self._done = False
        self._here = ChoiceCard("computer")
        self._hub = ChoiceCard("hub")
        self.url_field = QLineEdit()
        self.invitation_field = QLineEdit()
        self._labels = {"title": QLabel(), "subtitle": QLabel(wordWrap=True), "url": QLabel(), "invitation": QLabel()}
        self._problems = {"url": _problem_label(), "invitation": _problem_label()}
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._go = QPushButton(default=True)
        self._go.setProperty("kind", "primary")
        self._lay_out()
        self._retranslate()
        self._wire()
        self._here.setChecked(True)
        self._on_mode()
        self.resize(1080, 700)

    def problem(self, field: str) -> str:
        """Return what is said under "url" or "invitation"."""
        return self._problems[field].text()

    # --- building

    def _wire(self) -> None:
        for card, other in ((self._here, self._hub), (self._hub, self._here)):
            card.toggled.connect(self._on_mode)
            card.moved.connect(other.choose)
            card.entered.connect(self._on_go)
        for field in (self.url_field, self.invitation_field):
            field.returnPressed.connect(self._on_go)
            field.textEdited.connect(self._clear_problems)
        self._go.clicked.connect(self._on_go)

    def _lay_out(self) -> None:
        self._labels["title"].setProperty("role", "title")
        self._labels["subtitle"].setProperty("role", "muted")
        self._labels["url"].setBuddy(self.url_field)
        self._labels["invitation"].setBuddy(self.invitation_field)
        cards = QHBoxLayout()
        cards.setSpacing(4 * UNIT)
        cards.addWidget(self._here, 1)
        cards.addWidget(self._hub, 1)
        column = QVBoxLayout()
        column.setSpacing(2 * UNIT)
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(12 * UNIT, 12 * UNIT))
        column.addWidget(picture)
        column.addSpacing(2 * UNIT)
        column.addWidget(self._labels["title"])
        column.addWidget(self._labels["subtitle"])
        column.addSpacing(4 * UNIT)
        column.addLayout(cards)
        column.addSpacing(2 * UNIT)
        column.addWidget(self._hub_fields())
        column.addSpacing(2 * UNIT)
        column.addLayout(self._bottom())
        middle = QWidget()
        middle.setFixedWidth(180 * UNIT)
        middle.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * UNIT, 4 * UNIT, 6 * UNIT, 6 * UNIT)
        whole.addWidget(self._look, 0, Qt.AlignmentFlag.AlignRight)
        whole.addStretch(2)
        whole.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _hub_fields(self) -> QWidget:
        self._fields = QWidget()
        policy = self._fields.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._fields.setSizePolicy(policy)
        self._fields.setMinimumHeight(21 * UNIT)
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * UNIT)
        for name, field in (("url", self.url_field), ("invitation", self.invitation_field)):
            cell = QVBoxLayout()
            cell.setSpacing(UNIT)
            cell.addWidget(self._labels[name])
            cell.addWidget(field)
            cell.addWidget(self._problems[name])
            cell.addStretch(1)
            row.addLayout(cell, 1)
        return self._fields

    def _bottom(self) -> QHBoxLayout:
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        bottom = QHBoxLayout()
        bottom.setSpacing(4 * UNIT)
        bottom.addWidget(self._progress, 1)
        bottom.addWidget(self._go)
        return bottom

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Welcome"))
        self._labels["title"].setText(self.tr("Welcome to KZG Desktop"))
        self._labels["subtitle"].setText(self.tr("Lineup, on-air card and live applications on one desk."))
        self._here.describe(
            self.tr("On this computer"),
            self.tr("Start right away. Everything stays on this computer; you can connect to a hub later."),
        )
        self._hub.describe(
            self.tr("Connect to a hub"),
            self.tr("Work with your team. You need the hub's address and an invitation code."),
        )
        self._labels["url"].setText(self.tr("Address of the hub"))
        self._labels["invitation"].setText(self.tr("Invitation code"))
        self.url_field.setPlaceholderText("https://hub.example.com")
        self._go.setAccessibleName(self.tr("Continue"))
        self._show_mode()

    # --- choosing

    @property
    def _by_hub(self) -> bool:
        return self._hub.isChecked()

    def _on_mode(self) -> None:
        self._fields.setVisible(self._by_hub)
        self._clear_problems()
        self._show_mode()

    def _show_mode(self) -> None:
        if self._connecting:
            self._go.setText(self.tr("Cancel"))
        else:
            self._go.setText(self.tr("Connect") if self._by_hub else self.tr("Start"))

    def _on_go(self) -> None:
        if self._done:
            return
        if self._connecting:
            self._tasks.cancel("welcome.connect")
        elif self._by_hub:
            self._start_connecting()
        else:
            self._finish(WelcomeChoice("embedded"))

    def _start_connecting(self) -> None:
        self._clear_problems()
        if not self.url_field.text().strip():
            self._say("url", self.tr("Enter the address of the hub"))
            return
        try:
            url = hub_address(self.url_field.text())
        except InvalidInput as error:
            self._say("url", str(error))
            return
        invitation = self.invitation_field.text().strip()
        if not invitation:
            self._say("invitation", self.tr("Enter the code that you were given"))
            return
        self._tasks.spawn("welcome.connect", self._try(WelcomeChoice("hub", url, invitation)))

    async def _try(self, choice: WelcomeChoice) -> None:
        self._set_connecting(True)
        try:
            await self._connect(choice.url, choice.invitation)
        except HubRejected as error:
            field = "invitation" if error.problem.type == "invitation-invalid" else "url"
            self._say(field, refusal_text(error.problem.type) if field == "invitation" else describe(error).what)
        except KzgError as error:
            self._say("url", describe(error).what)
        else:
            self._finish(choice)
        finally:
            self._set_connecting(False)

    def _set_connecting(self, connecting: bool) -> None:
        self._connecting = connecting
        self._progress.setVisible(connecting)
        for part in (self._here, self._hub, self.url_field, self.invitation_field):
            part.setEnabled(not connecting)
        self._show_mode()
        if connecting:
            self._go.setFocus()
        elif not self._done:
            self._focus_field()

    def _focus_field(self) -> None:
        wrong = [name for name, label in self._problems.items() if label.text()]
        (self.invitation_field if wrong == ["invitation"] else self.url_field).setFocus()

    def _finish(self, choice: WelcomeChoice) -> None:
        self._done = True
        self.chosen.emit(choice)

    def _say(self, field: str, words: str) -> None:
        self._problems[field].setText(words)
        self._focus_field()

    def _clear_problems(self) -> None:
        for label in self._problems.values():
            label.setText("")

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._connecting:
            self._tasks.cancel("welcome.connect")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_go()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_go"):
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._here.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _problem_label() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("role", "problem")
    return label
