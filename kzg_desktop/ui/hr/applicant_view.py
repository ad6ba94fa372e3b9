"""The table of applicants on screen. What the user is at stays where it is while the list changes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from kzg_desktop.models.applicant_table import ApplicantTable
from kzg_desktop.models.reordering import runs
from kzg_desktop.ui.hr.applicant_cells import ApplicantCells
from kzg_desktop.ui.hr.column_header import ColumnHeader
from kzg_desktop.ui.hr.columns import ApplicantWords, Column
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["APPLICANT_ROW_HEIGHT", "ApplicantView"]

APPLICANT_ROW_HEIGHT = 8 * UNIT
_TICK_MS = 1000
_MANY = 200

_Flag = QItemSelectionModel.SelectionFlag


class ApplicantView(QTableView):
    """Whole rows; one of them, the current one, is the applicant at hand. Several can be selected.

    A change of the list is put between `hold` and `restore`: then the row under the pointer, or else the current one,
    stays at its place on screen, and selection and current row stay on the same applicants.
    """

    current_changed = Signal(int)
    """Another applicant is at hand: its arrival number, 0 for none."""
    selection_changed = Signal()
    became_due = Signal()
    """An applicant on screen is due as of now."""
    ticked = Signal()
    """A second went by while the table is on screen."""

    def __init__(self, table: ApplicantTable, words: ApplicantWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._words = words
        self._number = 0
        self._held: tuple[int, int] | None = None
        self._kept: tuple[int, int, frozenset[int]] = (0, -1, frozenset())
        self._stash: frozenset[int] = frozenset()
        self._marking = False
        self._risen = 0
        self._seen_at = words.now
        self.header = ColumnHeader(words, self)
        self.pill = QPushButton(self)
        self._tick = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._set_up()
        self.setModel(table)
        self.setItemDelegate(ApplicantCells(words, self))
        self._free_header()
        self._wire()

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Applicants"))
        self.setHorizontalHeader(self.header)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(APPLICANT_ROW_HEIGHT)
        rows.setDefaultSectionSize(APPLICANT_ROW_HEIGHT)
        self.pill.setProperty("kind", "primary")
        self.pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pill.hide()

    def _free_header(self) -> None:
        """Let headings sort and nothing else: a table takes a press on one for a wish to select the column.

        To draw a heading, Qt asks whether all cells beneath are selected, one by one: it is told of no selection.
        """
        self.header.sectionPressed.disconnect()
        self.header.sectionEntered.disconnect()
        self.header.setSelectionModel(QItemSelectionModel(self._table, self.header))

    def _wire(self) -> None:
        self._table.modelAboutToBeReset.connect(self._keep)
        self._table.modelReset.connect(self._find_again)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self._tick.timeout.connect(self._on_tick)
        self.pill.clicked.connect(self.go_to_top)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # --- what is at hand

    @property
    def number(self) -> int:
        """The arrival number of the applicant at hand, 0 for none."""
        return self._number

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(len(rows) for rows in self._selected_rows())

    def selected_numbers(self) -> list[int]:
        """Return the arrival numbers of the rows selected, from the top."""
        numbers: list[int] = []
        for rows in sorted(self._selected_rows(), key=lambda rows: rows.start):
            numbers.extend(self._table.numbers[rows.start : rows.stop])
        return numbers

    def _selected_rows(self) -> list[range]:
        """Return the rows selected as ranges: of a hundred thousand there is no list of indexes to wait for."""
        selection = self.selectionModel().selection()
        parts = (selection.at(at) for at in range(selection.count()))
        return [range(part.top(), part.bottom() + 1) for part in parts]

    def visible_rows(self) -> range:
        """Return the rows on screen, the half ones too."""
        first = self.verticalScrollBar().value() // APPLICANT_ROW_HEIGHT
        count = self.viewport().height() // APPLICANT_ROW_HEIGHT + 2
        return range(first, min(first + count, self._table.rowCount()))

    # --- moving and marking

    def step(self, rows: int) -> None:
        """Go so many rows down, or up. While rows are being marked, the selection stays."""
        last = self._table.rowCount() - 1
        if last < 0:
            return
        row = min(max(self.currentIndex().row() + rows, 0), last)
        flags = _Flag.NoUpdate if self._marking else _Flag.ClearAndSelect | _Flag.Rows
        self._go(row, flags)

    def choose(self, number: int) -> bool:
        """Take that applicant at hand, if it is listed."""
        row = self._table.row_of(number)
        if row >= 0:
            self._go(row, _Flag.ClearAndSelect | _Flag.Rows)
        return row >= 0

    def toggle_mark(self) -> None:
        """Select the row at hand beside those selected, or no longer; from then on moving keeps the selection."""
        index = self.currentIndex()
        if not index.isValid():
            return
        flag = _Flag.Toggle if self._marking else _Flag.Select
        self._marking = True
        self.selectionModel().select(index, flag | _Flag.Rows)

    def mark_only_current(self) -> bool:
        """Select the row at hand alone; return whether others were selected."""
        several = self.selected_count > 1 or self._marking
        self._marking = False
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect | _Flag.Rows)
        return several

    def begin(self) -> None:
        """Another list begins: the row at hand is on screen, and nothing has come in above it yet."""
        self._set_risen(0)
        if self.currentIndex().isValid():
            self._scroll_to(self.currentIndex().row())

    def go_to_top(self) -> None:
        """Show the first rows."""
        self.verticalScrollBar().setValue(0)

    def _go(self, row: int, flags: _Flag) -> None:
        self.selectionModel().setCurrentIndex(self._table.index(row, Column.NAME), flags)
        self._scroll_to(row)

    def _scroll_to(self, row: int) -> None:
        """Have *row* on screen, without a move sideways."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = row * APPLICANT_ROW_HEIGHT
        if top < bar.value():
            bar.setValue(top)
        elif top + APPLICANT_ROW_HEIGHT > bar.value() + height:
            bar.setValue(top + APPLICANT_ROW_HEIGHT - height)

    # --- holding still

    def hold(self) -> None:
        """Remember what is where; the list is about to change."""
        row = self._anchor()
        place = row * APPLICANT_ROW_HEIGHT - self.verticalScrollBar().value()
        self._held = (self._table.number_at(row), place) if row >= 0 else None
        self._held_row = row
        self._stash = frozenset(self.selected_numbers()) if self.selected_count > _MANY else frozenset()
        if self._stash:  # Qt would note every cell of them when a row moves
            self.selectionModel().clearSelection()

    def restore(self) -> None:
        """Have it there again."""
        held, self._held = self._held, None
        stash, self._stash = self._stash, frozenset()
        if stash:
            self._select(stash)
        if not self.currentIndex().isValid() and self._table.rowCount():
            self._go(0, _Flag.ClearAndSelect | _Flag.Rows)
        elif not self._marking and not self.selectionModel().hasSelection():  # the row that had it is gone
            self.selectionModel().select(self.currentIndex(), _Flag.Select | _Flag.Rows)
        row = self._table.row_of(held[0]) if held is not None else -1
        if held is None or row < 0:
            return
        # The scroll bar's range grows with a delayed layout otherwise, and the value would be cut to the old one.
        self.updateGeometries()
        self.verticalScrollBar().setValue(row * APPLICANT_ROW_HEIGHT - held[1])
        risen = row - self._held_row
        if risen > 0 and self.verticalScrollBar().value() > 0:
            self._set_risen(self._risen + risen)

    def _anchor(self) -> int:
        """Return the row that is to stay where it is, -1 for none."""
        viewport = self.viewport()
        if viewport.underMouse():
            row = self.rowAt(viewport.mapFromGlobal(self.cursor().pos()).y())
            if row >= 0:
                return row
        visible = self.visible_rows()
        if self.currentIndex().row() in visible:
            return self.currentIndex().row()
        return visible.start if self.verticalScrollBar().value() and len(visible) else -1

    def _keep(self) -> None:
        """A reset forgets everything: remember the applicants."""
        chosen = frozenset(self.selected_numbers()) if self.selected_count > 1 and not self._stash else frozenset()
        self._kept = (self._number, self.currentIndex().row(), chosen)

    def _find_again(self) -> None:
        number, _row, chosen = self._kept
        if chosen:
            self._select(chosen)
        row = self._table.row_of(number) if number else -1
        if row >= 0:
            self._go(row, _Flag.NoUpdate if chosen or self._stash else _Flag.ClearAndSelect | _Flag.Rows)
        elif self._table.rowCount():
            self._go(0, _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self._tell_current(0)
        self.selection_changed.emit()

    def _select(self, numbers: Iterable[int]) -> None:
        wanted = QItemSelection()
        last = self._table.columnCount() - 1
        rows = sorted(row for number in numbers if (row := self._table.row_of(number)) >= 0)
        for first, end in runs(rows):
            wanted.select(self._table.index(first, 0), self._table.index(end, last))
        self.selectionModel().select(wanted, _Flag.ClearAndSelect)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._marking = False
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:  # cells are nothing to go through
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (10 * UNIT if event.key() == Qt.Key.Key_Right else -10 * UNIT))
            return
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            rows = self._table.rowCount()
            self.step(-rows if event.key() == Qt.Key.Key_Home else rows)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the page."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._marking = False
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())
        self._place_pill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.header.fit(self.viewport().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(0, self.rowViewportPosition(index.row()), self.viewport().width(), 32)
        self._tell_current(self._table.number_at(current.row()) if current.isValid() else 0)

    def _tell_current(self, number: int) -> None:
        if number != self._number:
            self._number = number
            self.current_changed.emit(number)

    def _on_selection(self, *_parts: QItemSelection) -> None:
        if not self._stash:
            self.selection_changed.emit()

    # --- time

    def _on_tick(self) -> None:
        """Say of the rows on screen how long they are due, as of now."""
        before, self._seen_at = self._seen_at, self._words.now
        column = self.columnViewportPosition(Column.DUE)
        self.viewport().update(QRect(column, 0, self.columnWidth(Column.DUE), self.viewport().height()))
        rows = (self._table.held(self._table.number_at(row)) for row in self.visible_rows())
        if any(row is not None and before < row.due_at <= self._seen_at for row in rows):
            self.became_due.emit()
        self.ticked.emit()

    # --- what came in above

    def _on_scrolled(self, value: int) -> None:
        if value == 0:
            self._set_risen(0)

    def _set_risen(self, risen: int) -> None:
        if risen != self._risen:
            self._risen = risen
            self.pill.setText(self.tr("↑ {count} above").format(count=f"{risen:,}"))
            self.pill.setVisible(risen > 0)
            self._place_pill()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        self.pill.move((self.width() - self.pill.width()) // 2, self.header.height() + 2 * UNIT)
