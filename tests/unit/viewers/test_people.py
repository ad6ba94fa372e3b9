"""The invented viewers: plausible, repeatable, and in the shares asked for."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from kzg_desktop.domain.phones import normal_phone
from kzg_desktop.domain.signup import InvalidSignUp, read_sign_up
from kzg_desktop.viewers.people import Mix, Viewer, mistaken, visits

CALM = Mix(returning=0, double_taps=0, mistakes=0)


def some(count: int, mix: Mix, seed: int = 7) -> list:
    return list(islice(visits(seed, mix), count))


def form(viewer: Viewer, consent: str = "yes") -> dict[str, str]:
    return {
        "name": viewer.name,
        "phone": viewer.phone,
        "age_band": viewer.age_band,
        "city": viewer.city,
        "consent": consent,
    }


def test_the_same_seed_gives_the_same_people() -> None:
    assert some(200, Mix()) == some(200, Mix())
    assert some(20, Mix()) != some(20, Mix(), seed=8)


def test_everybody_can_sign_up_and_has_a_number_of_their_own() -> None:
    viewers = [visit.viewer for visit in some(3000, CALM)]
    for viewer in viewers:
        assert viewer.phone == read_sign_up(form(viewer), today=date(2026, 8, 26)).phone
    assert 3000 == len({viewer.phone for viewer in viewers})
    assert {viewer.phone for viewer in viewers} == {normal_phone(viewer.phone) for viewer in viewers}


def test_shares_are_kept() -> None:
    crowd = some(5000, Mix(returning=0.1, double_taps=0.2, mistakes=0.3, corrections=0.5))
    assert (500, 1000, 1500) == tuple(
        round(count / 500) * 500
        for count in (
            sum(visit.returning for visit in crowd),
            sum(visit.taps == 2 for visit in crowd),
            sum(bool(visit.mistake) for visit in crowd),
        )
    )


def test_no_mistakes_where_none_are_wanted() -> None:
    assert {("", 1, False)} == {(visit.mistake, visit.taps, visit.returning) for visit in some(500, CALM)}


@pytest.mark.parametrize("mistake", ["short_phone", "letters_in_phone", "no_name"])
def test_each_mistake_is_refused_by_the_form(mistake) -> None:
    for visit in some(50, CALM):
        with pytest.raises(InvalidSignUp):
            read_sign_up(form(mistaken(visit.viewer, mistake)), today=date(2026, 8, 26))


def test_a_forgotten_consent_leaves_the_fields() -> None:
    viewer = some(1, CALM)[0].viewer
    assert viewer == mistaken(viewer, "no_consent")
