"""Making a broadcast, or changing its title and plan."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.entities import AUDIENCES, Broadcast
from kzg_desktop.domain.ids import new_id
from kzg_desktop.models.application_text import audience_name
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BroadcastDialog"]


class BroadcastDialog(QDialog):
    """Asks for title, campaign, audience, host, start and planned minutes; `broadcast_ready` when it is accepted."""

    broadcast_ready = Signal(object)

    def __init__(self, broadcast: Broadcast | None, now_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit broadcast") if broadcast else self.tr("New broadcast"))
        self._broadcast = broadcast or Broadcast(id=new_id(), title="", starts_at=_next_half_hour(now_ms))
        self.title = QLineEdit(self._broadcast.title, self)
        self.title.setPlaceholderText(self.tr("Needed, for example the session's name and number"))
        self.campaign = QLineEdit(self._broadcast.campaign, self)
        self.audience = QComboBox(self, editable=True)
        self.audience.addItems(["", *map(audience_name, AUDIENCES)])
        self.audience.setCurrentText(audience_name(self._broadcast.audience))
        self.host = QLineEdit(self._broadcast.host_name, self)
        self.starts = QDateTimeEdit(QDateTime.fromMSecsSinceEpoch(self._broadcast.starts_at), self)
        self.starts.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.minutes = QSpinBox(self, minimum=1, maximum=24 * 60, singleStep=10)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setValue(max(1, round(self._broadcast.planned_s / 60)))
        for box in (self.starts, self.minutes):
            box.lineEdit().setTextMargins(2 * UNIT, 0, 0, 0)  # the style sheet's padding does not reach into these
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setProperty("kind", "primary")
        save.style().polish(save)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.title.textChanged.connect(self._check)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(3 * UNIT)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Campaign"), self.campaign)
        form.addRow(self.tr("Audience"), self.audience)
        form.addRow(self.tr("Host"), self.host)
        form.addRow(self.tr("Starts"), self.starts)
        form.addRow(self.tr("Planned"), self.minutes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 5 * UNIT)
        layout.setSpacing(5 * UNIT)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(125 * UNIT)

    def _check(self) -> None:
        complete = bool(self.title.text().strip())
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(complete)
        save.setToolTip("" if complete else self.tr("Give it a title first"))

    def _on_accepted(self) -> None:
        broadcast = replace(
            self._broadcast,
            title=self.title.text().strip(),
            campaign=self.campaign.text().strip(),
            host_name=self.host.text().strip(),
            audience=_audience_of(self.audience.currentText().strip()),
            starts_at=self.starts.dateTime().toMSecsSinceEpoch(),
            planned_s=self.minutes.value() * 60,
        )
        self.accept()
        self.broadcast_ready.emit(broadcast)


def _audience_of(text: str) -> str:
    return next((one for one in AUDIENCES if audience_name(one) == text), text)


def _next_half_hour(now_ms: int) -> int:
    half_hour = 30 * 60_000
    return -(-now_ms // half_hour) * half_hour
