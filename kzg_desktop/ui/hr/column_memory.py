"""How the user arranged the table's columns, in a form that settings can keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from kzg_desktop.hiring_services import ORDERS, Order
from kzg_desktop.ui.hr.columns import COLUMNS, Column

__all__ = ["Arrangement", "arrangement_of"]

_BY_NAME = {kind.name: column for column, kind in COLUMNS.items()}
_NARROWEST, _WIDEST = 32, 800


class Arrangement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Names of columns from left to right, those that the user hid, and widths in pixels where the user set them.

    ``shown`` is None until the user hid or showed a column: then as many are shown as there is room for.
    """

    sequence: tuple[str, ...] = ()
    shown: tuple[str, ...] | None = None
    widths: dict[str, int] = {}
    order: Order = "due_at"
    descending: bool = False

    @property
    def columns(self) -> list[Column]:
        """All columns from left to right; those that are not named stand where they stand at first."""
        named = [_BY_NAME[name] for name in dict.fromkeys(self.sequence) if name in _BY_NAME]
        for column in COLUMNS:
            if column not in named:
                named.insert(min(int(column), len(named)), column)
        return named

    def as_settings(self) -> dict[str, Any]:
        """Return it as plain values."""
        built: dict[str, Any] = msgspec.to_builtins(self)
        return built


def arrangement_of(stored: Mapping[str, Any]) -> Arrangement:
    """Return what is stored; what cannot be used, as after an edit by hand, costs only itself."""
    good: dict[str, Any] = {}
    for name in ("sequence", "shown", "widths", "order", "descending"):
        if name not in stored:
            continue
        try:
            found = msgspec.convert({name: stored[name]}, Arrangement)
        except msgspec.ValidationError:
            continue
        good[name] = getattr(found, name)
    widths = {
        name: min(_WIDEST, max(_NARROWEST, width)) for name, width in good.get("widths", {}).items() if name in _BY_NAME
    }
    shown = good.get("shown")
    if shown is not None:
        shown = tuple(name for name in shown if name in _BY_NAME) or None
    order = good.get("order", "due_at")
    return Arrangement(
        sequence=good.get("sequence", ()),
        shown=shown,
        widths=widths,
        order=order if order in ORDERS else "due_at",
        descending=good.get("descending", False),
    )
