"""The list of applicants who would fit a job, on screen: two lines to a row, so that the reasons can be read."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kzg_desktop.hiring_services import SeekerMatch
from kzg_desktop.ui.matching.seekers_table import SeekerColumn, SeekerRole, SeekersTable
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, tokens_for

__all__ = ["SeekersView"]

_ROW_HEIGHT = 12 * UNIT
_LINE = 5 * UNIT
_PADDING = 13
"""As in the style sheet: what is drawn here begins where other cells do."""

_WIDTHS = {
    SeekerColumn.FIT: (16, 16),
    SeekerColumn.NAME: (20, 32),
    SeekerColumn.JOB: (32, 48),
    SeekerColumn.CITY: (16, 32),
    SeekerColumn.AGE: (16, 20),
    SeekerColumn.APPLIED: (24, 40),
    SeekerColumn.OWNER: (16, 24),
    SeekerColumn.STATE: (20, 32),
}
"""Least and greatest widths in units of the grid; in between, as wide as their words. The reasons have the rest."""

_MEASURED_ROWS = 40

_GIVES_WAY = (SeekerColumn.AGE, SeekerColumn.CITY, SeekerColumn.OWNER)
"""What is hidden, in turn, where the reasons have no room; the drawer shows it, too."""
_LEAST_WHY = 80 * UNIT
_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_DOT = " · "
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class SeekersView(QTableView):
    """Whole rows, one of them chosen; it stays chosen and where it is on screen when the list is read again."""

    chosen = Signal()
    open_requested = Signal()
    move_requested = Signal()
    search_requested = Signal()
    left = Signal()

    def __init__(self, table: SeekersTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setModel(table)
        self.setAccessibleName(self.tr("Applicants who would fit"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(_Cells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(8 * UNIT)
        header.setSectionResizeMode(SeekerColumn.WHY, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self.open_requested)
        self.selectionModel().selectionChanged.connect(self.chosen)
        table.modelAboutToBeReset.connect(self._hold)
        table.modelReset.connect(self._restore)
        self._held: tuple[str, int, int] = ("", 0, 0)
        self._wanted = self._measure()

    @property
    def match(self) -> SeekerMatch | None:
        """Who is chosen."""
        row = self.currentIndex().row()
        return self.table.match_at(row) if 0 <= row < self.table.rowCount() else None

    def choose(self, row: int) -> None:
        """Choose that row, or the nearest."""
        if self.table.rowCount():
            index = self.table.index(max(0, min(row, self.table.rowCount() - 1)), 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        find = event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        key = Qt.Key(event.key())
        if find or (plain and key == Qt.Key.Key_Slash):
            self.search_requested.emit()
        elif not plain or not self._pressed(key):
            super().keyPressEvent(event)

    def _pressed(self, key: Qt.Key) -> bool:
        """Do what that key is for; return whether it is for anything here."""
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_requested.emit()
        elif key == Qt.Key.Key_M:
            self.move_requested.emit()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            self.left.emit()
        elif key in _STEPS:
            self.choose(self.currentIndex().row() + _STEPS[key])
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, hidden = self.viewport().width(), set[SeekerColumn]()
        for column in _GIVES_WAY:
            if room - sum(width for each, width in self._wanted.items() if each not in hidden) < _LEAST_WHY:
                hidden.add(column)
        for column, width in self._wanted.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)

    def _measure(self) -> dict[SeekerColumn, int]:
        """Look how wide the words of the first rows are; asking Qt would look at a thousand."""
        rows, metrics = range(min(self.table.rowCount(), _MEASURED_ROWS)), self.fontMetrics()
        header = self.horizontalHeader()
        widths: dict[SeekerColumn, int] = {}
        for column, (least, greatest) in _WIDTHS.items():
            texts = (str(self.table.index(row, column).data()) for row in rows)
            lines = {line for text in texts for line in text.splitlines()}
            widest = max(map(metrics.horizontalAdvance, lines), default=0) + 2 * _PADDING + UNIT
            wanted = min(max(least * UNIT, widest), greatest * UNIT)
            widths[column] = max(wanted, header.sectionSizeHint(column) + UNIT)
        return widths

    def _hold(self) -> None:
        match = self.match
        self._held = (
            match.row.id if match is not None else "",
            self.currentIndex().row(),
            self.verticalScrollBar().value(),
        )

    def _restore(self) -> None:
        self._wanted = self._measure()
        self._fit()
        held, row, scrolled = self._held
        at = self.table.row_of(held) if held else -1
        self.choose(at if at >= 0 else row)
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.currentIndex())
        self.chosen.emit()


class _Cells(QStyledItemDelegate):
    """Draws cells of two lines, and the bar beneath how well somebody fits."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() in {SeekerColumn.FIT, SeekerColumn.WHY, SeekerColumn.JOB}:
            option.text = ""  # drawn below

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        room = QRect(option.rect).adjusted(_PADDING, 0, -UNIT, 0)
        lines = index.data(SeekerRole.LINES)
        if lines is not None:
            self._paint_lines(painter, room, option, lines)
        elif index.column() == SeekerColumn.FIT:
            self._paint_fit(painter, room, option, index)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, lines: tuple[tuple[str, str], ...]
    ) -> None:
        tokens, fonts = tokens_for(option.palette), _fonts(option.font)
        said = [line for line in lines if line[0]]
        if len(said) == 1:
            said = [(part, said[0][1]) for part in _halves(said[0][0], QFontMetricsF(fonts[0]), room.width())]
        top = room.center().y() - len(said) * _LINE // 2
        for number, (text, tone) in enumerate(said):
            painter.setFont(fonts[number])
            painter.setPen(tokens.color(tone))
            box = QRect(room.left(), top + number * _LINE, room.width(), _LINE)
            painter.drawText(box, _ALIGN, elided(text, QFontMetricsF(fonts[number]), box.width()))

    def _paint_fit(
        self,
        painter: QPainter,
        room: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_for(option.palette)
        score = index.data(SeekerRole.MATCH).fit.score
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.color("text"))
        figures = QRect(room.left(), room.center().y() - _LINE + 3, room.width(), _LINE)
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        painter.drawText(figures, _ALIGN, str(score))
        bar = QRectF(room.left(), figures.bottom() + 3, 8 * UNIT, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, role in ((bar.width(), "hairline"), (bar.width() * score / 100, "accent")):
            painter.setBrush(tokens.color(role))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), 1.5, 1.5)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """Return the fonts of the first and the second line."""
    first, second = QFont(font), QFont(font)
    first.setPixelSize(SIZES["body"] - 1)
    second.setPixelSize(SIZES["caption"])
    return first, second


def _halves(text: str, metrics: QFontMetricsF, width: int) -> list[str]:
    """Return what has room in a line and what goes into the next."""
    parts = text.split(_DOT)
    fits = len(parts)
    while fits > 1 and metrics.horizontalAdvance(_DOT.join(parts[:fits])) > width:
        fits -= 1
    return [line for line in (_DOT.join(parts[:fits]), _DOT.join(parts[fits:])) if line]
