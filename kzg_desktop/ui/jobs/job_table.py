"""The job library as a table: filtered and sorted here, since jobs are thousands and not hundreds of thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.ui.jobs.pay_cell import pay_cell

__all__ = ["JobColumn", "JobTable"]

_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class JobColumn(IntEnum):
    """The columns from left to right."""

    EMPLOYER = 0
    TITLE = 1
    PAY = 2
    OPENINGS = 3
    PLACE = 4
    VALID_THROUGH = 5
    BENEFITS = 6


_NUMERIC = {JobColumn.PAY, JobColumn.OPENINGS}


class JobTable(QAbstractTableModel):
    """Jobs that contain every word searched for. ``apply`` is the only way in for data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, Job] = {}
        self._shown: list[Job] = []
        self._words: list[str] = []
        self._sorting: tuple[int, Qt.SortOrder] = (JobColumn.EMPLOYER, Qt.SortOrder.AscendingOrder)

    @property
    def total(self) -> int:
        """How many jobs there are, shown or not."""
        return len(self._jobs)

    def apply(self, jobs: Iterable[Job]) -> None:
        """Have these jobs and no others."""
        self._jobs = {job.id: job for job in jobs}
        self._show()

    def search(self, text: str) -> None:
        """Show only jobs with every word of *text* somewhere."""
        self._words = text.casefold().split()
        self._show()

    def job_at(self, row: int) -> Job:
        """Return the job of that row."""
        return self._shown[row]

    def row_of(self, job_id: str) -> int:
        """Return the row that shows the job, or -1."""
        return next((row for row, job in enumerate(self._shown) if job.id == job_id), -1)

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(JobColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _TEXTS[index.column()](self._shown[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in _NUMERIC else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMERIC else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order)
        self._show()

    def _titles(self) -> list[str]:
        return [
            self.tr("Employer"),
            self.tr("Job"),
            self.tr("Monthly pay"),
            self.tr("Openings"),
            self.tr("Place"),
            self.tr("Valid until"),
            self.tr("Benefits"),
        ]

    # --- what is shown

    def _show(self) -> None:
        target = self._wanted()
        self._remove({job.id for job in target})
        self._reorder([job.id for job in target])
        self._fill(target)

    def _wanted(self) -> list[Job]:
        column, order = self._sorting
        found = [job for job in self._jobs.values() if all(word in _haystack(job) for word in self._words)]
        found.sort(key=lambda job: (job.hiring_organization, job.title, job.id))
        # an empty value sorts last in either direction: it is the least interesting
        known = [job for job in found if _KEYS[column](job) is not None]
        empty = [job for job in found if _KEYS[column](job) is None]
        known.sort(key=_KEYS[column], reverse=order == Qt.SortOrder.DescendingOrder)
        return known + empty

    def _remove(self, wanted: set[str]) -> None:
        for row in reversed([row for row, job in enumerate(self._shown) if job.id not in wanted]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()

    def _reorder(self, ids: list[str]) -> None:
        rank = {id_: place for place, id_ in enumerate(ids)}
        order = sorted(self._shown, key=lambda job: rank[job.id])
        if order == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(self._shown[index.row()].id, index.column()) for index in old]
        self._shown = order
        rows = {job.id: row for row, job in enumerate(order)}
        self.changePersistentIndexList(old, [self.index(rows[id_], column) for id_, column in held])
        self.layoutChanged.emit()

    def _fill(self, target: list[Job]) -> None:
        for row, job in enumerate(target):
            if row >= len(self._shown) or self._shown[row].id != job.id:
                self.beginInsertRows(QModelIndex(), row, row)
                self._shown.insert(row, job)
                self.endInsertRows()
            elif self._shown[row] != job:
                self._shown[row] = job
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(JobColumn) - 1))


_TEXTS: dict[int, Callable[[Job], str]] = {
    JobColumn.EMPLOYER: lambda job: job.hiring_organization,
    JobColumn.TITLE: lambda job: job.title,
    JobColumn.PAY: lambda job: pay_cell(job.pay) if job.pay != Pay() else "",
    JobColumn.OPENINGS: lambda job: "" if job.total_job_openings is None else f"{job.total_job_openings:,}",
    JobColumn.PLACE: lambda job: job.region or job.job_location,
    JobColumn.VALID_THROUGH: lambda job: job.valid_through,
    JobColumn.BENEFITS: lambda job: " · ".join(job.job_benefits),
}

_KEYS: dict[int, Callable[[Job], Any]] = {
    JobColumn.EMPLOYER: lambda job: job.hiring_organization,
    JobColumn.TITLE: lambda job: job.title,
    JobColumn.PAY: lambda job: job.pay.month_max_yuan or job.pay.month_min_yuan,
    JobColumn.OPENINGS: lambda job: job.total_job_openings,
    JobColumn.PLACE: lambda job: job.region or job.job_location or None,
    JobColumn.VALID_THROUGH: lambda job: job.valid_through or None,
    JobColumn.BENEFITS: lambda job: len(job.job_benefits) or None,
}


def _haystack(job: Job) -> str:
    fields = (
        job.title,
        job.hiring_organization,
        job.region,
        job.job_location,
        job.shift,
        job.board,
        job.lodging,
        *job.job_benefits,
    )
    return "\n".join(fields).casefold()
