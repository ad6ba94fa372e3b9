"""The fields of one message template, with buttons for the placeholders and what comes of it for an applicant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.templates import PLACEHOLDERS, fill, unknown_placeholders
from kzg_desktop.ui.hr_setup.placeholders import placeholder_words, sms_count
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["TemplateForm"]

_BUTTONS_IN_ROW = 5
_LONGEST_TITLE = 40
_LONGEST_TEXT = 1000


class TemplateForm(QWidget):
    """``edited``: title or text changed by the user."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Mapping[str, str] = {}
        self.title = QLineEdit(maxLength=_LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("What it is for, such as: invitation"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("The message; buttons below put in what differs for each applicant"))
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("role", "warning")
        self._preview = QLabel(wordWrap=True)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._length = QLabel()
        self._length.setProperty("role", "caption")
        self.buttons = {key: self._button(key) for key in PLACEHOLDERS}
        self._lay_out()
        self.title.textEdited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_edited)

    @property
    def problem(self) -> str:
        """Why this cannot be saved, "" when it can."""
        return self._problem.text()

    @property
    def preview(self) -> str:
        """The message as the invented applicant would get it."""
        return self._preview.text()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Try the template on these."""
        self._values = values
        self._check()

    def show_text(self, title: str, text: str) -> None:
        """Have these words in the fields; nobody is told."""
        if self.title.text() != title:
            self.title.setText(title)
        if self.text.toPlainText() != text:
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)
        self._check()

    def insert(self, key: str) -> None:
        """Put a placeholder where the cursor is."""
        self.text.insertPlainText(f"{{{PLACEHOLDERS[key]}}}")
        self.text.setFocus()

    # --- inside

    def _button(self, key: str) -> QPushButton:
        button = QPushButton(placeholder_words(key), autoDefault=False)
        button.setProperty("kind", "chip")
        button.setToolTip(f"{{{PLACEHOLDERS[key]}}}")
        button.clicked.connect(partial(self.insert, key))
        return button

    def _lay_out(self) -> None:
        chips = QVBoxLayout()
        chips.setSpacing(UNIT)
        buttons = list(self.buttons.values())
        for first in range(0, len(buttons), _BUTTONS_IN_ROW):
            row = QHBoxLayout()
            row.setSpacing(2 * UNIT)
            for button in buttons[first : first + _BUTTONS_IN_ROW]:
                row.addWidget(button)
            row.addStretch(1)
            chips.addLayout(row)
        card = QFrame()
        card.setProperty("role", "surface")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        inside.addWidget(self._preview, 1)
        inside.addWidget(self._length, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        for words, part, share in (
            (self.tr("Title"), self.title, 0),
            (self.tr("Message"), self.text, 3),
        ):
            column.addWidget(_heading(words, part))
            column.addWidget(part, share)
        column.addLayout(chips)
        column.addWidget(self._problem)
        column.addWidget(_heading(self.tr("As an invented applicant would read it"), None))
        column.addWidget(card, 2)

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        text = self.text.toPlainText()
        self._problem.setText(self._problem_of(self.title.text(), text))
        self._problem.setVisible(bool(self._problem.text()))
        filled = fill(text, self._values)
        self._preview.setText(filled.text)
        said = [
            self.tr("{letters} characters, {messages} text messages").format(
                letters=len(filled.text), messages=sms_count(filled.text)
            )
        ]
        if filled.missing:
            missing = "、".join(placeholder_words(key) for key in filled.missing)
            said.append(self.tr("not known for this job: {missing}").format(missing=missing))
        self._length.setText(" · ".join(said) if text else "")

    def _problem_of(self, title: str, text: str) -> str:
        if unknown := unknown_placeholders(text):
            return self.tr("There is no such placeholder: {unknown}").format(unknown=" ".join(unknown))
        if len(text) > _LONGEST_TEXT:
            return self.tr("The message is too long: {count} of {most} characters").format(
                count=len(text), most=_LONGEST_TEXT
            )
        if not title.strip():
            return self.tr("Give it a title.")
        return "" if text.strip() else self.tr("Write the message.")


def _heading(words: str, buddy: QWidget | None) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "caption")
    if buddy is not None:
        label.setBuddy(buddy)
        buddy.setAccessibleName(words)
    return label
