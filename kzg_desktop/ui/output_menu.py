"""The choices of the output window, as its context menu shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kzg_desktop.widgets.overlay_canvas import OutputLook

__all__ = ["Choice", "following", "look_choices", "look_menu"]

Field: TypeAlias = Literal["background", "layout", "ratio"]

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: a field of the look, the key that steps through its values, and their words."""

    field: Field
    title: str
    key: str
    values: dict[str, str]


def look_choices() -> list[Choice]:
    """Return what can be chosen, in the order of the menu."""
    backgrounds = {
        "transparent": translate("OutputMenu", "Transparent"),
        "green": translate("OutputMenu", "Green"),
        "magenta": translate("OutputMenu", "Magenta"),
        "black": translate("OutputMenu", "Black"),
    }
    layouts = {
        "lower-third": translate("OutputMenu", "Lower third"),
        "full-card": translate("OutputMenu", "Full card"),
        "ticker": translate("OutputMenu", "Ticker"),
    }
    ratios = {
        "16:9": translate("OutputMenu", "Landscape 16:9"),
        "9:16": translate("OutputMenu", "Portrait 9:16"),
    }
    return [
        Choice("background", translate("OutputMenu", "Background"), "C", backgrounds),
        Choice("layout", translate("OutputMenu", "Layout"), "L", layouts),
        Choice("ratio", translate("OutputMenu", "Shape"), "R", ratios),
    ]


def following(look: OutputLook, choice: Choice) -> OutputLook:
    """Return *look* with the next value of *choice*; after the last comes the first."""
    values = list(choice.values)
    place = values.index(getattr(look, choice.field)) + 1
    return replace(look, **{choice.field: values[place % len(values)]})


def look_menu(look: OutputLook, parent: QWidget, choose: Callable[[OutputLook], object]) -> QMenu:
    """Return a menu that shows *look* and calls *choose* with another one."""
    menu = QMenu(parent)
    for choice in look_choices():
        submenu = menu.addMenu(f"{choice.title}\t{choice.key}")
        group = QActionGroup(submenu)
        for value, text in choice.values.items():
            other = replace(look, **{choice.field: value})
            submenu.addAction(_checkable(text, other == look, group, partial(choose, other)))
    menu.addSeparator()
    other = replace(look, frameless=not look.frameless)
    bare = _checkable(translate("OutputMenu", "No frame"), look.bare, menu, partial(choose, other))
    bare.setShortcut(QKeySequence("F"))
    bare.setEnabled(look.background != "transparent")
    menu.addAction(bare)
    return menu


def _checkable(text: str, checked: bool, parent: QMenu | QActionGroup, act: Callable[[], object]) -> QAction:
    action = QAction(text, parent)
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(lambda _checked: act())
    return action
