"""Which organisations an account sees: all, or some picked from a list that can be searched."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from kzg_desktop.models.account_text import ALL
from kzg_desktop.ui.team.plain_table import plain_table
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ScopePicker"]

_ID = Qt.ItemDataRole.UserRole


class ScopePicker(QWidget):
    """*names* of organisations by id. Space checks the one chosen."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Organisations"))
        self.all = QCheckBox(self.tr("All, those to come included"))
        self.search = SearchField(self.tr("Search organisations"))
        self.list = QTableWidget(0, 1)
        plain_table(self.list, self.tr("Organisations"))
        self.list.horizontalHeader().hide()
        self.list.horizontalHeader().setStretchLastSection(True)
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("role", "problem")
        for id_, name in sorted(names.items(), key=lambda item: (item[1], item[0])):
            self._add(id_, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for part in (label, self.all, self.search):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self._problem)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.list.setFocus)
        self.search.left.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._on_changed)
        self.all.toggled.connect(self._on_all)
        self.setFocusProxy(self.all)

    @property
    def scopes(self) -> list[str]:
        """What is chosen: ids of organisations, or ``["*"]``."""
        if self.all.isChecked():
            return [ALL]
        return [item.data(_ID) for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def choose(self, scopes: list[str]) -> None:
        """Choose these; one that is not listed is added, so that saving does not take it away."""
        known = {item.data(_ID) for item in self._items()}
        for scope in scopes:
            if scope not in known and scope != ALL:
                self._add(scope, scope)
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if item.data(_ID) in scopes else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.all.setChecked(ALL in scopes)
        self._on_changed()

    def say(self, words: str) -> None:
        """Say what is wrong; "" for nothing."""
        self._problem.setText(words)

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def _items(self) -> list[QTableWidgetItem]:
        found = (self.list.item(row, 0) for row in range(self.list.rowCount()))
        return [item for item in found if item is not None]

    def _add(self, id_: str, name: str) -> None:
        item = QTableWidgetItem(name)
        item.setData(_ID, id_)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        row = self.list.rowCount()
        self.list.setRowCount(row + 1)
        self.list.setItem(row, 0, item)

    def _on_search(self, text: str) -> None:
        words = text.casefold().split()
        found = []
        for item in self._items():
            matches = all(word in item.text().casefold() for word in words)
            self.list.setRowHidden(item.row(), not matches)
            if matches:
                found.append(item)
        if found:
            self.list.setCurrentItem(found[0])

    def _on_all(self) -> None:
        for part in (self.search, self.list):
            part.setEnabled(not self.all.isChecked())
        self._on_changed()

    def _on_changed(self) -> None:
        self.say("")
        self.changed.emit()
