"""Cards, the course of a broadcast, promises, and which card should open the next show."""

from __future__ import annotations

import pytest

from kzg_desktop.domain.entities import AirEvent, Broadcast, Pay
from kzg_desktop.domain.figures import Viewers
from kzg_desktop.review.attribution import attribute
from kzg_desktop.review.cards import card_results
from kzg_desktop.review.desk import figure_actions
from kzg_desktop.review.facts import BroadcastFacts
from kzg_desktop.review.figures import Figures
from kzg_desktop.review.opener import opener
from kzg_desktop.review.promises import broken_promises
from kzg_desktop.review.timeline import moment_at, timeline
from tests.unit.review.invented import MINUTE, T0, airing, application, card

SHOW = [airing("s1", "a", 0, 5), airing("s2", "b", 5, 10), airing("s3", "a", 10, 12)]


def results(sent, **options):
    return card_results(attribute(sent, SHOW), SHOW, until=T0 + 12 * MINUTE, **options)


def test_a_card_is_one_over_all_its_airings() -> None:
    sent = [application(1, 1), application(2, 6, "a"), application(3, 11), application(4, 20, "b")]
    a, b, none = results(sent, costs={"a": 100})
    assert ("a", 2, 7 * 60, [1, 3], 3, 50.0) == (
        a.job_id,
        a.airings,
        a.on_air_s,
        [one.n for one in a.sent],
        a.named,
        a.cost_each_yuan,
    )
    assert ("b", [2], 1, None) == (b.job_id, [one.n for one in b.sent], b.named, b.cost_yuan)
    assert ("", [4], None) == (none.job_id, [one.n for one in none.sent], none.per_minute)
    assert 2 / 7 == a.per_minute
    assert (2, 4) == (a.share.part, a.share.whole)


def test_a_card_without_applications_is_there_and_one_still_on_air_has_its_time() -> None:
    show = [airing("s1", "a", 0, None)]
    [found] = card_results([], show, until=T0 + 3 * MINUTE)
    assert (180, 0, 0.0) == (found.on_air_s, len(found.sent), found.per_minute)


def test_why_people_left() -> None:
    sent = [
        application(1, 1, status="left", exit_reason="quit"),
        application(2, 1, status="left", exit_reason="quit"),
        application(3, 1, status="left"),
    ]
    assert {"quit": 2, "other": 1} == results(sent)[0].exits


def test_the_card_that_should_open() -> None:
    many = [application(n, 1) for n in range(200)] + [application(500 + n, 6, "b") for n in range(40)]
    found = opener(results(many))
    assert found is not None
    assert ("a", True) == (found.card.job_id, found.sure)
    assert found.than is not None
    assert "b" == found.than.job_id
    assert opener(results([application(1, 1), application(2, 6, "b")])) is None


def facts(sent, events=()):
    return BroadcastFacts(broadcast=Broadcast(id="b1", title="第 1 场"), segments=SHOW, events=events, sent=sent)


def test_the_course_of_a_broadcast() -> None:
    event = AirEvent(id="e1", broadcast_id="b1", kind="clear", at=T0 + 12 * MINUTE, mode="on_air")
    course = timeline(
        facts([application(1, 0.5), application(2, 0.9), application(3, 7), application(4, 3000)], [event])
    )
    assert (T0, [2, 0, 0, 0, 0, 0, 0, 1], 1) == (course.start, list(course.minutes[:8]), course.outside)
    assert 4 == sum(course.minutes) + course.outside
    assert [("s1", 0, 5), ("s2", 5, 10), ("s3", 10, 12)] == [
        (band.segment.id, (band.start - T0) // MINUTE, (band.end - T0) // MINUTE) for band in course.bands
    ]
    assert (event,) == course.marks


@pytest.mark.parametrize(
    ("sent_at", "ended_at", "minutes", "outside"),
    [
        ((1, 2), None, 13, 0),  # nothing after the last card: nothing is shown after it
        ((1, 13, 20), None, 21, 0),
        ((1, 13, 40), None, 14, 1),  # long after
        ((1, *range(13, 60, 5)), None, 24, 7),  # on and on: not longer than the broadcast was
        ((1,), 15, 16, 0),  # an event follows, too
    ],
)
def test_the_course_goes_on_as_long_as_something_follows(sent_at, ended_at, minutes, outside) -> None:
    events = []
    if ended_at is not None:
        events.append(AirEvent(id="e1", broadcast_id="b1", kind="mode", at=T0 + ended_at * MINUTE, mode="prepare"))
    course = timeline(facts([application(n, at) for n, at in enumerate(sent_at)], events))
    assert (minutes, outside) == (len(course.minutes), course.outside)
    assert len(sent_at) == sum(course.minutes) + course.outside


def test_a_broadcast_without_anything_has_an_empty_course() -> None:
    course = timeline(BroadcastFacts(broadcast=Broadcast(id="b1", title="空", starts_at=T0)))
    assert ((), 0) == (course.minutes, course.outside)


def test_any_moment_shows_what_was_so_then() -> None:
    sent = [application(1, 1), application(2, 4), application(3, 6)]
    found = moment_at(facts(sent), T0 + 5 * MINUTE)
    assert ("s2", 2, [2, 1]) == (found.segment and found.segment.id, found.total, [one.n for one in found.latest])
    assert (None, 3) == (
        moment_at(facts(sent), T0 + 60 * MINUTE).segment,
        moment_at(facts(sent), T0 + 60 * MINUTE).total,
    )


def test_promises_that_changed_since_the_airing() -> None:
    aired = airing(
        "s1", "a", 0, 5, pay=Pay(month_min_yuan=6000, month_max_yuan=8000), lodging="免费四人间", shift="白班"
    )
    job = card("a", pay=Pay(month_min_yuan=5500, month_max_yuan=8000), lodging="", shift="两班倒", board="免费三餐")
    found = {promise.field: promise for promise in broken_promises(aired, job)}
    assert {"month_min_yuan", "lodging", "shift", "board"} == set(found)
    assert (6000, 5500, True, True) == (
        found["month_min_yuan"].said,
        found["month_min_yuan"].now,
        found["month_min_yuan"].weighty,
        found["month_min_yuan"].worse,
    )
    assert (True, None, False) == (found["lodging"].worse, found["shift"].worse, found["board"].worse)
    assert [] == broken_promises(aired, aired.card)
    assert [] == broken_promises(aired, None)


class Told:
    """A desk that knows some figures."""

    def viewers(self, _broadcast_id: str) -> Viewers | None:
        return Viewers(id="b1", views=10)

    def card_costs(self, _broadcast_id: str) -> dict[str, int]:
        return {"a": 100, "b": 50}

    def may(self, _permission: str) -> bool:
        return True


def test_only_new_figures_are_kept() -> None:
    figures = Figures(broadcast_id="b1", views=10, costs={"a": 100, "c": 70})
    assert [("b", None), ("c", 70)] == [(action.job_id, action.cost_yuan) for action in figure_actions(Told(), figures)]
    [viewers] = figure_actions(Told(), Figures(broadcast_id="b1", views=11, costs={"a": 100, "b": 50}))
    assert Viewers(id="b1", views=11) == viewers.viewers
