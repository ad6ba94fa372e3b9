"""How an application is drawn in the feed of a moment: a row in one go, since it changes while the playhead moves."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.ui.review.moment_feed import MomentRole, sent_words
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import UNIT, number_font, tokens_for

__all__ = ["MomentDelegate"]

_HEIGHT = 8 * UNIT
_MARGIN = 4 * UNIT
_TIME = 20 * UNIT
_CITY = 18 * UNIT
_CHANNEL = 20 * UNIT
_WIDE = 95 * UNIT
"""From this width on there is room for the channel."""


class MomentDelegate(QStyledItemDelegate):
    """Draws the rows of :class:`~kzg_desktop.ui.review.moment_feed.MomentFeed`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_for(option.palette)
        rect = QRectF(option.rect)
        font = number_font(option.font)
        metrics = QFontMetricsF(font)
        time, city, job, channel = sent_words(index.data(MomentRole.SENT))
        right = _CHANNEL if rect.width() >= _WIDE else 0
        left = rect.left() + _MARGIN
        job_width = rect.right() - _MARGIN - right - left - _TIME - _CITY
        painter.save()
        painter.setFont(font)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tokens.color("hairline"))
        for words, width, role in (
            (time, _TIME, "text_muted"),
            (city, _CITY, "text"),
            (job, job_width, "text"),
            (channel if right else "", right, "text_muted"),
        ):
            if words:
                painter.setPen(tokens.color(role))
                box = QRectF(left, rect.top(), width - UNIT, rect.height())
                where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
                painter.drawText(box, where, elided(words, metrics, box.width()))
            left += width
        painter.restore()
