"""What HR does about an application: steps, undo, calls, bookings, withdrawal."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kzg_desktop.domain.actions import (
    AddNote,
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
)
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import Handling, Wishes
from kzg_desktop.domain.states import STEPS
from tests.unit.domain.hr import DAY, HOUR, MINUTE, NOW, HrBook, applicant, refusal_of, slot


def step(book: HrBook, *statuses: str, id_: str = "a", **fields: Any) -> None:
    for status in statuses:
        book.act(SetApplicationStatus, id_, status=status, **fields)


def at_interview(*rows: Any) -> HrBook:
    """Return a book whose applicant has a place in the slot s."""
    book = HrBook(*rows)
    step(book, "contacting", "reached")
    book.act(BookInterview, slot_id="s")
    return book


# Claims


def test_the_first_claim_wins_and_the_second_learns_who_has_it() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li")
    assert "claimed" == book.refused(ClaimApplication, actor="zhao", at=NOW + MINUTE)
    assert "claimed" == book.refused(SetApplicationStatus, actor="zhao", status="contacting")
    assert "li" == book.row().owner
    assert ["claim"] == [entry.kind for entry in book.history()]


def test_a_claim_on_which_nothing_was_done_is_anybodys() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li")
    book.act(ClaimApplication, actor="zhao", at=NOW + 30 * MINUTE)
    assert "zhao" == book.row().owner


def test_claiming_again_keeps_it_for_longer_and_is_not_logged() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li")
    book.act(ClaimApplication, actor="li", at=NOW + 20 * MINUTE)
    assert "claimed" == book.refused(ClaimApplication, actor="zhao", at=NOW + 40 * MINUTE)
    assert 1 == len(book.history())


def test_what_the_owner_did_offline_does_not_shorten_the_claim_when_it_arrives() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li", at=NOW + 20 * MINUTE)
    book.act(RecordAttempt, actor="li", at=NOW, outcome="no_answer")
    assert NOW + 20 * MINUTE == book.handling().owned_since


def test_only_the_owner_lets_go() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li")
    assert [] == book.act(ReleaseApplication, actor="zhao")
    assert "li" == book.row().owner
    book.act(ReleaseApplication, actor="li")
    assert "" == book.row().owner


def test_taking_it_from_somebody_needs_a_reason_and_giving_it_to_its_owner_is_nothing() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li")
    assert "claimed" == book.refused(HandOver, actor="zhao", to="zhao")
    assert [] == book.act(HandOver, actor="li", to="li")
    book.act(HandOver, actor="zhao", to="zhao", reason="小李今天请假")
    assert "zhao" == book.row().owner
    assert ("li", "zhao", "小李今天请假") == (
        book.history()[-1].before,
        book.history()[-1].after,
        book.history()[-1].text,
    )
    assert "not-possible" == book.refused(HandOver, to="")


# Calls


@pytest.mark.parametrize(
    ("status", "outcome", "then"),
    [
        ("new", "answered", "reached"),
        ("unreachable", "answered", "reached"),
        ("new", "no_answer", "contacting"),
        ("new", "rejected", "contacting"),
        ("contacting", "empty_number", "invalid"),
        ("unreachable", "no_answer", "unreachable"),
        ("considering", "answered", "considering"),
        ("interview_booked", "no_answer", "interview_booked"),
        ("hired", "empty_number", "hired"),
    ],
)
def test_a_call_takes_an_application_further_only_where_it_waits_for_one(status: str, outcome: str, then: str) -> None:
    book = HrBook(applicant(status=status), slot())
    book.act(RecordAttempt, outcome=outcome)
    assert (then, 1, outcome) == (book.row().status, book.handling().attempts, book.handling().outcome)


def test_the_third_call_in_a_row_that_nobody_answers_makes_it_unreachable() -> None:
    book = HrBook()
    states = []
    for _ in range(3):
        book.act(RecordAttempt, outcome="no_answer")
        states.append(book.row().status)
    assert ["contacting", "contacting", "unreachable"] == states


def test_a_call_is_recorded_though_somebody_else_has_the_application_and_leaves_it_to_them() -> None:
    book = HrBook()
    book.act(ClaimApplication, actor="li")
    book.act(RecordAttempt, actor="zhao", outcome="answered", at=NOW + MINUTE)
    assert ("li", "reached", NOW) == (book.row().owner, book.row().status, book.handling().owned_since)


def test_a_call_told_of_late_leaves_what_came_of_a_later_one() -> None:
    book = HrBook()
    book.act(RecordAttempt, outcome="answered", at=NOW + HOUR, call_after=NOW + 5 * HOUR)
    book.act(RecordAttempt, outcome="no_answer", at=NOW)
    handling = book.handling()
    assert ("answered", 0, NOW + HOUR, NOW + 5 * HOUR) == (
        handling.outcome,
        handling.unanswered,
        handling.called_at,
        handling.call_after,
    )
    assert (2, NOW) == (handling.attempts, handling.first_called_at)


def test_an_agreed_time_stands_until_it_comes_or_somebody_answers() -> None:
    book = HrBook()
    book.act(SetFollowUp, call_after=NOW + 6 * HOUR)
    book.act(RecordAttempt, outcome="no_answer", at=NOW + HOUR)
    assert NOW + 6 * HOUR == book.handling().call_after
    book.act(RecordAttempt, outcome="no_answer", at=NOW + 6 * HOUR)
    assert 0 == book.handling().call_after
    book.act(SetFollowUp, call_after=NOW + 9 * HOUR)
    book.act(RecordAttempt, outcome="answered", at=NOW + 7 * HOUR)
    assert 0 == book.handling().call_after


def test_the_reason_for_a_quarantine_is_the_call_that_led_to_it() -> None:
    book = HrBook()
    step(book, "invalid", reason="不是本人")
    book.act(RecordAttempt, outcome="no_answer")
    assert ("invalid", "不是本人") == (book.row().status, book.handling().reason)


# Undo


def test_an_undo_needs_a_reason_and_goes_one_step_back() -> None:
    book = HrBook()
    step(book, "contacting", "reached", at=NOW + MINUTE)
    before = book.row()
    step(book, "not_interested", reason="嫌远", at=NOW + HOUR)
    assert "not-possible" == book.refused(UndoStep, reason=" ")
    book.act(UndoStep, reason="按错了", at=NOW + HOUR)
    expected = replace(
        before, handling=replace(before.handling, before="", earlier=Handling().earlier, owned_since=NOW + HOUR)
    )
    assert expected == book.row()
    assert "not-possible" == book.refused(UndoStep, reason="再来")


def test_a_call_recorded_wrongly_can_be_undone_and_calls_in_a_row_count_on() -> None:
    book = HrBook()
    for outcome in ("no_answer", "no_answer", "answered"):
        book.act(RecordAttempt, outcome=outcome)
    book.act(UndoStep, reason="按错了")
    assert ("contacting", 2) == (book.row().status, book.handling().unanswered)
    book.act(RecordAttempt, outcome="no_answer")
    assert "unreachable" == book.row().status


def test_undoing_a_booking_gives_the_place_back_and_brings_the_agreed_time_back() -> None:
    book = HrBook()
    step(book, "contacting", "reached")
    book.act(SetFollowUp, call_after=NOW + 3 * HOUR)
    book.act(BookInterview, slot_id="s")
    assert (1, 0) == (book.slot().booked, book.handling().call_after)
    book.act(UndoStep, reason="时间说错了")
    row = book.row()
    assert ("reached", 0, "", NOW + 3 * HOUR) == (
        row.status,
        row.appointment_at,
        row.handling.slot_id,
        row.handling.call_after,
    )
    assert 0 == book.slot().booked


def test_undoing_an_arrival_keeps_the_place() -> None:
    book = at_interview()
    step(book, "interviewed")
    assert 1 == book.slot().booked
    book.act(UndoStep, reason="登记错人")
    assert ("interview_booked", "s", 1) == (book.row().status, book.handling().slot_id, book.slot().booked)
    book.act(BookInterview, appointment_at=NOW + 5 * DAY)
    assert ("", 0) == (book.handling().slot_id, book.slot().booked)


def test_undoing_a_second_booking_goes_back_to_the_first_appointment() -> None:
    book = at_interview(applicant(), slot(), slot("t", starts_at=NOW + 4 * DAY))
    step(book, "no_show")
    book.act(BookInterview, slot_id="t")
    assert (0, 1) == (book.slot("s").booked, book.slot("t").booked)
    book.act(UndoStep, reason="不来了")
    assert ("no_show", NOW + 2 * DAY, "s") == (book.row().status, book.row().appointment_at, book.handling().slot_id)
    assert (1, 0) == (book.slot("s").booked, book.slot("t").booked)


def test_a_place_that_was_given_away_meanwhile_does_not_come_back() -> None:
    book = at_interview(applicant(), applicant("c"), slot(capacity=1), slot("t", starts_at=NOW + 4 * DAY))
    step(book, "no_show")
    book.act(BookInterview, slot_id="t")
    step(book, "contacting", "reached", id_="c")
    book.act(BookInterview, "c", slot_id="s")
    book.act(UndoStep, reason="不来了")
    assert ("no_show", NOW + 2 * DAY, "") == (book.row().status, book.row().appointment_at, book.handling().slot_id)
    assert (1, 0) == (book.slot("s").booked, book.slot("t").booked)


def test_undoing_the_end_of_an_employment_brings_everything_back() -> None:
    book = at_interview()
    step(book, "interviewed", "passed")
    step(book, "hired", starts_on=NOW + 3 * DAY)
    book.act(RecordMilestone, days=7)
    before = book.row()
    step(book, "left", exit_reason="quit", at=NOW + 20 * DAY)
    assert (NOW + 20 * DAY, "quit", 0) == (
        book.handling().left_at,
        book.handling().exit_reason,
        book.vacancy("j").accepted,  # type: ignore[union-attr]
    )
    book.act(UndoStep, reason="人还在", at=NOW + 21 * DAY)
    after = book.handling()
    assert ("hired", 0, "", before.handling.starts_on, 7) == (
        book.row().status,
        after.left_at,
        after.exit_reason,
        after.starts_on,
        after.milestone,
    )
    assert 1 == book.vacancy("j").accepted  # type: ignore[union-attr]


def test_the_review_sees_when_each_state_was_first_come_to_but_none_that_was_undone() -> None:
    book = at_interview()
    step(book, "no_show", at=NOW + HOUR)
    book.act(BookInterview, slot_id="s", at=NOW + 2 * HOUR)
    book.act(UndoStep, reason="x", at=NOW + 3 * HOUR)
    assert {"contacting": NOW, "reached": NOW, "interview_booked": NOW, "no_show": NOW + HOUR} == book.handling().steps
    other = HrBook()
    step(other, "contacting")
    other.act(UndoStep, reason="x")
    assert {} == other.handling().steps


# Steps


def test_a_step_is_compared_with_the_state_that_the_user_saw() -> None:
    book = HrBook()
    book.act(AddNote, text="会电焊")
    assert "" == book.refused(SetApplicationStatus, status="contacting", base_status="new")
    assert "conflict" == book.refused(SetApplicationStatus, status="contacting", base_status="new")


def test_a_first_day_is_a_day_and_that_of_the_hiring_unless_stated() -> None:
    book = at_interview()
    step(book, "interviewed", "passed")
    assert 0 == book.handling().starts_on
    step(book, "hired", at=NOW + HOUR)
    assert china_midnight(NOW) == book.handling().starts_on
    expected = at_interview()
    step(expected, "interviewed")
    step(expected, "passed", starts_on=NOW + DAY)
    step(expected, "hired", at=NOW + 3 * DAY)
    assert china_midnight(NOW + DAY) == expected.handling().starts_on


def test_milestones_are_recorded_once_and_in_order() -> None:
    book = HrBook(applicant(status="hired"))
    book.act(RecordMilestone, days=15)
    for days in (7, 15, 20):
        assert "not-possible" == book.refused(RecordMilestone, days=days)
    book.act(RecordMilestone, days=30)
    assert (30, 0) == (book.handling().milestone, book.row().due_at)


def test_an_interview_booked_without_a_time_holds_no_place_and_is_followed_up() -> None:
    book = at_interview()
    step(book, "no_show", "interview_booked")
    assert (0, "", 0) == (book.row().appointment_at, book.handling().slot_id, book.slot().booked)
    assert book.row().due_at > NOW


@pytest.mark.parametrize("at", [-1, 4_102_444_800_000, 10**30])
def test_a_time_that_cannot_be_meant_is_refused(at: int) -> None:
    book = HrBook()
    assert "bad-request" == book.refused(SetFollowUp, call_after=at)
    assert "bad-request" == book.refused(RecordAttempt, outcome="answered", call_after=at)
    step(book, "contacting", "reached")
    assert book.refused(BookInterview, appointment_at=at) in {"bad-request", "not-possible"}
    book.change(status="interviewed")
    assert "bad-request" == book.refused(SetApplicationStatus, status="passed", starts_on=at)
    assert "bad-request" == refusal_of(book, PutSlot(slot=slot("x", starts_at=at)))


@pytest.mark.parametrize("yuan", [-1, 10**30])
def test_a_wish_that_cannot_be_meant_is_refused(yuan: int) -> None:
    assert "bad-request" == HrBook().refused(SetWishes, wishes=Wishes(month_min_yuan=yuan))


# Interviews


def test_a_slot_takes_as_many_as_it_has_places_and_the_last_one_wins_nothing() -> None:
    book = HrBook(*(applicant(id_, status="reached") for id_ in "ace"), slot(capacity=2))
    book.act(BookInterview, "a", slot_id="s")
    book.act(BookInterview, "c", slot_id="s", actor="zhao")
    assert "slot-full" == book.refused(BookInterview, "e", slot_id="s")
    assert 2 == book.slot().booked
    book.act(BookInterview, "a", slot_id="s")
    assert 2 == book.slot().booked, "its own place is no second one"


def test_a_slot_of_another_employer_or_job_cannot_be_booked() -> None:
    book = HrBook(applicant(status="reached"), slot("t", job_id="j2"), slot("u", closed=True))
    assert "not-possible" == book.refused(BookInterview, slot_id="t")
    assert "slot-full" == book.refused(BookInterview, slot_id="u")
    assert "not-found" == book.refused(BookInterview, slot_id="none")
    assert "not-possible" == book.refused(BookInterview)


def test_a_booked_slot_stays_when_and_whom_it_is_for() -> None:
    book = at_interview()
    for changed in (
        slot(starts_at=NOW + 3 * DAY),
        slot(job_id="j2"),
        replace(slot(), employer_id="p"),
        slot(capacity=0),
    ):
        assert "not-possible" == refusal_of(book, PutSlot(slot=changed))
    assert [replace(slot(capacity=9, place="二号门", closed=True), booked=1)] == book.do(
        PutSlot(slot=slot(capacity=9, place="二号门", closed=True))
    )
    assert "not-possible" == refusal_of(book, RemoveSlot(slot_id="s"))
    assert [] == book.do(RemoveSlot(slot_id="none"))


def test_a_slot_is_an_employers() -> None:
    assert "bad-request" == refusal_of(HrBook(), PutSlot(slot=replace(slot("x"), employer_id="")))


def test_two_who_remind_at_once_give_one_reminder() -> None:
    book = at_interview()
    seen = {"nth": 1, "appointment_at": book.row().appointment_at}
    book.act(MarkReminded, actor="li", **seen)
    book.act(MarkReminded, actor="zhao", **seen)
    assert 1 == book.handling().reminded
    assert 2 == len([entry for entry in book.history() if entry.kind == "reminder"])
    assert "li" == book.row().owner, "a colleague's reminder takes nothing away"


def test_a_reminder_of_an_appointment_that_was_moved_meanwhile_does_not_count() -> None:
    book = at_interview(applicant(), slot(), slot("t", starts_at=NOW + 4 * DAY))
    seen = book.row().appointment_at
    book.act(BookInterview, slot_id="t")
    book.act(MarkReminded, nth=1, appointment_at=seen)
    assert 0 == book.handling().reminded
    assert seen == book.history()[-1].about


# Withdrawal


@pytest.mark.parametrize("status", ["new", "reached", "passed", "hired", "failed", "invalid"])
def test_a_withdrawal_is_never_refused_whoever_works_on_it(status: str) -> None:
    book = HrBook(applicant(status=status))
    book.act(ClaimApplication, actor="li")
    book.act(SetApplicationStatus, actor="zhao", status="withdrawn", base_status="contacting", reason="来电撤回")
    row = book.row()
    assert ("withdrawn", "", 0, "来电撤回") == (row.status, row.owner, row.due_at, row.handling.reason)


def test_a_withdrawal_gives_place_and_seat_back() -> None:
    book = at_interview()
    step(book, "interviewed", "passed", "withdrawn")
    assert (0, 0) == (book.slot().booked, book.vacancy("j").accepted)  # type: ignore[union-attr]
    assert ("", 0, "") == (book.handling().slot_id, book.row().appointment_at, book.handling().before)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ClaimApplication, {}),
        (HandOver, {"to": "zhao", "reason": "x"}),
        (SetFollowUp, {"call_after": NOW + DAY}),
        (SetWishes, {"wishes": Wishes(shift="day")}),
        (BookInterview, {"slot_id": "s"}),
        (MarkReminded, {}),
        (RecordMilestone, {"days": 7}),
        (UndoStep, {"reason": "x"}),
        (AssignApplication, {"job_id": "j2"}),
        (RecordAttempt, {"outcome": "answered", "at": NOW + HOUR}),
        (SetApplicationStatus, {"status": "new"}),
    ],
)
def test_nothing_is_processed_after_a_withdrawal(kind: type[Any], fields: dict[str, Any]) -> None:
    book = HrBook()
    step(book, "withdrawn")
    assert "not-possible" == book.refused(kind, **fields)


def test_notes_and_the_log_of_accesses_go_on_after_a_withdrawal() -> None:
    book = HrBook()
    step(book, "withdrawn")
    book.act(AddNote, text="已书面确认删除时间")
    book.act(LogContact, access="reveal")
    assert ("已书面确认删除时间", "", 0) == (book.row().notes, book.row().owner, book.row().due_at)
    assert ["status", "note", "reveal"] == [entry.kind for entry in book.history()]


def test_a_call_from_before_the_withdrawal_is_told_of_and_changes_nothing() -> None:
    book = HrBook()
    step(book, "withdrawn", at=NOW + HOUR)
    before = book.row()
    book.act(RecordAttempt, outcome="answered", at=NOW)
    assert before == book.row()
    assert ["status", "attempt"] == [entry.kind for entry in book.history()]


# Another job


def test_another_employer_gets_nothing_of_what_the_first_one_knew() -> None:
    book = at_interview()
    book.act(AddNote, text="会开叉车")
    book.act(AssignApplication, consent_confirmed=True, job_id="k", at=NOW + HOUR)
    row = book.row()
    assert ("p", "new", "", "", 0, Handling(since=NOW + HOUR)) == (
        row.employer_id,
        row.status,
        row.owner,
        row.notes,
        row.appointment_at,
        row.handling,
    )
    assert 0 == book.slot().booked
    assert {"o"} == {entry.employer_id for entry in book.history()}


def _accepted(book: HrBook, job_id: str) -> int:
    vacancy = book.vacancy(job_id)
    return vacancy.accepted if vacancy is not None else 0


MOVABLE = [status for status in STEPS if status not in {"hired", "left", "withdrawn"}]


@pytest.mark.parametrize("status", MOVABLE)
def test_no_state_tells_another_employer_what_the_first_one_thought(status: str) -> None:
    handling = Handling(since=NOW, starts_on=NOW + 5 * DAY, reason="x", attempts=3, outcome="answered", unanswered=1)
    book = HrBook(applicant(status=status, handling=handling))
    book.act(AssignApplication, consent_confirmed=True, job_id="k", at=NOW + HOUR)
    there = book.row()
    blank = applicant(status="invalid" if status == "invalid" else "new", handling=Handling(since=NOW + HOUR))
    assert (blank.status, blank.handling, "") == (there.status, there.handling, there.owner)


def test_a_moved_applicant_is_to_be_called_in_time_from_then_on() -> None:
    book = HrBook(applicant(status="passed"))
    book.act(AssignApplication, consent_confirmed=True, job_id="k", at=NOW + DAY)
    assert NOW + DAY + 5 * MINUTE == book.row().due_at


def test_a_seat_is_not_taken_along_to_another_employer() -> None:
    book = at_interview()
    step(book, "interviewed", "passed")
    assert 1 == _accepted(book, "j")
    book.act(AssignApplication, consent_confirmed=True, job_id="k")
    assert (0, 0) == (_accepted(book, "j"), _accepted(book, "k"))


def test_another_employer_needs_the_persons_word() -> None:
    book = HrBook()
    assert "not-possible" == book.refused(AssignApplication, job_id="k")
    recorded = decode_action(b'{"kind":"application.assign","application_id":"a","base_rev":1,"job_id":"k"}')
    assert "not-possible" == refusal_of(book, recorded)


@pytest.mark.parametrize("status", ["hired", "left"])
def test_an_employment_stays_with_its_employer(status: str) -> None:
    book = HrBook(applicant(status=status))
    assert "not-possible" == book.refused(AssignApplication, consent_confirmed=True, job_id="k")
    assert "" == book.refused(AssignApplication, job_id="j2")


def test_within_an_employer_all_stays_but_a_place_in_a_slot_for_the_other_job() -> None:
    book = at_interview(applicant(), slot(job_id="j"))
    book.act(AssignApplication, job_id="j2")
    row = book.row()
    assert ("j2", "interview_booked", NOW + 2 * DAY, "", 0, "li") == (
        row.job_id,
        row.status,
        row.appointment_at,
        row.handling.slot_id,
        book.slot().booked,
        row.owner,
    )
    common = at_interview()
    common.act(AssignApplication, job_id="j2")
    assert ("s", 1) == (common.handling().slot_id, common.slot().booked)
