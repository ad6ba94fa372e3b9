"""The four roles, each with a sentence on what it may see and do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from kzg_desktop.models.account_text import ROLES, role_sentence, role_words
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import Role

__all__ = ["RoleChoice"]


class RoleChoice(QWidget):
    """Arrow keys choose. ``changed``: another role is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Role"))
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addSpacing(UNIT)
        for place, role in enumerate(ROLES):
            choice = QRadioButton(role_words(role))
            choice.setAccessibleDescription(role_sentence(role))
            sentence = QLabel(role_sentence(role), wordWrap=True)
            sentence.setProperty("role", "caption")
            beneath = QHBoxLayout()
            beneath.setContentsMargins(6 * UNIT, 0, 0, 2 * UNIT)
            beneath.addWidget(sentence)
            self._group.addButton(choice, place)
            column.addWidget(choice)
            column.addLayout(beneath)
        self._group.idToggled.connect(lambda _place, on: self.changed.emit() if on else None)
        self.choose("hr")
        self.setFocusProxy(self._group.button(ROLES.index("hr")))

    @property
    def role(self) -> Role:
        """What is chosen."""
        return ROLES[self._group.checkedId()]

    def choose(self, role: str) -> None:
        """Choose that role; one that is not known leaves the choice as it is."""
        if role in ROLES:
            button = self._group.button([str(known) for known in ROLES].index(role))
            button.setChecked(True)
            self.setFocusProxy(button)
