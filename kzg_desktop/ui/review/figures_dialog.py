"""Typing in what nobody measures for us: viewers, views, and what the cards cost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.errors import FileUnreadable, InvalidInput
from kzg_desktop.review.figures import Figures, read_viewers
from kzg_desktop.review.timeline import MINUTE_MS
from kzg_desktop.review.whole import Review
from kzg_desktop.tasks import Tasks
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.widgets.tone_label import ToneLabel

__all__ = ["FiguresDialog", "read_text"]

_LARGEST_FILE = 4_000_000


class FiguresDialog(QDialog):
    """``figures_ready`` carries a :class:`kzg_desktop.review.figures.Figures` when it is accepted.

    It begins with what *review* has already. What cannot be read is said in place and keeps what was typed.
    """

    figures_ready = Signal(object)

    def __init__(self, review: Review, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Figures of the broadcast"))
        self._tasks = tasks
        self._broadcast = review.facts.broadcast
        self._start = review.course.start or self._broadcast.starts_at
        self.views = _Number(review.facts.views or None, self.tr("not known"))
        self.viewers = QPlainTextEdit()
        self.viewers.setPlainText(_as_text(review.facts.viewers, self._start))
        self.viewers.setPlaceholderText(
            self.tr("0,1200\n1,1350\nor 20:05,1350: a minute or a time, and how many watch")
        )
        self.viewers.setAccessibleName(self.tr("Viewers by the minute"))
        self.viewers.setMinimumHeight(28 * UNIT)
        self.costs = {
            card.job_id: _Number(card.cost_yuan, self.tr("not known"))
            for card in review.cards
            if card.job_id and card.airings
        }
        self._titles = {card.job_id: card.title for card in review.cards}
        self.problem = ToneLabel()
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_file = QPushButton(self.tr("Import CSV…"), autoDefault=False)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setProperty("kind", "primary")
        save.style().polish(save)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.viewers.textChanged.connect(self._check)
        self.open_file.clicked.connect(self._ask_for_file)
        self._lay_out()
        self._check()

    def read(self, path: Path) -> None:
        """Take the viewers from that file."""
        self._tasks.spawn("review.viewers", self._read(path))

    def figures(self) -> Figures:
        """Return what is typed in.

        Raises:
            InvalidInput: the viewers cannot be read.
        """
        text = self.viewers.toPlainText().strip()
        return Figures(
            broadcast_id=self._broadcast.id,
            views=self.views.value or 0,
            viewers=tuple(read_viewers(text, self._start)) if text else (),
            costs={job_id: box.value for job_id, box in self.costs.items() if box.value is not None},
        )

    # --- inside

    async def _read(self, path: Path) -> None:
        try:
            text = await asyncio.to_thread(read_text, path)
        except FileUnreadable as error:
            self.problem.say(str(error), "amber")
        else:
            self.viewers.setPlainText(text.strip())

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Viewers by the minute"))
        dialog.setNameFilters([self.tr("CSV text (*.csv *.txt *.tsv)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _check(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        try:
            found = self.figures()
        except InvalidInput:
            self.problem.say(self._unreadable(), "amber")
            save.setEnabled(False)
            return
        save.setEnabled(True)
        if not found.viewers:
            self.problem.say(self.tr("Empty fields stay unknown; nothing is guessed."), "text_muted")
            return
        peak = max(count for _at, count in found.viewers)
        words = self.tr("{n} minutes from {start} to {end}, at most {peak} viewers")
        start, end = time_of_day(found.viewers[0][0]), time_of_day(found.viewers[-1][0])
        self.problem.say(words.format(n=len(found.viewers), start=start, end=end, peak=f"{peak:,}"), "text_muted")

    def _unreadable(self) -> str:
        """Return which line cannot be read."""
        lines = self.viewers.toPlainText().splitlines()
        for number in range(1, len(lines) + 1):
            try:
                read_viewers("\n".join(["0,0", *lines[max(0, number - 1) : number]]), self._start)
            except InvalidInput:
                if number > 1 or len(lines) == 1:
                    return self.tr("Line {n} needs a minute and a number of viewers: {line}").format(
                        n=number, line=lines[number - 1]
                    )
        return self.tr("There is no line with a minute and a number of viewers.")

    def _on_accepted(self) -> None:
        found = self.figures()
        self.accept()
        self.figures_ready.emit(found)

    def _lay_out(self) -> None:
        title = QLabel(self._broadcast.title, textFormat=Qt.TextFormat.PlainText)
        title.setProperty("role", "strong")
        form = QFormLayout()
        form.setSpacing(3 * UNIT)
        form.addRow(self.tr("Views in all"), self.views)
        beside = QVBoxLayout()
        beside.setSpacing(2 * UNIT)
        beside.addWidget(self.viewers)
        row = QHBoxLayout()
        row.addWidget(self.problem, 1)
        row.addWidget(self.open_file)
        beside.addLayout(row)
        form.addRow(self.tr("Viewers"), beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 5 * UNIT)
        column.setSpacing(4 * UNIT)
        column.addWidget(title)
        column.addLayout(form)
        if self.costs:
            heading = QLabel(self.tr("Costs of the cards, yuan"))
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            column.addWidget(self._cost_area(), 1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(140 * UNIT)
        self.resize(150 * UNIT, 150 * UNIT)

    def _cost_area(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 2 * UNIT, 0)
        form.setSpacing(2 * UNIT)
        for job_id, box in self.costs.items():
            form.addRow(self._titles[job_id], box)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        return area


class _Number(QLineEdit):
    """A whole number, or nothing where it is not known. Commas between figures are read over."""

    def __init__(self, value: int | None, unknown: str) -> None:
        super().__init__("" if value is None else f"{value:,}")
        self.setPlaceholderText(unknown)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[\d,， ]{0,13}"), self))

    @property
    def value(self) -> int | None:
        """What is typed in."""
        figures = "".join(letter for letter in self.text() if letter.isdecimal())
        return int(figures) if figures else None


def _as_text(viewers: object, start: int) -> str:
    assert isinstance(viewers, tuple | list)
    return "\n".join(f"{(at - start) // MINUTE_MS},{count}" for at, count in viewers)


def read_text(path: Path) -> str:
    """Return a CSV file's text, in UTF-8 or as Chinese Excel writes it.

    Raises:
        FileUnreadable: it cannot be read, or is no such file.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise FileUnreadable(f"{path.name} is too large for a list of viewers.")
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(f"{path.name} cannot be read: {error.strerror or error}") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileUnreadable(f"{path.name} is not a text file.")
