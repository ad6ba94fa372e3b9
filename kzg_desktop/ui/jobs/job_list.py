"""The library's list, or what stands in its place when there is nothing to list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs.empty import EmptyLibrary
from kzg_desktop.ui.jobs.job_cells import JobRow
from kzg_desktop.ui.jobs.job_table import JobTable
from kzg_desktop.ui.jobs.table_view import JobTableView
from kzg_desktop.widgets.empty_state import EmptyState

__all__ = ["JobList"]


class JobList(QStackedWidget):
    """Keeps one job chosen wherever there is one, and the keyboard when what had it goes away.

    ``chosen``: the selection, or what is shown of it, changed. ``all_requested``: show every job again.
    """

    chosen = Signal()
    all_requested = Signal()

    def __init__(self, checks: AdChecks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = JobTable(checks, self)
        self.view = JobTableView(self.table)
        self.empty = EmptyLibrary()
        self._no_match = EmptyState()
        self._no_match.activated.connect(self.all_requested)
        self._wanted = ""
        self._only_problems = False
        for part in (self.view, self.empty, self._no_match):
            self.addWidget(part)
        self.view.selectionModel().selectionChanged.connect(self.chosen)
        self.table.dataChanged.connect(self.chosen)
        checks.checked.connect(self._on_checked)
        self.setFocusProxy(self.view)

    def show_jobs(self, jobs: Iterable[Job], vacancies: Mapping[str, Vacancy]) -> None:
        """List these jobs; *vacancies* by job id."""
        self.table.apply(jobs, vacancies)
        self._settle()

    def search(self, text: str) -> None:
        """List only the jobs that match."""
        self.table.search(text)
        self._settle()

    def show_only_problems(self, only: bool) -> None:
        """List only the jobs that cannot go on air as they are."""
        self._only_problems = only
        self.table.show_only_problems(only)
        self._settle()

    def choose(self, job_id: str) -> None:
        """Select that job as soon as it is listed."""
        self._wanted = job_id
        self._settle()

    def rows(self) -> list[JobRow]:
        """Return the rows selected, from the top."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.table.row_at(row) for row in rows]

    def jobs(self) -> list[Job]:
        """Return the jobs selected, from the top."""
        return [row.job for row in self.rows()]

    def _on_checked(self) -> None:
        self.table.show_lights()
        if self._only_problems:
            self._settle()

    def _say_no_match(self) -> None:
        if self._only_problems:
            self._no_match.say(
                self.tr("No job with a problem here"),
                self.tr("What is listed otherwise can go on air, as far as words go."),
                self.tr("Show all jobs"),
            )
        else:
            self._no_match.say(
                self.tr("No job matches"),
                self.tr("Try fewer words, or another place or benefit."),
                self.tr("Clear the search"),
            )

    def _settle(self) -> None:
        had_keyboard = self._has_keyboard()
        self._say_no_match()
        shown = self.table.rowCount() > 0
        part = self.view if shown else self._no_match if self.table.total else self.empty
        self.setCurrentWidget(part)
        self.setFocusProxy(part)
        if had_keyboard:
            part.setFocus()
        row = self.table.row_of(self._wanted) if self._wanted else -1
        if row >= 0:
            self._wanted = ""
            self._select(row)
        elif shown and not self.view.selectionModel().hasSelection():
            self._select(0)
        self.chosen.emit()

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _select(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), flags)
        self.view.scrollTo(self.table.index(row, 0))
