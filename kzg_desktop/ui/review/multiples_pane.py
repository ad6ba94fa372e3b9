"""The cards minute by minute, as many small charts of one scale."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kzg_desktop.review.airings import CardMinutes
from kzg_desktop.widgets.small_multiples import SmallMultiples
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["MultiplesPane"]


class MultiplesPane(QScrollArea):
    """Scrolls where there are many cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = SmallMultiples()
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 3 * UNIT)
        column.addWidget(self.chart)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(holder)

    def show_cards(self, cards: list[CardMinutes]) -> None:
        """Show these."""
        self.chart.show_cards(cards)
