"""The states of an application: only the listed steps are possible."""

from __future__ import annotations

from itertools import product

import pytest

from kzg_desktop.domain.states import STEPS, may_step


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
