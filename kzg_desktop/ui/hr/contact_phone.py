"""The phone of an applicant: hidden until asked for, every look at it on record before it shows (个人信息保护法 51)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.calling import BestTime, best_time
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.domain.masking import mask_phone
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import SIZES, UNIT, number_font

__all__ = ["SHOWN_S", "PhoneLine", "dial", "spaced"]

SHOWN_S = 60
"""So long a phone shows."""


def spaced(phone: str) -> str:
    """Return a mobile number in groups as people read it out, 138 0013 8000; others as they are."""
    return f"{phone[:3]} {phone[3:7]} {phone[7:]}" if len(phone) == 11 and phone[0] == "1" else phone


def dial(phone: str) -> bool:
    """Hand the number to whatever dials on this computer; return whether there is something."""
    return QDesktopServices.openUrl(QUrl(f"tel:{phone}"))


class PhoneLine(QWidget):
    """Shows a phone, masked or in full for a minute; what it asks for is recorded elsewhere first."""

    reveal_requested = Signal()
    copy_requested = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._application_id = self._phone = ""
        self._hide_at_s: float | None = None
        self._masked = False
        self.number = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        font = number_font(self.number.font())
        font.setPixelSize(SIZES["title"])
        self.number.setFont(font)
        self.note, self.best = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        for label in (self.note, self.best):
            label.setProperty("role", "caption")
        self.show_button = QPushButton(self.tr("Show"), self, autoDefault=True)
        self.show_button.clicked.connect(self._on_show)
        self.copy_button = QPushButton(self.tr("Copy"), self, autoDefault=True)
        self.copy_button.clicked.connect(self.copy_requested)
        for button in (self.show_button, self.copy_button):
            button.setProperty("kind", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = FlowLayout()
        for part in (self.number, self.show_button, self.copy_button):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(buttons)
        column.addWidget(self.note)
        column.addWidget(self.best)

    @property
    def is_revealed(self) -> bool:
        """Whether the phone shows in full."""
        return self._hide_at_s is not None and not self._masked

    def show_phone(self, application_id: str, phone: str, *, may_see: bool, is_closed: bool) -> None:
        """Show the phone of that application; another one than before is hidden.

        Without the right there is nothing to reveal, and of who has withdrawn (*is_closed*) nothing may be.
        """
        if (application_id, phone) != (self._application_id, self._phone):
            self._application_id, self._phone, self._hide_at_s = application_id, phone, None
        for button in (self.show_button, self.copy_button):
            button.setVisible(may_see and not is_closed)
        if is_closed:
            self._hide_at_s = None
        self._show()

    def reveal(self) -> None:
        """Show the phone in full from now on, for a minute."""
        self._hide_at_s = self._clock.monotonic_s() + SHOWN_S
        self._show()

    def hide_number(self) -> None:
        """Show the phone masked."""
        self._hide_at_s = None
        self._show()

    def set_masked(self, masked: bool) -> None:
        """While on air nothing shows in full."""
        self._masked = masked
        if masked:
            self._hide_at_s = None
        self._show()

    def tick(self) -> None:
        """Hide the phone when its time is over."""
        if self._hide_at_s is not None and self._clock.monotonic_s() >= self._hide_at_s:
            self.hide_number()

    def show_best(self, history: Sequence[HistoryEntry]) -> None:
        """Say when this person has answered so far."""
        words = self._best_words(best_time(history))
        self.best.setText(words)
        self.best.setVisible(bool(words))

    def _show(self) -> None:
        shown = spaced(self._phone) if self.is_revealed else mask_phone(self._phone)
        self.number.setText(shown)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        none = Qt.TextInteractionFlag.NoTextInteraction
        self.number.setTextInteractionFlags(selectable if self.is_revealed else none)
        self.show_button.setText(self.tr("Hide") if self.is_revealed else self.tr("Show"))
        self.note.setText(self._note_words())
        self.note.setVisible(bool(self.note.text()))
        for button in (self.show_button, self.copy_button):
            button.setEnabled(not self._masked)

    def _note_words(self) -> str:
        if self._masked:
            return self.tr("On air: names and phones stay hidden")
        return self.tr("Shown for a minute; this is on record") if self.is_revealed else ""

    def _on_show(self) -> None:
        if self.is_revealed:
            self.hide_number()
        else:
            self.reveal_requested.emit()

    def _best_words(self, best: BestTime) -> str:
        if not best.basis or not best.hours:
            return ""
        hours = "、".join(f"{rate.hour}:00–{rate.hour + 1}:00" for rate in best.hours if rate.answered)
        if not hours:
            return self.tr("{calls} calls so far, none answered").format(calls=best.calls)
        if best.basis == "person":
            return self.tr("Has answered at {hours}").format(hours=hours)
        return self.tr("Most applicants answer at {hours}").format(hours=hours)
