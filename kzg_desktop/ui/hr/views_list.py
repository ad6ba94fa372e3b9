"""The saved views beside the table, each with the number of applicants in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzg_desktop.domain.views import VIEWS, View
from kzg_desktop.ui.hr.view_words import view_words
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import RADIUS, SIZES, UNIT, number_font, tokens_for

__all__ = ["ViewsList"]

_ROW = 8 * UNIT
_COUNT = Qt.ItemDataRole.UserRole
_VIEW = Qt.ItemDataRole.UserRole + 1
_GAP_BEFORE = {"unreachable", "interviews_today", "quarantined"}
"""Views that begin a group: what is to be done now, who waits, what was agreed, the rest."""


class ViewsList(QListWidget):
    """One view is chosen always; arrows go through them."""

    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Saved views"))
        self.setItemDelegate(_ViewCells(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for view in VIEWS:
            item = QListWidgetItem(view_words(view))
            item.setData(_VIEW, view)
            height = _ROW + (3 * UNIT if view in _GAP_BEFORE else 0)
            item.setSizeHint(QSize(0, height))
            self.addItem(item)
        self.show_counts({})
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._on_row)

    @property
    def view(self) -> View:
        """The view chosen."""
        return VIEWS[self.currentRow()]

    def choose(self, view: View) -> None:
        """Choose that view."""
        self.setCurrentRow(VIEWS.index(view))

    def step(self, rows: int) -> None:
        """Choose a view further down, or up; after the last comes the first."""
        self.setCurrentRow((self.currentRow() + rows) % len(VIEWS))

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """Show how many are in each view."""
        for row, view in enumerate(VIEWS):
            item = self.item(row)
            count = counts.get(view)
            item.setData(_COUNT, count)
            words = view_words(view)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words} {count}" if count is not None else words)

    def count_shown(self, view: View) -> str:
        """Return the count that stands beside a view, "" before anything was counted."""
        count = self.item(VIEWS.index(view)).data(_COUNT)
        return "" if count is None else f"{count:,}"

    def sizeHint(self) -> QSize:
        font = QFont(self.font())
        widest = max(QFontMetricsF(font).horizontalAdvance(view_words(view)) for view in VIEWS)
        numbers = QFontMetricsF(_count_font(font)).horizontalAdvance("88,888")
        return QSize(round(widest + numbers) + 11 * UNIT, super().sizeHint().height())

    def _on_row(self, row: int) -> None:
        self.view_chosen.emit(VIEWS[row])


class _ViewCells(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_for(option.palette)
        view = str(index.data(_VIEW))
        rect = QRect(option.rect)
        box = rect.adjusted(UNIT, rect.height() - _ROW + 1, -UNIT, -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if view in _GAP_BEFORE:
            painter.fillRect(
                rect.left() + 3 * UNIT, rect.top() + UNIT, rect.width() - 6 * UNIT, 1, tokens.color("hairline")
            )
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(tokens.color("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, RADIUS - 2, RADIUS - 2)
        focused = chosen and state & QStyle.StateFlag.State_HasFocus
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.color("accent"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 2, RADIUS - 2)
        self._paint_words(painter, option, box.adjusted(2 * UNIT, 0, -2 * UNIT, 0), index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_for(option.palette)
        count = index.data(_COUNT)
        counted = "" if count is None else f"{count:,}"
        font = _count_font(option.font)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(counted)
        presses = index.data(_VIEW) == "due" and bool(count)
        if presses:
            pill = QRectF(room.right() - width - 2 * UNIT, room.center().y() - 9, width + 3 * UNIT, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("amber_soft"))
            painter.drawRoundedRect(pill, 9.5, 9.5)
        painter.setFont(font)
        painter.setPen(tokens.color("amber" if presses else "text_muted" if count else "text_faint"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, counted)
        painter.setFont(option.font)
        painter.setPen(
            tokens.color("text" if count or option.state & QStyle.StateFlag.State_Selected else "text_muted")
        )
        shown = elided(str(index.data()), QFontMetricsF(option.font), room.width() - width - 4 * UNIT)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _count_font(font: QFont) -> QFont:
    figures = number_font(font)
    figures.setPixelSize(SIZES["caption"])
    return figures
