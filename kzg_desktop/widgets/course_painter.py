"""Painting the course of a broadcast: applications a minute, the cards as bands beneath, and what happened as marks.

One painter for the screen, the picture and the document.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kzg_desktop.domain.entities import AirEvent
from kzg_desktop.review.timeline import MINUTE_MS, Band, Timeline
from kzg_desktop.widgets.axis import count_step, time_step_ms
from kzg_desktop.widgets.chart_picture import caption_font
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font

__all__ = ["CourseView", "paint_course", "paint_ground", "paint_lines", "plot_rect"]

translate = QCoreApplication.translate

_LEFT = 11 * UNIT
_RIGHT = 11 * UNIT
_TOP = 8 * UNIT
_BAND_HEIGHT = 7 * UNIT
_MARK_HEIGHT = 4 * UNIT
_AXIS_HEIGHT = 5 * UNIT
_LABEL_WIDTH = 16 * UNIT


class CourseView(Struct, frozen=True, kw_only=True):
    """What to paint: the part of *course* from *start* to *end* (UTC ms), with a playhead, a hovered minute, a card.

    ``chosen_job`` is drawn stronger than the others.
    """

    course: Timeline
    start: int
    end: int
    playhead: int | None = None
    hovered: int | None = None
    chosen_job: str = ""
    font: QFont


def plot_rect(rect: QRectF) -> QRectF:
    """Return where the minutes are within *rect*."""
    below = _MARK_HEIGHT + _BAND_HEIGHT + _AXIS_HEIGHT
    return rect.adjusted(_LEFT, _TOP, -_RIGHT, -below)


def paint_course(painter: QPainter, rect: QRectF, view: CourseView, tokens: Tokens) -> None:
    """Paint *view* into *rect*."""
    paint_ground(painter, rect, view, tokens)
    paint_lines(painter, rect, view, tokens)


def paint_ground(painter: QPainter, rect: QRectF, view: CourseView, tokens: Tokens) -> None:
    """Paint what stays as it is while playhead and pointer move."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Course(painter, rect, view, tokens).paint()
    painter.restore()


