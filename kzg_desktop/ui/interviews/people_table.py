"""People as a table: who, how far, what is next. Names and phones are masked unless they may be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.ui.hr.words import day_words, due_words, duty_words, status_tone, status_words, when_words
from kzg_desktop.ui.interviews.people import Person
from kzg_desktop.widgets.tokens import number_font, tokens_for

__all__ = ["Column", "PeopleRole", "PeopleTable"]

_NO_PARENT = QModelIndex()


class Column(IntEnum):
    """What a column shows; a table has some of them."""

    WHEN = 0
    NAME = 1
    PHONE = 2
    JOB = 3
    STATE = 4
    REMINDED = 5
    TASK = 6
    DUE = 7
    PLACE = 8
    SINCE = 9


class PeopleRole(IntEnum):
    """``PERSON`` is the :class:`~kzg_desktop.ui.interviews.people.Person`."""

    PERSON = Qt.ItemDataRole.UserRole


class PeopleTable(QAbstractTableModel):
    """`apply`, `search`, `reveal` and `set_on_air` are the only mutators."""

    def __init__(self, columns: Sequence[Column], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._clock = clock
        self._all: list[Person] = []
        self._shown: list[Person] = []
        self._words: list[str] = []
        self._revealed = ""
        self._on_air = False
        self._texts: dict[Column, Callable[[Person], str]] = {
            Column.WHEN: self._when,
            Column.NAME: self.name_of,
            Column.PHONE: self._phone,
            Column.JOB: lambda each: each.row.job_title,
            Column.STATE: lambda each: status_words(each.row.status),
            Column.REMINDED: self._reminded,
            Column.TASK: lambda each: duty_words(each.duty),
            Column.DUE: lambda each: due_words(each.row.due_at, self._clock.now_ms()),
            Column.PLACE: lambda each: each.place,
            Column.SINCE: self._first_day,
        }

    @property
    def total(self) -> int:
        """How many people there are, shown or not."""
        return len(self._all)

    @property
    def revealed(self) -> str:
        """The application whose phone is shown, "" for none."""
        return self._revealed

    @property
    def people(self) -> Sequence[Person]:
        """Everybody, shown or not."""
        return tuple(self._all)

    def person_at(self, row: int) -> Person:
        """Return who stands in that row."""
        return self._shown[row]

    def row_of(self, application_id: str) -> int:
        """Return the row of that application, -1 when it is not shown."""
        return next((row for row, each in enumerate(self._shown) if each.row.id == application_id), -1)

    def name_of(self, person: Person) -> str:
        """Return the name as it may be shown now."""
        return mask_name(person.row.name) if self._on_air else person.row.name

    # --- changes

    def apply(self, people: Iterable[Person]) -> None:
        """Have these people in this order."""
        self._all = list(people)
        self._show()

    def search(self, text: str) -> None:
        """Show only people with every word of *text* in name, phone or job."""
        self._words = text.casefold().split()
        self._show()

    def reveal(self, application_id: str) -> None:
        """Show that application's phone, and no other; "" hides it again."""
        if application_id != self._revealed:
            self._revealed = application_id
            self._tell_all()

    def set_on_air(self, on: bool) -> None:
        """Mask names too while viewers may see the screen."""
        self._on_air = on
        if on:
            self._revealed = ""
        self._tell_all()

    def refresh_times(self) -> None:
        """Say anew what depends on the time of day."""
        self._tell_all()

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person, column = self._shown[index.row()], self.columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts[column](person)
        if role == PeopleRole.PERSON:
            return person
        if role == Qt.ItemDataRole.ForegroundRole:
            return tokens_for(QGuiApplication.palette()).color(self._tone(person, column))
        if role == Qt.ItemDataRole.FontRole:
            return _font(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._titles()[self.columns[section]] if role == Qt.ItemDataRole.DisplayRole else None

    def _titles(self) -> dict[Column, str]:
        return {
            Column.WHEN: self.tr("When"),
            Column.NAME: self.tr("Name"),
            Column.PHONE: self.tr("Phone"),
            Column.JOB: self.tr("Job"),
            Column.STATE: self.tr("State"),
            Column.REMINDED: self.tr("Reminder"),
            Column.TASK: self.tr("To do"),
            Column.DUE: self.tr("Due"),
            Column.PLACE: self.tr("Place"),
            Column.SINCE: self.tr("First day"),
        }

    # --- cells

    def _when(self, person: Person) -> str:
        if person.row.status in {"passed", "hired"}:
            return self._first_day(person)
        return when_words(person.row.appointment_at, self._clock.now_ms())

    def _first_day(self, person: Person) -> str:
        starts_on = person.row.handling.starts_on
        return day_words(starts_on, self._clock.now_ms()) if starts_on else ""

    def _phone(self, person: Person) -> str:
        revealed = person.row.id == self._revealed and not self._on_air
        return person.row.phone if revealed or "*" in person.row.phone else mask_phone(person.row.phone)

    def _reminded(self, person: Person) -> str:
        given = person.row.handling.reminded
        if person.duty is not None and person.is_due_to_remind:
            if person.duty.due_at <= self._clock.now_ms():
                return self.tr("Remind now")
            return self.tr("due {when}").format(when=when_words(person.duty.due_at, self._clock.now_ms()))
        return self.tr("given") if given else "–"

    def _tone(self, person: Person, column: Column) -> str:
        now = self._clock.now_ms()
        if column == Column.STATE:
            return status_tone(person.row.status)
        overdue = person.duty is not None and person.duty.due_at <= now
        if column == Column.REMINDED:
            return "amber" if person.is_due_to_remind and overdue else "text_muted"
        if column == Column.DUE:
            return "over" if overdue else "text_muted"
        return "text" if column in {Column.NAME, Column.TASK, Column.WHEN} else "text_muted"

    # --- what is shown

    def _matches(self, person: Person) -> bool:
        row = person.row
        text = f"{row.name}\n{row.phone}\n{row.job_title}\n{person.place}".casefold()
        return all(word in text for word in self._words)

    def _show(self) -> None:
        target = [each for each in self._all if self._matches(each)]
        kept = {each.row.id for each in target}
        for row in reversed(range(len(self._shown))):
            if self._shown[row].row.id not in kept:
                self.beginRemoveRows(_NO_PARENT, row, row)
                del self._shown[row]
                self.endRemoveRows()
        if target and not self._shown:  # all at once: a slot may have thousands
            self.beginInsertRows(_NO_PARENT, 0, len(target) - 1)
            self._shown = target
            self.endInsertRows()
            return
        held = {each.row.id for each in self._shown}
        for row, person in enumerate(target):
            self._place(row, person, is_new=person.row.id not in held)

    def _place(self, row: int, person: Person, *, is_new: bool) -> None:
        here = row < len(self._shown) and self._shown[row].row.id == person.row.id
        at = row if here else -1 if is_new else self.row_of(person.row.id)
        if at < 0:
            self.beginInsertRows(_NO_PARENT, row, row)
            self._shown.insert(row, person)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(_NO_PARENT, at, at, _NO_PARENT, row)
            self._shown.insert(row, self._shown.pop(at))
            self.endMoveRows()
        if self._shown[row] != person:
            self._shown[row] = person
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def _tell_all(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _font(column: Column) -> QFont | None:
    """Figures stand in columns of equal width."""
    if column not in {Column.PHONE, Column.WHEN, Column.DUE, Column.SINCE}:
        return None
    return number_font(QGuiApplication.font())
