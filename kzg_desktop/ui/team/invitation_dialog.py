"""An invitation code to pass on, large enough to be read aloud."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import DAY_MS
from kzg_desktop.models.account_text import day_and_time
from kzg_desktop.ui.settings.parts import CopyRow, note
from kzg_desktop.widgets.tokens import SIZES, UNIT, number_font
from kzg_desktop.wire_office import Invitation

__all__ = ["InvitationDialog", "grouped"]

_LOOPBACK = {"localhost", "127.0.0.1", "::1", ""}
_GROUP = 4


def grouped(code: str) -> str:
    """Return a code in groups of four: ``K7QM2XPD`` → ``K7QM 2XPD``."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return " ".join(plain[at : at + _GROUP] for at in range(0, len(plain), _GROUP))


class InvitationDialog(QDialog):
    """*name* is whose code it is. With *covered*, as on air, the code is shown only when asked for.

    ``said`` carries a confirmation.
    """

    said = Signal(str)

    def __init__(
        self,
        invitation: Invitation,
        name: str,
        hub_url: str,
        now_ms: int,
        *,
        covered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Invitation for {name}").format(name=name))
        self._code = grouped(invitation.code)
        self._hub_url = "" if urlsplit(hub_url).hostname in _LOOPBACK or not hub_url else hub_url
        self.expiry = self._expiry_words(invitation.expires_at, now_ms)
        self.code = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.code.setFont(_large(self.font()))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(self.tr("Invitation code"))
        self.copy = QPushButton(self.tr("Copy code"), autoDefault=True)
        self.copy.clicked.connect(self._copy_code)
        self.copy_message = QPushButton(self.tr("Copy message"), default=True)
        self.copy_message.setToolTip(self.tr("Address, code and expiry as a text to send"))
        self.copy_message.setProperty("kind", "primary")
        self.copy_message.clicked.connect(self._copy_message)
        self._cover(covered=covered)
        self._lay_out(name)
        self.copy_message.setFocus()

    def _cover(self, *, covered: bool) -> None:
        self.show_code = QPushButton(self.tr("Show the code"), autoDefault=True)
        self.show_code.clicked.connect(self._uncover)
        self.show_code.setVisible(covered)
        self.code.setText("•••• ••••" if covered else self._code)

    def _uncover(self) -> None:
        self.show_code.hide()
        self.code.setText(self._code)

    def _lay_out(self, name: str) -> None:
        intro = note(self.tr("{name} signs in with this code on one computer.").format(name=name))
        box = QFrame()
        box.setProperty("role", "surface")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 4 * UNIT)
        inner.setSpacing(2 * UNIT)
        inner.addWidget(self.code)
        inner.addWidget(self.show_code, 0, Qt.AlignmentFlag.AlignHCenter)
        expiry = note(self.expiry)
        expiry.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(expiry)
        close = QPushButton(self.tr("Done"), autoDefault=True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addStretch(1)
        for part in (close, self.copy, self.copy_message):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(intro)
        column.addWidget(box)
        column.addLayout(self._address())
        column.addWidget(note(self.tr("It is shown only now. If it is lost, make a new one.")))
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(124 * UNIT, 0)

    def _address(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        if self._hub_url:
            label = QLabel(self.tr("Address of the hub"))
            label.setProperty("role", "muted")
            copied = CopyRow(self._hub_url, what=self.tr("Address of the hub"))
            copied.copied.connect(self.said)
            row.addWidget(label)
            row.addWidget(copied, 1)
        else:
            row.addWidget(
                note(self.tr("This hub runs on this computer only; other computers cannot reach it."), "warning"), 1
            )
        return row

    def _expiry_words(self, expires_at: int, now_ms: int) -> str:
        days = max(0, expires_at - now_ms) // DAY_MS
        when = day_and_time(expires_at, now_ms, weekday=True)
        if days < 1:
            return self.tr("For one sign-in, until {when}").format(when=when)
        return self.tr("For one sign-in, until {when} ({count} days)").format(when=when, count=days)

    @property
    def message(self) -> str:
        """What is to be sent to whoever is invited."""
        lines = [
            self.tr("You are invited to KZG Desktop."),
            self.tr("Choose “Connect to a hub” and enter:"),
            *([self.tr("Address: {url}").format(url=self._hub_url)] if self._hub_url else []),
            self.tr("Invitation code: {code}").format(code=self._code),
            self.expiry,
        ]
        return "\n".join(lines)

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.said.emit(self.tr("Code copied"))

    def _copy_message(self) -> None:
        QGuiApplication.clipboard().setText(self.message)
        self.said.emit(self.tr("Message copied"))


def _large(font: QFont) -> QFont:
    large = number_font(font)
    large.setPixelSize(SIZES["pay"])
    large.setWeight(QFont.Weight.DemiBold)
    large.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 4)
    return large
