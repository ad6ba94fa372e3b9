"""The job beside the list: the card as the host will see it, and what only the office needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Job
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.jobs.ad_line import AdLine
from kzg_desktop.ui.jobs.job_cells import JobRow, validity_in_full
from kzg_desktop.ui.jobs.vacancy_switch import VacancySwitch
from kzg_desktop.widgets.job_card import JobCard
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["JobDetail"]

_NARROWEST = 96 * UNIT
_WIDEST = 140 * UNIT


class JobDetail(QFrame):
    """Shows one job, or a hint when none or several are chosen."""

    edit_requested = Signal()
    duplicate_requested = Signal()
    archive_requested = Signal()
    seekers_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setProperty("role", "faint")
        self._caption = QLabel(self.tr("The card on air"))
        self._caption.setProperty("role", "caption")
        self._card = JobCard()
        self.ad = AdLine()
        self.switch = VacancySwitch()
        self._shown_facts: list[tuple[str, str]] = []
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(3 * UNIT)
        self._facts.setVerticalSpacing(UNIT)
        self._facts.setColumnStretch(1, 1)
        self._line = QFrame()
        self._line.setProperty("role", "hairline")
        self.seekers = QPushButton(self.tr("Applicants who would fit"), autoDefault=True)
        self.seekers.setToolTip(self.tr("Who applied for another job, waits, and would fit this one") + "  (A)")
        self.seekers.clicked.connect(self.seekers_requested)
        self._may_match = False
        self._buttons = self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(self._hint, 1)
        column.addWidget(self._caption)
        column.addWidget(self._card, 1)
        column.addWidget(self._line)
        column.addWidget(self.ad)
        column.addWidget(self.switch)
        column.addLayout(self._facts)
        column.addWidget(self.seekers)
        column.addWidget(self._buttons)
        self.show_rows([])

    @property
    def job(self) -> Job | None:
        """The job shown."""
        return self._card.job

    def set_may_match(self, may: bool) -> None:
        """Offer the applicants who would fit, to whoever may see applicants."""
        self._may_match = may
        self.seekers.setVisible(may and self.job is not None)

    def show_rows(self, rows: list[JobRow], findings: Sequence[Finding] | None = None) -> None:
        """Show the only job of *rows* with what the check found (None: nothing yet), or how many there are."""
        job = rows[0].job if len(rows) == 1 else None
        self._card.show_job(job)
        self.ad.show_findings(findings)
        self.switch.show_rows(rows)
        self._fill_facts(self._office_facts(rows[0]) if job is not None else [])
        for part in (self._caption, self._card, self._line, self.ad):
            part.setVisible(job is not None)
        self._hint.setVisible(job is None)
        self._hint.setText(
            self.tr("{count} jobs selected").format(count=len(rows))
            if rows
            else self.tr("Choose a job to see its card")
        )
        self._buttons.setVisible(bool(rows))
        self.seekers.setVisible(self._may_match and job is not None)
        self.switch.setVisible(bool(rows))
        self._edit.setEnabled(job is not None)
        self._duplicate.setEnabled(job is not None)

    def _make_buttons(self) -> QWidget:
        self._edit = IconPushButton("edit", self.tr("Edit"))
        self._duplicate = IconPushButton("copy", self.tr("Duplicate"))
        archive = IconPushButton("archive", self.tr("Archive"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * UNIT)
        for button, asked, key in (
            (self._edit, self.edit_requested, "Enter"),
            (self._duplicate, self.duplicate_requested, "D"),
            (archive, self.archive_requested, "Del"),
        ):
            button.clicked.connect(asked)
            button.setToolTip(f"{button.text()}  ({key})")
            line.addWidget(button, 1)
        return row

    def _fill_facts(self, facts: list[tuple[str, str]]) -> None:
        if facts == self._shown_facts:
            return
        self._shown_facts = facts
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for line, (label, value) in enumerate(facts):
            name, words = QLabel(label), QLabel(value, wordWrap=True)
            name.setProperty("role", "caption")
            words.setProperty("role", "caption")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(words, line, 1)

    def _office_facts(self, row: JobRow) -> list[tuple[str, str]]:
        """Return what the card does not say, empty values left out."""
        job = row.job
        rows = [
            (self.tr("Employment"), " · ".join(filter(None, (job.employment_type, job.contract_term, job.insurance)))),
            (self.tr("Age"), self._ages(job)),
            (self.tr("Medical check"), job.medical_check),
            (self.tr("Pay in words"), job.pay.text),
            (self.tr("Valid until"), validity_in_full(row)),
            (self.tr("Source"), job.source),
            (self.tr("Note"), job.note),
        ]
        return [(label, value) for label, value in rows if value]

    def _ages(self, job: Job) -> str:
        if job.age_min is not None and job.age_max is not None:
            return f"{job.age_min}–{job.age_max}"
        if job.age_max is not None:
            return self.tr("up to {age}").format(age=job.age_max)
        return "" if job.age_min is None else self.tr("from {age}").format(age=job.age_min)
