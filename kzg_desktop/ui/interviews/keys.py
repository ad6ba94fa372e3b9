"""The keys of the interviews page: those that the keymap knows are the user's to choose, the others are fixed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import COMMANDS
from kzg_desktop.ui.live.keys import belongs_to_focus

__all__ = ["KEYS", "bind_keys", "key_tip", "shown_key"]

KEYS: dict[str, tuple[str, ...]] = {
    "interviews.slots": ("Alt+1",),
    "interviews.today": ("Alt+2",),
    "interviews.milestones": ("Alt+3",),
    "interviews.next": ("J",),
    "interviews.previous": ("K",),
    "interviews.search": ("/", "Ctrl+F"),
    "interviews.new": ("N",),
    "interviews.edit": ("E",),
    "interviews.copy": ("D",),
    "interviews.close": ("O",),
    "interviews.arrived": ("1",),
    "interviews.no_show": ("2",),
    "interviews.passed": ("3",),
    "interviews.failed": ("4",),
    "interviews.gave_up": ("5",),
    "interviews.hired": ("6",),
    "interviews.declined": ("7",),
    "interviews.still_here": ("8",),
    "interviews.left": ("9",),
    "interviews.remind": ("R",),
    "interviews.phone": ("C",),
    "interviews.move": ("B",),
    "interviews.print": ("P",),
    "interviews.undo": ("Ctrl+Z",),
}
"""Keys by command, in Qt's portable notation; the first is shown on buttons. B books, as on the HR desk."""

_REPEATING = frozenset({"interviews.next", "interviews.previous"})


def shown_key(keymap: Keymap, command_id: str) -> str:
    """Return the key that a button shows for the command, "" when it has none."""
    return keymap.first(command_id) if command_id in _known() else KEYS[command_id][0]


def key_tip(keymap: Keymap, words: str, command_id: str) -> str:
    """Return *words* with the command's key, for a tooltip."""
    key = QKeySequence(shown_key(keymap, command_id)).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}  ({key})" if key else words


def bind_keys(keymap: Keymap, widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have each command's keys do its act anywhere on *widget*; a key counts once however long it is held."""
    known = _known()
    keymap.bind(widget, {id_: act for id_, act in acts.items() if id_ in known})
    if fixed := {id_: act for id_, act in acts.items() if id_ not in known}:
        _FixedKeys(widget, fixed)


def _known() -> set[str]:
    return {command.id for command in COMMANDS}


class _FixedKeys(QObject):
    """Shortcuts with the manners of the keymap's: who types keeps the keys, a dialog over the page keeps all."""

    def __init__(self, widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(widget)
        self._widget = widget
        for id_, act in acts.items():
            for key in KEYS[id_]:
                shortcut = QShortcut(QKeySequence(key), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(id_ in _REPEATING)
                shortcut.activated.connect(lambda act=act: self._do(act))
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and belongs_to_focus(QApplication.focusWidget(), event)
        ):
            event.accept()
            return True
        return False

    def _do(self, act: Callable[[], object]) -> None:
        modal = QApplication.activeModalWidget()
        if modal is None or modal is self._widget.window():
            act()
