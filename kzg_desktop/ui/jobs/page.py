"""The job library: find, look, edit, archive, import; all of it by keyboard."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Job
from kzg_desktop.errors import KzgError
from kzg_desktop.importing.sample import missing_actions
from kzg_desktop.services import Desk, DeskEvent, RowsChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.jobs.detail import JobDetail
from kzg_desktop.ui.jobs.editor import JobEditor
from kzg_desktop.ui.jobs.import_dialog import ImportDialog
from kzg_desktop.ui.jobs.import_work import readable_file
from kzg_desktop.ui.jobs.job_list import JobList
from kzg_desktop.ui.jobs.saving import archive, unarchive
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["JobsPage"]


class JobsPage(QWidget):
    """Lists all jobs that are not archived.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    """

    said = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._archived: list[str] = []
        self.list = JobList()
        self.search = SearchField(self.tr("Search jobs  ( / )"))
        self.detail = JobDetail()
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()
        self._keys()
        self._unsubscribe = desk.subscribe(self._on_event)
        self._reload()
        self.setFocusProxy(self.list)

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._unsubscribe()

    # --- building

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
        top.addStretch(1)
        for part in (self.search, self._import, self._new):
            top.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.list, 5)
        below.addWidget(_line("upright"))
        below.addWidget(self.detail, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(_line("hairline"))
        column.addLayout(below, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self.list.search)
        self.search.left.connect(self.list.view.setFocus)
        self.search.returnPressed.connect(self._to_list)
        self.list.chosen.connect(self._show_chosen)
        self.list.all_requested.connect(self.search.clear)
        self.list.view.activated.connect(self.edit)
        self.list.view.archive_requested.connect(self.archive)
        self.detail.edit_requested.connect(self.edit)
        self.detail.duplicate_requested.connect(self.duplicate)
        self.detail.archive_requested.connect(self.archive)
        self._new.clicked.connect(self.new)
        self._import.clicked.connect(self._on_import)
        self.list.empty.new_requested.connect(self.new)
        self.list.empty.import_requested.connect(self._on_import)
        self.list.empty.sample_requested.connect(self._load_sample)

    def _keys(self) -> None:
        for keys, do in (
            ("N", self.new),
            ("D", self.duplicate),
            ("I", self._on_import),
            ("/", self._to_search),
            ("Ctrl+F", self._to_search),
            ("Ctrl+Z", self.undo),
        ):
            QShortcut(QKeySequence(keys), self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("Down"), self.search, self._to_list, context=Qt.ShortcutContext.WidgetShortcut)

    # --- what is shown

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, RowsChanged) and "job" in event.entities:
            self._reload()

    def _reload(self) -> None:
        self.list.show_jobs(self._desk.jobs())

    def _show_chosen(self) -> None:
        shown, total = self.list.table.rowCount(), self.list.table.total
        self._count.setText(f"{total:,}" if shown == total else f"{shown:,} / {total:,}")
        self.detail.setVisible(total > 0)
        self.detail.show_jobs(self.list.jobs())

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _to_list(self) -> None:
        self.list.view.setFocus()

    # --- doing

    def new(self) -> None:
        """Open the editor for a new job."""
        self._open_editor(JobEditor(self._desk, self._tasks, parent=self))

    def edit(self, _index: QModelIndex | None = None) -> None:
        """Open the editor for the selected job."""
        if len(jobs := self.list.jobs()) == 1:
            self._open_editor(JobEditor(self._desk, self._tasks, jobs[0], self))

    def duplicate(self) -> None:
        """Open the editor for a new job that begins as a copy of the selected one."""
        if len(jobs := self.list.jobs()) == 1:
            self._open_editor(JobEditor(self._desk, self._tasks, parent=self, template=jobs[0]))

    def archive(self) -> None:
        """Take the selected jobs out of the library; a toast offers to undo it."""
        if jobs := self.list.jobs():
            self._spawn("jobs.archive", self._archive(jobs))

    def undo(self) -> None:
        """Have the jobs back that were archived last."""
        if self._archived:
            self._spawn("jobs.undo", self._unarchive())

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
        self._archived = [job.id for job in jobs]
        words = self.tr("Archived: {jobs}").format(jobs="、".join(job.title for job in jobs[:3]))
        self.said.emit(words + ("…" if len(jobs) > 3 else ""), self.tr("Undo"), self.undo)

    async def _unarchive(self) -> None:
        ids, self._archived = self._archived, []
        self.list.choose(ids[0])
        await unarchive(self._desk, ids)

    def _load_sample(self) -> None:
        self._spawn("jobs.sample", self._desk.act(*missing_actions(self._desk, self._clock.now_ms())))

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(name, self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            self.failed.emit(error)

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
