"""Making an interview slot, or changing one; a second slot at one place and time is allowed, but not in silence."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.entities import Job, Organization
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.ids import new_id
from kzg_desktop.models.slot_plan import clashes, ends_at
from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.ui.interviews.dates import at, date_field, date_of, indented, time_field, time_of
from kzg_desktop.ui.interviews.slot_words import slot_words
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SlotEditor"]

_HALF_HOUR_MS = 1_800_000
_USUAL_CAPACITY = 20


class SlotEditor(QDialog):
    """Edits *slot*, or a new one; ``saved`` carries the :class:`InterviewSlot` to be put.

    A slot that is booked keeps its time, its job and at least as many places: those who are booked were told them.
    """

    saved = Signal(object)

    def __init__(
        self,
        slot: InterviewSlot | None,
        *,
        known: Sequence[InterviewSlot],
        jobs: Sequence[Job],
        employers: Sequence[Organization],
        now: int,
        parent: QWidget,
        template: InterviewSlot | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New slot") if slot is None else self.tr("Edit slot"))
        self._slot = slot
        self._known = known
        self._jobs = jobs
        self._now = now
        self.employer = QComboBox()
        self.job = QComboBox()
        self.date = date_field(self.tr("Day"))
        self.time = time_field(self.tr("Begins"))
        self.minutes = QSpinBox(minimum=5, maximum=24 * 60, singleStep=15)
        self.capacity = QSpinBox(minimum=1, maximum=10_000)
        self.place = QLineEdit(maxLength=200)
        self.note = QLineEdit(maxLength=200)
        self._warning = QLabel(wordWrap=True)
        self._warning.setProperty("role", "warning")
        self.save_button = QPushButton(self.tr("Save"))
        self._lay_out(len(employers) > 1)
        self._fill(employers, slot or template)
        self._guard_booked()
        self._wire()
        self._check()
        (self.time if slot is None else self.capacity).setFocus()

    @property
    def warning(self) -> str:
        """What is said about the slot as it stands in the fields, "" for nothing."""
        return self._warning.text()

    def slot(self) -> InterviewSlot:
        """Return the slot as it stands in the fields."""
        base = self._slot or InterviewSlot(id=new_id(), employer_id="", starts_at=0, capacity=1)
        return replace(
            base,
            employer_id=self.employer.currentData() or "",
            job_id=self.job.currentData() or "",
            starts_at=at(self.date.date(), self.time.time()),
            duration_s=self.minutes.value() * 60,
            capacity=self.capacity.value(),
            place=self.place.text().strip(),
            note=self.note.text().strip(),
        )

    # --- building

    def _lay_out(self, choose_employer: bool) -> None:
        self.minutes.setSuffix(self.tr(" min"))
        self.place.setPlaceholderText(self.tr("Where applicants report, with gate and floor"))
        self.note.setPlaceholderText(self.tr("Only for colleagues, such as who interviews"))
        indented(self.minutes)
        indented(self.capacity)
        when = QHBoxLayout()
        when.setSpacing(2 * UNIT)
        for part in (self.date, self.time, self.minutes):
            when.addWidget(part)
        form = QFormLayout()
        form.setSpacing(3 * UNIT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if choose_employer:
            form.addRow(self.tr("Employer"), self.employer)
        form.addRow(self.tr("Job"), self.job)
        form.addRow(self.tr("Time"), when)
        form.addRow(self.tr("Places"), self.capacity)
        form.addRow(self.tr("Place"), self.place)
        form.addRow(self.tr("Note"), self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(4 * UNIT)
        column.addLayout(form)
        column.addWidget(self._warning)
        column.addLayout(answer_row(self, self.save_button))
        self.setMinimumWidth(145 * UNIT)
        self.minutes.setAccessibleName(self.tr("Lasts"))

    def _fill(self, employers: Sequence[Organization], slot: InterviewSlot | None) -> None:
        for employer in employers:
            self.employer.addItem(employer.name, employer.id)
        if slot is not None:
            self.employer.setCurrentIndex(max(0, self.employer.findData(slot.employer_id)))
        self._list_jobs()
        starts_at = self._first_start(slot)
        self.date.setDate(date_of(starts_at))
        self.time.setTime(time_of(starts_at))
        self.minutes.setValue(slot.duration_s // 60 if slot is not None else 60)
        self.capacity.setValue(slot.capacity if slot is not None else _USUAL_CAPACITY)
        self.place.setText(slot.place if slot is not None else "")
        self.note.setText(slot.note if slot is not None else "")
        if slot is not None:
            self.job.setCurrentIndex(max(0, self.job.findData(slot.job_id)))
        places = sorted({each.place for each in self._known if each.place})
        completer = QCompleter(places, self.place)
        completer.setFilterMode(completer.filterMode().MatchContains)
        self.place.setCompleter(completer)

    def _first_start(self, slot: InterviewSlot | None) -> int:
        """Return when the slot begins at first: a new one after the one that it is made like."""
        if slot is None:
            return _next_half_hour(self._now)
        if self._slot is not None:
            return slot.starts_at
        return ends_at(slot) if ends_at(slot) > self._now else _next_half_hour(self._now)

    def _guard_booked(self) -> None:
        booked = self._slot.booked if self._slot is not None else 0
        if booked:
            for part in (self.employer, self.job, self.date, self.time):
                part.setEnabled(False)
                part.setToolTip(self.tr("Who is booked was told this; move them to another slot first."))
            self.capacity.setMinimum(booked)

    def _wire(self) -> None:
        self.employer.currentIndexChanged.connect(self._list_jobs)
        self.date.dateChanged.connect(self._check)
        self.time.timeChanged.connect(self._check)
        self.minutes.valueChanged.connect(self._check)
        self.place.textChanged.connect(self._check)
        self.save_button.clicked.connect(self._on_save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._on_save)

    def _list_jobs(self) -> None:
        employer = self.employer.currentData()
        self.job.clear()
        self.job.addItem(self.tr("Any job"), "")
        for job in self._jobs:
            if job.employer_id == employer:
                self.job.addItem(job.title, job.id)

    # --- checking

    def _check(self, _changed: QDate | QTime | int | str | None = None) -> None:
        slot = self.slot()
        said: list[str] = []
        if not self.employer.count():
            said.append(self.tr("There is no employer yet: add a job first."))
        if self._slot is None and slot.starts_at < self._now:
            said.append(self.tr("This time is over."))
        others = [each for each in clashes(slot, self._known) if not each.closed]
        if others:
            words = "；".join(slot_words(other, self._now, self._job) for other in others[:2])
            said.append(self.tr("The same place is taken at that time: {slots}").format(slots=words))
        if self._slot is not None and self._slot.booked:
            said.append(
                self.tr("{count} are booked: day, time and job stay as they were told.").format(count=self._slot.booked)
            )
        self._warning.setText("\n".join(said))
        self._warning.setVisible(bool(said))
        self.save_button.setEnabled(bool(self.employer.count()))

    def _job(self, job_id: str) -> Job | None:
        return next((job for job in self._jobs if job.id == job_id), None)

    def _on_save(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted or not self.save_button.isEnabled():
            return
        self.accept()
        self.saved.emit(self.slot())


def _next_half_hour(now: int) -> int:
    return -(-now // _HALF_HOUR_MS) * _HALF_HOUR_MS
