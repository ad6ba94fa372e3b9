"""Which keys do what: the list of commands, the keys of the chosen one, and the way to change them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import command
from kzg_desktop.ui.settings.key_detail import KeyDetail
from kzg_desktop.ui.settings.key_list import KeyListView
from kzg_desktop.ui.settings.key_recorder import KeyRecorder
from kzg_desktop.ui.settings.parts import button, note
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["KeymapEditor"]


class KeymapEditor(QWidget):
    """Changes a keymap: Enter or a double click on a command records one more key for it."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.search = SearchField(self.tr("Search commands or keys  ( / )"))
        self.view = KeyListView(keymap)
        self.empty = EmptyState()
        self.empty.say(self.tr("No such command"), self.tr("Search for other words or keys."), self.tr("Show all"))
        self._found = QStackedWidget()
        self.reset_all = button(self.tr("Reset all…"), self._ask_reset_all)
        self.detail = KeyDetail(keymap)
        self._lay_out()
        self._wire()
        self.view.choose_first()
        self._on_keys()
        self.setFocusProxy(self.view)

    # --- building

    def _lay_out(self) -> None:
        self.search.setFixedWidth(72 * UNIT)
        top = QHBoxLayout()
        top.setSpacing(3 * UNIT)
        top.addWidget(self.search)
        top.addStretch(1)
        top.addWidget(self.reset_all)
        self._found.addWidget(self.view)
        self._found.addWidget(self.empty)
        frame = QFrame()
        frame.setProperty("role", "surface")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, UNIT, 1, UNIT)
        inside.addWidget(self._found)
        told = self.tr("Presenter remotes work as they are: forward takes, back goes to the card before, black clears.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addLayout(top)
        column.addWidget(frame, 1)
        column.addWidget(self.detail)
        column.addWidget(note(told))

    def _wire(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.left.connect(self.view.setFocus)
        self.search.returnPressed.connect(self.view.setFocus)
        self.empty.activated.connect(self._show_all)
        self.view.chosen.connect(self.detail.show_command)
        self.view.record_requested.connect(self.record)
        self.detail.record_requested.connect(self.record)
        self._keymap.changed.connect(self._on_keys)
        here, alone = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WidgetShortcut
        self._shortcut("/", self, here, self.search.setFocus)
        self._shortcut("Ctrl+F", self, here, self.search.setFocus)
        self._shortcut("Down", self.search, alone, self.view.setFocus)

    def _shortcut(self, keys: str, where: QWidget, context: Qt.ShortcutContext, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), where)
        shortcut.setContext(context)  # the constructor that takes an act does not heed a context
        shortcut.activated.connect(act)

    # --- what is shown

    def _on_search(self, words: str) -> None:
        self.view.search(words)
        self._found.setCurrentIndex(0 if self.view.chosen_id else 1)

    def _show_all(self) -> None:
        self.search.clear()
        self.view.setFocus()

    def _on_keys(self) -> None:
        self.reset_all.setEnabled(not self._keymap.untouched)
        self.detail.show_command(self.view.chosen_id)

    # --- doing

    def record(self, command_id: str) -> KeyRecorder:
        """Ask for one more key for that command."""
        recorder = KeyRecorder(self._keymap, command(command_id), self)
        recorder.finished.connect(self.view.setFocus)
        recorder.open()
        return recorder

    def _ask_reset_all(self) -> None:
        question = self.tr("Give every command the keys that it had at first?")
        ask(self, question, [(self.tr("Cancel"), lambda: None), (self.tr("Reset all"), self._reset_all)])

    def _reset_all(self) -> None:
        self._keymap.reset_all()
        self.view.setFocus()
