"""The daily digest on screen: pick a day in China, and see what happened on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.review.campaign import Campaign
from kzg_desktop.review.days import DayLine, days_of
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.digest import Digest, digest_of
from kzg_desktop.review.documents.digest import digest_book, digest_report, digest_text
from kzg_desktop.review.documents.words import Language
from kzg_desktop.review.reading import Progress, Totals
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.interviews.dates import date_field
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.report.totals_dialog import Paper
from kzg_desktop.ui.review.entries import day_entry, day_words
from kzg_desktop.ui.review.entry_list import EntryList, Keyed
from kzg_desktop.ui.review.faces import Face, day_face
from kzg_desktop.ui.review.totals_mode import TotalsMode
from kzg_desktop.ui.review.totals_view import TotalsView
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["DaysMode"]

_ISO = "yyyy-MM-dd"


class DaysMode(TotalsMode[Digest]):
    """Lists the days from today back to the first broadcast; the latest one with a broadcast is shown first."""

    def __init__(self, desk: ReviewDesk, tasks: Tasks, clock: Clock, keymap: Keymap, parent: QWidget) -> None:
        self._desk = desk
        self._clock = clock
        self._following = False
        self.day = date_field("")
        entries = EntryList("", 2, self.day)
        beside, steps = _steps()
        super().__init__("days", tasks, entries, TotalsView(keymap, beside), parent)
        self.day.setAccessibleName(self.tr("Day"))
        entries.view.setAccessibleName(self.tr("Days"))
        entries.empty.say(
            self.tr("No day to tell of yet"),
            self.tr("From the first broadcast on, every day stands here with what happened on it."),
        )
        for button, by, words in zip(steps, (1, -1), (self.tr("Day before"), self.tr("Day after")), strict=True):
            command = "review.next" if by > 0 else "review.previous"
            button.setToolTip(keymap.tip(words, command))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, by=by: entries.step(by))
        self.day.dateChanged.connect(self._on_date)

    def show_totals(self, totals: Mapping[str, Totals] | None) -> None:
        lines = days_of(self._desk.broadcasts(), totals, self._clock.now_ms())
        first = next((line.day.isoformat() for line in lines if line.broadcasts), "")
        self.day.setEnabled(bool(lines))
        self.list.show_entries([Keyed(line.day.isoformat(), day_entry(line)) for line in lines], first)
        self._following = True
        if lines:
            self.day.setDateRange(_date(lines[-1]), _date(lines[0]))
        self._following = False
        self._show_date(self.list.current)

    # --- inside

    def _on_chosen(self, key: str) -> None:
        self._show_date(key)
        super()._on_chosen(key)

    def _show_date(self, key: str | None) -> None:
        if key is not None:
            self._following = True  # the field follows the list, and must not lead it meanwhile
            self.day.setDate(QDate.fromString(key, _ISO))
            self._following = False

    def _on_date(self, day: QDate) -> None:
        if not self._following:
            self.list.choose(day.toString(_ISO))

    async def _read(self, key: str, progress: Progress) -> Digest:
        return await digest_of(self._desk, self._clock, date.fromisoformat(key), progress)

    def _title(self, key: str) -> str:
        return day_words(date.fromisoformat(key))

    def _face(self, found: Digest) -> tuple[Face, Campaign]:
        return day_face(found), found.brought

    def _text(self, found: Digest, language: Language) -> str:
        return digest_text(found, language)

    def _paper(self, found: Digest) -> Paper:
        return Paper(
            heading=self.tr("Daily digest"),
            name=f"{self.tr('Daily digest')} {found.day.isoformat()}",
            pages=lambda language: digest_report(found, language),
            sheets=lambda language: digest_book(found, language),
        )


def _date(line: DayLine) -> QDate:
    return QDate(line.day.year, line.day.month, line.day.day)


def _steps() -> tuple[QWidget, tuple[QPushButton, QPushButton]]:
    """Return the buttons to the day before and after, and what holds them."""
    buttons = QPushButton(autoDefault=False), QPushButton(autoDefault=False)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(UNIT)
    for button, sign in zip(buttons, "‹›", strict=True):
        button.setText(sign)
        button.setFixedWidth(9 * UNIT)
        row.addWidget(button)
    return holder, buttons
