"""The job editor's fields as widgets: reads and shows a form, says in place what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.ui.jobs.draft import Form, split_benefits
from kzg_desktop.ui.jobs.fields import COMMON_BENEFITS, Field, Section, problem_words, sections
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["JobForm"]

_Input: TypeAlias = QLineEdit | QPlainTextEdit | QCheckBox
_COLUMNS = 4


class JobForm(QWidget):
    """All fields under their headings. ``edited`` after every change by the user or by :meth:`show_form`."""

    edited = Signal()

    def __init__(self, employers: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "scrolled")
        self._employers = list(employers)
        self._inputs: dict[str, _Input] = {}
        self._problems: dict[str, QLabel] = {}
        self.chips: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(6 * UNIT)
        for section in sections():
            column.addLayout(self._section(section))

    def form(self) -> Form:
        """Return what the fields say."""
        return {name: _read(box) for name, box in self._inputs.items()}

    def show_form(self, form: Mapping[str, str]) -> None:
        """Fill the fields."""
        for name, box in self._inputs.items():
            _write(box, form[name])

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field; fields that are not named are right."""
        for name, label in self._problems.items():
            label.setText(problem_words(problems[name]) if name in problems else "")
            box = self._inputs[name]
            if bool(box.property("problem")) != (name in problems):
                box.setProperty("problem", name in problems)
                box.style().polish(box)

    def focus_on(self, name: str) -> None:
        """Put the cursor into that field."""
        self._inputs[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def select_words(self, name: str, words: str, near: int = 0) -> bool:
        """Select the *words* in that field, those nearest to place *near*; return whether they are there."""
        box = self._inputs[name]
        if isinstance(box, QCheckBox):
            return False
        start = _nearest(_read(box), words, near)
        if start < 0:
            return False
        if isinstance(box, QLineEdit):
            box.setSelection(start, len(words))
        else:
            cursor = box.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
            box.setTextCursor(cursor)
        return True

    def replace_words(self, name: str, words: str, other: str, near: int = 0) -> bool:
        """Write *other* in the place of *words*, as if the user had typed it; return whether they were there."""
        box = self._inputs[name]
        if not self.select_words(name, words, near) or isinstance(box, QCheckBox):
            return False
        if isinstance(box, QLineEdit):
            box.insert(other)
        else:
            box.insertPlainText(other)
        return True

    def input(self, name: str) -> _Input:
        """Return the widget of that field."""
        return self._inputs[name]

    def problem(self, name: str) -> str:
        """Return what is said beside that field."""
        return self._problems[name].text()

    # --- building

    def _section(self, section: Section) -> QVBoxLayout:
        heading = QLabel(section.title)
        heading.setProperty("role", "strong")
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(2 * UNIT)
        line = taken = 0
        for field in section.fields:
            if taken + field.span > _COLUMNS:
                line, taken = line + 1, 0
            grid.addLayout(self._cell(field), line, taken, 1, field.span)
            taken += field.span
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 36 * UNIT)
        column = QVBoxLayout()
        column.setSpacing(2 * UNIT)
        column.addWidget(heading)
        column.addLayout(grid)
        return column

    def _cell(self, field: Field) -> QVBoxLayout:
        box = self._box(field)
        box.setAccessibleName(field.label.rstrip(" *"))
        self._inputs[field.name] = box
        cell = QVBoxLayout()
        cell.setSpacing(UNIT)
        label = QLabel("" if field.kind == "flag" else field.label)
        label.setProperty("role", "caption")
        label.setBuddy(box)
        cell.addWidget(label)
        cell.addWidget(box)
        if field.kind == "benefits":
            cell.addLayout(self._benefit_chips())
        if field.kind != "flag":
            self._problems[field.name] = problem = QLabel()
            problem.setProperty("role", "problem")
            problem.setBuddy(box)
            cell.addWidget(problem)
        cell.addStretch(1)
        return cell

    def _box(self, field: Field) -> _Input:
        if field.kind == "flag":
            flag = QCheckBox(field.label)
            flag.toggled.connect(self.edited)
            return flag
        if field.kind == "text":
            text = QPlainTextEdit(tabChangesFocus=True)
            text.setFixedHeight(20 * UNIT)
            text.textChanged.connect(self.edited)
            return text
        line = QLineEdit(placeholderText=field.hint)
        line.textChanged.connect(self.edited)
        if field.kind == "employer":
            completer = QCompleter(self._employers, line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        if field.kind == "benefits":
            line.textChanged.connect(self._mark_chips)
        return line

    # --- benefits at one click

    def _benefit_chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for benefit in COMMON_BENEFITS:
            chip = QPushButton(benefit, autoDefault=False)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(self._toggle_benefit)
            self.chips.append(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _toggle_benefit(self) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        line = self._inputs["benefits"]
        chosen = split_benefits(_read(line))
        if chip.text() in chosen:
            chosen.remove(chip.text())
        else:
            chosen.append(chip.text())
        _write(line, "、".join(chosen))

    def _mark_chips(self, text: str) -> None:
        chosen = split_benefits(text)
        for chip in self.chips:
            chip.setChecked(chip.text() in chosen)


def _read(box: _Input) -> str:
    if isinstance(box, QCheckBox):
        return "yes" if box.isChecked() else ""
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _write(box: _Input, text: str) -> None:
    if isinstance(box, QCheckBox):
        box.setChecked(bool(text))
    elif isinstance(box, QLineEdit):
        box.setText(text)
        box.setCursorPosition(0)
    else:
        box.setPlainText(text)


def _nearest(text: str, words: str, near: int) -> int:
    """Return where in *text* the *words* stand that begin nearest to *near*, -1 for nowhere."""
    found = [place for place in range(len(text)) if text.startswith(words, place)] if words else []
    return min(found, key=lambda place: abs(place - near), default=-1)
