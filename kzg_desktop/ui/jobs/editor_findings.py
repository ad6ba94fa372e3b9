"""The advertisement check beside the editor: it follows what is typed and can put better words into a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Job
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs.draft import field_of, job_of, readable
from kzg_desktop.ui.jobs.fields import sections
from kzg_desktop.ui.jobs.form import JobForm
from kzg_desktop.widgets.findings_view import FindingsView
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["EditorFindings"]

_PAUSE_MS = 250
"""How long the typing has to rest before the check runs."""


class EditorFindings(QFrame):
    """What the check has against the job as it is in *form*. It never keeps anybody from saving.

    *base* is the job that the form began with. ``shown_at`` carries the field that a finding is about.
    """

    shown_at = Signal(QWidget)

    def __init__(self, form: JobForm, base: Job, checks: AdChecks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._form = form
        self._base = base
        self._checks = checks
        self._labels = {field.name: field.label.rstrip(" *") for section in sections() for field in section.fields}
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.check_now)
        self.view = FindingsView()
        self.view.use_requested.connect(self._on_use)
        self.view.field_requested.connect(self._on_field)
        self.view.pointed.connect(self._on_pointed)
        form.edited.connect(self._soon.start)
        self._lay_out()

    def check_now(self) -> None:
        """Check the form as it is."""
        self._soon.stop()
        form = self._form.form()
        kept = readable(form)
        found = self._checks.now(job_of(kept, self._base))
        # what cannot be read is said in its place; it is not missing
        unread = {name for name in form if form[name] != kept[name]}
        self.view.show_findings(
            [finding for finding in found if field_of(finding.field) not in unread],
            place=lambda field: self._labels.get(field_of(field), ""),
            usable=self._usable,
        )

    def _lay_out(self) -> None:
        caption = QLabel(self.tr("Advertisement check"))
        caption.setProperty("role", "caption")
        caption.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5 * UNIT, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(caption)
        column.addWidget(self.view, 1)

    def _usable(self, finding: Finding) -> bool:
        name = field_of(finding.field)
        text = self._form.form().get(name, "")
        return finding.words in text and not _is_advice(finding)

    def _on_use(self, finding: Finding) -> None:
        name = field_of(finding.field)
        if self._form.replace_words(name, finding.words, finding.suggestion, finding.start):
            self._form.select_words(name, finding.suggestion, finding.start)  # it may not suit what is around it
            self.shown_at.emit(self._form.input(name))
        self.check_now()

    def _on_field(self, finding: Finding) -> None:
        name = field_of(finding.field)
        if name:
            self._form.focus_on(name)
            self._form.select_words(name, finding.words, finding.start)

    def _on_pointed(self, finding: Finding) -> None:
        name = field_of(finding.field)
        if name:
            self._form.select_words(name, finding.words, finding.start)
            self.shown_at.emit(self._form.input(name))


def _is_advice(finding: Finding) -> bool:
    """Whether the suggestion says what to do, such as 写明底薪: an advertisement cannot say that."""
    said = finding.suggestion
    return finding.code == "MISSING" or not said or "写明" in said or said.startswith(("删去", "确认"))
