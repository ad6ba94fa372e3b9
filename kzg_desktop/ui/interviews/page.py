"""Interviews and first days: the slots and who is booked, who is due today, and who is to be asked after at work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, InterviewSlot
from kzg_desktop.domain.views import Moment
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.services import ApplicationsChanged, DeskEvent, RowsChanged, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.interviews.bookings import Bookings
from kzg_desktop.ui.interviews.check_in import CheckIn
from kzg_desktop.ui.interviews.deeds import Deeds
from kzg_desktop.ui.interviews.people import employed_due, expected_today
from kzg_desktop.ui.interviews.people_pane import PeoplePane
from kzg_desktop.ui.interviews.people_table import Column
from kzg_desktop.ui.interviews.segments import show_segment
from kzg_desktop.ui.interviews.slots_section import SlotsSection
from kzg_desktop.ui.interviews.steps import STEPS, StepGroup
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.live.refusals_chip import RefusalsChip
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SECTIONS", "InterviewsPage"]

SECTIONS = ("slots", "today", "milestones")

_READING = "interviews.read"
_SETTLING_MS = 40
"""Changes that come together are read together."""

_TURNING_MS = 20_000
"""How often what depends on the time of day is looked at again."""

_SLOT_ROWS = frozenset({InterviewSlot.entity, DeskRules.entity, "job", "organization"})


class InterviewsPage(QWidget):
    """Lists slots, today's people and milestones; all of it by keyboard.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    """

    said = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, keymap: Keymap) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._keymap = keymap
        self._section = "slots"
        self._stopped = False
        self.deeds = Deeds(desk, tasks, self.read, self)
        self.bookings = Bookings(desk, tasks, clock, self.deeds.book, self)
        self.check_in = CheckIn(desk, tasks, clock, self)
        self.slots = SlotsSection(desk, tasks, clock, keymap, self.deeds)
        self.today = self._pane(
            (Column.WHEN, Column.TASK, Column.NAME, Column.PHONE, Column.JOB, Column.STATE, Column.PLACE),
            ("interview", "start"),
        )
        self.milestones = self._pane(
            (Column.NAME, Column.PHONE, Column.JOB, Column.TASK, Column.DUE, Column.SINCE), ("milestone",)
        )
        self._tabs = {name: self._tab(name) for name in SECTIONS}
        self._pages = QStackedWidget()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._turning = QTimer(self, interval=_TURNING_MS)
        self._lay_out()
        self._wire()
        self._bind()
        self._say_empty()
        self._show_counts(0, 0)
        self.show_section("slots")
        self._unsubscribe = desk.subscribe(self._on_event)
        self._turning.start()
        self._read_soon()

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._stopped = True
        self._unsubscribe()
        for part in (self.bookings, self.deeds, self.check_in, self.slots):
            part.stop()
        self._settling.stop()
        self._turning.stop()
        self._tasks.cancel(_READING)

    def set_office(self, _office: Office | None) -> None:
        """Nothing here waits for the hub."""

    def set_on_air(self, on: bool) -> None:
        """Mask names while viewers may see the screen."""
        self.deeds.on_air = on
        self.bookings.on_air = on
        for pane in self._panes:
            pane.set_on_air(on)

    @property
    def section(self) -> str:
        """Which of :data:`SECTIONS` is shown."""
        return self._section

    def show_section(self, name: str) -> None:
        """Show that section."""
        self._section = name
        for each, tab in self._tabs.items():
            tab.setChecked(each == name)
        part = {"slots": self.slots, "today": self.today, "milestones": self.milestones}[name]
        had_keyboard = self.isAncestorOf(focus) if (focus := self.window().focusWidget()) else False
        self._pages.setCurrentWidget(part)
        self.setFocusProxy(part)
        self._print.setVisible(name == "slots")
        if had_keyboard:
            part.setFocus()

    # --- reading

    async def read(self) -> None:
        """Read the slots and all people again."""
        if not self._stopped:
            self.slots.reload()
        moment = Moment(self._desk.account_id, self._clock.now_ms())
        await self.slots.read_people()
        today = await expected_today(self._desk, moment)
        milestones = await employed_due(self._desk, moment)
        if self._stopped:
            return
        self.today.show_people(today)
        self.milestones.show_people(milestones)
        open_today = sum(each.duty is not None and each.row.status in {"interview_booked", "passed"} for each in today)
        self._show_counts(open_today, len(milestones))

    def _read_soon(self) -> None:
        self._settling.start()

    def _read_now(self) -> None:
        self._tasks.spawn(_READING, self._guarded_read())

    async def _guarded_read(self) -> None:
        try:
            await self.read()
        except KzgError as error:
            self.failed.emit(error)

    def _on_event(self, event: DeskEvent) -> None:
        slots_changed = isinstance(event, RowsChanged) and event.entities & _SLOT_ROWS
        # somebody who has just applied is not expected anywhere yet
        people_changed = isinstance(event, ApplicationsChanged) and (event.changed or event.gone or event.reset)
        if isinstance(event, StatusChanged):
            self.refused.look_again()
        if slots_changed:
            self.slots.reload()
        if slots_changed or people_changed:
            self._read_soon()

    def _on_turn(self) -> None:
        if self.isVisible():
            self._read_soon()
            for pane in self._panes:
                pane.refresh_times()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_soon()

    # --- by keys

    def print_list(self) -> None:
        """Ask for the check-in list of the slot that is chosen, or of its day."""
        slot = self.slots.list.slot
        if slot is not None and self._section == "slots" and self.check_in.allowed:
            self.check_in.ask(slot)

    def _in_slots(self, act: Callable[[], None]) -> None:
        if self._section != "slots":
            self.show_section("slots")
        act()

    def _pane_shown(self) -> PeoplePane:
        return {"slots": self.slots.people, "today": self.today, "milestones": self.milestones}[self._section]

    def _step(self, by: int) -> None:
        if self._section == "slots" and not self.slots.people.view.hasFocus():
            self.slots.list.step(by)
        else:
            self._pane_shown().view.step(by)

    def _on_move(self, rows: list[Application]) -> None:
        self.bookings.open(rows)

    def _bind(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            **{name: partial(self.show_section, name) for name in SECTIONS},
            "next": partial(self._step, 1),
            "previous": partial(self._step, -1),
            "search": lambda: self._pane_shown().to_search(),
            "new": partial(self._in_slots, self.slots.new),
            "edit": partial(self._slot_key, self.slots.edit),
            "copy": partial(self._slot_key, self.slots.copy),
            "close": partial(self._slot_key, self.slots.toggle_closed),
            "remind": lambda: self._pane_shown().remind(),
            "phone": lambda: self._pane_shown().reveal(),
            "move": lambda: self._pane_shown().move_people(),
            "print": self.print_list,
            "undo": self.deeds.undo,
        }
        for steps in STEPS.values():
            for step in steps:
                acts[step] = partial(self._take, step)
        self._keymap.bind(self, {f"interviews.{name}": act for name, act in acts.items()})

    def _slot_key(self, act: Callable[[], None]) -> None:
        if self._section == "slots":
            act()

    def _take(self, step: str) -> None:
        pane = self._pane_shown()
        named = next((each for each in pane.bar.steps if each == step), None)
        if named is not None:
            pane.take(named)

    # --- building

    @property
    def _panes(self) -> tuple[PeoplePane, ...]:
        return self.slots.people, self.today, self.milestones

    def _pane(self, columns: tuple[Column, ...], groups: tuple[StepGroup, ...]) -> PeoplePane:
        return PeoplePane(columns, groups, deeds=self.deeds, clock=self._clock, keymap=self._keymap)

    def _tab(self, name: str) -> QPushButton:
        tab = QPushButton(autoDefault=False)
        tab.setCheckable(True)
        place = {"slots": "first", "today": "middle", "milestones": "last"}[name]
        tab.setProperty("segment", place)
        tab.clicked.connect(partial(self.show_section, name))
        return tab

    def _show_counts(self, today: int, milestones: int) -> None:
        words = {
            "slots": self.tr("Slots"),
            "today": self.tr("Today"),
            "milestones": self.tr("At work"),
        }
        counts = {"slots": 0, "today": today, "milestones": milestones}
        for name, tab in self._tabs.items():
            show_segment(tab, f"{words[name]}  {counts[name]:,}" if counts[name] else words[name])
            tab.setToolTip(self._keymap.tip(words[name], f"interviews.{name}"))
        self.today.say(self.tr("Today"), self.tr("Reminders that are due, interviews, and first days"))
        self.milestones.say(
            self.tr("At work for 7, 15 and 30 days"), self.tr("They appear by themselves when they are due")
        )

    def _say_empty(self) -> None:
        self.today.empty.say(
            self.tr("Nobody is expected today"),
            self.tr("Interviews and first days of today stand here, and reminders when they are due."),
        )
        self.milestones.empty.say(
            self.tr("Nobody to ask after"),
            self.tr("7, 15 and 30 days after the first day, whoever started appears here."),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Interviews"))
        title.setProperty("role", "title")
        self.refused = RefusalsChip(self._desk, self._tasks)
        self._print = IconPushButton("sheet", self.tr("Check-in list…"))
        self._new = IconPushButton("plus", self.tr("New slot"), primary=True)
        tabs = QHBoxLayout()
        tabs.setSpacing(0)
        for tab in self._tabs.values():
            tabs.addWidget(tab)
        top = QHBoxLayout()
        top.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 3 * UNIT)
        top.setSpacing(3 * UNIT)
        top.addWidget(title)
        top.addSpacing(2 * UNIT)
        top.addLayout(tabs)
        top.addStretch(1)
        top.addWidget(self.refused)
        top.addWidget(self._print)
        top.addWidget(self._new)
        line = QFrame()
        line.setProperty("role", "hairline")
        for part in (self.slots, self.today, self.milestones):
            self._pages.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addWidget(self._pages, 1)

    def _wire(self) -> None:
        self._settling.timeout.connect(self._read_now)
        self._turning.timeout.connect(self._on_turn)
        self._print.clicked.connect(self.print_list)
        self._new.clicked.connect(partial(self._in_slots, self.slots.new))
        self.slots.slot_chosen.connect(self._show_print)
        self._keymap.changed.connect(self._show_tips)
        for pane in self._panes:
            pane.move_wanted.connect(self._on_move)
        for part in (self.deeds, self.check_in, self.slots):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self._show_tips()
        self._show_print()

    def _show_tips(self) -> None:
        self._print.setToolTip(self._keymap.tip(self.tr("Print who is expected"), "interviews.print"))
        self._new.setToolTip(self._keymap.tip(self.tr("New slot"), "interviews.new"))

    def _show_print(self) -> None:
        self._print.setEnabled(self.slots.list.slot is not None and self.check_in.allowed)
