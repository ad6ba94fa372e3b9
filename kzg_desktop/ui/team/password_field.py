"""A field for a password: dots, a button that reveals it, and a word when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["PasswordField"]


class PasswordField(QWidget):
    """What is typed stays in the field only. ``caps_changed``: letters come out the other way than Shift says."""

    caps_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.caps_changed.connect(self.caps_changed)
        self.reveal = QPushButton(autoDefault=False)
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._on_reveal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self.field, 1)
        row.addWidget(self.reveal)
        self.setFocusProxy(self.field)
        self._retranslate()

    def text(self) -> str:
        """Return what is typed, spaces included."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what is typed, and hide it again."""
        self.field.clear()
        self.reveal.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "reveal"):
            self._retranslate()

    def _on_reveal(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shown else modes.Password)
        self._retranslate()

    def _retranslate(self) -> None:
        shown = self.reveal.isChecked()
        self.reveal.setText(self.tr("Hide") if shown else self.tr("Show"))
        self.reveal.setAccessibleName(self.tr("Hide the password") if shown else self.tr("Show the password"))


class _Field(QLineEdit):
    """Qt does not tell whether Caps Lock is on, but a letter that comes without Shift as a capital does."""

    caps_changed = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_changed.emit(False)  # it has just been turned; the next letter tells
        elif len(text) == 1 and text.isascii() and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_changed.emit(text.isupper() != shift)
