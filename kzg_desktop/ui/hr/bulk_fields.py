"""What a bulk change has to be told: a state, a reason, a first day, a colleague, a note, an interview slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import ExitReason
from kzg_desktop.domain.states import CLOSED
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.models.slot_plan import free_places, is_over
from kzg_desktop.ui.hr.bulk_plan import BulkKind, BulkWish, next_states
from kzg_desktop.ui.hr.takers import may_take, takers
from kzg_desktop.ui.hr.words import account_words, exit_reason_words, status_words
from kzg_desktop.ui.interviews.dates import date_field, date_of, midnight_of
from kzg_desktop.ui.interviews.slot_words import job_words, when_title
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BulkFields"]

_DEBOUNCE_MS = 120
_EXITS: tuple[ExitReason, ...] = ("quit", "dismissed", "ended", "other")
_WITH_A_DAY = {"hired"}
_NEED_REASON = {"invalid", "withdrawn"}


class BulkFields(QWidget):
    """Only the fields that the change needs are there; ``changed`` follows a pause in typing."""

    changed = Signal()

    def __init__(
        self, desk: HiringDesk, kind: BulkKind, *, now: int, status: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = now
        self._kind: BulkKind = kind
        self._wanted = status
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.changed)
        self.state = QComboBox(self)
        self.state.setAccessibleName(self.tr("New status"))
        self.day = date_field("")
        self.exit = QComboBox(self)
        self.to = QComboBox(self)
        self.slot = QComboBox(self)
        self.reason = QLineEdit(self, maxLength=200)
        self.note = QPlainTextEdit(self)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(4 * UNIT)
        self._form.setVerticalSpacing(2 * UNIT)
        self._fill()
        self._lay_out()
        self._wire()
        self._show_fitting()

    def _fill(self) -> None:
        self.day.setDate(date_of(self._now))
        for exit_ in _EXITS:
            self.exit.addItem(exit_reason_words(exit_), exit_)
        self.slot.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.slot.setMinimumContentsLength(20)
        self.note.setFixedHeight(18 * UNIT)
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("The note is added to each; notes cannot be changed later"))

    def _lay_out(self) -> None:
        rows: dict[BulkKind, list[tuple[str, QWidget]]] = {
            "status": [
                (self.tr("New status"), self.state),
                (self.tr("First day at work"), self.day),
                (self.tr("Why they left"), self.exit),
                (self.tr("Reason"), self.reason),
            ],
            "claim": [],
            "hand_over": [(self.tr("To"), self.to), (self.tr("Reason"), self.reason)],
            "note": [(self.tr("Note"), self.note)],
            "book": [(self.tr("Interview"), self.slot)],
            "withdraw": [(self.tr("Reason"), self.reason)],
            "undo": [(self.tr("Reason"), self.reason)],
        }
        used = rows[self._kind]
        for label, field in used:
            field.setAccessibleName(label)
            self._form.addRow(QLabel(label, self), field)
        for field in (self.state, self.day, self.exit, self.to, self.slot, self.reason, self.note):
            if field not in [each for _label, each in used]:
                field.hide()
        if used:
            self.setFocusProxy(used[0][1])

    def _wire(self) -> None:
        self.state.currentIndexChanged.connect(self._on_state)
        self.to.currentIndexChanged.connect(self.changed)
        self.slot.currentIndexChanged.connect(self.changed)
        self.exit.currentIndexChanged.connect(self.changed)
        self.day.dateChanged.connect(self.changed)
        self.reason.textChanged.connect(lambda _text: self._debounce.start())
        self.note.textChanged.connect(self._debounce.start)

    def offer(self, rows: Sequence[Application]) -> None:
        """Offer what suits these applicants: states, colleagues, slots."""
        for box in (self.state, self.to, self.slot):
            box.blockSignals(True)
        if self._kind == "status":
            self._offer_states(next_states(rows))
        elif self._kind == "hand_over":
            self._offer_colleagues(rows)
        elif self._kind == "book":
            self._offer_slots(rows)
        for box in (self.state, self.to, self.slot):
            box.blockSignals(False)
        self._show_fitting()

    def _offer_states(self, states: Sequence[tuple[str, int]]) -> None:
        """Offer these states, each with the number of applicants that may go there.

        The most frequent is chosen at first, among those that end something only where there are no others.
        """
        self.state.clear()
        for status, count in states:
            self.state.addItem(f"{status_words(status)}  ({count:,})", status)
        wanted = self.state.findData(self._wanted)
        most = max(range(len(states)), key=lambda at: (states[at][0] not in CLOSED, states[at][1]), default=-1)
        self.state.setCurrentIndex(wanted if wanted >= 0 else most)

    def _offer_colleagues(self, rows: Sequence[Application]) -> None:
        """Offer who works for one of their employers; who may take most of them is chosen at first."""
        colleagues, me, names = self._desk.colleagues(), self._desk.account_id, self._desk.names()
        employers = Counter(row.employer_id for row in rows)
        offered = takers(colleagues, employers, me=me)
        for one in offered:
            self.to.addItem(account_words(one.account_id, me, names), one.account_id)
        many = [
            sum(count for id_, count in employers.items() if may_take(colleagues, one.account_id, id_))
            for one in offered
        ]
        self.to.setCurrentIndex(many.index(max(many)) if many else -1)

    def _offer_slots(self, rows: Sequence[Application]) -> None:
        """Offer the slots to come that have a place left and are for some of them, the next first."""
        jobs = {(row.employer_id, job_id) for row in rows for job_id in ("", row.job_id)}
        for slot in self._desk.slots():
            free = free_places(slot)
            if free and not slot.closed and not is_over(slot, self._now) and (slot.employer_id, slot.job_id) in jobs:
                left = self.tr("{free} free").format(free=f"{free:,}")
                words = (when_title(slot, self._now), left, job_words(slot, self._desk.job), slot.place)
                self.slot.addItem(" · ".join(filter(None, words)), slot.id)

    @property
    def wish(self) -> BulkWish:
        """What the fields say."""
        status = {
            "status": str(self.state.currentData() or ""),
            "withdraw": "withdrawn",
        }.get(self._kind, "")
        day = midnight_of(self.day.date())
        return BulkWish(
            kind=self._kind,
            status=status,
            reason=self.reason.text().strip(),
            starts_on=day if status in _WITH_A_DAY else 0,
            exit_reason=self.exit.currentData() if status == "left" else "",
            to=str(self.to.currentData() or "") if self._kind == "hand_over" else "",
            text=self.note.toPlainText().strip(),
            slot_id=str(self.slot.currentData() or "") if self._kind == "book" else "",
        )

    @property
    def missing(self) -> str:
        """What is still to be said, "" when nothing is."""
        wish = self.wish
        if self._kind == "status" and not wish.status:
            return self.tr("There is no step that these applicants could take together")
        if self._kind == "hand_over" and not wish.to:
            return self.tr("There is no colleague to hand over to")
        if self._kind == "book" and not wish.slot_id:
            return self.tr("No interview slot to come has a place left for them; make one on the interviews page")
        if self._kind == "note" and not wish.text:
            return self.tr("Write the note")
        needs_reason = self._kind == "undo" or wish.status in _NEED_REASON
        return self.tr("Say why") if needs_reason and not wish.reason else ""

    @property
    def is_complete(self) -> bool:
        """Whether everything needed is said."""
        return not self.missing

    def _on_state(self, _index: int) -> None:
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        if self._kind != "status":
            return
        status = self.state.currentData()
        self._form.setRowVisible(self.day, status in _WITH_A_DAY)
        self._form.setRowVisible(self.exit, status == "left")
        optional = self.tr("Reason (may stay empty)")
        self.reason.setPlaceholderText(self.tr("Reason") if status in _NEED_REASON else optional)
