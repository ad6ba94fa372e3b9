"""Saving a broadcast's report: look at it, choose what goes in, save it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError
from kzg_desktop.review.documents.blocks import Document
from kzg_desktop.review.documents.report import report
from kzg_desktop.review.documents.words import Language
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.report.options import Options
from kzg_desktop.ui.report.pdf import page_picture
from kzg_desktop.ui.report.preview import PREVIEW_WIDTH, Preview
from kzg_desktop.ui.report.saving import ReportDesk, Wish, make, save
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ReportDialog"]

_READING = "report.read"
_TURNING = "report.turn"
_SAVING = "report.save"


class ReportDialog(QDialog):
    """``said`` carries that files were saved, the words of a button, and what that does."""

    said = Signal(str, str, object)

    def __init__(
        self, desk: ReportDesk, tasks: Tasks, clock: Clock, broadcast_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save the report"))
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._broadcast_id = broadcast_id
        self._document: Document | None = None
        self.options = Options(may_see_people=desk.may(LogExport.permission))
        self.preview = Preview()
        self.message = QLabel(wordWrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.go = QPushButton(self.tr("Choose the file…"), default=True)
        self.go.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Cancel"), autoDefault=False)
        self._lay_out()
        self.options.changed.connect(self._read)
        self.preview.page_wanted.connect(self._turn_to)
        self.go.clicked.connect(self._choose_file)
        self.leave.clicked.connect(self.reject)
        self._show_busy(busy=False)
        self._read()

    @property
    def saving(self) -> bool:
        """Whether files are being made."""
        return self._tasks.running(_SAVING)

    def set_lag(self, lag_s: int) -> None:
        """Begin with another lag window, such as the one of the page."""
        self.options.lag.setValue(lag_s)

    def save_to(self, path: Path) -> None:
        """Save what is chosen: a PDF at *path*, a spreadsheet beside it, or one of both."""
        wish = self._wish(
            pdf=path.with_suffix(".pdf") if self.options.wants_pdf else None,
            xlsx=path.with_suffix(".xlsx") if self.options.wants_xlsx else None,
        )
        others = [file for file in wish.files if file != path and file.exists()]
        if not others:
            self._save(wish)
            return
        question = self.tr("{file} is there already. Replace it?").format(file=others[0].name)
        ask(self, question, [(self.tr("Keep it"), self._nothing), (self.tr("Replace"), lambda: self._save(wish))])

    def reject(self) -> None:
        """Close; while files are being made, stop that instead."""
        if self.saving:
            self._tasks.cancel(_SAVING)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close and read no more."""
        self._tasks.cancel(_READING)
        self._tasks.cancel(_TURNING)
        super().done(result)

    # --- building

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Report of this broadcast"))
        heading.setProperty("role", "title")
        side = QVBoxLayout()
        side.setSpacing(3 * UNIT)
        side.addWidget(heading)
        side.addWidget(self.options)
        side.addStretch(1)
        side.addWidget(self.message)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        side.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        side.addLayout(buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        line.setSpacing(6 * UNIT)
        line.addWidget(self.preview)
        line.addLayout(side, 1)
        self.options.setFixedWidth(85 * UNIT)

    # --- looking at it

    def _wish(self, *, pdf: Path | None = None, xlsx: Path | None = None) -> Wish:
        options = self.options
        return Wish(
            broadcast_id=self._broadcast_id,
            language=_language(),
            employer_id=options.employer_id,
            lag_s=options.lag.value(),
            personal=options.people.isChecked() and bool(pdf or xlsx),  # what is only looked at needs nobody's name
            pdf=pdf,
            xlsx=xlsx,
        )

    def _read(self) -> None:
        if self._document is None:
            self.preview.say(self.tr("Reading…"))
        self._tasks.spawn(_READING, self._guarded(self._read_and_show()))

    async def _read_and_show(self) -> None:
        made = await make(self._desk, self._clock, self._wish())
        self.options.show_employers(made.employers)
        self._document = await asyncio.to_thread(report, made.review, made.about)
        await self._show_page(0)

    def _turn_to(self, number: int) -> None:
        self._tasks.spawn(_TURNING, self._show_page(number))

    async def _show_page(self, number: int) -> None:
        if self._document is None:
            return
        found: tuple[QImage, int] = await asyncio.to_thread(
            page_picture, self._document, number, PREVIEW_WIDTH, self.devicePixelRatioF()
        )
        self.preview.show_page(found[0], number, found[1])

    # --- saving it

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kind = "pdf" if self.options.wants_pdf else "xlsx"
        words = {"pdf": self.tr("PDF document (*.pdf)"), "xlsx": self.tr("Excel workbook (*.xlsx)")}
        dialog.setNameFilters([words[kind]])
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{self._file_name()}.{kind}")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_name(self) -> str:
        broadcast = next((one for one in self._desk.broadcasts() if one.id == self._broadcast_id), None)
        title = broadcast.title if broadcast is not None else ""
        day = time_of_day(broadcast.starts_at, form="%Y-%m-%d") if broadcast is not None else ""
        employer = self.options.employer.currentText() if self.options.employer_id else ""
        name = " ".join(part for part in (self.tr("Review"), title, employer, day) if part)
        return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in name).strip()

    def _save(self, wish: Wish) -> None:
        if not self.saving:
            self._show_busy(busy=True)
            self._tasks.spawn(_SAVING, self._guarded(self._save_and_close(wish)))

    async def _save_and_close(self, wish: Wish) -> None:
        try:
            paths = await save(self._desk, self._clock, wish, self._show_progress)
        except asyncio.CancelledError:
            if isValid(self):  # not while the window is being closed
                self._stopped()
            raise
        self._show_busy(busy=False)
        folder = QUrl.fromLocalFile(str(paths[0] if len(paths) == 1 else paths[0].parent))
        names = "、".join(path.name for path in paths)
        self.said.emit(
            self.tr("Saved: {file}").format(file=names), self.tr("Open"), lambda: QDesktopServices.openUrl(folder)
        )
        self.accept()

    def _stopped(self) -> None:
        self._show_busy(busy=False)
        self.message.setText(self.tr("Stopped; nothing was saved."))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if total:
            self.message.setText(self.tr("Page {page} of {pages}").format(page=done + 1, pages=total))

    def _show_busy(self, *, busy: bool) -> None:
        self.options.setEnabled(not busy)
        self.go.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0)
        self.message.setProperty("role", "muted")
        self.message.setText(self.tr("Making the report…") if busy else " ")

    def _nothing(self) -> None:
        self.message.setText(self.tr("Nothing was saved."))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            words = describe(error)
            self._show_busy(busy=False)
            self.message.setText(" ".join(part for part in (f"{words.what}.", words.todo) if part))
            if self._document is None:
                self.preview.say(words.what)


def _language() -> Language:
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
