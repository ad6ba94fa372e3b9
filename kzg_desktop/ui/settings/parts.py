"""What the sections of the settings are made of: groups of rows, values to copy, fields that check themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.errors import InvalidInput
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import UNIT

__all__ = [
    "CalmComboBox",
    "CheckedField",
    "CopyRow",
    "Row",
    "Tone",
    "button",
    "choice",
    "note",
    "section",
    "selectable",
    "set_tone",
    "side_by_side",
]

translate = QCoreApplication.translate

Row: TypeAlias = tuple[str, QWidget]
Tone: TypeAlias = Literal["good", "warning", "muted"]

_FIELD_WIDTH = 88 * UNIT


def section(title: str, rows: Sequence[Row], intro: str = "") -> QWidget:
    """Return a heading over a surface with *intro* and a line for each (label, part)."""
    heading = QLabel(title)
    heading.setProperty("role", "strong")
    frame = QFrame()
    frame.setProperty("role", "surface")
    grid = QGridLayout(frame)
    grid.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
    grid.setHorizontalSpacing(6 * UNIT)
    grid.setVerticalSpacing(3 * UNIT)
    grid.setColumnMinimumWidth(0, 36 * UNIT)
    grid.setColumnStretch(1, 1)
    if intro:
        grid.addWidget(note(intro), 0, 0, 1, 2)
    for line, (label, part) in enumerate(rows, 1):
        _add_row(grid, line, label, part)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    column.addWidget(heading)
    column.addWidget(frame)
    return whole


def _add_row(grid: QGridLayout, line: int, label: str, part: QWidget) -> None:
    if label:  # an empty one would keep the room of a part that is hidden
        name = QLabel(label)
        name.setProperty("role", "muted")
        tall = isinstance(part, CheckedField)
        if tall:
            name.setMinimumHeight(8 * UNIT)  # in line with the field, whatever is said under it
        grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag(0))
    wide = isinstance(part, QLabel | CopyRow | CheckedField)
    grid.addWidget(part, line, 1, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
    if label and part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.accessibleName():
        part.setAccessibleName(label)


def selectable(words: str) -> QLabel:
    """Return a label whose words can be marked with the mouse."""
    label = QLabel(words, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def note(words: str, tone: Tone = "muted") -> QLabel:
    """Return an explanation that wraps."""
    label = QLabel(words, wordWrap=True)
    label.setProperty("role", tone)
    return label


def set_tone(label: QLabel, tone: Tone) -> None:
    """Show the label's words in another tone from now on."""
    label.setProperty("role", tone)
    label.style().unpolish(label)
    label.style().polish(label)


def button(words: str, pressed: Callable[[], object]) -> QPushButton:
    """Return a button that Enter presses too."""
    made = QPushButton(words, autoDefault=True)
    made.clicked.connect(lambda _checked: pressed())
    return made


def side_by_side(*parts: QWidget) -> QWidget:
    """Return the parts in one row."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * UNIT)
    for part in parts:
        row.addWidget(part)
    return whole


class CopyRow(QWidget):
    """A value that is shown as far as there is room and copied whole; *secret* ones are shown as dots.

    ``copied`` carries a confirmation in words.
    """

    copied = Signal(str)

    def __init__(self, value: str, *, what: str, secret: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._what = what
        self._secret = secret
        self._shown = ElidedLabel()
        self._shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.copy_button = button(translate("CopyRow", "Copy"), self.copy)
        self.copy_button.setAccessibleName(translate("CopyRow", "Copy: {what}").format(what=what))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * UNIT)
        self._row.addWidget(self._shown, 1)
        self._row.addWidget(self.copy_button)
        self.show_value(value)

    def add(self, *parts: QWidget) -> None:
        """Put more buttons at the end of the row."""
        for part in parts:
            self._row.addWidget(part)

    @property
    def value(self) -> str:
        """What is copied."""
        return self._value

    @property
    def shown(self) -> str:
        """What is on screen."""
        return self._shown.text()

    def show_value(self, value: str) -> None:
        """Show and copy this from now on."""
        self._value = value
        self._shown.setText("•" * 16 if self._secret and value else value or "–")
        if self._secret:
            self._shown.setToolTip("")
        self.copy_button.setEnabled(bool(value))

    def copy(self) -> None:
        """Put the value onto the clipboard."""
        QGuiApplication.clipboard().setText(self._value)
        self.copied.emit(translate("CopyRow", "Copied: {what}").format(what=self._what))


class CheckedField(QWidget):
    """A field that says in place what is wrong with it, or a word of advice.

    ``accepted`` carries what the field means, when the user leaves it or presses Enter and it can be used.
    """

    accepted = Signal(object)

    def __init__(
        self,
        text: str,
        read: Callable[[str], object],
        *,
        name: str,
        hint: str = "",
        width: int = _FIELD_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._advice: tuple[str, Tone] = ("", "muted")
        self.field = QLineEdit(text, placeholderText=hint)
        self.field.setAccessibleName(name)
        self.field.setFixedWidth(width)
        self._words = QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._words)
        self.setFocusProxy(self.field)
        self.field.editingFinished.connect(self._on_finished)
        self.field.textEdited.connect(self._clear)
        self._clear()

    def advise(self, words: str, tone: Tone = "muted") -> None:
        """Say this under the field while nothing is wrong with it."""
        self._advice = (words, tone)
        self._clear()

    @property
    def said(self) -> str:
        """What is said under the field."""
        return self._words.text()

    def _on_finished(self) -> None:
        try:
            value = self._read(self.field.text().strip())
        except InvalidInput as error:
            self._say(str(error), "warning")
            self._mark(wrong=True)
        else:
            self._clear()
            self.field.setText(str(value))
            self.accepted.emit(value)

    def _clear(self) -> None:
        self._say(*self._advice)
        self._mark(wrong=False)

    def _say(self, words: str, tone: Tone) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        set_tone(self._words, tone)
        self.field.setAccessibleDescription(words)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.field.property("problem")) != wrong:
            self.field.setProperty("problem", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


class CalmComboBox(QComboBox):
    """A box that the mouse wheel scrolls past instead of changing it, unless it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def choice(options: Sequence[tuple[str, str]], chosen: str, on_chosen: Callable[[str], object]) -> CalmComboBox:
    """Return a box of (value, words) with *chosen* in it; *on_chosen* gets the value that the user chooses."""
    box = CalmComboBox()
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.activated.connect(lambda index: on_chosen(box.itemData(index)))
    return box
