"""Devices of one account: which they are, when they were last seen, and a button that signs one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.models.account_text import seen_words
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import DeviceInfo

__all__ = ["DeviceList", "ask_revoke"]

translate = QCoreApplication.translate

_MOST_PAST = 5
"""Devices that were signed out are of little interest; so many are listed."""


class DeviceList(QWidget):
    """Those signed in first. ``revoke_requested`` carries a DeviceInfo that the user wants signed out."""

    revoke_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[QWidget] = []
        self._buttons: dict[str, QPushButton] = {}
        self._may_revoke = True

    def show_devices(self, devices: Sequence[DeviceInfo], now_ms: int, *, empty: str) -> None:
        """List these; *empty* is said when there are none."""
        had = next((id_ for id_, button in self._buttons.items() if button.hasFocus()), "")
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._buttons.clear()
        here = [device for device in devices if device.signed_in]
        past = [device for device in devices if not device.signed_in][:_MOST_PAST]
        here.sort(key=lambda device: (not device.here, -device.seen_at))
        self._rows = [self._row(device, now_ms) for device in here + past] or [_muted(empty)]
        for row in self._rows:
            self._column.addWidget(row)
        if had in self._buttons:
            self._buttons[had].setFocus()

    def allow(self, *, allowed: bool) -> None:
        """Whether devices can be signed out now."""
        self._may_revoke = allowed
        for button in self._buttons.values():
            button.setEnabled(allowed)

    def button(self, device_id: str) -> QPushButton | None:
        """Return the button that signs that device out, None where there is none."""
        return self._buttons.get(device_id)

    @property
    def words(self) -> list[str]:
        """All that is said, from the top."""
        return [label.text() for row in self._rows for label in row.findChildren(QLabel)] or [
            row.text() for row in self._rows if isinstance(row, QLabel)
        ]

    def _row(self, device: DeviceInfo, now_ms: int) -> QWidget:
        name = ElidedLabel()
        name.setText(device.name or self.tr("A device without a name"))
        if not device.signed_in:
            name.setProperty("role", "faint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        when = _muted(self._when(device, now_ms))
        if device.created_at:
            since = time_of_day(device.created_at, form="%Y-%m-%d %H:%M")
            when.setToolTip(self.tr("First signed in {time}").format(time=since))
        words.addWidget(when)
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, UNIT, 0, UNIT)
        line.setSpacing(2 * UNIT)
        line.addLayout(words, 1)
        if device.signed_in and not device.here:
            line.addWidget(self._revoke_button(device), 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _when(self, device: DeviceInfo, now_ms: int) -> str:
        if device.here:
            return self.tr("This computer")
        if not device.signed_in:
            return self.tr("Signed out")
        return self.tr("Seen {when}").format(when=seen_words(device.seen_at, now_ms))

    def _revoke_button(self, device: DeviceInfo) -> QPushButton:
        button = QPushButton(self.tr("Sign out…"), autoDefault=True)
        button.setAccessibleName(self.tr("Sign out the device {name}").format(name=device.name))
        button.setEnabled(self._may_revoke)
        button.clicked.connect(lambda: self.revoke_requested.emit(device))
        self._buttons[device.id] = button
        return button


def ask_revoke(parent: DeviceList, device: DeviceInfo, revoke: Callable[[], object]) -> None:
    """Say what signing that device out means, and do *revoke* when the user agrees."""
    question = translate(
        "DeviceList",
        "Sign out “{name}” of {person}?\n\nIt is signed out at once. What was done there and has not been sent yet "
        "stays on that computer until {person} signs in there again.",
    ).format(name=device.name, person=device.account_name)
    ask(
        parent,
        question,
        [(translate("DeviceList", "Cancel"), lambda: None), (translate("DeviceList", "Sign out the device"), revoke)],
    )


def _muted(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setProperty("role", "caption")
    return label
