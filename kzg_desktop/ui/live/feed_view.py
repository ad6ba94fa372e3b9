"""The table of the feed. What the eye is on stays where it is when rows come in above."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kzg_desktop.models.application_table import ApplicationRole, ApplicationTable
from kzg_desktop.models.application_text import ApplicationColumn
from kzg_desktop.ui.live.feed_rows import FeedRows, RowLook, feed_font
from kzg_desktop.ui.live.freshness import Freshness
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FEED_ROW_HEIGHT", "FeedView"]

FEED_ROW_HEIGHT = 7 * UNIT

_WIDEST = {
    ApplicationColumn.TIME: "00:00:00",
    ApplicationColumn.NAME: "欧阳**",
    ApplicationColumn.PHONE: "138****0000",
    ApplicationColumn.CITY: "石家庄",
    ApplicationColumn.CHANNEL: "Kuaishou ↻",
}


class FeedView(QTableView):
    """Fixed rows and columns; at the top it follows the newest, further down it holds still."""

    unseen_changed = Signal(int)
    """So many rows came in above since the user left the top."""

    def __init__(self, model: ApplicationTable, freshness: Freshness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unseen = 0
        self._held: tuple[int, int] | None = None
        self.setModel(model)
        self._table = model
        self._rows = FeedRows(freshness, self.font())
        self._set_up()
        model.rowsAboutToBeInserted.connect(self._hold)
        model.modelAboutToBeReset.connect(self._hold)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.modelReset.connect(self._restore)
        freshness.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Live feed"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(FEED_ROW_HEIGHT)
        rows.setDefaultSectionSize(FEED_ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setFixedHeight(FEED_ROW_HEIGHT)
        columns.setStyleSheet(f"QHeaderView::section {{ padding: 0 {2 * UNIT}px; }}")
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_columns()

    @property
    def unseen(self) -> int:
        """How many rows came in above since the user left the top."""
        return self._unseen

    def go_to_top(self) -> None:
        """Show the newest."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rows.set_font(self.font())
            self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw whole rows: they are of one height, and cell by cell it would take six times as many calls."""
        width, offset = self.viewport().width(), self.verticalScrollBar().value()
        columns = range(self._table.columnCount())
        look = RowLook(
            QSize(width, FEED_ROW_HEIGHT),
            tuple((self.columnViewportPosition(column), self.columnWidth(column)) for column in columns),
            self.devicePixelRatioF(),
            self.palette().cacheKey(),
        )
        self._rows.begin(look, self.palette())
        first = (event.rect().top() + offset) // FEED_ROW_HEIGHT
        last = min((event.rect().bottom() + offset) // FEED_ROW_HEIGHT, self._table.rowCount() - 1)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        painter = QPainter(self.viewport())
        for row in range(first, last + 1):
            rect = QRect(0, row * FEED_ROW_HEIGHT - offset, width, FEED_ROW_HEIGHT)
            application = self._table.data(self._table.index(row, 0), ApplicationRole.ROW)
            self._rows.paint(painter, rect, application, selected=row in chosen)
        painter.end()

    def _fit_columns(self) -> None:
        metrics = QFontMetricsF(feed_font(self.font()))
        rest = self.viewport().width()
        for column, widest in _WIDEST.items():
            heading = str(self._table.headerData(column, Qt.Orientation.Horizontal))
            widest_px = max(metrics.horizontalAdvance(widest), metrics.horizontalAdvance(heading))
            width = round(widest_px) + 3 * UNIT
            self.setColumnWidth(column, width)
            rest -= width
        self.setColumnWidth(ApplicationColumn.JOB, max(20 * UNIT, rest))

    # --- holding still

    def _hold(self) -> None:
        """Remember the application at the top of the view, and how far it is scrolled out."""
        value = self.verticalScrollBar().value()
        row = value // FEED_ROW_HEIGHT
        below_top = value > 0 and row < self._table.rowCount()
        self._held = (self._table.number_at(row), value % FEED_ROW_HEIGHT) if below_top else None

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._held is not None:
            self._set_unseen(self._unseen + last - first + 1)
        self._restore()
        self.executeDelayedItemsLayout()  # else the layout comes after the paint, and asks for another

    def _restore(self) -> None:
        if self._held is None:
            return
        number, offset = self._held
        # The scroll bar's range grows with a delayed layout otherwise, and the value would be cut to the old one.
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._table.row_of(number) * FEED_ROW_HEIGHT + offset)

    def _on_scrolled(self, value: int) -> None:
        if value == 0:
            self._set_unseen(0)

    def _set_unseen(self, unseen: int) -> None:
        if unseen != self._unseen:
            self._unseen = unseen
            self.unseen_changed.emit(unseen)
