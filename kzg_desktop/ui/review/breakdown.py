"""What broadcasts brought, broken down by one thing at a time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kzg_desktop.review.campaign import Campaign
from kzg_desktop.ui.review.plain_view import PlainView
from kzg_desktop.ui.review.sorting import Figures
from kzg_desktop.ui.review.switch import Switch
from kzg_desktop.ui.review.totals_table import LINES_BY, LinesBy, TotalsTable, totals_lines
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Breakdown"]

_NARROWEST, _WIDEST = 36 * UNIT, 90 * UNIT
_WORDS_LEFT = {"broadcasts": 3}
"""How many columns at the left hold words; else it is the name alone."""


class Breakdown(QWidget):
    """A switch with a sortable table beneath. ``broadcast_requested`` carries the id of a broadcast to open."""

    broadcast_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaign: Campaign | None = None
        self.switch = Switch([(by, self._words(by)) for by in LINES_BY], self.tr("Broken down by"))
        self.table = TotalsTable(self)
        self.figures = Figures(self.table, self)
        self.view = PlainView(self.figures, self.tr("Totals"))
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("role", "caption")
        self._lay_out()
        self.switch.chosen.connect(lambda _by: self._show())
        self.view.activated.connect(self._on_activated)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Break *campaign* down, or show nothing."""
        self._campaign = campaign
        self._show()

    def show_by(self, by: LinesBy) -> None:
        """Break it down by that."""
        self.switch.choose(by)
        self._show()

    # --- inside

    def _show(self) -> None:
        by: LinesBy = next(each for each in LINES_BY if each == self.switch.current)
        self.note.setText(self._note(by))
        self.note.setVisible(bool(self.note.text()))
        if self._campaign is None:
            self.table.apply(("",), ())
            return
        heads, lines = totals_lines(self._campaign, by)
        self.table.apply(heads, lines, left=_WORDS_LEFT.get(by, 1))
        self._sort(by, len(heads))
        self.view.fit(most=_WIDEST)
        self.view.setColumnWidth(0, max(self.view.columnWidth(0), _NARROWEST))

    def _sort(self, by: LinesBy, counts_from: int) -> None:
        """Begin with the most sign-ups; broadcasts come by their time, age bands by age."""
        if by == "broadcasts":
            self.view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        elif by == "age_bands":
            self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        else:
            self.view.sortByColumn(counts_from, Qt.SortOrder.DescendingOrder)

    def _on_activated(self, index: QModelIndex) -> None:
        line = self.table.line_at(self.figures.mapToSource(index).row())
        if line.key:
            self.broadcast_requested.emit(line.key)

    def _note(self, by: LinesBy) -> str:
        if self._campaign is None:
            return ""
        if by == "audiences":
            return self.tr("The audience that a broadcast was announced for; what a person is, nobody is asked.")
        if by == "regions":
            return self.tr("Openings are where the jobs are; sign-ups are where people said they live.")
        if by == "broadcasts":
            return self.tr("Enter or a double click opens a broadcast.")
        if by == "employers" and self._campaign.unstated:
            words = self.tr("{n} jobs do not state how many they want; they count for no opening.")
            return words.format(n=f"{self._campaign.unstated:,}")
        return ""

    def _words(self, by: LinesBy) -> str:
        return {
            "employers": self.tr("Employers"),
            "regions": self.tr("Regions"),
            "age_bands": self.tr("Age bands"),
            "broadcasts": self.tr("Broadcasts"),
            "audiences": self.tr("Audiences"),
            "hosts": self.tr("Hosts"),
            "channels": self.tr("Channels"),
        }[by]

    def _lay_out(self) -> None:
        self.view.setSortingEnabled(True)
        line = QHBoxLayout()
        line.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        line.setSpacing(4 * UNIT)
        line.addWidget(self.switch)
        line.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        below.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        column.addLayout(below)
