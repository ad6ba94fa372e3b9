"""The first start: work on this computer alone, or connect to a hub."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.errors import HubRejected, KzgError
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.choice_card import ChoiceCard
from kzg_desktop.ui.error_text import describe, refusal_text
from kzg_desktop.ui.hub_fields import HubFields
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
        self.fields = HubFields()
        self.setWindowIcon(app_icon())
        self._title = QLabel()
        self._subtitle = QLabel(wordWrap=True)
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._go = QPushButton(default=True)
        self._go.setProperty("kind", "primary")
        self._lay_out()
        self._retranslate()
        self._wire()
        self._here.setChecked(True)
        self._on_mode()
        self.resize(1080, 700)

    # --- building

    def _wire(self) -> None:
        for card, other in ((self._here, self._hub), (self._hub, self._here)):
            card.toggled.connect(self._on_mode)
            card.moved.connect(other.choose)
            card.entered.connect(self._on_go)
        self.fields.entered.connect(self._on_go)
        self._go.clicked.connect(self._on_go)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._subtitle.setProperty("role", "muted")
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
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4 * UNIT)
        column.addLayout(cards)
        column.addSpacing(2 * UNIT)
        _keep_place(self.fields)
        column.addWidget(self.fields)
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

    def _bottom(self) -> QHBoxLayout:
        _keep_place(self._progress)
        self._progress.hide()
        bottom = QHBoxLayout()
        bottom.setSpacing(4 * UNIT)
        bottom.addWidget(self._progress, 1)
        bottom.addWidget(self._go)
        return bottom

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Welcome"))
        self._title.setText(self.tr("Welcome to KZG Desktop"))
        self._subtitle.setText(self.tr("Lineup, on-air card and live applications on one desk."))
        self._here.describe(
            self.tr("On this computer"),
            self.tr("Start right away. Everything stays on this computer; you can connect to a hub later."),
        )
        self._hub.describe(
            self.tr("Connect to a hub"),
            self.tr("Work with your team. You need the hub's address and an invitation code."),
        )
        self._go.setAccessibleName(self.tr("Continue"))
        self._show_mode()

    # --- choosing

    @property
    def _by_hub(self) -> bool:
        return self._hub.isChecked()

    def _on_mode(self) -> None:
        self.fields.setVisible(self._by_hub)
        self.fields.clear_problems()
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
        if (valid := self.fields.valid()) is not None:
            self._tasks.spawn("welcome.connect", self._try(WelcomeChoice("hub", *valid)))

    async def _try(self, choice: WelcomeChoice) -> None:
        self._set_connecting(True)
        try:
            await self._connect(choice.url, choice.invitation)
        except HubRejected as error:
            field = "invitation" if error.problem.type == "invitation-invalid" else "url"
            self.fields.say(field, refusal_text(error.problem.type) if field == "invitation" else describe(error).what)
        except KzgError as error:
            told = describe(error)
            self.fields.say("url", " ".join(part for part in (told.what, told.todo) if part))
        else:
            self._finish(choice)
        finally:
            self._set_connecting(False)

    def _set_connecting(self, connecting: bool) -> None:
        self._connecting = connecting
        self._progress.setVisible(connecting)
        for part in (self._here, self._hub, self.fields):
            part.setEnabled(not connecting)
        self._show_mode()
        if connecting:
            self._go.setFocus()
        elif not self._done:
            self.fields.focus_problem()

    def _finish(self, choice: WelcomeChoice) -> None:
        self._done = True
        self.chosen.emit(choice)

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
        self._tasks.cancel("welcome.connect")
        self.closed.emit()


def _keep_place(widget: QWidget) -> None:
    """Have the layout keep the room of *widget* while it is hidden, so that nothing jumps."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
