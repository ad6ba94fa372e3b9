"""Asks for a key: press it, read what it would mean, confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QKeySequenceEdit, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import Command
from kzg_desktop.ui.keymap_keys import canonical_sequence, cap, hazard
from kzg_desktop.ui.settings.parts import Tone, set_tone
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["KeyRecorder"]


class KeyRecorder(QDialog):
    """Gives one more key to a command, and takes it from another one only after saying so."""

    def __init__(self, keymap: Keymap, wanted: Command, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add key"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keymap = keymap
        self._wanted = wanted
        self._key = ""
        self.field = _KeyField()
        self._words = QLabel(wordWrap=True)
        self.use = QPushButton()
        self.use.setProperty("kind", "primary")
        self.use.clicked.connect(self._on_use)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.field.recorded.connect(self.show_key)
        self._show(
            "",
            self.tr("Press the key, alone or with Ctrl, Alt or Shift. Tab leads to the buttons."),
            "muted",
            can_use=False,
        )

    def _lay_out(self) -> None:
        title = QLabel(self._wanted.words)
        title.setProperty("role", "strong")
        self._words.setFixedWidth(100 * UNIT)
        self._words.setMinimumHeight(15 * UNIT)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(title)
        column.addWidget(self.field)
        column.addWidget(self._words)
        column.addLayout(buttons)

    @property
    def said(self) -> str:
        """What is said about the key."""
        return self._words.text()

    def show_key(self, sequence: QKeySequence) -> None:
        """Say what it would mean to use that key, and offer it if that can be."""
        key = canonical_sequence(sequence)
        if not key:
            self._show("", self.tr("This key cannot be used: Tab leads from field to field."), "warning", can_use=False)
        elif key in self._keymap.keys(self._wanted.id):
            self._show(key, self.tr("The command has this key already."), "muted", can_use=False)
        elif (holder := self._keymap.holder(key, self._wanted.id)) is not None:
            self._show_conflict(key, holder)
        else:
            self._show(key, self._caution(key), "warning" if self._caution(key) else "muted", can_use=True)

    def _show_conflict(self, key: str, holder: Command) -> None:
        said = {"key": cap(key), "command": holder.words}
        if self._keymap.can_give(key, holder):
            words = self.tr("{key} belongs to “{command}”. Moved here, it does that no longer.").format(**said)
            self._show(key, f"{words}\n{self._caution(key)}".strip(), "warning", can_use=True, moves=True)
        else:
            words = self.tr("{key} belongs to “{command}” and has to stay there. Choose another key.").format(**said)
            self._show(key, words, "warning", can_use=False)

    def _show(self, key: str, words: str, tone: Tone, *, can_use: bool, moves: bool = False) -> None:
        self._key = key
        self._words.setText(words)
        set_tone(self._words, tone)
        self.use.setText(self.tr("Move it here") if moves else self.tr("Use this key"))
        self.use.setEnabled(can_use)
        (self.use if can_use else self.field).setFocus()

    def _caution(self, key: str) -> str:
        match hazard(key):
            case "lists":
                return self.tr("Lists use this key to move; there it will do the command instead.")
            case "editing":
                return self.tr("Text fields use this key to edit; while you type it stays theirs.")
            case "typing":
                return self.tr("While you type in a text field, this key is typed and does nothing else.")
            case _:
                return ""

    def _on_use(self) -> None:
        self._keymap.add(self._wanted.id, self._key)
        self.accept()


class _KeyField(QKeySequenceEdit):
    """Records one key, done once it is let go: a key held down must not press the button that gets the focus then."""

    recorded = Signal(QKeySequence)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = False
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(self.tr("Key"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._pressed = self.keySequence().count() == 1

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if self._pressed and not event.isAutoRepeat():
            self._pressed = False
            self.recorded.emit(self.keySequence())
