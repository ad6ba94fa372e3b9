"""The first start, and the way back after being signed out: work on this computer alone, or connect to a hub."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.errors import KzgError
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.choice_card import ChoiceCard
from kzg_desktop.ui.hub_fields import ByPassword, HubFields, WayIn
from kzg_desktop.ui.icons import app_icon
from kzg_desktop.ui.preferences import LookChoice
from kzg_desktop.ui.team.password_step import ChoosePassword, PasswordStep
from kzg_desktop.ui.team.refusals import sign_in_problem
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ChoosePassword", "Connect", "Welcome", "WelcomeChoice"]

Connect: TypeAlias = Callable[[str, WayIn], Awaitable[bool]]
"""Signs in at a hub's address; returns whether a sign-in name and a password are still to be chosen.

Raises HubError or UserError when that fails.
"""


class WelcomeChoice(Struct, frozen=True):
    """What the user chose; *url* only for "hub", where signing in has worked already."""

    mode: Literal["embedded", "hub"]
    url: str = ""


class Welcome(QWidget):
    """Two large choices, both by keyboard: arrows choose, Enter goes on.

    Emits ``chosen`` once. *look* offers language and theme; a change of language shows at once and keeps what is typed.
    With *choose_password*, whoever comes with an invitation is asked for a sign-in name and password afterwards. A
    *hub_url* is that of the hub which signed this computer out: the user begins with signing in there.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        connect: Connect,
        look: LookChoice,
        choose_password: ChoosePassword | None = None,
        *,
        hub_url: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._connect = connect
        self._look = look
        self._choose_password = choose_password
        self._again = bool(hub_url)
        self._connecting = False
        self._choice: WelcomeChoice | None = None
        self._done = False
        self._here = ChoiceCard("computer")
        self._hub = ChoiceCard("hub")
        self.fields = HubFields()
        self.password_step: PasswordStep | None = None
        self.setWindowIcon(app_icon())
        self._title = QLabel()
        self._subtitle = QLabel(wordWrap=True)
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._go = QPushButton(default=True)
        self._go.setProperty("kind", "primary")
        self._steps = QStackedWidget()
        self._lay_out()
        self._retranslate()
        self._wire()
        (self._hub if self._again else self._here).setChecked(True)
        if self._again:
            self.fields.ask_again(hub_url)
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
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(12 * UNIT, 12 * UNIT))
        column = QVBoxLayout()
        column.setSpacing(2 * UNIT)
        column.addWidget(picture)
        column.addSpacing(UNIT)
        column.addWidget(self._steps)
        self._steps.addWidget(self._choosing())
        middle = QWidget()
        middle.setFixedWidth(180 * UNIT)
        middle.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * UNIT, 4 * UNIT, 6 * UNIT, 5 * UNIT)
        whole.addWidget(self._look, 0, Qt.AlignmentFlag.AlignRight)
        whole.addStretch(2)
        whole.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _choosing(self) -> QWidget:
        cards = QHBoxLayout()
        cards.setSpacing(4 * UNIT)
        cards.addWidget(self._here, 1)
        cards.addWidget(self._hub, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(3 * UNIT)
        column.addLayout(cards)
        column.addSpacing(UNIT)
        _keep_place(self.fields)
        column.addWidget(self.fields)
        column.addLayout(self._bottom())
        return page

    def _bottom(self) -> QHBoxLayout:
        _keep_place(self._progress)
        self._progress.hide()
        bottom = QHBoxLayout()
        bottom.setSpacing(4 * UNIT)
        bottom.addWidget(self._progress, 1)
        bottom.addWidget(self._go)
        return bottom

    def _retranslate(self) -> None:
        if self._again:
            self.setWindowTitle(self.tr("Sign in"))
            self._title.setText(self.tr("Sign in again"))
            self._subtitle.setText(
                self.tr("The hub has signed this computer out. What you did and has not been sent waits here for you.")
            )
        else:
            self.setWindowTitle(self.tr("Welcome"))
            self._title.setText(self.tr("Welcome to KZG Desktop"))
            self._subtitle.setText(self.tr("Lineup, on-air card and live applications on one desk."))
        self._here.describe(
            self.tr("On this computer"),
            self.tr("Start right away. Everything stays on this computer; you can connect to a hub later."),
        )
        self._hub.describe(
            self.tr("Connect to a hub"),
            self.tr("Work with your team. It takes the hub's address and a code or a password."),
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
        if self._choice is not None:
            return
        if self._connecting:
            self._tasks.cancel("welcome.connect")
        elif self._by_hub:
            self._start_connecting()
        else:
            self._finish(WelcomeChoice("embedded"))

    def _start_connecting(self) -> None:
        if (valid := self.fields.valid()) is not None:
            self._tasks.spawn("welcome.connect", self._try(*valid))

    async def _try(self, url: str, way: WayIn) -> None:
        self._set_connecting(True)
        by_password = isinstance(way, ByPassword)
        try:
            wants_password = await self._connect(url, way)
        except KzgError as error:
            told = sign_in_problem(error, by_password=by_password)
            self.fields.say(told.field, told.words)
        else:
            self.fields.forget_password()
            choice = WelcomeChoice("hub", url)
            if self._choose_password is not None and wants_password and not by_password:
                self._ask_password(choice, self._choose_password)
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
        elif self._choice is None:
            self.fields.focus_problem()

    # --- a password for next time

    def _ask_password(self, choice: WelcomeChoice, choose: ChoosePassword) -> None:
        self._choice = choice
        step = self.password_step = PasswordStep(self._tasks, choose, choice.url)
        step.done.connect(lambda: self._finish(choice))
        self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        step.setFocus()

    def _finish(self, choice: WelcomeChoice) -> None:
        self._choice = choice
        if not self._done:
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
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_steps"):
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._again:
            self.fields.focus_problem()
        else:
            self._here.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._tasks.cancel("welcome.connect")
        if self._choice is not None:
            self._finish(self._choice)  # the invitation is used: what has worked must not be lost with the window
        self.closed.emit()


def _keep_place(widget: QWidget) -> None:
    """Have the layout keep the room of *widget* while it is hidden, so that nothing jumps."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
