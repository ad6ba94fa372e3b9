"""The list of broadcasts at the left: find one, sort, select several to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.reading import Totals
from kzg_desktop.ui.review.broadcast_model import BroadcastFilter, BroadcastRole, BroadcastRow, Broadcasts, Order
from kzg_desktop.ui.review.entries import broadcast_entry
from kzg_desktop.ui.review.entry_delegate import Entry, EntryDelegate
from kzg_desktop.ui.review.sorting import Index
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BroadcastList"]

_SETTLING_MS = 60
"""Who runs through the list by keys opens only where they stop."""


class BroadcastList(QWidget):
    """Keeps one broadcast chosen wherever there is one.

    ``chosen`` carries the id of the broadcast to show, ``counted`` how many are listed, in words; ``selected`` is
    emitted when the selection changed, and ``compare_requested`` when the selected ones are to be compared.
    """

    chosen = Signal(str)
    counted = Signal(str)
    selected = Signal()
    compare_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = Broadcasts(self)
        self.shown = BroadcastFilter(self.model, self)
        self.search = SearchField(self.tr("Search broadcasts  ( / )"))
        self.order = QComboBox()
        self.view = QListView()
        self.empty = EmptyState()
        self._no_match = EmptyState()
        self._stack = QStackedWidget()
        self._compare = QPushButton(autoDefault=True)
        self._wanted = ""
        self._told = ""
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._fill_order()
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.view)

    @property
    def current(self) -> str:
        """The id of the broadcast that is chosen, "" for none."""
        index = self.view.currentIndex()
        return index.data(BroadcastRole.ROW).broadcast.id if index.isValid() else ""

    @property
    def count(self) -> str:
        """How many are listed, and of how many."""
        count, total = self.shown.rowCount(), self.model.rowCount()
        return f"{total:,}" if count == total else f"{count:,} / {total:,}"

    def selection(self) -> list[BroadcastRow]:
        """Return the rows that are selected, from the top."""
        indexes = sorted(self.view.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(BroadcastRole.ROW) for index in indexes]

    def show_broadcasts(self, broadcasts: Iterable[Broadcast], totals: Mapping[str, Totals] | None) -> None:
        """List these; *totals* by broadcast id, None while they are being counted."""
        chosen = [row.broadcast.id for row in self.selection()]
        current = self._wanted or self.current or self._told
        self.model.apply(broadcasts, totals)
        self.shown.invalidate()
        self.counted.emit(self.count)
        self._settle(current, chosen)

    def choose(self, broadcast_id: str) -> None:
        """Choose that broadcast, as soon as it is listed; the search gives way to it."""
        self._wanted = broadcast_id
        if self.model.row_of(broadcast_id) >= 0 and self._row_of(broadcast_id) < 0:
            self.search.clear()
        self._settle(broadcast_id, [broadcast_id])

    def step(self, by: int) -> None:
        """Go to the next broadcast, or the one before."""
        row = min(max(self.view.currentIndex().row() + by, 0), self.shown.rowCount() - 1)
        if row >= 0:
            self.view.setCurrentIndex(self.shown.index(row, 0))

    def to_search(self) -> None:
        """Give the search field the keyboard."""
        self.search.setFocus()
        self.search.selectAll()

    # --- inside

    def _row_of(self, broadcast_id: str) -> int:
        source = self.model.row_of(broadcast_id)
        return self.shown.mapFromSource(self.model.index(source)).row() if source >= 0 else -1

    def _settle(self, current: str, chosen: list[str]) -> None:
        part = self.view if self.shown.rowCount() else self._no_match if self.model.rowCount() else self.empty
        self._stack.setCurrentWidget(part)
        row = self._row_of(current) if current else -1
        if row < 0 and (self._wanted or not self.shown.rowCount()):
            self._emit_later()
            return
        self._wanted = ""
        index = self.shown.index(max(row, 0), 0)
        flags = QItemSelectionModel.SelectionFlag
        model = self.view.selectionModel()
        if self.view.currentIndex() != index or not model.isSelected(index):
            model.setCurrentIndex(index, flags.ClearAndSelect)
            self.view.scrollTo(index)
        for other in chosen:
            if (place := self._row_of(other)) >= 0:
                model.select(self.shown.index(place, 0), flags.Select)
        self._emit_later()

    def _emit_later(self) -> None:
        self._settling.start()

    def _emit(self) -> None:
        current = self.current
        if current and current != self._told:
            self._told = current
            self.chosen.emit(current)
        self._show_compare()
        self.selected.emit()

    def _show_compare(self) -> None:
        count = len(self.selection())
        self._foot.setVisible(count > 1)
        self._compare.setText(self.tr("Compare {count} broadcasts").format(count=count))

    def _on_search(self, text: str) -> None:
        current = self.current or self._told
        self.shown.search(text)
        self.counted.emit(self.count)
        self._settle(current, [])

    def _on_order(self) -> None:
        order: Order = self.order.currentData()
        self.shown.order_by(order)
        self.view.scrollTo(self.view.currentIndex())

    # --- building

    def _fill_order(self) -> None:
        for words, order in (
            (self.tr("Latest first"), "date"),
            (self.tr("Most sign-ups"), "sign_ups"),
            (self.tr("Most reached"), "reached"),
            (self.tr("Most hired"), "hired"),
            (self.tr("By title"), "title"),
        ):
            self.order.addItem(words, order)
        self.order.setAccessibleName(self.tr("Order of the broadcasts"))

    def _lay_out(self) -> None:
        self.view.setModel(self.shown)
        self.view.setItemDelegate(EntryDelegate(_entry, 3, self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Broadcasts"))
        self.empty.say(
            self.tr("Nothing to review yet"),
            self.tr("Every broadcast stands here as soon as it is planned; after it, what it brought."),
        )
        self._no_match.say(
            self.tr("No broadcast matches"), self.tr("Try fewer words, a host or a date."), self.tr("Clear the search")
        )
        self._compare.setProperty("kind", "primary")
        find = QVBoxLayout()
        find.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 3 * UNIT)
        find.setSpacing(2 * UNIT)
        find.addWidget(self.search)
        find.addWidget(self.order)
        line = QFrame()
        line.setProperty("role", "hairline")
        for part in (self.view, self.empty, self._no_match):
            self._stack.addWidget(part)
        foot = QVBoxLayout()
        foot.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self._foot.hide()
        foot.addWidget(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(find)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.left.connect(self.view.setFocus)
        self.search.returnPressed.connect(self.view.setFocus)
        self._no_match.activated.connect(self.search.clear)
        self.order.currentIndexChanged.connect(self._on_order)
        self._compare.clicked.connect(self.compare_requested)
        self.view.selectionModel().selectionChanged.connect(self._emit_later)
        self._settling.timeout.connect(self._emit)


def _entry(index: Index) -> Entry:
    return broadcast_entry(index.data(BroadcastRole.ROW))
