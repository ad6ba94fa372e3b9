"""The same slots again on the days that follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_plan import SlotCopies, clashes, copies
from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.ui.hr.words import day_words
from kzg_desktop.ui.interviews.dates import indented
from kzg_desktop.ui.interviews.slot_words import span_of
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SlotCopyDialog"]

_MOST_DAYS = 31
_USUAL_DAYS = 5
_FREE_DAYS = {6}
"""Sunday, of 0 to 6."""


class SlotCopyDialog(QDialog):
    """Copies *slot*, or all of its day; ``copied`` carries the list of new slots."""

    copied = Signal(object)

    def __init__(self, slot: InterviewSlot, known: Sequence[InterviewSlot], now: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Copy to the next days"))
        self._slot = slot
        self._known = known
        self._now = now
        day = china_midnight(slot.starts_at)
        self._same_day = [each for each in known if china_midnight(each.starts_at) == day]
        self.only_this = QRadioButton(self.tr("Only this slot: {span}").format(span=span_of(slot)))
        self.whole_day = QRadioButton(self.tr("All {count} slots of that day").format(count=len(self._same_day)))
        self.days = QSpinBox(minimum=1, maximum=_MOST_DAYS, value=_USUAL_DAYS)
        self.weekdays = [QCheckBox(_weekday(number)) for number in range(7)]
        self._words = QLabel(wordWrap=True)
        self.go = QPushButton()
        self._lay_out()
        self.only_this.setChecked(True)
        self.whole_day.setEnabled(len(self._same_day) > 1)
        for number, box in enumerate(self.weekdays):
            box.setChecked(number not in _FREE_DAYS)
            box.toggled.connect(self._show_plan)
        self.only_this.toggled.connect(self._show_plan)
        self.days.valueChanged.connect(self._show_plan)
        self.go.clicked.connect(self._on_go)
        self._show_plan()
        self.days.setFocus()
        self.days.selectAll()

    @property
    def words(self) -> str:
        """What is said about the plan."""
        return self._words.text()

    def plan(self) -> SlotCopies:
        """Return what would be made."""
        slots = [self._slot] if self.only_this.isChecked() else self._same_day
        wanted = [number for number, box in enumerate(self.weekdays) if box.isChecked()]
        return copies(slots, self._known, days=self.days.value(), weekdays=wanted)

    def _lay_out(self) -> None:
        self.days.setSuffix(self.tr(" days"))
        indented(self.days)
        weekdays = QHBoxLayout()
        weekdays.setSpacing(2 * UNIT)
        for box in self.weekdays:
            weekdays.addWidget(box)
        weekdays.addStretch(1)
        form = QFormLayout()
        form.setSpacing(3 * UNIT)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("What"), self.only_this)
        form.addRow("", self.whole_day)
        form.addRow(self.tr("For the next"), self.days)
        form.addRow(self.tr("On"), weekdays)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(4 * UNIT)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addLayout(answer_row(self, self.go))
        self.setMinimumWidth(165 * UNIT)

    def _show_plan(self) -> None:
        plan = self.plan()
        said = []
        if plan.new:
            last = day_words(plan.new[-1].starts_at, self._now)
            said.append(self.tr("The last one is {day}. All are empty and open.").format(day=last))
        else:
            said.append(self.tr("Nothing to make on these days."))
        if plan.known:
            said.append(self.tr("{count} are there already and are left out.").format(count=plan.known))
        if doubled := sum(bool(clashes(slot, self._known)) for slot in plan.new):
            said.append(self.tr("{count} need a place that is taken at that time.").format(count=doubled))
        self._words.setText(" ".join(said))
        self._words.setProperty("role", "warning" if doubled or not plan.new else "muted")
        self._words.style().polish(self._words)
        self.go.setText(self.tr("Make {count} slots").format(count=len(plan.new)))
        self.go.setEnabled(bool(plan.new))

    def _on_go(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        plan = self.plan()
        self.accept()
        self.copied.emit(list(plan.new))


def _weekday(number: int) -> str:
    return QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat)
