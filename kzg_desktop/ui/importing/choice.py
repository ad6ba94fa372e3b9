"""The first step of an import: choose a file or drop one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FileChoice"]

_HINT_WIDTH = 150 * UNIT


class FileChoice(QWidget):
    """A place to drop a spreadsheet on, and a button for everybody else."""

    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        place = QFrame()
        place.setProperty("role", "surface")
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._hint = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._hint.setProperty("role", "muted")
        self._hint.setFixedWidth(_HINT_WIDTH)
        self.button = IconPushButton("sheet", self.tr("Choose a file…"), primary=True)
        self.button.clicked.connect(self.choose_requested)
        inside = QVBoxLayout(place)
        inside.setSpacing(3 * UNIT)
        inside.addStretch(1)
        for part in (self._title, self._hint, self.button):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 0)
        column.addWidget(place)
        self.setFocusProxy(self.button)

    def say(self, title: str, hint: str) -> None:
        """Say what kind of file it is to be, and what happens then."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setMinimumHeight(self._hint.heightForWidth(_HINT_WIDTH))  # the layout centres it and does not ask
