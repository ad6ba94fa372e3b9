"""The overview of all keys (F1 or ?)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ShortcutDialog", "shortcut_table"]

translate = QCoreApplication.translate


def shortcut_table() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (group, [(keys, what they do)]) in the order in which they are shown."""
    return [
        (
            translate("Shortcuts", "On air"),
            [
                ("Space", translate("Shortcuts", "Take: put the next card on air")),
                ("Esc", translate("Shortcuts", "Clear: take the card off air")),
                ("Enter", translate("Shortcuts", "Make the selected card the next one")),
                ("PgUp  PgDown", translate("Shortcuts", "Make the card before or after it the next one")),
                ("Ctrl+J", translate("Shortcuts", "Add jobs to the lineup")),
                ("Alt+↑  Alt+↓", translate("Shortcuts", "Move the selected card")),
                ("S", translate("Shortcuts", "Skip the card, or take it in again")),
                ("Del", translate("Shortcuts", "Remove the card from the lineup")),
                ("Ctrl+Z  Ctrl+Shift+Z", translate("Shortcuts", "Undo and redo lineup edits")),
            ],
        ),
        (
            translate("Shortcuts", "Jobs"),
            [
                ("N", translate("Shortcuts", "New job")),
                ("Enter", translate("Shortcuts", "Edit the selected job")),
                ("D", translate("Shortcuts", "Duplicate the selected job")),
                ("Del", translate("Shortcuts", "Archive the selected jobs")),
                ("Ctrl+Z", translate("Shortcuts", "Undo the last archiving")),
                ("I", translate("Shortcuts", "Import a spreadsheet")),
                ("Ctrl+S", translate("Shortcuts", "Save, in the editor")),
            ],
        ),
        (
            translate("Shortcuts", "Everywhere"),
            [
                ("Ctrl+1  Ctrl+2  Ctrl+3", translate("Shortcuts", "Live, jobs, settings")),
                ("/", translate("Shortcuts", "Search")),
                ("F1  ?", translate("Shortcuts", "This overview")),
            ],
        ),
    ]


class ShortcutDialog(QDialog):
    """Shows :func:`shortcut_table`; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, *others = shortcut_table()
        columns = QHBoxLayout()
        columns.setSpacing(10 * UNIT)
        columns.addLayout(self._column([first]), 1)
        columns.addLayout(self._column(others), 1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * UNIT, 6 * UNIT, 6 * UNIT, 4 * UNIT)
        whole.setSpacing(6 * UNIT)
        whole.addLayout(columns)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _column(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> QVBoxLayout:
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


def _grid(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(4 * UNIT)
    grid.setVerticalSpacing(2 * UNIT)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 42 * UNIT)
    for line, (keys, what) in enumerate(rows):
        cell = QHBoxLayout()
        cell.setSpacing(UNIT)
        for key in keys.split():
            cap = QLabel(key)
            cap.setProperty("role", "key")
            cell.addWidget(cap)
        cell.addStretch(1)
        grid.addLayout(cell, line, 0)
        grid.addWidget(QLabel(what), line, 1)
    return grid
