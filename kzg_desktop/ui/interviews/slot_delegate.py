"""How days and interview slots are drawn: times, how full it is as figures and as a bar, for whom and where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_days import DayHeading, SlotLine, SlotRole
from kzg_desktop.ui.hr.words import day_words
from kzg_desktop.ui.interviews.slot_words import booked_words, day_title, job_words, span_of
from kzg_desktop.widgets.light import paint_light
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["SlotDelegate"]

_HEADING_HEIGHT = 9 * UNIT
_SLOT_HEIGHT = 14 * UNIT
_BAR_WIDTH = 18 * UNIT
_LEFT = 9 * UNIT


class SlotDelegate(QStyledItemDelegate):
    """Draws the lines of :class:`~kzg_desktop.models.slot_days.SlotDays`."""

    def __init__(self, clock: Clock, job_of: Callable[[str], Job | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._job_of = job_of

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        heading = isinstance(index.data(SlotRole.LINE), DayHeading)
        return QSize(0, _HEADING_HEIGHT if heading else _SLOT_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(SlotRole.LINE)
        tokens = tokens_for(option.palette)
        painter.save()
        _paint_ground(painter, option, tokens, heading=isinstance(line, DayHeading))
        drawing = _Line(painter, QRectF(option.rect), option.font, tokens)
        if isinstance(line, DayHeading):
            drawing.heading(line, day_title(line.day, self._clock.now_ms()))
        else:
            drawing.slot(line, self._when(line), job_words(line.slot, self._job_of))
        painter.restore()

    def _when(self, line: SlotLine) -> str:
        span = span_of(line.slot)
        return f"{day_words(line.slot.starts_at, self._clock.now_ms())}  {span}" if line.past else span


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, heading: bool) -> None:
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, tokens.color("selected"))
    elif option.state & QStyle.StateFlag.State_MouseOver and option.state & QStyle.StateFlag.State_Enabled:
        painter.fillRect(rect, tokens.color("hover"))
    elif heading:
        painter.fillRect(rect, tokens.color("raised"))
    painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), tokens.color("hairline"))
    if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(tokens.color("accent"), 2))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


class _Line:
    """Draws one line into its rectangle."""

    def __init__(self, painter: QPainter, rect: QRectF, font: QFont, tokens: Tokens) -> None:
        self._painter = painter
        self._rect = rect
        self._tokens = tokens
        self._body = number_font(font)
        self._body.setPixelSize(SIZES["body"])
        self._small = number_font(font)
        self._small.setPixelSize(SIZES["caption"])
        self._strong = QFont(self._body)
        self._strong.setWeight(QFont.Weight.DemiBold)

    def heading(self, line: DayHeading, title: str) -> None:
        self._arrow(folded=line.folded)
        whole = self._rect.adjusted(_LEFT, 0, -3 * UNIT, 0)
        figures = f"{line.booked:,} / {line.capacity:,}"
        self._draw(self._small, "text_muted", whole, figures, right=True)
        taken = QFontMetricsF(self._small).horizontalAdvance(figures) + 2 * UNIT
        self._draw(self._strong, "text", whole.adjusted(0, 0, -taken, 0), title)

    def slot(self, line: SlotLine, when: str, job: str) -> None:
        slot = line.slot
        quiet = slot.closed or line.past or bool(line.obstacle)
        top = QRectF(
            self._rect.left() + _LEFT, self._rect.top() + UNIT, self._rect.width() - _LEFT - 3 * UNIT, 6 * UNIT
        )
        bottom = top.translated(0, 6 * UNIT)
        figures, tone = self._figures(line)
        self._draw(self._strong, tone, top, figures, right=True)
        taken = QFontMetricsF(self._strong).horizontalAdvance(figures) + 3 * UNIT
        left = top.adjusted(0, 0, -taken, 0)
        if line.clash:
            paint_light(self._painter, QRectF(left.left(), left.top(), 4 * UNIT, left.height()), "warn", self._tokens)
            left.adjust(5 * UNIT, 0, 0, 0)
        self._draw(self._body if quiet else self._strong, "text_muted" if quiet else "text", left, when)
        below = line.obstacle or " · ".join(part for part in (job, slot.place) if part)
        if not line.obstacle:
            self._bar(bottom, slot, quiet=quiet)
            bottom = bottom.adjusted(0, 0, -_BAR_WIDTH - 3 * UNIT, 0)
        self._draw(self._small, "text_faint" if quiet else "text_muted", bottom, below)

    def _figures(self, line: SlotLine) -> tuple[str, str]:
        slot = line.slot
        words = booked_words(slot)
        if slot.closed:
            closed = QCoreApplication.translate("Slots", "closed")
            return f"{closed}  {words}", "text_faint"
        if line.past or line.obstacle:
            return words, "text_faint"
        return (words, "green") if slot.booked >= slot.capacity else (words, "text")

    def _bar(self, line: QRectF, slot: InterviewSlot, *, quiet: bool) -> None:
        bar = QRectF(line.right() - _BAR_WIDTH, line.center().y() - UNIT / 2, _BAR_WIDTH, UNIT)
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.color("hairline"))
        painter.drawRoundedRect(bar, 2, 2)
        share = min(1.0, slot.booked / max(1, slot.capacity))
        if share > 0:
            tone = "text_faint" if quiet else "green" if share >= 1 else "accent"
            painter.setBrush(self._tokens.color(tone))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(UNIT, bar.width() * share), bar.height()), 2, 2)

    def _arrow(self, *, folded: bool) -> None:
        x, y, size = self._rect.left() + 5 * UNIT, self._rect.center().y(), UNIT
        corners = (
            [(x - size / 2, y - size), (x + size / 2, y), (x - size / 2, y + size)]
            if folded
            else [(x - size, y - size / 2), (x, y + size / 2), (x + size, y - size / 2)]
        )
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._tokens.color("text_muted"), 1.5)
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))

    def _draw(self, font: QFont, color: str, rect: QRectF, text: str, *, right: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens.color(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = elided(text, QFontMetricsF(font), rect.width())
        self._painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
