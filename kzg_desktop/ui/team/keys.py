"""The keys of the team's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import COMMANDS

__all__ = ["bind"]

_USUAL = {
    "team.new": "N",
    "team.invite": "I",
    "team.disable": "Del",
    "team.search": "/",
    "team.reload": "F5",
}


def bind(widget: QWidget, keymap: Keymap, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have each command's keys do its act; one that the keymap does not know keeps its usual key."""
    known = {command.id for command in COMMANDS}
    keymap.bind(widget, {id_: act for id_, act in acts.items() if id_ in known})
    for id_, act in acts.items():
        if id_ not in known:
            shortcut = QShortcut(QKeySequence(_USUAL[id_]), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
