"""Who the applicant is, in which state, whose, and what is due: the top of the drawer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.actions.handling import is_held
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.models.application_text import channel_name
from kzg_desktop.ui.hr.drawer_file import Opened
from kzg_desktop.ui.hr.words import (
    account_words,
    day_words,
    due_tone,
    due_words,
    duty_words,
    exit_reason_words,
    outcome_words,
    status_tone,
    status_words,
    when_words,
)
from kzg_desktop.widgets.chip import Chip
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.widgets.tone_label import ToneLabel

__all__ = ["Moment", "Who"]


class Moment(Struct, frozen=True, kw_only=True):
    """What the drawer knows beside the applicant: who looks, when, and whether names may show."""

    me: str
    names: Mapping[str, str]
    now: int
    hub_ahead_ms: int = 0
    masked: bool = False


class Who(QFrame):
    """Shows an applicant in five lines; ``claim``, ``release`` and ``hand_over`` are buttons beside the owner."""

    claim_requested = Signal()
    release_requested = Signal()
    hand_over_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.name.setProperty("role", "title")
        self.chip = Chip(self)
        self.job, self.facts, self.origin = (self._line(role) for role in ("", "muted", "caption"))
        self.owner, self.onlookers = self._line(""), self._line("caption")
        self.due = ToneLabel(self)
        self.due.setProperty("role", "heading")
        self.claim = self._button(self.tr("Claim"), self.claim_requested)
        self.release = self._button(self.tr("Release"), self.release_requested)
        self.hand_over = self._button(self.tr("Hand over…"), self.hand_over_requested)
        head = QHBoxLayout()
        head.setSpacing(2 * UNIT)
        head.addWidget(self.name, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        whose = FlowLayout()
        for part in (self.claim, self.release, self.hand_over):
            whose.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(head)
        for line in (self.job, self.facts, self.origin):
            column.addWidget(line)
        column.addSpacing(UNIT)
        column.addWidget(self.owner)
        column.addWidget(self.onlookers)
        column.addLayout(whose)
        column.addSpacing(UNIT)
        column.addWidget(self.due)

    def show_opened(self, opened: Opened, moment: Moment, *, employer: str, broadcast: str, may_write: bool) -> None:
        """Show that applicant."""
        row = opened.row
        self.name.setText(mask_name(row.name) if moment.masked else row.name)
        self.chip.say(status_words(row.status), status_tone(row.status))
        self.job.setText(" · ".join(filter(None, (row.job_title, employer))))
        start = self.tr("can start {day}").format(day=row.available_from) if row.available_from else ""
        age = self.tr("aged {band}").format(band=row.age_band) if row.age_band else ""
        facts = [row.city, age, start]
        self.facts.setText(" · ".join(filter(None, facts)))
        self.facts.setVisible(any(facts))
        came = [when_words(row.received_at, moment.now), channel_name(row.channel), broadcast]
        self.origin.setText(" · ".join(filter(None, came)))
        self._show_owner(opened, moment, may_write=may_write)
        self.show_due(opened, moment)

    def show_onlookers(self, names: Sequence[str]) -> None:
        """Say who else looks at this applicant."""
        told = self.tr("{names} are looking at this") if len(names) > 1 else self.tr("{names} is looking at this")
        self.onlookers.setText(told.format(names="、".join(names)))
        self.onlookers.setVisible(bool(names))

    def show_due(self, opened: Opened, moment: Moment) -> None:
        """Bring what is due up to date."""
        row, duty = opened.row, opened.duty
        parts = (
            [duty_words(duty), due_words(duty.due_at, moment.now)] if duty is not None else [_ending(opened, moment)]
        )
        words = " · ".join(filter(None, parts))
        if row.status == "interview_booked" and duty is not None and duty.kind != "arrival":
            interview = self.tr("Interview {when}").format(when=when_words(row.appointment_at, moment.now))
            words = f"{interview}\n{words}"
        tone = due_tone(duty.due_at, moment.now) if duty is not None else "text_muted"
        self.due.say(words, tone)
        self.due.setVisible(bool(words))

    def _show_owner(self, opened: Opened, moment: Moment, *, may_write: bool) -> None:
        row = opened.row
        owner = account_words(row.owner, moment.me, moment.names)
        mine = row.owner == moment.me != ""
        held = is_held(row, opened.rules, at=moment.now + moment.hub_ahead_ms, actor=moment.me)
        if not row.owner:
            words = self.tr("Nobody has claimed this")
        elif mine:
            words = self.tr("You are working on this")
        elif held:
            words = self.tr("{name} is working on this").format(name=owner)
        else:
            words = self.tr("{name} had this; nothing was done for a while").format(name=owner)
        ended = row.status == "withdrawn"
        self.owner.setText(words)
        self.owner.setVisible(bool(row.owner) or not ended)
        self.claim.setVisible(may_write and not mine and not ended)
        self.claim.setText(self.tr("Take over…") if held else self.tr("Claim"))
        self.release.setVisible(may_write and mine)
        self.hand_over.setVisible(may_write and (mine or not row.owner) and not ended)

    def _line(self, role: str) -> QLabel:
        label = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _button(self, words: str, asked: object) -> QPushButton:
        button = QPushButton(words, self, autoDefault=True)
        button.setProperty("kind", "chip")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(asked)
        return button


def _ending(opened: Opened, moment: Moment) -> str:
    """Return why nothing is to be done."""
    handling = opened.row.handling
    reason = exit_reason_words(handling.exit_reason) if opened.row.status == "left" else ""
    said = handling.reason
    if opened.row.status == "invalid" and said == "empty_number":
        said = outcome_words(said)
    since = day_words(handling.since, moment.now) if handling.since else ""
    return " · ".join(filter(None, (status_words(opened.row.status), reason, said, since)))
