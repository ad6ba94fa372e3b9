"""Search and filters of the feed, as one query."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from kzg_desktop.models.application_text import channel_name
from kzg_desktop.services import FeedQuery
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FeedFilters"]

_DEBOUNCE_MS = 80
_CHANNELS = ("form", "webhook", "sheet", "kuaishou", "douyin")


class FeedFilters(QWidget):
    """A search field and three filters; typing counts when it pauses, a choice at once."""

    query_changed = Signal()

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.search = SearchField(self.tr("Search name, phone, city, job   /"), self)
        self.scope = self._combo(self.tr("Which broadcast"))
        self.jobs = self._combo(self.tr("Which job"))
        self.channels = self._combo(self.tr("Which channel"))
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._fill()
        self._lay_out()
        self._debounce.timeout.connect(self.query_changed)
        self.search.textChanged.connect(lambda _text: self._debounce.start())
        for combo in (self.scope, self.jobs, self.channels):
            combo.currentIndexChanged.connect(lambda _index: self.query_changed.emit())
        stage.changed.connect(self._offer_jobs)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setMinimumContentsLength(6)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _fill(self) -> None:
        self.scope.addItem(self.tr("This broadcast"), True)
        self.scope.addItem(self.tr("All broadcasts"), False)
        self.jobs.addItem(self.tr("All jobs"), "")
        self.channels.addItem(self.tr("All channels"), "")
        for channel in _CHANNELS:
            self.channels.addItem(channel_name(channel), channel)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT)
        grid.addWidget(self.search, 0, 0, 1, 3)
        for column, (combo, stretch) in enumerate(((self.scope, 8), (self.jobs, 6), (self.channels, 7))):
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, stretch)

    @property
    def query(self) -> FeedQuery:
        """What filters and search ask for."""
        return FeedQuery(
            broadcast_id=self._stage.broadcast_id if self.scope.currentData() else "",
            job_id=self.jobs.currentData() or "",
            channel=self.channels.currentData() or "",
            text=self.search.text().strip(),
        )

    def clear_search(self) -> None:
        """Empty the search field without waiting for a pause."""
        self.search.clear()
        self._debounce.stop()

    def stop(self) -> None:
        """Do nothing more."""
        self._debounce.stop()

    def _offer_jobs(self) -> None:
        """Offer the lineup's jobs, and keep the one chosen while it is among them."""
        jobs = {job.id: job.title for item in self._stage.items if (job := self._stage.job(item)) is not None}
        offered = {self.jobs.itemData(i): self.jobs.itemText(i) for i in range(1, self.jobs.count())}
        if jobs == offered:
            return
        chosen = self.jobs.currentData()
        self.jobs.blockSignals(True)
        self.jobs.clear()
        self.jobs.addItem(self.tr("All jobs"), "")
        for job_id, title in jobs.items():
            self.jobs.addItem(title, job_id)
        self.jobs.setCurrentIndex(max(0, self.jobs.findData(chosen)))
        self.jobs.blockSignals(False)
        if self.jobs.currentData() != chosen:
            self.query_changed.emit()
