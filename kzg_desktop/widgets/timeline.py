"""A timeline: what happened, when, by whom, newest first, beside a rail with one dot a line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kzg_desktop.widgets.tokens import UNIT, tokens_for

__all__ = ["Timeline", "TimelineLine"]

_RAIL = 5 * UNIT
_DOT = 4.0
_FIRST_LINE = 10


class TimelineLine(Struct, frozen=True, kw_only=True):
    """One line: *title* happened, *note* tells when, by whom and about what, *text* is what somebody wrote.

    *pending* lines are not certain yet: their dot is hollow, and *note* ought to say so.
    """

    title: str
    note: str
    text: str = ""
    tone: str = "text_faint"
    pending: bool = False


class Timeline(QWidget):
    """Shows lines; what they say can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TimelineLine, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def lines(self) -> tuple[TimelineLine, ...]:
        """The lines shown."""
        return self._lines

    def show_lines(self, lines: Sequence[TimelineLine]) -> None:
        """Show these in the place of all others; lines that stay as they were are not made anew."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while len(self._rows) > len(lines):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(lines):
            row = _Row(self)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, (row, line) in enumerate(zip(self._rows, lines, strict=True)):
            row.show_line(line, first=place == 0, last=place == len(lines) - 1)


class _Row(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = TimelineLine(title="", note="")
        self._first = self._last = False
        self._title, self._note, self._text = (self._label(role) for role in ("", "caption", "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_RAIL, 0, 0, 3 * UNIT)
        column.setSpacing(0)
        for label in (self._title, self._text, self._note):
            column.addWidget(label)

    def show_line(self, line: TimelineLine, *, first: bool, last: bool) -> None:
        if (line, first, last) == (self._line, self._first, self._last):
            return
        self._line, self._first, self._last = line, first, last
        self._title.setText(line.title)
        self._note.setText(line.note)
        self._text.setText(line.text)
        self._text.setVisible(bool(line.text))
        self._title.setEnabled(not line.pending)
        self._text.setEnabled(not line.pending)
        self.update()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_DOT + 1, _FIRST_LINE)
        painter.setPen(QPen(tokens.color("hairline"), 1.5))
        if not self._first:
            painter.drawLine(QPointF(middle.x(), 0), middle)
        if not self._last:
            painter.drawLine(middle, QPointF(middle.x(), self.height()))
        color = tokens.color(self._line.tone)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(tokens.color("surface") if self._line.pending else color)
        painter.drawEllipse(middle, _DOT - 0.5, _DOT - 0.5)
        painter.end()
