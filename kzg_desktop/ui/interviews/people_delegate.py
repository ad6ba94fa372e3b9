"""Drawing the cells of a list of people: the colour of a state or a time says as much in a row that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["PeopleDelegate"]

_MARGIN = 3  # as wide as Qt's own cells have it


class PeopleDelegate(QStyledItemDelegate):
    """Leaves ground and frame to the style, and draws the text itself: a style sheet gives chosen rows one colour."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style() if cell.widget is not None else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        text, cell.text = cell.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        room.adjust(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(_color(cell, index.data(Qt.ItemDataRole.ForegroundRole)))
        shown = cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, cell.displayAlignment | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()


def _color(cell: QStyleOptionViewItem, wanted: object) -> QColor:
    """Return the colour of the text; the faintest could hardly be read on the ground of a chosen row."""
    if not isinstance(wanted, QColor):
        return cell.palette.text().color()
    tokens = tokens_for(cell.palette)
    chosen = bool(cell.state & QStyle.StateFlag.State_Selected)
    return tokens.color("text_muted") if chosen and wanted == tokens.color("text_faint") else wanted
