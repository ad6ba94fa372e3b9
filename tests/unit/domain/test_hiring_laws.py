"""What holds after any sequence of actions by several people, whose news may arrive late."""

from __future__ import annotations

from typing import Any, get_args

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    ApplicationAction,
    AssignApplication,
    BookInterview,
    ClaimApplication,
    HandOver,
    LogContact,
    MarkReminded,
    PutSlot,
    RecordAttempt,
    RecordMilestone,
    ReleaseApplication,
    RemoveSlot,
    SetApplicationStatus,
    SetFollowUp,
    SetWishes,
    UndoStep,
    decode_action,
    encode_action,
)
from kzg_desktop.domain.actions.handling import is_held, rules_of
from kzg_desktop.domain.duty import duty_of
from kzg_desktop.domain.entities import Application, Vacancy
from kzg_desktop.domain.hiring import Earlier, Outcome, Wishes
from kzg_desktop.domain.states import ACCEPTED, STEPS, may_step
from kzg_desktop.errors import Refusal
from tests.unit.domain.hr import DAY, HOUR, MINUTE, NOW, HrBook, applicant, slot

IDS = ("a", "c")
ACTORS = ("li", "zhao", "sun")
SLOTS = ("s", "t")
JOBS = ("j", "j2", "k")

ids = st.sampled_from(IDS)
actors = st.sampled_from(ACTORS)
ages = st.sampled_from([0, 0, 0, 5 * MINUTE, 40 * MINUTE, 3 * HOUR])
pauses = st.sampled_from([0, 1, 5 * MINUTE, 40 * MINUTE, DAY])
call_times = st.sampled_from([0, NOW - HOUR, NOW + 2 * HOUR, NOW + 3 * DAY])
reasons = st.sampled_from(["", "按错了"])

STEP = st.one_of(
    st.builds(
        lambda status, day, why: (SetApplicationStatus, {"status": status, "starts_on": day, "exit_reason": why}),
        st.sampled_from(sorted(STEPS)),
        st.sampled_from([0, NOW + DAY]),
        st.sampled_from(["", "quit"]),
    ),
    st.builds(lambda id_: (BookInterview, {"slot_id": id_}), st.sampled_from([*SLOTS, "none"])),
    st.just((BookInterview, {"appointment_at": NOW + 3 * DAY})),
    st.builds(lambda reason: (UndoStep, {"reason": reason}), st.just("按错了")),
    st.builds(lambda job: (AssignApplication, {"job_id": job}), st.sampled_from(JOBS)),
    st.builds(lambda days: (RecordMilestone, {"days": days}), st.sampled_from([7, 15, 30])),
)
OTHER = st.one_of(
    st.just((ClaimApplication, {})),
    st.just((ReleaseApplication, {})),
    st.builds(lambda to, why: (HandOver, {"to": to, "reason": why}), actors, reasons),
    st.builds(lambda text: (AddNote, {"text": text}), st.text("会开车 \n", max_size=6)),
    st.builds(lambda at: (SetFollowUp, {"call_after": at}), call_times),
    st.builds(lambda yuan: (SetWishes, {"wishes": Wishes(month_min_yuan=yuan)}), st.integers(0, 9000)),
    st.builds(lambda kind: (LogContact, {"access": kind}), st.sampled_from(["reveal", "copy", "message"])),
    st.builds(lambda nth: (MarkReminded, {"nth": nth}), st.integers(0, 2)),
)


def legal_steps_of(row: Application) -> list[str]:
    return [to for to in STEPS if may_step(row.status, to) and to != "withdrawn"]


