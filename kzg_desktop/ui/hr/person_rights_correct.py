"""Correcting what is stored about a person (个人信息保护法 46)."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.domain.phones import normal_phone
from kzg_desktop.domain.signup import AGE_BANDS
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import Correction

__all__ = ["CorrectForm"]


class CorrectForm(QWidget):
    """Fields with what is stored; ``wanted`` carries a :class:`Correction` of those that were changed.

    The phone is not filled in: seeing it goes on record elsewhere. Left empty it stays as it is.
    """

    wanted = Signal(object)

    def __init__(self, row: Application, parent: QWidget | None = None, *, masked: bool = False) -> None:
        super().__init__(parent)
        self._row = row
        self._usable = False
        self.name = QLineEdit("" if masked else row.name, self, maxLength=40)
        self.name.setPlaceholderText(mask_name(row.name))
        self.phone = QLineEdit(self, maxLength=40)
        self.phone.setPlaceholderText(self.tr("Leave empty to keep it"))
        self.age_band = QComboBox(self)
        bands = list(dict.fromkeys(["", *AGE_BANDS, row.age_band]))
        self.age_band.addItems(bands)
        self.age_band.setCurrentIndex(bands.index(row.age_band))
        self.city = QLineEdit(row.city, self, maxLength=20)
        self.available_from = QLineEdit(row.available_from, self, maxLength=10)
        self.available_from.setPlaceholderText("2026-09-01")
        self.reason = QLineEdit(self, maxLength=200)
        self.reason.setPlaceholderText(self.tr("Why, such as: told us on the phone"))
        self.button = QPushButton(self.tr("Correct"), self, autoDefault=False)
        self.button.clicked.connect(self._on_correct)
        form = QFormLayout()
        form.setSpacing(2 * UNIT)
        form.addRow(QLabel(self.tr("Name")), self.name)
        form.addRow(QLabel(self.tr("Phone")), self.phone)
        form.addRow(QLabel(self.tr("Age")), self.age_band)
        form.addRow(QLabel(self.tr("City")), self.city)
        form.addRow(QLabel(self.tr("Can start")), self.available_from)
        form.addRow(QLabel(self.tr("Reason")), self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(form)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.name, self.phone, self.city, self.available_from):
            field.textChanged.connect(self._check)
        self.age_band.currentIndexChanged.connect(self._check)
        self._check()

    def set_usable(self, usable: bool) -> None:
        """Whether the hub can be asked now."""
        self._usable = usable
        self._check()

    @property
    def row(self) -> Application:
        """The applicant as corrected so far."""
        return self._row

    def done(self) -> None:
        """What was asked for is done: nothing is left to correct."""
        correction = self.correction()
        self._row = _corrected(self._row, correction)
        self.phone.clear()
        self.reason.clear()
        self._check()

    def correction(self) -> Correction:
        """Return what differs from what is stored."""
        row = self._row
        fields = {
            "name": (self.name.text().strip(), row.name),
            "phone": (self.phone.text().strip(), ""),
            "age_band": (self.age_band.currentText(), row.age_band),
            "city": (self.city.text().strip(), row.city),
            "available_from": (self.available_from.text().strip(), row.available_from),
        }
        changed = {field: new for field, (new, old) in fields.items() if new != old}
        if not changed.get("name", "x"):
            del changed["name"]  # a name cannot be taken away
        return Correction(**changed, reason=self.reason.text().strip())

    def _check(self) -> None:
        correction = self.correction()
        fields = (correction.name, correction.phone, correction.age_band, correction.city, correction.available_from)
        self.button.setEnabled(self._usable and any(field is not None for field in fields))

    def _on_correct(self) -> None:
        if self.button.isEnabled():
            self.wanted.emit(self.correction())


def _corrected(row: Application, correction: Correction) -> Application:
    names = ("name", "age_band", "city", "available_from")
    values = {name: getattr(correction, name) for name in names if getattr(correction, name) is not None}
    phone = normal_phone(correction.phone or "") or row.phone
    return replace(row, **values, phone=phone)
