"""Search and filters of the applicants' page, with a chip for each filter that is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.filter_panel import FIELDS, FilterPanel, field_words
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Filters"]

_DEBOUNCE_MS = 90


class Filters(QWidget):
    """Typing counts when it pauses, a choice at once. ``values`` holds what is filtered by, by the query's fields."""

    changed = Signal()
    search_left = Signal()
    columns_requested = Signal()
    export_requested = Signal()

    def __init__(self, desk: HiringDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Search name, phone, notes…  ( / )"), self)
        self.panel = FilterPanel(desk, tasks, self)
        self._chips: dict[str, QPushButton] = {}
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.open_button = QPushButton(self.tr("Filter"), autoDefault=True)
        self.columns_button = QPushButton(self.tr("Columns"), autoDefault=True)
        self.columns_button.setToolTip(self.tr("Show and hide columns; they can be moved and resized in the heading"))
        self.export_button = QPushButton(self.tr("Export…"), autoDefault=True)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(2 * UNIT)
        top.addWidget(self.search, 1)
        for part in (self.open_button, self.columns_button, self.export_button):
            top.addWidget(part)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, gap=UNIT)
        self.clear_button = QPushButton(self.tr("Clear all  (Esc)"), autoDefault=False)
        self.clear_button.setProperty("kind", "plain")
        self.clear_button.setStyleSheet("padding: 2px 8px; min-height: 18px; font-size: 12px;")
        self.clear_button.clicked.connect(self.clear)
        self._row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self._row)

    def _wire(self) -> None:
        self._debounce.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._debounce.start())
        self.search.left.connect(self.search_left)
        self.search.returnPressed.connect(self._on_return)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_return)
        self.panel.changed.connect(self._on_chosen)
        self.open_button.clicked.connect(self.open_panel)
        self.columns_button.clicked.connect(self.columns_requested)
        self.export_button.clicked.connect(self.export_requested)

    # --- what is asked for

    @property
    def values(self) -> dict[str, str]:
        """What the query's fields are to be; those that do not filter are left out."""
        text = self.search.text().strip()
        return self.panel.values | ({"text": text} if text else {})

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered or searched for."""
        return bool(self.values)

    @property
    def is_typing(self) -> bool:
        """Whether something was typed that is not listed yet, since more may follow."""
        return self._debounce.isActive()

    @property
    def chip_texts(self) -> list[str]:
        """What the chips say, from left to right."""
        return [self._chips[field].text() for field in FIELDS if field in self._chips]

    def narrow(self, values: Mapping[str, str]) -> None:
        """Filter by these fields of the query and by nothing else."""
        self.search.setText(values.get("text", ""))  # its signals stay on: the button that empties it listens, too
        self._debounce.stop()
        self.panel.set_values({field: value for field, value in values.items() if field != "text"})
        self._show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Search for nothing and filter by nothing, without waiting for a pause."""
        if self.is_active:
            self.narrow({})

    def flush(self) -> None:
        """Take what was typed as it is now."""
        if self._debounce.isActive():
            self._debounce.stop()
            self.changed.emit()

    def to_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def open_panel(self) -> None:
        """Open the filters beneath their button."""
        self.panel.open_below(self.open_button)

    def hide_search(self, hidden: bool) -> None:
        """Show dots for what is searched for, which may be a name or a phone."""
        self.search.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def stop(self) -> None:
        """Do nothing more."""
        self._debounce.stop()
        self.panel.close()

    # --- chips

    def _on_return(self) -> None:
        self.flush()
        self.search_left.emit()

    def _on_chosen(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self.clear_button)
        self._chips = {field: self._chip(field) for field in FIELDS if field in self.panel.values}
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        self._flow.addWidget(self.clear_button)
        self._row.setVisible(bool(self._chips))
        self._row.updateGeometry()

    def _chip(self, field: str) -> QPushButton:
        words = f"{field_words(field)}: {self.panel.text_of(field)}"
        chip = QPushButton(f"{words}  ✕", self._row, autoDefault=False)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setToolTip(self.tr("Do not filter by this any more"))
        chip.setAccessibleName(words)
        chip.clicked.connect(self._remover(field))
        return chip

    def _remover(self, field: str) -> Callable[..., None]:
        def remove(*_: Any) -> None:
            self.panel.set_values({name: value for name, value in self.panel.values.items() if name != field})
            self._on_chosen()

        return remove
