"""Somebody else changed the same fields: both values side by side, one choice per field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.ui.jobs.draft import Form
from kzg_desktop.ui.jobs.fields import sections
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ConflictDialog"]


class ConflictDialog(QDialog):
    """*mine* and *theirs* differ in the fields *clashes*. ``settled`` carries the form as chosen; Esc goes back."""

    settled = Signal(object)

    def __init__(self, mine: Form, theirs: Form, clashes: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Somebody else changed this job"))
        self._mine = mine
        self._theirs = theirs
        self._choices: dict[str, QButtonGroup] = {}
        intro = QLabel(
            self.tr("Both of you changed the fields below. Choose what to keep; other changes are merged."),
            wordWrap=True,
        )
        self.save = save = QPushButton(self.tr("Save my choice"), default=True)
        save.setProperty("kind", "primary")
        save.clicked.connect(self._on_save)
        back = QPushButton(self.tr("Back to editing"), autoDefault=False)
        back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(save)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._table(clashes))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 6 * UNIT, 6 * UNIT, 4 * UNIT)
        column.setSpacing(4 * UNIT)
        column.addWidget(intro)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        self.resize(200 * UNIT, 120 * UNIT)

    def choose(self, field: str, *, mine: bool) -> None:
        """Choose a side for that field."""
        self._choices[field].button(1 if mine else 2).setChecked(True)

    def _table(self, clashes: list[str]) -> QWidget:
        labels = {field.name: field.label.rstrip(" *") for section in sections() for field in section.fields}
        table = QWidget()
        table.setProperty("role", "scrolled")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(3 * UNIT)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for line, name in enumerate(clashes):
            label = QLabel(labels[name])
            label.setProperty("role", "muted")
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._add_choice(grid, line, name)
        grid.setRowStretch(len(clashes), 1)
        return table

    def _add_choice(self, grid: QGridLayout, line: int, name: str) -> None:
        group = QButtonGroup(self)
        for place, side, form in ((1, self.tr("Yours"), self._mine), (2, self.tr("Theirs"), self._theirs)):
            choice = QRadioButton(side)
            value = QLabel(form[name] or self.tr("(empty)"), wordWrap=True)
            choice.setAccessibleDescription(value.text())
            cell = QVBoxLayout()
            cell.setSpacing(UNIT)
            cell.addWidget(choice)
            cell.addWidget(value)
            cell.addStretch(1)
            grid.addLayout(cell, line, place)
            group.addButton(choice, place)
        mine = group.button(1)
        mine.setChecked(True)
        self._choices[name] = group

    def _on_save(self) -> None:
        form = dict(self._mine)
        for name, group in self._choices.items():
            if group.checkedId() != 1:
                form[name] = self._theirs[name]
        self.accept()
        self.settled.emit(form)
