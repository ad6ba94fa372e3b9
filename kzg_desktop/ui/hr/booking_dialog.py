"""Booking an interview: a slot with room for everybody who comes, or a time of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.actions import BookInterview
from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.domain.states import may_step
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.models.slot_days import SlotLine
from kzg_desktop.models.slot_plan import free_places, is_over
from kzg_desktop.services import DeskEvent, RowsChanged
from kzg_desktop.ui.hr.words import status_words, when_words
from kzg_desktop.ui.interviews.dates import at, date_field, date_of, time_field, time_of
from kzg_desktop.ui.interviews.following import follow
from kzg_desktop.ui.interviews.slot_list import SlotList
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BookingDialog", "Guest", "slot_obstacle"]

translate = QCoreApplication.translate

_HALF_HOUR_MS = 1_800_000
_FIGURES = 9


class Guest(Struct, frozen=True):
    """Somebody to be booked, and why that cannot be, "" if it can."""

    row: Application
    obstacle: str


class BookingDialog(QDialog):
    """Books the first of *applications*, and the others, who come along, into the same slot.

    ``booked`` carries the list of :class:`BookInterview` to be done; the dialog has closed then. Slots without room
    for all are grey and say why. *told* stands above all, such as why the choice is offered again.
    """

    booked = Signal(object)

    def __init__(
        self,
        desk: HiringDesk,
        applications: Sequence[Application],
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
        told: str = "",
        masked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._clock = clock or SystemClock()
        self._masked = masked
        self.guests = [Guest(row, self._guest_obstacle(row, applications[0])) for row in applications]
        moving = applications[0].status == "interview_booked"
        self.setWindowTitle(self.tr("Move the interview") if moving else self.tr("Book an interview"))
        self._told = QLabel(told, wordWrap=True)
        self._told.setProperty("role", "warning")
        self._told.setVisible(bool(told))
        self.companions = [self._companion(guest) for guest in self.guests[1:]]
        self.list = SlotList(self._clock, desk.job)
        self.empty = EmptyState()
        self._lists = QStackedWidget()
        self.other_time = QCheckBox(self.tr("At another time, without a slot  ( T )"))
        self.date = date_field(self.tr("Day"))
        self.time = time_field(self.tr("Time"))
        self._summary = QLabel(wordWrap=True)
        self._summary.setProperty("role", "muted")
        self.go = QPushButton(default=True)
        self.go.setProperty("kind", "primary")
        self._fill_time()
        self._lay_out()
        self._wire()
        follow(desk, self, self._on_event)
        self._reload()
        self._choose_present_or_first()
        self._focus_list()

    @property
    def words(self) -> str:
        """What would be done now, or why nothing can."""
        return self._summary.text()

    def coming(self) -> list[Application]:
        """Return who would be booked now."""
        chosen = [guest for guest, box in zip(self.guests[1:], self.companions, strict=True) if box.isChecked()]
        return [guest.row for guest in (self.guests[0], *chosen) if not guest.obstacle]

    def choice(self) -> list[BookInterview]:
        """Return what would be done now."""
        slot = self.list.slot if not self.other_time.isChecked() else None
        if slot is None and not self.other_time.isChecked():
            return []
        if slot is not None and self._slot_obstacle(slot):
            return []
        when = 0 if slot is not None else self._other_time()
        return [
            BookInterview(
                application_id=row.id,
                event_id=new_id(),
                base_status=row.status,
                slot_id=slot.id if slot is not None else "",
                appointment_at=when,
            )
            for row in self.coming()
        ]

    # --- building

    def _companion(self, guest: Guest) -> QCheckBox:
        name = self._name(guest.row)
        box = QCheckBox(f"{name}（{guest.obstacle}）" if guest.obstacle else f"{name} · {guest.row.job_title}")
        box.setChecked(not guest.obstacle)
        box.setEnabled(not guest.obstacle)
        box.toggled.connect(self._reload)
        return box

    def _name(self, row: Application) -> str:
        return mask_name(row.name) if self._masked else row.name

    def _fill_time(self) -> None:
        now = self._clock.now_ms()
        row = self.guests[0].row
        begin = row.appointment_at if row.appointment_at > now else -(-now // _HALF_HOUR_MS) * _HALF_HOUR_MS
        self.date.setMinimumDate(date_of(now))
        self.date.setDate(date_of(begin))
        self.time.setTime(time_of(begin))
        for box in (self.date, self.time):
            box.setEnabled(False)

    def _lay_out(self) -> None:
        row = self.guests[0].row
        who = QLabel(f"{self._name(row)} · {row.job_title}")
        who.setProperty("role", "strong")
        head = QVBoxLayout()
        head.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 3 * UNIT)
        head.setSpacing(UNIT)
        head.addWidget(who)
        head.addWidget(self._told)
        if self.companions:
            together = QHBoxLayout()
            together.setSpacing(3 * UNIT)
            words = QLabel(self.tr("Together with"))
            words.setProperty("role", "muted")
            together.addWidget(words)
            for box in self.companions:
                together.addWidget(box)
            together.addStretch(1)
            head.addLayout(together)
        for part in (self.list, self.empty):
            self._lists.addWidget(part)
        self.empty.say(
            self.tr("No slot is open for this job"),
            self.tr("Make slots on the interviews page, or type day and time below."),
            self.tr("Type day and time"),
        )
        other = QHBoxLayout()
        other.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 0)
        other.setSpacing(2 * UNIT)
        other.addWidget(self.other_time)
        other.addWidget(self.date)
        other.addWidget(self.time)
        other.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 4 * UNIT)
        foot.setSpacing(2 * UNIT)
        foot.addWidget(self._summary, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        above, below = QFrame(), QFrame()
        for line in (above, below):
            line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(above)
        column.addWidget(self._lists, 1)
        column.addWidget(below)
        column.addLayout(other)
        column.addLayout(foot)
        self.resize(150 * UNIT, 140 * UNIT)

    def _wire(self) -> None:
        self.list.slot_chosen.connect(self._on_chosen)
        self.list.slot_opened.connect(lambda _slot: self._on_go())
        self.empty.activated.connect(self._to_other_time)
        self.other_time.toggled.connect(self._on_other_time)
        self.date.dateChanged.connect(self._show_summary)
        self.time.timeChanged.connect(self._show_summary)
        self.go.clicked.connect(self._on_go)
        self.list.installEventFilter(self)

    # --- what is offered

    def _reload(self) -> None:
        now, row = self._clock.now_ms(), self.guests[0].row
        offered = [
            slot
            for slot in self._desk.slots()
            if slot.employer_id == row.employer_id and slot.job_id in {"", row.job_id} and not is_over(slot, now)
        ]
        self.list.show_slots(offered, self._slot_obstacle)
        self._lists.setCurrentWidget(self.list if offered else self.empty)
        self._show_summary()

    def _choose_present_or_first(self) -> None:
        row = self.guests[0].row
        if row.status == "interview_booked" and not row.handling.slot_id and row.appointment_at:
            self.other_time.setChecked(True)
        elif self.list.days.row_of(row.handling.slot_id) >= 0 and row.status == "interview_booked":
            self.list.choose(row.handling.slot_id)

    def _slot_obstacle(self, slot: InterviewSlot) -> str:
        return slot_obstacle(slot, self.coming())

    def _guest_obstacle(self, row: Application, first: Application) -> str:
        if row.employer_id != first.employer_id:
            return self.tr("with another employer")
        if row.status == "interview_booked" or may_step(row.status, "interview_booked"):
            return ""
        return self.tr("cannot be booked: {state}").format(state=status_words(row.status))

    def _other_time(self) -> int:
        return at(self.date.date(), self.time.time())

    def _show_summary(self) -> None:
        actions, coming = self.choice(), self.coming()
        self.go.setEnabled(bool(actions))
        self.go.setText(
            self.tr("Book {count} people").format(count=len(coming)) if len(coming) > 1 else self.tr("Book")
        )
        self._summary.setText(self._words(actions, coming))

    def _words(self, actions: list[BookInterview], coming: list[Application]) -> str:
        if not coming:
            return self.guests[0].obstacle
        if not actions:
            return self.tr("Choose a slot.")
        names = "、".join(self._name(row) for row in coming)
        slot = self.list.slot
        if self.other_time.isChecked() or slot is None:
            return f"{names} → {when_words(self._other_time(), self._clock.now_ms())}"
        left = free_places(slot) - _needed(slot, coming)
        free = self.tr("{left} of {capacity} places left then").format(left=left, capacity=slot.capacity)
        return f"{names} → {when_words(slot.starts_at, self._clock.now_ms())} · {free}"

    # --- doing

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, RowsChanged) and event.entities & {InterviewSlot.entity, "job"}:
            self._reload()

    def _on_chosen(self, slot: InterviewSlot | None) -> None:
        if slot is not None and self.list.hasFocus():
            self.other_time.setChecked(False)
        self._show_summary()

    def _on_other_time(self, other: bool) -> None:
        for box in (self.date, self.time):
            box.setEnabled(other)
        if other:
            self.date.setFocus()
        self._show_summary()

    def _to_other_time(self) -> None:
        self.other_time.setChecked(True)

    def _on_go(self) -> None:
        actions = self.choice()
        if not actions or self.result() == QDialog.DialogCode.Accepted:
            return
        self.accept()
        self.booked.emit(actions)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let figures choose the first nine slots that have room, from the list."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            figure = event.key() - Qt.Key.Key_1
            if 0 <= figure < _FIGURES and not event.modifiers():
                self._choose_number(figure)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.other_time.toggle()
            if not self.other_time.isChecked():
                self._focus_list()
        elif event.isAutoRepeat() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _focus_list(self) -> None:
        (self.list if self._lists.currentWidget() is self.list else self.empty).setFocus()

    def _choose_number(self, number: int) -> None:
        usable = [line.slot for line in self.list.days.lines if isinstance(line, SlotLine) and not line.obstacle]
        if number < len(usable):
            self.list.choose(usable[number].id)


def slot_obstacle(slot: InterviewSlot, coming: Sequence[Application]) -> str:
    """Return why *coming* cannot all be booked into *slot*, "" if they can."""
    needed = _needed(slot, coming)
    others = [row for row in coming if slot.job_id not in {"", row.job_id}]
    if others:
        return translate("BookingDialog", "only for one job: {job} does not fit").format(job=others[0].job_title)
    if not needed:
        return ""
    if slot.closed:
        return translate("BookingDialog", "closed")
    free = free_places(slot)
    if free == 0:
        return translate("BookingDialog", "full: {booked} of {capacity} places are booked").format(
            booked=slot.booked, capacity=slot.capacity
        )
    if free < needed:
        return translate("BookingDialog", "{free} free, {needed} needed").format(free=free, needed=needed)
    return ""


def _needed(slot: InterviewSlot, coming: Sequence[Application]) -> int:
    """Return how many more places these people take; who holds one already needs none."""
    return sum(not (row.status == "interview_booked" and row.handling.slot_id == slot.id) for row in coming)
