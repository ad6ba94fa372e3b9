"""The account chosen: who it is, what it may do, its devices, and what an administrator can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzg_desktop.models.account_text import (
    AccountState,
    account_state,
    role_sentence,
    role_words,
    scope_words,
    seen_words,
    state_words,
)
from kzg_desktop.ui.settings.parts import Tone, set_tone
from kzg_desktop.ui.team.device_list import DeviceList
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import AccountInfo, DeviceInfo

__all__ = ["AccountDetail"]

_TONES: dict[AccountState, Tone] = {"active": "good", "invited": "muted", "locked": "warning", "disabled": "warning"}


class AccountDetail(QWidget):
    """Its buttons ask for what is to be done with the account shown."""

    edit_requested = Signal()
    invite_requested = Signal()
    reset_requested = Signal()
    unlock_requested = Signal()
    disable_requested = Signal()
    enable_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(wordWrap=True)
        self._name.setProperty("role", "title")
        self._role = QLabel(wordWrap=True)
        self._role.setProperty("role", "heading")
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setProperty("role", "muted")
        self._state = QLabel(wordWrap=True)
        self._facts: dict[str, QLabel] = {}
        self.edit = self._button(self.tr("Role and organisations…"), self.edit_requested, primary=True)
        self.invite = self._button(self.tr("Invitation code"), self.invite_requested)
        self.reset = self._button(self.tr("Password forgotten…"), self.reset_requested)
        self.unlock = self._button(self.tr("Unlock"), self.unlock_requested)
        self.disable = self._button(self.tr("Disable…"), self.disable_requested)
        self.enable = self._button(self.tr("Enable"), self.enable_requested)
        for button, keys in ((self.edit, "Enter"), (self.invite, "I"), (self.disable, "Del"), (self.enable, "Del")):
            button.setToolTip(f"{button.text().rstrip('…')}  ({keys})")
        self.devices = DeviceList()
        self._devices_title = QLabel(self.tr("Devices"))
        self._devices_title.setProperty("role", "heading")
        self._lay_out()

    def _button(self, words: str, pressed: SignalInstance, *, primary: bool = False) -> QPushButton:
        button = QPushButton(words, autoDefault=True)
        if primary:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda _checked: pressed.emit())
        return button

    def _lay_out(self) -> None:
        held = QWidget()
        held.setProperty("role", "scrolled")
        column = QVBoxLayout(held)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 5 * UNIT)
        column.setSpacing(UNIT)
        for part in (self._name, self._role, self._sentence):
            column.addWidget(part)
        column.addSpacing(2 * UNIT)
        column.addLayout(self._fact_grid())
        column.addSpacing(3 * UNIT)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(2 * UNIT)
        column.addLayout(self._buttons)
        column.addSpacing(4 * UNIT)
        line = QFrame()
        line.setProperty("role", "hairline")
        column.addWidget(line)
        column.addSpacing(2 * UNIT)
        column.addWidget(self._devices_title)
        column.addWidget(self.devices)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _fact_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        facts = (
            ("state", self.tr("State")),
            ("scopes", self.tr("Organisations")),
            ("login", self.tr("Sign-in name")),
            ("seen", self.tr("Last seen")),
            ("since", self.tr("Since")),
        )
        for line, (key, words) in enumerate(facts):
            name = QLabel(words)
            name.setProperty("role", "muted")
            value = self._state if key == "state" else QLabel(wordWrap=True)
            self._facts[key] = value
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        return grid

    def _offer(self, account: AccountInfo, state: AccountState) -> None:
        """Show the buttons that mean something for this account, two in a row."""
        offers = {
            self.unlock: state == "locked",
            self.invite: not account.disabled,
            self.reset: account.has_password and not account.disabled,
            self.disable: not account.disabled,
            self.enable: account.disabled,
        }
        for button in (self.edit, *offers):
            self._buttons.removeWidget(button)
        self._buttons.addWidget(self.edit, 0, 0, 1, 2)
        shown = [button for button, offered in offers.items() if offered]
        for place, button in enumerate(shown):
            alone = place == len(shown) - 1 and place % 2 == 0
            self._buttons.addWidget(button, 1 + place // 2, place % 2, 1, 2 if alone else 1)
        for button, offered in offers.items():
            button.setVisible(offered)

    def show_account(
        self, account: AccountInfo, names: Mapping[str, str], devices: Sequence[DeviceInfo], now_ms: int, *, me: bool
    ) -> None:
        """Show this account; *names* of organisations by id, *me*: the user's own."""
        state = account_state(account, now_ms)
        self._name.setText(self.tr("{name} (you)").format(name=account.name) if me else account.name)
        self._role.setText(role_words(account.role))
        self._sentence.setText(role_sentence(account.role))
        self._state.setText(state_words(account, now_ms))
        set_tone(
            self._state, "warning" if state in {"locked", "disabled"} else "good" if state == "active" else "muted"
        )
        self._facts["scopes"].setText(scope_words(account.scopes, names))
        self._facts["login"].setText(account.login or self.tr("None chosen yet"))
        self._facts["seen"].setText(seen_words(account.seen_at, now_ms))
        self._facts["since"].setText(time_of_day(account.created_at, form="%Y-%m-%d") if account.created_at else "–")
        self._offer(account, state)
        self.devices.show_devices(
            [device for device in devices if device.account_id == account.id],
            now_ms,
            empty=self.tr("None yet: the invitation has not been used."),
        )

    def allow(self, *, allowed: bool) -> None:
        """Whether anything can be done now."""
        for button in (self.edit, self.invite, self.reset, self.unlock, self.disable, self.enable):
            button.setEnabled(allowed)
        self.devices.allow(allowed=allowed)
