"""Settings: how it looks, which hub, where the data is, and what to tell support."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.services import Desk, DeskEvent, StatusChanged, SyncStatus
from kzg_desktop.ui.about import About, diagnostics, versions
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.preferences import LookChoice, Preferences
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SettingsPage"]

_WIDTH = 180 * UNIT


class SettingsPage(QWidget):
    """``hub_change_requested``: the user confirmed wanting another hub, or to sign out. ``said``: a confirmation."""

    hub_change_requested = Signal()
    said = Signal(str, str, object)

    def __init__(self, desk: Desk, preferences: Preferences, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = about
        self.look = LookChoice(preferences)
        self._status = QLabel(wordWrap=True)
        self._waiting = QLabel(wordWrap=True)
        self.change_hub = self._button(
            self.tr("Connect to a hub…") if about.mode == "embedded" else self.tr("Sign out or change hub…"),
            self._ask_change,
        )
        self._lay_out()
        self._unsubscribe = desk.subscribe(self._on_event)
        self._show_status(desk.status)
        self.setFocusProxy(self.look.language)

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._unsubscribe()

    @property
    def status_text(self) -> str:
        """What is said of the link to the hub."""
        return f"{self._status.text()}\n{self._waiting.text()}"

    # --- building

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "title")
        column = QVBoxLayout()
        column.setSpacing(4 * UNIT)
        column.setContentsMargins(0, 0, 0, 6 * UNIT)
        column.addWidget(title)
        column.addWidget(self._section(self.tr("Look"), [(self.tr("Language and theme"), self.look)]))
        column.addWidget(self._section(self.tr("Hub"), self._hub_rows()))
        column.addWidget(self._section(self.tr("Data"), self._data_rows()))
        column.addWidget(self._section(self.tr("About"), self._about_rows()))
        column.addStretch(1)
        middle = QWidget()
        middle.setProperty("role", "scrolled")
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(column)
        outer = QWidget()
        outer.setProperty("role", "scrolled")
        row = QHBoxLayout(outer)
        row.setContentsMargins(8 * UNIT, 6 * UNIT, 8 * UNIT, 0)
        row.addWidget(middle, 1)
        row.addStretch(0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(outer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _section(self, title: str, rows: list[tuple[str, QWidget]]) -> QWidget:
        heading = QLabel(title)
        heading.setProperty("role", "strong")
        frame = QFrame()
        frame.setProperty("role", "surface")
        grid = QGridLayout(frame)
        grid.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        grid.setHorizontalSpacing(6 * UNIT)
        grid.setVerticalSpacing(3 * UNIT)
        grid.setColumnMinimumWidth(0, 36 * UNIT)
        grid.setColumnStretch(1, 1)
        for line, (label, part) in enumerate(rows):
            name = QLabel(label)
            name.setProperty("role", "muted")
            grid.addWidget(name, line, 0)
            left = not isinstance(part, QLabel)
            grid.addWidget(part, line, 1, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0))
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(heading)
        column.addWidget(frame)
        return section

    def _hub_rows(self) -> list[tuple[str, QWidget]]:
        where = self.tr("On this computer") if self._about.mode == "embedded" else self._about.hub_url
        rows: list[tuple[str, QWidget]] = [(self.tr("Hub"), _selectable(where))]
        if self._about.account and self._about.mode == "hub":  # alone on this computer, that says nothing
            rows.append((self.tr("Signed in as"), _selectable(self._about.account)))
        return [*rows, (self.tr("Status"), self._status), (self.tr("To send"), self._waiting), ("", self.change_hub)]

    def _data_rows(self) -> list[tuple[str, QWidget]]:
        folder = str(self._about.data_folder)
        show = self._button(self.tr("Show folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        return [(self.tr("Data folder"), _selectable(folder)), ("", show)]

    def _about_rows(self) -> list[tuple[str, QWidget]]:
        rows: list[tuple[str, QWidget]] = [(name, _selectable(version)) for name, version in versions(self._about)]
        return [*rows, ("", self._button(self.tr("Copy diagnostics"), self.copy_diagnostics))]

    def _button(self, words: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, autoDefault=True)
        button.clicked.connect(pressed)
        return button

    # --- status

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, StatusChanged):
            self._show_status(event.status)

    def _show_status(self, status: SyncStatus) -> None:
        self._status.setText(self._status_words(status))
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
        self.said.emit(self.tr("Diagnostics copied"), "", None)

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


def _selectable(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
