"""Minutes of airings, totals spread, a moment in figures, and figures typed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.errors import InvalidInput
from kzg_desktop.review.airings import card_minutes
from kzg_desktop.review.attribution import attribute
from kzg_desktop.review.facts import BroadcastFacts
from kzg_desktop.review.figures import read_viewers
from kzg_desktop.review.funnel import funnel
from kzg_desktop.review.reading import Totals
from kzg_desktop.review.spread import merged, totals_funnel, totals_funnels
from kzg_desktop.review.stages import STAGES, reached_rank
from kzg_desktop.review.standing import standing_at
from kzg_desktop.review.timeline import timeline
from kzg_desktop.review.whole import review
from tests.unit.review.invented import MINUTE, T0, airing, any_segments, any_sent, application

SHOW = [airing("s1", "a", 0, 2), airing("s2", "b", 2, 4), airing("s3", "a", 4, 6)]


def test_minutes_of_all_airings_of_a_card() -> None:
    sent = [application(1, 0.5), application(2, 1.9), application(3, 5), application(4, 6.5), application(5, 3, "b")]
    a, b = card_minutes(attribute(sent, SHOW, 60), SHOW, until=T0)
    assert ("a", (1, 1, 0, 1), (0, 2), 1) == (a.job_id, a.minutes, a.begins, a.late)
    assert ("b", (0, 1), (0,), 0) == (b.job_id, b.minutes, b.begins, b.late)


@given(any_sent, any_segments(), st.sampled_from([0, 60, 600]))
def test_minutes_drop_nothing(sent, segments, lag_s) -> None:
    attributed = attribute(sent, segments, lag_s)
    found = card_minutes(attributed, segments, until=T0 + 100 * MINUTE)
    assert sum(one.segment is not None for one in attributed) == sum(sum(c.minutes) + c.late for c in found)


def test_totals_by_broadcast_are_totals_by_host() -> None:
    by_broadcast = {
        "b1": Totals(total=15, stages={"signed_up": 15, "reached": 5}),
        "b2": Totals(total=30, stages={"signed_up": 30, "reached": 3}),
        "b3": Totals(total=50, stages={"signed_up": 50}),
    }
    by_host = merged(by_broadcast, lambda id_: "阿强" if id_ == "b3" else "小周")
    assert ["阿强", "小周"] == [made.name for made in totals_funnels(by_host)]
    assert (45, 8, 0) == tuple(step.count for step in totals_funnels(by_host)[1].steps[:3])
    assert 15 == by_broadcast["b1"].total


def test_totals_make_the_funnel_that_the_applications_make() -> None:
    sent = [application(n, 0, status=status) for n, status in enumerate(["new", "reached", "hired", "failed"])]
    totals = Totals(
        total=4, stages={stage: sum(reached_rank(one) >= rank for one in sent) for rank, stage in enumerate(STAGES)}
    )
    expected = [(step.count, step.of_before, step.of_all) for step in funnel(sent).steps]
    assert expected == [(step.count, step.of_before, step.of_all) for step in totals_funnel("", totals).steps]


def test_a_moment_in_figures() -> None:
    sent = [application(1, 0.5), application(2, 0.7), application(3, 5), application(4, 5.2)]
    viewers = ((T0, 100), (T0 + 3 * MINUTE, 300))
    facts = BroadcastFacts(broadcast=Broadcast(id="b1", title="x"), segments=SHOW, sent=sent, viewers=viewers)
    whole = review(facts, {}, now=T0 + 60 * MINUTE)
    at = T0 + 5 * MINUTE + 5_000
    found = standing_at(timeline(facts), whole.cards, SHOW[2], at)
    assert (2, 3, 2, 300) == (found.minute, found.of_card, found.shown, found.viewers)
    before = standing_at(whole.course, whole.cards, None, T0 - MINUTE)
    assert (0, 0, 0, None) == (before.minute, before.of_card, before.shown, before.viewers)


EIGHT = china_midnight(T0) + 20 * 3_600_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minute,viewers\n0,1200\n1,1300", [(EIGHT, 1200), (EIGHT + MINUTE, 1300)]),
        ("\ufeff时间\t在线\n20:05\t3.5万", [(EIGHT + 5 * MINUTE, 35_000)]),
        ('20:00,"1,200"\n00:10,12k', [(EIGHT, 1200), (EIGHT + 250 * MINUTE, 12_000)]),
        ("2026-09-01 20:01:30,7\n\n20:00,5\n20:01,8", [(EIGHT, 5), (EIGHT + MINUTE, 8)]),
    ],
)
def test_viewers_from_a_table(text: str, expected: list) -> None:
    assert expected == read_viewers(text, EIGHT)


@pytest.mark.parametrize("text", ["", "minute,viewers", "0,5\nx,7", "0,5\n25:00,7", "0,5\n3"])
def test_what_is_no_table_of_viewers(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_viewers(text, EIGHT)
