"""The history of an applicant as a timeline: newest first, all applications of the person together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.services import SyncStatus
from kzg_desktop.ui.hr.drawer_file import Opened
from kzg_desktop.ui.hr.drawer_who import Moment
from kzg_desktop.ui.hr.words import account_words, history_words, status_tone, when_words
from kzg_desktop.widgets.timeline import Timeline, TimelineLine
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["HistorySection", "history_lines", "is_pending"]

translate = QCoreApplication.translate

_AT_FIRST = 8

_ON_THE_WAY_MS = 60_000
"""What was done in one go is told in its order where its lines lie no further apart than this."""


def is_pending(entry: HistoryEntry, me: str, status: SyncStatus) -> bool:
    """Whether the hub cannot have confirmed that line yet: one's own, made after the hub answered last."""
    return status.waiting > 0 and entry.actor == me and entry.at > status.synced_at


def history_lines(opened: Opened, moment: Moment, status: SyncStatus) -> list[TimelineLine]:
    """Return the lines of the timeline, newest first; the application itself is the last of its lines.

    The hub tells a claim at the time at which it granted it, and a call at the time at which it was made. So a claim
    goes before what the same person did with it, unless it was granted much later: then it is told where it came.
    """
    rows = {row.id: row for row in (opened.row, *opened.others)}
    several = len(rows) > 1
    lines = [
        (
            _place(entry, opened.history),
            _line(entry, rows.get(entry.application_id) if several else None, moment, status),
        )
        for entry in opened.history
    ]
    lines += [((row.received_at, ""), _arrival(row, moment, several=several)) for row in rows.values()]
    return [line for _place, line in sorted(lines, key=lambda pair: pair[0], reverse=True)]


def _place(entry: HistoryEntry, history: Sequence[HistoryEntry]) -> tuple[int, str]:
    """Return where a line stands: by time, then by id, since ids made later sort later."""
    at = entry.at
    if entry.kind == "claim":
        after = (
            other.at
            for other in history
            if (other.actor, other.application_id) == (entry.actor, entry.application_id)
            and other.id > entry.id
            and entry.at - _ON_THE_WAY_MS <= other.at < entry.at
        )
        at = min(after, default=at)
    return at, entry.id


def _line(entry: HistoryEntry, row: Application | None, moment: Moment, status: SyncStatus) -> TimelineLine:
    pending = is_pending(entry, moment.me, status)
    parts = [
        when_words(entry.at, moment.now),
        account_words(entry.actor, moment.me, moment.names),
        row.job_title if row is not None else "",
        translate("HistorySection", "not confirmed yet") if pending else "",
    ]
    return TimelineLine(
        title=history_words(entry, moment.me, moment.names, moment.now),
        note=" · ".join(filter(None, parts)),
        text="" if moment.masked else entry.text,  # a note may hold a name or a phone
        tone=_tone(entry),
        pending=pending,
    )


def _arrival(row: Application, moment: Moment, *, several: bool) -> TimelineLine:
    parts = [when_words(row.received_at, moment.now), row.job_title if several else ""]
    return TimelineLine(
        title=translate("HistorySection", "Applied"), note=" · ".join(filter(None, parts)), tone="accent"
    )


def _tone(entry: HistoryEntry) -> str:
    if entry.kind in {"status", "undo"}:
        return status_tone(entry.after)
    if entry.kind == "booking":
        return "accent"
    if entry.kind == "milestone" or (entry.kind == "attempt" and entry.after == "answered"):
        return "green"
    return "text_faint"


class HistorySection(QWidget):
    """The timeline, its last lines first, and one button for the rest."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application_id = ""
        self._all = False
        self._lines: list[TimelineLine] = []
        self.timeline = Timeline(self)
        self.undo = QPushButton(self.tr("Undo the last step…"), self, autoDefault=True)
        self.more = QPushButton(self, autoDefault=True)
        for button in (self.undo, self.more):
            button.setProperty("kind", "chip")
        self.undo.clicked.connect(self.undo_requested)
        self.more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.timeline)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_opened(self, opened: Opened, moment: Moment, status: SyncStatus, *, may_undo: bool) -> None:
        """Show that applicant's history."""
        if opened.row.id != self._application_id:
            self._application_id, self._all = opened.row.id, False
        self.undo.setVisible(may_undo)
        self._lines = history_lines(opened, moment, status)
        self._show()

    def _show(self) -> None:
        shown = self._lines if self._all or len(self._lines) <= _AT_FIRST + 2 else self._lines[:_AT_FIRST]
        self.timeline.show_lines(shown)
        self.more.setVisible(len(shown) < len(self._lines))
        self.more.setText(self.tr("Show all {count} lines").format(count=len(self._lines)))

    def _on_more(self) -> None:
        self._all = True
        self._show()
