"""The job editor: nothing that was typed gets lost, neither by closing nor by somebody else's edit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Job
from kzg_desktop.errors import KzgError, Refusal
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.jobs.conflict import ConflictDialog
from kzg_desktop.ui.jobs.draft import Form, check, form_of, merge
from kzg_desktop.ui.jobs.editor_findings import EditorFindings
from kzg_desktop.ui.jobs.form import JobForm
from kzg_desktop.ui.jobs.saving import blank_job, revived, save_job
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["JobEditor"]

_SAVING = "jobs.save"
_FINDINGS_WIDTH = 76 * UNIT
_OF_SCREEN = 0.92


class JobEditor(QDialog):
    """Edits *job*, or a new one; with *template*, the new one begins as its copy.

    ``saved`` carries the id of the job once it is recorded; the dialog has closed then.
    """

    saved = Signal(str)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        checks: AdChecks,
        job: Job | None = None,
        parent: QWidget | None = None,
        *,
        template: Job | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New job") if job is None else self.tr("Edit job"))
        self._desk = desk
        self._tasks = tasks
        self._job = job
        blank = form_of(blank_job())
        self._base: Form = form_of(job) if job is not None else blank
        self._tried = False
        self._fields = JobForm([o.name for o in desk.organizations()])
        self.findings = EditorFindings(self._fields, job or blank_job(), checks)
        self._message = QLabel(wordWrap=True)
        self._message.setProperty("role", "warning")
        self.save_button = QPushButton(self.tr("Save"), default=True)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip("Ctrl+S")
        self._lay_out()
        self._fields.show_form(form_of(template) if template is not None else self._base)
        self.findings.check_now()
        self._fields.edited.connect(self._on_edited)
        self.save_button.clicked.connect(self._on_save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._on_save)
        self._fit_screen(284 * UNIT, 180 * UNIT)
        self._fields.focus_on("employer" if job is None and template is None else "title")

    @property
    def fields(self) -> JobForm:
        """The fields."""
        return self._fields

    @property
    def changed(self) -> bool:
        """Whether closing would lose something."""
        return self._fields.form() != self._base

    @property
    def message(self) -> str:
        """What is said beside the buttons."""
        return self._message.text()

    def reject(self) -> None:
        if self._tasks.running(_SAVING):
            return
        if not self.changed:
            super().reject()
            return
        ask(
            self,
            self.tr("This job has unsaved changes."),
            [
                (self.tr("Keep editing"), lambda: None),
                (self.tr("Discard"), super().reject),
                (self.tr("Save"), self._on_save),
            ],
        )

    # --- building

    def _lay_out(self) -> None:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._fields)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(6 * UNIT, 3 * UNIT, 6 * UNIT, 3 * UNIT)
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self._message, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        line, upright = QFrame(), QFrame()
        line.setProperty("role", "hairline")
        upright.setProperty("role", "upright")
        self.findings.setFixedWidth(_FINDINGS_WIDTH)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(scroll, 1)
        above.addWidget(upright)
        above.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above, 1)
        column.addWidget(line)
        column.addLayout(buttons)
        self.findings.shown_at.connect(lambda box: scroll.ensureWidgetVisible(box, 0, 12 * UNIT))

    def _fit_screen(self, width: int, height: int) -> None:
        room = self.screen().availableSize() * _OF_SCREEN
        self.resize(min(width, room.width()), min(height, room.height()))

    # --- saving

    def _on_edited(self) -> None:
        self._message.setText("")
        if self._tried:
            self._fields.show_problems(check(self._fields.form()))

    def _on_save(self) -> None:
        if self._tasks.running(_SAVING):
            return
        self._tried = True
        problems = check(self._fields.form())
        self._fields.show_problems(problems)
        if problems:
            self._message.setText(self.tr("Some fields need a look: {count}").format(count=len(problems)))
            self._fields.focus_on(next(name for name in self._base if name in problems))
            return
        self._tasks.spawn(_SAVING, self._store())

    async def _store(self) -> None:
        self.save_button.setEnabled(False)
        try:
            if self._overtaken():
                self._settle()
                return
            self._finish(await save_job(self._desk, self._fields.form(), self._job))
        except Refusal as refusal:
            if refusal.type == "conflict" and self._overtaken():
                self._settle()
            else:
                self._message.setText(describe(refusal).what)
        except KzgError as error:
            told = describe(error)
            self._message.setText(f"{told.what}. {told.todo}")
        finally:
            self.save_button.setEnabled(True)

    def _finish(self, job_id: str) -> None:
        self._base = self._fields.form()
        self.accept()
        self.saved.emit(job_id)

    # --- somebody else was faster

    def _overtaken(self) -> bool:
        current = self._job and self._desk.job(self._job.id)
        return bool(current and self._job and current.version != self._job.version)

    def _settle(self) -> None:
        """Merge with the newer version; ask where both sides changed the same field."""
        assert self._job is not None
        current = self._desk.job(self._job.id)
        assert current is not None
        theirs = form_of(current)
        merged, clashes = merge(self._base, self._fields.form(), theirs)
        if clashes:
            dialog = ConflictDialog(merged, theirs, clashes, self)
            dialog.settled.connect(lambda choice: self._rebase(current, choice))
            dialog.open()
        else:
            self._rebase(current, merged)

    def _rebase(self, current: Job, form: Form) -> None:
        self._job = revived(current)
        self._base = form_of(current)
        self._fields.show_form(form)
        self._tasks.spawn(f"{_SAVING}.again", self._store())
