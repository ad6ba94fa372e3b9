"""Steps of the applicant shown: from button or key to record, with questions where needed, undo and clashes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal

from kzg_desktop.domain.actions import (
    Action,
    BookInterview,
    ClaimApplication,
    HandOver,
    ReleaseApplication,
    SetApplicationStatus,
    UndoStep,
)
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import may_step, may_undo
from kzg_desktop.errors import KzgError
from kzg_desktop.ui.hr.booking_dialog import BookingDialog
from kzg_desktop.ui.hr.drawer_acts import Clash, Deed
from kzg_desktop.ui.hr.drawer_clash import unrecorded
from kzg_desktop.ui.hr.drawer_context import DrawerPart
from kzg_desktop.ui.hr.drawer_hand_over import HandOverDialog
from kzg_desktop.ui.hr.outcome_dialog import AnswerDialog, ReasonDialog
from kzg_desktop.ui.hr.outcome_steps import Answer, Choice, actions_of
from kzg_desktop.ui.hr.takers import takers
from kzg_desktop.ui.hr.words import account_words, status_words

__all__ = ["Steps"]

_CALLABLE = {"new", "contacting", "unreachable"}
_STAYS = {("attempt", "answered"), ("step", "reached")}
"""After these the user goes on with the same applicant."""


class Steps(DrawerPart):
    """Records steps about the applicant shown."""

    called = Signal()
    """A call is wanted."""
    call_dropped = Signal()
    """There was no call after all."""

    def choose(self, choice: Choice) -> None:
        """Do that, after asking what it needs."""
        row = self._free_row()
        if row is None:
            return
        if choice.kind == "call":
            self.called.emit()
        elif choice.kind == "not_called":
            self.call_dropped.emit()
        elif choice.kind == "book":
            self.book()
        elif choice.asks:
            self._ask(choice, row)
        else:
            self._record(choice, row, Answer())

    def book(self, told: str = "") -> None:
        """Ask for a slot or time, for those who came along as well, and book it."""
        row, opened = self._free_row(), self._context.opened
        if row is None or opened is None:
            return
        by_way = row.status in {"considering", "not_interested"}
        seen = replace(row, status="reached") if by_way else row
        if seen.status != "interview_booked" and not may_step(seen.status, "interview_booked"):
            state = status_words(row.status)
            self.tell(self.tr("Not possible now: the state is “{state}”").format(state=state))
            return
        with_them = [c.row for c in opened.companions if c.row is not None]
        context = self._context
        dialog = BookingDialog(
            context.desk, [seen, *with_them], context.window, clock=context.clock, told=told, masked=context.masked
        )
        dialog.booked.connect(lambda actions: self._on_booked(row, actions, by_way=by_way))
        dialog.open()

    def undo(self, row: Application | None = None) -> None:
        """Ask why the last step of *row*, or of the applicant shown, is to be undone."""
        row = row or self._context.row
        if row is None or not self._context.may_write:
            return
        if not may_undo(row.status, row.handling.before):
            self.tell(self.tr("There is no step to undo"))
            return
        title = self.tr("{name}: from “{now}” back to “{before}”").format(
            name=self._context.name(row),
            now=status_words(row.status),
            before=status_words(row.handling.before),
        )
        dialog = ReasonDialog(title, self.tr("Undo"), "undo", self._context.window, needed=True)
        dialog.given.connect(lambda reason: self._on_undo(row, reason))
        dialog.open()

    def undo_number(self, number: int) -> None:
        """Undo the last step of that applicant, who may not be the one shown any more."""
        self._context.tasks.spawn("hr.undo", self._look_up_and_undo(number))

    def withdraw(self, row: Application) -> None:
        """End the processing: the person has withdrawn."""
        step = SetApplicationStatus(
            application_id=row.id, event_id=new_id(), base_status=row.status, status="withdrawn"
        )
        self._context.acts.do(self.deed(row, status_words("withdrawn"), step))

    # --- whose it is

    def claim(self) -> None:
        """Claim the applicant shown. Whether a colleague is still at work is for the desk: it knows the hub's time."""
        row = self._free_row()
        if row is None:
            return
        if row.owner == self._context.desk.account_id:
            self.tell(self.tr("This is yours already"))
        else:
            claim = ClaimApplication(application_id=row.id, event_id=new_id())
            self._context.acts.do(self.deed(row, self.tr("Claim"), claim))

    def asks_to_take_over(self, clash: Clash) -> bool:
        """Ask for the reason to take over where a claim was refused on the spot; return whether this was one."""
        row = self._context.row
        refused_claim = not clash.numbers and [type(action) for action in clash.actions] == [ClaimApplication]
        if not refused_claim or row is None or row.id != clash.application_id or not row.owner:
            return False
        self._ask_take_over(row)
        return True

    def release(self) -> None:
        """Let go of the applicant shown."""
        row = self._free_row()
        if row is not None:
            action = ReleaseApplication(application_id=row.id, event_id=new_id())
            self._context.acts.do(self.deed(row, self.tr("Release"), action))

    def hand_over(self) -> None:
        """Ask to whom the applicant shown is given."""
        row = self._free_row()
        if row is None:
            return
        desk = self._context.desk
        colleagues = takers(desk.colleagues(), [row.employer_id], me=desk.account_id)
        dialog = HandOverDialog(self._context.name(row), colleagues, self._context.window)
        dialog.chosen.connect(lambda to, reason: self._hand_over(row, to, reason))
        dialog.open()

    def _ask_take_over(self, row: Application) -> None:
        moment = self._context.moment()
        title = self.tr("Take over from {name}").format(name=account_words(row.owner, moment.me, moment.names))
        dialog = ReasonDialog(title, self.tr("Take over"), "take_over", self._context.window, needed=True)
        dialog.given.connect(lambda reason: self._hand_over(row, moment.me, reason))
        dialog.open()

    def _hand_over(self, row: Application, to: str, reason: str) -> None:
        moment = self._context.moment()
        action = HandOver(application_id=row.id, event_id=new_id(), to=to, reason=reason)
        words = self.tr("Handed over to {name}").format(name=account_words(to, moment.me, moment.names))
        if to == moment.me:
            words = self.tr("Taken over")
        self._context.acts.do(self.deed(row, words, action))

    # --- recording

    def redo(self, clash: Clash, actions: Sequence[Action]) -> None:
        """Record *actions* in the place of what was refused."""
        row = self._context.row
        if row is None or row.id != clash.application_id or not actions:
            return
        words = unrecorded(clash) or self.tr("Taken over")
        moves_on = clash.deed is not None and clash.deed.moves_on and len(actions) > 1
        self._context.acts.do(self.deed(row, words, *actions, moves_on=moves_on))

    def offers_undo(self, deed: Deed) -> bool:
        """Whether *deed* made a step that could be taken back."""
        for action in deed.actions:
            if isinstance(action, BookInterview) and deed.row.status != "interview_booked":
                return True
            if isinstance(action, SetApplicationStatus) and action.status != "withdrawn":
                return True
            outcome = getattr(action, "outcome", "")
            if outcome and deed.row.status in _CALLABLE:
                return deed.row.status == "new" or outcome in {"answered", "empty_number"}
        return False

    def _free_row(self) -> Application | None:
        """Return the application shown, if something can be done about it now."""
        row = self._context.row
        if row is None or not self._context.may_write or self._context.acts.is_busy(row.id):
            return None
        return row

    def _ask(self, choice: Choice, row: Application) -> None:
        title = f"{self._context.name(row)} · {choice.words}"
        dialog = AnswerDialog(
            title,
            choice.words,
            choice.what,
            choice.asks,
            now=self._context.clock.now_ms(),
            starts_on=row.handling.starts_on,
            parent=self._context.window,
        )
        dialog.answered.connect(lambda answer: self._record(choice, row, answer))
        dialog.open()

    def _record(self, choice: Choice, row: Application, answer: Answer) -> None:
        stays = (choice.kind, choice.what) in _STAYS
        deed = self.deed(row, choice.words, *actions_of(choice, row, answer), moves_on=not stays)
        self._context.acts.do(replace(deed, is_step=choice.kind != "attempt"))

    def _on_booked(self, row: Application, actions: Sequence[BookInterview], *, by_way: bool) -> None:
        before: list[Action] = []
        if by_way:
            before.append(
                SetApplicationStatus(application_id=row.id, event_id=new_id(), base_status=row.status, status="reached")
            )
        words = self.tr("Interview booked")
        self._context.acts.do(self.deed(row, words, *before, *actions, moves_on=True))

    def _on_undo(self, row: Application, reason: str) -> None:
        action = UndoStep(application_id=row.id, event_id=new_id(), base_status=row.status, reason=reason)
        words = self.tr("Back to “{state}”").format(state=status_words(row.handling.before))
        self._context.acts.do(self.deed(row, words, action))

    async def _look_up_and_undo(self, number: int) -> None:
        try:
            rows = await self._context.desk.applicant_rows([number])
        except KzgError as error:
            self.failed.emit(error)
            return
        if rows and isinstance(row := rows[0].row, Application):
            self.undo(row)