class Desk(RuleBasedStateMachine):
    """Three people work on two applications; the hub dates what they did by its age, so that times step back."""

    @initialize(statuses=st.tuples(*[st.sampled_from(["reached", "reached", *sorted(STEPS)])] * 2))
    def people_apply(self, statuses: tuple[str, ...]) -> None:
        """Begin with applications anywhere on their way, so that all states are seen."""
        accepted = sum(status in ACCEPTED for status in statuses)
        self.book = HrBook(
            *(
                applicant(id_, person_id=id_, status=status, received_at=NOW - n * DAY)
                for n, (id_, status) in enumerate(zip(IDS, statuses, strict=True))
            ),
            slot("s", capacity=1),
            slot("t", capacity=2, starts_at=NOW + 2 * HOUR, job_id="j"),
            Vacancy(id="j", employer_id="o", accepted=accepted),
        )
        self.now = NOW
        self.count = 0

    @rule(pause=pauses)
    def time_passes(self, pause: int) -> None:
        self.now += pause

    @rule(id_=ids, actor=actors, age=ages, what=STEP)
    def takes_a_step(self, id_: str, actor: str, age: int, what: tuple[type[Any], dict[str, Any]]) -> None:
        kind, fields = what
        self._do(kind, id_, actor, age, base_status=self.book.row(id_).status, **fields)

    @precondition(lambda self: any(legal_steps_of(self.book.row(id_)) for id_ in IDS))
    @rule(data=st.data(), actor=actors)
    def goes_on(self, data: st.DataObject, actor: str) -> None:
        """Take a step that the table knows, so that applications come far."""
        id_ = data.draw(st.sampled_from([id_ for id_ in IDS if legal_steps_of(self.book.row(id_))]))
        row = self.book.row(id_)
        status = data.draw(st.sampled_from(legal_steps_of(row)))
        who = row.owner or actor
        if status == "interview_booked":
            self._do(BookInterview, id_, who, 0, base_status=row.status, slot_id=data.draw(st.sampled_from(SLOTS)))
        else:
            self._do(SetApplicationStatus, id_, who, 0, base_status=row.status, status=status)

    @rule(id_=ids, job_id=st.sampled_from(JOBS))
    def moves_to_another_job(self, id_: str, job_id: str) -> None:
        row = self.book.row(id_)
        self._do(AssignApplication, id_, row.owner or "li", 0, base_status=row.status, job_id=job_id)

    @rule(id_=ids)
    def goes_back(self, id_: str) -> None:
        row = self.book.row(id_)
        self._do(UndoStep, id_, row.owner or "li", 0, base_status=row.status, reason="按错了")

    @rule(id_=ids, actor=actors)
    def withdraws(self, id_: str, actor: str) -> None:
        withdrawn = self.book.row(id_).status == "withdrawn"
        done = self._do(SetApplicationStatus, id_, actor, 0, base_status="new", status="withdrawn")
        assert done != withdrawn, "nothing stands against a withdrawal"

    @rule(id_=ids, actor=actors, age=ages, what=OTHER)
    def does_something(self, id_: str, actor: str, age: int, what: tuple[type[Any], dict[str, Any]]) -> None:
        kind, fields = what
        self._do(kind, id_, actor, age, **fields)

    @rule(id_=ids, actor=actors, age=ages, outcome=st.sampled_from(get_args(Outcome)), again=call_times)
    def calls(self, id_: str, actor: str, age: int, outcome: Outcome, again: int) -> None:
        status = self.book.row(id_).status
        done = self._do(RecordAttempt, id_, actor, age, outcome=outcome, call_after=again)
        assert done or status == "withdrawn", "a call is a fact"

    @rule(id_=st.sampled_from(SLOTS), capacity=st.integers(0, 3), remove=st.booleans())
    def changes_a_slot(self, id_: str, capacity: int, remove: bool) -> None:
        found = self.book.get("interview_slot", id_)
        action: Action = RemoveSlot(slot_id=id_)
        if found is None or not remove:
            action = PutSlot(
                slot=slot(id_, capacity=capacity) if found is None else replace(found.row, capacity=capacity)
            )
        try:
            self.book.do(action, self.now, "li")
        except Refusal:
            return

    def _do(self, kind: type[ApplicationAction], id_: str, actor: str, age: int, **fields: Any) -> bool:
        self.count += 1
        action: Any = kind(application_id=id_, event_id=f"e{self.count}", **fields)
        assert action == decode_action(encode_action(action))
        at, before, lines = self.now - age, self.book.row(id_), len(self.book.history())
        try:
            written = self.book.do(action, at, actor)
        except Refusal:
            assert before == self.book.row(id_)
            return False
        told = [entry for entry in self.book.history()[lines:] if entry.application_id == id_]
        extends = kind is ClaimApplication and before.owner == actor
        assert [] == told if not written or extends else [f"e{self.count}"] == [entry.id for entry in told]
        self._owner_changed_rightly(action, before, at, actor)
        after = self.book.row(id_)
        assert after.notes.startswith(before.notes) or after.employer_id != before.employer_id
        assert after.handling.attempts >= before.handling.attempts or after.employer_id != before.employer_id
        return True

    def _owner_changed_rightly(self, action: Any, before: Application, at: int, actor: str) -> None:
        after = self.book.row(before.id)
        if after.owner == before.owner:
            return
        held = is_held(before, rules_of(self.book, before), at=at, actor=actor)
        if isinstance(action, HandOver):
            assert action.to == after.owner
            assert action.reason or not held
        elif isinstance(action, SetApplicationStatus) and action.status == "withdrawn":
            assert "" == after.owner
        elif isinstance(action, ReleaseApplication):
            assert (actor, "") == (before.owner, after.owner)
        else:
            assert not held, "nobody loses what they work on"
            assert after.owner == ("" if after.employer_id != before.employer_id else actor)

    @invariant()
    def places_are_those_held(self) -> None:
        rows = [self.book.row(id_) for id_ in IDS]
        for id_ in SLOTS:
            holders = [row.id for row in rows if row.handling.slot_id == id_]
            found = self.book.get("interview_slot", id_)
            assert found is not None or not holders
            if found is not None:
                assert len(holders) == found.row.booked <= found.row.capacity

    @invariant()
    def seats_are_those_taken(self) -> None:
        rows = [self.book.row(id_) for id_ in IDS]
        for job_id in JOBS:
            vacancy = self.book.vacancy(job_id)
            taken = sum(row.job_id == job_id and row.status in ACCEPTED for row in rows)
            assert taken == (vacancy.accepted if vacancy is not None else 0)

    @invariant()
    def every_row_is_sound(self) -> None:
        for row in (self.book.row(id_) for id_ in IDS):
            duty = duty_of(row, rules_of(self.book, row))
            assert row.status in STEPS
            if row.handling != type(row.handling)():  # nothing was done about it yet
                assert row.due_at == (duty.due_at if duty is not None else 0)
            assert set(row.handling.steps) <= set(STEPS) - {""}
            assert row.handling.before or row.handling.earlier == Earlier()
            if row.status == "withdrawn" and row.handling.since:
                assert ("", 0, 0, "") == (row.owner, row.due_at, row.appointment_at, row.handling.slot_id)


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=100, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

