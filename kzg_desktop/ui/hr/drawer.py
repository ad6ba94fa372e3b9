"""The drawer of one applicant: who it is, the next action, contact, notes, people, history, matches and rights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import AddNote, BookInterview, RecordAttempt, SetApplicationStatus
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.services import ActionRefused, DeskEvent, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.drawer_acts import Clash, Deed
from kzg_desktop.ui.hr.drawer_aftermath import Aftermath
from kzg_desktop.ui.hr.drawer_clash import ClashBar
from kzg_desktop.ui.hr.drawer_clashes import Clashes
from kzg_desktop.ui.hr.drawer_contact import Contact
from kzg_desktop.ui.hr.drawer_context import DrawerContext
from kzg_desktop.ui.hr.drawer_presence import Onlookers
from kzg_desktop.ui.hr.drawer_sections import Sections
from kzg_desktop.ui.hr.drawer_steps import Steps
from kzg_desktop.ui.hr.drawer_who import Who
from kzg_desktop.ui.hr.outcome_panel import OutcomePanel
from kzg_desktop.ui.hr.outcome_steps import Choice, choices
from kzg_desktop.ui.hr.people_acts import PeopleActs
from kzg_desktop.ui.hr.people_section import TogetherBar
from kzg_desktop.ui.hr.person_rights import RightsDialog
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ApplicantDrawer"]

_NARROWEST = 90 * UNIT
_TICK_MS = 1000
_SLOW_MS = 120
"""Until then the picture before stays, so that moving through the list does not flicker; it takes no clicks."""

_MEANT_S = 1.0
"""A key pressed while an applicant is being read waits that long for it: whoever works fast looks at the list."""


class ApplicantDrawer(QFrame):
    """Shows one applicant and does everything about them; keys come from the page as calls."""

    said = Signal(str, str, object)
    """A confirmation: words, what a button offers, and what it does."""
    failed = Signal(object)
    next_requested = Signal()
    """The work on this applicant is over for now."""
    job_requested = Signal(str)
    left = Signal()
    """The user has written what was to be written here; the keyboard belongs to the list again."""
    applicant_requested = Signal(int)
    """The drawer went to another applicant by itself."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setMinimumWidth(_NARROWEST)
        self._context = DrawerContext(desk, tasks, clock, self)
        self._office: Office | None = None
        self._keys: dict[str, str] = {"call": "C", "book": "B"}
        self._calling: set[str] = set()
        self._wanted: tuple[int, float, Callable[[], object]] | None = None
        self._rights: RightsDialog | None = None
        self.steps, self.contact, self.people = Steps(self._context), Contact(self._context), PeopleActs(self._context)
        self.onlookers = Onlookers(tasks, self)
        self.empty, self.who, self.panel = EmptyState(), Who(), OutcomePanel()
        self.clash, self.together = ClashBar(), TogetherBar()
        self.clashes = Clashes(self._context)
        self.aftermath = Aftermath(self._context, self.steps, self.people, self.together)
        self.sections = Sections(self._context)
        self._lay_out()
        self._connect()
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start()
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._show_slow)
        self._unsubscribe: Callable[[], None] | None = desk.subscribe(self._on_event)
        for refusal in desk.refusals():  # what was refused before this start waits for an answer still
            self._context.acts.refused(refusal)
        self._show()

    # --- for the page

    @property
    def shown(self) -> int | None:
        """The arrival number of the applicant shown, None for none."""
        return self._context.file.number

    def show_applicant(self, number: int | None) -> None:
        """Show that applicant; None shows what the drawer is for."""
        if number != self.shown:
            self._wanted = None
            self.aftermath.drop()
            self.sections.phone.hide_number()
            self._stack.setUpdatesEnabled(False)
            self._slow.start()
        self._context.file.open(number)

    def set_office(self, office: Office | None) -> None:
        """Ask the hub through *office*; None while it is away."""
        self._office = office
        self.onlookers.set_office(office)
        if self._rights is not None:
            self._rights.set_office(office)

    def set_on_air(self, on_air: bool) -> None:
        """While on air names and phones are masked."""
        self._context.masked = on_air
        self.sections.phone.set_masked(on_air)
        self._show()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys on buttons, by "call" and "book"."""
        self._keys = dict(keys)
        self._show()

    def call(self) -> None:
        """Call the applicant shown."""
        if self._context.acts.accepts("call"):
            self._once_read(self.contact.call)

    def outcome(self, number: int) -> None:
        """Do what the button with that number does; after a call that is what became of it."""
        choice = self.panel.numbered(number)
        if self.together.rows and self._context.acts.accepts(f"outcome {number}"):
            self.together.answer(number)
        elif choice is not None and self._context.acts.accepts(f"outcome {number}"):
            self.steps.choose(choice)

    def note(self) -> None:
        """Begin to write a note."""
        self._once_read(self._write_note)

    def book(self) -> None:
        """Book an interview, or move it."""
        if self._context.acts.accepts("book"):
            self._once_read(self.steps.book)

    def claim(self) -> None:
        """Claim the applicant shown; where that is the question already, go to its field."""
        if self.clash.isVisible() and self.clash.reason.isVisible():
            self.clash.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._context.acts.accepts("claim"):
            self._once_read(self.steps.claim)

    def hand_over(self) -> None:
        """Give the applicant shown to a colleague."""
        self._once_read(self.steps.hand_over)

    def undo(self) -> None:
        """Undo the last step, with a reason."""
        self._once_read(self.steps.undo)

    def reveal(self) -> None:
        """Show the phone, which goes on record."""
        if self._context.acts.accepts("reveal"):
            self._once_read(self.contact.reveal)

    def copy_phone(self) -> None:
        """Copy the phone, which goes on record."""
        if self._context.acts.accepts("copy"):
            self._once_read(self.contact.copy_phone)

    def _once_read(self, act: Callable[[], object]) -> None:
        """Do that about the applicant asked for, as soon as it is there: keys come faster than a file is read."""
        file = self._context.file
        if file.opened is None and file.number is not None and not file.is_gone:
            self._wanted = (file.number, self._context.clock.monotonic_s(), act)
        else:
            act()

    def _do_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        number, pressed_s, act = wanted
        if number == self.shown and self._context.clock.monotonic_s() - pressed_s < _MEANT_S:
            act()

    def _write_note(self) -> None:
        if self._context.row is not None:
            self.sections.write_note()

    def tick(self) -> None:
        """Bring times up to date, and hide a phone that has shown long enough."""
        self.sections.phone.tick()
        opened = self._context.opened
        if opened is not None:
            self.who.show_due(opened, self._context.moment())

    def stop(self) -> None:
        """Let go of the desk and the hub; the drawer shows what it showed last."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._ticker.stop()
        self._slow.stop()
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        for part in (self.onlookers, self.contact, self._context.acts, self._context.file):
            part.stop()

    # --- making it

    def _lay_out(self) -> None:
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(4 * UNIT, 4 * UNIT, 4 * UNIT, 3 * UNIT)
        head.setSpacing(3 * UNIT)
        for part in (self.who, self.clash, self.together, self.panel):
            head.addWidget(part)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.sections, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        context, sections = self._context, self.sections
        for part in (self.steps, self.contact, self.people, self.clashes, self.aftermath):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        context.file.changed.connect(self._show)
        context.file.failed.connect(self._on_read_failed)
        context.acts.changed.connect(self._show_busy)
        context.acts.done.connect(self._on_done)
        context.acts.clashed.connect(self._on_clash)
        context.acts.failed.connect(self.failed)
        self.onlookers.changed.connect(self._show_onlookers)
        self.panel.chosen.connect(self._on_clicked)
        self.steps.called.connect(self.contact.call)
        self.steps.call_dropped.connect(self._on_call_dropped)
        self.who.claim_requested.connect(self._once(self.steps.claim))
        self.who.release_requested.connect(self._once(self.steps.release))
        self.who.hand_over_requested.connect(self.steps.hand_over)
        self.contact.call_begun.connect(self._on_call_begun)
        self.contact.revealed.connect(lambda _row: sections.phone.reveal())
        self.contact.note_saved.connect(sections.notes.saved)
        self.contact.note_lost.connect(sections.notes.not_saved)
        self.clashes.changed.connect(self._show)
        self.clashes.show_requested.connect(self._jump)
        self.clash.answered.connect(self.clashes.settle)
        self.clash.redo_requested.connect(self.steps.redo)
        self.clash.rebook_requested.connect(lambda: self.steps.book(self.tr("That slot is full now")))
        self.aftermath.moved_on.connect(self.next_requested)
        self.together.changed.connect(self._show_panel)
        self._connect_sections()

    def _connect_sections(self) -> None:
        sections = self.sections
        sections.phone.reveal_requested.connect(self._once(self.contact.reveal))
        sections.phone.copy_requested.connect(self._once(self.contact.copy_phone))
        sections.templates.copy_requested.connect(self.contact.copy_message)
        sections.follow_up_requested.connect(self.contact.ask_follow_up)
        sections.wishes_requested.connect(self.contact.ask_wishes)
        sections.notes.save_requested.connect(self.contact.save_note)
        sections.notes.left.connect(self._leave_field)
        sections.people.opened.connect(self._jump)
        sections.people.same_requested.connect(partial(self.people.ask_link, "same"))
        sections.people.together_requested.connect(partial(self.people.ask_link, "together"))
        sections.people.split_requested.connect(self.people.ask_split)
        sections.people.part_requested.connect(self.people.ask_part)
        sections.history.undo_requested.connect(self.steps.undo)
        sections.matches.assign_requested.connect(self.people.ask_assign)
        sections.matches.job_requested.connect(self.job_requested)
        sections.rights_requested.connect(self.open_rights)

    def _once(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return a slot that takes a double click for one."""

        def do() -> None:
            if self._context.acts.accepts("mouse"):
                act()

        return do

    # --- showing

    def _show(self) -> None:
        opened, file = self._context.opened, self._context.file
        if opened is None:
            self._show_nothing(loading=file.number is not None and not file.is_gone)
            return
        context, row = self._context, opened.row
        moment = context.moment()
        broadcast = next((b.title for b in context.desk.broadcasts() if b.id == row.broadcast_id), "")
        self.who.show_opened(
            opened, moment, employer=context.employer(row), broadcast=broadcast, may_write=context.may_write
        )
        self._show_onlookers()
        self.clash.show_clash(self.clashes.of(row.id), row, moment.me, moment.names)
        offered = choices(row, opened.duty, calling=row.id in self._calling) if context.may_write else []
        self.panel.show_choices(offered, self._keys)
        self._show_panel()
        self._show_busy()
        self.sections.show_opened(opened, moment)
        self.onlookers.look_at(row.id)
        self._stack.setCurrentWidget(self._content)
        self._end_slow()
        self._do_wanted()

    def _show_nothing(self, *, loading: bool) -> None:
        file = self._context.file
        self.sections.notes.show_applicant("")
        if not loading:
            self.onlookers.look_at("")
        if file.is_gone:
            self.empty.say(
                self.tr("This applicant is not here any more"),
                self.tr("Erased, moved to another employer, or no longer in your rights."),
            )
        elif loading:
            self.empty.say("", self.tr("Reading…"))
        else:
            self.empty.say(
                self.tr("Choose an applicant"),
                self.tr("Person, history and the next step appear here. J and K move, C calls."),
            )
        self._stack.setCurrentWidget(self.empty)
        if not loading:
            self._end_slow()

    def _show_slow(self) -> None:
        self._stack.setUpdatesEnabled(True)

    def _end_slow(self) -> None:
        self._slow.stop()
        self._stack.setUpdatesEnabled(True)

    def _show_panel(self) -> None:
        """One question at a time."""
        self.panel.setVisible(bool(self.panel.choices) and not self.together.rows)

    def _show_busy(self) -> None:
        row = self._context.row
        self.panel.set_busy(row is not None and self._context.acts.is_busy(row.id))

    def _show_onlookers(self) -> None:
        self.who.show_onlookers(self.onlookers.names)

    def _leave_field(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    # --- what happens

    def _on_clicked(self, choice: Choice) -> None:
        if self._context.acts.accepts("mouse"):
            self.steps.choose(choice)

    def _on_call_begun(self, row: Application) -> None:
        if self._context.shows(row):
            self._calling.add(row.id)
            self.sections.phone.reveal()
            self._show()

    def _on_call_dropped(self) -> None:
        row = self._context.row
        if row is not None:
            self._calling.discard(row.id)
            self._show()

    def _on_done(self, deed: Deed) -> None:
        if any(isinstance(action, RecordAttempt | SetApplicationStatus | BookInterview) for action in deed.actions):
            self._calling.discard(deed.row.id)
        self.aftermath.begin(deed)

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, StatusChanged) and self._context.opened is not None:
            self._show()
        elif isinstance(event, ActionRefused):
            if isinstance(event.action, AddNote):
                self.sections.notes.not_saved(event.action.application_id, event.action.text)
            else:
                self._context.acts.refused(event)

    def _on_clash(self, clash: Clash) -> None:
        if not self.steps.asks_to_take_over(clash):
            self.clashes.meet(clash)

    def _on_read_failed(self, error: object) -> None:
        self.empty.say(self.tr("This applicant could not be read"), self.tr("Choose the applicant again."))
        self._end_slow()
        self.failed.emit(error)

    def _jump(self, number: int) -> None:
        self.show_applicant(number)
        self.applicant_requested.emit(number)

    # --- rights

    def open_rights(self) -> None:
        """Open what the person may demand."""
        row, context = self._context.row, self._context
        if row is None:
            return
        dialog = self._rights = RightsDialog(
            row,
            context.desk,
            self._office,
            tasks=context.tasks,
            clock=context.clock,
            parent=self,
            employer=context.employer(row),
            masked=context.masked,
        )
        dialog.withdraw_requested.connect(lambda: self.steps.withdraw(row))
        dialog.said.connect(lambda words: self.said.emit(words, "", None))
        dialog.finished.connect(self._on_rights_closed)
        dialog.open()

    def _on_rights_closed(self) -> None:
        self._rights = None
