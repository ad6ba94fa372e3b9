"""Who is signed in here, with what rights and on which devices, and the password for signing in elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.models.account_text import role_sentence, role_words, scope_words
from kzg_desktop.services import DeskEvent, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.hr.words import name_words
from kzg_desktop.ui.settings.parts import Row, button, note, section, selectable, set_tone, side_by_side
from kzg_desktop.ui.team.away_line import AwayLine
from kzg_desktop.ui.team.device_list import DeviceList, ask_revoke
from kzg_desktop.ui.team.office_calls import BusyLine, OfficeCalls
from kzg_desktop.ui.team.password_form import PasswordForm
from kzg_desktop.ui.team.refusals import office_words, password_problems
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire import Account
from kzg_desktop.wire_office import DeviceInfo, PasswordChange

__all__ = ["AccountSection"]


class AccountSection(QWidget):
    """Of *account*, who is signed in. What is asked of the hub ends when the section is left.

    ``sign_out_requested``: the user confirmed wanting to be signed out on this computer. ``sign_in_requested``: the
    hub has signed it out, and the user wants to sign in again. ``said``: a confirmation.
    """

    sign_out_requested = Signal()
    sign_in_requested = Signal()
    said = Signal(str)

    def __init__(
        self, desk: HiringDesk, tasks: Tasks, clock: Clock, account: Account, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._account = account
        self._was_there = False
        self.calls = OfficeCalls(tasks, "account", self)
        self.away = AwayLine()
        self.devices = DeviceList()
        self.form = PasswordForm(renewing=True)
        self.save = button(self.tr("Save the password"), self._on_save)
        self.sign_out = button(self.tr("Sign out on this computer…"), self._ask_sign_out)
        self._told = note("")
        self._told.hide()
        self._devices_told = note("")
        self._devices_told.hide()
        self._lay_out()
        self._wire()
        self._show_devices([])
        self._unsubscribe = desk.subscribe(self._on_event)
        self._show_away()
        self.setFocusProxy(self.sign_out)

    def stop(self) -> None:
        """Stop listening to the desk and asking the hub; the section is about to go."""
        self._unsubscribe()
        self.calls.stop()

    def set_office(self, office: Office | None) -> None:
        """Ask the hub through *office* from now on; None while it is away."""
        self.calls.office = office
        self._show_away()
        self._on_back()

    # --- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * UNIT)
        column.addWidget(self.away)
        column.addWidget(section(self.tr("My account"), self._who()))
        column.addWidget(_panel(self.tr("My devices"), self.devices, self._devices_told))
        intro = note(self.tr("With them you can sign in on another computer. Saving signs out your other devices."))
        column.addWidget(
            _panel(
                self.tr("Sign-in name and password"), intro, self.form, self._told, side_by_side(self.save, _stretch())
            )
        )
        column.addWidget(BusyLine(self.calls))

    def _who(self) -> list[Row]:
        account = self._account
        names = {organization.id: organization.name for organization in self._desk.organizations()}
        return [
            (self.tr("Name"), selectable(name_words(account.id, account.name))),
            (self.tr("Role"), QLabel(role_words(account.role))),
            ("", note(role_sentence(account.role))),
            (self.tr("Organisations"), QLabel(scope_words(account.scopes, names), wordWrap=True)),
            ("", self.sign_out),
        ]

    def _wire(self) -> None:
        self.away.sign_in_requested.connect(self.sign_in_requested)
        self.devices.revoke_requested.connect(self._ask_revoke)
        self.form.entered.connect(self._on_save)
        self.calls.failed.connect(self._on_devices_failed)

    # --- devices

    def reload(self) -> None:
        """Ask the hub for one's devices."""
        self.calls.run("devices", _own_devices, self._show_devices, self._on_devices_failed)

    def _show_devices(self, devices: list[DeviceInfo]) -> None:
        own = [device for device in devices if device.account_id == self._account.id]  # administrators get all
        self._devices_told.hide()
        empty = self.tr("Kept at the hub; they are shown as soon as it answers.")
        self.devices.show_devices(own, self._clock.now_ms(), empty=empty)

    def _on_devices_failed(self, error: KzgError) -> None:
        self._devices_told.setText(office_words(error))
        self._devices_told.show()

    def _ask_revoke(self, device: DeviceInfo) -> None:
        ask_revoke(self.devices, device, lambda: self._revoke(device))

    def _revoke(self, device: DeviceInfo) -> None:
        def revoked(_nothing: None) -> None:
            self.said.emit(self.tr("Signed out: {name}").format(name=device.name))
            self.reload()

        self.calls.run("revoke", lambda office: office.revoke_device(device.id), revoked, self._on_devices_failed)

    # --- password

    def _on_save(self) -> None:
        self._told.hide()
        if not self.calls.running("password") and (change := self.form.valid()) is not None:
            self._set_saving(saving=True)
            self.calls.run("password", lambda office: _set_password(office, change), self._on_saved, self._on_refused)

    def _on_saved(self, _nothing: None) -> None:
        self._set_saving(saving=False)
        self.form.forget()
        self._tell(self.tr("Saved. Your other devices are signed out; sign in there with the new password."), good=True)
        self.said.emit(self.tr("Password saved"))
        self.reload()

    def _on_refused(self, error: KzgError) -> None:
        self._set_saving(saving=False)
        problems = password_problems(error)
        self.form.say(problems)
        self._tell(problems.get("", ""), good=False)

    def _tell(self, words: str, *, good: bool) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        set_tone(self._told, "good" if good else "warning")

    def _set_saving(self, *, saving: bool) -> None:
        self.form.setEnabled(not saving)
        self.save.setEnabled(not saving and self._there)

    # --- the hub

    @property
    def _there(self) -> bool:
        return self.calls.office is not None and self._desk.status.state in {"live", "catching_up"}

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, StatusChanged):
            self._show_away()
            self._on_back()

    def _on_back(self) -> None:
        came, self._was_there = self._there and not self._was_there, self._there
        if came and self.isVisible():
            self.reload()

    def _show_away(self) -> None:
        status = self._desk.status
        self.away.show_status(status, self._clock.now_ms(), connected=self.calls.office is not None)
        self.devices.allow(allowed=self._there)
        self.save.setEnabled(self._there and self.form.isEnabled())

    def _ask_sign_out(self) -> None:
        question = self.tr("Sign out on this computer? You need your password or an invitation code to come back.")
        if waiting := self._desk.status.waiting:
            lost = self.tr("{count} actions have not been sent yet; they wait here until you sign in again.")
            question += "\n\n" + lost.format(count=waiting)
        ask(
            self,
            question,
            [(self.tr("Cancel"), lambda: None), (self.tr("Sign out"), self.sign_out_requested.emit)],
        )

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.calls.cancel()
            self._set_saving(saving=False)


def _panel(title: str, *parts: QWidget) -> QWidget:
    """Return a heading over a surface with the parts beneath each other, as wide as it."""
    heading = QLabel(title)
    heading.setProperty("role", "strong")
    frame = QFrame()
    frame.setProperty("role", "surface")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
    inner.setSpacing(3 * UNIT)
    for part in parts:
        inner.addWidget(part)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    column.addWidget(heading)
    column.addWidget(frame)
    return whole


def _stretch() -> QWidget:
    filler = QWidget()
    filler.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return filler


async def _own_devices(office: Office) -> list[DeviceInfo]:
    return await office.devices()


async def _set_password(office: Office, change: PasswordChange) -> None:
    await office.change_password(change)
