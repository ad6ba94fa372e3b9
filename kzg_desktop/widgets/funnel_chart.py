"""The funnel on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.review.funnel import Funnel
from kzg_desktop.widgets.chart_picture import Paint
from kzg_desktop.widgets.funnel_painter import FunnelView, funnel_height, paint_funnel
from kzg_desktop.widgets.review_words import rate_words, stage_words
from kzg_desktop.widgets.tokens import UNIT, Tokens, tokens_for

__all__ = ["FunnelChart"]

_WIDTH = 900


class FunnelChart(QWidget):
    """Shows one :class:`kzg_desktop.review.funnel.Funnel`, nothing before the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._funnel: Funnel | None = None
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def funnel(self) -> Funnel | None:
        """What is shown."""
        return self._funnel

    @property
    def chart_title(self) -> str:
        """What the chart shows."""
        return self._title

    def show_funnel(self, funnel: Funnel | None, title: str) -> None:
        """Show *funnel* under *title*."""
        self._funnel, self._title = funnel, title
        self.setAccessibleName(title)
        if funnel is not None:
            parts = (f"{stage_words(s.stage)} {s.count:,} ({rate_words(s.of_before)})" for s in funnel.steps)
            self.setAccessibleDescription(", ".join(parts))
        self.updateGeometry()
        self.update()

    def picture_painter(self) -> tuple[Paint, QSize]:
        """Return what paints the funnel, and its size on a page."""
        view = self._view()

        def paint(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
            if view is not None:
                paint_funnel(painter, rect, view, tokens)

        return paint, QSize(_WIDTH, (funnel_height(view) if view is not None else 0) + 6 * UNIT)

    def sizeHint(self) -> QSize:
        view = self._view()
        return QSize(160 * UNIT, funnel_height(view) if view is not None else 60 * UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(70 * UNIT, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        view = self._view()
        if view is not None:
            painter = QPainter(self)
            paint_funnel(painter, QRectF(self.rect()), view, tokens_for(self.palette()))
            painter.end()

    def _view(self) -> FunnelView | None:
        if self._funnel is None:
            return None
        title = self._title or QCoreApplication.translate("Funnel", "Funnel")
        return FunnelView(funnel=self._funnel, title=title, font=self.font())
