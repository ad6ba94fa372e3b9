"""The list of the lineup: its keys, and dragging with a line that shows where the card will go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kzg_desktop.models.lineup_list import LineupList, LineupRole
from kzg_desktop.ui.live.lineup_delegate import LineupDelegate
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["LineupView"]


class LineupView(QListView):
    """Says what the user wants done to a card, by its item id; does nothing to the lineup itself."""

    cue_requested = Signal(str)
    skip_requested = Signal(str)
    remove_requested = Signal(str)
    move_by_requested = Signal(str, int)
    move_requested = Signal(str, int)

    def __init__(self, model: LineupList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap: int | None = None
        self.setModel(model)
        self._delegate = LineupDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Lineup"))
        self.clicked.connect(self._on_clicked)

    def item_id(self, index: QModelIndex | None = None) -> str:
        """Return the item id at *index*, or of the current row; "" for none."""
        row = (self.currentIndex() if index is None else index).data(LineupRole.ROW)
        return row.item.id if row is not None else ""

    def show_rehearsal(self, on: bool) -> None:
        """Show the card on air in the colour of a rehearsal, or of the air."""
        if on != self._delegate.rehearsal:
            self._delegate.rehearsal = on
            self.viewport().update()

    def cue_current(self) -> None:
        """Ask for the current card to be the next."""
        self._ask(self.cue_requested.emit)

    def skip_current(self) -> None:
        """Ask for the current card to be left out, or taken in again."""
        self._ask(self.skip_requested.emit)

    def remove_current(self) -> None:
        """Ask for the current card to be taken out."""
        self._ask(self.remove_requested.emit)

    def move_current(self, steps: int) -> None:
        """Ask for the current card to be moved that many places down."""
        self._ask(lambda item_id: self.move_by_requested.emit(item_id, steps))

    def _ask(self, emit: Callable[[str], None]) -> None:
        if item_id := self.item_id():
            emit(item_id)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.source() is self:
            self._gap = self._gap_at(event.position().toPoint())
            event.acceptProposedAction()
            self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_no_gap()

    def dropEvent(self, event: QDropEvent) -> None:
        item_id, gap = self.item_id(), self._gap_at(event.position().toPoint())
        self._show_no_gap()
        # Qt would remove the dragged row itself after a move; the lineup changes by its own action instead.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item_id:
            self.move_requested.emit(item_id, gap - 1 if gap > self.currentIndex().row() else gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(0, self._gap_top(self._gap) - 1, self.viewport().width(), 2, self._accent())
        painter.end()

    def _accent(self) -> QColor:
        return tokens_for(self.palette()).color("accent")

    def _gap_at(self, point: QPoint) -> int:
        """Return the row before which a card dropped at *point* goes."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _gap_top(self, gap: int) -> int:
        if gap < self.model().rowCount():
            return max(1, self.visualRect(self.model().index(gap, 0)).top())
        return self.visualRect(self.model().index(gap - 1, 0)).bottom()

    def _show_no_gap(self) -> None:
        self._gap = None
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.cue_requested.emit(self.item_id(index))
