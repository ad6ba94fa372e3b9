"""A line that tells that something is being counted, how far it is, and lets it be stopped."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Waiting"]

_PATIENCE_MS = 500
"""What is done sooner shows nothing."""


class Waiting(QWidget):
    """``stopped``: the user wants no more of it."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setProperty("role", "muted")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"), autoDefault=False)
        self.stop.clicked.connect(self.stopped)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(5 * UNIT, 0, 5 * UNIT, UNIT)
        row.setSpacing(3 * UNIT)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self) -> None:
        """Something began; show so if it takes its time."""
        self.bar.setRange(0, 0)
        self.label.setText(self.tr("Counting…"))
        if not self.isVisible():
            self._patience.start()

    def tell(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("{done} of {total} applications")
        self.label.setText(words.format(done=f"{done:,}", total=f"{total:,}"))

    def end(self) -> None:
        """It is done."""
        self._patience.stop()
        self.hide()

    def _show(self) -> None:
        self.show()
