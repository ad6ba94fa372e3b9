"""How the cells of the applicants' table are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.states import CLOSED
from kzg_desktop.models.applicant_table import ApplicantRole
from kzg_desktop.ui.hr.columns import ApplicantWords, Column
from kzg_desktop.ui.hr.words import due_tone, status_tone, status_words
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["CELL_PADDING", "ApplicantCells", "cell_font"]

CELL_PADDING = 2 * UNIT

_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_CHIP_HEIGHT = 5 * UNIT + 2
_BAR = 3


def cell_font(font: QFont) -> QFont:
    """Return the font of the cells, with figures of equal width."""
    cells = number_font(font)
    cells.setPixelSize(SIZES["body"] - 1)
    return cells


class ApplicantCells(QStyledItemDelegate):
    """Draws a row's cells: the state as a chip, what is due in its colour, a bar beside the row that has the keys."""

    def __init__(self, words: ApplicantWords, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._words = words
        self._view = view
        self._key: tuple[int, str] = (0, "")
        self._tokens: Tokens = tokens_for(view.palette())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._prepare(option)
        painter.save()
        rect, column = QRect(option.rect), index.column()
        self._paint_ground(painter, option, index)
        row = index.data(ApplicantRole.ROW)
        if row is None:
            bar = rect.adjusted(CELL_PADDING, 11, -4 * UNIT, -11)
            painter.fillRect(bar, self._tokens.color("raised"))
        else:
            room = rect.adjusted(CELL_PADDING, 0, -UNIT, 0)
            painter.setFont(self._font)
            if column == Column.STATUS:
                self._paint_chip(painter, room, row)
            elif column == Column.DUE:
                self._paint_due(painter, room, row)
            else:
                self._paint_text(painter, room, row, column)
        painter.restore()

    def _prepare(self, option: QStyleOptionViewItem) -> None:
        font = self._view.font()
        key = (option.palette.cacheKey(), font.key())
        if key != self._key:
            self._key = key
            self._tokens = tokens_for(QPalette(option.palette))
            self._font = cell_font(font)
            self._metrics = QFontMetricsF(self._font)
            self._chip_font = QFont(self._font)
            self._chip_font.setPixelSize(SIZES["caption"])
            self._chip_metrics = QFontMetricsF(self._chip_font)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, rect = self._tokens, option.rect
        state = option.state
        current = index.row() == self._view.currentIndex().row()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.color("selected"))
        elif current:
            painter.fillRect(rect, tokens.color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.color("hairline"))
        if current and rect.left() <= 0:
            bar = "accent" if self._view.hasFocus() else "text_faint"
            painter.fillRect(0, rect.top(), _BAR, rect.height() - 1, tokens.color(bar))

    def _paint_text(self, painter: QPainter, room: QRect, row: Application, column: int) -> None:
        text = self._words.text(row, column)
        if column == Column.NAME and row.repeat:
            text += " ↻"
        tone = self._words.tone(row, column)
        if row.status in CLOSED and tone == "text":
            tone = "text_muted"
        painter.setPen(self._tokens.color(tone))
        painter.drawText(room, _ALIGN, elided(text, self._metrics, room.width()))

    def _paint_due(self, painter: QPainter, room: QRect, row: Application) -> None:
        when, what = self._words.due_parts(row)
        if not when:
            return
        painter.setPen(self._tokens.color(due_tone(row.due_at, self._words.now)))
        painter.drawText(room, _ALIGN, elided(when, self._metrics, room.width()))
        taken = round(self._metrics.horizontalAdvance(when)) + CELL_PADDING
        if room.width() - taken >= self._metrics.horizontalAdvance(what):  # whole or not at all; the tooltip has it
            painter.setPen(self._tokens.color("text_muted"))
            painter.drawText(room.adjusted(taken, 0, 0, 0), _ALIGN, what)

    def _paint_chip(self, painter: QPainter, room: QRect, row: Application) -> None:
        tone = status_tone(row.status)
        text = elided(status_words(row.status), self._chip_metrics, room.width() - 4 * UNIT)
        width = self._chip_metrics.horizontalAdvance(text) + 4 * UNIT
        box = QRectF(room.left(), room.center().y() - _CHIP_HEIGHT / 2 + 0.5, width, _CHIP_HEIGHT)
        wash = self._tokens.color(tone)
        wash.setAlphaF(0.14)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(box, _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
        painter.setPen(self._tokens.color(tone))
        painter.setFont(self._chip_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
