"""The job library as a table: filtered and sorted here, since jobs are thousands and not hundreds of thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.domain.guards import Light
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs import job_cells
from kzg_desktop.ui.jobs.job_cells import JobRow
from kzg_desktop.widgets.findings_view import findings_text
from kzg_desktop.widgets.light import light_words
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["JobColumn", "JobRole", "JobTable"]

_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class JobColumn(IntEnum):
    """The columns from left to right."""

    LIGHT = 0
    EMPLOYER = 1
    TITLE = 2
    PAY = 3
    VACANCY = 4
    PLACE = 5
    VALID_THROUGH = 6
    BENEFITS = 7


class JobRole(IntEnum):
    """``LIGHT`` is the light of the advertisement check, None while it is not known."""

    LIGHT = Qt.ItemDataRole.UserRole


_NUMERIC = {JobColumn.PAY, JobColumn.VACANCY}
_CENTER = Qt.AlignmentFlag.AlignCenter
_NO_VACANCIES: Mapping[str, Vacancy] = MappingProxyType({})


class JobTable(QAbstractTableModel):
    """Jobs that contain every word searched for. ``apply`` is the only way in for data; lights come from *checks*."""

    def __init__(self, checks: AdChecks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks = checks
        self._rows: dict[str, JobRow] = {}
        self._shown: list[JobRow] = []
        self._words: list[str] = []
        self._only_problems = False
        self._day = checks.today()
        self._sorting: tuple[int, Qt.SortOrder] = (JobColumn.EMPLOYER, Qt.SortOrder.AscendingOrder)

    @property
    def total(self) -> int:
        """How many jobs there are, shown or not."""
        return len(self._rows)

    def apply(self, jobs: Iterable[Job], vacancies: Mapping[str, Vacancy] = _NO_VACANCIES) -> None:
        """Have these jobs and no others; *vacancies* by job id."""
        today = self._checks.today()
        before = self._rows if today == self._day else {}
        self._day = today
        self._rows = {}
        for job in jobs:
            row, vacancy = before.get(job.id), vacancies.get(job.id)
            same = row is not None and row.job is job and row.vacancy is vacancy
            self._rows[job.id] = row if row is not None and same else JobRow.of(job, vacancy, today)
        self._show()

    def search(self, text: str) -> None:
        """Show only jobs with every word of *text* somewhere."""
        self._words = text.casefold().split()
        self._show()

    def show_only_problems(self, only: bool) -> None:
        """Show only jobs that cannot go on air as they are: the check is against it, or the offer is over."""
        self._only_problems = only
        self._show()

    def problems(self) -> int:
        """Return how many jobs cannot go on air as they are, as far as they are checked."""
        return sum(map(self._is_problem, self._rows.values()))

    def show_lights(self) -> None:
        """Take over what the check has found since."""
        if self._only_problems or self._sorting[0] == JobColumn.LIGHT:
            self._show()
        if self._shown:
            last = self.index(len(self._shown) - 1, JobColumn.LIGHT)
            self.dataChanged.emit(self.index(0, JobColumn.LIGHT), last, [JobRole.LIGHT])

    def row_at(self, row: int) -> JobRow:
        """Return that row."""
        return self._shown[row]

    def job_at(self, row: int) -> Job:
        """Return the job of that row."""
        return self._shown[row].job

    def row_of(self, job_id: str) -> int:
        """Return the row that shows the job, or -1."""
        return next((row for row, shown in enumerate(self._shown) if shown.job.id == job_id), -1)

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(JobColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if column == JobColumn.LIGHT:
            return self._light_data(row.job, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            texts = _TEXTS if role == Qt.ItemDataRole.DisplayRole else _TOOLTIPS
            return texts[column](row)
        return self._color(row, column) if role == Qt.ItemDataRole.ForegroundRole else None

    def _light_data(self, job: Job, role: int) -> Any:
        if role == JobRole.LIGHT:
            self._checks.hurry(job)
            return self._checks.light(job)
        if role not in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        light, found = self._checks.light(job), self._checks.known(job)
        words = light_words(light) if light is not None else self.tr("Not checked yet")
        return "\n".join([words, findings_text(found)]) if found else words

    def _color(self, row: JobRow, column: int) -> Any:
        tokens = tokens_for(QGuiApplication.palette())
        if column == JobColumn.VALID_THROUGH and row.expired:
            return tokens.color("amber")
        if column == JobColumn.VACANCY and row.closed:
            return tokens.color("amber" if row.paused else "text_muted")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order)
        self._show()

    def _titles(self) -> list[str]:
        return [
            self.tr("Ad"),
            self.tr("Employer"),
            self.tr("Job"),
            self.tr("Monthly pay"),
            self.tr("Seats left"),
            self.tr("Place"),
            self.tr("Valid until"),
            self.tr("Benefits"),
        ]

    # --- what is shown

    def _is_problem(self, row: JobRow) -> bool:
        return row.expired or self._checks.light(row.job) == "block"

    def _matches(self, row: JobRow) -> bool:
        if self._only_problems and not self._is_problem(row):
            return False
        return not self._words or all(word in row.haystack for word in self._words)

    def _show(self) -> None:
        target = self._wanted()
        self._remove({row.job.id for row in target})
        self._reorder([row.job.id for row in target])
        self._fill(target)

    def _wanted(self) -> list[JobRow]:
        column, order = self._sorting
        key: Callable[[JobRow], Any] = self._gravity if column == JobColumn.LIGHT else _KEYS[column]
        found = [row for row in self._rows.values() if self._matches(row)]
        found.sort(key=lambda row: (row.job.hiring_organization, row.job.title, row.job.id))
        # an empty value sorts last in either direction: it is the least interesting
        known = [row for row in found if key(row) is not None]
        empty = [row for row in found if key(row) is None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        return known + empty

    def _gravity(self, row: JobRow) -> int | None:
        """Return a place for the light: the gravest first, which is what one click on the heading asks for."""
        light: Light | None = self._checks.light(row.job)
        return None if light is None else ("block", "warn", "ok").index(light)

    def _remove(self, wanted: set[str]) -> None:
        for place in reversed([place for place, row in enumerate(self._shown) if row.job.id not in wanted]):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self.endRemoveRows()

    def _reorder(self, ids: list[str]) -> None:
        rank = {id_: place for place, id_ in enumerate(ids)}
        order = sorted(self._shown, key=lambda row: rank[row.job.id])
        if order == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(self._shown[index.row()].job.id, index.column()) for index in old]
        self._shown = order
        rows = {row.job.id: place for place, row in enumerate(order)}
        self.changePersistentIndexList(old, [self.index(rows[id_], column) for id_, column in held])
        self.layoutChanged.emit()

    def _fill(self, target: list[JobRow]) -> None:
        for place, row in enumerate(target):
            if place >= len(self._shown) or self._shown[place].job.id != row.job.id:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, row)
                self.endInsertRows()
            elif self._shown[place] is not row and self._shown[place] != row:
                self._shown[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(JobColumn) - 1))


def _alignment(column: int) -> Qt.AlignmentFlag:
    if column == JobColumn.LIGHT:
        return _CENTER
    return _RIGHT if column in _NUMERIC else _LEFT


_TEXTS: dict[int, Callable[[JobRow], str]] = {
    JobColumn.EMPLOYER: lambda row: row.job.hiring_organization,
    JobColumn.TITLE: lambda row: row.job.title,
    JobColumn.PAY: job_cells.pay,
    JobColumn.VACANCY: job_cells.seats,
    JobColumn.PLACE: lambda row: row.job.region or row.job.job_location,
    JobColumn.VALID_THROUGH: job_cells.validity,
    JobColumn.BENEFITS: lambda row: " · ".join(row.job.job_benefits),
}

_TOOLTIPS: dict[int, Callable[[JobRow], str]] = _TEXTS | {
    JobColumn.VACANCY: job_cells.seats_in_full,
    JobColumn.VALID_THROUGH: job_cells.validity_in_full,
}

_KEYS: dict[int, Callable[[JobRow], Any]] = {
    JobColumn.EMPLOYER: lambda row: row.job.hiring_organization,
    JobColumn.TITLE: lambda row: row.job.title,
    JobColumn.PAY: lambda row: row.job.pay.month_max_yuan or row.job.pay.month_min_yuan,
    JobColumn.VACANCY: lambda row: row.left,
    JobColumn.PLACE: lambda row: row.job.region or row.job.job_location or None,
    JobColumn.VALID_THROUGH: lambda row: row.job.valid_through or None,
    JobColumn.BENEFITS: lambda row: len(row.job.job_benefits) or None,
}
