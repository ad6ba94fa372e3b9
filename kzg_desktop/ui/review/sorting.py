"""Tables of figures that can be sorted by any column."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

__all__ = ["FigureRole", "Figures", "Index"]

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class FigureRole(IntEnum):
    """``SORT`` is what a cell sorts by, None where there is no figure. ``LAST``: the row stays at the end."""

    SORT = Qt.ItemDataRole.UserRole
    LAST = Qt.ItemDataRole.UserRole + 1
    INTERVAL = Qt.ItemDataRole.UserRole + 2
    """``(low, value, high)`` as shares of 1 of the column's scale, None where there is none to draw."""
    BEST = Qt.ItemDataRole.UserRole + 3
    """Whether it is better than all others for sure."""


class Figures(QSortFilterProxyModel):
    """Sorts by :attr:`FigureRole.SORT`; cells without a figure come last in either direction."""

    def __init__(self, table: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(table)
        self.setSortRole(FigureRole.SORT)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = _key(source_left), _key(source_right)
        if left[:1] != right[:1]:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (left < right) is ascending
        return left < right


def _key(index: Index) -> tuple[int, Any]:
    """Return the rank (figures, no figure, rows that stay last) and the figure."""
    if index.data(FigureRole.LAST):
        return 2, 0
    value = index.data(FigureRole.SORT)
    return (1, 0) if value is None else (0, value)
