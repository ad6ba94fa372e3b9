"""Seats of a job: what is left, and who takes one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzg_desktop.domain.actions import AssignApplication, SetApplicationStatus, SetVacancy
from kzg_desktop.domain.entities import Application, Vacancy, VacancyState, Versioned
from kzg_desktop.domain.states import ACCEPTED, STEPS, may_step
from kzg_desktop.domain.vacancy import is_full, seats_left
from kzg_desktop.errors import Refusal
from tests.unit.domain.book import CARD, OTHER, MemoryBook

APPLICATION = Application(
    id="a",
    n=1,
    broadcast_id="b",
    job_id="j",
    employer_id="o",
    job_title="装配工",
    received_at=0,
    name="王**",
    phone="138****8000",
)


def book(**fields: str) -> MemoryBook:
    return MemoryBook(CARD, OTHER, replace(APPLICATION, **fields))


def step(made: MemoryBook, status: str, id_: str = "a") -> None:
    found = made.get("application", id_)
    assert found is not None
    made.do(SetApplicationStatus(application_id=id_, base_rev=found.rev, status=status))


def accepted(made: MemoryBook, job_id: str = "j") -> int | None:
    vacancy = made.vacancy(job_id)
    return None if vacancy is None else vacancy.accepted


def test_passing_takes_a_seat_being_hired_keeps_it_and_leaving_gives_it_back() -> None:
    made = book(status="interviewed")
    step(made, "passed")
    assert Vacancy(id="j", employer_id="o", accepted=1) == made.vacancy("j")
    step(made, "hired")
    assert 1 == accepted(made)
    step(made, "left")
    assert 0 == accepted(made)


@pytest.mark.parametrize(("from_", "to"), [("passed", "declined"), ("passed", "withdrawn"), ("hired", "withdrawn")])
def test_who_declines_or_withdraws_gives_the_seat_back(from_: str, to: str) -> None:
    made = book(status=from_)
    made.do(SetVacancy(job_id="j", state="open"))
    made.rows["vacancy", "j"] = replace(made.rows["vacancy", "j"], row=Vacancy(id="j", employer_id="o", accepted=2))
    step(made, to)
    assert 1 == accepted(made)


def test_steps_before_acceptance_say_nothing_about_seats() -> None:
    made = book()
    for status in ("contacting", "reached", "interview_booked", "interviewed", "failed"):
        step(made, status)
    assert None is accepted(made)


def test_an_accepted_applicant_takes_the_seat_along_to_another_job() -> None:
    made = book(status="interviewed")
    made.rows["job", "j2"] = Versioned(1, replace(CARD, id="j2"))
    step(made, "passed")
    made.do(AssignApplication(application_id="a", base_rev=2, job_id="j2"))
    assert (0, 1) == (accepted(made), accepted(made, "j2"))
    made.do(AssignApplication(application_id="a", base_rev=3, job_id="j2"))
    assert (0, 1) == (accepted(made), accepted(made, "j2"))
    made.do(AssignApplication(application_id="a", base_rev=4, job_id="k", consent_confirmed=True))
    assert (0, 0) == (accepted(made, "j2"), accepted(made, "k") or 0), "another employer has accepted nobody yet"


def test_an_applicant_who_is_not_accepted_moves_without_a_seat() -> None:
    made = book()
    made.do(AssignApplication(application_id="a", base_rev=1, job_id="k", consent_confirmed=True))
    assert (None, None) == (accepted(made), accepted(made, "k"))


def test_an_acceptance_for_a_job_that_is_gone_is_no_obstacle() -> None:
    made = MemoryBook(replace(APPLICATION, status="interviewed"))
    step(made, "passed")
    assert None is accepted(made)


MOVES = st.one_of(
    st.tuples(st.just("status"), st.sampled_from(["a", "b"]), st.sampled_from(sorted(STEPS))),
    st.tuples(st.just("job"), st.sampled_from(["a", "b"]), st.sampled_from(["j", "k"])),
    st.tuples(st.just("vacancy"), st.sampled_from(["open", "paused", "filled"]), st.sampled_from(["j", "k"])),
)


@given(st.lists(MOVES, max_size=40), st.sampled_from(["new", "interviewed", "passed"]))
def test_what_is_counted_is_what_is_accepted_and_never_less_than_nothing(
    moves: list[tuple[str, str, str]], start: str
) -> None:
    made = MemoryBook(
        CARD, OTHER, replace(APPLICATION, status="interviewed"), replace(APPLICATION, id="b", status=start)
    )
    for kind, one, other in moves:
        found = made.get("application", one)
        try:
            if kind == "vacancy":
                made.do(SetVacancy(job_id=other, state=one, note="x"))  # type: ignore[arg-type]
            elif kind == "job":
                made.do(AssignApplication(application_id=one, base_rev=found.rev, job_id=other, consent_confirmed=True))
            else:
                made.do(SetApplicationStatus(application_id=one, base_rev=found.rev, status=other))
        except Refusal:
            continue
    for job_id in ("j", "k"):
        rows = [made.get("application", id_).row for id_ in ("a", "b")]
        seats = sum(row.job_id == job_id and row.status in ACCEPTED for row in rows)
        counted = accepted(made, job_id) or 0
        assert counted >= 0
        if start != "passed":  # accepted before anybody counted: its seat was never taken, and cannot be given back
            assert seats == counted


def test_accepting_is_a_step_that_some_states_allow() -> None:
    assert all(any(may_step(from_, to) for from_ in STEPS) for to in ACCEPTED)


@pytest.mark.parametrize(
    ("openings", "state", "taken", "left"),
    [
        (3, "open", 0, 3),
        (3, "open", 2, 1),
        (3, "open", 3, 0),
        (3, "open", 5, 0),
        (3, "paused", 1, 2),
        (3, "filled", 0, 0),
        (None, "open", 9, None),
        (None, "filled", 0, 0),
    ],
)
def test_seats_left(openings: int | None, state: VacancyState, taken: int, left: int | None) -> None:
    job = replace(CARD, total_job_openings=openings)
    vacancy = Vacancy(id="j", employer_id="o", state=state, accepted=taken)
    assert (left, left == 0) == (seats_left(job, vacancy), is_full(job, vacancy))


def test_a_job_that_nobody_spoke_of_has_all_its_seats() -> None:
    assert (2, False) == (seats_left(CARD, None), is_full(CARD, None))


def test_saying_how_a_job_is_filled_keeps_the_count_and_needs_the_job() -> None:
    made = book(status="interviewed")
    step(made, "passed")
    made.do(SetVacancy(job_id="j", state="paused", note="周一恢复"))
    assert Vacancy(id="j", employer_id="o", state="paused", accepted=1, note="周一恢复") == made.vacancy("j")
    with pytest.raises(Refusal):
        made.do(SetVacancy(job_id="none", state="open"))
