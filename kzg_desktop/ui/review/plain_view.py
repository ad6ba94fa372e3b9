"""The look of every table of the review."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kzg_desktop.widgets.tokens import SIZES, UNIT

__all__ = ["PlainView"]

_PADDING = 7 * UNIT
_ARROW = 3 * UNIT
_LOOKED_AT = 40


class PlainView(QTableView):
    """Whole rows without a grid; nothing can be edited."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(8 * UNIT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(8 * UNIT)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit(self, first: int = 0, *, most: int = 60 * UNIT) -> None:
        """Make the columns as wide as what stands in them, from *first* on, and none wider than *most*."""
        self.ensurePolished()
        heading = QFont(self.font())
        heading.setPixelSize(SIZES["caption"])
        over, body = QFontMetrics(heading), self.fontMetrics()
        model = self.model()
        rows = range(model.rowCount())
        looked_at = [*rows[:_LOOKED_AT], *rows[_LOOKED_AT:][-1:]]  # the last one may be a sum, wider than all others
        for column in range(first, model.columnCount()):
            words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            arrow = _ARROW if self.isSortingEnabled() else 0
            widths = (_width(model.index(row, column), body) for row in looked_at)
            self.setColumnWidth(column, min(max([over.horizontalAdvance(words) + arrow, *widths]) + _PADDING, most))


def _width(cell: QModelIndex, metrics: QFontMetrics) -> int:
    """Return how wide the text of a cell is, in its own font where it has one."""
    font = cell.data(Qt.ItemDataRole.FontRole)
    return (QFontMetrics(font) if font is not None else metrics).horizontalAdvance(str(cell.data() or ""))
