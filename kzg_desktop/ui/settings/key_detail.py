"""The keys of one command, each a button that takes it away, and a button for one more."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import Command, command
from kzg_desktop.ui.keymap_keys import cap
from kzg_desktop.ui.settings.parts import button
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["KeyDetail"]


class KeyDetail(QFrame):
    """``record_requested`` carries the id of the command that is to get one more key."""

    record_requested = Signal(str)

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._keymap = keymap
        self._command: Command | None = None
        self._words = ElidedLabel()
        self._words.setProperty("role", "heading")
        self.caps: list[QPushButton] = []
        self.add = button(self.tr("Add key…"), self._on_add)
        self.reset = button(self.tr("Reset"), self._on_reset)
        self.reset.setProperty("kind", "plain")
        self.reset.setToolTip(self.tr("The keys that it had at first"))
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * UNIT)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        self._row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._words)
        column.addLayout(self._row)

    def show_command(self, command_id: str) -> None:
        """Show the keys of that command as they are now; "" shows none."""
        self._command = command(command_id) if command_id else None
        had_focus = any(part.hasFocus() for part in self.caps)
        for part in self.caps:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.caps = [self._cap(key) for key in self._keymap.keys(command_id)] if command_id else []
        for place, part in enumerate(self.caps):
            self._row.insertWidget(place, part)
        self._words.setText(self._command.words if self._command else "")
        self.setEnabled(self._command is not None)
        self.reset.setVisible(bool(command_id) and not self._keymap.is_default(command_id))
        if had_focus:
            self.add.setFocus()

    def _cap(self, key: str) -> QPushButton:
        assert self._command is not None
        words = cap(key)
        part = QPushButton(f"{words}  ×", self, autoDefault=True)
        # later: the press that asks for it comes from a button that goes with it
        part.clicked.connect(lambda: QTimer.singleShot(0, self, lambda: self._remove(key)))
        part.setProperty("kind", "chip")
        if self._keymap.can_give(key, self._command):
            part.setToolTip(self.tr("Take away the key {key}").format(key=words))
        else:
            part.setText(words)
            part.setEnabled(False)
            part.setToolTip(self.tr("The last key stays: this must always be one key away"))
        part.setAccessibleName(part.toolTip())
        return part

    def _remove(self, key: str) -> None:
        if self._command is not None:
            self._keymap.remove(self._command.id, key)

    def _on_add(self) -> None:
        if self._command is not None:
            self.record_requested.emit(self._command.id)

    def _on_reset(self) -> None:
        if self._command is None:
            return
        holders = [(key, self._keymap.holder(key, self._command.id)) for key in self._command.defaults]
        lent = [(key, holder) for key, holder in holders if holder is not None]
        if not lent:
            self._reset()
            return
        given = "\n".join(f"{cap(key)}  –  {holder.words}" for key, holder in lent)
        question = self.tr("These keys do something else now. Take them back?") + f"\n\n{given}"
        ask(self, question, [(self.tr("Cancel"), lambda: None), (self.tr("Take back"), self._reset)])

    def _reset(self) -> None:
        if self._command is None:
            return
        try:
            self._keymap.reset(self._command.id)
        except ValueError:
            told = self.tr("Not reset: one of the keys is the last one of a command that always needs a key.")
            ask(self, told, [(self.tr("Close"), lambda: None)])
        self.add.setFocus()
