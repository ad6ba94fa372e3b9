"""The slots by day, and who is booked in the one that is chosen."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import PutSlot, RemoveSlot
from kzg_desktop.domain.actions.base import BaseAction
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Organization
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.views import Moment
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.models.slot_plan import free_places
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.interviews.deeds import Deeds
from kzg_desktop.ui.interviews.people import booked_in
from kzg_desktop.ui.interviews.people_pane import PeoplePane
from kzg_desktop.ui.interviews.people_table import Column
from kzg_desktop.ui.interviews.slot_copy import SlotCopyDialog
from kzg_desktop.ui.interviews.slot_editor import SlotEditor
from kzg_desktop.ui.interviews.slot_list import SlotList
from kzg_desktop.ui.interviews.slot_words import job_words, slot_words, when_title
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SlotsSection"]

_READING = "interviews.booked"
_LIST_WIDTH = 84 * UNIT


class SlotsSection(QWidget):
    """``slot_chosen``: another slot is chosen, or none."""

    said = Signal(str, str, object)
    failed = Signal(object)
    slot_chosen = Signal()

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, keymap: Keymap, deeds: Deeds) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._keymap = keymap
        self._turns = itertools.count()
        self._shown = ""
        self._stopped = False
        self.list = SlotList(clock, desk.job)
        self.people = PeoplePane(
            (Column.NAME, Column.PHONE, Column.JOB, Column.REMINDED, Column.STATE),
            ("interview",),
            deeds=deeds,
            clock=clock,
            keymap=keymap,
        )
        self.empty = EmptyState()
        self.edit_button = self._button(self.tr("Edit"), self.edit)
        self.copy_button = self._button(self.tr("Copy…"), self.copy)
        self.close_button = self._button("", self.toggle_closed)
        self.remove_button = self._button(self.tr("Remove"), self.remove)
        self._pages = QStackedWidget()
        self._lay_out()
        self.empty.say(
            self.tr("No interview slots yet"),
            self.tr("A slot is a time and a place with so many seats. Applicants are booked into it with one key."),
            self.tr("New slot"),
        )
        self.empty.activated.connect(self.new)
        self.list.slot_chosen.connect(self._on_chosen)
        self.list.slot_opened.connect(lambda _slot: self.edit())
        self.list.removal_wanted.connect(self.remove)
        keymap.changed.connect(self._show_tips)
        self._show_tips()
        self.setFocusProxy(self.list)
        self.reload()

    def stop(self) -> None:
        """Finish what is being recorded, but show nothing more: the page is about to go."""
        self._stopped = True
        self._tasks.cancel(_READING)

    # --- what is shown

    def reload(self) -> None:
        """Read the slots again."""
        slots = self._desk.slots()
        had_keyboard = self.isAncestorOf(focus) if (focus := self.window().focusWidget()) else False
        self.list.show_slots(slots)
        self._pages.setCurrentIndex(0 if slots else 1)
        self.setFocusProxy(self.list if slots else self.empty)
        if had_keyboard and not slots:
            self.empty.setFocus()
        self._show_slot()

    async def read_people(self) -> None:
        """Read again who is booked in the slot chosen."""
        if self._stopped:
            return
        slot = self.list.slot
        people = await booked_in(self._desk, self._moment(), slot) if slot is not None else []
        if not self._stopped and self.list.slot_id == (slot.id if slot is not None else ""):
            self.people.show_people(people)

    def _on_chosen(self, _slot: InterviewSlot | None) -> None:
        chosen = self.list.slot_id
        if chosen != self._shown:
            self._shown = chosen
            self.people.show_people([])
            self.people.search.clear()
            self._spawn(_READING, self.read_people)
        self._show_slot()
        self.slot_chosen.emit()

    def _show_slot(self) -> None:
        slot = self.list.slot
        for button in (self.edit_button, self.copy_button, self.close_button, self.remove_button):
            button.setEnabled(slot is not None)
        self.close_button.setText(self.tr("Open again") if slot is not None and slot.closed else self.tr("Close"))
        if slot is None:
            self.people.say(self.tr("No slot chosen"), "")
            self.people.empty.say(self.tr("Choose a slot"), self.tr("Who is booked in it stands here."))
            return
        now = self._clock.now_ms()
        left = free_places(slot)
        free = self.tr("closed") if slot.closed else self.tr("{left} free").format(left=left)
        about = [
            free if left or slot.closed else self.tr("full"),
            job_words(slot, self._desk.job),
            slot.place,
            slot.note,
        ]
        self.people.say(when_title(slot, now), " · ".join(part for part in about if part))
        self.people.empty.say(
            self.tr("Nobody is booked in this slot yet"),
            self.tr("Book applicants on their page with B; they appear here at once."),
        )

    def _moment(self) -> Moment:
        return Moment(self._desk.account_id, self._clock.now_ms())

    # --- by keys

    def new(self) -> None:
        """Make a slot; it begins like the one that is chosen."""
        self._open_editor(None, self.list.slot)

    def edit(self) -> None:
        """Change the slot that is chosen."""
        if (slot := self.list.slot) is not None:
            self._open_editor(slot, None)

    def copy(self) -> None:
        """Make the same slot, or the whole day's, on the days that follow."""
        if (slot := self.list.slot) is not None:
            dialog = SlotCopyDialog(slot, self._desk.slots(), self._clock.now_ms(), self)
            dialog.copied.connect(self._on_copied)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def toggle_closed(self) -> None:
        """Close the slot that is chosen, or open it again."""
        if (slot := self.list.slot) is not None:
            words = self.tr("Open again") if slot.closed else self.tr("Closed")
            self._act(words, [PutSlot(slot=replace(slot, closed=not slot.closed))], [PutSlot(slot=slot)])

    def remove(self) -> None:
        """Remove the slot that is chosen; one that is booked can only be closed."""
        if (slot := self.list.slot) is None:
            return
        if not slot.booked:
            self._act(self.tr("Removed"), [RemoveSlot(slot_id=slot.id)], [PutSlot(slot=slot)])
            return
        words = self.tr("{count} are booked in this slot. Move them to another one first, or close it for others.")
        answers: list[tuple[str, Callable[[], object]]] = [(self.tr("Leave it"), lambda: None)]
        if not slot.closed:
            answers.append((self.tr("Close the slot"), self.toggle_closed))
        ask(self, words.format(count=slot.booked), answers)

    # --- doing

    def _open_editor(self, slot: InterviewSlot | None, template: InterviewSlot | None) -> None:
        editor = SlotEditor(
            slot,
            known=self._desk.slots(),
            jobs=self._desk.jobs(),
            employers=self._employers(),
            now=self._clock.now_ms(),
            parent=self,
            template=template,
        )
        editor.saved.connect(self._on_saved)
        editor.finished.connect(editor.deleteLater)
        editor.open()

    def _employers(self) -> list[Organization]:
        """Return the employers that a slot can be for: those with jobs."""
        hiring = {job.employer_id for job in self._desk.jobs()} | {slot.employer_id for slot in self._desk.slots()}
        return [each for each in self._desk.organizations() if each.id in hiring]

    def _on_saved(self, slot: InterviewSlot) -> None:
        before = next((each for each in self._desk.slots() if each.id == slot.id), None)
        back: list[BaseAction] = [PutSlot(slot=before)] if before else [RemoveSlot(slot_id=slot.id)]
        self._act(self.tr("Saved"), [PutSlot(slot=slot)], back, chosen=slot.id)

    def _on_copied(self, slots: list[InterviewSlot]) -> None:
        words = self.tr("Slots made: {count}").format(count=len(slots))
        self._act(words, [PutSlot(slot=each) for each in slots], [RemoveSlot(slot_id=each.id) for each in slots])

    def _act(self, words: str, actions: Sequence[BaseAction], back: Sequence[BaseAction], *, chosen: str = "") -> None:
        self._spawn(f"interviews.slots.{next(self._turns)}", partial(self._record, words, actions, back, chosen))

    async def _record(self, words: str, actions: Sequence[Any], back: Sequence[Any], chosen: str = "") -> None:
        slot = self.list.slot
        about = slot_words(slot, self._clock.now_ms(), self._desk.job) if slot is not None and not chosen else ""
        await self._desk.act(*actions)
        if self._stopped:
            return
        self.reload()
        if chosen:
            self.list.choose(chosen)
        said = f"{words} · {about}" if about and len(actions) == 1 else words
        if back:
            self.said.emit(said, self.tr("Undo"), lambda: self._act(self.tr("Taken back"), back, []))
        else:
            self.said.emit(words, "", None)

    def _spawn(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._tasks.spawn(name, self._guarded(work))

    async def _guarded(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except KzgError as error:
            if not self._stopped:
                self.failed.emit(error)

    # --- building

    def _button(self, words: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, autoDefault=False)
        button.setProperty("kind", "plain")
        button.clicked.connect(pressed)
        return button

    def _show_tips(self) -> None:
        named = {"edit": self.edit_button, "copy": self.copy_button, "close": self.close_button}
        words = {"edit": self.tr("Edit the slot"), "copy": self.tr("Copy to the next days")}
        for name, button in named.items():
            tip = words.get(name, self.tr("Take no more people, or again"))
            button.setToolTip(self._keymap.tip(tip, f"interviews.{name}"))
        self.remove_button.setToolTip(self.tr("Remove the slot") + "  (Del)")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        buttons.setSpacing(0)
        for button in (self.edit_button, self.copy_button, self.close_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        line, upright = QFrame(), QFrame()
        line.setProperty("role", "hairline")
        upright.setProperty("role", "upright")
        left = QFrame()
        left.setProperty("role", "pane")
        left.setFixedWidth(_LIST_WIDTH)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.list, 1)
        side.addWidget(line)
        side.addLayout(buttons)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(upright)
        row.addWidget(self.people, 1)
        self._pages.addWidget(both)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
