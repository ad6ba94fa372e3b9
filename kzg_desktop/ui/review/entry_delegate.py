"""How a broadcast, a day or a campaign is drawn in its list: a name and a figure, and one or two lines about it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.widgets.chart_picture import caption_font
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["Entry", "EntryDelegate"]

_LINE = 5 * UNIT
_GAP = 1.5 * UNIT
_MARGIN = 4 * UNIT


class Entry(Struct, frozen=True, kw_only=True):
    """A *title* with a *figure* and its *unit* at the right; *about* and *more* stand beneath it.

    ``quiet``: there is nothing behind it, so it is drawn fainter.
    """

    title: str
    figure: str = ""
    unit: str = ""
    about: str = ""
    more: str = ""
    quiet: bool = False


class EntryDelegate(QStyledItemDelegate):
    """Draws what *entry* says of a row, in so many *lines*."""

    def __init__(self, entry: Callable[[QModelIndex | QPersistentModelIndex], Entry], lines: int, parent: QObject):
        super().__init__(parent)
        self._entry = entry
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(self._lines * _LINE + 2 * _GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_for(option.palette)
        painter.save()
        _ground(painter, option, tokens)
        _Row(painter, QRectF(option.rect), option.font, tokens, self._lines).draw(self._entry(index))
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, tokens.color("selected"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, tokens.color("hover"))
    painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), tokens.color("hairline"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(tokens.color("accent"), 2))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


class _Row:
    def __init__(self, painter: QPainter, rect: QRectF, font: QFont, tokens: Tokens, lines: int) -> None:
        self._painter = painter
        self._tokens = tokens
        self._strong = number_font(font)
        self._strong.setPixelSize(SIZES["body"])
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = number_font(caption_font(font))
        inside = rect.adjusted(_MARGIN, _GAP, -_MARGIN, -_GAP)
        height = inside.height() / lines
        self._lines = [QRectF(inside.left(), inside.top() + i * height, inside.width(), height) for i in range(lines)]

    def draw(self, entry: Entry) -> None:
        loud = "text_faint" if entry.quiet else "text"
        self._pair(self._lines[0], (entry.title, loud), (entry.figure, loud), self._strong)
        self._pair(self._lines[1], (entry.about, "text_muted"), (entry.unit, "text_faint"), self._small)
        if entry.more and len(self._lines) > 2:
            self._text(self._lines[2], entry.more, "text_muted", self._small)

    def _pair(self, box: QRectF, left: tuple[str, str], right: tuple[str, str], font: QFont) -> None:
        taken = 0.0
        if right[0]:
            taken = QFontMetricsF(font).horizontalAdvance(right[0]) + 3 * UNIT
            self._text(box, *right, font, right=True)
        self._text(box.adjusted(0, 0, -taken, 0), *left, font)

    def _text(self, box: QRectF, words: str, color: str, font: QFont, *, right: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens.color(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = elided(words, QFontMetricsF(font), box.width())
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
