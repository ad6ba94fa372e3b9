"""Message templates: choose one, see it filled in with what is missing marked, copy it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.hiring import Template
from kzg_desktop.domain.templates import PLACEHOLDERS, Filled, fill, unknown_placeholders
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["TemplateBox"]

_HEIGHT = 24 * UNIT


class TemplateBox(QWidget):
    """A choice, a preview that can be changed before it is copied, and what is missing."""

    copy_requested = Signal(str, str)
    """The template's title, and the message to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates: list[Template] = []
        self._values: Mapping[str, str] = {}
        self._about = ""
        self._filled = Filled(text="", missing=())
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Template"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(self._fill)
        self.preview = QPlainTextEdit(self)
        self.preview.setAccessibleName(self.tr("Message"))
        self.preview.setTabChangesFocus(True)
        self.preview.setFixedHeight(_HEIGHT)
        self.preview.textChanged.connect(self._check)
        self.missing = QLabel(self, wordWrap=True)
        self.missing.setProperty("role", "problem")
        self.button = QPushButton(self.tr("Copy message"), self, autoDefault=True)
        self.button.clicked.connect(self._on_copy)
        foot = QHBoxLayout()
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.choice)
        column.addWidget(self.preview)
        column.addLayout(foot)

    def show_templates(self, about: str, templates: Sequence[Template], values: Mapping[str, str]) -> None:
        """Offer these for the application *about*; what was changed in the preview stays while nothing else changes."""
        if (about, list(templates), values) == (self._about, self._templates, self._values):
            return
        title = self.choice.currentText() if about == self._about else ""
        self._about, self._templates, self._values = about, list(templates), dict(values)
        self.choice.clear()
        self.choice.addItems([template.title for template in templates])
        self.choice.setCurrentIndex(max(0, self.choice.findText(title)))
        self._fill()

    def choose(self, title: str) -> None:
        """Choose the template with that title."""
        self.choice.setCurrentIndex(max(0, self.choice.findText(title)))
        self._fill()

    def _fill(self) -> None:
        place = self.choice.currentIndex()
        text = self._templates[place].text if 0 <= place < len(self._templates) else ""
        self._filled = fill(text, self._values)
        self.preview.setPlainText(self._filled.text)
        self._check()

    def _check(self) -> None:
        """Say what still stands as 【…】 in the message."""
        text = self.preview.toPlainText()
        labels = [PLACEHOLDERS.get(name, name) for name in self._filled.missing]
        left = [label for label in labels if f"【{label}】" in text]
        words = [self.tr("Still missing: {what}").format(what="、".join(left))] if left else []
        if unknown := unknown_placeholders(text):
            words.append(self.tr("Not known: {what}").format(what="、".join(unknown)))
        self.missing.setText("\n".join(words))
        self.button.setEnabled(bool(text.strip()))

    def _on_copy(self) -> None:
        self.copy_requested.emit(self.choice.currentText(), self.preview.toPlainText().strip())
