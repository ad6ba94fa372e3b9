"""Says quietly that the hub is away, since when, and what that means for pages that need it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kzg_desktop.models.account_text import day_and_time
from kzg_desktop.services import SyncStatus
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["AwayLine"]


class AwayLine(QFrame):
    """Hidden while the hub is there. ``sign_in_requested``: the user wants to sign in again."""

    sign_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "muted")
        self.sign_in = QPushButton(self.tr("Sign in…"), autoDefault=True)
        self.sign_in.clicked.connect(self.sign_in_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(5 * UNIT, UNIT, 5 * UNIT, UNIT)
        row.setSpacing(3 * UNIT)
        row.addWidget(self._words, 1)
        row.addWidget(self.sign_in)
        self.setProperty("role", "pane")
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_status(self, status: SyncStatus, now_ms: int, *, connected: bool) -> None:
        """Say how the hub is; *connected*: it can be asked."""
        words = self._words_for(status, now_ms, connected=connected)
        self._words.setText(words)
        self.sign_in.setVisible(status.state == "sign_in")
        self.setVisible(bool(words))

    def _words_for(self, status: SyncStatus, now_ms: int, *, connected: bool) -> str:
        match status.state:
            case "offline":
                since = day_and_time(status.offline_since or status.synced_at or now_ms, now_ms)
                return self.tr(
                    "These pages need the hub, which has been away since {time}. What you typed is kept."
                ).format(time=since)
            case "sign_in":
                return self.tr("The hub has signed this computer out; these pages need it.")
            case "upgrade":
                return self.tr("This program and the hub have different versions; these pages need it.")
            case _:
                return "" if connected else self.tr("These pages need the hub; connecting to it…")
