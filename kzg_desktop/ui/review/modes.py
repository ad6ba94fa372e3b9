"""Broadcasts, days and campaigns: which of them is looked at, with its list at the left and what it shows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.review.campaign import Campaign
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.digest import Digest
from kzg_desktop.review.reading import Totals
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.broadcast_list import BroadcastList
from kzg_desktop.ui.review.campaigns_mode import CampaignsMode
from kzg_desktop.ui.review.days_mode import DaysMode
from kzg_desktop.ui.review.side import MODES, Mode, Side
from kzg_desktop.ui.review.totals_mode import TotalsMode

__all__ = ["Modes"]

Totalled: TypeAlias = TotalsMode[Digest] | TotalsMode[Campaign]


class Modes(QObject):
    """``side`` is the left of the page, ``right`` what is shown beside it: *review* for a broadcast.

    ``said`` and ``failed`` as :class:`TotalsMode`'s; ``broadcast_requested`` carries the id of a broadcast to open.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    broadcast_requested = Signal(str)

    def __init__(
        self,
        desk: ReviewDesk,
        tasks: Tasks,
        clock: Clock,
        keymap: Keymap,
        page: QWidget,
        *,
        broadcasts: BroadcastList,
        review: QWidget,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._broadcasts = broadcasts
        self._review = review
        self.current: Mode = "broadcasts"
        self.days = DaysMode(desk, tasks, clock, keymap, page)
        self.campaigns = CampaignsMode(desk, tasks, clock, keymap, page)
        self.side = Side({"broadcasts": broadcasts, "days": self.days.list, "campaigns": self.campaigns.list})
        self.right = QStackedWidget()
        for part in (review, self.days.view, self.campaigns.view):
            self.right.addWidget(part)
        self.side.mode_chosen.connect(lambda mode: self.show_mode(next(each for each in MODES if each == mode)))
        broadcasts.counted.connect(lambda _count: self._show_count())
        for each in self._totalled:
            each.said.connect(self.said)
            each.failed.connect(self.failed)
            each.view.breakdown.broadcast_requested.connect(self.broadcast_requested)

    @property
    def totals(self) -> Totalled | None:
        """Days or campaigns, None while broadcasts are looked at."""
        return {"broadcasts": None, "days": self.days, "campaigns": self.campaigns}[self.current]

    def stop(self) -> None:
        """Read no more; the page is about to go."""
        for each in self._totalled:
            each.stop()

    def show_mode(self, mode: Mode) -> None:
        """Look at broadcasts, days or campaigns."""
        if mode != self.current and (before := self.totals) is not None:
            before.leave()
        self.current = mode
        entered = self.totals
        had_focus = self.side.lists_have_focus()
        self.side.show_mode(mode)
        self._show_count()
        self.right.setCurrentWidget(self._review if entered is None else entered.view)
        self._page.setFocusProxy(self._broadcasts if entered is None else entered.list)
        if had_focus:  # else the next field would get it, and keep the keys that go along the list
            self._page.setFocus()
        if entered is not None:
            entered.enter()

    def show_totals(self, totals: Mapping[str, Totals] | None) -> None:
        """List days and campaigns; *totals* by broadcast id, None while they are counted."""
        for each in self._totalled:
            each.show_totals(totals)
        self._show_count()

    def refresh(self) -> None:
        """Something changed."""
        for each in self._totalled:
            each.refresh()

    def step(self, by: int) -> None:
        """Go along the list that is shown."""
        shown = self.totals
        (self._broadcasts if shown is None else shown.list).step(by)

    def to_search(self) -> None:
        """Give the keyboard to what finds an entry of the list."""
        if self.current == "broadcasts":
            self._broadcasts.to_search()
        else:
            (self.days.day if self.current == "days" else self.campaigns.search).setFocus()

    @property
    def _totalled(self) -> tuple[Totalled, ...]:
        return self.days, self.campaigns

    def _show_count(self) -> None:
        shown = self.totals
        self.side.show_count(self._broadcasts.count if shown is None else f"{shown.list.model.rowCount():,}")
