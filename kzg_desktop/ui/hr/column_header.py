"""The heading of the applicants' table: which columns there are, how wide, in which order, sorted by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from kzg_desktop.hiring_services import Order
from kzg_desktop.ui.hr.applicant_cells import CELL_PADDING, cell_font
from kzg_desktop.ui.hr.column_memory import Arrangement, arrangement_of
from kzg_desktop.ui.hr.columns import COLUMNS, ApplicantWords, Column
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ColumnHeader"]

_HEIGHT = 8 * UNIT
_SAVE_MS = 400
_GIVING = (Column.DUE, Column.JOB)
"""Columns that can do with less where there is little room, the first to give first."""

_ROOM_FOR_JOB = 64 * UNIT


class ColumnHeader(QHeaderView):
    """Columns can be moved and resized with the mouse, and hidden in a menu; what the user did is remembered.

    Until the user chooses columns, there are as many as fit.
    """

    order_chosen = Signal()
    arranged = Signal()
    """The user arranged columns; `arrangement` is to be remembered."""

    def __init__(self, words: ApplicantWords, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._words = words
        self._table = view
        self._arrangement = Arrangement()
        self._by_itself = False
        self._is_single_employer = True
        self._room = 0
        self._save = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._save.timeout.connect(self.arranged)
        self.setFixedHeight(_HEIGHT)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8 * UNIT)
        self.setStretchLastSection(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(f"QHeaderView::section {{ padding: 0 {CELL_PADDING}px; }}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)

    @property
    def arrangement(self) -> Arrangement:
        """How the columns are arranged."""
        return self._arrangement

    @property
    def shown(self) -> list[Column]:
        """The columns on screen from left to right."""
        return [column for column in self._arrangement.columns if not self.isSectionHidden(column)]

    def restore(self, stored: Mapping[str, Any]) -> None:
        """Arrange the columns as they were remembered."""
        self._take(arrangement_of(stored))

    def reset_columns(self) -> None:
        """Arrange the columns as they are at first; the sorting stays."""
        self._take(Arrangement(order=self._arrangement.order, descending=self._arrangement.descending))
        self.arranged.emit()

    def set_single_employer(self, single: bool) -> None:
        """Leave the employer out where there is only one, unless the user wants to see it."""
        self._is_single_employer = single
        if self._room:
            self.fit(self._room)

    def sort(self, order: Order, *, descending: bool) -> None:
        """Show that the list is sorted by that."""
        self._arrangement = replace(self._arrangement, order=order, descending=descending)
        self._show_order()

    def fit(self, room: int) -> None:
        """Show as many columns as have room, at widths that fill it."""
        self._room = room
        widths = {column: self._wish(column) for column in COLUMNS}
        shown = self._chosen(widths, room)
        spare = room - sum(widths[column] for column in shown)
        if spare < 0:
            for column in _GIVING:
                cut = min(-spare, self._gives(column, widths)) if column in shown else 0
                widths[column] -= cut
                spare += cut
        elif Column.JOB in shown and "job" not in self._arrangement.widths:
            widths[Column.JOB] = min(widths[Column.JOB] + spare, max(widths[Column.JOB], _ROOM_FOR_JOB))
        self._by_itself = True
        for column in COLUMNS:
            self.setSectionHidden(column, column not in shown)
            self.resizeSection(column, widths[column])
        self._by_itself = False

    def menu(self) -> QMenu:
        """Return a menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self._arrangement.columns:
            action = menu.addAction(self._words.headings[column])
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setEnabled(column != Column.NAME)
            action.toggled.connect(self._toggler(column))
        menu.addSeparator()
        back = QAction(self.tr("Arrange the columns as at first"), menu)
        back.triggered.connect(self.reset_columns)
        menu.addAction(back)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    # --- what fits

    def _chosen(self, widths: Mapping[Column, int], room: int) -> list[Column]:
        wanted = self._arrangement.shown
        if wanted is not None:
            return [column for column in COLUMNS if COLUMNS[column].name in wanted]
        room += self._gives(Column.DUE, widths) + self._gives(Column.JOB, widths)
        chosen: list[Column] = []
        for column in sorted(COLUMNS, key=lambda c: COLUMNS[c].rank):
            if column == Column.EMPLOYER and self._is_single_employer:
                continue
            if COLUMNS[column].rank == 2:  # for what says less than when it is due and the job, these need not give way
                room -= self._gives(Column.DUE, widths) + self._gives(Column.JOB, widths)
            if COLUMNS[column].rank and room < sum(widths[each] for each in chosen) + widths[column]:
                continue  # a narrower one that says less may still have room
            chosen.append(column)
        return chosen

    def _wish(self, column: Column) -> int:
        own = self._arrangement.widths.get(COLUMNS[column].name)
        if own is not None:
            return own
        heading = self.fontMetrics().horizontalAdvance(self._words.headings[column]) + 4 * UNIT
        return max(self._width(column, self._words.widest(column)), heading + 2 * CELL_PADDING)

    def _gives(self, column: Column, widths: Mapping[Column, int]) -> int:
        """Return how much narrower the column can be; one that the user made as wide as it is stays so."""
        if COLUMNS[column].name in self._arrangement.widths:
            return 0
        return max(0, widths[column] - self._width(column, self._words.tightest(column)))

    def _width(self, column: Column, texts: list[str]) -> int:
        metrics = QFontMetricsF(cell_font(self._table.font()))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return round(widest) + 2 * CELL_PADDING + (2 * UNIT if column == Column.STATUS else 0)

    # --- the user

    def _take(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        self._by_itself = True
        for place, column in enumerate(arrangement.columns):
            self.moveSection(self.visualIndex(column), place)
        self._by_itself = False
        self._show_order()
        if self._room:
            self.fit(self._room)

    def _show_order(self) -> None:
        found = (c for c, kind in COLUMNS.items() if kind.order == self._arrangement.order)
        column = next(found, None)
        descending = self._arrangement.descending
        self.setSortIndicatorShown(column is not None)
        if column is not None:
            direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.setSortIndicator(column, direction)

    def _on_clicked(self, section: int) -> None:
        kind = COLUMNS[Column(section)]
        if kind.order is None:
            self._show_order()
            return
        again = kind.order == self._arrangement.order
        self.sort(kind.order, descending=not self._arrangement.descending if again else kind.down)
        self.arranged.emit()
        self.order_chosen.emit()

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if not self._by_itself and new:
            widths = self._arrangement.widths | {COLUMNS[Column(section)].name: new}
            self._arrangement = replace(self._arrangement, widths=widths)
            self._save.start()

    def _on_moved(self, *_places: int) -> None:
        if not self._by_itself:
            sequence = tuple(COLUMNS[Column(self.logicalIndex(place))].name for place in range(self.count()))
            self._arrangement = replace(self._arrangement, sequence=sequence)
            self._save.start()

    def _toggler(self, column: Column) -> Callable[[bool], None]:
        def toggle(shown: bool) -> None:
            names = [COLUMNS[each].name for each in self.shown if each != column]
            if shown:
                names.append(COLUMNS[column].name)
            self._arrangement = replace(self._arrangement, shown=tuple(names))
            self.fit(self._room)
            self.arranged.emit()

        return toggle

    def _on_menu(self, at: QPoint) -> None:
        self.menu().popup(self.mapToGlobal(at))
