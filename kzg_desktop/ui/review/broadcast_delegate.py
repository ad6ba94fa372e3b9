"""How a broadcast is drawn in the list: its title and sign-ups, when and by whom, and how far people came."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.ui.review.broadcast_model import BroadcastRole, BroadcastRow
from kzg_desktop.widgets.chart_picture import caption_font
from kzg_desktop.widgets.text import elided, time_of_day
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["BroadcastDelegate"]

_HEIGHT = 18 * UNIT
_MARGIN = 4 * UNIT

translate = QCoreApplication.translate


class BroadcastDelegate(QStyledItemDelegate):
    """Draws the rows of :class:`~kzg_desktop.ui.review.broadcast_model.Broadcasts`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: BroadcastRow = index.data(BroadcastRole.ROW)
        tokens = tokens_for(option.palette)
        painter.save()
        _ground(painter, option, tokens)
        _Row(painter, QRectF(option.rect), option.font, tokens).draw(row)
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
    def __init__(self, painter: QPainter, rect: QRectF, font: QFont, tokens: Tokens) -> None:
        self._painter = painter
        self._tokens = tokens
        self._strong = number_font(font)
        self._strong.setPixelSize(SIZES["body"])
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = number_font(caption_font(font))
        inside = rect.adjusted(_MARGIN, 2 * UNIT, -_MARGIN, -2 * UNIT)
        height = inside.height() / 3
        self._lines = [QRectF(inside.left(), inside.top() + i * height, inside.width(), height) for i in range(3)]

    def draw(self, row: BroadcastRow) -> None:
        one = row.broadcast
        total = f"{row.total:,}" if row.totals is not None else "…"
        taken = QFontMetricsF(self._strong).horizontalAdvance(total) + 3 * UNIT
        self._text(self._lines[0], total, "text" if row.total else "text_faint", self._strong, right=True)
        self._text(self._lines[0].adjusted(0, 0, -taken, 0), one.title, "text", self._strong)
        day = time_of_day(one.starts_at, form="%Y-%m-%d %H:%M") if one.starts_at else ""
        unit = translate("ReviewList", "sign-ups")
        wide = QFontMetricsF(self._small).horizontalAdvance(unit) + 3 * UNIT
        self._text(self._lines[1], unit, "text_faint", self._small, right=True)
        when = " · ".join(part for part in (day, one.host_name) if part)
        self._text(self._lines[1].adjusted(0, 0, -wide, 0), when, "text_muted", self._small)
        self._text(self._lines[2], _outcome(row), "text_muted", self._small)

    def _text(self, box: QRectF, words: str, color: str, font: QFont, *, right: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens.color(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = elided(words, QFontMetricsF(font), box.width())
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _outcome(row: BroadcastRow) -> str:
    if row.totals is None or not row.total:
        return ""
    return " · ".join(
        (
            translate("ReviewList", "reached {n}").format(n=f"{row.came_to('reached'):,}"),
            translate("ReviewList", "came {n}").format(n=f"{row.came_to('interviewed'):,}"),
            translate("ReviewList", "hired {n}").format(n=f"{row.came_to('hired'):,}"),
        )
    )
