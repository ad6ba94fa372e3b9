"""Where the hub is and how to get in: two fields that say in place what is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kzg_desktop.errors import InvalidInput
from kzg_desktop.ui.hub_address import hub_address
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["HubFields"]


class HubFields(QWidget):
    """Address and invitation code. ``entered``: Enter was pressed in one of them."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = QLineEdit(placeholderText="https://hub.example.com")
        self.invitation = QLineEdit()
        self._labels = {"url": QLabel(), "invitation": QLabel()}
        self._problems = {"url": QLabel(wordWrap=True), "invitation": QLabel(wordWrap=True)}
        self.setMinimumHeight(21 * UNIT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * UNIT)
        for name, field in (("url", self.url), ("invitation", self.invitation)):
            row.addLayout(self._cell(name, field), 1)
            field.returnPressed.connect(self.entered)
            field.textEdited.connect(self.clear_problems)
        self._retranslate()

    def valid(self) -> tuple[str, str] | None:
        """Return address and code; None, and the problem said in its place, when one of them cannot be used."""
        self.clear_problems()
        invitation = self.invitation.text().strip()
        if not self.url.text().strip():
            self.say("url", self.tr("Enter the address of the hub"))
            return None
        try:
            url = hub_address(self.url.text())
        except InvalidInput as error:
            self.say("url", str(error))
            return None
        if not invitation:
            self.say("invitation", self.tr("Enter the code that you were given"))
            return None
        return url, invitation

    def say(self, field: str, words: str) -> None:
        """Say what is wrong under "url" or "invitation", and put the cursor there."""
        self._problems[field].setText(words)
        self.focus_problem()

    def problem(self, field: str) -> str:
        """Return what is said under that field."""
        return self._problems[field].text()

    def clear_problems(self) -> None:
        """Say nothing any more."""
        for label in self._problems.values():
            label.setText("")

    def focus_problem(self) -> None:
        """Put the cursor into the field that is wrong, else into the address."""
        only_code = bool(self.problem("invitation")) and not self.problem("url")
        (self.invitation if only_code else self.url).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _cell(self, name: str, field: QLineEdit) -> QVBoxLayout:
        self._labels[name].setBuddy(field)
        self._problems[name].setProperty("role", "problem")
        cell = QVBoxLayout()
        cell.setSpacing(UNIT)
        cell.addWidget(self._labels[name])
        cell.addWidget(field)
        cell.addWidget(self._problems[name])
        cell.addStretch(1)
        return cell

    def _retranslate(self) -> None:
        self._labels["url"].setText(self.tr("Address of the hub"))
        self._labels["invitation"].setText(self.tr("Invitation code"))
