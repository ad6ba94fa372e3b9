"""Saving a broadcast's report: look at it, choose what goes in, save it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.domain.clock import Clock
from kzg_desktop.review.documents.blocks import Document
from kzg_desktop.review.documents.report import report
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.report.options import Options
from kzg_desktop.ui.report.saving import ReportDesk, Wish, make, save
from kzg_desktop.ui.report.saving_dialog import SavingDialog, document_language
from kzg_desktop.widgets.text import time_of_day

__all__ = ["ReportDialog"]

translate = QCoreApplication.translate


class ReportDialog(SavingDialog):
    """The report of one broadcast, for all employers or for one."""

    def __init__(
        self, desk: ReportDesk, tasks: Tasks, clock: Clock, broadcast_id: str, parent: QWidget | None = None
    ) -> None:
        self.options = Options(may_see_people=desk.may(LogExport.permission))
        super().__init__(tasks, translate("ReportDialog", "Report of this broadcast"), self.options, parent)
        self._desk = desk
        self._clock = clock
        self._broadcast_id = broadcast_id
        self.options.changed.connect(self._read)
        self._read()

    def set_lag(self, lag_s: int) -> None:
        """Begin with another lag window, such as the one of the page."""
        self.options.lag.setValue(lag_s)

    # --- inside

    def _kinds(self) -> tuple[str, ...]:
        return (("pdf",) if self.options.wants_pdf else ()) + (("xlsx",) if self.options.wants_xlsx else ())

    async def _made(self) -> Document:
        made = await make(self._desk, self._clock, self._wish())
        self.options.show_employers(made.employers)
        return await asyncio.to_thread(report, made.review, made.about)

    async def _written(self, files: Sequence[Path]) -> tuple[Path, ...]:
        return await save(self._desk, self._clock, self._wish(files), self._show_progress)

    def _wish(self, files: Sequence[Path] = ()) -> Wish:
        options, by_kind = self.options, {path.suffix: path for path in files}
        return Wish(
            broadcast_id=self._broadcast_id,
            language=document_language(),
            employer_id=options.employer_id,
            lag_s=options.lag.value(),
            personal=options.people.isChecked() and bool(files),  # what is only looked at needs nobody's name
            pdf=by_kind.get(".pdf"),
            xlsx=by_kind.get(".xlsx"),
        )

    def _file_name(self) -> str:
        broadcast = next((one for one in self._desk.broadcasts() if one.id == self._broadcast_id), None)
        title = broadcast.title if broadcast is not None else ""
        day = time_of_day(broadcast.starts_at, form="%Y-%m-%d") if broadcast is not None else ""
        employer = self.options.employer.currentText() if self.options.employer_id else ""
        return " ".join(part for part in (self.tr("Review"), title, employer, day) if part)