def paint_lines(painter: QPainter, rect: QRectF, view: CourseView, tokens: Tokens) -> None:
    """Paint playhead and pointer."""
    plot = plot_rect(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(plot.adjusted(-5, -_TOP, 5, _MARK_HEIGHT + _BAND_HEIGHT))
    if view.hovered is not None:
        _upright(painter, plot, _at(plot, view, view.hovered), tokens.color("text_faint"), 1)
    if view.playhead is not None:
        x = _at(plot, view, view.playhead)
        _upright(painter, plot, x, tokens.color("text"), 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("text"))
        painter.drawPolygon(_down(QPointF(x, plot.top() - UNIT)))
    painter.restore()


def _at(plot: QRectF, view: CourseView, at: int) -> float:
    return plot.left() + plot.width() * (at - view.start) / max(1, view.end - view.start)


def _upright(painter: QPainter, plot: QRectF, x: float, color: QColor, width: float) -> None:
    painter.setPen(QPen(color, width))
    painter.drawLine(QLineF(x, plot.top() - UNIT, x, plot.bottom() + _MARK_HEIGHT + _BAND_HEIGHT))


class _Course:
    def __init__(self, painter: QPainter, rect: QRectF, view: CourseView, tokens: Tokens) -> None:
        self._painter = painter
        self._rect = rect
        self._plot = plot_rect(rect)
        self._view = view
        self._tokens = tokens
        self._small = number_font(view.font)
        self._small.setPixelSize(SIZES["caption"])
        self._metrics = QFontMetricsF(self._small)
        self._peak = max([1, *self._shown().values()])

    def paint(self) -> None:
        painter = self._painter
        painter.setFont(self._small)
        self._grid()
        painter.save()
        painter.setClipRect(self._plot.adjusted(-5, -_TOP, 5, _MARK_HEIGHT + _BAND_HEIGHT))
        painter.save()
        painter.setClipRect(self._plot.adjusted(0, -_TOP, 0, 0))
        self._area()
        self._viewers()
        painter.restore()
        for mark in self._view.course.marks:
            self._mark(mark)
        for band in self._view.course.bands:
            self._band(band)
        painter.restore()

    def _x(self, at: int) -> float:
        return _at(self._plot, self._view, at)

    def _y(self, count: float, top: float) -> float:
        return self._plot.bottom() - self._plot.height() * count / top

    def _shown(self) -> dict[int, int]:
        """Return the counts of the minutes in view, by the time at which they begin."""
        view = self._view
        begins = ((view.course.start + index * MINUTE_MS, n) for index, n in enumerate(view.course.minutes))
        return {at: n for at, n in begins if view.start - MINUTE_MS < at < view.end}

    @property
    def _top(self) -> int:
        step = count_step(self._peak, 4)
        return step * -(-self._peak // step)

    def _grid(self) -> None:
        painter, plot, tokens = self._painter, self._plot, self._tokens
        self._title()
        step = count_step(self._peak, 4)
        for count in range(0, self._top + 1, step):
            y = self._y(count, self._top)
            painter.setPen(QPen(tokens.color("hairline"), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(tokens.color("text_muted"))
            box = QRectF(self._rect.left(), y - 2 * UNIT, _LEFT - UNIT, 4 * UNIT)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{count:,}")
        self._hours()

    def _title(self) -> None:
        """The title, and what the marks mean, as far as there are such marks."""
        title = translate("Course", "Applications per minute")
        bold = caption_font(self._view.font, bold=True)
        self._painter.setFont(bold)
        self._painter.setPen(self._tokens.color("text"))
        y = self._plot.top() - 3.5 * UNIT
        self._painter.drawText(QPointF(self._rect.left(), y), title)
        self._painter.setFont(self._small)
        x = self._rect.left() + QFontMetricsF(bold).horizontalAdvance(title) + 6 * UNIT
        marks = self._view.course.marks
        kinds = {"override" if mark.override else mark.kind for mark in marks}
        for kind, words in _legend():
            room = self._metrics.horizontalAdvance(words) + 9 * UNIT
            if kind in kinds and x + room < self._plot.right() - (20 * UNIT if self._view.course.viewers else 0):
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(self._tokens.color("amber" if kind == "override" else "text_muted"))
                self._painter.drawPolygon(_SHAPES[kind](QPointF(x + UNIT, y - UNIT)))
                self._painter.setPen(self._tokens.color("text_muted"))
                self._painter.drawText(QPointF(x + 4 * UNIT, y), words)
                x += room

    def _hours(self) -> None:
        view, plot = self._view, self._plot
        step = time_step_ms(view.end - view.start, int(plot.width() // _LABEL_WIDTH))
        top = plot.bottom() + _MARK_HEIGHT + _BAND_HEIGHT
        at = view.start + -view.start % step
        while at <= view.end:
            box = QRectF(self._x(at) - _LABEL_WIDTH / 2, top, _LABEL_WIDTH, _AXIS_HEIGHT)
            self._painter.setPen(self._tokens.color("text_muted"))
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, time_of_day(at))
            at += step

    def _area(self) -> None:
        """A staircase: each minute is as wide as it lasts."""
        tokens, plot, top = self._tokens, self._plot, self._top
        line: list[QPointF] = []
        for at, count in sorted(self._shown().items()):
            y = self._y(count, top)
            line.append(QPointF(self._x(at), y))
            line.append(QPointF(self._x(at + MINUTE_MS), y))
        if not line:
            return
        area = QPolygonF([QPointF(line[0].x(), plot.bottom()), *line, QPointF(line[-1].x(), plot.bottom())])
        fill = tokens.color("accent")
        fill.setAlphaF(0.22)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        self._painter.drawPolygon(area)
        self._painter.setPen(QPen(tokens.color("accent"), 1.6))
        self._painter.drawPolyline(QPolygonF(line))

    def _viewers(self) -> None:
        """Viewers on an axis of their own, at the right."""
        course = self._view.course
        if not course.viewers:
            return
        peak = max(1, *(count for _, count in course.viewers))
        step = count_step(peak, 4)
        top = step * -(-peak // step)
        points = [QPointF(self._x(at), self._y(count, top)) for at, count in course.viewers]
        painter, green = self._painter, self._tokens.color("green")
        painter.setPen(QPen(green, 1.4, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(points))
        painter.save()
        painter.setClipping(False)
        painter.setPen(green)
        for count in range(0, top + 1, step):
            box = QRectF(self._plot.right() + UNIT, self._y(count, top) - 2 * UNIT, _RIGHT - UNIT, 4 * UNIT)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _short(count))
        label = QRectF(
            self._plot.right() - 30 * UNIT, self._rect.top() + UNIT, 30 * UNIT + _RIGHT - UNIT, _TOP - 2 * UNIT
        )
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, translate("Course", "Viewers"))
        painter.restore()

    def _band(self, band: Band) -> None:
        tokens = self._tokens
        chosen = bool(self._view.chosen_job) and band.segment.card.id == self._view.chosen_job
        top = self._plot.bottom() + _MARK_HEIGHT
        box = QRectF(self._x(band.start), top, max(1.5, self._x(band.end) - self._x(band.start)), _BAND_HEIGHT - 2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(tokens.color("accent" if chosen else "accent_soft"))
        self._painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), 3, 3)
        self._painter.fillRect(QRectF(box.left() + 0.5, box.top(), 2, box.height()), tokens.color("accent"))
        room = box.width() - 2.5 * UNIT
        if room > 5 * UNIT:
            text = self._metrics.elidedText(band.segment.card.title, Qt.TextElideMode.ElideRight, room)
            self._painter.setPen(tokens.color("on_accent" if chosen else "text"))
            where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self._painter.drawText(box.adjusted(1.5 * UNIT, 0, -UNIT, 0), where, text)

    def _mark(self, event: AirEvent) -> None:
        """A take points down to its band, a clear is a bar, an override an amber diamond, a change of mode a tick."""
        middle = QPointF(self._x(event.at), self._plot.bottom() + _MARK_HEIGHT / 2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tokens.color("amber" if event.override else "text_muted"))
        self._painter.drawPolygon(_SHAPES["override" if event.override else event.kind](middle))


def _down(at: QPointF) -> QPolygonF:
    return QPolygonF([at + QPointF(-4, -3), at + QPointF(4, -3), at + QPointF(0, 4)])


def _bar(at: QPointF) -> QPolygonF:
    return QPolygonF([at + QPointF(-3, -1.5), at + QPointF(3, -1.5), at + QPointF(3, 1.5), at + QPointF(-3, 1.5)])


def _tick(at: QPointF) -> QPolygonF:
    return QPolygonF([at + QPointF(-1, -5), at + QPointF(1, -5), at + QPointF(1, 5), at + QPointF(-1, 5)])


def _diamond(at: QPointF) -> QPolygonF:
    return QPolygonF([at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)])


_SHAPES: dict[str, Callable[[QPointF], QPolygonF]] = {
    "take": _down,
    "clear": _bar,
    "override": _diamond,
    "mode": _tick,
}


def _legend() -> tuple[tuple[str, str], ...]:
    return (
        ("take", translate("Course", "take")),
        ("clear", translate("Course", "clear")),
        ("override", translate("Course", "taken against the ad check")),
        ("mode", translate("Course", "mode")),
    )


def _short(count: int) -> str:
    """Return a large count in few characters: 760k."""
    return f"{count / 1000:g}k" if count >= 10_000 else f"{count:,}"
