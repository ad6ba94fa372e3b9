"""The states of an application: only the listed steps are possible."""

from __future__ import annotations

from itertools import product

import pytest

from kzg_desktop.domain.states import CLOSED, STEPS, may_step, may_undo


@pytest.mark.parametrize(
    ("from_", "to"),
    [("new", "contacting"), ("contacting", "reached"), ("no_show", "interview_booked"), ("hired", "left")],
)
def test_steps_of_the_trade(from_: str, to: str) -> None:
    assert may_step(from_, to)


@pytest.mark.parametrize(("from_", "to"), [("new", "hired"), ("left", "hired"), ("new", "new"), ("nowhere", "new")])
def test_no_shortcuts(from_: str, to: str) -> None:
    assert not may_step(from_, to)


def test_every_state_but_withdrawn_can_be_withdrawn() -> None:
    assert {state for state in STEPS if state != "withdrawn"} == {s for s in STEPS if may_step(s, "withdrawn")}


def test_every_step_leads_to_a_known_state() -> None:
    assert set() == {to for targets in STEPS.values() for to in targets} - set(STEPS)


def test_nothing_follows_withdrawal() -> None:
    assert [] == [to for from_, to in product(["withdrawn"], STEPS) if may_step(from_, to)]


def test_every_state_can_be_reached_from_new() -> None:
    reached, waiting = set[str](), ["new"]
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting += [to for to in STEPS if may_step(state, to) and to not in reached]
    assert set(STEPS) == reached


def test_the_steps_are_those_of_the_trade_and_no_others() -> None:
    expected = """
        new: contacting invalid
        contacting: reached unreachable invalid
        unreachable: contacting
        reached: interview_booked considering not_interested
        considering: reached
        not_interested: reached
        interview_booked: interviewed no_show
        no_show: interview_booked gave_up
        interviewed: passed failed gave_up
        passed: hired declined
        hired: left
    """
    told = dict(line.split(": ") for line in expected.strip().splitlines())
    table = {state.strip(): set(targets.split()) for state, targets in told.items()}
    assert table == {state: set(targets) for state, targets in STEPS.items() if targets}


def test_nothing_but_a_talk_leads_out_of_a_closed_state() -> None:
    assert {"not_interested"} == {state for state in CLOSED if STEPS[state]}


@pytest.mark.parametrize(("from_", "to"), [("withdrawn", "new"), ("reached", ""), ("reached", "reached"), ("new", "x")])
def test_there_is_no_way_back_from_withdrawal_or_to_nowhere(from_: str, to: str) -> None:
    assert not may_undo(from_, to)
