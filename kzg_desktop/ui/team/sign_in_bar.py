"""One click back to the sign-in, from anywhere, after the hub has signed this computer out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kzg_desktop.services import Desk, DeskEvent, StatusChanged
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SignInBar"]


class SignInBar(QFrame):
    """A line over the pages, shown while the hub asks for a sign-in. ``requested``: the user wants to sign in."""

    requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._desk = desk
        self._words = QLabel(wordWrap=True)
        self.button = QPushButton(self.tr("Sign in again"), autoDefault=True)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        row.setSpacing(3 * UNIT)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self._unsubscribe = desk.subscribe(self._on_event)
        self._show()

    def stop(self) -> None:
        """Stop listening to the desk; the line is about to go."""
        self._unsubscribe()

    @property
    def text(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, StatusChanged):
            self._show()

    def _show(self) -> None:
        status = self._desk.status
        words = self.tr(
            "The hub has signed this computer out: the device was revoked, the account disabled, or the sign-in is "
            "too old."
        )
        if not self._desk.may("feed:read"):  # nobody who is signed in lacks that right
            words = self.tr(
                "An administrator has signed this computer out. What it kept of jobs and applicants has been removed."
            )
        if status.waiting:
            waits = self.tr("{count} actions wait here and are sent after the next sign-in.")
            words += " " + waits.format(count=status.waiting)
        self._words.setText(words)
        self.setVisible(status.state == "sign_in")
