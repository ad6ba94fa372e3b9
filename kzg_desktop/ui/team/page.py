"""The administrator's page: accounts with their devices, and the audit log."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.services import DeskEvent, RowsChanged, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.team.accounts import AccountsPane
from kzg_desktop.ui.team.audit import AuditPane
from kzg_desktop.ui.team.away_line import AwayLine
from kzg_desktop.ui.team.office_calls import BusyLine, OfficeCalls
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["TeamPage"]

_SECTIONS = ("accounts", "audit")

LOOK_AGAIN_MS = 30_000
"""Sign-ins, invitations that were used and locks reach no cache: while accounts are shown, they are asked for."""


class TeamPage(QWidget):
    """For accounts with ``account:admin``. Everything on it is asked of the hub; leaving it ends what is asked.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    ``sign_in_requested``: the hub has signed this computer out, and the user wants to sign in again.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    sign_in_requested = Signal()

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, keymap: Keymap) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self.calls = OfficeCalls(tasks, "team", self)
        self.away = AwayLine()
        self.accounts = AccountsPane(desk, self.calls, clock)
        self.audit = AuditPane(desk, tasks, self.calls, clock)
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self.search = SearchField(self.tr("Search accounts  ( / )"))
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._new = IconPushButton("plus", self.tr("New account"), primary=True)
        self._new.setToolTip(self.tr("New account") + "  (N)")
        self._was_there = False
        self.timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self.timer.timeout.connect(self._look_again)
        self._lay_out()
        self._wire()
        self._bind(keymap)
        self._unsubscribe = desk.subscribe(self._on_event)
        self._show_away()

    def stop(self) -> None:
        """Stop listening to the desk and asking the hub; the page is about to go."""
        self._unsubscribe()
        self.timer.stop()
        self.calls.stop()

    def set_office(self, office: Office | None) -> None:
        """Ask the hub through *office* from now on; None while it is away."""
        self.calls.office = office
        self._show_away()
        self._on_back()

    def set_on_air(self, on: bool) -> None:
        """While this desk runs the air, invitation codes are covered until asked for."""
        self.accounts.set_on_air(on=on)

    # --- building

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Team"))
        title.setProperty("role", "title")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Sections of the team's page"))
        for words in (self.tr("Accounts"), self.tr("Audit log")):
            self.tabs.addTab(words)
        self.search.setFixedWidth(60 * UNIT)
        top = QHBoxLayout()
        top.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 0)
        top.setSpacing(3 * UNIT)
        top.addWidget(title)
        top.addWidget(self._count)
        top.addSpacing(3 * UNIT)
        top.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self.search)
        top.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(UNIT)
        column.addWidget(BusyLine(self.calls))
        column.addWidget(_hairline())
        column.addWidget(self.away)
        column.addWidget(self._stack, 1)
        for pane in (self.accounts, self.audit):
            self._stack.addWidget(pane)
        self.setFocusProxy(self.accounts)

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.away.sign_in_requested.connect(self.sign_in_requested)
        self.search.textChanged.connect(self.accounts.search)
        self.search.left.connect(self._to_list)
        self.search.returnPressed.connect(self._to_list)
        self._new.clicked.connect(self.accounts.new)
        self.accounts.all_requested.connect(self.search.clear)
        self.accounts.counted.connect(self._on_counted)
        self.calls.failed.connect(self.failed)
        for pane in (self.accounts, self.audit):
            pane.said.connect(self._say)
            pane.failed.connect(self.failed)

    def _bind(self, keymap: Keymap) -> None:
        acts: dict[str, Callable[[], object]] = {
            "team.new": self._on_new,
            "team.invite": self._for_accounts(self.accounts.invite),
            "team.disable": self._for_accounts(self.accounts.toggle),
            "team.search": self._to_search,
            "team.reload": self.reload,
        }
        keymap.bind(self, acts)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_list)

    # --- what is shown

    @property
    def section(self) -> str:
        """The section shown: "accounts" or "audit"."""
        return _SECTIONS[self.tabs.currentIndex()]

    def show_section(self, name: str) -> None:
        """Show that section.

        Raises:
            ValueError: there is none of that name.
        """
        self.tabs.setCurrentIndex(_SECTIONS.index(name))

    def reload(self) -> None:
        """Ask the hub anew for what is shown."""
        (self.accounts if self.section == "accounts" else self.audit).reload()

    def _on_tab(self, _index: int) -> None:
        accounts = self.section == "accounts"
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        for part in (self.search, self._new):
            part.setVisible(accounts)
        pane = self.accounts if accounts else self.audit
        self.setFocusProxy(pane)
        self.audit.show_people(self.accounts.account_names())
        self.reload()
        pane.setFocus()

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _on_counted(self) -> None:
        names = self.accounts.account_names()
        self._count.setText(f"{len(names):,}")
        self.audit.show_people(names)

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, StatusChanged):
            self._show_away()
            self._on_back()
        elif isinstance(event, RowsChanged) and "colleague" in event.entities and self.isVisible():
            self.reload()  # somebody's rights changed, here or at another desk

    def _look_again(self) -> None:
        if self.section == "accounts" and self._there:
            self.accounts.look_again()

    def _on_back(self) -> None:
        """Ask anew what could not be asked while the hub was away."""
        there = self._there
        came, self._was_there = there and not self._was_there, there
        if came and self.isVisible():
            self.reload()

    @property
    def _there(self) -> bool:
        return self.calls.office is not None and self._desk.status.state in {"live", "catching_up"}

    def _show_away(self) -> None:
        connected = self.calls.office is not None
        status = self._desk.status
        self.away.show_status(status, self._clock.now_ms(), connected=connected)
        self.accounts.allow(allowed=self._there)
        self._new.setEnabled(self._there)

    # --- doing

    def _on_new(self) -> None:
        if self._new.isEnabled():
            self.show_section("accounts")
            self.accounts.new()

    def _for_accounts(self, act: Callable[[], object]) -> Callable[[], object]:
        def do() -> None:
            if self.section == "accounts" and self._new.isEnabled():
                act()

        return do

    def _to_search(self) -> None:
        self.show_section("accounts")
        self.search.setFocus()
        self.search.selectAll()

    def _to_list(self) -> None:
        self.accounts.setFocus()

    def _say(self, words: str) -> None:
        self.said.emit(words, "", None)

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.timer.stop()
        if not event.spontaneous():  # not when the window is only put away
            self.calls.cancel()
            self.audit.leave()


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
