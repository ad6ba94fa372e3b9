"""A choice among many: typing narrows the list to what contains the words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

__all__ = ["SearchChoice"]


class SearchChoice(QComboBox):
    """Always holds one of the choices; what is typed and is none of them is put back. ``chosen`` only where it changes.

    ``value`` is the choice's id, "" for the first one, which is none of them.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.activated.connect(self._on_activated)
        field = self.lineEdit()
        assert field is not None
        field.editingFinished.connect(self._on_edited)

    def offer(self, none: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer *none* and then these ids with their words; the value stays where it is among them."""
        self.blockSignals(True)
        self.clear()
        self.addItem(none, "")
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(self.value)))
        self.value = self.currentData()
        self.blockSignals(False)
        self._show_beginning()

    def choose(self, value: str) -> None:
        """Choose that one, as the user would."""
        self.setCurrentIndex(max(0, self.findData(value)))
        self._on_activated()

    def _on_activated(self, _index: int = 0) -> None:
        self._show_beginning()
        value = self.currentData()
        if value != self.value:
            self.value = value
            self.chosen.emit()

    def _on_edited(self) -> None:
        """Take what was typed where it is a choice, nothing where it is blank, and put the rest back."""
        typed = self.currentText().strip()
        found = 0 if not typed else self.findText(typed, Qt.MatchFlag.MatchFixedString)
        self.setCurrentIndex(found if found >= 0 else self.findData(self.value))
        self.setEditText(self.itemText(self.currentIndex()))
        self._on_activated()

    def _show_beginning(self) -> None:
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)
