"""How many came how far, at what rate and in what time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.states import STEPS
from kzg_desktop.review.compare import compare, faster, tempo
from kzg_desktop.review.funnel import funnel, funnels_by
from kzg_desktop.review.rates import TOO_FEW, differ, rate
from kzg_desktop.review.stages import STAGES, reached_stage
from tests.unit.review.invented import MINUTE, T0, application


@pytest.mark.parametrize(
    ("stage", "fields"),
    [
        ("signed_up", {"status": "unreachable"}),
        ("reached", {"status": "not_interested"}),
        ("booked", {"status": "gave_up", "steps": {"interview_booked": 1, "no_show": 2}}),
        ("interviewed", {"status": "gave_up", "steps": {"interviewed": 1}}),
        ("interviewed", {"status": "failed"}),
        ("passed", {"status": "declined"}),
        ("hired", {"status": "hired"}),
        ("day15", {"status": "hired", "milestone": 15}),
        ("day7", {"status": "left", "milestone": 7, "exit_reason": "quit"}),
        ("reached", {"status": "withdrawn", "steps": {"considering": 1}}),
        ("signed_up", {"status": "withdrawn"}),
    ],
)
def test_how_far_an_application_came(stage: str, fields: dict) -> None:
    assert stage == reached_stage(application(1, 0, **fields))


def test_every_state_has_a_stage() -> None:
    for status in STEPS:
        assert reached_stage(application(1, 0, status=status)) in STAGES


def test_counts_rates_and_times() -> None:
    sent = [
        application(1, 0),
        application(2, 0, status="reached", first_call_at=T0 + 4 * MINUTE, steps={"reached": T0 + 4 * MINUTE}),
        application(
            3, 0, status="hired", milestone=7, first_call_at=T0 + 8 * MINUTE, steps={"reached": T0 + 10 * MINUTE}
        ),
        application(4, 0, status="contacting", first_call_at=T0 + 20 * MINUTE),
    ]
    found = funnel(sent, name="全部", views=400)
    assert [4, 2, 1, 1, 1, 1, 1, 0, 0] == [step.count for step in found.steps]
    assert (2, 4, 7 * 60) == (found.steps[1].of_before.part, found.steps[1].of_before.whole, found.steps[1].median_s)
    assert (8 * 60, 3) == (found.first_call_s, found.called)
    assert found.sign_up is not None
    assert (4, 400) == (found.sign_up.part, found.sign_up.whole)
    assert funnel(sent).sign_up is None
    assert (0, None) == (funnel([]).steps[0].count, funnel([]).first_call_s)


states = st.sampled_from(sorted(STEPS))


@given(st.lists(st.tuples(states, states, st.sampled_from([0, 7, 15, 30]), st.sampled_from("xyz")), max_size=60))
def test_a_funnel_only_narrows_and_groups_add_up(rows) -> None:
    sent = [
        application(n, 0, status=status, steps={before: 1}, milestone=milestone, city=city)
        for n, (status, before, milestone, city) in enumerate(rows)
    ]
    counts = [step.count for step in funnel(sent).steps]
    assert sorted(counts, reverse=True) == counts
    groups = funnels_by(sent, lambda one: one.city)
    assert counts == [sum(group.steps[i].count for group in groups) for i in range(len(STAGES))] or not sent


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_rate_lies_in_its_interval_and_the_interval_in_0_to_1(a: int, b: int) -> None:
    found = rate(min(a, b), max(a, b))
    assert 0 <= found.low <= found.high <= 1
    if found.value is not None:
        assert found.low - 1e-9 <= found.value <= found.high + 1e-9


def test_the_interval_is_wilsons() -> None:
    # 10 of 100: 0.0552 to 0.1744 (E. B. Wilson's formula by hand)
    found = rate(10, 100)
    assert (0.0552, 0.1744) == (round(found.low, 4), round(found.high, 4))


def test_few_cases_tell_nothing() -> None:
    assert differ(rate(1, TOO_FEW - 1), rate(900, 1000)) is None
    assert differ(rate(10, 1000), rate(900, 1000)) is True
    assert differ(rate(500, 1000), rate(501, 1000)) is False
    with pytest.raises(ValueError, match="no part"):
        rate(2, 1)


def test_tempos_are_compared_by_what_is_sure() -> None:
    assert faster(tempo(300, 600), tempo(100, 600)) is True
    assert faster(tempo(100, 600), tempo(300, 600)) is False
    assert faster(tempo(100, 600), tempo(105, 600)) is None
    assert faster(tempo(5, 60), tempo(300, 600)) is None


def test_the_best_of_several_is_named_only_when_it_is_better_than_all() -> None:
    def group(reached: int, total: int):
        return funnel([application(n, 0, status="reached" if n < reached else "new") for n in range(total)])

    assert 1 == compare([group(10, 100), group(60, 100), group(20, 100)])[0].best
    assert compare([group(58, 100), group(60, 100), group(20, 100)])[0].best is None
    assert compare([group(5, 10), group(0, 10)])[0].best is None
