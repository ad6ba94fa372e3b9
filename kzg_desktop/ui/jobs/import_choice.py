"""The first step of an import: choose a file or drop one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ImportChoice"]


class ImportChoice(QWidget):
    """A place to drop a spreadsheet on, and a button for everybody else."""

    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        place = QFrame()
        place.setProperty("role", "surface")
        title = QLabel(self.tr("Drop a spreadsheet here"))
        title.setProperty("role", "title")
        hint = QLabel(self.tr("Excel or CSV. You see what each row becomes before anything is changed."))
        hint.setProperty("role", "muted")
        button = IconPushButton("sheet", self.tr("Choose a file…"), primary=True)
        button.clicked.connect(self.choose_requested)
        inside = QVBoxLayout(place)
        inside.setSpacing(3 * UNIT)
        inside.addStretch(1)
        for part in (title, hint, button):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 0)
        column.addWidget(place)
        self.setFocusProxy(button)
