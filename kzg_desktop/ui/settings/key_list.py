"""The list of commands with their keys drawn as caps, in groups."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import COMMANDS, GROUPS, Command, group_words
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, tokens_for

__all__ = ["KeyListModel", "KeyListView", "KeyRole"]

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_ROW = 8 * UNIT


class KeyRole(IntEnum):
    """``COMMAND`` is None for the heading of a group; ``CAPS`` is a list of texts."""

    COMMAND = Qt.ItemDataRole.UserRole
    CAPS = Qt.ItemDataRole.UserRole + 1
    CHANGED = Qt.ItemDataRole.UserRole + 2


class KeyListModel(QAbstractListModel):
    """The commands that the user can give keys to, each group under a heading; all of them or those searched for."""

    def __init__(self, keymap: Keymap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._words = ""
        self._rows = self._found()
        keymap.changed.connect(self._on_keys)

    def search(self, words: str) -> None:
        """Show only commands whose words or keys hold *words*."""
        self.beginResetModel()
        self._words = words.strip().casefold()
        self._rows = self._found()
        self.endResetModel()

    def row_of(self, command_id: str) -> int:
        """Return the row of that command, -1 when it is not shown."""
        rows = enumerate(self._rows)
        return next((place for place, row in rows if isinstance(row, Command) and row.id == command_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the signature is Qt's
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Command):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()] if index.isValid() else ""
        if isinstance(row, Command):
            return self._command_data(row, role)
        return row if row and role == Qt.ItemDataRole.DisplayRole else None

    def _command_data(self, row: Command, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.words}: {', '.join(self._keymap.caps(row.id))}"
            case KeyRole.COMMAND:
                return row
            case KeyRole.CAPS:
                return self._keymap.caps(row.id)
            case KeyRole.CHANGED:
                return not self._keymap.is_default(row.id)
        return None

    def _found(self) -> list[str | Command]:
        rows: list[str | Command] = []
        for group in GROUPS:
            fitting = [each for each in COMMANDS if each.group == group and not each.fixed and self._fits(each)]
            rows += [group_words(group), *fitting] if fitting else []
        return rows

    def _fits(self, each: Command) -> bool:
        texts = (each.words, *self._keymap.keys(each.id), *self._keymap.caps(each.id))
        return any(self._words in text.casefold() for text in texts)

    def _on_keys(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


class KeyListView(QListView):
    """``chosen`` carries the id of the command that the cursor is on, "" for none."""

    chosen = Signal(str)
    record_requested = Signal(str)

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = KeyListModel(keymap, self)
        self.setModel(self._model)
        self.setItemDelegate(_KeyDelegate(self))
        self.setAccessibleName(self.tr("Commands and their keys"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.chosen.emit(self.chosen_id))
        self.doubleClicked.connect(self._on_activated)

    @property
    def chosen_id(self) -> str:
        """The id of the command that the cursor is on, "" for none."""
        chosen = self.currentIndex().data(KeyRole.COMMAND)
        return chosen.id if isinstance(chosen, Command) else ""

    def choose(self, command_id: str) -> None:
        """Put the cursor on that command, if it is shown."""
        self.setCurrentIndex(self._model.index(self._model.row_of(command_id)))

    def choose_first(self) -> None:
        """Put the cursor on the first command."""
        self.setCurrentIndex(self._model.index(1))
        self.scrollToTop()

    def search(self, words: str) -> None:
        """Show only commands whose words or keys hold *words*, with the cursor on one of them."""
        before = self.chosen_id
        self._model.search(words)
        if self._model.row_of(before) >= 0:
            self.choose(before)
        else:
            self.choose_first()
        self.chosen.emit(self.chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._on_activated()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: _Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over headings, at which Qt's own list view stops."""
        now, last = self.currentIndex().row(), self._model.rowCount() - 1
        page = max(1, self.viewport().height() // _ROW - 1)
        match action:
            case _Action.MoveDown | _Action.MoveNext | _Action.MoveRight:
                return self._command_at(now + 1, 1)
            case _Action.MoveUp | _Action.MovePrevious | _Action.MoveLeft:
                return self._command_at(now - 1, -1)
            case _Action.MovePageDown:
                return self._command_at(min(last, now + page), 1)
            case _Action.MovePageUp | _Action.MoveHome:
                return self._command_at(max(0, now - page) if action == _Action.MovePageUp else 0, 1)
            case _:
                return self._command_at(last, -1)

    def _command_at(self, row: int, step: int) -> QModelIndex:
        """Return the first command from that row on; where there is none, the one that the cursor is on."""
        while 0 <= row < self._model.rowCount():
            if self._model.index(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                return self._model.index(row)
            row += step
        return self.currentIndex()

    def _on_activated(self) -> None:
        if command_id := self.chosen_id:
            self.record_requested.emit(command_id)


class _KeyDelegate(QStyledItemDelegate):
    """Draws words at the left and caps at the right, with a dot where the keys are the user's own."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(40 * UNIT, _ROW if index.data(KeyRole.COMMAND) is not None else 10 * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        widget = option.widget
        tokens = tokens_for(widget.palette())
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(KeyRole.COMMAND) is None:
            _paint_heading(painter, box, tokens, index.data(), option.font)
        else:
            _paint_ground(painter, box, tokens, state)
            if state & QStyle.StateFlag.State_Selected and widget.hasFocus():
                painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), tokens.color("accent"))
            _paint_command(painter, box.adjusted(4 * UNIT, 0, -4 * UNIT, 0), tokens, index, option.font)
        painter.restore()


def _paint_heading(painter: QPainter, box: QRectF, tokens: Tokens, words: str, font: QFont) -> None:
    heading = QFont(font)
    heading.setPixelSize(SIZES["caption"])
    heading.setWeight(QFont.Weight.DemiBold)
    painter.setFont(heading)
    painter.setPen(tokens.color("text_muted"))
    place = box.adjusted(4 * UNIT, 0, 0, -UNIT)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)


def _paint_ground(painter: QPainter, box: QRectF, tokens: Tokens, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, tokens.color("selected"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, tokens.color("hover"))


def _paint_command(painter: QPainter, box: QRectF, tokens: Tokens, index: _Index, font: QFont) -> None:
    left = _paint_caps(painter, box, tokens, index.data(KeyRole.CAPS), font)
    if index.data(KeyRole.CHANGED):
        left -= 3 * UNIT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("accent"))
        painter.drawEllipse(QRectF(left, box.center().y() - 3, 6, 6))
    room = left - 2 * UNIT - box.left()
    painter.setFont(font)
    painter.setPen(tokens.color("text"))
    words = QFontMetricsF(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(box.left(), box.top(), room, box.height()), Qt.AlignmentFlag.AlignVCenter, words)


def _paint_caps(painter: QPainter, box: QRectF, tokens: Tokens, caps: list[str], font: QFont) -> float:
    """Draw the caps against the right edge and return where they begin."""
    small = QFont(font)
    small.setPixelSize(SIZES["caption"])
    painter.setFont(small)
    if not caps:
        painter.setPen(tokens.color("text_faint"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "–")
        return box.right() - 3 * UNIT
    right = box.right()
    for words in reversed(caps):
        width = max(6.0 * UNIT, QFontMetricsF(small).horizontalAdvance(words) + 3 * UNIT)
        key = QRectF(right - width, box.center().y() - 2.5 * UNIT, width, 5 * UNIT)
        painter.setPen(QPen(tokens.color("hairline"), 1))
        painter.setBrush(tokens.color("raised"))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), UNIT, UNIT)
        painter.setPen(tokens.color("text"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, words)
        right = key.left() - UNIT
    return right
