"""To which card an application goes: exactly one, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.attribution import on_air_at
from kzg_desktop.review.attribution import attribute
from kzg_desktop.review.cards import card_results
from tests.unit.review.invented import MINUTE, T0, airing, any_segments, any_sent, application

SHOW = [airing("s1", "a", 0, 5), airing("s2", "b", 5, 10), airing("s3", "a", 12, 15)]


@pytest.mark.parametrize(
    ("minute", "job_id", "lag_s", "segment_id", "late", "other_job"),
    [
        (2, "a", 0, "s1", False, False),
        (2, "b", 0, "s1", False, True),
        (5, "a", 0, "s2", False, True),
        (5.5, "a", 60, "s1", True, False),  # still filling in the form of the card before
        (5.5, "c", 60, "s2", False, True),
        (5.5, "b", 60, "s2", False, False),
        (7, "a", 60, "s2", False, True),
        (10.5, "b", 0, None, False, False),
        (10.5, "b", 60, "s2", True, False),
        (10.5, "c", 60, "s2", True, True),
        (11.5, "b", 60, None, False, False),
        (-1, "a", 60, None, False, False),
        (15, "a", 0, None, False, False),
    ],
)
def test_each_case(
    minute: float, job_id: str, lag_s: int, segment_id: str | None, *, late: bool, other_job: bool
) -> None:
    [found] = attribute([application(1, minute, job_id)], SHOW, lag_s)
    assert (segment_id, late, other_job) == (found.segment and found.segment.id, found.late, found.other_job)


def test_a_rehearsal_was_seen_by_nobody() -> None:
    [found] = attribute([application(1, 2)], [airing("s1", "a", 0, 5, rehearsal=True)], 600)
    assert found.segment is None


@given(any_sent, any_segments(), st.sampled_from([0, 30, 120, 600]))
def test_nothing_is_counted_twice_and_nothing_dropped(sent, segments, lag_s) -> None:
    attributed = attribute(sent, segments, lag_s)
    assert sent == [one.sent for one in attributed]
    results = card_results(attributed, segments, until=T0 + 100 * MINUTE)
    assert sorted(one.n for one in sent) == sorted(one.n for result in results for one in result.sent)
    assert len({result.job_id for result in results}) == len(results)


@given(any_sent, any_segments())
def test_without_a_lag_it_is_what_was_on_air(sent, segments) -> None:
    for one in attribute(sent, segments):
        expected = on_air_at(segments, one.sent.at)
        assert (expected and expected.id) == (one.segment and one.segment.id)


@given(any_sent, any_segments(), st.integers(0, 600))
def test_the_order_of_segments_does_not_matter(sent, segments, lag_s) -> None:
    assert attribute(sent, segments, lag_s) == attribute(sent, segments[::-1], lag_s)


@given(any_sent, any_segments(), st.integers(1, 600))
def test_an_application_never_goes_to_a_card_that_left_before_the_lag(sent, segments, lag_s) -> None:
    for one in attribute(sent, segments, lag_s):
        if one.segment is not None and one.segment.ended_at is not None:
            assert one.sent.at < one.segment.ended_at + lag_s * 1000
        if one.segment is not None:
            assert one.segment.started_at <= one.sent.at
