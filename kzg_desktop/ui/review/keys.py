"""The keys of the review page: those that the keymap knows are the user's to choose, the others are fixed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import COMMANDS
from kzg_desktop.ui.live.keys import belongs_to_focus

__all__ = ["KEYS", "bind_keys", "key_tip"]

KEYS: dict[str, tuple[str, ...]] = {
    "review.search": ("/", "Ctrl+F"),
    "review.next": ("J",),
    "review.previous": ("K",),
    "review.cards": ("Alt+1",),
    "review.minutes": ("Alt+2",),
    "review.funnel": ("Alt+3",),
    "review.compare": ("Alt+4",),
    "review.promises": ("Alt+5",),
    "review.course": ("T",),
    "review.whole": ("Esc",),
    "review.picture": ("P",),
    "review.copy_picture": ("Ctrl+Shift+C",),
    "review.figures": ("F",),
    "review.report": ("E",),
}
"""Keys by command, in Qt's portable notation; the first is shown on buttons."""

_REPEATING = frozenset({"review.next", "review.previous"})


def key_tip(keymap: Keymap, words: str, command_id: str) -> str:
    """Return *words* with the command's key, for a tooltip."""
    if command_id in _known():
        return keymap.tip(words, command_id)
    return f"{words}  ({QKeySequence(KEYS[command_id][0]).toString(QKeySequence.SequenceFormat.NativeText)})"


def bind_keys(keymap: Keymap, widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have each command's keys do its act anywhere on *widget*."""
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
