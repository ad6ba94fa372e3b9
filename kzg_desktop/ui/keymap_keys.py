"""One key with its modifiers, as text: read, shown, spelt for Qt, and judged.

The text is Qt's portable notation, such as ``Ctrl+Shift+Z``: the same on every system and in every language.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

__all__ = ["Hazard", "canonical", "canonical_sequence", "cap", "hazard", "is_function_key", "spellings"]

Hazard: TypeAlias = Literal["", "lists", "editing", "typing"]

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PORTABLE = QKeySequence.SequenceFormat.PortableText

_UNUSABLE = {
    _Key.Key_unknown, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Shift, _Key.Key_Control, _Key.Key_Meta, _Key.Key_Alt,
    _Key.Key_AltGr, _Key.Key_CapsLock, _Key.Key_NumLock, _Key.Key_ScrollLock, _Key.Key_Super_L, _Key.Key_Super_R,
}  # fmt: skip
"""Modifiers alone, and Tab: it leads from field to field for those who work without a mouse."""

_LISTS = {
    _Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End, _Key.Key_Return,
}  # fmt: skip
_ARROWS = {_Key.Key_Up: "↑", _Key.Key_Down: "↓", _Key.Key_Left: "←", _Key.Key_Right: "→"}
_EDITING = {_Key.Key_A, _Key.Key_C, _Key.Key_V, _Key.Key_X, _Key.Key_Y, _Key.Key_Z}
_SHIFTED = frozenset(map(ord, '~!@#$%^&*()_+{}|:"<>?'))


def canonical(text: str) -> str:
    """Return the key in its one spelling, or "" where *text* is not exactly one key that a command may have."""
    return canonical_sequence(QKeySequence.fromString(text, _PORTABLE))


def canonical_sequence(sequence: QKeySequence) -> str:
    """Return what :func:`canonical` returns, for a sequence as it was typed."""
    if sequence.count() != 1:
        return ""
    key, modifiers = _parts(sequence)
    if key in _UNUSABLE:
        return ""
    if key == _Key.Key_Enter:  # of the numeric pad; both do the same everywhere
        key = _Key.Key_Return
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    if int(key) in _SHIFTED:  # Shift is how that character is made
        modifiers &= ~_SHIFT
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)


def spellings(key: str) -> list[QKeySequence]:
    """Return all that a keyboard may send when *key* is meant."""
    code, modifiers = _parts(QKeySequence.fromString(key, _PORTABLE))
    sent = [(code, modifiers)]
    if code == _Key.Key_Return:
        sent.append((_Key.Key_Enter, modifiers))
    if int(code) in _SHIFTED and modifiers == _NONE:
        sent.append((code, _SHIFT))
    return [QKeySequence(QKeyCombination(modifiers, code)) for code, modifiers in sent]


def cap(key: str) -> str:
    """Return what stands on the key, in the system's own way and the language on screen."""
    code, modifiers = _parts(QKeySequence.fromString(key, _PORTABLE))
    if code not in _ARROWS:
        words = _native(QKeyCombination(modifiers, code))
        return f"{words.removesuffix('Return')}Enter" if words.endswith("Return") else words
    return _native(QKeyCombination(modifiers, _Key.Key_A)).removesuffix("A") + _ARROWS[code]


def hazard(key: str) -> Hazard:
    """Return what stands in the way of *key*: lists or text fields use it themselves, or it is typed as text."""
    code, modifiers = _parts(QKeySequence.fromString(key, _PORTABLE))
    if code in _LISTS and modifiers == _NONE:
        return "lists"
    if code in _EDITING and modifiers & _CONTROL and not modifiers & Qt.KeyboardModifier.AltModifier:
        return "editing"
    return "" if modifiers & _CONTROL or is_function_key(code) else "typing"


def is_function_key(code: int) -> bool:
    """Whether it is one of F1 to F35."""
    return _Key.Key_F1 <= code <= _Key.Key_F35


def _parts(sequence: QKeySequence) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    combination: QKeyCombination = sequence[0]  # type: ignore[index] # the stubs lack the operator
    return combination.key(), combination.keyboardModifiers()


def _native(combination: QKeyCombination) -> str:
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.NativeText)
