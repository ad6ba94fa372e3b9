"""What a report may be: which files, whose part, with or without names and phones, with which lag window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.review.whole import DEFAULT_LAG_S
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Options"]

_SETTLED_MS = 400


class Options(QWidget):
    """``changed``: another page has to be shown; sent once the user has settled on it."""

    changed = Signal()

    def __init__(self, *, may_see_people: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_see_people = may_see_people
        self.pdf = QRadioButton(self.tr("PDF report, to hand over"))
        self.xlsx = QRadioButton(self.tr("Spreadsheet with the data behind it"))
        self.both = QRadioButton(self.tr("Both, side by side"))
        self.pdf.setChecked(True)
        self.employer = QComboBox()
        self.employer.addItem(self.tr("All employers"), "")
        self.employer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lag = QSpinBox(minimum=0, maximum=600, singleStep=10, value=DEFAULT_LAG_S)
        self.lag.setSuffix(self.tr(" s"))
        self.lag.lineEdit().setTextMargins(2 * UNIT, 0, 0, 0)  # the style sheet's padding does not reach into it
        self.lag.setToolTip(
            self.tr(
                "Who signs up so soon after a card has left the air, with its job on the form, counts for that card"
            )
        )
        self.people = QCheckBox(self.tr("With names and phones"))
        self.about_people = QLabel(wordWrap=True)
        self.about_people.setProperty("role", "caption")
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self.changed)
        self.employer.currentIndexChanged.connect(self._settling.start)
        self.lag.valueChanged.connect(self._settling.start)
        self.people.toggled.connect(self._show_people)
        self._show_people()
        self._lay_out()

    @property
    def employer_id(self) -> str:
        """Whose part is wanted, "" for all."""
        return str(self.employer.currentData() or "")

    @property
    def wants_pdf(self) -> bool:
        """Whether a PDF is wanted."""
        return not self.xlsx.isChecked()

    @property
    def wants_xlsx(self) -> bool:
        """Whether a spreadsheet is wanted."""
        return not self.pdf.isChecked()

    def show_employers(self, names: Mapping[str, str]) -> None:
        """Offer these employers by id; the chosen one stays."""
        if [self.employer.itemData(place) for place in range(1, self.employer.count())] == list(names):
            return
        chosen = self.employer_id
        self.employer.blockSignals(True)
        while self.employer.count() > 1:
            self.employer.removeItem(1)
        for id_, name in names.items():
            self.employer.addItem(name, id_)
        self.employer.setCurrentIndex(max(0, self.employer.findData(chosen)))
        self.employer.blockSignals(False)

    def _show_people(self) -> None:
        self.people.setEnabled(self._may_see_people)
        if not self._may_see_people:
            words = self.tr("Your account may not see names and phones.")
        elif self.people.isChecked():
            words = self.tr(
                "A list of all applicants comes at the end. The export is logged with your name for each employer; "
                "when somebody is erased, you are told to delete the file."
            )
        else:
            words = self.tr("Nobody can be recognised: no names, no phones.")
        self.about_people.setText(words)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2 * UNIT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Employer"), self.employer)
        form.addRow(self.tr("Lag window"), self.lag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        for button in (self.pdf, self.xlsx, self.both):
            column.addWidget(button)
        column.addSpacing(2 * UNIT)
        column.addLayout(form)
        column.addSpacing(2 * UNIT)
        column.addWidget(self.people)
        column.addWidget(self.about_people)
