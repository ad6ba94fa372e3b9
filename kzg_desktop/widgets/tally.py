"""The tally: whether a card is on air, for how long, and how long it was meant to be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.domain.entities import Mode
from kzg_desktop.domain.rundown import Phase, Rundown, clock_text
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["Tally"]

_WIDTH_AT_SCALE_1 = 560
_HEIGHT = 18 * UNIT
_CLOCK: dict[Phase, str] = {"ok": "text", "warning": "amber", "danger": "over"}


class Tally(QWidget):
    """Red on air, blue in a rehearsal; its clock is amber in the last seconds and orange over, with how much over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rundown: Rundown | None = None
        self._mode: Mode = "prepare"
        self._state = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it shows, as text."""
        if self._rundown is None:
            return self._lamp_text()
        times = f"{clock_text(self._rundown.elapsed_s)} / {clock_text(self._rundown.planned_s)}"
        over = f" +{clock_text(self._rundown.over_s)}" if self._rundown.over_s > 0 else ""
        return f"{self._lamp_text()} {times}{over}"

    @property
    def tone(self) -> str:
        """The token of the clock's colour."""
        return _CLOCK[self._rundown.phase] if self._rundown is not None else "text"

    def show_rundown(self, rundown: Rundown | None, mode: Mode) -> None:
        """Show the card on air of *rundown* and the broadcast's *mode*; None when nothing is on air."""
        self._rundown = rundown if rundown is not None and rundown.on_air is not None else None
        changed = mode != self._mode
        self._mode = mode
        words = self.words
        if words != self._state or changed:
            self._state = words
            self.setAccessibleName(words)
            self.update()

    def _lamp_text(self) -> str:
        if self._mode == "rehearse":
            return self.tr("REHEARSAL")
        return self.tr("ON AIR") if self._rundown is not None else self.tr("STANDBY")

    def _lamp_colors(self) -> tuple[str, str]:
        """Return the tokens of the lamp and of its ground."""
        if self._mode == "rehearse":
            return "accent", "accent_soft" if self._rundown is not None else "raised"
        if self._rundown is not None:
            return "on_air", "on_air_soft"
        return "text_faint", "raised"

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
        text, (color, ground) = self._lamp_text(), self._lamp_colors()
        font = self._font("title", QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        height = 10 * UNIT * self._scale
        lamp = QRectF(0, (self.height() - height) / 2 - UNIT, metrics.horizontalAdvance(text) + 14 * UNIT, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color(ground))
        painter.drawRoundedRect(lamp, 2 * UNIT, 2 * UNIT)
        painter.setBrush(tokens.color(color))
        painter.drawEllipse(QPointF(lamp.left() + 5 * UNIT, lamp.center().y()), 1.75 * UNIT, 1.75 * UNIT)
        painter.setFont(font)
        painter.setPen(tokens.color("text_muted" if color == "text_faint" else color))
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
        painter.setPen(tokens.color("over" if over else "text_muted"))
        painter.drawText(right.adjusted(0, 2 * UNIT, 0, 0), align, planned)
        right.adjust(0, 0, -QFontMetricsF(small).horizontalAdvance(planned), 0)
        painter.setFont(large)
        painter.setPen(tokens.color(self.tone))
        painter.drawText(right, align, clock_text(rundown.elapsed_s))

    def _paint_progress(self, painter: QPainter, tokens: Tokens, rundown: Rundown) -> None:
        track = QRectF(0, self.height() - UNIT, self.width(), UNIT)
        painter.fillRect(track, tokens.color("raised"))
        track.setWidth(track.width() * min(1.0, rundown.elapsed_s / max(1, rundown.planned_s)))
        painter.fillRect(track, tokens.color(self._lamp_colors()[0] if rundown.phase == "ok" else self.tone))
