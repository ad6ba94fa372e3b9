"""The applicants' page: find somebody, call, record what came of it; one by one or many at once, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.views import Moment, View
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import ApplicantQuery, HiringDesk, Office
from kzg_desktop.models.applicant_table import ApplicantTable
from kzg_desktop.services import ApplicationsChanged, DeskEvent, RowsChanged, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.applicant_view import ApplicantView
from kzg_desktop.ui.hr.bulk_bar import BulkBar
from kzg_desktop.ui.hr.bulk_dialog import BulkDialog
from kzg_desktop.ui.hr.bulk_plan import BulkKind, BulkWish, Deed, back_again
from kzg_desktop.ui.hr.bulk_run import BulkResult, BulkRun
from kzg_desktop.ui.hr.bulk_words import result_words
from kzg_desktop.ui.hr.columns import ApplicantWords
from kzg_desktop.ui.hr.drawer import ApplicantDrawer
from kzg_desktop.ui.hr.export import ApplicantExport
from kzg_desktop.ui.hr.filters import Filters
from kzg_desktop.ui.hr.key_queue import KeyQueue
from kzg_desktop.ui.hr.keys import OF_THE_PAGE, page_acts
from kzg_desktop.ui.hr.listing import Listing
from kzg_desktop.ui.hr.view_counts import ViewCounts
from kzg_desktop.ui.hr.view_words import empty_words, view_words
from kzg_desktop.ui.hr.views_list import ViewsList
from kzg_desktop.ui.icons import IconButton
from kzg_desktop.ui.importing.files import readable_file
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.leads.opening import LeadImports
from kzg_desktop.ui.live.refusals_chip import RefusalsChip
from kzg_desktop.ui.live.status_text import status_text, status_tone
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.ui.leads.dialog import LeadImportDialog

__all__ = ["HrPage"]

_NAMED = frozenset({"organization", "broadcast", "colleague", "desk_rules"})
_DRAWER_WIDTHS = (90 * UNIT, 116 * UNIT)
_DRAWER_PART = 0.29
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class HrPage(QWidget):
    """Views on the left, the table between, the applicant at hand on the right.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    *columns* is how the table was arranged when `remember` was last called.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    job_requested = Signal(str)
    """The user wants to see that job in the library."""

    def __init__(
        self,
        desk: HiringDesk,
        tasks: Tasks,
        clock: Clock,
        keymap: Keymap,
        *,
        columns: Mapping[str, Any] | None = None,
        remember: Callable[[dict[str, Any]], object] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._keymap = keymap
        self._remember = remember
        self._wanted = 0
        self._undo: Callable[[], None] | None = None
        self.words = ApplicantWords(desk, clock)
        self.table = ApplicantTable(self.words, self)
        self.view = ApplicantView(self.table, self.words)
        self.listing = Listing(desk, tasks, clock, self.table, self)
        self.counts = ViewCounts(desk, tasks, clock, self)
        self.views = ViewsList()
        self.filters = Filters(desk, tasks)
        self.bulk_bar = BulkBar(keymap)
        self.drawer = ApplicantDrawer(desk, tasks, clock)
        self.exporting = ApplicantExport(desk, tasks, clock, self.words, self)
        self.importing = LeadImports(desk, tasks, clock, self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()
        self._bind_keys()
        self.listing.visible = self.view.visible_rows
        self.view.header.restore(columns or {})
        self.view.header.set_single_employer(self._is_single_employer())
        self._unsubscribe = desk.subscribe(self._on_event)
        self.setFocusProxy(self.view)
        self._show_link()
        self._list()
        self.counts.look_again()

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._unsubscribe()
        self.listing.stop()
        self.counts.stop()
        self.filters.stop()
        self.drawer.stop()
        self.importing.stop()

    def set_office(self, office: Office | None) -> None:
        """Let drawer and import ask the hub for what only it can do; None while it is away."""
        self.drawer.set_office(office)
        self.importing.office = office

    def set_on_air(self, on: bool) -> None:
        """Show no name and no phone while this desk is on air: the screen may be shared."""
        if on == self.words.masked:
            return
        self.words.masked = on
        self._masked.setVisible(on)
        self.drawer.set_on_air(on)
        self.filters.hide_search(on)
        self.importing.hide_names(on)
        for dialog in self.findChildren(BulkDialog):
            dialog.look_again()
        self.table.words_changed()

    # --- building

    def _lay_out(self) -> None:
        self._title = QLabel(self.tr("Applicants"))
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._masked = QLabel(self.tr("Names and phones are hidden while you are on air."))
        self._masked.setProperty("role", "muted")
        self._masked.hide()
        self._link = QLabel()
        self.refused = RefusalsChip(self._desk, self._tasks)
        self._slow = QProgressBar(minimum=0, maximum=0, textVisible=False)
        policy = self._slow.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._slow.setSizePolicy(policy)
        self._slow.hide()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(_line("upright"))
        row.addLayout(self._middle(), 1)
        row.addWidget(_line("upright"))
        row.addWidget(self.drawer)

    def _left(self) -> QFrame:
        self.views.setFixedWidth(self.views.sizeHint().width())
        self._setup = IconButton("settings", self.tr("Message templates and desk rules"))
        self._setup.clicked.connect(self.set_up)
        self._import = IconButton("import", self.tr("Import leads of a platform"))
        self._import.clicked.connect(self._on_import)
        head = QHBoxLayout()
        head.setContentsMargins(3 * UNIT, 3 * UNIT, 2 * UNIT, 2 * UNIT)
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(self._import)
        head.addWidget(self._setup)
        pane = QFrame()
        pane.setProperty("role", "pane")
        left = QVBoxLayout(pane)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.views, 1)
        return pane

    def _middle(self) -> QVBoxLayout:
        top = QVBoxLayout()
        top.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        top.setSpacing(UNIT)
        top.addWidget(self.filters)
        words = QHBoxLayout()
        words.setSpacing(3 * UNIT)
        words.addWidget(self._count)
        words.addWidget(self._masked)
        words.addStretch(1)
        words.addWidget(self.refused)
        words.addWidget(self._link)
        top.addLayout(words)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(top)
        middle.addWidget(self.bulk_bar)
        middle.addWidget(self._slow)
        middle.addWidget(self._stack, 1)
        return middle

    def _wire(self) -> None:
        self.views.view_chosen.connect(self._on_view)
        self.filters.changed.connect(self._list)
        self.filters.search_left.connect(self.to_list)
        self.filters.columns_requested.connect(self._open_columns)
        self.filters.export_requested.connect(self.export)
        self.view.header.order_chosen.connect(self._list)
        self.view.header.arranged.connect(self._on_arranged)
        self.view.current_changed.connect(self._on_current)
        self.view.selection_changed.connect(self._on_selection)
        self.view.became_due.connect(self._on_time)
        self.view.ticked.connect(self._show_link)
        self.view.activated.connect(lambda _index: self.drawer.setFocus())
        self.listing.about_to_change.connect(self.view.hold)
        self.listing.changed.connect(self.view.restore)
        self.listing.listed.connect(self._on_listed)
        self.listing.slow_changed.connect(self._slow.setVisible)
        self.counts.counted.connect(self._on_counted)
        self.bulk_bar.wanted.connect(self.bulk)
        self.bulk_bar.cleared.connect(self.view.mark_only_current)
        self._empty.activated.connect(self.clear)
        self.drawer.said.connect(self.said)
        self.drawer.failed.connect(self.failed)
        self.drawer.job_requested.connect(self.job_requested)
        self.drawer.next_requested.connect(self._on_next)
        self.drawer.left.connect(self.to_list)
        self.drawer.applicant_requested.connect(self.view.choose)
        self._keymap.changed.connect(self._show_keys)
        self._show_keys()
        self.exporting.failed.connect(self.failed)
        self.exporting.saved.connect(self._on_saved)
        self.importing.imported.connect(self._on_imported)

    def _bind_keys(self) -> None:
        acts = page_acts(self, self.drawer)
        waiting = {name: act for name, act in acts.items() if name not in OF_THE_PAGE}
        self._queue = KeyQueue(self._clock, lambda: self.listing.is_awaited or self.filters.is_typing)
        self._keymap.bind(self, acts | self._queue.hold_back(waiting) | {"hr.import": self.import_leads})

    # --- what is listed

    @property
    def query(self) -> ApplicantQuery:
        """What view, filters, search and sorting ask for."""
        arranged = self.view.header.arrangement
        return ApplicantQuery(
            moment=Moment(self._desk.account_id, self._clock.now_ms()),
            view=self.views.view,
            order=arranged.order,
            descending=arranged.descending,
            **cast("dict[str, Any]", self.filters.values),
        )

    def show_only(self, view: View = "all", **values: str) -> None:
        """Show that view, filtered by these fields of the query and by nothing else."""
        self.views.blockSignals(True)
        self.views.choose(view)
        self.views.blockSignals(False)
        self.filters.narrow(values)

    def show_applicant(self, number: int) -> None:
        """Take that applicant at hand; where it is not listed, show it beside the list all the same."""
        self._wanted = number if self.listing.is_awaited else 0
        if not self.view.choose(number):
            self.drawer.show_applicant(number)

    def to_list(self) -> None:
        """Give the keyboard to the table."""
        (self.view if self.table.rowCount() else self.views).setFocus()

    def _list(self) -> None:
        self.listing.show(self.query)

    def _on_view(self, _view: str) -> None:
        self.view.mark_only_current()
        self._list()

    def _on_listed(self, afresh: bool) -> None:
        if afresh:
            self.view.begin()
        self._show_count()
        self._show_emptiness()
        wanted, self._wanted = self._wanted, 0
        if afresh and wanted:  # asked for while the list was on its way, which would take its first row at hand
            self.show_applicant(wanted)
        if afresh:
            self._queue.release()

    def _on_counted(self, counts: Mapping[View, int]) -> None:
        self.views.show_counts(counts)
        self._show_count()

    def _show_count(self) -> None:
        shown = self.table.rowCount()
        words = self.tr("{count} applicants").format(count=f"{shown:,}")
        total = self.counts.counts.get(self.listing.query.view, 0)
        if self.filters.is_active and total > shown:
            words = self.tr("{count} of {total} in “{view}”").format(
                count=f"{shown:,}", total=f"{total:,}", view=view_words(self.listing.query.view)
            )
        self._count.setText(words)

    def _show_emptiness(self) -> None:
        empty = self.table.rowCount() == 0
        had_keyboard = self._stack.isAncestorOf(self.window().focusWidget() or self)
        if empty:
            self._say_why_empty()
        part = self._empty if empty else self.view
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(self.views if empty else self.view)
        if had_keyboard:
            (self.views if empty else self.view).setFocus()

    def _say_why_empty(self) -> None:
        if self.filters.is_active:
            title = self.tr("No applicant matches")
            hint = self.tr("Try fewer words, or another filter.")
            if self.views.view != "all":
                hint = self.tr("Try fewer words, another filter, or look in “All”.")
            self._empty.say(title, hint, self.tr("Clear search and filters"))
            return
        title, hint = empty_words(self.views.view)
        command = "hr.claim" if self.views.view == "mine" else "hr.book"
        self._empty.say(title, hint.format(key=self._keymap.first(command)))

    # --- following

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, ApplicationsChanged):
            self.listing.follow(event)
            self.counts.look_again()
        elif isinstance(event, StatusChanged):
            self._show_link()
        elif isinstance(event, RowsChanged) and event.entities & _NAMED:
            self.words.refresh()
            self.view.header.set_single_employer(self._is_single_employer())
            self.table.words_changed()

    def _on_time(self) -> None:
        self.listing.look_again()
        self.counts.look_again()

    def _show_link(self) -> None:
        """Say how the desk stands with its hub, in one quiet line."""
        status = self._desk.status
        self._link.setText(status_text(status, self._clock.now_ms()))
        self._link.setProperty("role", "warning" if status_tone(status) == "amber" else "muted")
        self._link.style().polish(self._link)
        self._import.setVisible(self.importing.allowed)
        self.refused.look_again()

    def _is_single_employer(self) -> bool:
        return len({job.employer_id for job in self._desk.jobs()}) < 2

    def _on_current(self, number: int) -> None:
        self.listing.keep(number)
        self.drawer.show_applicant(number or None)

    def _on_next(self) -> None:
        """Go on with the next one, where work goes through the list."""
        if not self.several:
            self.step(1)

    def _show_keys(self) -> None:
        tip = self._keymap.tip
        what = self.tr("Filter by job, city, status, channel, broadcast, card, owner or employer")
        self.filters.open_button.setToolTip(tip(what, "hr.filter"))
        self.filters.export_button.setToolTip(tip(self.tr("Save what is listed as a spreadsheet"), "hr.export"))
        self._import.setToolTip(tip(self.tr("Import leads of a platform"), "hr.import"))
        self.drawer.set_keys({name: self._keymap.first(f"hr.{name}") for name in ("call", "book")})

    def _on_selection(self) -> None:
        self.bulk_bar.show_count(self.view.selected_count)

    # --- keys

    @property
    def several(self) -> bool:
        """Whether more than one applicant is selected."""
        return self.view.selected_count > 1

    def step(self, rows: int) -> None:
        """Go so many applicants further, or back."""
        self.view.step(rows)

    def step_view(self, rows: int) -> None:
        """Show a view further down, or up."""
        self.views.step(rows)

    def mark(self) -> None:
        """Select the applicant at hand beside those selected, or no longer."""
        self.view.toggle_mark()

    def select_all(self) -> None:
        """Select all that are listed."""
        self.view.selectAll()

    def search_for(self) -> None:
        """Give the keyboard to the search field."""
        self.filters.to_search()

    def open_filters(self) -> None:
        """Open the filters."""
        self.filters.open_panel()

    def clear(self) -> None:
        """End the selection of several; where there is none, end search and filters."""
        if not self.view.mark_only_current():
            self.filters.clear()

    def _open_columns(self) -> None:
        button = self.filters.columns_button
        self.view.header.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_arranged(self) -> None:
        if self._remember is not None:
            self._remember(self.view.header.arrangement.as_settings())

    # --- many at once

    def bulk(self, kind: str, status: str = "") -> BulkDialog | None:
        """Open the change of all that are selected; a preview comes before anything is done."""
        numbers = self.view.selected_numbers()
        if not numbers:
            return None
        dialog = BulkDialog(
            self._desk,
            self._tasks,
            self._clock,
            words=self.words,
            kind=cast("BulkKind", kind),
            numbers=numbers,
            status=status,
            parent=self,
        )
        dialog.finished_with.connect(self._on_bulk_done)
        dialog.failed.connect(self.failed)
        dialog.open()
        return dialog

    def _on_bulk_done(self, wish: BulkWish, result: BulkResult) -> None:
        reason = self.tr("Taken back right after a change of many")
        back = back_again(result.done, wish, self._desk.account_id, reason)
        offer = self.tr("Undo") if back else ""
        self.said.emit(result_words(result, wish), offer, (lambda: self._take_back(back)) if back else None)
        if result.error is not None:
            self.failed.emit(result.error)

    def _take_back(self, back: list[Deed]) -> None:
        self._spawn("hr.bulk.undo", self._do_back(back))

    async def _do_back(self, back: list[Deed]) -> None:
        result = await BulkRun(self._desk, self).run(back)
        if result.error is not None:
            raise result.error
        words = self.tr("{count} taken back").format(count=f"{len(result.done):,}")
        if result.refused:
            rest = self.tr("{count} changed meanwhile and stay").format(count=f"{len(result.refused):,}")
            words = f"{words} · {rest}"
        self.said.emit(words, "", None)

    # --- export

    def set_up(self) -> None:
        """Open templates and rules of the employer; of several, the user chooses one."""
        employers = [one for one in self._desk.organizations() if one.kind == "employer"]
        if len(employers) == 1:
            self._set_up(employers[0].id)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for employer in employers:
            menu.addAction(employer.name, partial(self._set_up, employer.id))
        if not employers:
            menu.addAction(self.tr("There is no employer yet: jobs bring them")).setEnabled(False)
        menu.popup(self._setup.mapToGlobal(self._setup.rect().bottomLeft()))

    def _set_up(self, employer_id: str) -> None:
        from kzg_desktop.ui.hr_setup.dialog import HrSetupDialog  # noqa: PLC0415 - rarely opened

        dialog = HrSetupDialog(self._desk, self._tasks, employer_id, self, clock=self._clock)
        dialog.failed.connect(self.failed)
        dialog.open()

    def export(self) -> None:
        """Write what is listed, or what is selected of it, into a file."""
        if not self.table.rowCount():
            return
        selected = self.view.selected_numbers() if self.several else []
        title = f"{self._title.text()} {view_words(self.views.view)}"
        self.exporting.ask(self.table.numbers, selected, self.view.header.shown, title)

    def _on_saved(self, path: str, count: int) -> None:
        self.said.emit(self.tr("{count} exported to {path}").format(count=f"{count:,}", path=path), "", None)

    # --- import

    def import_leads(self, path: Path | None = None) -> LeadImportDialog | None:
        """Open the import of leads, with a file to begin with or a box to choose one."""
        return self.importing.open(path)

    def _on_import(self) -> None:
        self.import_leads()

    def _on_imported(self, count: int) -> None:
        if count:
            self.said.emit(self.tr("Leads imported: {count} new or completed").format(count=f"{count:,}"), "", None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.importing.allowed and readable_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = readable_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.import_leads(path)

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(name, self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            self.failed.emit(error)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list from wherever on the page the keyboard is, as J and K do."""
        if event.key() in _MOVES:
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.listing.set_awake(True)
        self.counts.set_awake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.listing.set_awake(False)
        self.counts.set_awake(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = _DRAWER_WIDTHS
        self.drawer.setFixedWidth(min(most, max(least, round(self.width() * _DRAWER_PART))))


def _line(role: str) -> QFrame:
    line = QFrame()
    line.setProperty("role", role)
    return line
