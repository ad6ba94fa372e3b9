"""Small multiples on the screen: one panel for each card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kzg_desktop.review.airings import CardMinutes
from kzg_desktop.widgets.chart_picture import Paint
from kzg_desktop.widgets.multiples_painter import MultiplesView, card_at, multiples_height, paint_multiples
from kzg_desktop.widgets.tokens import UNIT, Tokens, tokens_for

__all__ = ["SmallMultiples"]

_WIDTH = 1200


class SmallMultiples(QWidget):
    """Shows each card's applications in each minute on air; ``job_chosen`` carries whose panel was clicked."""

    job_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[CardMinutes, ...] = ()
        self._job = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.chart_title)

    @property
    def cards(self) -> tuple[CardMinutes, ...]:
        """What is shown."""
        return self._cards

    @property
    def chart_title(self) -> str:
        """What the chart shows."""
        return self.tr("Minute by minute")

    def show_cards(self, cards: Sequence[CardMinutes]) -> None:
        """Show these."""
        self._cards = tuple(cards)
        self.setAccessibleDescription(", ".join(f"{card.title} {sum(card.minutes):,}" for card in cards))
        self.updateGeometry()
        self.update()

    def choose_job(self, job_id: str) -> None:
        """Frame the panel of that job; "" for none."""
        self._job = job_id
        self.update()

    def picture_painter(self) -> tuple[Paint, QSize]:
        """Return what paints the panels, and their size on a page."""
        view = MultiplesView(cards=self._cards, font=self.font())

        def paint(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
            paint_multiples(painter, rect, view, tokens)

        return paint, QSize(_WIDTH, multiples_height(view, _WIDTH - 6 * UNIT) + 6 * UNIT)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return multiples_height(self._view(), width) + 2 * UNIT

    def sizeHint(self) -> QSize:
        return QSize(800, self.heightForWidth(800))

    def minimumSizeHint(self) -> QSize:
        return QSize(60 * UNIT, 40 * UNIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(UNIT, 0, -UNIT, 0)
        paint_multiples(painter, box, self._view(), tokens_for(self.palette()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and card is not None:
            self.job_chosen.emit(card.job_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self._card_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), f"{card.title} · {card.employer}" if card is not None else "", self)
            return True
        return super().event(event)

    def _card_at(self, x: float, y: float) -> CardMinutes | None:
        return card_at(self._view(), self.width() - 2 * UNIT, x - UNIT, y)

    def _view(self) -> MultiplesView:
        return MultiplesView(cards=self._cards, chosen_job=self._job, font=self.font())
