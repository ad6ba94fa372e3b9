"""Giving an application to a colleague."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from kzg_desktop.domain.hiring import Colleague
from kzg_desktop.ui.hr.outcome_dialog import ReasonDialog
from kzg_desktop.ui.hr.words import name_words
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["HandOverDialog"]


class HandOverDialog(ReasonDialog):
    """A list of colleagues and a reason; ``chosen`` carries the account and the reason."""

    chosen = Signal(str, str)

    def __init__(self, name: str, colleagues: Sequence[Colleague], parent: QWidget | None = None) -> None:
        title = self.tr("Hand {name} over to").format(name=name)
        super().__init__(title, self.tr("Hand over"), "", parent)
        self._colleagues = list(colleagues)
        self.list = QListWidget(self)
        self.list.addItems([name_words(colleague.account_id, colleague.name) for colleague in colleagues])
        self.list.setSpacing(UNIT)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(10 * len(colleagues) + 2, 50) * UNIT)
        self.list.setVisible(bool(colleagues))
        self.none = QLabel(self.tr("Nobody else works for this employer."), self)
        self.none.setVisible(not colleagues)
        self.none.setProperty("role", "muted")
        self.add(self.none, 1)
        self.add(self.list, 1)
        self.yes.setEnabled(bool(colleagues))
        self.list.itemActivated.connect(self.yes.click)
        self.list.setFocus()
        self.given.connect(self._on_given)

    def _on_given(self, reason: str) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._colleagues):
            self.chosen.emit(self._colleagues[place].account_id, reason)
