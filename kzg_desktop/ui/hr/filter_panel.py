"""The filters of the applicants' page: one choice for each field, in a panel that opens beneath its button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QFrame, QPushButton, QWidget

from kzg_desktop.domain.entities import Organization
from kzg_desktop.domain.states import STEPS
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.models.application_text import channel_name
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.words import account_words, status_words
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FIELDS", "FilterPanel", "field_words"]

translate = QCoreApplication.translate

FIELDS = ("job_id", "city", "status", "channel", "broadcast_id", "segment_id", "owner", "employer_id")
"""Fields of the query that can be chosen, in their order."""

_CHANNELS = ("form", "webhook", "sheet", "kuaishou", "douyin", "oceanengine")
_WIDTH = 88 * UNIT

Choices = list[tuple[str, str]]


def field_words(field: str) -> str:
    """Return a filter's name."""
    return {
        "job_id": translate("ApplicantFilter", "Job"),
        "city": translate("ApplicantFilter", "City"),
        "status": translate("ApplicantFilter", "Status"),
        "channel": translate("ApplicantFilter", "Channel"),
        "broadcast_id": translate("ApplicantFilter", "Broadcast"),
        "segment_id": translate("ApplicantFilter", "Card on air"),
        "owner": translate("ApplicantFilter", "Owner"),
        "employer_id": translate("ApplicantFilter", "Employer"),
    }[field]


class FilterPanel(QFrame):
    """Offers what there is to choose when it opens; a choice counts at once."""

    changed = Signal()

    def __init__(self, desk: HiringDesk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "toast")
        self._desk = desk
        self._tasks = tasks
        self._cities: list[str] = []
        self.values: dict[str, str] = {}
        self.combos = {field: self._combo(field) for field in FIELDS}
        form = QFormLayout(self)
        form.setContentsMargins(4 * UNIT, 4 * UNIT, 4 * UNIT, 4 * UNIT)
        form.setHorizontalSpacing(3 * UNIT)
        form.setVerticalSpacing(2 * UNIT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in FIELDS:
            form.addRow(field_words(field), self.combos[field])
        done = QPushButton(self.tr("Done"), autoDefault=True)
        done.setProperty("kind", "primary")
        done.clicked.connect(self.close)
        form.addRow("", done)
        self.setFixedWidth(_WIDTH)

    def _combo(self, field: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(field_words(field))
        combo.setMaxVisibleItems(14)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if field in {"job_id", "city"}:
            combo.setEditable(True)
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = QCompleter(combo.model(), combo)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            combo.setCompleter(completer)
        combo.activated.connect(partial(self._on_activated, field))
        return combo

    def open_below(self, button: QWidget) -> None:
        """Open with what there is to choose now."""
        self._offer_all()
        self._tasks.spawn("hr.cities", self._read_cities())
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + UNIT))
        self.adjustSize()
        self.move(corner.x() - self.width(), corner.y())
        self.show()
        self.combos["job_id"].setFocus()

    def set_values(self, values: Mapping[str, str]) -> None:
        """Filter by these and by nothing else; silent."""
        self.values = {field: value for field, value in values.items() if value}
        if self.values.get("broadcast_id", "") == "" and "segment_id" in self.values and "broadcast_id" not in values:
            self._add_broadcast()
        self._offer_all()

    def text_of(self, field: str) -> str:
        """Return what the value chosen is called."""
        value = self.values.get(field, "")
        return dict(self._choices(field)).get(value, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # --- what there is to choose

    def _offer_all(self) -> None:
        for field in FIELDS:
            self._offer(field)

    def _offer(self, field: str) -> None:
        combo = self.combos[field]
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(self.tr("All"), "")
        for value, words in self._choices(field):
            combo.addItem(words, value)
        value = self.values.get(field, "")
        if value and combo.findData(value) < 0:
            combo.addItem(value, value)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.setEnabled(combo.count() > 1)
        combo.blockSignals(False)

    def _choices(self, field: str) -> Choices:
        desk = self._desk
        offers: dict[str, Callable[[], Choices]] = {
            "job_id": self._jobs,
            "city": lambda: [(city, city) for city in self._cities],
            "status": lambda: [(status, status_words(status)) for status in STEPS],
            "channel": lambda: [(channel, channel_name(channel)) for channel in _CHANNELS],
            "broadcast_id": lambda: [(b.id, f"{b.campaign} {b.title}".strip()) for b in desk.broadcasts()],
            "segment_id": self._segments,
            "owner": self._owners,
            "employer_id": lambda: [(each.id, each.name) for each in self._employers()],
        }
        return offers[field]()

    def _jobs(self) -> Choices:
        jobs = self._desk.jobs()
        several = len({job.employer_id for job in jobs}) > 1
        return [(job.id, f"{job.title} · {job.hiring_organization}" if several else job.title) for job in jobs]

    def _owners(self) -> Choices:
        names, present = self._desk.names(), dict.fromkeys(c.account_id for c in self._desk.colleagues())
        return [(id_, account_words(id_, self._desk.account_id, names)) for id_ in present]

    def _segments(self) -> Choices:
        broadcast = self.values.get("broadcast_id", "")
        if not broadcast:
            return []
        shown = (segment for segment in self._desk.segments(broadcast) if not segment.rehearsal)
        return [(s.id, f"{time_of_day(s.started_at)} {s.card.title}") for s in shown]

    def _employers(self) -> list[Organization]:
        found = [each for each in self._desk.organizations() if each.kind == "employer"]
        return found if len(found) > 1 else []

    def _add_broadcast(self) -> None:
        """A card on air belongs to one broadcast: find it, so that both can be shown."""
        for broadcast in self._desk.broadcasts():
            if any(segment.id == self.values["segment_id"] for segment in self._desk.segments(broadcast.id)):
                self.values["broadcast_id"] = broadcast.id
                return

    async def _read_cities(self) -> None:
        try:
            self._cities = await self._desk.cities()
        except KzgError:
            return
        if not self.combos["city"].hasFocus():  # else it would change under the user's hand
            self._offer("city")

    def _on_activated(self, field: str, _index: int) -> None:
        value = self.combos[field].currentData() or ""
        if value == self.values.get(field, ""):
            return
        values = self.values | {field: value}
        if field == "broadcast_id":
            values.pop("segment_id", None)
        self.values = {name: each for name, each in values.items() if each}
        if field == "broadcast_id":
            self._offer("segment_id")
        self.changed.emit()
