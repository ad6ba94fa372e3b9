"""Erasing a person everywhere (个人信息保护法 47); for administrators, and never by one click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Application
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["EraseForm"]

_DIGITS = 4


class EraseForm(QWidget):
    """Asks for the last four digits of the phone; ``wanted``: they were right, and the button was pressed."""

    wanted = Signal()

    def __init__(self, row: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = row.phone[-_DIGITS:]
        self._usable = self._allowed = False
        self.words = QLabel(self, wordWrap=True)
        self.words.setProperty("role", "muted")
        self.digits = QLineEdit(self, maxLength=_DIGITS)
        self.digits.setPlaceholderText(self.tr("Last four digits of the phone"))
        self.digits.textChanged.connect(self._check)
        self.button = QPushButton(self.tr("Erase for good"), self, autoDefault=False)
        self.button.clicked.connect(self._on_erase)
        line = QHBoxLayout()
        line.setSpacing(2 * UNIT)
        line.addWidget(self.digits, 1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.words)
        column.addLayout(line)

    def set_usable(self, usable: bool, *, allowed: bool) -> None:
        """Whether the hub can be asked now, and whether this user may."""
        self._usable, self._allowed = usable, allowed
        told = self.tr(
            "Name, phone and history disappear from the hub and from every desktop. Files that were saved before "
            "have to be deleted by hand; the program lists them. This cannot be undone."
        )
        self.words.setText(told if allowed else self.tr("Only an administrator may erase a person."))
        self.digits.setVisible(allowed)
        self.button.setVisible(allowed)
        self._check()

    def show_row(self, row: Application) -> None:
        """Ask for the digits of *row*, whose phone may have been corrected."""
        self._last = row.phone[-_DIGITS:]
        self._check()

    def _check(self) -> None:
        right = len(self._last) == _DIGITS and self.digits.text().strip() == self._last
        self.button.setEnabled(self._usable and self._allowed and right)

    def _on_erase(self) -> None:
        if self.button.isEnabled():
            self.wanted.emit()
