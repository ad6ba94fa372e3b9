"""The list of interview slots: arrows or J and K move, Enter opens or folds, Del removes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_days import DayHeading, SlotDays, SlotLine
from kzg_desktop.models.slot_plan import ends_at
from kzg_desktop.ui.interviews.slot_delegate import SlotDelegate
from kzg_desktop.ui.interviews.slot_words import line_words

__all__ = ["SlotList"]

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SlotList(QListView):
    """Keeps its line chosen through every change. Headings fold with a click, Enter, or the arrows left and right.

    ``slot_chosen`` carries the slot that is chosen, or None; ``slot_opened`` one that Enter or a double click opened.
    """

    slot_chosen = Signal(object)
    slot_opened = Signal(object)
    removal_wanted = Signal()

    def __init__(self, clock: Clock, job_of: Callable[[str], Job | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.days = SlotDays(lambda line: line_words(line, clock.now_ms(), job_of), self)
        self.setModel(self.days)
        self.setItemDelegate(SlotDelegate(clock, job_of, self))
        self.setAccessibleName(self.tr("Interview slots"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._pressed_day: int | None = None
        self.selectionModel().currentChanged.connect(self._on_current)
        self.days.dataChanged.connect(self._on_changed)

    @property
    def slot(self) -> InterviewSlot | None:
        """The slot chosen, None on a heading."""
        line = self.days.line_at(self.currentIndex().row())
        return line.slot if isinstance(line, SlotLine) else None

    @property
    def slot_id(self) -> str:
        """The id of the slot chosen, "" on a heading."""
        slot = self.slot
        return slot.id if slot is not None else ""

    def show_slots(
        self, slots: Iterable[InterviewSlot], obstacle: Callable[[InterviewSlot], str] | None = None
    ) -> None:
        """List these slots, with why one cannot be chosen. If none is, the first that is not over yet is chosen."""
        gone = self.currentIndex().row()
        self.days.apply(slots, self._clock.now_ms(), obstacle)
        if not self._usable(self.currentIndex().row()):
            rows = [row for row in range(self.days.rowCount()) if self._is_slot(row) and self._usable(row)]
            self._choose_row(min(rows, key=lambda row: self._is_over(row) if gone < 0 else abs(row - gone), default=-1))

    def choose(self, slot_id: str) -> None:
        """Choose that slot, unfolding its day."""
        self.days.reveal(slot_id)
        self._choose_row(self.days.row_of(slot_id))

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) slot that can be chosen, or a day that is folded."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.days.rowCount() and not self._stops_at(row):
            row += by
        if self._stops_at(row):
            self._choose_row(row)
            self.scrollTo(self.days.index(max(0, row - 1)))  # with the day that it is of
            self.scrollTo(self.currentIndex())

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.days.line_at(self.currentIndex().row())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not plain or line is None:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._open(line)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and isinstance(line, DayHeading):
            self.days.fold(line.day, folded=event.key() == Qt.Key.Key_Left)
        elif event.key() == Qt.Key.Key_Left:
            self._to_day()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if not event.isAutoRepeat():
                self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.days.line_at(self.indexAt(event.position().toPoint()).row())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_day = line.day if left and isinstance(line, DayHeading) else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        line = self.days.line_at(self.indexAt(event.position().toPoint()).row())
        pressed, self._pressed_day = self._pressed_day, None
        if isinstance(line, DayHeading) and line.day == pressed:  # a double click presses once
            self.days.fold(line.day, folded=not line.folded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.days.line_at(self.indexAt(event.position().toPoint()).row())
        if isinstance(line, SlotLine) and not line.obstacle:
            self.slot_opened.emit(line.slot)

    # --- inside

    def _open(self, line: DayHeading | SlotLine) -> None:
        if isinstance(line, DayHeading):
            self.days.fold(line.day, folded=not line.folded)
        elif not line.obstacle:
            self.slot_opened.emit(line.slot)

    def _usable(self, row: int) -> bool:
        line = self.days.line_at(row)
        return line is not None and not (isinstance(line, SlotLine) and line.obstacle)

    def _stops_at(self, row: int) -> bool:
        line = self.days.line_at(row)
        return line.folded if isinstance(line, DayHeading) else self._usable(row)

    def _to_day(self) -> None:
        """Choose the day of the slot chosen."""
        row = self.currentIndex().row()
        while row > 0 and self._is_slot(row):
            row -= 1
        self._choose_row(row)

    def _is_slot(self, row: int) -> bool:
        return isinstance(self.days.line_at(row), SlotLine)

    def _is_over(self, row: int) -> bool:
        line = self.days.line_at(row)
        return isinstance(line, SlotLine) and ends_at(line.slot) <= self._clock.now_ms()

    def _choose_row(self, row: int) -> None:
        index = self.days.index(row) if row >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        if row >= 0:
            self.scrollTo(index)

    def _on_current(self) -> None:
        self.slot_chosen.emit(self.slot)

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self.slot_chosen.emit(self.slot)
