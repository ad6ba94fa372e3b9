"""What a bulk change has to be told: a state, a reason, a first day, a colleague, a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kzg_desktop.domain.clock import china_day
from kzg_desktop.domain.hiring import ExitReason
from kzg_desktop.domain.states import CLOSED
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.hr.bulk_plan import BulkKind, BulkWish
from kzg_desktop.ui.hr.outcome_dialog import china_ms
from kzg_desktop.ui.hr.words import exit_reason_words, status_words
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BulkFields"]

_DEBOUNCE_MS = 120
_EXITS: tuple[ExitReason, ...] = ("quit", "dismissed", "ended", "other")
_WITH_A_DAY = {"hired"}
_NEED_REASON = {"invalid"}


class BulkFields(QWidget):
    """Only the fields that the change needs are there; ``changed`` follows a pause in typing."""

    changed = Signal()

    def __init__(
        self, desk: HiringDesk, kind: BulkKind, *, now: int, status: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind: BulkKind = kind
        self._wanted = status
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.changed)
        self.state = QComboBox(self)
        self.state.setAccessibleName(self.tr("New status"))
        self.day = QDateEdit(self)
        self.exit = QComboBox(self)
        self.to = QComboBox(self)
        self.reason = QLineEdit(self, maxLength=200)
        self.note = QPlainTextEdit(self)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(4 * UNIT)
        self._form.setVerticalSpacing(2 * UNIT)
        self._fill(desk, now)
        self._lay_out()
        self._wire()
        self._show_fitting()

    def _fill(self, desk: HiringDesk, now: int) -> None:
        start = china_day(now)
        self.day.setDate(QDate(start.year, start.month, start.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        for exit_ in _EXITS:
            self.exit.addItem(exit_reason_words(exit_), exit_)
        for colleague in desk.colleagues():
            if colleague.account_id != desk.account_id and colleague.role in {"hr", "admin"}:
                self.to.addItem(colleague.name, colleague.account_id)
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
            "undo": [(self.tr("Reason"), self.reason)],
        }
        used = rows[self._kind]
        for label, field in used:
            field.setAccessibleName(label)
            self._form.addRow(QLabel(label, self), field)
        for field in (self.state, self.day, self.exit, self.to, self.reason, self.note):
            if field not in [each for _label, each in used]:
                field.hide()
        if used:
            self.setFocusProxy(used[0][1])

    def _wire(self) -> None:
        self.state.currentIndexChanged.connect(self._on_state)
        self.to.currentIndexChanged.connect(self.changed)
        self.exit.currentIndexChanged.connect(self.changed)
        self.day.dateChanged.connect(self.changed)
        self.reason.textChanged.connect(lambda _text: self._debounce.start())
        self.note.textChanged.connect(self._debounce.start)

    def offer_states(self, states: Sequence[tuple[str, int]]) -> None:
        """Offer these states, each with the number of applicants that may go there.

        The most frequent is chosen at first, among those that end something only where there are no others.
        """
        self.state.blockSignals(True)
        self.state.clear()
        for status, count in states:
            self.state.addItem(f"{status_words(status)}  ({count:,})", status)
        wanted = self.state.findData(self._wanted)
        most = max(range(len(states)), key=lambda at: (states[at][0] not in CLOSED, states[at][1]), default=-1)
        self.state.setCurrentIndex(wanted if wanted >= 0 else most)
        self.state.blockSignals(False)
        self._show_fitting()

    @property
    def wish(self) -> BulkWish:
        """What the fields say."""
        status = str(self.state.currentData() or "") if self._kind == "status" else ""
        chosen = self.day.date()
        day = china_ms(date(chosen.year(), chosen.month(), chosen.day()))
        return BulkWish(
            kind=self._kind,
            status=status,
            reason=self.reason.text().strip(),
            starts_on=day if status in _WITH_A_DAY else 0,
            exit_reason=self.exit.currentData() if status == "left" else "",
            to=str(self.to.currentData() or "") if self._kind == "hand_over" else "",
            text=self.note.toPlainText().strip(),
        )

    @property
    def missing(self) -> str:
        """What is still to be said, "" when nothing is."""
        wish = self.wish
        if self._kind == "status" and not wish.status:
            return self.tr("There is no step that these applicants could take together")
        if self._kind == "hand_over" and not wish.to:
            return self.tr("There is no colleague to hand over to")
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
