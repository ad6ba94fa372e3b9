"""The feed as it stood at a moment: times, cities and jobs, no names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from kzg_desktop.models.application_text import channel_name
from kzg_desktop.review.facts import Sent
from kzg_desktop.ui.review.sorting import Index
from kzg_desktop.widgets.text import time_of_day

__all__ = ["MomentFeed", "MomentRole", "sent_words"]

_NO_PARENT = QModelIndex()


class MomentRole(IntEnum):
    """``SENT`` is the application."""

    SENT = Qt.ItemDataRole.UserRole


class MomentFeed(QAbstractListModel):
    """Applications, newest first. ``apply`` is the only way in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Sent, ...] = ()

    def apply(self, latest: Sequence[Sent]) -> None:
        """Show these."""
        if tuple(latest) != self._rows:
            self.beginResetModel()
            self._rows = tuple(latest)
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        sent = self._rows[index.row()]
        if role == MomentRole.SENT:
            return sent
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return " · ".join(part for part in sent_words(sent) if part)
        return None


def sent_words(sent: Sent) -> tuple[str, str, str, str]:
    """Return time, city, job and channel of an application; ↻ marks people who applied before."""
    name = channel_name(sent.channel)
    return (
        time_of_day(sent.at, form="%H:%M:%S"),
        sent.city,
        sent.job_title,
        f"{name} ↻" if sent.repeat else name,
    )
