"""The check-in list of a slot or a day: asked for, logged, then written to a file or printed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.domain.clock import CHINA, Clock, china_midnight
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.views import Moment
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.interviews.people import booked_in
from kzg_desktop.ui.interviews.slot_words import day_title, span_of
from kzg_desktop.ui.kept_file import kept_file
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.exporting.check_in import CheckInSheet, Language

__all__ = ["CheckIn", "CheckInDialog"]

_TASK = "interviews.check_in"
_EXPECTED = frozenset({"interview_booked", "no_show", "interviewed"})


class CheckInDialog(QDialog):
    """Asks for which slots and whether as a file or on paper; ``wanted`` carries the slots and "file" or "paper"."""

    wanted = Signal(object, str)

    def __init__(self, slot: InterviewSlot, same_day: Sequence[InterviewSlot], now: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check-in list"))
        self._slot = slot
        self._same_day = list(same_day)
        day = day_title(china_midnight(slot.starts_at), now)
        self.only_this = QRadioButton(
            self.tr("{span}, {count} booked").format(span=f"{day} {span_of(slot)}", count=slot.booked)
        )
        self.whole_day = QRadioButton(
            self.tr("The whole day: {slots} slots, {count} booked").format(
                slots=len(self._same_day), count=sum(each.booked for each in self._same_day)
            )
        )
        self.only_this.setChecked(True)
        self.whole_day.setVisible(len(self._same_day) > 1)
        about = QLabel(
            self.tr(
                "A4 with number, name, the phone's last four digits, job and room to sign. "
                "It is logged who made it; the file is kept in mind, so that an erasure finds it."
            ),
            wordWrap=True,
        )
        about.setProperty("role", "muted")
        self.file = QPushButton(self.tr("Save as PDF…"), default=True)
        self.file.setProperty("kind", "primary")
        self.paper = QPushButton(self.tr("Print…"), autoDefault=False)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.clicked.connect(self.reject)
        self.file.clicked.connect(lambda: self._answer("file"))
        self.paper.clicked.connect(lambda: self._answer("paper"))
        self.paper.setVisible(_can_print())
        foot = QHBoxLayout()
        foot.setSpacing(2 * UNIT)
        foot.addStretch(1)
        for button in (cancel, self.paper, self.file):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        for part in (self.only_this, self.whole_day, about):
            column.addWidget(part)
        column.addLayout(foot)
        self.setMinimumWidth(125 * UNIT)

    def _answer(self, how: str) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        slots = [self._slot] if self.only_this.isChecked() else self._same_day
        self.accept()
        self.wanted.emit(slots, how)


class CheckIn(QObject):
    """Makes check-in lists. What is made is logged before it exists, and remembered while the file does."""

    said = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._window = window
        self._stopped = False

    def stop(self) -> None:
        """Finish what is being written, but say nothing more: the page is about to go."""
        self._stopped = True

    @property
    def allowed(self) -> bool:
        """Whether names may leave the program."""
        return self._desk.may(LogExport.permission)

    def ask(self, slot: InterviewSlot) -> None:
        """Ask which list is wanted."""
        day = china_midnight(slot.starts_at)
        same_day = [
            each
            for each in self._desk.slots()
            if china_midnight(each.starts_at) == day and each.employer_id == slot.employer_id
        ]
        dialog = CheckInDialog(slot, same_day, self._clock.now_ms(), self._window)
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, slots: Sequence[InterviewSlot], path: Path) -> None:
        """Write the lists of *slots* to the PDF *path*."""
        self._tasks.spawn(_TASK, self._guarded_save(slots, path))

    # --- which file, which printer

    def _on_wanted(self, slots: list[InterviewSlot], how: str) -> None:
        if how == "paper":
            self._choose_printer(slots)
        else:
            self._choose_file(slots)

    def _choose_file(self, slots: list[InterviewSlot]) -> None:
        dialog = QFileDialog(self._window, self.tr("Save the check-in list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        begins = datetime.fromtimestamp(slots[0].starts_at / 1000, CHINA)
        when = f"{begins:%Y-%m-%d %H%M}" if len(slots) == 1 else f"{begins:%Y-%m-%d}"
        dialog.selectFile(self.tr("Check-in {when}.pdf").format(when=when))
        dialog.fileSelected.connect(lambda name: self.save(slots, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_printer(self, slots: list[InterviewSlot]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when something is printed

        from kzg_desktop.exporting.check_in_pages import check_in_layout  # noqa: PLC0415 - the same

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(check_in_layout())
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self._tasks.spawn(_TASK, self._guarded_print(slots, printer)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()  # its own open() wants to be told whom to tell

    # --- doing

    async def _guarded_save(self, slots: Sequence[InterviewSlot], path: Path) -> None:
        try:
            await self._save(slots, path)
        except KzgError as error:
            self._fail(error)
            return
        if not self._stopped:
            shown = QUrl.fromLocalFile(str(path))
            self.said.emit(
                self.tr("Saved: {file}").format(file=path.name),
                self.tr("Open"),
                lambda: QDesktopServices.openUrl(shown),
            )

    async def _save(self, slots: Sequence[InterviewSlot], path: Path) -> None:
        from kzg_desktop.exporting.check_in import labels_for  # noqa: PLC0415 - only when something is exported
        from kzg_desktop.exporting.check_in_pages import write_check_in  # noqa: PLC0415 - the same

        sheets, rows = await self._sheets(slots)
        await self._log(slots, rows, "PDF")
        # remembered first: a file that nobody knows of could not be found again when somebody is to be forgotten
        async with kept_file(self._desk, path, [row.id for row in rows]):
            await asyncio.to_thread(write_check_in, sheets, labels_for(_language()), path)

    async def _guarded_print(self, slots: Sequence[InterviewSlot], printer: object) -> None:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - only when something is printed

        from kzg_desktop.exporting.check_in import labels_for  # noqa: PLC0415 - the same
        from kzg_desktop.exporting.check_in_pages import draw_check_in  # noqa: PLC0415 - the same

        assert isinstance(printer, QPrinter)
        try:
            sheets, rows = await self._sheets(slots)
            await self._log(slots, rows, self.tr("on paper"))
        except KzgError as error:
            self._fail(error)
            return
        draw_check_in(sheets, labels_for(_language()), printer)
        if not self._stopped:
            self.said.emit(self.tr("Sent to the printer"), "", None)

    def _fail(self, error: KzgError) -> None:
        if not self._stopped:
            self.failed.emit(error)

    async def _sheets(self, slots: Sequence[InterviewSlot]) -> tuple[list[CheckInSheet], list[Application]]:
        from kzg_desktop.exporting.check_in import check_in_sheet  # noqa: PLC0415 - only when something is exported

        employers = {each.id: each.name for each in self._desk.organizations()}
        bring = {job.id: job.bring for job in self._desk.jobs()}
        moment = Moment(self._desk.account_id, self._clock.now_ms())
        sheets: list[CheckInSheet] = []
        rows: list[Application] = []
        for slot in slots:
            expected = [each.row for each in await booked_in(self._desk, moment, slot) if each.row.status in _EXPECTED]
            rows += expected
            employer = employers.get(slot.employer_id, "")
            sheets.append(check_in_sheet(slot, expected, employer=employer, bring=bring, language=_language()))
        return sheets, rows

    async def _log(self, slots: Sequence[InterviewSlot], rows: Sequence[Application], how: str) -> None:
        what = self.tr("Check-in list, {how}").format(how=how)
        await self._desk.act(LogExport(employer_id=slots[0].employer_id, event_id=new_id(), what=what, rows=len(rows)))


def _can_print() -> bool:
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - not needed before

    return bool(QPrinterInfo.availablePrinterNames())


def _language() -> Language:
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
