"""Other jobs that fit the applicant, with the reasons in words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import AssignApplication
from kzg_desktop.domain.clock import china_day
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.matching import Fit, Reason, jobs_for, opening_of, seeker_of
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.hr.outcome_dialog import ReasonDialog
from kzg_desktop.ui.hr.words import shift_words
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.text import pay_short
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["AssignDialog", "JobMatch", "MatchesSection", "assignment", "job_matches", "reason_words"]

translate = QCoreApplication.translate

_MOST = 6


class JobMatch(Struct, frozen=True, kw_only=True):
    """A job that fits, and how."""

    job: Job
    fit: Fit


def job_matches(desk: HiringDesk, row: Application, now: int) -> list[JobMatch]:
    """Return the jobs that fit the applicant best, all from this computer."""
    openings = [opening_of(job, desk.vacancy(job.id)) for job in desk.jobs() if job.id != row.job_id]
    fits = jobs_for(seeker_of(row, desk.job(row.job_id)), openings, today=china_day(now), limit=_MOST)
    found = ((desk.job(fit.id), fit) for fit in fits)
    return [JobMatch(job=job, fit=fit) for job, fit in found if job is not None]


def assignment(row: Application, job: Job) -> AssignApplication:
    """Return what moves the application to *job*, once the person's word was asked for where that takes it."""
    return AssignApplication(
        application_id=row.id,
        event_id=new_id(),
        base_status=row.status,
        job_id=job.id,
        consent_confirmed=job.employer_id != row.employer_id,
    )


def reason_words(reason: Reason) -> str:
    """Return one reason for which a job fits, or does not quite."""
    offered = reason.offered
    words = {
        "city": _city_words(reason),
        "pay": translate("JobMatch", "¥ {offered} a month").format(offered=_number(offered)),
        "shift": str(offered),
        "lodging": translate("JobMatch", "lodging: {words}").format(words=offered),
        "board": translate("JobMatch", "board: {words}").format(words=offered),
        "start": translate("JobMatch", "can still start by {day}").format(day=offered),
        "age": translate("JobMatch", "from {age} years").format(age=offered),
        "seats": translate("JobMatch", "{seats} places left").format(seats=offered) if offered != "" else "",
    }[reason.kind]
    return words if reason.met else _unmet_words(reason, words)


def _unmet_words(reason: Reason, words: str) -> str:
    offered, wanted = reason.offered, reason.wanted
    if reason.kind == "start":
        return translate("JobMatch", "ends on {day}, before the applicant can start").format(day=offered)
    if reason.kind == "pay" and reason.basis == "applied":
        words = translate("JobMatch", "{offered} a month; the job applied for pays {wanted}")
        return words.format(offered=f"¥ {_number(offered)}", wanted=f"¥ {_number(wanted)}")
    if reason.kind in {"pay", "shift"}:
        missing = _number(wanted) if reason.kind == "pay" else shift_words(str(wanted))
        return translate("JobMatch", "{words}, {wanted} wanted").format(words=words, wanted=missing)
    return _not_stated(reason) if reason.kind in {"lodging", "board"} and not offered else words


def _city_words(reason: Reason) -> str:
    if reason.met or not reason.wanted:
        return str(reason.offered)
    return translate("JobMatch", "in {place}, not {wanted}").format(place=reason.offered, wanted=reason.wanted)


def _not_stated(reason: Reason) -> str:
    if reason.kind == "lodging":
        return translate("JobMatch", "lodging not stated")
    return translate("JobMatch", "board not stated")


def _number(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value


class MatchesSection(QWidget):
    """Lists jobs that fit; each can be looked at, or taken for this applicant."""

    assign_requested = Signal(object)
    """The job to move the application to."""
    job_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: list[JobMatch] | None = None
        self._rows: list[_MatchRow] = []
        self._none = QLabel(self, wordWrap=True)
        self._none.setProperty("role", "muted")
        self._none.setText(self.tr("No other job fits. What the applicant looks for can be noted under Contact."))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * UNIT)
        self._column.addWidget(self._none)

    @property
    def rows(self) -> list[_MatchRow]:
        """The jobs shown, the best first."""
        return list(self._rows)

    def show_matches(self, matches: Sequence[JobMatch], *, may_assign: bool) -> None:
        """Show these."""
        if list(matches) == self._matches:
            return
        self._matches = list(matches)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_MatchRow(match, self, may_assign=may_assign) for match in matches]
        for row in self._rows:
            row.assign.clicked.connect(lambda _=False, job=row.job: self.assign_requested.emit(job))
            row.look.clicked.connect(lambda _=False, job=row.job: self.job_requested.emit(job.id))
            self._column.addWidget(row)
        self._none.setVisible(not matches)


class _MatchRow(QWidget):
    def __init__(self, match: JobMatch, parent: QWidget, *, may_assign: bool) -> None:
        super().__init__(parent)
        self.job = job = match.job
        title = QLabel(f"{job.title} · {job.hiring_organization}", self, wordWrap=True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        met = [reason_words(reason) for reason in match.fit.reasons if reason.met and reason.kind != "age"]
        unmet = [reason_words(reason) for reason in match.fit.reasons if not reason.met]
        pay = [] if any(reason.kind == "pay" for reason in match.fit.reasons) else [pay_short(job.pay)]
        self.good = QLabel(" · ".join(filter(None, [*met, *pay])), self, wordWrap=True)
        self.good.setProperty("role", "caption")
        self.but = QLabel(" · ".join(filter(None, unmet)), self, wordWrap=True)
        self.but.setProperty("role", "problem")
        for label in (self.good, self.but):
            label.setVisible(bool(label.text()))
        self.assign = QPushButton(self.tr("Move here…"), self, autoDefault=True)
        self.look = QPushButton(self.tr("Look at the job"), self, autoDefault=True)
        buttons = FlowLayout()
        for button in (self.assign, self.look):
            button.setProperty("kind", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self.assign.setVisible(may_assign)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for label in (title, self.good, self.but):
            column.addWidget(label)
        column.addLayout(buttons)


class AssignDialog(ReasonDialog):
    """Asks before an application moves to another job.

    Another employer is another recipient of personal data: the person has to have agreed to it (个人信息保护法 23).
    """

    def __init__(self, row: Application, name: str, job: Job, parent: QWidget | None = None) -> None:
        other = job.employer_id != row.employer_id
        title = self.tr("Move {name} to {job}").format(name=name, job=f"{job.title} · {job.hiring_organization}")
        hint = self.tr("State and history stay.")
        if other:
            hint = self.tr(
                "Another employer gets the name and the phone, and starts afresh: your notes stay with you. "
                "You may no longer see this applicant then."
            )
        super().__init__(title, self.tr("Move"), "", parent, hint=hint)
        self.reason.hide()
        self.agreed = QCheckBox(self.tr("The applicant has agreed to this"), self)
        self.agreed.setVisible(other)
        self.agreed.setChecked(not other)
        self.agreed.toggled.connect(self._check_agreed)
        self.add(self.agreed, 2)
        if other:
            words = self.tr("{name} has agreed that {employer} gets their data").format(
                name=name, employer=job.hiring_organization
            )
            self.agreed.setText(words)
            self.agreed.setFocus()
        self._check_agreed()

    def _check_agreed(self) -> None:
        self.yes.setEnabled(self.agreed.isChecked())
