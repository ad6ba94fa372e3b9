"""The tally: whether a card is on air, for how long, and how long it was meant to be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.domain.rundown import Rundown, clock_text
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["Tally"]

_WIDTH_AT_SCALE_1 = 560
_HEIGHT = 18 * UNIT


class Tally(QWidget):
    """Red while on air; amber in the last seconds and over, with how much over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rundown: Rundown | None = None
        self._state = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it shows, as text."""
        if self._rundown is None:
            return self.tr("STANDBY")
        times = f"{clock_text(self._rundown.elapsed_s)} / {clock_text(self._rundown.planned_s)}"
        over = f" +{clock_text(self._rundown.over_s)}" if self._rundown.over_s > 0 else ""
        return self.tr("ON AIR") + f" {times}{over}"

    @property
    def tone(self) -> str:
        """The token of the clock's colour."""
        return "amber" if self._rundown is not None and self._rundown.soon_over else "text"

    def show_rundown(self, rundown: Rundown | None) -> None:
        """Show the card on air of *rundown*; None when nothing is."""
        self._rundown = rundown if rundown is not None and rundown.on_air is not None else None
        words = self.words
        if words != self._state:
            self._state = words
            self.setAccessibleName(words)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_AT_SCALE_1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(_HEIGHT * max(1.0, self._scale)))

    @property
    def _scale(self) -> float:
        return max(0.75, min(1.5, self.width() / _WIDTH_AT_SCALE_1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lamp(painter, tokens)
        if self._rundown is not None:
            self._paint_clock(painter, tokens, self._rundown)
            self._paint_progress(painter, tokens, self._rundown)
        painter.end()

    def _font(self, role: str, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = number_font(self.font())
        font.setPixelSize(round(SIZES[role] * self._scale))
        font.setWeight(weight)
        return font

    def _paint_lamp(self, painter: QPainter, tokens: Tokens) -> None:
        live = self._rundown is not None
        text = self.tr("ON AIR") if live else self.tr("STANDBY")
        font = self._font("title", QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        height = 10 * UNIT * self._scale
        lamp = QRectF(0, (self.height() - height) / 2 - UNIT, metrics.horizontalAdvance(text) + 14 * UNIT, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("on_air_soft" if live else "raised"))
        painter.drawRoundedRect(lamp, 2 * UNIT, 2 * UNIT)
        painter.setBrush(tokens.color("on_air" if live else "text_faint"))
        painter.drawEllipse(QPointF(lamp.left() + 5 * UNIT, lamp.center().y()), 1.75 * UNIT, 1.75 * UNIT)
        painter.setFont(font)
        painter.setPen(tokens.color("on_air" if live else "text_muted"))
        painter.drawText(lamp.adjusted(9 * UNIT, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_clock(self, painter: QPainter, tokens: Tokens, rundown: Rundown) -> None:
        over = rundown.over_s > 0
        planned = f" / {clock_text(rundown.planned_s)}"
        right = QRectF(0, 0, self.width(), self.height() - 2 * UNIT)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        small, large = self._font("title"), self._font("clock", QFont.Weight.DemiBold)
        if over:
            planned = f"  +{clock_text(rundown.over_s)}"
            small = self._font("title", QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(tokens.color("amber" if over else "text_muted"))
        painter.drawText(right.adjusted(0, 2 * UNIT, 0, 0), align, planned)
        right.adjust(0, 0, -QFontMetricsF(small).horizontalAdvance(planned), 0)
        painter.setFont(large)
        painter.setPen(tokens.color(self.tone))
        painter.drawText(right, align, clock_text(rundown.elapsed_s))

    def _paint_progress(self, painter: QPainter, tokens: Tokens, rundown: Rundown) -> None:
        track = QRectF(0, self.height() - UNIT, self.width(), UNIT)
        painter.fillRect(track, tokens.color("raised"))
        track.setWidth(track.width() * min(1.0, rundown.elapsed_s / max(1, rundown.planned_s)))
        painter.fillRect(track, tokens.color("amber" if rundown.soon_over else "on_air"))
