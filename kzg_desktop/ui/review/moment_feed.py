"""The feed as it stood at a moment: times, cities and jobs, no names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from kzg_desktop.models.application_text import channel_name
from kzg_desktop.review.facts import Sent
from kzg_desktop.ui.review.sorting import Index
from kzg_desktop.widgets.text import time_of_day

__all__ = ["MomentColumn", "MomentFeed"]

_NO_PARENT = QModelIndex()


class MomentColumn(IntEnum):
    """The columns from left to right."""

    TIME = 0
    CITY = 1
    JOB = 2
    CHANNEL = 3


class MomentFeed(QAbstractTableModel):
    """Applications, newest first. ``apply`` is the only way in."""

    _rows: tuple[Sent, ...] = ()

    def apply(self, latest: Sequence[Sent]) -> None:
        """Show these."""
        if tuple(latest) != self._rows:
            self.beginResetModel()
            self._rows = tuple(latest)
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(MomentColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        sent = self._rows[index.row()]
        match index.column():
            case MomentColumn.TIME:
                return time_of_day(sent.at, form="%H:%M:%S")
            case MomentColumn.CITY:
                return sent.city
            case MomentColumn.JOB:
                return sent.job_title
            case _:
                name = channel_name(sent.channel)
                return f"{name} ↻" if sent.repeat else name

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return [self.tr("Sent"), self.tr("City"), self.tr("Job"), self.tr("Channel")][section]
        return None
