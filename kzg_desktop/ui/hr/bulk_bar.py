"""What can be done with several applicants at once: a bar that shows up when more than one is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from kzg_desktop.ui.hr.bulk_plan import BulkKind
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BulkBar"]

_SMALL = "padding: 2px 8px; min-height: 20px;"


class BulkBar(QFrame):
    """``wanted`` names the change, and the state to begin with."""

    wanted = Signal(str, str)
    cleared = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._keymap = keymap
        self.count = QLabel(self)
        self.count.setProperty("role", "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self.count)
        acts = FlowLayout(gap=UNIT)
        buttons = QWidget(self)  # a flow by itself would stay at the top, beside words in the middle
        buttons.setLayout(acts)
        row.addWidget(buttons, 1, Qt.AlignmentFlag.AlignVCenter)
        for words, kind, status, command in (
            (self.tr("Status…"), "status", "", "hr.bulk"),
            (self.tr("Claim"), "claim", "", "hr.claim"),
            (self.tr("Hand over…"), "hand_over", "", "hr.hand_over"),
            (self.tr("Note…"), "note", "", "hr.note"),
            (self.tr("Book…"), "book", "", "hr.book"),
        ):
            acts.addWidget(self._button(words, kind, status, command))
        acts.addWidget(self._rest())
        none = QPushButton(self.tr("Select one"), self, autoDefault=False)
        none.setProperty("kind", "plain")
        none.setToolTip(keymap.tip(self.tr("End the selection of several"), "hr.clear"))
        none.clicked.connect(self.cleared)
        row.addWidget(none)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show that so many are selected; the bar is there for more than one."""
        self.count.setText(self.tr("{count} selected").format(count=f"{count:,}"))
        self.setVisible(count > 1)

    def _rest(self) -> QPushButton:
        """What is done seldom, and ends something."""
        button = QPushButton(self.tr("More"), self, autoDefault=False)
        button.setStyleSheet(_SMALL)
        menu = QMenu(button)
        menu.addAction(self.tr("Invalid…")).triggered.connect(lambda: self.wanted.emit("status", "invalid"))
        menu.addAction(self.tr("Withdrawn…")).triggered.connect(lambda: self.wanted.emit("withdraw", ""))
        button.setMenu(menu)
        return button

    def _button(self, words: str, kind: BulkKind | str, status: str, command: str) -> QPushButton:
        button = QPushButton(words, self, autoDefault=False)
        button.setStyleSheet(_SMALL)
        if command:
            button.setToolTip(self._keymap.tip(words.rstrip("…"), command))
        button.clicked.connect(lambda: self.wanted.emit(kind, status))
        return button
