"""Broadcasts, hosts or cards side by side, with the uncertainty of each figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.errors import KzgError
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.spread import NOTHING_SPREAD, Spread
from kzg_desktop.review.whole import Review
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.interviews.segments import show_segment
from kzg_desktop.ui.review.compare_groups import AT_MOST, Group, card_groups, groups_of_broadcasts, groups_of_hosts
from kzg_desktop.ui.review.compare_table import CompareTable
from kzg_desktop.ui.review.interval_delegate import IntervalDelegate
from kzg_desktop.ui.review.plain_view import PlainView
from kzg_desktop.ui.review.timed_funnels import TimedFunnels
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ComparePane", "Compared"]

Compared: TypeAlias = Literal["broadcasts", "hosts", "cards"]

_TASK = "review.compare"
_LEAST = 33 * UNIT


class ComparePane(QWidget):
    """``failed`` carries an error."""

    failed = Signal(object)

    def __init__(
        self, desk: ReviewDesk, tasks: Tasks, clock: Clock, timed: TimedFunnels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timed = timed
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._kind: Compared = "cards"
        self._review: Review | None = None
        self._broadcasts: tuple[Broadcast, ...] = ()
        self._jobs: tuple[str, ...] = ()
        self._spread: Spread = NOTHING_SPREAD
        self.table = CompareTable(self)
        self.view = PlainView(self.table, self.tr("Comparison"))
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._hint = ElidedLabel()
        self._kinds: dict[Compared, QPushButton] = {}
        self._lay_out()
        timed.ready.connect(self._on_timed)
        timed.due.connect(lambda: self._on_timed("host"))
        self.show_kind("cards")

    @property
    def hint(self) -> str:
        """What is compared, and how to compare something else."""
        return self._hint.text()

    def stop(self) -> None:
        """Read no more; the page is about to go."""
        self._tasks.cancel(_TASK)

    def show_kind(self, kind: Compared) -> None:
        """Compare these from now on."""
        if kind != self._kind:
            self.table.apply(())  # what was compared does not stand under another word until this is read
        self._kind = kind
        for each, button in self._kinds.items():
            button.setChecked(each == kind)
        self._compare()

    def show_review(self, review: Review | None, jobs: Sequence[str] = ()) -> None:
        """Take cards from *review*; *jobs* are those that the user selected."""
        self._review, self._jobs = review, tuple(jobs)
        if self._kind == "cards":
            self._compare()

    def show_broadcasts(self, broadcasts: Sequence[Broadcast]) -> None:
        """Compare these broadcasts, or their hosts."""
        if tuple(broadcasts) != self._broadcasts:
            self._broadcasts = tuple(broadcasts)
            if self._kind != "cards":
                self._compare()

    def show_spread(self, spread: Spread) -> None:
        """Take hosts' totals from *spread*."""
        self._spread = spread
        if self._kind == "hosts":
            self._compare()

    # --- inside

    def _compare(self) -> None:
        self._tasks.cancel(_TASK)
        if self._kind == "cards":
            cards = self._review.cards if self._review is not None else ()
            self._show(card_groups(cards, self._jobs))
        elif self._kind == "hosts":
            wanted = list(dict.fromkeys(one.host_name for one in self._broadcasts if one.host_name))
            self._tasks.spawn(_TASK, self._compare_hosts(wanted))
        elif len(self._broadcasts) < 2:
            self._show([])
        else:
            self._tasks.spawn(_TASK, self._read(self._broadcasts[:AT_MOST]))

    async def _compare_hosts(self, wanted: Sequence[str]) -> None:
        timed = self._timed.known("host")
        if self.isVisible() and self._timed.is_due("host"):
            self._timed.read("host")
        now = self._clock.now_ms()
        self._show(await groups_of_hosts(self._desk, self._spread.broadcast, timed, wanted, now))

    def _on_timed(self, by: str) -> None:
        """The times of hosts have been read, or may be read again."""
        if self._kind == "hosts" and by == "host":
            self._compare()

    async def _read(self, broadcasts: Sequence[Broadcast]) -> None:
        try:
            groups = await groups_of_broadcasts(self._desk, broadcasts, self._clock.now_ms())
        except KzgError as error:
            self.failed.emit(error)
        else:
            self._show(groups)

    def _show(self, groups: Sequence[Group]) -> None:
        enough = len(groups) > 1
        self.table.apply(groups if enough else ())
        self._stack.setCurrentWidget(self.view if enough else self.empty)
        self._say()
        self._widen()

    def _say(self) -> None:
        chosen = len(self._broadcasts)
        match self._kind:
            case "cards":
                hint = self.tr("Select cards in the table to compare those; ✓ is better than all others for sure")
                empty = self.tr("It takes two cards on air to compare.")
            case "hosts":
                hint = self.tr("All broadcasts of each host; ✓ is better than all others for sure")
                empty = self.tr("It takes broadcasts of two hosts to compare.")
            case _:
                hint = self.tr("Select two to six broadcasts in the list; ✓ is better than all others for sure")
                if chosen > AT_MOST:
                    hint = self.tr("The first {most} of {count} selected").format(most=AT_MOST, count=chosen)
                empty = self.tr("Select two to six broadcasts in the list at the left, with Ctrl or Shift.")
        self._hint.setText(hint)
        self.empty.say(self.tr("Nothing to compare yet"), empty)

    def _widen(self) -> None:
        """Give each group the same room."""
        count = self.table.columnCount() - 1
        if count < 1:
            return
        self.view.fit(0)
        each = max(_LEAST, (self.view.viewport().width() - self.view.columnWidth(0)) // count)
        for column in range(1, count + 1):
            self.view.setColumnWidth(column, min(each, 80 * UNIT))

    def _lay_out(self) -> None:
        self._hint.setProperty("role", "muted")
        line = QHBoxLayout()
        line.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        line.setSpacing(0)
        kinds: tuple[tuple[Compared, str, str], ...] = (
            ("cards", self.tr("Cards"), "first"),
            ("broadcasts", self.tr("Broadcasts"), "middle"),
            ("hosts", self.tr("Hosts"), "last"),
        )
        for kind, words, place in kinds:
            button = QPushButton(autoDefault=False)
            button.setCheckable(True)
            button.setProperty("segment", place)
            show_segment(button, words)
            button.clicked.connect(partial(self.show_kind, kind))
            self._kinds[kind] = button
            line.addWidget(button)
        line.addSpacing(4 * UNIT)
        line.addWidget(self._hint, 1)
        self.view.verticalHeader().setDefaultSectionSize(7 * UNIT)
        self.view.setItemDelegate(IntervalDelegate(self.view, figure=16 * UNIT))
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()
