"""The applicants of other jobs who would fit a job: why, how far they are, and moving them to it."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import Clock, china_day
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.matching import opening_of, takes_anybody
from kzg_desktop.domain.vacancy import seats_left
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk, Seekers
from kzg_desktop.services import ActionRefused, DeskEvent, RowsChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.matches_section import AssignDialog, assignment
from kzg_desktop.ui.matching.seekers_head import SeekersHead
from kzg_desktop.ui.matching.seekers_reading import SeekersReading
from kzg_desktop.ui.matching.seekers_table import SeekersTable
from kzg_desktop.ui.matching.seekers_view import SeekersView
from kzg_desktop.ui.matching.seekers_words import SeekerWords, compared_words, job_words
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SeekersPane"]

_NAMED = frozenset({"organization", "colleague", "job", "vacancy"})


class SeekersPane(QWidget):
    """Shows one job's; names are masked until `set_on_air` says that nobody else sees the screen.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    applicant_requested = Signal(int)
    """The user wants that applicant's file: the arrival number."""
    left = Signal()

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._job: Job | None = None
        self._seekers: Seekers | None = None
        self._turns = itertools.count()
        self.words = SeekerWords(desk, clock)
        self.table = SeekersTable(self.words, self)
        self.view = SeekersView(self.table)
        self.reading = SeekersReading(desk, tasks, self)
        self.head = SeekersHead()
        self.empty = EmptyState()
        self._lay_out()
        self._wire()
        self._show_state()

    @property
    def job(self) -> Job | None:
        """The job that they would fit."""
        return self._job

    def show_job(self, job: Job) -> None:
        """Show who would fit that job."""
        if self._job is None or self._job.id != job.id:
            self._clear()
        self._say_job(job)
        self.reading.show(job.id)
        self._show_state()

    def forget(self) -> None:
        """Show nobody any more, and read nothing."""
        self.stop()
        self._job = None
        self._clear()

    def set_on_air(self, on: bool) -> None:
        """Show no name while viewers may see the screen."""
        self.words.masked = on
        self.head.hide_names(on)
        self.table.words_changed()

    def follow(self, event: DeskEvent) -> None:
        """Take a change of the desk into account."""
        self.reading.follow(event)
        if isinstance(event, ActionRefused):
            self.reading.read_again()
        elif isinstance(event, RowsChanged) and event.entities & _NAMED:
            self.words.refresh()
            self.table.words_changed()
            self._on_job_changed()

    def stop(self) -> None:
        """Read nothing more, and ask nothing."""
        self.reading.stop()
        for dialog in self.findChildren(AssignDialog):
            dialog.reject()

    # --- building

    def _lay_out(self) -> None:
        self._slow = QProgressBar(minimum=0, maximum=0, textVisible=False)
        policy = self._slow.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._slow.setSizePolicy(policy)
        self._slow.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(_hairline())
        column.addWidget(self._slow)
        column.addWidget(self._stack, 1)
        column.addWidget(_hairline())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        fair = QLabel(
            self.tr("Sex, ethnicity, marriage, health and origin never count; of the age only what the law demands.")
        )
        fair.setProperty("role", "caption")
        self.move_button = QPushButton(self.tr("Move here…"), autoDefault=True)
        moves = self.tr("Move this applicant to the job; another employer needs the person's consent")
        self.move_button.setToolTip(f"{moves}  (M)")
        self.open_button = QPushButton(self.tr("Open applicant"), autoDefault=True)
        self.open_button.setProperty("kind", "primary")
        opens = self.tr("History, calling and the next step, on the applicants page")
        self.open_button.setToolTip(f"{opens}  (Enter)")
        foot = QHBoxLayout()
        foot.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 3 * UNIT)
        foot.setSpacing(2 * UNIT)
        foot.addWidget(fair, 1)
        foot.addWidget(self.move_button)
        foot.addWidget(self.open_button)
        return foot

    def _wire(self) -> None:
        self.head.left.connect(self.left)
        self.head.changed.connect(self._filter)
        self.head.search_left.connect(self.setFocus)
        self.view.left.connect(self.left)
        self.view.search_requested.connect(self.head.to_search)
        self.view.open_requested.connect(self._on_open)
        self.view.move_requested.connect(self.ask_move)
        self.view.chosen.connect(self._show_buttons)
        self.open_button.clicked.connect(self._on_open)
        self.move_button.clicked.connect(self.ask_move)
        self.empty.activated.connect(self._list_all)
        self.reading.read.connect(self._on_read)
        self.reading.failed.connect(self._on_failed)
        self.reading.slow_changed.connect(self._slow.setVisible)
        leave = QShortcut(QKeySequence("Esc"), self)  # the list and the search field have it first
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    # --- showing

    def _on_job_changed(self) -> None:
        if self._job is None:
            return
        job = self._desk.job(self._job.id)
        if job is None:  # it is not this user's to see any more
            self.forget()
            self.left.emit()
        else:
            self._say_job(job)
            self._show_state()

    def _say_job(self, job: Job) -> None:
        self._job = job
        self.head.job.setText(job_words(job, seats_left(job, self._desk.vacancy(job.id))))

    def _clear(self) -> None:
        self._seekers = None
        self.head.clear()
        self.table.apply([])
        self.head.show_statuses([])
        self._show_state()

    def _on_read(self, seekers: Seekers) -> None:
        self._seekers = seekers
        self.words.refresh()
        self.table.apply(seekers.found)
        self.head.show_statuses(self.table.statuses)
        self._filter()

    def _on_failed(self, error: object) -> None:
        if self._seekers is None:
            self.empty.say(self.tr("This could not be read"), self.tr("Go back to the jobs and try again."))
        self.failed.emit(error)

    def _filter(self) -> None:
        self.table.filter(self.head.search.text(), self.head.wanted_status)
        self._show_state()

    def _list_all(self) -> None:
        self.head.clear()
        self.setFocus()

    def _show_state(self) -> None:
        shown, known = self.table.rowCount(), self._seekers
        self.head.count.setText(compared_words(known, shown) if known is not None and known.found else "")
        if shown == 0:
            self._say_why_empty()
        had_keyboard = self._stack.isAncestorOf(self.window().focusWidget() or self)
        self._stack.setCurrentWidget(self.view if shown else self.empty)
        self.setFocusProxy(self.view if shown else self.empty)
        if had_keyboard:
            self.setFocus()
        self._show_buttons()

    def _say_why_empty(self) -> None:
        known = self._seekers
        if known is None:
            self.empty.say("", self.tr("Looking for applicants who would fit…"))
        elif known.found:
            self.empty.say(
                self.tr("None of them matches"), self.tr("Try fewer words, or any status."), self.tr("Show all")
            )
        elif self._job is not None and not self._takes_anybody(self._job):
            self.empty.say(
                self.tr("This job takes nobody now"),
                self.tr("It is paused, full, or its offer is over. Change that on the jobs page first."),
            )
        else:
            self.empty.say(
                self.tr("Nobody who waits would fit"),
                self.tr(
                    "Applicants to other jobs who wait in this city or province would be here, "
                    "unless they applied for this job, too, or have an interview or a place already."
                ),
            )

    def _takes_anybody(self, job: Job) -> bool:
        return takes_anybody(opening_of(job, self._desk.vacancy(job.id)), china_day(self._clock.now_ms()))

    def _show_buttons(self) -> None:
        some, may = self.view.match is not None, self._desk.may("applicant:write")
        for button in (self.move_button, self.open_button):
            button.setVisible(may)
            button.setEnabled(some)

    # --- doing

    def _on_open(self) -> None:
        match = self.view.match
        if match is not None and self._desk.may("applicant:write"):
            self.applicant_requested.emit(match.row.n)

    def ask_move(self) -> None:
        """Ask whether whoever is chosen is to be moved to the job."""
        match, job = self.view.match, self._job
        if match is None or job is None or not self._desk.may("applicant:write"):
            return
        row = match.row
        dialog = AssignDialog(row, self.words.name(row), job, self)
        dialog.given.connect(lambda _reason: self._move(row, job))
        dialog.open()

    def _move(self, row: Application, job: Job) -> None:
        # each under a name of its own: a second one must not cancel what the first one records
        self._tasks.spawn(f"jobs.seekers.move.{next(self._turns)}", self._do_move(row, job))

    async def _do_move(self, row: Application, job: Job) -> None:
        try:
            await self._desk.act(assignment(row, job))
        except KzgError as error:
            self.failed.emit(error)
        else:
            words = self.tr("{name} moved to {job}").format(name=self.words.name(row), job=job.title)
            self.said.emit(words, "", None)
        self.reading.read_again()

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reading.set_awake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reading.set_awake(False)


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
