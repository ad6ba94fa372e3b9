"""The three modes of a broadcast side by side: prepare, rehearse, on air."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kzg_desktop.domain.entities import Mode

__all__ = ["ModeSwitch"]


class ModeSwitch(QWidget):
    """Shows the mode and says which one is wanted; it follows the broadcast and never runs ahead of it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Mode, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        places: dict[Mode, str] = {"prepare": "first", "rehearse": "middle", "on_air": "last"}
        for mode, place in places.items():
            button = QPushButton(self)
            button.setCheckable(True)
            button.setProperty("segment", place)
            button.setProperty("mode", mode)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._on_clicked, mode))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[mode] = button
        self.show_keys({})
        self._mode: Mode = "prepare"
        self.show_mode("prepare")

    def show_mode(self, mode: Mode) -> None:
        """Show that the broadcast is in *mode*."""
        self._mode = mode
        self._buttons[mode].setChecked(True)

    def button(self, mode: Mode) -> QPushButton:
        """Return the button of that mode."""
        return self._buttons[mode]

    def show_keys(self, caps: Mapping[Mode, str]) -> None:
        """Name these keys, as they stand on the keyboard, in what is said of the modes."""
        words: dict[Mode, tuple[str, str]] = {
            "prepare": (self.tr("Prepare"), self.tr("Nothing is shown; cards can be arranged freely")),
            "rehearse": (self.tr("Rehearse"), self.tr("Cards show as on air, but nothing counts")),
            "on_air": (self.tr("On air"), self.tr("Viewers see what you take")),
        }
        for mode, (text, tip) in words.items():
            self._buttons[mode].setText(text)
            self._buttons[mode].setToolTip(f"{tip}  ({caps[mode]})" if caps.get(mode) else tip)

    def _on_clicked(self, mode: Mode, _checked: bool = False) -> None:
        self._buttons[self._mode].setChecked(True)
        if mode != self._mode:
            self.wanted.emit(mode)
