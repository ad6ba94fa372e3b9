"""The right pane: who applied, as it happens; counts, filters and search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import Clock
from kzg_desktop.ui.live.feed import Feed
from kzg_desktop.ui.live.feed_filters import FeedFilters
from kzg_desktop.ui.live.feed_view import FeedView
from kzg_desktop.ui.live.figures import MINUTES_SHOWN, per_minute
from kzg_desktop.ui.live.freshness import Freshness
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.sparkline import Sparkline
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FeedPane"]


class FeedPane(QFrame):
    """Turns filters and search into the feed's query, and shows what the feed lists."""

    search_left = Signal()

    def __init__(self, stage: Stage, feed: Feed, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._stage = stage
        self._feed = feed
        self.freshness = Freshness(clock, self)
        self.view = FeedView(feed.table, self.freshness, self)
        self.filters = FeedFilters(stage, self)
        self.sparkline = Sparkline(self)
        self._counter = QLabel(self)
        self._counter.setProperty("role", "strong")
        self._rate = QLabel(self)
        self._rate.setProperty("role", "caption")
        self._slow = QProgressBar(self, minimum=0, maximum=0, textVisible=False)
        self._empty = EmptyState(self)
        self.pill = QPushButton(self.view)
        self.pill.setProperty("kind", "primary")
        self.pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self._counter)
        figures.addWidget(self._rate)
        head = QHBoxLayout()
        head.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        head.setSpacing(4 * UNIT)
        head.addLayout(figures)
        head.addWidget(self.sparkline, 1)
        filters = QVBoxLayout()
        filters.setContentsMargins(3 * UNIT, 0, 3 * UNIT, UNIT)
        filters.addWidget(self.filters)
        lists = QWidget(self)
        self._stack = QStackedLayout(lists)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(filters)
        layout.addWidget(self._slow)
        layout.addWidget(lists, 1)
        policy = self._slow.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._slow.setSizePolicy(policy)
        self._slow.hide()
        self.pill.hide()

    def _connect(self) -> None:
        self._stage.changed.connect(self._show)
        self._stage.broadcast_opened.connect(self._on_broadcast_opened)
        self._feed.arrived.connect(self._on_arrived)
        self._feed.table.rowsAboutToBeInserted.connect(self._remember_newest)
        self._feed.listed.connect(self._show_emptiness)
        self._feed.table.rowsRemoved.connect(self._show_emptiness)
        self._feed.slow_changed.connect(self._slow.setVisible)
        self.filters.query_changed.connect(self._list)
        self.filters.search.left.connect(self.search_left)
        self.view.unseen_changed.connect(self._on_unseen_changed)
        self.pill.clicked.connect(self.view.go_to_top)
        self.view.installEventFilter(self)

    @property
    def counter(self) -> str:
        """The count shown, in words."""
        return f"{self._counter.text()} · {self._rate.text()}"

    @property
    def empty_title(self) -> str:
        """What the pane says in place of rows, "" while there are some."""
        return self._empty.title if self._stack.currentWidget() is self._empty else ""

    @property
    def is_slow(self) -> bool:
        """Whether the sign of a long search shows."""
        return self._slow.isVisible()

    def stop(self) -> None:
        """Do nothing more."""
        self.filters.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self._place_pill()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pill()

    # --- following

    def _show(self) -> None:
        counts = self._stage.counts
        values = per_minute(counts.per_minute, self._stage.now_ms())
        self._counter.setText(self.tr("{0} applied").format(f"{counts.total:,}"))
        self._rate.setText(self.tr("{0} this minute · {1} again").format(values[-1], f"{counts.repeats:,}"))
        self.sparkline.show_values(
            values,
            self.tr("Applications per minute, last {0} min; most {1}").format(MINUTES_SHOWN, max(values)),
        )

    def _on_broadcast_opened(self) -> None:
        self.filters.clear_search()
        self._list()

    def _list(self) -> None:
        self._feed.show(self.filters.query)

    def _remember_newest(self) -> None:
        self._newest_before = self._feed.table.newest

    def _on_arrived(self, _count: int) -> None:
        self.freshness.arrived(self._newest_before)
        self._show_emptiness()

    def _on_unseen_changed(self, unseen: int) -> None:
        self.pill.setText(self.tr("↑ {0} new").format(f"{unseen:,}"))
        self.pill.setVisible(unseen > 0)
        self._place_pill()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        top = self.view.horizontalHeader().height() + 2 * UNIT
        self.pill.move((self.view.width() - self.pill.width()) // 2, top)

    def _show_emptiness(self) -> None:
        empty = self._feed.table.rowCount() == 0
        if empty:
            self._say_why_empty()
        self._stack.setCurrentIndex(1 if empty else 0)

    def _say_why_empty(self) -> None:
        query = self._feed.query
        if query.text or query.job_id or query.channel:
            self._empty.say(
                self.tr("No application matches"),
                self.tr("Try another word, or widen the filters."),
            )
        else:
            self._empty.say(
                self.tr("No applications yet"),
                self.tr("They appear here within a second after a viewer signs up."),
            )
