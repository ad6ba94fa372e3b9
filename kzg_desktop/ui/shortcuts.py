"""The overview of all keys (F1 or ?)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import COMMANDS, GROUPS, Group, group_words
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ShortcutDialog", "shortcut_table"]

_Rows = list[tuple[list[str], str]]


def shortcut_table(keymap: Keymap | None = None) -> list[tuple[str, _Rows]]:
    """Return (group, [(key caps, what they do)]) in the order in which they are shown; without keymap the defaults.

    What has no key is left out.
    """
    known = keymap or Keymap()
    return [(group_words(group), _rows(known, group)) for group in GROUPS]


def _rows(keymap: Keymap, group: Group) -> _Rows:
    return [(caps, each.words) for each in COMMANDS if each.group == group and (caps := keymap.caps(each.id))]


class ShortcutDialog(QDialog):
    """Shows :func:`shortcut_table`; Esc closes it."""

    def __init__(self, parent: QWidget | None = None, keymap: Keymap | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        air, lineup, *others = shortcut_table(keymap)
        columns = QHBoxLayout()
        columns.setSpacing(10 * UNIT)
        columns.addLayout(self._column([air, lineup]), 1)
        columns.addLayout(self._column(others), 1)
        hint = QLabel(self.tr("Other keys can be chosen in Settings, Keys."))
        hint.setProperty("role", "muted")
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * UNIT, 6 * UNIT, 6 * UNIT, 4 * UNIT)
        whole.setSpacing(4 * UNIT)
        whole.addLayout(columns)
        whole.addLayout(below)

    def _column(self, groups: list[tuple[str, _Rows]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2 * UNIT)
        for title, rows in groups:
            heading = QLabel(title)
            heading.setProperty("role", "strong")
            column.addWidget(heading)
            column.addLayout(_grid(rows))
            column.addSpacing(3 * UNIT)
        column.addStretch(1)
        return column


def _grid(rows: _Rows) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(4 * UNIT)
    grid.setVerticalSpacing(UNIT)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 42 * UNIT)
    for line, (caps, what) in enumerate(rows):
        cell = QHBoxLayout()
        cell.setSpacing(UNIT)
        for words in caps:
            cap = QLabel(words)
            cap.setProperty("role", "key")
            cell.addWidget(cap)
        cell.addStretch(1)
        grid.addLayout(cell, line, 0)
        grid.addWidget(QLabel(what), line, 1)
    return grid
