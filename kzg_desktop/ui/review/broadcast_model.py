"""The broadcasts that can be reviewed, with what each brought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.reading import Totals
from kzg_desktop.ui.review.sorting import Index
from kzg_desktop.widgets.text import time_of_day

__all__ = ["BroadcastFilter", "BroadcastRole", "BroadcastRow", "Broadcasts", "Order"]

Order: TypeAlias = Literal["date", "sign_ups", "reached", "hired", "title"]

_NO_PARENT = QModelIndex()


class BroadcastRow(Struct, frozen=True):
    """One broadcast; *totals* are None while they are being counted."""

    broadcast: Broadcast
    totals: Totals | None = None

    @property
    def total(self) -> int:
        """How many signed up, as far as it is counted."""
        return self.totals.total if self.totals is not None else 0

    def came_to(self, stage: Literal["reached", "interviewed", "hired"]) -> int:
        """Return how many came to that stage."""
        return self.totals.stages.get(stage, 0) if self.totals is not None else 0


class BroadcastRole(IntEnum):
    """``ROW`` is the :class:`BroadcastRow`."""

    ROW = Qt.ItemDataRole.UserRole


class Broadcasts(QAbstractListModel):
    """All broadcasts. ``apply`` is the only way in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[BroadcastRow] = []

    def apply(self, broadcasts: Iterable[Broadcast], totals: Mapping[str, Totals] | None) -> None:
        """Have these broadcasts and no others; *totals* by broadcast id, None while they are being counted."""
        rows = [
            BroadcastRow(one, totals.get(one.id, Totals()) if totals is not None else self._totals(one.id))
            for one in broadcasts
        ]
        if [row.broadcast.id for row in rows] != [row.broadcast.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_of(self, broadcast_id: str) -> int:
        """Return the row of that broadcast, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.broadcast.id == broadcast_id), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.broadcast.title
        if role == BroadcastRole.ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{title}, {day}, {host}, {count} sign-ups")
            day = time_of_day(row.broadcast.starts_at, form="%Y-%m-%d %H:%M")
            return words.format(title=row.broadcast.title, day=day, host=row.broadcast.host_name, count=row.total)
        return None

    def _totals(self, broadcast_id: str) -> Totals | None:
        place = self.row_of(broadcast_id)
        return self._rows[place].totals if place >= 0 else None


class BroadcastFilter(QSortFilterProxyModel):
    """The broadcasts with every word searched for in title, campaign, host or date, in the order chosen."""

    def __init__(self, model: Broadcasts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._order: Order = "date"
        self.setSourceModel(model)
        self.sort(0)

    def search(self, text: str) -> None:
        """Show only broadcasts with every word of *text*."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def order_by(self, order: Order) -> None:
        """Sort by that, the latest or largest first; titles from A to Z."""
        self._order = order
        self.invalidate()
        self.sort(0)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        found: BroadcastRow = self.sourceModel().index(source_row, 0, source_parent).data(BroadcastRole.ROW)
        one = found.broadcast
        day = time_of_day(one.starts_at, form="%Y-%m-%d")
        text = f"{one.title} {one.campaign} {one.host_name} {day}".casefold()
        return all(word in text for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = self._key(source_left.data(BroadcastRole.ROW)), self._key(source_right.data(BroadcastRole.ROW))
        return bool(left < right)

    def _key(self, row: BroadcastRow) -> tuple[Any, ...]:
        one = row.broadcast
        match self._order:
            case "sign_ups":
                first: Any = -row.total
            case "reached":
                first = -row.came_to("reached")
            case "hired":
                first = -row.came_to("hired")
            case "title":
                first = one.title
            case _:
                first = 0
        return first, -one.starts_at, one.id
