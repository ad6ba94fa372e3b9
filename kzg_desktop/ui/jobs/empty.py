"""The library before it has any job: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["EmptyLibrary"]


class EmptyLibrary(QWidget):
    """Import, write the first job, or load the sample."""

    import_requested = Signal()
    new_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("No jobs yet"))
        title.setProperty("role", "title")
        hint = QLabel(self.tr("Import the spreadsheet that you were sent: drag it here, or choose it."))
        hint.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(3 * UNIT)
        buttons.addStretch(1)
        for icon, words, asked, primary in (
            ("import", self.tr("Import a spreadsheet…"), self.import_requested, True),
            ("plus", self.tr("New job"), self.new_requested, False),
            ("sheet", self.tr("Load the sample"), self.sample_requested, False),
        ):
            button = IconPushButton(icon, words, primary=primary)
            button.clicked.connect(asked)
            buttons.addWidget(button)
            if primary:
                self.setFocusProxy(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(3 * UNIT)
        column.addStretch(2)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(3 * UNIT)
        column.addLayout(buttons)
        column.addStretch(3)
