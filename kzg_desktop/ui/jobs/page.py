"""The job library: find, look, edit, archive, import; all of it by keyboard."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import SetVacancy
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Job, Vacancy, VacancyState
from kzg_desktop.errors import KzgError, Refusal
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.importing.sample import missing_actions
from kzg_desktop.services import DeskEvent, RowsChanged, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.importing.files import readable_file
from kzg_desktop.ui.jobs.detail import JobDetail
from kzg_desktop.ui.jobs.editor import JobEditor
from kzg_desktop.ui.jobs.import_dialog import ImportDialog
from kzg_desktop.ui.jobs.job_cells import state_of
from kzg_desktop.ui.jobs.job_list import JobList
from kzg_desktop.ui.jobs.saving import archive, set_vacancies, unarchive
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.ui.matching.seekers_pane import SeekersPane

__all__ = ["JobsPage"]

_SHOWN = frozenset({"job", "vacancy"})


class JobsPage(QWidget):
    """Lists all jobs that are not archived.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    applicant_requested = Signal(int)
    """The user wants that applicant's file: the arrival number."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, keymap: Keymap) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._undo: Callable[[], Coroutine[Any, Any, None]] | None = None
        self._turns = itertools.count()
        self.checks = AdChecks(tasks, clock, self)
        self.list = JobList(self.checks)
        self.search = SearchField(self.tr("Search jobs  ( / )"))
        self.detail = JobDetail()
        self.seekers: SeekersPane | None = None
        """Who would fit a job, once that was asked for."""
        self._on_air = True
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.problems = self._problems_chip()
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()
        self._bind(keymap)
        self._unsubscribe = desk.subscribe(self._on_event)
        self._reload()
        self._show_library()

    def show_job(self, job_id: str) -> None:
        """Select that job, wherever it is in the list."""
        self._show_library()
        self._list_all()
        self.list.choose(job_id)
        self.list.setFocus()

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._unsubscribe()
        self.checks.stop()
        if self.seekers is not None:
            self.seekers.stop()

    def set_office(self, _office: Office | None) -> None:
        """Nothing here waits for the hub."""

    def set_on_air(self, on: bool) -> None:
        """Show no applicant's name while viewers may see the screen; until this was said, none shows."""
        self._on_air = on
        if self.seekers is not None:
            self.seekers.set_on_air(on)

    # --- building

    def _problems_chip(self) -> QPushButton:
        chip = QPushButton(autoDefault=False)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.setToolTip(self.tr("Only jobs that should not go on air as they are: the words, or the date"))
        return chip

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Jobs"))
        title.setProperty("role", "title")
        self.search.setFixedWidth(72 * UNIT)
        self._import = IconPushButton("import", self.tr("Import…"))
        self._import.setToolTip(self.tr("Import a spreadsheet") + "  (I)")
        self._new = IconPushButton("plus", self.tr("New job"), primary=True)
        self._new.setToolTip(self.tr("New job") + "  (N)")
        top = QHBoxLayout()
        top.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 3 * UNIT)
        top.setSpacing(3 * UNIT)
        top.addWidget(title)
        top.addWidget(self._count)
        top.addWidget(self.problems)
        top.addStretch(1)
        for part in (self.search, self._import, self._new):
            top.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.list, 5)
        below.addWidget(_line("upright"))
        below.addWidget(self.detail, 2)
        self._library = QWidget()
        column = QVBoxLayout(self._library)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(_line("hairline"))
        column.addLayout(below, 1)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._library)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._parts)

    def _wire(self) -> None:
        self.search.textChanged.connect(self.list.search)
        self.search.left.connect(self.list.view.setFocus)
        self.search.returnPressed.connect(self._to_list)
        self.list.chosen.connect(self._show_chosen)
        self.list.all_requested.connect(self._list_all)
        self.problems.toggled.connect(self.list.show_only_problems)
        self.checks.checked.connect(self._count_problems)
        self.list.view.activated.connect(self.edit)
        self.list.view.archive_requested.connect(self.archive)
        self.list.view.seekers_requested.connect(self.show_seekers)
        self.list.view.menu_requested.connect(self._open_menu)
        self.detail.edit_requested.connect(self.edit)
        self.detail.duplicate_requested.connect(self.duplicate)
        self.detail.archive_requested.connect(self.archive)
        self.detail.seekers_requested.connect(self.show_seekers)
        self.detail.switch.state_chosen.connect(self.set_state)
        self.detail.switch.note_given.connect(self._on_note)
        self._new.clicked.connect(self.new)
        self._import.clicked.connect(self._on_import)
        self.list.empty.new_requested.connect(self.new)
        self.list.empty.import_requested.connect(self._on_import)
        self.list.empty.sample_requested.connect(self._load_sample)

    def _bind(self, keymap: Keymap) -> None:
        acts: dict[str, Callable[[], object]] = {
            "jobs.new": self.new,
            "jobs.duplicate": self.duplicate,
            "jobs.import": self._on_import,
            "jobs.search": self._to_search,
            "jobs.undo": self.undo,
            "jobs.open": partial(self.set_state, "open"),
            "jobs.pause": partial(self.set_state, "paused"),
            "jobs.filled": partial(self.set_state, "filled"),
        }
        keymap.bind(self._library, acts)  # the applicants beside it have keys of their own
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_list)

    # --- what is shown

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, RowsChanged) and event.entities & _SHOWN:
            self._reload()
        elif isinstance(event, StatusChanged):
            self._check_rights()
        if self.seekers is not None:
            self.seekers.follow(event)

    def _check_rights(self) -> None:
        """Who loses the right to see applicants sees none from then on."""
        self.detail.set_may_match(self._may_match)
        if self.seekers is not None and not self._may_match:
            self.seekers.forget()
            self._show_library()

    @property
    def _may_match(self) -> bool:
        return self._desk.may("applicant:pii")

    def _reload(self) -> None:
        self._day = self.checks.today()
        jobs = self._desk.jobs()
        found = ((job.id, self._desk.vacancy(job.id)) for job in jobs)
        self.list.show_jobs(jobs, {id_: vacancy for id_, vacancy in found if vacancy is not None})
        self._count_problems()
        self.checks.cover(jobs)

    def _list_all(self) -> None:
        self.search.clear()
        self.problems.setChecked(False)

    def _count_problems(self) -> None:
        count = self.list.table.problems()
        self.problems.setText(self.tr("Problems  {count}").format(count=f"{count:,}"))
        self.problems.setVisible(count > 0 or self.problems.isChecked())

    def _show_chosen(self) -> None:
        shown, total = self.list.table.rowCount(), self.list.table.total
        self._count.setText(f"{total:,}" if shown == total else f"{shown:,} / {total:,}")
        self.detail.setVisible(total > 0)
        self.detail.switch.setEnabled(self._desk.may(SetVacancy.permission))
        rows = self.list.rows()
        self.detail.set_may_match(self._may_match)
        self.detail.show_rows(rows, self.checks.known(rows[0].job) if len(rows) == 1 else None)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _to_list(self) -> None:
        self.list.view.setFocus()

    # --- doing

    def new(self) -> None:
        """Open the editor for a new job."""
        self._open_editor(JobEditor(self._desk, self._tasks, self.checks, parent=self))

    def edit(self, _index: QModelIndex | None = None) -> None:
        """Open the editor for the selected job."""
        if len(jobs := self.list.jobs()) == 1:
            self._open_editor(JobEditor(self._desk, self._tasks, self.checks, jobs[0], self))

    def duplicate(self) -> None:
        """Open the editor for a new job that begins as a copy of the selected one."""
        if len(jobs := self.list.jobs()) == 1:
            self._open_editor(JobEditor(self._desk, self._tasks, self.checks, parent=self, template=jobs[0]))

    def archive(self) -> None:
        """Take the selected jobs out of the library; a toast offers to undo it."""
        if jobs := self.list.jobs():
            self._spawn("jobs.archive", self._archive(jobs))

    def set_state(self, state: VacancyState) -> None:
        """Say that the selected jobs take applicants, pause, or are full; a toast offers to undo it.

        A note says why a job does not recruit: it goes when the job does again, unless the user has just written it.
        """
        if not self._desk.may(SetVacancy.permission):
            self.failed.emit(Refusal("not-allowed", "to set a vacancy takes the right to write jobs"))
            return
        rows = self.list.rows()
        typed = self.detail.switch.typed_note if len(rows) == 1 else None
        wanted = []
        for row in rows:
            note = row.vacancy.note if row.vacancy is not None and not (state == "open" != state_of(row)) else ""
            job = row.job
            words = note if typed is None else typed
            wanted.append(Vacancy(id=job.id, employer_id=job.employer_id, state=state, note=words))
        if wanted:
            self._set(wanted, self._state_words(state))

    def show_seekers(self) -> None:
        """Show who applied for another job, waits, and would fit the selected one."""
        if len(jobs := self.list.jobs()) == 1 and self._may_match:
            pane = self.seekers = self.seekers or self._build_seekers()
            pane.show_job(jobs[0])
            self._show(pane)

    def _build_seekers(self) -> SeekersPane:
        from kzg_desktop.ui.matching.seekers_pane import SeekersPane  # noqa: PLC0415 - hosts never need it

        pane = SeekersPane(self._desk, self._tasks, self._clock)
        pane.set_on_air(self._on_air)
        pane.said.connect(self.said)
        pane.failed.connect(self.failed)
        pane.applicant_requested.connect(self.applicant_requested)
        pane.left.connect(self._show_library)
        self._parts.addWidget(pane)
        return pane

    def _show_library(self) -> None:
        self._show(self._library)

    def _show(self, part: QWidget) -> None:
        had_keyboard = self._parts.isAncestorOf(self.window().focusWidget() or self)
        self._parts.setCurrentWidget(part)
        self.setFocusProxy(self.list if part is self._library else part)
        if had_keyboard:
            self.setFocus()

    def _open_menu(self, at: QPoint) -> None:
        jobs = self.list.jobs()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(jobs) == 1:
            menu.addAction(self.tr("Edit"), self.edit)
            menu.addAction(self.tr("Duplicate"), self.duplicate)
            if self._may_match:
                menu.addAction(self.tr("Applicants who would fit"), self.show_seekers)
        if jobs:
            menu.addAction(self.tr("Archive"), self.archive)
            menu.popup(at)

    def undo(self) -> None:
        """Take back what was archived or switched last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._spawn("jobs.undo", undo())

    def import_file(self, path: Path | None = None) -> ImportDialog:
        """Open the import, with a file to begin with or a box to choose one."""
        dialog = ImportDialog(self._desk, self._tasks, self._clock, self)
        dialog.imported.connect(lambda count: self.said.emit(self._imported(count), "", None))
        dialog.open()
        if path is not None:
            dialog.read(path)
        return dialog

    def _imported(self, count: int) -> str:
        return self.tr("Jobs imported: {count}").format(count=count)

    def _on_import(self) -> None:
        self.import_file()

    def _open_editor(self, editor: JobEditor) -> None:
        editor.saved.connect(self._on_saved)
        editor.open()

    def _on_saved(self, job_id: str) -> None:
        self.list.choose(job_id)
        self.said.emit(self.tr("Saved"), "", None)

    async def _archive(self, jobs: list[Job]) -> None:
        await archive(self._desk, jobs)
        ids = [job.id for job in jobs]
        self._offer_undo(self.tr("Archived: {jobs}"), [job.title for job in jobs], lambda: self._unarchive(ids))

    async def _unarchive(self, ids: list[str]) -> None:
        self.list.choose(ids[0])
        await unarchive(self._desk, ids)

    def _offer_undo(self, words: str, titles: Sequence[str], undo: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._undo = undo
        jobs = "、".join(titles[:3]) + ("…" if len(titles) > 3 else "")
        self.said.emit(words.format(jobs=jobs), self.tr("Undo"), self.undo)

    # --- vacancies

    def _on_note(self, job_id: str, note: str) -> None:
        job, vacancy = self._desk.job(job_id), self._desk.vacancy(job_id)
        if job is not None:
            state: VacancyState = vacancy.state if vacancy is not None else "open"
            self._set([Vacancy(id=job.id, employer_id=job.employer_id, state=state, note=note)])

    def _set(self, wanted: list[Vacancy], words: str = "") -> None:
        # each under a name of its own: a second press must not cancel what the first one records
        self._spawn(f"jobs.vacancy.{next(self._turns)}", self._set_vacancies(wanted, words))

    async def _set_vacancies(self, wanted: list[Vacancy], words: str = "") -> None:
        before = await set_vacancies(self._desk, wanted)
        titles = [job.title for job in map(self._desk.job, (old.id for old in before)) if job is not None]
        if words and titles:
            self._offer_undo(words, titles, lambda: self._set_vacancies(before))

    def _state_words(self, state: VacancyState) -> str:
        return {
            "open": self.tr("Recruiting: {jobs}"),
            "paused": self.tr("Paused: {jobs}"),
            "filled": self.tr("Full: {jobs}"),
        }[state]

    def _load_sample(self) -> None:
        self._spawn("jobs.sample", self._desk.act(*missing_actions(self._desk, self._clock.now_ms())))

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(name, self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            self.failed.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._day != self.checks.today():  # what was valid yesterday may not be now
            self._reload()

    # --- files dropped onto the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if readable_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = readable_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.import_file(path)


def _line(role: str) -> QFrame:
    line = QFrame()
    line.setProperty("role", role)
    return line
