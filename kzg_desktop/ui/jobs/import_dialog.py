"""Importing a job sheet: choose, look at every row, accept, and see what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError
from kzg_desktop.importing.job_sheet import JobSheet
from kzg_desktop.importing.plan import ImportPlan
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.jobs import import_work
from kzg_desktop.ui.jobs.import_choice import ImportChoice
from kzg_desktop.ui.jobs.import_preview import ImportPreview
from kzg_desktop.ui.jobs.import_rows import preview_rows
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ImportDialog"]

Stage: TypeAlias = Literal["choose", "reading", "preview", "applying", "done"]

_TASK = "jobs.import"


class ImportDialog(QDialog):
    """``imported`` carries how many jobs were recorded, once it is done."""

    imported = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import jobs"))
        self.setAcceptDrops(True)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._sheet: JobSheet | None = None
        self._plan: ImportPlan | None = None
        self.stage: Stage = "choose"
        self.choice = ImportChoice()
        self.preview = ImportPreview()
        self._message = QLabel(wordWrap=True)
        self._progress = QProgressBar(textVisible=False)
        self.go = QPushButton(default=True)
        self.go.setProperty("kind", "primary")
        self._other = self._button(self.tr("Another file…"), self._choose_file)
        self._report = self._button(self.tr("Save report…"), self._choose_report)
        self._leave = self._button("", self.reject)
        self._lay_out()
        self.choice.choose_requested.connect(self._choose_file)
        self.preview.accepted_changed.connect(self._show_stage)
        self.go.clicked.connect(self._on_go)
        self._enter("choose")
        self.resize(300 * UNIT, 170 * UNIT)

    @property
    def message(self) -> str:
        """What is said beside the buttons."""
        return self._message.text()

    def read(self, path: Path) -> None:
        """Read that file and show what its rows become."""
        if self.stage != "applying":
            self._tasks.spawn(_TASK, self._read(path))

    def reject(self) -> None:
        """Close; while something runs, stop that instead. What is recorded already stays."""
        if self.stage in {"reading", "applying"}:
            self._tasks.cancel(_TASK)
        else:
            super().reject()

    # --- building

    def _button(self, words: str, pressed: object) -> QPushButton:
        button = QPushButton(words, autoDefault=False)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.choice)
        self._pages.addWidget(self.preview)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 4 * UNIT)
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self._message, 1)
        for button in (self._other, self._report, self._leave, self.go):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._pages, 1)
        column.addWidget(self._progress)
        column.addLayout(buttons)

    # --- stages

    def _enter(self, stage: Stage, message: str = "", *, wrong: bool = False) -> None:
        self.stage = stage
        self._message.setProperty("role", "warning" if wrong else "muted")
        self._message.style().polish(self._message)
        self._message.setText(message)
        self._show_stage()

    def _show_stage(self) -> None:
        busy = self.stage in {"reading", "applying"}
        has_rows = self._plan is not None
        self._pages.setCurrentWidget(self.preview if has_rows else self.choice)
        self.choice.setEnabled(not busy)
        self.preview.setEnabled(self.stage != "applying")
        self._progress.setVisible(busy)
        self._other.setVisible(self.stage == "preview")
        self._report.setVisible(has_rows and not busy)
        self._leave.setText(self.tr("Cancel") if self.stage in {"preview", "choose"} or busy else self.tr("Close"))
        self._leave.setVisible(self.stage != "done")
        count = self.preview.rows.accepted()
        self.go.setVisible(self.stage in {"preview", "done"})
        self.go.setEnabled(self.stage == "done" or count > 0)
        self.go.setText(
            self.tr("Close") if self.stage == "done" else self.tr("Import {count} jobs").format(count=count)
        )

    def _on_go(self) -> None:
        if self.stage == "done":
            self.accept()
        elif self.stage == "preview":
            self._tasks.spawn(_TASK, self._record())

    # --- reading

    def _choose_file(self) -> None:
        names = " ".join(f"*{suffix}" for suffix in import_work.SUFFIXES)
        dialog = QFileDialog(self, self.tr("Choose a spreadsheet"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))  # Qt's own Chinese lacks these two
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Type:"))
        kinds = {self.tr("Spreadsheets"): names, self.tr("All files"): "*"}
        dialog.setNameFilters([f"{kind} ({patterns})" for kind, patterns in kinds.items()])
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    async def _read(self, path: Path) -> None:
        before = self._plan is not None
        self._progress.setRange(0, 0)
        self._enter("reading", self.tr("Reading {file}").format(file=path.name))
        stage: Stage = "preview" if before else "choose"
        try:
            sheet = await import_work.read(path, self._clock.now_ms())
            plan = await import_work.compare(self._desk, sheet)
        except KzgError as error:
            self._enter(stage, describe(error).what, wrong=True)
        except BaseException:  # also a cancelled task leaves the dialog usable
            self._enter(stage)
            raise
        else:
            self._sheet, self._plan = sheet, plan
            self.preview.show_plan(sheet, preview_rows(plan, sheet.skipped))
            self._enter("preview", self._remarks(sheet))
            self.preview.view.setFocus()

    def _remarks(self, sheet: JobSheet) -> str:
        return "；".join(str(message) for message in sheet.messages if message.level != "info")

    # --- recording

    async def _record(self) -> None:
        assert self._sheet is not None
        self._enter("applying")
        recorded = 0
        try:
            # somebody may have edited a job since the preview was made
            plan = await import_work.compare(self._desk, self._sheet)
            wanted = [row for row in plan.rows if row.kind in {"new", "changed"} and self.preview.rows.accepts(row)]
            actions = plan.actions(self.preview.rows.accepts)
            self._progress.setRange(0, len(actions))
            await import_work.record(self._desk, actions, self._on_progress)
            recorded = len(wanted)
        except KzgError as error:
            told = describe(error)
            await self._refresh(f"{told.what}. {told.todo}".strip())
        except BaseException:  # stopped by the user, between two batches
            self._enter("preview", self.tr("Stopped. What was recorded before stays; the rest can be imported again."))
            raise
        else:
            new = sum(row.kind == "new" for row in wanted)
            words = self.tr("Done: {new} new, {changed} changed").format(new=new, changed=recorded - new)
            self._enter("done", words)
            self.go.setFocus()
            self.imported.emit(recorded)

    async def _refresh(self, wrong: str) -> None:
        """Show how the file compares now with what is there."""
        assert self._sheet is not None
        self._plan = await import_work.compare(self._desk, self._sheet)
        self.preview.show_plan(self._sheet, preview_rows(self._plan, self._sheet.skipped))
        self._enter("preview", wrong, wrong=True)

    def _on_progress(self, done: int) -> None:
        self._progress.setValue(done)
        self._message.setText(self.tr("Recording {done} of {total}").format(done=done, total=self._progress.maximum()))

    # --- report

    def _choose_report(self) -> None:
        assert self._sheet is not None
        dialog = QFileDialog(self, self.tr("Save report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("{file}-report.csv").format(file=Path(self._sheet.file).stem))
        dialog.fileSelected.connect(lambda name: self.save_report(Path(name)))
        dialog.open()

    def save_report(self, path: Path) -> None:
        """Write what became of every row to that file."""
        self._tasks.spawn("jobs.import.report", self._save_report(path))

    async def _save_report(self, path: Path) -> None:
        try:
            await import_work.write_report(path, self.preview.report())
        except OSError as error:
            self._enter(self.stage, self.tr("The report was not saved: {error}").format(error=error), wrong=True)
        else:
            self._enter(self.stage, self.tr("Report saved: {file}").format(file=path.name))

    # --- files dropped onto the dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if import_work.readable_file(event.mimeData()) is not None and self.stage != "applying":
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = import_work.readable_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read(path)
