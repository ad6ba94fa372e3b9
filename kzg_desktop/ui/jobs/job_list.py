"""The library's list, or what stands in its place when there is nothing to list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kzg_desktop.domain.entities import Job
from kzg_desktop.ui.jobs.empty import EmptyLibrary
from kzg_desktop.ui.jobs.job_table import JobTable
from kzg_desktop.ui.jobs.table_view import JobTableView
from kzg_desktop.widgets.empty_state import EmptyState

__all__ = ["JobList"]


class JobList(QStackedWidget):
    """Keeps one job chosen wherever there is one, and the keyboard when what had it goes away.

    ``chosen``: the selection, or what is shown of it, changed. ``all_requested``: the search is to be emptied.
    """

    chosen = Signal()
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = JobTable(self)
        self.view = JobTableView(self.table)
        self.empty = EmptyLibrary()
        self._no_match = EmptyState()
        self._no_match.say(
            self.tr("No job matches"),
            self.tr("Try fewer words, or another place or benefit."),
            self.tr("Clear the search"),
        )
        self._no_match.activated.connect(self.all_requested)
        self._wanted = ""
        for part in (self.view, self.empty, self._no_match):
            self.addWidget(part)
        self.view.selectionModel().selectionChanged.connect(self.chosen)
        self.table.dataChanged.connect(self.chosen)
        self.setFocusProxy(self.view)

    def show_jobs(self, jobs: Iterable[Job]) -> None:
        """List these jobs."""
        self.table.apply(jobs)
        self._settle()

    def search(self, text: str) -> None:
        """List only the jobs that match."""
        self.table.search(text)
        self._settle()

    def choose(self, job_id: str) -> None:
        """Select that job as soon as it is listed."""
        self._wanted = job_id
        self._settle()

    def jobs(self) -> list[Job]:
        """Return the jobs selected, from the top."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.table.job_at(row) for row in rows]

    def _settle(self) -> None:
        had_keyboard = self._has_keyboard()
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
