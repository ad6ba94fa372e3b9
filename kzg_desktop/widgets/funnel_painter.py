"""Painting a funnel: a bar for each stage, with how many came, at what rate, how sure that is, and how soon."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kzg_desktop.review.funnel import Funnel, Step
from kzg_desktop.widgets.chart_picture import caption_font
from kzg_desktop.widgets.interval_bar import paint_interval
from kzg_desktop.widgets.review_words import DASH, rate_words, stage_words, wait_words
from kzg_desktop.widgets.tokens import UNIT, Tokens, number_font

__all__ = ["FunnelView", "funnel_height", "paint_funnel"]

translate = QCoreApplication.translate

_TITLE = 7 * UNIT
_HEADING = 6 * UNIT
_ROW = 7 * UNIT
_FOOT = 6 * UNIT
_COLUMNS = (23 * UNIT, 17 * UNIT, 26 * UNIT, 23 * UNIT)
"""Widths of name, count, rate and time."""
_NARROW_COLUMNS = (20 * UNIT, 12 * UNIT, 17 * UNIT, 18 * UNIT)
_NARROW = 135 * UNIT
_SPAN = 36 * UNIT
_LEAST_BAR = 20 * UNIT


class FunnelView(Struct, frozen=True, kw_only=True):
    """What to paint, under *title*."""

    funnel: Funnel
    title: str
    font: QFont


def funnel_height(view: FunnelView) -> int:
    """Return how high the chart is."""
    return _TITLE + _HEADING + _ROW * (len(view.funnel.steps) + bool(view.funnel.views)) + _FOOT


def paint_funnel(painter: QPainter, rect: QRectF, view: FunnelView, tokens: Tokens) -> None:
    """Paint *view* into *rect*, from its top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Painting(painter, rect, view, tokens).paint()
    painter.restore()


class _Painting:
    def __init__(self, painter: QPainter, rect: QRectF, view: FunnelView, tokens: Tokens) -> None:
        self._painter = painter
        self._rect = rect
        self._funnel = view.funnel
        self._view = view
        self._tokens = tokens
        self._body = number_font(view.font)
        self._small = number_font(caption_font(view.font))
        columns = _COLUMNS if rect.width() >= _NARROW else _NARROW_COLUMNS
        self._names, count, rate, wait = columns
        self._span = _SPAN if rect.width() - sum(columns) - _SPAN >= _LEAST_BAR else 0
        """How wide the interval is drawn: not at all where there is no room."""
        right = rect.right()
        self._wait = QRectF(right - wait, 0, wait, _ROW)
        self._interval = QRectF(self._wait.left() - self._span, 0, self._span, _ROW)
        self._rate = QRectF(self._interval.left() - rate, 0, rate, _ROW)
        self._count = QRectF(self._rate.left() - count, 0, count, _ROW)
        bar = self._count.left() - rect.left() - self._names
        self._bar = QRectF(rect.left() + self._names, 0, max(0.0, bar), _ROW)

    def paint(self) -> None:
        top = self._rect.top()
        title = caption_font(self._view.font, bold=True)
        self._text(QRectF(self._rect.left(), top, self._rect.width(), _TITLE), self._view.title, "text", title)
        self._headings(top + _TITLE)
        top += _TITLE + _HEADING
        if self._funnel.views:
            self._views(top)
            top += _ROW
        for place, step in enumerate(self._funnel.steps):
            self._row(step, top + place * _ROW, first=place == 0)
        self._foot(top + len(self._funnel.steps) * _ROW)

    def _headings(self, top: float) -> None:
        for box, words in (
            (self._count, translate("Funnel", "People")),
            (self._rate, translate("Funnel", "Of stage before")),
            (self._wait, translate("Funnel", "Median time")),
        ):
            wide = QRectF(box.left() + UNIT, top, box.width() - UNIT, _HEADING)
            self._text(wide, words, "text_muted", self._small, right=True)

    def _views(self, top: float) -> None:
        self._name(top, translate("Funnel", "Views"))
        bar = self._bar.translated(0, top).adjusted(0, 1.5 * UNIT, 0, -1.5 * UNIT)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tokens.color("hairline"))
        self._painter.drawRoundedRect(bar, 3, 3)
        self._text(self._count.translated(0, top), f"{self._funnel.views:,}", "text", self._body, right=True)

    def _row(self, step: Step, top: float, *, first: bool) -> None:
        self._name(top, stage_words(step.stage))
        total = max(1, self._funnel.steps[0].count)
        room = self._bar.translated(0, top).adjusted(0, 1.5 * UNIT, 0, -1.5 * UNIT)
        filled = QRectF(room.left(), room.top(), max(1.0, room.width() * step.count / total), room.height())
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tokens.color("accent_soft"))
        self._painter.drawRoundedRect(room, 3, 3)
        self._painter.setBrush(self._tokens.color("green" if step.stage in _HIRED else "accent"))
        if step.count:
            self._painter.drawRoundedRect(filled, 3, 3)
        self._text(self._count.translated(0, top), f"{step.count:,}", "text", self._body, right=True)
        rate = self._funnel.sign_up if first else step.of_before
        few = rate is None or rate.value is None or rate.too_few
        words = DASH if rate is None else rate_words(rate)
        self._text(self._rate.translated(0, top), words, "text_muted" if few else "text", self._body, right=True)
        if rate is not None and not few and self._span and not first:
            box = self._interval.translated(0, top).adjusted(3 * UNIT, 0, -2 * UNIT, 0)
            paint_interval(self._painter, box, (rate.low, rate.value or 0.0, rate.high), self._tokens)
        wait = DASH if first else wait_words(step.median_s)
        self._text(self._wait.translated(0, top), wait, "text_muted", self._body, right=True)

    def _name(self, top: float, words: str) -> None:
        self._text(QRectF(self._rect.left(), top, self._names - UNIT, _ROW), words, "text", self._body)

    def _foot(self, top: float) -> None:
        found = self._funnel
        if found.called:
            words = translate("Funnel", "First call after {wait} in the middle case ({n} called)")
            words = words.format(wait=wait_words(found.first_call_s), n=f"{found.called:,}")
        else:
            words = translate("Funnel", "The time to the first call is not known")
        box = QRectF(self._rect.left(), top, self._rect.width(), _FOOT)
        self._text(box, words, "text_muted", self._small)

    def _text(self, box: QRectF, words: str, color: str, font: QFont, *, right: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens.color(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


_HIRED = frozenset({"hired", "day7", "day15", "day30"})
