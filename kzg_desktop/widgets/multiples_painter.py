"""Painting small multiples: each card's applications in each minute of its airings, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from kzg_desktop.review.airings import CardMinutes
from kzg_desktop.widgets.axis import count_step
from kzg_desktop.widgets.chart_picture import caption_font
from kzg_desktop.widgets.tokens import UNIT, Tokens, number_font

__all__ = ["MultiplesView", "card_at", "multiples_height", "paint_multiples"]

translate = QCoreApplication.translate

_TITLE = 7 * UNIT
_PANEL_WIDTH = 50 * UNIT
_PANEL_HEIGHT = 36 * UNIT
_GAP = 5 * UNIT
_HEAD = 10 * UNIT
_AXIS = 5 * UNIT
_LEFT = 7 * UNIT
_LINES = 3
_MINUTE_STEPS = (1, 2, 5, 10, 20, 30, 60, 120)


class MultiplesView(Struct, frozen=True, kw_only=True):
    """What to paint; ``chosen_job`` is framed."""

    cards: Sequence[CardMinutes]
    chosen_job: str = ""
    font: QFont


def multiples_height(view: MultiplesView, width: float) -> int:
    """Return how high the panels are together in that width."""
    rows = -(-len(view.cards) // _columns(width))
    return round(_TITLE + rows * _PANEL_HEIGHT + max(0, rows - 1) * _GAP)


def card_at(view: MultiplesView, width: float, x: float, y: float) -> CardMinutes | None:
    """Return whose panel is at that point."""
    for place, card in enumerate(view.cards):
        if _panel(QRectF(0, 0, width, 0), place).contains(x, y):
            return card
    return None


def paint_multiples(painter: QPainter, rect: QRectF, view: MultiplesView, tokens: Tokens) -> None:
    """Paint *view* into *rect*, from its top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Panels(painter, rect, view, tokens).paint()
    painter.restore()


def _columns(width: float) -> int:
    return max(1, int((width + _GAP) // (_PANEL_WIDTH + _GAP)))


def _panel(rect: QRectF, place: int) -> QRectF:
    columns = _columns(rect.width())
    width = (rect.width() - (columns - 1) * _GAP) / columns
    row, column = divmod(place, columns)
    left, top = rect.left() + column * (width + _GAP), rect.top() + _TITLE + row * (_PANEL_HEIGHT + _GAP)
    return QRectF(left, top, width, _PANEL_HEIGHT)


class _Panels:
    def __init__(self, painter: QPainter, rect: QRectF, view: MultiplesView, tokens: Tokens) -> None:
        self._painter = painter
        self._rect = rect
        self._view = view
        self._tokens = tokens
        self._small = number_font(caption_font(view.font))
        self._bold = caption_font(view.font, bold=True)
        peak = max([1, *(count for card in view.cards for count in card.minutes)])
        self._step = count_step(peak, _LINES)
        self._top = self._step * -(-peak // self._step)
        self._longest = max([1, *(len(card.minutes) for card in view.cards)])

    def paint(self) -> None:
        title = translate("Multiples", "Applications in each minute on air, by card (one scale for all)")
        self._text(QRectF(self._rect.left(), self._rect.top(), self._rect.width(), _TITLE), title, "text", self._bold)
        for place, card in enumerate(self._view.cards):
            self._card(_panel(self._rect, place), card)

    def _card(self, box: QRectF, card: CardMinutes) -> None:
        if card.job_id == self._view.chosen_job:
            self._painter.setPen(QPen(self._tokens.color("accent"), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(box.adjusted(-UNIT, -UNIT, UNIT, UNIT), 4, 4)
        head = QRectF(box.left(), box.top(), box.width(), _HEAD / 2)
        self._text(head, card.title, "text", self._bold)
        self._text(head.translated(0, _HEAD / 2), _below(card), "text_muted", self._small)
        plot = box.adjusted(_LEFT, _HEAD + UNIT, 0, -_AXIS)
        self._grid(plot)
        self._bars(plot, card)

    def _grid(self, plot: QRectF) -> None:
        for count in range(0, self._top + 1, self._step):
            y = plot.bottom() - plot.height() * count / self._top
            self._painter.setPen(QPen(self._tokens.color("hairline"), 1))
            self._painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            label = QRectF(plot.left() - _LEFT, y - 2 * UNIT, _LEFT - UNIT, 4 * UNIT)
            self._text(label, f"{count:,}", "text_muted", self._small, Qt.AlignmentFlag.AlignRight)
        most = max(2, int(plot.width() // (10 * UNIT)))
        step = next((each for each in _MINUTE_STEPS if self._longest / each <= most), _MINUTE_STEPS[-1])
        for minute in range(step, self._longest + 1, step):
            x = plot.left() + plot.width() * minute / self._longest
            if x <= plot.right() - 2 * UNIT or minute == self._longest:
                label = QRectF(x - 6 * UNIT, plot.bottom(), 12 * UNIT, _AXIS)
                label.moveRight(min(label.right(), plot.right() + 3 * UNIT))
                self._text(label, f"{minute}", "text_muted", self._small, Qt.AlignmentFlag.AlignHCenter)

    def _bars(self, plot: QRectF, card: CardMinutes) -> None:
        width = plot.width() / self._longest
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tokens.color("accent"))
        gap = min(1.0, width * 0.15)
        for minute, count in enumerate(card.minutes):
            if count:
                height = plot.height() * count / self._top
                left = plot.left() + minute * width
                self._painter.drawRect(QRectF(left, plot.bottom() - height, width - gap, height))
        self._painter.setPen(QPen(self._tokens.color("text_faint"), 1, Qt.PenStyle.DashLine))
        for begin in card.begins[1:]:
            x = plot.left() + begin * width
            self._painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _text(
        self,
        box: QRectF,
        words: str,
        color: str,
        font: QFont,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens.color(color))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _below(card: CardMinutes) -> str:
    count = sum(card.minutes) + card.late
    words = translate("Multiples", "{count} in {minutes} min").format(count=f"{count:,}", minutes=len(card.minutes))
    if len(card.begins) > 1:
        words += " · " + translate("Multiples", "{n} airings").format(n=len(card.begins))
    if card.late:
        words += " · " + translate("Multiples", "{n} just after").format(n=f"{card.late:,}")
    return words
