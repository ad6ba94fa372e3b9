"""Accounts: the list, the one chosen with its devices, and everything an administrator does with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import HubUnreachable, KzgError, UserError
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.hr.words import name_words
from kzg_desktop.ui.team.account_detail import AccountDetail
from kzg_desktop.ui.team.account_dialog import AccountDialog, Wanted
from kzg_desktop.ui.team.account_list import AccountList
from kzg_desktop.ui.team.device_list import ask_revoke
from kzg_desktop.ui.team.invitation_dialog import InvitationDialog
from kzg_desktop.ui.team.office_calls import OfficeCalls
from kzg_desktop.ui.team.refusals import office_words
from kzg_desktop.wire_office import AccountChange, AccountInfo, DeviceInfo, Invitation, NewAccount

__all__ = ["AccountsPane"]


class AccountsPane(QWidget):
    """Asks the hub through *calls*. ``said``: a confirmation; ``failed``: an error; ``counted``: how many there are."""

    said = Signal(str)
    failed = Signal(object)
    all_requested = Signal()
    counted = Signal()

    def __init__(self, desk: HiringDesk, calls: OfficeCalls, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calls = calls
        self._clock = clock
        self._devices: list[DeviceInfo] = []
        self._on_air = False
        self.dialog: AccountDialog | None = None
        self.invitation: InvitationDialog | None = None
        self.list = AccountList()
        self.detail = AccountDetail()
        line = QFrame()
        line.setProperty("role", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 2)
        row.addWidget(line)
        row.addWidget(self.detail, 1)
        self.detail.hide()
        self._wire()
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.retry_requested.connect(self.reload)
        self.list.all_requested.connect(self.all_requested)
        self.list.view.activated.connect(self.edit)
        self.detail.edit_requested.connect(self.edit)
        self.detail.invite_requested.connect(self.invite)
        self.detail.reset_requested.connect(self.reset_password)
        self.detail.unlock_requested.connect(self.unlock)
        self.detail.disable_requested.connect(self.disable)
        self.detail.enable_requested.connect(self.enable)
        self.detail.devices.revoke_requested.connect(self._ask_revoke)

    # --- what is shown

    @property
    def names(self) -> dict[str, str]:
        """Names of organisations by id."""
        return {organization.id: organization.name for organization in self._desk.organizations()}

    def account_names(self) -> dict[str, str]:
        """Return the names of all accounts by id."""
        return {account.id: account.name for account in self.list.table.accounts}

    def reload(self) -> None:
        """Ask the hub for accounts and devices."""
        self.list.wait(asking=True)
        self._calls.run("accounts", _everything, self._on_loaded, self._on_not_loaded)

    def look_again(self) -> None:
        """Ask anew in passing: what is chosen or being typed stays, and if it cannot be had, what is listed stays."""
        if self.list.loaded and not self._calls.running("accounts"):
            self._calls.run("accounts", _everything, self._on_loaded, lambda _error: None)

    def search(self, text: str) -> None:
        """List only the accounts that match."""
        self.list.search(text)

    def allow(self, *, allowed: bool) -> None:
        """Whether the hub is there to do anything."""
        self.detail.allow(allowed=allowed)

    def set_on_air(self, *, on: bool) -> None:
        """While on air, a code is not shown before somebody asks for it: the screen may be seen by viewers."""
        self._on_air = on

    def _on_loaded(self, found: tuple[list[AccountInfo], list[DeviceInfo]]) -> None:
        accounts, devices = found
        self._devices = [replace(each, account_name=name_words(each.account_id, each.account_name)) for each in devices]
        self.list.show_accounts([_named(account) for account in accounts], self.names, self._clock.now_ms())
        self.counted.emit()

    def _on_not_loaded(self, error: KzgError) -> None:
        self.list.wait(asking=False)
        if not isinstance(error, HubUnreachable):  # that it is away is said above, for as long as it is
            self.failed.emit(error)

    def _show_chosen(self) -> None:
        account = self.list.account
        self.detail.setVisible(account is not None)
        if account is not None:
            me = account.id == self._desk.account_id
            self.detail.show_account(account, self.names, self._devices, self._clock.now_ms(), me=me)

    # --- new and changed

    def new(self) -> None:
        """Open the dialog for a new account."""
        self._open(AccountDialog(self.names, parent=self), self._create)

    def edit(self) -> None:
        """Open the dialog for role and organisations of the account chosen."""
        if (account := self.list.account) is not None:
            self._open(AccountDialog(self.names, account, self), partial(self._change, account.id))

    def _open(self, dialog: AccountDialog, save: Callable[[AccountDialog, Wanted], None]) -> None:
        self.dialog = dialog
        dialog.wanted.connect(lambda wanted: save(dialog, wanted))
        dialog.rejected.connect(lambda: self._calls.cancel("save"))
        self._calls.busy_changed.connect(dialog.show_waiting)
        dialog.open()

    def _create(self, dialog: AccountDialog, wanted: Wanted) -> None:
        assert isinstance(wanted, NewAccount)

        def made(invitation: Invitation) -> None:
            dialog.succeed()
            self._show_invitation(invitation, wanted.name)
            self.reload()

        self._calls.run("save", lambda office: office.create_account(wanted), made, lambda e: _tell(dialog, e))

    def _change(self, account_id: str, dialog: AccountDialog, wanted: Wanted) -> None:
        assert isinstance(wanted, AccountChange)

        def changed(account: AccountInfo) -> None:
            dialog.succeed()
            self._on_changed(account, self.tr("Saved: {name}"))

        call = partial(_change, account_id=account_id, change=wanted)
        self._calls.run("save", call, changed, lambda e: _tell(dialog, e))

    def _on_changed(self, changed: AccountInfo, words: str) -> None:
        account = _named(changed)
        accounts = [account if known.id == account.id else known for known in self.list.table.accounts]
        self.list.show_accounts(accounts, self.names, self._clock.now_ms())
        self.said.emit(words.format(name=account.name))
        self.reload()

    # --- invitations and passwords

    def invite(self) -> None:
        """Make a fresh invitation for the account chosen."""
        if (account := self.list.account) is not None:
            self._calls.run(
                "act",
                lambda office: office.invite(account.id),
                lambda invitation: self._show_invitation(invitation, account.name),
                self._fail,
            )

    def reset_password(self) -> None:
        """Clear a forgotten password, once the user has agreed, and make an invitation."""
        if (account := self.list.account) is None:
            return
        question = self.tr(
            "Clear the password of {name}?\n\nIt cannot be used any more. You get an invitation code to pass on; "
            "whoever signs in with it chooses a new password. Devices that are signed in stay so."
        )
        reset = partial(_forget_password, account_id=account.id)
        self._ask(
            question.format(name=account.name),
            self.tr("Clear the password"),
            lambda: self._calls.run(
                "act", reset, lambda invitation: self._show_reset(invitation, account.name), self._fail
            ),
        )

    def _show_reset(self, invitation: Invitation, name: str) -> None:
        self._show_invitation(invitation, name)
        self.reload()

    def _show_invitation(self, invitation: Invitation, name: str) -> None:
        dialog = InvitationDialog(
            invitation, name, _hub_address(self._desk), self._clock.now_ms(), covered=self._on_air, parent=self
        )
        self.invitation = dialog
        dialog.said.connect(self.said)
        dialog.open()

    # --- disabling, unlocking, devices

    def disable(self) -> None:
        """Disable the account chosen, once the user has agreed."""
        if (account := self.list.account) is None or account.disabled:
            return
        question = self.tr(
            "Disable the account of {name}?\n\nAll its devices are signed out at once. What was done there and has not "
            "been sent yet stays on those computers. The account can be enabled again."
        ).format(name=account.name)
        if account.id == self._desk.account_id:
            question += "\n\n" + self.tr("This is your own account: you would be signed out, too.")
        self._ask(
            question,
            self.tr("Disable the account"),
            lambda: self._act(account, AccountChange(disabled=True), self.tr("Disabled: {name}")),
        )

    def enable(self) -> None:
        """Enable the account chosen again."""
        if (account := self.list.account) is not None and account.disabled:
            self._act(account, AccountChange(disabled=False), self.tr("Enabled: {name}"))

    def toggle(self) -> None:
        """Disable the account chosen, or enable it again."""
        if (account := self.list.account) is not None:
            (self.enable if account.disabled else self.disable)()

    def unlock(self) -> None:
        """Forget the failed sign-ins of the account chosen."""
        if (account := self.list.account) is not None:
            self._act(account, AccountChange(unlock=True), self.tr("Unlocked: {name}"))

    def _act(self, account: AccountInfo, change: AccountChange, words: str) -> None:
        call = partial(_change, account_id=account.id, change=change)
        self._calls.run("act", call, lambda changed: self._on_changed(changed, words), self._fail)

    def _ask_revoke(self, device: DeviceInfo) -> None:
        ask_revoke(self.detail.devices, device, lambda: self._revoke(device))

    def _revoke(self, device: DeviceInfo) -> None:
        def revoked(_nothing: None) -> None:
            self.said.emit(self.tr("Signed out: {name}").format(name=device.name))
            self.reload()

        self._calls.run("act", lambda office: office.revoke_device(device.id), revoked, self._fail)

    def _ask(self, question: str, words: str, act: Callable[[], object]) -> None:
        ask(self, question, [(self.tr("Cancel"), lambda: None), (words, act)])

    def _fail(self, error: KzgError) -> None:
        self.failed.emit(_told(error))


def _named(account: AccountInfo) -> AccountInfo:
    """Return the account under its name as this window says it."""
    return replace(account, name=name_words(account.id, account.name))


async def _everything(office: Office) -> tuple[list[AccountInfo], list[DeviceInfo]]:
    return await office.accounts(), await office.devices()


async def _change(office: Office, account_id: str, change: AccountChange) -> AccountInfo:
    return await office.change_account(account_id, change)


async def _forget_password(office: Office, account_id: str) -> Invitation:
    await office.change_account(account_id, AccountChange(forget_password=True))
    return await office.invite(account_id)


def _tell(dialog: AccountDialog, error: KzgError) -> None:
    dialog.say(office_words(error))


def _told(error: KzgError) -> UserError:
    """Return the error in words for the banner; what it was stays with it, for support."""
    told = UserError(office_words(error))
    told.__cause__ = error
    return told


def _hub_address(desk: HiringDesk) -> str:
    """Return the hub's address as viewers reach it, "" when it is not known."""
    parts = urlsplit(desk.sign_up_url("-"))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
