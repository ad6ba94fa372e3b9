"""What stands over the list of applicants who would fit a job: the job, how many they are, search and status."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.hr.words import status_words
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SeekersHead"]


class SeekersHead(QWidget):
    """``changed``: something else is searched for; ``search_left``: the keyboard belongs to the list again."""

    changed = Signal()
    search_left = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton("‹  " + self.tr("Jobs"), autoDefault=True)
        self.back.setProperty("kind", "plain")
        self.back.setToolTip(self.tr("Back to the jobs") + "  (Esc)")
        self.search = SearchField(self.tr("Search these applicants  ( / )"))
        self.search.setFixedWidth(64 * UNIT)
        self.status = QComboBox()
        self.status.setMinimumWidth(32 * UNIT)
        self.status.setAccessibleName(self.tr("Status"))
        self.job = ElidedLabel()
        self.count = QLabel()
        self.masked = QLabel(self.tr("Names are hidden while you are on air."))
        for label in (self.count, self.masked):
            label.setProperty("role", "caption")
        self._lay_out()
        self._wire()
        self.show_statuses([])

    @property
    def wanted_status(self) -> str:
        """The status that is listed, "" for any."""
        return str(self.status.currentData() or "")

    def show_statuses(self, statuses: Sequence[str]) -> None:
        """Offer these; the one chosen stays where there still is one."""
        wanted = self.wanted_status
        self.status.blockSignals(True)
        self.status.clear()
        self.status.addItem(self.tr("Any status"), "")
        for status in statuses:
            self.status.addItem(status_words(status), status)
        self.status.setCurrentIndex(max(0, self.status.findData(wanted)))
        self.status.blockSignals(False)

    def clear(self) -> None:
        """Search for nothing, in any status."""
        self.search.clear()
        self.status.setCurrentIndex(0)

    def hide_names(self, hidden: bool) -> None:
        """Say that names are hidden, and show dots for what is searched for, which may be one."""
        self.masked.setVisible(hidden)
        self.search.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def to_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Applicants who would fit"))
        title.setProperty("role", "title")
        top = QHBoxLayout()
        top.setSpacing(3 * UNIT)
        top.addWidget(self.back)
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.status)
        top.addWidget(self.search)
        below = QHBoxLayout()
        below.setContentsMargins(3 * UNIT, 0, 0, 0)
        below.setSpacing(4 * UNIT)
        below.addWidget(self.job, 1)
        below.addWidget(self.masked)
        below.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 3 * UNIT, 5 * UNIT, 3 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addLayout(top)
        column.addLayout(below)

    def _wire(self) -> None:
        self.back.clicked.connect(self.left)
        self.search.textChanged.connect(self.changed)
        self.status.currentIndexChanged.connect(self.changed)
        self.search.left.connect(self.search_left)
        self.search.returnPressed.connect(self.search_left)
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.search_left)
