"""How it looks, which hub, where the data is, and what to tell support."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kzg_desktop.services import Desk, SyncStatus
from kzg_desktop.ui.about import About, diagnostics, versions
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.preferences import LookChoice, Preferences
from kzg_desktop.ui.settings.parts import Row, button, section, selectable, side_by_side
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["GeneralSection"]


class GeneralSection(QWidget):
    """``hub_change_requested``: the user confirmed wanting another hub, or to sign out. ``said``: a confirmation."""

    hub_change_requested = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = about
        self.look = LookChoice(preferences)
        self._status = QLabel(wordWrap=True)
        self._waiting = QLabel(wordWrap=True)
        self.change_hub = button(
            self.tr("Connect to a hub…") if about.mode == "embedded" else self.tr("Sign out or change hub…"),
            self._ask_change,
        )
        self.try_again = button(self.tr("Try again now"), desk.try_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * UNIT)
        column.addWidget(section(self.tr("Look"), [(self.tr("Language and theme"), self.look)]))
        column.addWidget(section(self.tr("Hub"), self._hub_rows()))
        column.addWidget(section(self.tr("Data"), self._data_rows()))
        column.addWidget(section(self.tr("About"), self._about_rows()))
        self.show_status(desk.status)
        self.setFocusProxy(self.look.language)

    @property
    def status_text(self) -> str:
        """What is said of the link to the hub."""
        return f"{self._status.text()}\n{self._waiting.text()}"

    # --- building

    def _hub_rows(self) -> list[Row]:
        where = self.tr("On this computer") if self._about.mode == "embedded" else self._about.hub_url
        rows: list[Row] = [(self.tr("Hub"), selectable(where))]
        if self._about.account and self._about.mode == "hub":  # alone on this computer, that says nothing
            rows.append((self.tr("Signed in as"), selectable(self._about.account)))
        rows += [(self.tr("Status"), self._status), (self.tr("To send"), self._waiting)]
        return [*rows, ("", side_by_side(self.try_again, self.change_hub))]

    def _data_rows(self) -> list[Row]:
        folder = str(self._about.data_folder)
        show = button(self.tr("Show folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        return [(self.tr("Data folder"), selectable(folder)), ("", show)]

    def _about_rows(self) -> list[Row]:
        rows: list[Row] = [(name, selectable(version)) for name, version in versions(self._about)]
        return [*rows, ("", button(self.tr("Copy diagnostics"), self.copy_diagnostics))]

    # --- status

    def show_status(self, status: SyncStatus) -> None:
        """Say how the link to the hub is."""
        self._status.setText(self._status_words(status))
        self.try_again.setVisible(status.state == "offline")
        self._waiting.setText(
            self.tr("{count} actions wait to be sent").format(count=status.waiting)
            if status.waiting
            else self.tr("Nothing; everything has been sent")
        )

    def _status_words(self, status: SyncStatus) -> str:
        match status.state:
            case "live":
                return self.tr("Synced at {time}").format(time=time_of_day(status.synced_at))
            case "catching_up":
                return self.tr("Catching up: {done} of {total}").format(
                    done=f"{status.done:,}", total=f"{status.total:,}"
                )
            case "offline":
                return self.tr("Offline since {time}").format(time=time_of_day(status.offline_since))
            case "sign_in":
                return self.tr("The hub asks you to sign in again")
            case "upgrade":
                return self.tr("This program and the hub have different versions")
            case _:
                return self.tr("Starting")

    # --- doing

    def copy_diagnostics(self) -> None:
        """Put the diagnostics onto the clipboard."""
        QGuiApplication.clipboard().setText(diagnostics(self._about, self._desk.status))
        self.said.emit(self.tr("Diagnostics copied"))

    def _ask_change(self) -> None:
        waiting = self._desk.status.waiting
        question = self.tr("Show the welcome again, to choose another hub? What is on this computer stays here.")
        if waiting:
            lost = self.tr("{count} actions have not been sent yet; they wait until you come back to this hub.")
            question += "\n\n" + lost.format(count=waiting)
        ask(
            self,
            question,
            [(self.tr("Cancel"), lambda: None), (self.tr("Choose another hub"), self.hub_change_requested.emit)],
        )
