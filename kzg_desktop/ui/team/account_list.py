"""The list of accounts on screen, or what there is to say instead of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QWidget

from kzg_desktop.ui.team.account_table import AccountColumn, AccountSearch, AccountTable
from kzg_desktop.ui.team.plain_table import plain_table
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import AccountInfo

__all__ = ["AccountList", "AccountView"]

_WIDTHS = {
    AccountColumn.NAME: (24, 40),
    AccountColumn.ROLE: (20, 36),
    AccountColumn.LOGIN: (24, 40),
    AccountColumn.DEVICES: (18, 24),
    AccountColumn.SEEN: (22, 36),
    AccountColumn.STATE: (22, 48),
}
"""Least and greatest widths in units of the grid; the organisations take the rest."""

_LESS_NEEDED = (AccountColumn.LOGIN, AccountColumn.DEVICES, AccountColumn.SEEN)
"""These are left out in turn where there is no room: the panel beside says them, too."""

_LEAST_SCOPES = 34 * UNIT


class AccountView(QTableView):
    """Enter activates a row."""

    def __init__(self, search: AccountSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(search)
        plain_table(self, self.tr("Accounts"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(AccountColumn.SCOPES, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(AccountColumn.NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each column the room that its words need, as far as there is room."""
        header = self.horizontalHeader()
        widths = {}
        for column, (least, most) in _WIDTHS.items():
            self.setColumnHidden(column, False)
            wanted = max(header.sectionSizeHint(column), self.sizeHintForColumn(column) + 2 * UNIT)
            widths[column] = max(least * UNIT, min(most * UNIT, wanted))
        for column in _LESS_NEEDED:
            short = self.viewport().width() - sum(widths.values()) < _LEAST_SCOPES
            self.setColumnHidden(column, short)
            if short:
                del widths[column]
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class AccountList(QStackedWidget):
    """``chosen``: the account selected, or what is shown of it, changed. ``retry_requested``: ask the hub again."""

    chosen = Signal()
    retry_requested = Signal()
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = AccountTable(self)
        self.found = AccountSearch(self.table, self)
        self.view = AccountView(self.found)
        self._none = EmptyState()
        self._none.activated.connect(self._on_empty)
        self._loaded = False
        self.addWidget(self.view)
        self.addWidget(self._none)
        self.view.selectionModel().selectionChanged.connect(self.chosen)
        self.found.sort(AccountColumn.NAME)
        self.setFocusProxy(self.view)
        self.wait(asking=True)

    @property
    def loaded(self) -> bool:
        """Whether the hub has told of its accounts."""
        return self._loaded

    def show_accounts(self, accounts: Sequence[AccountInfo], names: Mapping[str, str], now_ms: int) -> None:
        """List these; *names* of organisations by id."""
        self._loaded = True
        self.table.apply(accounts, names, now_ms)
        self._settle()

    def wait(self, *, asking: bool) -> None:
        """Say that the accounts are not known yet: they are being asked for, or could not be had."""
        if self._loaded:
            return
        if asking:
            self._none.say(self.tr("Asking the hub for its accounts…"), "")
        else:
            self._none.say(
                self.tr("Accounts are kept at the hub"),
                self.tr("They are shown as soon as it answers."),
                self.tr("Try again"),
            )
        self.setCurrentWidget(self._none)

    def search(self, text: str) -> None:
        """List only those that match."""
        self.found.search(text)
        self._settle()

    def choose(self, account_id: str) -> None:
        """Select that account."""
        if (row := self.found.row_of(account_id)) >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.found.index(row, 0), flags)
            self.view.scrollTo(self.found.index(row, 0))

    @property
    def account(self) -> AccountInfo | None:
        """The account selected."""
        rows = self.view.selectionModel().selectedRows()
        return self.found.account_at(rows[0].row()) if rows else None

    def _settle(self) -> None:
        if not self._loaded:
            return
        shown = self.found.rowCount() > 0
        if not shown:
            self._none.say(
                self.tr("No account matches"), self.tr("Try a name, a role or an organisation."), self.tr("Show all")
            )
        self.setCurrentWidget(self.view if shown else self._none)
        self.view.fit()
        if shown and self.account is None:
            self.choose(self.found.account_at(0).id)
        self.chosen.emit()

    def _on_empty(self) -> None:
        (self.all_requested if self._loaded else self.retry_requested).emit()
