"""Jobs to choose from, narrowed as the user types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import IntEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.domain.guards import ObstacleCode, obstacles

__all__ = ["JobChoiceRole", "JobChoices"]

_NO_PARENT = QModelIndex()
_NO_VACANCIES: Mapping[str, Vacancy] = MappingProxyType({})


class JobChoiceRole(IntEnum):
    """``JOB`` is the Job; ``CHOSEN`` is True when it is in the lineup already.

    ``OBSTACLE`` is what stands against showing the job today, words aside: the gravest ObstacleCode, or None.
    """

    JOB = Qt.ItemDataRole.UserRole
    CHOSEN = Qt.ItemDataRole.UserRole + 1
    OBSTACLE = Qt.ItemDataRole.UserRole + 2


class JobChoices(QAbstractListModel):
    """Jobs that contain every word searched for, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[tuple[Job, str]] = []
        self._shown: list[Job] = []
        self._obstacles: dict[str, ObstacleCode] = {}
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
        if role == JobChoiceRole.OBSTACLE:
            return self._obstacles.get(job.id)
        return self._text(job, role)

    def _text(self, job: Job, role: int) -> str | None:
        name = f"{job.title} · {job.hiring_organization}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(filter(None, (name, self.obstacle_words(self._obstacles.get(job.id)))))
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def obstacle_words(self, code: ObstacleCode | None) -> str:
        """Return what to say beside a job with that obstacle, "" for none."""
        words = {
            "paused": self.tr("Paused"),
            "filled": self.tr("Full"),
            "full": self.tr("Waiting list"),
            "expired": self.tr("Expired"),
        }
        return words.get(code, "") if code is not None else ""

    def offer(
        self, jobs: Iterable[Job], vacancies: Mapping[str, Vacancy] = _NO_VACANCIES, today: date | None = None
    ) -> None:
        """Offer these jobs; *vacancies* by job id. Without *today* no job is expired."""
        self._jobs = [(job, _searchable(job)) for job in jobs]
        day = today if today is not None else date.min
        found = ((job.id, obstacles(job, vacancies.get(job.id), (), day)) for job, _ in self._jobs)
        self._obstacles = {id_: against[0].code for id_, against in found if against}
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
