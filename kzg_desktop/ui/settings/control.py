"""How a Stream Deck, Companion or a script reaches the desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.settings.parts import CopyRow, Row, button, note, section
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ControlSection"]

_COMMAND = "kzg-desktop ctl take"


class ControlSection(QWidget):
    """``token_requested``: the user confirmed wanting another token. ``said``: a confirmation."""

    said = Signal(str)
    token_requested = Signal()

    def __init__(self, info: StudioInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = CopyRow("", what=self.tr("address of the control API"))
        self.token = CopyRow("", what=self.tr("token"), secret=True)
        self.new_token = button(self.tr("New token…"), self._ask_token)
        self.token.add(self.new_token)
        self.command = CopyRow(_COMMAND, what=self.tr("command"))
        self._problem = note("", "warning")
        for row in (self.address, self.token, self.command):
            row.copied.connect(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * UNIT)
        column.addWidget(self._controllers())
        column.addWidget(self._system_keys())
        self.show_studio(info)
        self.setFocusProxy(self.address.copy_button)

    def show_studio(self, info: StudioInfo) -> None:
        """Show address and token as they are now."""
        self.address.show_value(info.control_url)
        self.token.show_value(info.control_token)
        self._problem.setText(info.problem)
        self._problem.setVisible(bool(info.problem))

    def _controllers(self) -> QWidget:
        told = self.tr("For a Stream Deck, Companion or scripts on this computer. The token is their password.")
        rows: list[Row] = [
            (self.tr("Address"), self.address),
            (self.tr("Token"), self.token),
            ("", self._problem),
        ]
        return section(self.tr("Controllers"), rows, told)

    def _system_keys(self) -> QWidget:
        told = self.tr("Give this command a key in your system: that key takes even while another window is in front.")
        return section(self.tr("Keys of the system"), [(self.tr("Command"), self.command)], told)

    def _ask_token(self) -> None:
        question = self.tr(
            "Make a new token? Controllers that have the old one stop working until they get the new one."
        )
        ask(
            self,
            question,
            [(self.tr("Cancel"), lambda: None), (self.tr("New token"), self.token_requested.emit)],
        )
