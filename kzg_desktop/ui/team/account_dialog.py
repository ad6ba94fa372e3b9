"""A new account, or other rights for one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.models.account_rights import rights_change
from kzg_desktop.models.account_text import ALL
from kzg_desktop.ui.team.fields import Cell
from kzg_desktop.ui.team.role_choice import RoleChoice
from kzg_desktop.ui.team.scope_picker import ScopePicker
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import AccountChange, AccountInfo, NewAccount

__all__ = ["AccountDialog", "Wanted"]

Wanted: TypeAlias = NewAccount | AccountChange


class AccountDialog(QDialog):
    """Keeps what is typed until the hub has taken it.

    ``wanted`` carries it, and :meth:`succeed` or :meth:`say` answers. *account* is changed; without one, a new one
    is made. *names* of organisations by id.
    """

    wanted = Signal(object)

    def __init__(
        self, names: Mapping[str, str], account: AccountInfo | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = names
        self._account = account
        self._touched = account is not None
        self._busy = False
        new = account is None
        self.setWindowTitle(self.tr("New account") if account is None else account.name)
        self.name = QLineEdit(maxLength=60)
        self.name_cell = Cell(self.name)
        self.name_cell.name(self.tr("Name, as colleagues see it"))
        self.roles = RoleChoice()
        self.scopes = ScopePicker(names)
        self._preview = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._gains = QLabel(wordWrap=True)
        self._gains.setProperty("role", "good")
        self._losses = QLabel(wordWrap=True)
        self._losses.setProperty("role", "warning")
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("role", "problem")
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._progress.hide()
        self.back = QPushButton(self.tr("Cancel"), autoDefault=False)
        self.save = QPushButton(self.tr("Make the account") if new else self.tr("Save"), default=True)
        self.save.setProperty("kind", "primary")
        self._lay_out()
        self._fill()
        self._wire()

    # --- building

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * UNIT)
        left.addWidget(self.name_cell)
        left.addWidget(self.roles)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(6 * UNIT)
        both.addLayout(left, 1)
        both.addWidget(self.scopes, 1)
        preview = QVBoxLayout()
        preview.setSpacing(0)
        for label in (self._preview, self._gains, self._losses):
            preview.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self._progress, 1)
        buttons.addWidget(self._problem, 4)
        buttons.addWidget(self.back)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addLayout(both, 1)
        column.addLayout(preview)
        column.addLayout(buttons)
        self.resize(204 * UNIT, (128 if self._account is None else 148) * UNIT)

    def _fill(self) -> None:
        account = self._account
        for label in (self._preview, self._gains, self._losses):
            label.hide()
        if account is None:
            return
        self.name.setText(account.name)
        self.roles.choose(account.role)
        self.scopes.choose(account.scopes)
        self._show_preview()

    def _wire(self) -> None:
        self.name.textEdited.connect(lambda: self.name_cell.say(""))
        self.roles.changed.connect(self._on_role)
        self.scopes.changed.connect(self._on_scopes)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.reject)

    # --- choosing

    def _on_role(self) -> None:
        if not self._touched:  # an employer's HR sees its employers; the others see all, unless somebody says so
            self.scopes.blockSignals(True)
            self.scopes.choose([] if self.roles.role == "hr" else [ALL])
            self.scopes.blockSignals(False)
        self._show_preview()

    def _on_scopes(self) -> None:
        self._touched = True
        self._show_preview()

    def _show_preview(self) -> None:
        account = self._account
        if account is None:
            return
        change = rights_change((account.role, account.scopes), (self.roles.role, self.scopes.scopes), self._names)
        self._preview.setText(self._intro(changed=bool(change.gains or change.losses)))
        self._preview.show()
        self._gains.setText("\n".join(f"＋ {said}" for said in change.gains))
        self._losses.setText("\n".join(f"－ {said}" for said in change.losses))
        self._gains.setVisible(bool(change.gains))
        self._losses.setVisible(bool(change.losses))

    def _intro(self, *, changed: bool) -> str:
        if changed:
            return self.tr("What changes for {name} as soon as you save:").format(name=self._name)
        return self.tr("No rights change so far.")

    @property
    def _name(self) -> str:
        return self._account.name if self._account is not None else ""

    @property
    def preview(self) -> list[str]:
        """What is said about gains and losses."""
        shown = [label.text() for label in (self._gains, self._losses) if not label.isHidden()]
        return [line for text in shown for line in text.split("\n")]

    @property
    def problem(self) -> str:
        """What is said to be wrong with the whole."""
        return self._problem.text()

    # --- saving

    def _on_save(self) -> None:
        if self._busy:
            return
        self._problem.clear()
        name, scopes = self.name.text().strip(), self.scopes.scopes
        self.name_cell.say("" if name else self.tr("Enter a name"))
        self.scopes.say("" if scopes else self.tr("Choose at least one organisation, or all"))
        if not name:
            self.name.setFocus()
        elif not scopes:
            self.scopes.list.setFocus()
        elif (wanted := self._wanted(name, scopes)) is None:
            self.reject()  # nothing has changed
        else:
            self._set_busy(busy=True)
            self.wanted.emit(wanted)

    def _wanted(self, name: str, scopes: list[str]) -> Wanted | None:
        account, role = self._account, self.roles.role
        if account is None:
            return NewAccount(name=name, role=role, scopes=scopes)
        change = AccountChange(
            name=name if name != account.name else None,
            role=role if role != account.role else None,
            scopes=scopes if set(scopes) != set(account.scopes) else None,
        )
        return change if change != AccountChange() else None

    def say(self, words: str) -> None:
        """The hub did not take it: say why, and let the user go on."""
        self._set_busy(busy=False)
        self._problem.setText(words)
        self.save.setFocus()

    def succeed(self) -> None:
        """The hub has taken it."""
        self.accept()

    def show_waiting(self, waiting: bool) -> None:
        """Show that it takes a while."""
        self._progress.setVisible(waiting and self._busy)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for part in (self.name_cell, self.roles, self.scopes, self.save):
            part.setEnabled(not busy)
        if not busy:
            self._progress.hide()
