"""Which card the figures speak for, and why; a click or its key makes it the next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kzg_desktop.domain.suggest import Suggestion
from kzg_desktop.ui.live.stage import Stage

__all__ = ["SuggestionButton", "reason_text"]

translate = QCoreApplication.translate


class SuggestionButton(QPushButton):
    """Hidden while there is nothing to suggest, or what is next is the very card."""

    chosen = Signal(str)

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._item_id = ""
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.clicked.connect(self.choose)
        stage.changed.connect(self._show)
        self.hide()

    def choose(self) -> None:
        """Make the suggested card the next."""
        if self._item_id:
            self.chosen.emit(self._item_id)

    def _show(self) -> None:
        suggestion, upcoming = self._stage.suggestion(), self._stage.next
        useful = suggestion is not None and (upcoming is None or upcoming.id != suggestion.item_id)
        self._item_id = suggestion.item_id if suggestion is not None and useful else ""
        if suggestion is not None and useful:
            number = self._stage.number(suggestion.item_id)
            self.setText(self.tr("Suggested: {0} · {1}").format(number, reason_text(suggestion)))
            self.setToolTip(self._title(suggestion.item_id))
        self.setVisible(useful)

    def _title(self, item_id: str) -> str:
        item = next((i for i in self._stage.items if i.id == item_id), None)
        job = self._stage.job(item) if item is not None else None
        return f"{job.title} · {job.hiring_organization}" if job is not None else ""


def reason_text(suggestion: Suggestion) -> str:
    """Return why, in a few words."""
    rate = f"{suggestion.rate_per_min:.1f}" if suggestion.rate_per_min is not None else "0"
    match suggestion.reason:
        case "not-shown":
            return translate("Suggestion", "not shown yet")
        case "best-rate":
            return translate("Suggestion", "{0} a minute, the most").format(rate)
        case "seats-left":
            return translate("Suggestion", "{0} a minute, {1} seats left").format(rate, suggestion.seats_left)
        case _:
            return translate("Suggestion", "next in order")