PATHS = {
    "contacting": ("contacting",),
    "invalid": ("invalid",),
    "unreachable": ("contacting", "unreachable"),
    "reached": ("contacting", "reached"),
    "considering": ("contacting", "reached", "considering"),
    "not_interested": ("contacting", "reached", "not_interested"),
    "interview_booked": ("contacting", "reached", "interview_booked"),
    "no_show": ("contacting", "reached", "interview_booked", "no_show"),
    "gave_up": ("contacting", "reached", "interview_booked", "no_show", "gave_up"),
    "interviewed": ("contacting", "reached", "interview_booked", "interviewed"),
    "passed": ("contacting", "reached", "interview_booked", "interviewed", "passed"),
    "failed": ("contacting", "reached", "interview_booked", "interviewed", "failed"),
    "declined": ("contacting", "reached", "interview_booked", "interviewed", "passed", "declined"),
    "hired": ("contacting", "reached", "interview_booked", "interviewed", "passed", "hired"),
    "left": ("contacting", "reached", "interview_booked", "interviewed", "passed", "hired", "left"),
}


def test_the_paths_lead_to_every_state() -> None:
    assert set(STEPS) == {"new", "withdrawn", *PATHS}


@pytest.mark.parametrize("status", sorted(PATHS))
@given(agreed=call_times, after=st.integers(0, DAY))
def test_undoing_a_step_at_once_leaves_all_as_it_was(status: str, agreed: int, after: int) -> None:
    book = HrBook()
    *before, last = PATHS[status]
    for step in before:
        _go(book, step)
    book.act(SetFollowUp, call_after=agreed)
    old, slots, seats = book.row(), book.slot(), book.vacancy("j")
    _go(book, last, at=NOW + after)
    book.act(UndoStep, reason="按错了", at=NOW + after)
    new = book.row()
    assert replace(old, owner="", handling=_without_trace(old)) == replace(new, owner="", handling=_without_trace(new))
    assert (slots, seats.accepted if seats else 0) == (book.slot(), getattr(book.vacancy("j"), "accepted", 0))


def _go(book: HrBook, status: str, at: int = NOW) -> None:
    if status == "interview_booked":
        book.act(BookInterview, slot_id="s", at=at)
    else:
        book.act(SetApplicationStatus, status=status, at=at, exit_reason="quit" if status == "left" else "")


def _without_trace(row: Application) -> Any:
    return replace(row.handling, before="", earlier=Earlier(), owned_since=0)
