"""A card that something stands against: what it is, and the reason for which it is shown all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.guards import Obstacle, needs_reason
from kzg_desktop.widgets.findings_view import FindingsView
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["OverrideDialog"]


class OverrideDialog(QDialog):
    """Asks for a reason; `overridden` tells it. Enter in the field takes the card only once a reason is there."""

    overridden = Signal(str)

    def __init__(
        self,
        item_id: str,
        job: Job,
        against: Sequence[Obstacle],
        findings: Sequence[Finding],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.setWindowTitle(self.tr("This card is held back"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._needs_reason = needs_reason(against)
        title = QLabel(f"{job.title} · {job.hiring_organization}", self)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * UNIT, 6 * UNIT, 6 * UNIT, 5 * UNIT)
        layout.setSpacing(4 * UNIT)
        layout.addWidget(title)
        for obstacle in against:
            layout.addWidget(self._line(obstacle))
        if any(obstacle.code == "ad" for obstacle in against):
            self.findings = FindingsView(self)
            self.findings.show_findings([finding for finding in findings if finding.level == "block"])
            layout.addWidget(self.findings, 1)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Why it is shown all the same; this goes into the log"))
        self.reason.setMaxLength(200)
        self.reason.setVisible(self._needs_reason)
        self.reason.textChanged.connect(self._check)
        self.take = QPushButton(self.tr("Take anyway"), self)
        self.take.clicked.connect(self._on_take)
        self.cancel = QPushButton(self.tr("Leave it"), self)
        self.cancel.clicked.connect(self.reject)
        for button in (self.take, self.cancel):
            button.setAutoDefault(False)  # Enter in the field must not press either
        self.reason.returnPressed.connect(self._on_take)
        layout.addWidget(self.reason)
        layout.addLayout(self._buttons())
        self.setMinimumWidth(140 * UNIT)
        (self.reason if self._needs_reason else self.cancel).setFocus()
        self._check()

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        return buttons

    def _line(self, obstacle: Obstacle) -> QLabel:
        words = {
            "ad": self.tr("The advertisement check found words that may not be shown:"),
            "paused": self.tr("HR has paused this job."),
            "filled": self.tr("HR says that this job is filled. Viewers will be told that there is a waiting list."),
        }.get(obstacle.code, "")
        label = QLabel(f"{words} {obstacle.note}".strip(), self)
        label.setWordWrap(True)
        return label

    def _check(self) -> None:
        self.take.setEnabled(not self._needs_reason or bool(self.reason.text().strip()))

    def _on_take(self) -> None:
        if self.take.isEnabled():
            self.accept()
            self.overridden.emit(self.reason.text().strip())
