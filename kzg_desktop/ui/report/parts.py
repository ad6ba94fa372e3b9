"""Painting the blocks of a document that are no tables."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kzg_desktop.review.documents.blocks import Chart, Cover, Figure, Figures, Heading, Words
from kzg_desktop.ui.report.paper import PAPER, font_of, metrics_of
from kzg_desktop.widgets.course_painter import CourseView, paint_course
from kzg_desktop.widgets.tokens import UNIT

__all__ = [
    "CHART_HEIGHT",
    "cover_height",
    "figures_height",
    "heading_height",
    "paint_chart",
    "paint_cover",
    "paint_figures",
    "paint_heading",
    "paint_words",
    "words_height",
]

CHART_HEIGHT = 72.0 * UNIT

_TALL = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BAR = 1.5 * UNIT
_KIND = 6 * UNIT
_FACT = 6 * UNIT
_FACT_LABEL = 24 * UNIT
_FIGURE = 22 * UNIT


def wrapped_height(text: str, width: float, role: str, *, bold: bool = False) -> float:
    """Return how high *text* is within *width*."""
    return metrics_of(role, bold=bold).boundingRect(QRectF(0, 0, width, _TALL), int(_WRAPPED), text).height()


def cover_height(cover: Cover, width: float) -> float:
    """Return the height of a cover."""
    title = wrapped_height(cover.title, width, "card_title", bold=True)
    return _BAR + 6 * UNIT + _KIND + title + 4 * UNIT + len(cover.facts) * _FACT + 3 * UNIT


def paint_cover(painter: QPainter, box: QRectF, cover: Cover) -> None:
    """Paint what it is, its title, and the facts below each other."""
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), _BAR), PAPER.color("accent"))
    y = box.top() + _BAR + 6 * UNIT
    _text(painter, QRectF(box.left(), y, box.width(), _KIND), cover.kind, "strong", color="accent")
    y += _KIND
    height = wrapped_height(cover.title, box.width(), "card_title", bold=True)
    painter.setFont(font_of("card_title", bold=True))
    painter.setPen(PAPER.color("text"))
    painter.drawText(QRectF(box.left(), y, box.width(), height), _WRAPPED, cover.title)
    y += height + 4 * UNIT
    for label, words in cover.facts:
        _text(painter, QRectF(box.left(), y, _FACT_LABEL, _FACT), label, "body", color="text_muted")
        rest = QRectF(box.left() + _FACT_LABEL, y, box.width() - _FACT_LABEL, _FACT)
        _text(painter, rest, words, "body")
        y += _FACT


def figures_height(_figures: Figures) -> float:
    """Return the height of a row of figures."""
    return _FIGURE


def paint_figures(painter: QPainter, box: QRectF, figures: Figures) -> None:
    """Paint the figures in columns of equal width, a hairline between them."""
    if not figures.figures:
        return
    width = box.width() / len(figures.figures)
    painter.setPen(QPen(PAPER.color("hairline"), 1))
    painter.drawLine(QLineF(box.left(), box.top(), box.right(), box.top()))
    painter.drawLine(QLineF(box.left(), box.bottom(), box.right(), box.bottom()))
    for place, figure in enumerate(figures.figures):
        _paint_figure(painter, QRectF(box.left() + place * width, box.top(), width - 3 * UNIT, box.height()), figure)


def _paint_figure(painter: QPainter, box: QRectF, figure: Figure) -> None:
    label = QRectF(box.left(), box.top() + 2 * UNIT, box.width(), 5 * UNIT)
    value = QRectF(box.left(), label.bottom(), box.width(), 9 * UNIT)
    note = QRectF(box.left(), value.bottom(), box.width(), 4.5 * UNIT)
    _text(painter, label, figure.label, "caption", color="text_muted")
    _text(painter, value, figure.value, "card_title", bold=True)
    _text(painter, note, figure.note, "caption", color="text_muted")


def heading_height() -> float:
    """Return the height of a heading."""
    return 8.0 * UNIT


def paint_heading(painter: QPainter, box: QRectF, heading: Heading) -> None:
    """Paint a heading."""
    _text(painter, box, heading.text, "strong", bold=True)


def words_height(words: Words, width: float) -> float:
    """Return the height of a paragraph."""
    return wrapped_height(words.text, width, "caption" if words.quiet else "body")


def paint_words(painter: QPainter, box: QRectF, words: Words) -> None:
    """Paint a paragraph."""
    painter.setFont(font_of("caption" if words.quiet else "body"))
    painter.setPen(PAPER.color("text_muted" if words.quiet else "text"))
    painter.drawText(box, _WRAPPED, words.text)


def paint_chart(painter: QPainter, box: QRectF, chart: Chart) -> None:
    """Paint the course of a broadcast, as the screen shows it."""
    course = chart.course
    view = CourseView(course=course, start=course.start, end=course.end, font=font_of("caption"))
    paint_course(painter, box, view, PAPER)


def _text(painter: QPainter, box: QRectF, text: str, role: str, *, bold: bool = False, color: str = "text") -> None:
    """Paint one line, cut only where it is wider than its box."""
    painter.setFont(font_of(role, bold=bold))
    painter.setPen(PAPER.color(color))
    shown = metrics_of(role, bold=bold).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LINE, shown)
