"""What the hub refused, why, and putting it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzg_desktop.services import ActionRefused
from kzg_desktop.ui.error_text import refusal_text
from kzg_desktop.ui.live.status_text import action_text
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["RefusalsDialog"]


class RefusalsDialog(QDialog):
    """Lists refusals; it closes itself when the last one is dismissed."""

    dismissed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Refused by the hub"))
        self.resize(520, 320)
        intro = QLabel(self.tr("These actions were not carried out. What you see is what the hub has."), self)
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3 * UNIT)
        self._rows.addStretch(1)
        self._shown: list[QWidget] = []
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * UNIT, 4 * UNIT, 4 * UNIT, 4 * UNIT)
        layout.setSpacing(3 * UNIT)
        layout.addWidget(intro)
        layout.addWidget(area, 1)

    @property
    def words(self) -> list[str]:
        """What was done and why it was refused, in turn."""
        return [label.text() for row in self._shown for label in row.findChildren(QLabel)]

    @property
    def dismiss_buttons(self) -> list[QPushButton]:
        """One button for each refusal."""
        return [button for row in self._shown for button in row.findChildren(QPushButton)]

    def show_refusals(self, refusals: Sequence[ActionRefused]) -> None:
        """List these."""
        for row in self._shown:
            self._rows.removeWidget(row)
            row.deleteLater()
        self._shown = [self._row(refusal) for refusal in refusals]
        for place, row in enumerate(self._shown):
            self._rows.insertWidget(place, row)
        if not refusals:
            self.accept()

    def _row(self, refusal: ActionRefused) -> QWidget:
        row = QWidget(self._list)
        what = QLabel(action_text(refusal.action), row)
        what.setProperty("role", "heading")
        why = QLabel(refusal_text(refusal.type), row)  # the detail is for programmers, in English, or an id
        why.setProperty("role", "muted")
        why.setWordWrap(True)
        why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(what)
        words.addWidget(why)
        button = QPushButton(self.tr("Dismiss"), row)
        button.clicked.connect(lambda: self.dismissed.emit(refusal.number))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 2 * UNIT, 0)
        layout.addLayout(words, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
