"""A question before something that viewers notice: what will happen, what to look at first, and two answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.guards import Light
from kzg_desktop.widgets.light import LightMark
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Check", "ConfirmDialog"]


class Check(NamedTuple):
    """One line of what to look at first."""

    level: Light
    words: str


class ConfirmDialog(QDialog):
    """Asks; `accepted` is the answer. With *safe*, Enter alone does not answer yes, and yes does not stand out."""

    def __init__(
        self,
        title: str,
        words: str,
        yes: str,
        *,
        checks: Sequence[Check] = (),
        kind: str = "primary",
        safe: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        text = QLabel(words, self)
        text.setWordWrap(True)
        text.setProperty("role", "muted")
        self.yes = QPushButton(yes, self)
        if not safe:
            self.yes.setProperty("kind", kind)
        self.yes.clicked.connect(self.accept)
        self.no = QPushButton(self.tr("Cancel"), self)
        self.no.clicked.connect(self.reject)
        (self.no if safe else self.yes).setDefault(True)
        (self.no if safe else self.yes).setFocus()
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * UNIT, 6 * UNIT, 6 * UNIT, 5 * UNIT)
        layout.setSpacing(4 * UNIT)
        layout.addWidget(heading)
        layout.addWidget(text)
        if checks:
            layout.addLayout(self._list(checks))
        layout.addSpacing(2 * UNIT)
        layout.addLayout(buttons)
        self.setMinimumWidth(115 * UNIT)

    def _list(self, checks: Sequence[Check]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(2 * UNIT)
        grid.setColumnStretch(1, 1)
        for line, check in enumerate(checks):
            words = QLabel(check.words, self)
            words.setWordWrap(True)
            mark = LightMark(self)
            mark.show_light(check.level)
            grid.addWidget(mark, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, line, 1)
        return grid
