"""One moment of the broadcast: the card as it was, and the feed as it stood."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.review.timeline import Moment
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.moment_delegate import MomentDelegate
from kzg_desktop.ui.review.moment_feed import MomentFeed
from kzg_desktop.widgets.job_card import JobCard
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["MomentView"]


class MomentView(QWidget):
    """``left``: the user wants the whole broadcast again."""

    left = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = JobCard()
        self.feed = MomentFeed(self)
        self.view = QListView()
        self._heading = QLabel()
        self._heading.setProperty("role", "strong")
        self._none = QLabel(self.tr("No card was on air."), alignment=Qt.AlignmentFlag.AlignCenter)
        self._none.setProperty("role", "muted")
        self._cards = QStackedWidget()
        self._whole = QPushButton(self.tr("Whole broadcast"), autoDefault=True)
        self._whole.setToolTip(keymap.tip(self.tr("Back to the whole broadcast"), "review.whole"))
        self._whole.clicked.connect(self.left)
        self._lay_out()

    @property
    def heading(self) -> str:
        """When it is, in words."""
        return self._heading.text()

    def show_moment(self, moment: Moment) -> None:
        """Show *moment*."""
        words = self.tr("As it was at {time}").format(time=time_of_day(moment.at, form="%H:%M:%S"))
        self._heading.setText(words)
        if moment.segment is not None:
            self.card.show_job(moment.segment.card)
            self._cards.setCurrentIndex(0)
        else:
            self._cards.setCurrentIndex(1)
        self.feed.apply(moment.latest)

    def _lay_out(self) -> None:
        self.card.setMinimumHeight(28 * UNIT)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(5 * UNIT, 2 * UNIT, 4 * UNIT, 3 * UNIT)
        inside.addWidget(self.card)
        self._cards.addWidget(holder)
        self._cards.addWidget(self._none)
        self.view.setModel(self.feed)
        self.view.setItemDelegate(MomentDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Applications at that moment"))
        top = QHBoxLayout()
        top.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        top.addWidget(self._heading, 1)
        top.addWidget(self._whole)
        line = QFrame()
        line.setProperty("role", "hairline")
        upright = QFrame()
        upright.setProperty("role", "upright")
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._cards, 5)
        below.addWidget(upright)
        below.addWidget(self.view, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addLayout(below, 1)
