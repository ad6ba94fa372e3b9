"""The table of cards on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kzg_desktop.review.cards import CardResult
from kzg_desktop.ui.review.card_table import CardColumn, CardTable
from kzg_desktop.ui.review.interval_delegate import IntervalDelegate
from kzg_desktop.ui.review.plain_view import PlainView
from kzg_desktop.ui.review.sorting import Figures
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["CardView"]

_COSTS = (CardColumn.COST, CardColumn.COST_EACH)


class CardView(PlainView):
    """Sortable by a click on a heading; several cards can be selected. ``job_chosen`` carries the current one's id."""

    job_chosen = Signal(str)
    cards_selected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.table = CardTable()
        self.figures = Figures(self.table)
        super().__init__(self.figures, "", parent)
        self.setAccessibleName(self.tr("Cards"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(CardColumn.PER_MINUTE, IntervalDelegate(self, figure=12 * UNIT))
        self.horizontalHeader().setSortIndicator(CardColumn.PER_MINUTE, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self._told = ""
        self._fitted = (0, 0)

    def show_cards(self, cards: Sequence[CardResult], titles: Mapping[str, str]) -> None:
        """Show these; the selection stays where its cards are still there."""
        chosen = [card.job_id for card in self.cards()]
        self.table.apply(cards, titles)
        for column in _COSTS:
            self.setColumnHidden(column, all(card.cost_yuan is None for card in cards))
        self.setColumnHidden(CardColumn.EXITS, not any(card.exits for card in cards))
        if cards:
            self._fit_new(cards)
        self.choose(chosen)

    def _fit_new(self, cards: Sequence[CardResult]) -> None:
        """Fit the columns to a broadcast's figures; another reading of the same leaves them to the user."""
        longest = max(len(card.title) for card in cards), len(str(sum(len(card.sent) for card in cards)))
        if longest != self._fitted:
            self._fitted = longest
            self.fit()
            self.setColumnWidth(CardColumn.TITLE, min(max(self.columnWidth(CardColumn.TITLE), 30 * UNIT), 60 * UNIT))
            self.setColumnWidth(CardColumn.PER_MINUTE, 44 * UNIT)

    def cards(self) -> list[CardResult]:
        """Return the cards selected, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.table.card_at(self.figures.mapToSource(self.figures.index(row, 0)).row()) for row in rows]

    def choose(self, job_ids: Sequence[str]) -> None:
        """Select those cards."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for row in range(self.figures.rowCount()):
            index = self.figures.index(row, 0)
            if self.table.card_at(self.figures.mapToSource(index).row()).job_id in job_ids:
                self.selectionModel().select(index, flags.Select | flags.Rows)

    def _on_selection(self) -> None:
        cards = self.cards()
        job_id = cards[0].job_id if len(cards) == 1 else ""
        if job_id != self._told:
            self._told = job_id
            self.job_chosen.emit(job_id)
        self.cards_selected.emit()
