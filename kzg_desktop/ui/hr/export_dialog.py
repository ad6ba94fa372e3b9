"""What to write into a file of applicants: which rows, and whether phones go in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ExportDialog"]


class ExportDialog(QDialog):
    """``chosen``: whether only those selected, and whether names, phones and notes go in full."""

    chosen = Signal(bool, bool)

    def __init__(self, listed: int, selected: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export applicants"))
        heading = QLabel(self.tr("Export applicants"), self)
        heading.setProperty("role", "title")
        hint = QLabel(self.tr("With the columns and the order on screen, as filtered."), self, wordWrap=True)
        hint.setProperty("role", "muted")
        self.all_rows = QRadioButton(self.tr("All {count} listed").format(count=f"{listed:,}"), self)
        self.some_rows = QRadioButton(self.tr("Only the {count} selected").format(count=f"{selected:,}"), self)
        self.masked = QRadioButton(self.tr("Names and phones masked (王**, 138****5678), without notes"), self)
        self.full = QRadioButton(self.tr("Names, phones and notes in full"), self)
        self._pairs = [self._pair(self.all_rows, self.some_rows), self._pair(self.masked, self.full)]
        several = selected > 1
        self.some_rows.setVisible(several)
        self.all_rows.setVisible(several)
        (self.some_rows if several else self.all_rows).setChecked(True)
        self.masked.setChecked(True)
        log = QLabel(
            self.tr("The export is logged with your name. When somebody is erased, you are told to delete the file."),
            self,
            wordWrap=True,
        )
        log.setProperty("role", "caption")
        self.yes = QPushButton(self.tr("Choose the file…"), self)
        self.yes.clicked.connect(self._on_yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(2 * UNIT)
        for part in (heading, hint, self.all_rows, self.some_rows):
            column.addWidget(part)
        column.addSpacing(UNIT)
        column.addWidget(self.masked)
        column.addWidget(self.full)
        column.addSpacing(UNIT)
        column.addWidget(log)
        column.addSpacing(2 * UNIT)
        column.addLayout(answer_row(self, self.yes))
        self.setFixedWidth(112 * UNIT)
        self.masked.setFocus()

    def _pair(self, *buttons: QRadioButton) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return group

    def _on_yes(self) -> None:
        self.accept()
        self.chosen.emit(self.some_rows.isChecked(), self.full.isChecked())
