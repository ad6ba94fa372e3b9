"""Importing a job sheet: choose, look at every row, accept, and see what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError
from kzg_desktop.importing.job_sheet import JobSheet
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.importing.dialog import SheetImport
from kzg_desktop.ui.importing.writing import write_rows
from kzg_desktop.ui.jobs import import_work
from kzg_desktop.ui.jobs.import_preview import ImportPreview
from kzg_desktop.ui.jobs.import_rows import preview_rows

__all__ = ["ImportDialog"]


class ImportDialog(SheetImport):
    """``imported`` carries how many jobs were recorded, once it is done."""

    preview: ImportPreview

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(tasks, "jobs.import", ImportPreview(), parent)
        self.setWindowTitle(self.tr("Import jobs"))
        hint = self.tr("Excel or CSV. You see what each row becomes before anything is changed.")
        self.choice.say(self.tr("Drop a spreadsheet here"), hint)
        self.save_button.setText(self.tr("Save report…"))
        self._desk = desk
        self._clock = clock
        self._sheet: JobSheet | None = None
        self.enter("choose")

    def go_words(self, count: int) -> str:
        """Return what the button says that imports so many jobs."""
        return self.tr("Import {count} jobs").format(count=count)

    async def take(self, path: Path) -> str:
        """Read that file and compare it with the library."""
        sheet = await import_work.read(path, self._clock.now_ms())
        plan = await import_work.compare(self._desk, sheet)
        self._sheet = sheet
        self.preview.show_rows(sheet.file, preview_rows(plan, sheet.skipped))
        return "；".join(str(message) for message in sheet.messages if message.level != "info")

    # --- recording

    async def carry_out(self) -> None:
        """Record the jobs of all rows accepted."""
        assert self._sheet is not None
        self.enter("applying")
        recorded = 0
        try:
            # somebody may have edited a job since the preview was made
            plan = await import_work.compare(self._desk, self._sheet)
            accepts = self.preview.rows.accepts
            wanted = [row for row in plan.rows if row.kind in {"new", "changed"} and accepts(row)]
            actions = plan.actions(accepts)
            self.progress.setRange(0, len(actions))
            await import_work.record(self._desk, actions, self._on_progress)
            recorded = len(wanted)
        except KzgError as error:
            told = describe(error)
            await self._refresh(f"{told.what}. {told.todo}".strip())
        except BaseException:  # stopped by the user, between two batches
            self.enter("preview", self.tr("Stopped. What was recorded before stays; the rest can be imported again."))
            raise
        else:
            new = sum(row.kind == "new" for row in wanted)
            words = self.tr("Done: {new} new, {changed} changed").format(new=new, changed=recorded - new)
            self.enter("done", words)
            self.go.setFocus()
            self.imported.emit(recorded)

    async def _refresh(self, wrong: str) -> None:
        """Show how the file compares now with what is there."""
        assert self._sheet is not None
        plan = await import_work.compare(self._desk, self._sheet)
        self.preview.renew_rows(preview_rows(plan, self._sheet.skipped))
        self.enter("preview", wrong, wrong=True)

    def _on_progress(self, done: int) -> None:
        self.progress.setValue(done)
        self.say(self.tr("Recording {done} of {total}").format(done=done, total=self.progress.maximum()))

    # --- report

    def file_to_save(self) -> tuple[str, str]:
        """Return title and file name of the report."""
        assert self._sheet is not None
        return self.tr("Save report"), self.tr("{file}-report.csv").format(file=Path(self._sheet.file).stem)

    async def write(self, path: Path) -> None:
        """Write what became of every row."""
        heading, *rows = self.preview.report()
        await write_rows(path, heading, rows)
