"""A dialog that listens to the desk for as long as it is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from kzg_desktop.services import Desk, DeskEvent

__all__ = ["follow"]


def follow(desk: Desk, dialog: QDialog, callback: Callable[[DeskEvent], None]) -> None:
    """Call *callback* with every event until *dialog* is closed, or goes with its window without having been."""
    open_ends = [desk.subscribe(callback)]

    def end() -> None:
        while open_ends:
            open_ends.pop()()

    # functions, not bound methods: Qt keeps those alive
    dialog.finished.connect(lambda _result: end())
    dialog.destroyed.connect(lambda _dialog: end())
