"""A lineup as a list that keeps selection and scroll through every change."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzg_desktop.domain.lineup import LineupRow

__all__ = ["LineupList", "LineupRole"]

_NO_PARENT = QModelIndex()


class LineupRole(IntEnum):
    """``ROW`` is the :class:`LineupRow`."""

    ROW = Qt.ItemDataRole.UserRole


class LineupList(QAbstractListModel):
    """One row for each card of a broadcast. `apply` is the only mutator."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LineupRow] = []

    @property
    def rows(self) -> Sequence[LineupRow]:
        """The rows in order."""
        return tuple(self._rows)

    def row_of(self, item_id: str) -> int:
        """Return the row of that item, -1 when it is not there."""
        return next((i for i, row in enumerate(self._rows) if row.item.id == item_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LineupRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.job.title if row.job else row.item.job_id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            employer = row.job.hiring_organization if row.job else ""
            return f"{row.number} {self._marks()[row.mark]} {self.data(index)} {employer}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def apply(self, rows: Sequence[LineupRow]) -> None:
        """Become *rows* by removing, inserting and moving as little as needed."""
        self._remove_missing({row.item.id for row in rows})
        for position, row in enumerate(rows):
            self._place(position, row)

    def _remove_missing(self, kept: set[str]) -> None:
        for i in reversed(range(len(self._rows))):
            if self._rows[i].item.id not in kept:
                self.beginRemoveRows(_NO_PARENT, i, i)
                del self._rows[i]
                self.endRemoveRows()

    def _place(self, position: int, row: LineupRow) -> None:
        at = self.row_of(row.item.id)
        if at < 0:
            self.beginInsertRows(_NO_PARENT, position, position)
            self._rows.insert(position, row)
            self.endInsertRows()
            return
        if at != position:
            self.beginMoveRows(_NO_PARENT, at, at, _NO_PARENT, position)
            self._rows.insert(position, self._rows.pop(at))
            self.endMoveRows()
        if self._rows[position] != row:
            self._rows[position] = row
            index = self.index(position)
            self.dataChanged.emit(index, index)

    def _marks(self) -> dict[str, str]:
        return {
            "waiting": "",
            "next": self.tr("next"),
            "on_air": self.tr("on air"),
            "shown": self.tr("shown"),
            "skipped": self.tr("skipped"),
        }
