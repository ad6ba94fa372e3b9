"""Cells with a figure and, beneath or beside it, how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.ui.review.sorting import FigureRole
from kzg_desktop.widgets.interval_bar import paint_interval
from kzg_desktop.widgets.tokens import UNIT, tokens_for

__all__ = ["IntervalDelegate"]

_FIGURE = 14 * UNIT


class IntervalDelegate(QStyledItemDelegate):
    """Draws the cell as usual, and its interval in the room left of the figure."""

    def __init__(self, parent: QObject | None = None, *, figure: int = _FIGURE) -> None:
        super().__init__(parent)
        self._figure = figure

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        interval = index.data(FigureRole.INTERVAL)
        room = option.rect.width() - self._figure - 3 * UNIT
        if interval is None or room < 8 * UNIT:
            return
        box = QRectF(option.rect.left() + 3 * UNIT, option.rect.top(), room, option.rect.height())
        tone = "green" if index.data(FigureRole.BEST) else "accent"
        paint_interval(painter, box, interval, tokens_for(option.palette), tone=tone)
