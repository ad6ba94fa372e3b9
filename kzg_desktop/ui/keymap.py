"""Which keys do what: the defaults with the user's changes, and shortcuts that follow them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kzg_desktop.ui.keymap_commands import COMMANDS, Command, command
from kzg_desktop.ui.keymap_keys import canonical, cap, spellings
from kzg_desktop.ui.live.keys import belongs_to_focus
from kzg_desktop.ui.settings_store import SettingsStore

__all__ = ["Keymap"]

log = logging.getLogger(__name__)

_Keys = dict[str, tuple[str, ...]]


class Keymap(QObject):
    """The keys of every command. What differs from the defaults is kept in the settings; without a store, nowhere.

    Keys are texts such as ``Ctrl+J``, as :func:`~kzg_desktop.ui.keymap_keys.canonical` returns them.
    """

    changed = Signal()
    """Some command has other keys now."""

    def __init__(self, store: SettingsStore | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._own: _Keys = _usable(store.value.keys) if store is not None else {}
        self._keys = _shared_out(self._own)

    def keys(self, command_id: str) -> tuple[str, ...]:
        """Return the keys of that command, the one to show first."""
        return self._keys[command_id]

    def caps(self, command_id: str) -> list[str]:
        """Return what stands on its keys, in the language on screen."""
        return [cap(key) for key in self._keys[command_id]]

    def first(self, command_id: str) -> str:
        """Return the key that a button shows for the command, "" when it has none."""
        return next(iter(self._keys[command_id]), "")

    def tip(self, words: str, command_id: str) -> str:
        """Return *words* with the command's first key, for a tooltip."""
        caps = self.caps(command_id)
        return f"{words}  ({caps[0]})" if caps else words

    def is_default(self, command_id: str) -> bool:
        """Whether the command has the keys it had at first."""
        return self._keys[command_id] == command(command_id).defaults

    @property
    def untouched(self) -> bool:
        """Whether every command has the keys it had at first."""
        return not self._own

    def holder(self, key: str, command_id: str) -> Command | None:
        """Return the other command that *key* would be taken from if the command got it."""
        wanted = command(command_id)
        others = (other for other in COMMANDS if other is not wanted and other.meets(wanted))
        return next((other for other in others if key in self._keys[other.id]), None)

    def can_give(self, key: str, holder: Command) -> bool:
        """Whether *holder* can do without that key."""
        return not holder.fixed and not (holder.needed and self._keys[holder.id] == (key,))

    # --- changing

    def add(self, command_id: str, key: str) -> None:
        """Give the command one more key; the command that had it loses it.

        Raises:
            ValueError: that is no key, or whoever has it cannot do without it.
        """
        if not key or canonical(key) != key:
            raise ValueError(key)
        own = dict(self._own)
        self._take_back(own, command_id, (key,))
        own[command_id] = (*(k for k in self._keys[command_id] if k != key), key)
        self._change(own)

    def remove(self, command_id: str, key: str) -> None:
        """Take the key from the command, unless it is the last one of a command that needs one."""
        if self.can_give(key, command(command_id)):
            self._change({**self._own, command_id: tuple(k for k in self._keys[command_id] if k != key)})

    def reset(self, command_id: str) -> None:
        """Give the command its first keys again; whoever has one of them now loses it.

        Raises:
            ValueError: another command cannot do without one of them.
        """
        own = dict(self._own)
        self._take_back(own, command_id, command(command_id).defaults)
        own.pop(command_id, None)
        self._change(own)

    def reset_all(self) -> None:
        """Give every command its first keys again."""
        self._change({})

    def _take_back(self, own: _Keys, command_id: str, keys: Iterable[str]) -> None:
        for key in keys:
            if (holder := self.holder(key, command_id)) is None:
                continue
            left = tuple(k for k in own.get(holder.id, self._keys[holder.id]) if k != key)
            if holder.fixed or (holder.needed and not left):
                raise ValueError(key)
            own[holder.id] = left

    def _change(self, own: _Keys) -> None:
        self._own = {id_: keys for id_, keys in own.items() if keys != command(id_).defaults}
        self._keys = _shared_out(self._own)
        if self._store is not None:
            self._store.change(keys={id_: list(keys) for id_, keys in self._own.items()})
        self.changed.emit()

    # --- using

    def bind(self, widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        """Have each command's keys do its act anywhere on *widget*, now and after every change of the keys.

        A key counts once for each press, however long it is held, unless the command repeats. Text fields keep
        the keys that are typed into them, buttons their Space. Commands of everywhere work in the whole window.
        """
        _Binding(self, widget, acts)


class _Binding(QObject):
    """The shortcuts of one widget; lives as long as the widget."""

    def __init__(self, keymap: Keymap, widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(widget)
        self._keymap = keymap
        self._widget = widget
        self._acts = {command(id_): act for id_, act in acts.items()}
        self._shortcuts: list[QShortcut] = []
        self._rebuild()
        keymap.changed.connect(self._rebuild)
        if any(bound.scope != "everywhere" for bound in self._acts):
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the keys from whoever types, and Space from a button that has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and belongs_to_focus(QApplication.focusWidget(), event)
        ):
            event.accept()
            return True
        return False

    def _rebuild(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.setParent(None)
            shortcut.deleteLater()  # later: the change may come from one of them
        self._shortcuts = [
            self._shortcut(bound, key, act) for bound, act in self._acts.items() for key in self._keymap.keys(bound.id)
        ]

    def _shortcut(self, bound: Command, key: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(self._widget)
        shortcut.setKeys(spellings(key))
        context = Qt.ShortcutContext
        everywhere = bound.scope == "everywhere"
        shortcut.setContext(context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(bound.repeats)
        shortcut.activated.connect(lambda: self._do(act))
        return shortcut

    def _do(self, act: Callable[[], object]) -> None:
        modal = QApplication.activeModalWidget()
        if modal is None or modal is self._widget.window():  # a dialog has no keyboard yet in its first moment
            act()


def _usable(stored: Mapping[str, object]) -> _Keys:
    """Return the user's changes without what this version cannot use, which is logged."""
    known = {each.id for each in COMMANDS if not each.fixed}
    own: _Keys = {}
    for command_id, keys in stored.items():
        if command_id not in known or not isinstance(keys, list):
            log.warning("the settings have keys for %r, which is not known; ignored", command_id)
            continue
        read = [(key, canonical(key) if isinstance(key, str) else "") for key in keys]
        if unknown := [key for key, good in read if not good]:
            log.warning("the settings give %s keys that are not known: %s; ignored", command_id, unknown)
        if good_ones := tuple(dict.fromkeys(good for _key, good in read if good)):
            own[command_id] = good_ones
        elif not keys:
            own[command_id] = ()  # meant; where nothing could be read, the defaults are better than no key
    return own


def _shared_out(own: _Keys) -> _Keys:
    """Return the keys of every command, each given to one command of its scope only.

    The user's choice comes before a default. A command that needs a key and would be left without one goes first.
    """
    keys = _in_order(own, sorted(COMMANDS, key=lambda c: (not c.fixed, c.id not in own)))
    starved = [each for each in COMMANDS if each.needed and not keys[each.id]]
    if starved:
        log.warning("no key is left for %s; it has its own again", [each.id for each in starved])
        rest = {id_: chosen for id_, chosen in own.items() if command(id_) not in starved}
        keys = _in_order(rest, sorted(COMMANDS, key=lambda c: (not c.fixed, c not in starved, c.id not in rest)))
    return keys


def _in_order(own: _Keys, order: list[Command]) -> _Keys:
    given: _Keys = {}
    for each in order:
        taken = {key for other_id, keys in given.items() if command(other_id).meets(each) for key in keys}
        wanted = own.get(each.id, each.defaults)
        if each.id in own and (twice := taken.intersection(wanted)):
            log.warning("the settings give %s keys of another command: %s; ignored", each.id, sorted(twice))
        given[each.id] = tuple(key for key in wanted if key not in taken)
    return given
