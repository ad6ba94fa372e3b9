"""A list of people with its heading, a search, what can be done with whoever is chosen, and words when it is empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from kzg_desktop.domain.clock import Clock
from kzg_desktop.ui.interviews.deeds import Deeds
from kzg_desktop.ui.interviews.people import Person
from kzg_desktop.ui.interviews.people_table import Column, PeopleTable
from kzg_desktop.ui.interviews.people_view import PeopleView
from kzg_desktop.ui.interviews.questions import FirstDayDialog, LeavingDialog
from kzg_desktop.ui.interviews.step_bar import StepBar
from kzg_desktop.ui.interviews.steps import Step, StepGroup, is_possible
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["PeoplePane"]


class PeoplePane(QFrame):
    """Shows people and takes their steps through *deeds*. ``move_wanted`` carries applications for another slot."""

    move_wanted = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        groups: Sequence[StepGroup],
        *,
        deeds: Deeds,
        clock: Clock,
        keymap: Keymap,
    ) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._deeds = deeds
        self._clock = clock
        self._first_day = 0
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._about = ElidedLabel()
        self._about.setProperty("role", "muted")
        self.table = PeopleTable(columns, clock, self)
        self.view = PeopleView(self.table, self.tr("People"))
        self.empty = EmptyState()
        self._no_match = EmptyState()
        self.search = SearchField(self.tr("Name, phone or job  ( / )"))
        self.bar = StepBar(groups, keymap)
        self._lists = QStackedWidget()
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.view)

    # --- what is shown

    def say(self, title: str, about: str) -> None:
        """Show this heading."""
        self._title.setText(title)
        self._about.setText(about)
        self.view.setAccessibleName(title)

    @property
    def words(self) -> str:
        """The heading and what stands beside it."""
        return f"{self._title.text()} {self._about.text()}".strip()

    def show_people(self, people: Iterable[Person]) -> None:
        """List these people."""
        had_keyboard = self._has_keyboard()
        self.table.apply(people)
        self._settle()
        if had_keyboard and (part := self._lists.currentWidget()) is not None:
            part.setFocus()

    def set_on_air(self, on: bool) -> None:
        """Mask names while viewers may see them."""
        self.table.set_on_air(on)

    def refresh_times(self) -> None:
        """Say anew what depends on the time of day."""
        self.table.refresh_times()

    # --- by keys

    def take(self, step: Step) -> None:
        """Take that step for whoever is chosen, asking what has to be known."""
        people = [each for each in self.view.people() if is_possible(step, each)]
        if not people:
            return
        if step in {"passed", "left"}:
            self._ask(step, people)
        else:
            self._deeds.take(step, people)

    def remind(self) -> None:
        """Record that whoever is chosen was reminded."""
        self._deeds.remind(self.view.people())

    def reveal(self) -> None:
        """Show the phone of whoever is chosen, or hide it again."""
        people = self.view.people()
        if len(people) != 1:
            return
        if self.table.revealed == people[0].row.id:
            self.table.reveal("")
        else:
            self._deeds.reveal(people[0].row)

    def move_people(self) -> None:
        """Ask for another slot for whoever is chosen."""
        rows = [each.row for each in self.view.people() if each.row.status in {"interview_booked", "no_show"}]
        if rows:
            self.move_wanted.emit(rows)

    def to_search(self) -> None:
        """Go to the search."""
        self.search.setFocus()
        self.search.selectAll()

    # --- inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        top.setSpacing(3 * UNIT)
        top.addWidget(self._title)
        top.addWidget(self._about, 1)
        self.search.setFixedWidth(52 * UNIT)
        top.addWidget(self.search)
        self.top = top
        for part in (self.view, self.empty, self._no_match):
            self._lists.addWidget(part)
        self._line = QFrame()
        self._line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._lists, 1)
        column.addWidget(self._line)
        column.addWidget(self.bar)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.left.connect(self.view.setFocus)
        self.search.returnPressed.connect(self.view.setFocus)
        self._no_match.say(
            self.tr("Nobody matches"), self.tr("Try a part of the name, or the last digits."), self.tr("Show everybody")
        )
        self._no_match.activated.connect(self.search.clear)
        down = QShortcut(QKeySequence(QKeyCombination(Qt.Key.Key_Down)), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.view.setFocus)
        self.view.chosen.connect(self._on_chosen)
        self.bar.step_wanted.connect(self.take)
        self.bar.remind_wanted.connect(self.remind)
        self.bar.phone_wanted.connect(self.reveal)
        self.bar.move_wanted.connect(self.move_people)
        self._deeds.revealed.connect(self._on_revealed)

    def _on_search(self, text: str) -> None:
        self.table.search(text)
        self._settle()

    def _settle(self) -> None:
        shown = self.table.rowCount() > 0
        part = self.view if shown else self._no_match if self.table.total else self.empty
        self._lists.setCurrentWidget(part)
        self.setFocusProxy(part)
        self.search.setVisible(self.table.total > 0)
        self.bar.setVisible(self.table.total > 0)
        self._line.setVisible(self.table.total > 0)
        self.view.settle()

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self._lists.isAncestorOf(focus)

    def _on_chosen(self) -> None:
        people = self.view.people()
        if self.table.revealed and [self.table.revealed] != [each.row.id for each in people]:
            self.table.reveal("")  # seen by whoever asked for it, and gone with the next
        self.bar.show_for(people, may_see=self._deeds.may_see)

    def _on_revealed(self, application_id: str) -> None:
        if [application_id] == [each.row.id for each in self.view.people()]:
            self.table.reveal(application_id)

    def _ask(self, step: Step, people: list[Person]) -> None:
        names = self._deeds.names([each.row for each in people])
        if step == "left":
            leaving = LeavingDialog(names, self)
            leaving.answered.connect(lambda reason, words: self._deeds.leave(people, reason, words))
            leaving.open()
            return
        first_day = FirstDayDialog(names, self._clock.now_ms(), self._first_day, self)
        first_day.answered.connect(lambda day: self._pass(people, day))
        first_day.open()

    def _pass(self, people: list[Person], day: int) -> None:
        self._first_day = day  # the next one most likely starts with this one
        self._deeds.take("passed", people, asked=True, starts_on=day)
