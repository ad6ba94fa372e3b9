"""The hub's accounts as a table, and the part of it that a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QGuiApplication

from kzg_desktop.models.account_text import (
    ROLES,
    account_state,
    role_words,
    scope_words,
    seen_words,
    state_words,
)
from kzg_desktop.widgets.tokens import tokens_for
from kzg_desktop.wire_office import AccountInfo

__all__ = ["AccountColumn", "AccountRole", "AccountSearch", "AccountTable"]

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STATES = ("active", "invited", "locked", "disabled")
_TONES = {"locked": "amber", "disabled": "text_faint", "invited": "text_muted"}


class AccountColumn(IntEnum):
    """The columns from left to right."""

    NAME = 0
    ROLE = 1
    SCOPES = 2
    LOGIN = 3
    DEVICES = 4
    SEEN = 5
    STATE = 6


class AccountRole(IntEnum):
    """``ACCOUNT`` is the AccountInfo, ``SORT`` what its column is sorted by, ``WORDS`` all that a search looks at."""

    ACCOUNT = Qt.ItemDataRole.UserRole
    SORT = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2


class AccountTable(QAbstractTableModel):
    """Accounts in no order of its own; ``apply`` is the only mutator."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts: list[AccountInfo] = []
        self._names: Mapping[str, str] = {}
        self._now_ms = 0

    @property
    def accounts(self) -> list[AccountInfo]:
        """All accounts."""
        return list(self._accounts)

    def account(self, account_id: str) -> AccountInfo | None:
        """Return that account, None if there is no such."""
        return next((account for account in self._accounts if account.id == account_id), None)

    def apply(self, accounts: Iterable[AccountInfo], names: Mapping[str, str], now_ms: int) -> None:
        """Have these accounts and no others; *names* of organisations by id. Rows that stay keep their place."""
        self._names, self._now_ms = names, now_ms
        wanted = {account.id: account for account in accounts}
        for row in reversed(range(len(self._accounts))):
            if self._accounts[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._accounts[row]
                self.endRemoveRows()
        self._accounts = [wanted.pop(account.id) for account in self._accounts]
        if self._accounts:  # "5 min ago" changes for all of them
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._accounts) - 1, len(AccountColumn) - 1))
        if wanted:
            first = len(self._accounts)
            self.beginInsertRows(QModelIndex(), first, first + len(wanted) - 1)
            self._accounts += wanted.values()
            self.endInsertRows()

    # --- Qt's questions

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._accounts)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(AccountColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        account, column = self._accounts[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts(account)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == AccountColumn.DEVICES else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(account, column)
        return self._own_data(account, column, role)

    def _own_data(self, account: AccountInfo, column: int, role: int) -> Any:
        match role:
            case AccountRole.ACCOUNT:
                return account
            case AccountRole.SORT:
                return self._sort_key(account, column)
            case AccountRole.WORDS:
                return "\n".join(self._texts(account)).casefold()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == AccountColumn.DEVICES else _LEFT
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _titles(self) -> list[str]:
        return [
            self.tr("Name"),
            self.tr("Role"),
            self.tr("Organisations"),
            self.tr("Sign-in name"),
            self.tr("Devices"),
            self.tr("Last seen"),
            self.tr("State"),
        ]

    # --- cells

    def _texts(self, account: AccountInfo) -> list[str]:
        return [
            account.name,
            role_words(account.role),
            scope_words(account.scopes, self._names),
            account.login or "–",
            f"{account.devices:,}",
            seen_words(account.seen_at, self._now_ms),
            state_words(account, self._now_ms),
        ]

    def _color(self, account: AccountInfo, column: int) -> Any:
        tokens = tokens_for(QGuiApplication.palette())
        if account.disabled:
            return tokens.color("text_faint")
        if column == AccountColumn.STATE:
            tone = _TONES.get(account_state(account, self._now_ms))
            return tokens.color(tone) if tone else None
        return tokens.color("text_muted") if column == AccountColumn.LOGIN and not account.login else None

    def _sort_key(self, account: AccountInfo, column: int) -> Any:
        match column:
            case AccountColumn.ROLE:
                return next((place for place, role in enumerate(ROLES) if role == account.role), len(ROLES))
            case AccountColumn.DEVICES:
                return account.devices
            case AccountColumn.SEEN:
                return account.seen_at
            case AccountColumn.STATE:
                return _STATES.index(account_state(account, self._now_ms))
            case _:
                return self._texts(account)[column]


class AccountSearch(QSortFilterProxyModel):
    """The accounts that contain every word searched for, sortable by each column."""

    def __init__(self, table: AccountTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._words: list[str] = []
        self.setSourceModel(table)
        self.setSortRole(AccountRole.SORT)
        self.setSortLocaleAware(True)
        self.setDynamicSortFilter(True)

    def search(self, text: str) -> None:
        """Show only accounts with every word of *text* somewhere."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def row_of(self, account_id: str) -> int:
        """Return the row that shows the account, or -1."""
        rows = range(self.rowCount())
        return next((row for row in rows if self.account_at(row).id == account_id), -1)

    def account_at(self, row: int) -> AccountInfo:
        """Return the account of that row."""
        found: AccountInfo = self.index(row, 0).data(AccountRole.ACCOUNT)
        return found

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        words = self._table.index(source_row, 0).data(AccountRole.WORDS)
        return all(word in words for word in self._words)
