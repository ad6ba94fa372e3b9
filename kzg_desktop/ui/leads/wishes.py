"""What the user says about all leads of a file: the broadcast they come from, and the job of those that name none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kzg_desktop.domain.entities import Broadcast, Job
from kzg_desktop.ui.leads.search_choice import SearchChoice
from kzg_desktop.ui.leads.words import broadcast_words, job_names
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["LeadWishes"]


class LeadWishes(QWidget):
    """Two choices beside each other; ``changed`` when one of them was made."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.broadcast = SearchChoice(self)
        self.job = SearchChoice(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(5 * UNIT, UNIT, 5 * UNIT, 3 * UNIT)
        row.setSpacing(2 * UNIT)
        tips = (
            self.tr("Leads of one broadcast count for it in the review. Choose the same one when you import again."),
            self.tr("For leads that name no job, or one that is not in the library"),
        )
        words = (self.tr("From the broadcast"), self.tr("Leads that name no job of yours are for"))
        for label, choice, tip in zip(words, (self.broadcast, self.job), tips, strict=True):
            name = QLabel(label)
            name.setProperty("role", "muted")
            name.setBuddy(choice)
            choice.setAccessibleName(label)
            choice.setToolTip(tip)
            choice.chosen.connect(self.changed)
            row.addWidget(name)
            row.addWidget(choice, 1)
            row.addSpacing(3 * UNIT)

    def offer(self, broadcasts: Iterable[Broadcast], jobs: Iterable[Job]) -> None:
        """Offer what there is now; what was chosen stays chosen where it still is."""
        self.broadcast.offer(self.tr("None, or not known"), [(each.id, broadcast_words(each)) for each in broadcasts])
        self.job.offer(self.tr("No job: the card on air then, or left out"), list(job_names(jobs).items()))
