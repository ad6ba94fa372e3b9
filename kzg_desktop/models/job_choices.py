"""Jobs to choose from, narrowed as the user types."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzg_desktop.domain.entities import Job

__all__ = ["JobChoiceRole", "JobChoices"]

_NO_PARENT = QModelIndex()


class JobChoiceRole(IntEnum):
    """``JOB`` is the Job; ``CHOSEN`` is True when it is in the lineup already."""

    JOB = Qt.ItemDataRole.UserRole
    CHOSEN = Qt.ItemDataRole.UserRole + 1


class JobChoices(QAbstractListModel):
    """Jobs that contain every word searched for, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[tuple[Job, str]] = []
        self._shown: list[Job] = []
        self._chosen: frozenset[str] = frozenset()
        self._words: list[str] = []

    @property
    def total(self) -> int:
        """How many jobs there are, shown or not."""
        return len(self._jobs)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        job = self._shown[index.row()]
        if role == JobChoiceRole.JOB:
            return job
        if role == JobChoiceRole.CHOSEN:
            return job.id in self._chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{job.title} · {job.hiring_organization}"
        return None

    def offer(self, jobs: Iterable[Job]) -> None:
        """Offer these jobs."""
        self._jobs = [(job, _searchable(job)) for job in jobs]
        self._narrow()

    def search(self, text: str) -> None:
        """Show only jobs with every word of *text* somewhere."""
        self._words = text.casefold().split()
        self._narrow()

    def mark_chosen(self, job_ids: Iterable[str]) -> None:
        """Mark the jobs that the lineup holds."""
        self._chosen = frozenset(job_ids)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [JobChoiceRole.CHOSEN])

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [job for job, text in self._jobs if all(word in text for word in self._words)]
        self.endResetModel()


def _searchable(job: Job) -> str:
    fields = (job.title, job.hiring_organization, job.job_location, job.shift, *job.job_benefits)
    return "\n".join(fields).casefold()
