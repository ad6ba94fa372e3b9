"""The keys of a whole page, and when they are not its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kzg_desktop.ui.keymap_keys import is_function_key

__all__ = ["belongs_to_focus"]

_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


def belongs_to_focus(focus: QWidget | None, event: QKeyEvent) -> bool:
    """Whether the key is for the widget with the focus: somebody types there, or it is a button and Space.

    Keys of the numeric pad are typed like any other; function keys and those with Ctrl are not, but for undo.
    """
    if isinstance(focus, _TEXT_FIELDS):
        if is_function_key(event.key()):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return not control or event.matches(QKeySequence.StandardKey.Undo)
    return event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton | QComboBox)
