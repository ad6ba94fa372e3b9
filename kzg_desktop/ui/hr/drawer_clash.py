"""Somebody else was faster: who and what it is now, and the choice to take over, do it all the same, or leave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import (
    Action,
    AssignApplication,
    BookInterview,
    HandOver,
    RecordMilestone,
    SetApplicationStatus,
)
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import may_step
from kzg_desktop.ui.hr.drawer_acts import Clash
from kzg_desktop.ui.hr.words import account_words, status_words
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ClashBar", "redone", "unrecorded"]


def redone(actions: Sequence[Action], row: Application) -> list[Action]:
    """Return the steps among *actions* as they can be done from the present state of *row*; none if one cannot."""
    status = row.status
    steps: list[Action] = []
    for action in actions:
        match action:
            case SetApplicationStatus() if may_step(status, action.status):
                steps.append(replace(action, base_status=status, base_rev=0, event_id=new_id()))
                status = action.status
            case BookInterview() if status == "interview_booked" or may_step(status, "interview_booked"):
                steps.append(replace(action, base_status=status, base_rev=0, event_id=new_id()))
                status = "interview_booked"
            case RecordMilestone() if status == "hired" and action.days > row.handling.milestone:
                steps.append(replace(action, base_status=status, base_rev=0, event_id=new_id()))
            case AssignApplication():
                steps.append(replace(action, base_status=status, base_rev=0, event_id=new_id()))
            case _:
                return []
    return steps


def unrecorded(clash: Clash) -> str:
    """Return what was not recorded, in words; after a start that is where its steps would have led, if anywhere."""
    if clash.deed is not None:
        return clash.deed.words
    for action in reversed(clash.actions):
        match action:
            case SetApplicationStatus():
                return status_words(action.status)
            case BookInterview():
                return status_words("interview_booked")
    return ""


class ClashBar(QFrame):
    """Tells of one clash; hidden while there is none. ``answered`` carries the clash that is settled."""

    redo_requested = Signal(object, object)
    """The clash, and the actions to record."""
    rebook_requested = Signal()
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._clash: Clash | None = None
        self._row: Application | None = None
        self._me = ""
        self._title, self._text = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self._title.setProperty("role", "heading")
        self._text.setProperty("role", "caption")
        self.reason = QLineEdit(self, maxLength=200)
        self.reason.setPlaceholderText(self.tr("Why you take over; the other one reads it"))
        self.reason.textChanged.connect(self._check)
        self.reason.returnPressed.connect(self._on_go)
        self.go = QPushButton(self, autoDefault=True)
        self.go.clicked.connect(self._on_go)
        self.leave = QPushButton(self.tr("Leave it"), self, autoDefault=True)
        self.leave.clicked.connect(self._on_leave)
        buttons = FlowLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        column.setSpacing(2 * UNIT)
        for part in (self._title, self._text, self.reason):
            column.addWidget(part)
        column.addLayout(buttons)
        self.hide()

    @property
    def clash(self) -> Clash | None:
        """The clash shown."""
        return self._clash

    @property
    def words(self) -> str:
        """What the bar says."""
        return f"{self._title.text()}\n{self._text.text()}"

    def show_clash(self, clash: Clash | None, row: Application | None, me: str, names: Mapping[str, str]) -> None:
        """Show *clash* about *row* as it is now; None hides the bar."""
        fresh = clash is not self._clash
        self._clash, self._row, self._me = clash, row, me
        self.setVisible(clash is not None and row is not None)
        if clash is None or row is None:
            return
        if fresh:
            self.reason.clear()
        owner = account_words(row.owner, me, names) if row.owner else ""
        self._title.setText(self._what_now(clash, row, owner))
        deed = unrecorded(clash)
        self._text.setText(
            self.tr("Not recorded: {what}").format(what=deed) if deed else self.tr("Nothing was recorded.")
        )
        self.reason.setVisible(clash.kind == "claimed")
        self.go.setText(self._go_words(clash))
        self.go.setVisible(clash.kind != "conflict" or bool(redone(clash.actions, row)))
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._clash is not None:
            self._on_leave()
        else:
            super().keyPressEvent(event)

    def _what_now(self, clash: Clash, row: Application, owner: str) -> str:
        if clash.kind == "slot-full":
            return self.tr("That interview slot has just become full")
        if clash.kind == "claimed" and owner:
            return self.tr("{name} is working on this applicant ({state})").format(
                name=owner, state=status_words(row.status)
            )
        if owner:
            return self.tr("Somebody was faster: now “{state}”, by {name}").format(
                state=status_words(row.status), name=owner
            )
        return self.tr("Somebody was faster: now “{state}”").format(state=status_words(row.status))

    def _go_words(self, clash: Clash) -> str:
        return {
            "claimed": self.tr("Take over"),
            "conflict": self.tr("Do it all the same"),
            "slot-full": self.tr("Choose another time"),
        }[clash.kind]

    def _check(self) -> None:
        needs_reason = self._clash is not None and self._clash.kind == "claimed"
        self.go.setEnabled(not needs_reason or bool(self.reason.text().strip()))

    def _on_go(self) -> None:
        clash, row = self._clash, self._row
        if clash is None or row is None or not self.go.isEnabled():
            return
        if clash.kind == "slot-full":
            self.answered.emit(clash)
            self.rebook_requested.emit()
            return
        actions = redone(clash.actions, row)
        if clash.kind == "claimed":
            taken = HandOver(application_id=row.id, event_id=new_id(), to=self._me, reason=self.reason.text().strip())
            actions = [taken, *actions]
        self.answered.emit(clash)
        self.redo_requested.emit(clash, actions)

    def _on_leave(self) -> None:
        if self._clash is not None:
            self.answered.emit(self._clash)
