"""A row of widgets that goes on in the next line where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FlowLayout"]


class FlowLayout(QLayout):
    """Lays its items out like words. Each keeps its preferred size; one that is wider than a line gets a whole one."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 2 * UNIT) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place all items from the upper left of *rect*, each in the middle of its line; return the height of all."""
        x, y, line = rect.x(), rect.y(), list[tuple[QLayoutItem, QRect]]()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if line and x + width > rect.right() + 1:
                y += _set_line(line, move=move) + self._gap
                x, line = rect.x(), []
            line.append((item, QRect(QPoint(x, y), QSize(width, size.height()))))
            x += width + self._gap
        return y + _set_line(line, move=move) - rect.y()


def _set_line(line: list[tuple[QLayoutItem, QRect]], *, move: bool) -> int:
    height = max((box.height() for _item, box in line), default=0)
    for item, box in line if move else ():
        item.setGeometry(box.translated(0, (height - box.height()) // 2))
    return height
