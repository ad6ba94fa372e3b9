"""The hub's audit log as a table: lines newest first, filtered by who and what."""

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

from kzg_desktop.models.account_audit_text import detail_words, kind_words, person_words, subject_words, time_words
from kzg_desktop.widgets.tokens import tokens_for
from kzg_desktop.wire_office import AuditLine

__all__ = ["AuditColumn", "AuditFilter", "AuditRole", "AuditTable"]

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class AuditColumn(IntEnum):
    """The columns from left to right."""

    AT = 0
    WHO = 1
    WHAT = 2
    WHOM = 3
    DETAIL = 4


class AuditRole(IntEnum):
    """``LINE`` is the AuditLine."""

    LINE = Qt.ItemDataRole.UserRole


class AuditTable(QAbstractTableModel):
    """Lines, newest first. ``show`` begins anew, ``add_older`` goes on at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AuditLine] = []
        self._names: Mapping[str, str] = {}

    @property
    def lines(self) -> list[AuditLine]:
        """All lines held."""
        return list(self._lines)

    @property
    def oldest(self) -> int:
        """The id of the oldest line held, 0 without any."""
        return self._lines[-1].id if self._lines else 0

    def show(self, lines: Iterable[AuditLine], names: Mapping[str, str]) -> None:
        """Hold these lines and no others; *names* of organisations by id. Lines that only got company stay chosen."""
        wanted = list(lines)
        new = len(wanted) - len(self._lines)
        if self._lines and new >= 0 and wanted[new:] == self._lines and names == self._names:
            if new:
                self.beginInsertRows(QModelIndex(), 0, new - 1)
                self._lines = wanted
                self.endInsertRows()
            return
        self.beginResetModel()
        self._lines = wanted
        self._names = names
        self.endResetModel()

    def add_older(self, lines: Iterable[AuditLine]) -> None:
        """Hold these lines, too: they come after the others."""
        older = [line for line in lines if not self._lines or line.id < self.oldest]
        if older:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._lines += older
            self.endInsertRows()

    # --- Qt's questions

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(AuditColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(line, column)
        if role == AuditRole.LINE:
            return line
        if role == Qt.ItemDataRole.ForegroundRole and column in {AuditColumn.AT, AuditColumn.DETAIL}:
            return tokens_for(QGuiApplication.palette()).color("text_muted")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _titles(self) -> list[str]:
        return [self.tr("Time"), self.tr("Who"), self.tr("What"), self.tr("About"), self.tr("Details")]

    def _text(self, line: AuditLine, column: int) -> str:
        match column:
            case AuditColumn.AT:
                return time_words(line.at)
            case AuditColumn.WHO:
                return person_words(line)
            case AuditColumn.WHAT:
                return kind_words(line.kind)
            case AuditColumn.WHOM:
                return subject_words(line)
            case _:
                return detail_words(line, self._names)


class AuditFilter(QSortFilterProxyModel):
    """The lines of one person and one kind; "" for all. A person's lines are what it did and what was done to it."""

    def __init__(self, table: AuditTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._person = ""
        self._kind = ""
        self.setSourceModel(table)

    @property
    def narrowed(self) -> bool:
        """Whether some lines may be left out."""
        return bool(self._person or self._kind)

    def narrow(self, person: str, kind: str) -> None:
        """Show only lines of this account id and this kind."""
        self.beginFilterChange()
        self._person, self._kind = person, kind
        self.endFilterChange()

    def lines(self) -> list[AuditLine]:
        """Return the lines that are shown."""
        return [self.index(row, 0).data(AuditRole.LINE) for row in range(self.rowCount())]

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        line: AuditLine = self._table.index(source_row, 0).data(AuditRole.LINE)
        return self._person in {"", line.actor, line.subject} and self._kind in {"", line.kind}
