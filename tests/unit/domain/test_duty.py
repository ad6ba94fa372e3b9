"""What HR has to do next, and by when."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.duty import Duty, duty_of, with_due
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, Handling
from kzg_desktop.domain.states import CLOSED, STEPS
from kzg_desktop.domain.views import VIEWS, Moment, in_view
from tests.unit.domain.hr import DAY, HOUR, MINUTE, NOW, applicant

RULES = DeskRules(id="o", employer_id="o")


def row(status: str, *, appointment_at: int = 0, **handling: Any) -> Application:
    return applicant(status=status, appointment_at=appointment_at, handling=Handling(**handling))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (row("new"), Duty("call", NOW + 5 * MINUTE)),
        (row("new", call_after=NOW + HOUR), Duty("call_back", NOW + HOUR)),
        (row("contacting", called_at=NOW), Duty("retry", NOW + 2 * HOUR)),
        (row("contacting", since=NOW), Duty("retry", NOW + 2 * HOUR)),
        (row("unreachable", since=NOW, called_at=NOW + HOUR), Duty("retry", NOW + 3 * HOUR)),
        (row("reached", since=NOW), Duty("follow_up", NOW + DAY)),
        (row("reached", since=NOW, called_at=NOW + HOUR), Duty("follow_up", NOW + HOUR + DAY)),
        (row("considering", since=NOW, call_after=NOW + 3 * DAY), Duty("call_back", NOW + 3 * DAY)),
        (row("no_show", since=NOW, called_at=NOW + HOUR), Duty("follow_up", NOW + HOUR + DAY)),
        (row("no_show", since=NOW, call_after=NOW + HOUR), Duty("call_back", NOW + HOUR)),
        (row("interviewed", since=NOW, called_at=NOW + HOUR), Duty("decide", NOW + DAY)),
        (row("passed", since=NOW), Duty("start", NOW + DAY)),
        (row("passed", since=NOW, starts_on=NOW + 9 * DAY), Duty("start", NOW + 9 * DAY)),
        (row("passed", since=NOW, starts_on=NOW + 9 * DAY, call_after=NOW + DAY), Duty("call_back", NOW + DAY)),
        (row("passed", since=NOW, starts_on=NOW + DAY, call_after=NOW + 2 * DAY), Duty("start", NOW + DAY)),
        (row("hired", starts_on=NOW), Duty("milestone", NOW + 7 * DAY, 7)),
        (row("hired", starts_on=NOW, milestone=7), Duty("milestone", NOW + 15 * DAY, 15)),
        (row("hired", since=NOW, milestone=15), Duty("milestone", china_midnight(NOW) + 30 * DAY, 30)),
        (row("hired", starts_on=NOW, milestone=30), None),
        (row("interview_booked", since=NOW), Duty("follow_up", NOW + DAY)),
    ],
)
def test_each_state_has_its_duty(made: Application, expected: Duty | None) -> None:
    assert expected == duty_of(made, RULES)
    assert (expected.due_at if expected else 0) == with_due(made, RULES).due_at


def test_an_interview_is_reminded_of_the_evening_before_and_two_hours_before() -> None:
    at = NOW + 2 * DAY  # 12:00
    evening, morning = china_midnight(at) - 6 * HOUR, at - 2 * HOUR
    booked = {"status": "interview_booked", "appointment_at": at, "since": NOW}
    assert Duty("remind", evening) == duty_of(row(**booked), RULES)
    assert Duty("remind", morning) == duty_of(row(**booked, reminded=1), RULES)
    assert Duty("arrival", at) == duty_of(row(**booked, reminded=2), RULES)


def test_a_reminder_whose_time_was_over_when_the_appointment_was_made_is_left_out() -> None:
    at = NOW + 3 * HOUR
    assert Duty("remind", at - 2 * HOUR) == duty_of(row("interview_booked", appointment_at=at, since=NOW), RULES)
    late = row("interview_booked", appointment_at=at, since=NOW + 2 * HOUR)
    assert Duty("arrival", at) == duty_of(late, RULES)


def test_nobody_is_reminded_of_an_interview_that_has_begun() -> None:
    at = NOW + 2 * DAY
    booked = row("interview_booked", appointment_at=at, since=NOW)
    assert "remind" == duty_of(booked, RULES, now=at - 1).kind  # type: ignore[union-attr]
    assert Duty("arrival", at) == duty_of(booked, RULES, now=at)


@given(st.sampled_from(sorted(STEPS)), st.integers(0, 2 * NOW), st.integers(0, 2 * NOW))
def test_only_what_is_open_has_a_duty(status: str, call_after: int, appointment_at: int) -> None:
    made = row(status, call_after=call_after, appointment_at=appointment_at)
    assert (status in CLOSED) == (duty_of(made, RULES) is None)


@given(st.sampled_from(sorted(STEPS)), st.integers(0, 2 * NOW), st.booleans())
def test_every_application_is_in_all_and_closed_ones_are_nobodys(status: str, appointment_at: int, mine: bool) -> None:
    made = with_due(applicant(status=status, appointment_at=appointment_at, owner="li" if mine else ""), RULES)
    views = {view for view in VIEWS if in_view(view, made, Moment("li", NOW))}
    assert "all" in views
    assert ("mine" in views) == (mine and status not in CLOSED)
    assert status not in CLOSED or views <= {"all", "closed", "quarantined"}


def test_nobody_signed_in_has_no_applications() -> None:
    assert not in_view("mine", applicant(), Moment("", NOW))


@pytest.mark.parametrize(("offset", "is_today"), [(-1, False), (0, True), (DAY - 1, True), (DAY, False)])
def test_interviews_today_are_those_of_the_day_in_china(offset: int, is_today: bool) -> None:
    made = row("interview_booked", appointment_at=china_midnight(NOW) + offset)
    assert is_today == in_view("interviews_today", made, Moment("li", NOW))
