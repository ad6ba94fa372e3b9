"""Importing leads: choose a platform's file, look at every row, send them to the hub, and see what came of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import HubUnreachable, InvalidInput, KzgError
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.importing.in_step import in_step
from kzg_desktop.importing.lead_jobs import JobFinder
from kzg_desktop.importing.lead_report import unreadable_rows
from kzg_desktop.importing.lead_sending import LeadSending, outcome_counts
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.importing.dialog import SheetImport
from kzg_desktop.ui.importing.writing import write_rows
from kzg_desktop.ui.leads import work
from kzg_desktop.ui.leads.preview import LeadPreview
from kzg_desktop.ui.leads.rows import lead_rows
from kzg_desktop.ui.leads.words import done_words, failure_words, sheet_words, stopped_words

__all__ = ["LeadImportDialog"]

_TASK = "leads.import"


class LeadImportDialog(SheetImport):
    """``imported`` carries how many applications are new or completed, once it is done.

    *office* is asked each time: it changes when the connection does, and is None while there is none.
    """

    preview: LeadPreview

    def __init__(
        self,
        desk: HiringDesk,
        tasks: Tasks,
        clock: Clock,
        office: Callable[[], Office | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, _TASK, LeadPreview(), parent)
        self.setWindowTitle(self.tr("Import leads"))
        self.save_button.setText(self.tr("Save unreadable rows…"))
        self._desk = desk
        self._clock = clock
        self._office = office
        self._read_sheet: LeadSheet | None = None
        self._sheet: LeadSheet | None = None
        self._sending: LeadSending | None = None
        self.question: QMessageBox | None = None
        self.preview.wishes.changed.connect(self._on_wishes_changed)
        self._say_what_for()
        self.enter("choose")

    def hide_names(self, hidden: bool) -> None:
        """Show no name from now on, or again: the screen may be shared."""
        self.preview.rows.names_hidden = hidden
        self.preview.rows.words_changed()
        self.preview.look_again()

    def go_words(self, count: int) -> str:
        """Return what the button says that sends so many leads."""
        return self.tr("Import {count} leads").format(count=f"{count:,}")

    def leave_words(self) -> str:
        """Return what the button says that closes, or stops."""
        return self.tr("Stop") if self.stage == "applying" else super().leave_words()

    def _say_what_for(self) -> None:
        if self._desk.jobs():
            hint = self.tr(
                "Excel, WPS or CSV, as a platform's back office exports it, with the columns in any order. You see "
                "what each row becomes before anything is sent. Importing a file again changes nothing."
            )
            self.choice.say(self.tr("Drop a platform's leads here"), hint)
        else:
            self.choice.say(self.tr("There are no jobs yet"), self._no_jobs_words())
            self.choice.button.hide()

    def _no_jobs_words(self) -> str:
        return self.tr("A lead is for a job of the library. Import or create the jobs first, then the leads.")

    # --- reading

    async def take(self, path: Path) -> str:
        """Read that file and find the jobs of its leads."""
        if not self._desk.jobs():
            raise InvalidInput(self._no_jobs_words())
        sheet = await work.read(path, self._clock.now_ms(), self._show_progress)
        self.preview.wishes.offer(self._desk.broadcasts(), self._desk.jobs())
        found = await work.find_jobs(sheet, self._finder())
        self._read_sheet, self._sheet, self._sending = sheet, found, None
        self.preview.wishes.setEnabled(True)
        self.preview.rows.know_jobs(self._desk.jobs())
        self.preview.show_rows(found.file, lead_rows(found))
        return sheet_words(sheet.messages)

    def _finder(self) -> JobFinder:
        wishes = self.preview.wishes
        return JobFinder(self._desk, broadcast_id=wishes.broadcast.value, fallback=wishes.job.value)

    def _on_wishes_changed(self) -> None:
        if self.stage == "preview" and not self._is_begun:
            self._tasks.spawn(_TASK, self._find_guarded())

    async def _find_guarded(self) -> None:
        try:
            await self._find()
        except KzgError as error:
            self.enter("preview", describe(error).what, wrong=True)
        else:
            self.enter("preview", sheet_words(self._sheet.messages) if self._sheet is not None else "")

    async def _find(self) -> None:
        """Find the jobs anew: the wishes are others, or the library is."""
        assert self._read_sheet is not None
        self._sheet = await work.find_jobs(self._read_sheet, self._finder())
        self.preview.rows.know_jobs(self._desk.jobs())
        self.preview.renew_rows(lead_rows(self._sheet))

    # --- sending

    @property
    def _is_begun(self) -> bool:
        """Whether some of the file was sent: what is wished for the rest can no longer change."""
        return self._sheet is not None and any(draft.outcome for draft in self._sheet.drafts)

    async def carry_out(self) -> None:
        """Send all rows accepted, batch by batch; the hub has to know first what was done here."""
        self._sending = None
        self.progress.setRange(0, 0)
        self.enter("applying", self.tr("Bringing this computer and the hub in step…"))
        try:
            office = self._connected()
            await in_step(self._desk)
            if not self._is_begun:
                await self._find()
            await self._send(office)
        except KzgError as error:
            self._show_outcomes()
            self.enter("preview", failure_words(error, *self._sent, tried=self._sending is not None), wrong=True)
        except BaseException:  # also a cancelled task leaves the dialog usable
            if not self.abandoned:
                self._show_outcomes()
                self.enter("preview", stopped_words(*self._sent))
            raise
        else:
            self._show_outcomes()
            self._finish()

    def _connected(self) -> Office:
        office = self._office()
        if office is None:
            raise HubUnreachable("not connected to a hub")
        return office

    async def _send(self, office: Office) -> None:
        assert self._sheet is not None
        broadcast_id = self.preview.wishes.broadcast.value
        sending = LeadSending(office, self._sheet, broadcast_id=broadcast_id, wanted=self._is_wanted)
        self._sending = sending
        self._on_sent()
        await sending.run(self._on_sent)

    def _is_wanted(self, draft: LeadDraft) -> bool:
        return self.preview.rows.takes(draft.sheet, draft.row)

    @property
    def _sent(self) -> tuple[int, int]:
        return (0, 0) if self._sending is None else (self._sending.sent, self._sending.total)

    def _on_sent(self) -> None:
        sent, total = self._sent
        self._show_progress(sent, total)
        self.say(self.tr("Sending: {sent} of {total}").format(sent=f"{sent:,}", total=f"{total:,}"))
        if self.question is not None:
            self.question.setInformativeText(self._question_words())

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _show_outcomes(self) -> None:
        if self.question is not None:
            self.question.reject()
        if self._sending is not None:
            self._sheet = self._sending.sheet
            self.preview.renew_rows(lead_rows(self._sheet))
        self.preview.wishes.setEnabled(not self._is_begun)

    def _finish(self) -> None:
        assert self._sheet is not None
        if self._sending is None or not self._sending.done:
            self.enter("preview", stopped_words(*self._sent))
            return
        left_out = self.preview.rows.left_out()
        self.enter("done", done_words(self._sheet, left_out))
        self.go.setFocus()
        counts = outcome_counts(self._sheet)
        self.imported.emit(counts["created"] + counts["updated"])

    # --- stopping

    def reject(self) -> None:
        """Close; while leads are being sent, ask first."""
        if self.stage == "applying":
            self._ask_to_stop()
        else:
            super().reject()

    def stop(self) -> None:
        """Stop after the batch that is on its way; before the first batch, or when asked again, at once."""
        if self._sending is None or self._sending.stopping:
            super().stop()
        else:
            self._sending.stop()
            self.say(self.tr("Stopping…"))

    def _on_leave(self) -> None:
        if self.stage == "applying":
            self.stop()
        else:
            self.reject()

    def _ask_to_stop(self) -> None:
        if self.question is not None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("Stop the import?"))
        box.setInformativeText(self._question_words())
        go_on = box.addButton(self.tr("Go on importing"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Stop"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(self.stop)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.finished.connect(self._on_answered)
        self.question = box
        box.open()

    def _question_words(self) -> str:
        sent, total = self._sent
        return self.tr(
            "{sent} of {total} have reached the hub and stay. You can import the file again later: it goes on from "
            "there, and nothing is doubled."
        ).format(sent=f"{sent:,}", total=f"{total:,}")

    def _on_answered(self, _result: int) -> None:
        self.question = None

    # --- the rows to be mended

    @property
    def can_save(self) -> bool:
        """Whether there are rows that could not be used."""
        return self._sheet is not None and self._sheet.count("error") > 0

    def file_to_save(self) -> tuple[str, str]:
        """Return title and file name for the rows that could not be used."""
        assert self._sheet is not None
        name = self.tr("{file}-unreadable.csv").format(file=Path(self._sheet.file).stem)
        return self.tr("Save unreadable rows"), name

    async def write(self, path: Path) -> None:
        """Write the rows that could not be used, with the reasons, to be mended and imported."""
        assert self._sheet is not None
        await write_rows(path, *unreadable_rows(self._sheet))
