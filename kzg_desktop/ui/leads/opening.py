"""The way from a page to the import of leads: a button, a file dropped, and what the import needs of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.tasks import Tasks

if TYPE_CHECKING:
    from kzg_desktop.ui.leads.dialog import LeadImportDialog

__all__ = ["LeadImports"]

_PERMISSION = "applicant:write"


class LeadImports(QObject):
    """Opens the import over *page*, one at a time. ``imported`` carries how many applications are new or completed."""

    imported = Signal(int)

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._page = page
        self._names_hidden = False
        self.office: Office | None = None
        self.dialog: LeadImportDialog | None = None

    @property
    def allowed(self) -> bool:
        """Whether whoever is signed in may bring applicants, as far as this desktop knows."""
        return self._desk.may(_PERMISSION)

    def open(self, path: Path | None = None) -> LeadImportDialog | None:
        """Open the import, with a file to begin with or a box to choose one; None where it is not allowed."""
        if not self.allowed:
            return None
        if self.dialog is None:
            self.dialog = self._made()
            self.dialog.open()
        if path is not None:
            self.dialog.read(path)
        return self.dialog

    def hide_names(self, hidden: bool) -> None:
        """Show no name from now on, or again."""
        self._names_hidden = hidden
        if self.dialog is not None:
            self.dialog.hide_names(self._hides)

    def stop(self) -> None:
        """End what runs; the page is about to go. What was sent stays, and another import goes on from there."""
        if self.dialog is not None:
            self.dialog.abandon()

    def _made(self) -> LeadImportDialog:
        from kzg_desktop.ui.leads.dialog import LeadImportDialog  # noqa: PLC0415 - rarely opened

        dialog = LeadImportDialog(self._desk, self._tasks, self._clock, lambda: self.office, self._page)
        dialog.hide_names(self._hides)
        dialog.imported.connect(self.imported)
        dialog.finished.connect(self._on_finished)
        return dialog

    @property
    def _hides(self) -> bool:
        return self._names_hidden or not self._desk.may("applicant:pii")

    def _on_finished(self, _result: int) -> None:
        self.dialog = None
