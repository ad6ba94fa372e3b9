"""Interview slots as one list under the headings of their days: today first, then what comes, what is over folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_plan import clashes

__all__ = ["PAST", "DayHeading", "SlotDays", "SlotLine", "SlotRole"]

PAST = 0
"""Stands for all days before today where a day's midnight would."""

_NO_PARENT = QModelIndex()


class DayHeading(Struct, frozen=True):
    """A day, by its midnight in China (UTC ms) or :data:`PAST`; what is booked of all places; whether it is folded."""

    day: int
    slots: int
    booked: int
    capacity: int
    folded: bool = False

    @property
    def key(self) -> str:
        return f"day {self.day}"


class SlotLine(Struct, frozen=True):
    """One slot. ``clash``: another one needs its place then. ``obstacle``: why it cannot be chosen, "" if it can."""

    slot: InterviewSlot
    clash: bool = False
    obstacle: str = ""
    past: bool = False

    @property
    def key(self) -> str:
        return self.slot.id


Line: TypeAlias = DayHeading | SlotLine


class SlotRole(IntEnum):
    """``LINE`` is the :class:`DayHeading` or :class:`SlotLine`."""

    LINE = Qt.ItemDataRole.UserRole


class SlotDays(QAbstractListModel):
    """`apply` and `fold` are the only mutators. *say* gives the words of a line for screen readers."""

    def __init__(self, say: Callable[[Line], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._lines: list[Line] = []
        self._slots: tuple[InterviewSlot, ...] = ()
        self._today = 0
        self._obstacle: Callable[[InterviewSlot], str] = _none
        self._folded: set[int] = {PAST}

    @property
    def lines(self) -> Sequence[Line]:
        """What is listed, from the top."""
        return tuple(self._lines)

    def line_at(self, row: int) -> Line | None:
        """Return that line, None beyond the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: str) -> int:
        """Return the row of a slot's id or a heading's key, -1 when it is not listed."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def apply(
        self, slots: Iterable[InterviewSlot], now: int, obstacle: Callable[[InterviewSlot], str] | None = None
    ) -> None:
        """List these slots and no others, as seen at *now* (UTC ms)."""
        self._slots = tuple(slots)
        self._today = china_midnight(now)
        self._obstacle = obstacle or _none
        self._show()

    def fold(self, day: int, *, folded: bool) -> None:
        """Hide or show the slots of a day, or of :data:`PAST`."""
        if folded:
            self._folded.add(day)
        else:
            self._folded.discard(day)
        self._show()

    def reveal(self, slot_id: str) -> None:
        """Unfold what hides that slot."""
        for slot in self._slots:
            if slot.id == slot_id and (day := self._day(slot)) in self._folded:
                self.fold(day, folded=False)

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == SlotRole.LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._say(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, SlotLine):
            return self._say(line)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = self._lines[index.row()]
        if isinstance(line, SlotLine) and line.obstacle:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # --- what is listed

    def _day(self, slot: InterviewSlot) -> int:
        midnight = china_midnight(slot.starts_at)
        return midnight if midnight >= self._today else PAST

    def _wanted(self) -> list[Line]:
        days: dict[int, list[InterviewSlot]] = {}
        for slot in sorted(self._slots, key=lambda slot: (slot.starts_at, slot.place, slot.id)):
            days.setdefault(self._day(slot), []).append(slot)
        past = days.pop(PAST, [])[::-1]  # the latest first
        lines: list[Line] = []
        for day, slots in [*days.items(), *([(PAST, past)] if past else [])]:
            folded = day in self._folded
            lines.append(
                DayHeading(day, len(slots), sum(s.booked for s in slots), sum(s.capacity for s in slots), folded)
            )
            if not folded:
                lines += [self._line(slot, slots, past=day == PAST) for slot in slots]
        return lines

    def _line(self, slot: InterviewSlot, same_day: list[InterviewSlot], *, past: bool) -> SlotLine:
        clash = not past and bool(clashes(slot, same_day))
        return SlotLine(slot, clash, self._obstacle(slot), past)

    def _show(self) -> None:
        wanted = self._wanted()
        kept = {line.key for line in wanted}
        for row in reversed(range(len(self._lines))):
            if self._lines[row].key not in kept:
                self.beginRemoveRows(_NO_PARENT, row, row)
                del self._lines[row]
                self.endRemoveRows()
        for row, line in enumerate(wanted):
            self._place(row, line)

    def _place(self, row: int, line: Line) -> None:
        here = row < len(self._lines) and self._lines[row].key == line.key
        at = row if here else self.row_of(line.key)
        if at < 0:
            self.beginInsertRows(_NO_PARENT, row, row)
            self._lines.insert(row, line)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(_NO_PARENT, at, at, _NO_PARENT, row)
            self._lines.insert(row, self._lines.pop(at))
            self.endMoveRows()
        if self._lines[row] != line:
            self._lines[row] = line
            index = self.index(row)
            self.dataChanged.emit(index, index)


def _none(_slot: InterviewSlot) -> str:
    return ""
