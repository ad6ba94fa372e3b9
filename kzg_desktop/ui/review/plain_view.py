"""The look of every table of the review."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
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
        for column in range(first, model.columnCount()):
            words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            cells = (str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), _LOOKED_AT)))
            arrow = _ARROW if self.isSortingEnabled() else 0
            widest = max([over.horizontalAdvance(words) + arrow, *map(body.horizontalAdvance, cells)])
            self.setColumnWidth(column, min(widest + _PADDING, most))
