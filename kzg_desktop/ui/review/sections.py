"""What lies beneath the course: cards, minutes, funnel, comparison, promises; each filled when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, TypeAlias, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.spread import Spread
from kzg_desktop.review.whole import Review
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.interviews.segments import show_segment
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.card_view import CardView
from kzg_desktop.ui.review.compare_pane import ComparePane
from kzg_desktop.ui.review.funnel_pane import FunnelPane
from kzg_desktop.ui.review.multiples_pane import MultiplesPane
from kzg_desktop.ui.review.promise_pane import PromisePane
from kzg_desktop.ui.review.reading import Opened
from kzg_desktop.ui.review.timed_funnels import TimedFunnels
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SECTIONS", "Section", "Sections"]

Section: TypeAlias = Literal["cards", "minutes", "funnel", "compare", "promises"]
SECTIONS: tuple[Section, ...] = get_args(Section)


class Sections(QWidget):
    """``job_chosen`` carries the job chosen in a section, "" for none."""

    job_chosen = Signal(str)
    failed = Signal(object)

    def __init__(
        self, desk: ReviewDesk, tasks: Tasks, clock: Clock, keymap: Keymap, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keymap = keymap
        self._opened: Opened | None = None
        self._stale: set[Section] = set(SECTIONS)
        self.cards = CardView()
        self.minutes = MultiplesPane()
        timed = TimedFunnels(desk, tasks, self)
        self.funnel = FunnelPane(desk, tasks, timed)
        self.compare = ComparePane(desk, tasks, clock, timed)
        self.promises = PromisePane()
        self._parts: dict[Section, QWidget] = {
            "cards": self.cards,
            "minutes": self.minutes,
            "funnel": self.funnel,
            "compare": self.compare,
            "promises": self.promises,
        }
        self._tabs: dict[Section, QPushButton] = {}
        self._stack = QStackedWidget()
        self._section: Section = "cards"
        self._lay_out()
        self.cards.job_chosen.connect(self._on_job)
        self.cards.cards_selected.connect(self._on_cards)
        self.minutes.chart.job_chosen.connect(lambda job_id: self.cards.choose([job_id]))
        self.funnel.failed.connect(self.failed)
        self.compare.failed.connect(self.failed)
        self.show_section("cards")

    def stop(self) -> None:
        """The page is about to go."""
        self.funnel.stop()
        self.compare.stop()

    @property
    def opened(self) -> Opened | None:
        """What they are of."""
        return self._opened

    @property
    def section(self) -> Section:
        """Which one is shown."""
        return self._section

    def show_section(self, section: Section) -> None:
        """Show that section, with what is known by now."""
        self._section = section
        for each, tab in self._tabs.items():
            tab.setChecked(each == section)
        self._stack.setCurrentWidget(self._parts[section])
        self.setFocusProxy(self.cards if section == "cards" else self._tabs[section])
        self._fill()

    def show_opened(self, opened: Opened | None) -> None:
        """Show the sections of that review, or nothing."""
        self._opened = opened
        self._stale = set(SECTIONS)
        changed = {(one.job_id, one.field) for one in opened.review.promises} if opened is not None else set()
        self._say_tab("promises", len(changed))
        self._fill()

    def show_spread(self, spread: Spread) -> None:
        """Take totals over all broadcasts."""
        self.funnel.show_spread(spread)
        self.compare.show_spread(spread)

    def show_broadcasts(self, broadcasts: Sequence[Broadcast]) -> None:
        """Compare these."""
        self.compare.show_broadcasts(broadcasts)

    # --- inside

    def _fill(self) -> None:
        section = self._section
        if section in self._stale:
            self._stale.discard(section)
            fill: dict[Section, Callable[[], None]] = {
                "cards": self._fill_cards,
                "minutes": lambda: self.minutes.show_cards(self._opened.minutes if self._opened is not None else []),
                "funnel": lambda: self.funnel.show_review(self._review),
                "compare": lambda: self.compare.show_review(self._review, self._jobs()),
                "promises": lambda: self.promises.show_review(self._review),
            }
            fill[section]()

    @property
    def _review(self) -> Review | None:
        return self._opened.review if self._opened is not None else None

    def _fill_cards(self) -> None:
        if self._opened is None:
            self.cards.show_cards((), {})
            return
        cards = self._opened.review.cards
        unknown = [card.job_id for card in cards if card.job_id and not card.title]
        found = {id_: job.title for id_ in unknown if (job := self._desk.job(id_)) is not None}
        self.cards.show_cards(cards, found)

    def _jobs(self) -> list[str]:
        return [card.job_id for card in self.cards.cards()]

    def _on_job(self, job_id: str) -> None:
        self.minutes.chart.choose_job(job_id)
        self.job_chosen.emit(job_id)

    def _on_cards(self) -> None:
        self._stale.add("compare")

    # --- building

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        tabs.setSpacing(0)
        for place, section in enumerate(SECTIONS):
            tab = QPushButton(autoDefault=False)
            tab.setCheckable(True)
            tab.setProperty("segment", "first" if place == 0 else "last" if place == len(SECTIONS) - 1 else "middle")
            tab.clicked.connect(partial(self.show_section, section))
            self._tabs[section] = tab
            self._say_tab(section)
            tabs.addWidget(tab)
            self._stack.addWidget(self._parts[section])
        tabs.addStretch(1)
        line = QFrame()
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(line)
        column.addWidget(self._stack, 1)

    def _say_tab(self, section: Section, count: int = 0) -> None:
        words = {
            "cards": self.tr("Cards"),
            "minutes": self.tr("Minute by minute"),
            "funnel": self.tr("Funnel"),
            "compare": self.tr("Compare"),
            "promises": self.tr("Promise check"),
        }[section]
        show_segment(self._tabs[section], f"{words}  {count}" if count else words)
        self._tabs[section].setToolTip(self._keymap.tip(words, f"review.{section}"))
