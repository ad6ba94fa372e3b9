"""Who is who: the laws of joining, splitting and coming together."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import LinkKind, PersonLink
from kzg_desktop.domain.people import People, same_person_hint
from tests.unit.domain.hr import applicant

ROWS = [applicant(f"{phone}{n}", person_id=phone, n=n, received_at=n) for phone in "pqrs" for n in range(3)]
BY_ID = {row.id: row for row in ROWS}


def link(kind: LinkKind, *members: str, id_: str = "", note: str = "", employer_id: str = "o") -> PersonLink:
    return PersonLink(id=id_ or f"{kind}-{members}", employer_id=employer_id, kind=kind, members=members, note=note)


def person(people: People, application_id: str) -> str:
    return people.person_of(BY_ID[application_id])


same_links = st.builds(
    lambda members: link("same", *members),
    st.lists(st.sampled_from([*"pqrs", *BY_ID]), min_size=2, max_size=3, unique=True),
)
apart_links = st.builds(
    lambda members: link("apart", *members), st.lists(st.sampled_from(sorted(BY_ID)), min_size=1, max_size=2)
)
together_links = st.builds(
    lambda members: link("together", *members, note="同行"),
    st.lists(st.sampled_from([*"pqrs", *BY_ID]), min_size=2, max_size=3, unique=True),
)
links = st.lists(st.one_of(same_links, apart_links, together_links), max_size=6)


def test_one_phone_is_one_person_and_two_are_two() -> None:
    people = People([])
    assert "p" == person(people, "p0") == person(people, "p1")
    assert "q" == person(people, "q0")
    assert frozenset({"p"}) == people.ids_of("p")


def test_two_phones_of_one_human_are_joined() -> None:
    people = People([link("same", "q", "r"), link("same", "r", "p")])
    assert "p" == person(people, "q2") == person(people, "r0")
    assert frozenset("pqr") == people.ids_of("q")
    found = people.applications_of("r", ROWS)
    assert [2, 2, 2, 1, 1, 1, 0, 0, 0] == [row.received_at for row in found], "the latest first"
    assert {"p", "q", "r"} == {row.person_id for row in found}


def test_two_humans_with_one_phone_are_split() -> None:
    people = People([link("apart", "p1")])
    assert ["p", "p1", "p"] == [person(people, id_) for id_ in ("p0", "p1", "p2")]
    both = People([link("apart", "p1"), link("apart", "p2"), link("same", "p1", "p2")])
    assert ["p", "p1", "p1"] == [person(both, id_) for id_ in ("p0", "p1", "p2")]


def test_what_was_split_can_be_joined_to_whom_it_belongs_and_back() -> None:
    apart = link("apart", "p1")
    assert "p1" == person(People([apart, link("same", "p1", "q")]), "q0")
    assert "p" == person(People([apart, link("same", "p1", "p")]), "p1")
    assert "p" == person(People([]), "p1"), "the link was taken back"


def test_companions_are_told_with_the_note_and_follow_who_is_who() -> None:
    people = People([link("together", "p", "q", note="夫妻"), link("same", "q", "r"), link("together", "s", "r")])
    assert [("q", "夫妻")] == people.companions_of("p")
    assert [("p", "夫妻"), ("s", "")] == people.companions_of("r")
    assert [] == People([link("together", "p", "q"), link("same", "p", "q")]).companions_of("p")


def test_another_employers_links_say_nothing() -> None:
    made = [link("same", "p", "q", employer_id="other")]
    assert "q" == person(People(made, "o"), "q0")
    assert "p" == person(People(made, "other"), "q0")


def test_who_may_not_know_persons_takes_each_application_for_one() -> None:
    assert "a" == People([link("same", "p", "q")]).person_of(applicant("a", person_id=""))


def test_the_links_about_somebody_can_be_found() -> None:
    made = [link("same", "p", "q", id_="1"), link("together", "q", "s", id_="2"), link("apart", "r1", id_="3")]
    people = People(made)
    assert made[:2] == people.links_about("p")
    assert made[2:] == people.links_about("r1")


@given(links)
def test_being_one_person_is_an_equivalence(made: list[PersonLink]) -> None:
    people = People(made)
    groups = {row.id: {r.id for r in people.applications_of(people.person_of(row), ROWS)} for row in ROWS}
    assert all(row.id in groups[row.id] for row in ROWS)
    assert all(
        groups[one] == groups[other] or not groups[one] & groups[other] for one, other in product(groups, groups)
    )


@given(links, st.randoms(use_true_random=False))
def test_the_order_of_links_and_of_their_members_does_not_matter(made: list[PersonLink], chance: random.Random) -> None:
    mixed = [link(one.kind, *chance.sample(one.members, len(one.members)), id_=one.id, note=one.note) for one in made]
    chance.shuffle(mixed)
    expected, found = People(made), People(mixed)
    for row in ROWS:
        who = expected.person_of(row)
        assert who == found.person_of(row)
        assert expected.companions_of(who) == found.companions_of(who)
        assert expected.ids_of(who) == found.ids_of(who)


@given(links)
def test_a_person_is_named_by_one_of_its_ids_whichever_is_asked_for(made: list[PersonLink]) -> None:
    people = People(made)
    for row in ROWS:
        who = people.person_of(row)
        assert who in people.ids_of(who)
        assert {people.ids_of(who)} == {people.ids_of(id_) for id_ in people.ids_of(who)}


@given(links)
def test_coming_together_is_mutual_and_nobody_comes_with_oneself(made: list[PersonLink]) -> None:
    people = People(made)
    for row in ROWS:
        me = people.person_of(row)
        companions = [other for other, _ in people.companions_of(me)]
        assert me not in companions
        assert all(me in [who for who, _ in people.companions_of(other)] for other in companions)


@given(links, st.sampled_from("pqrs"), st.sampled_from("pqrs"))
def test_joining_makes_two_one_and_parts_nobody(made: list[PersonLink], one: str, other: str) -> None:
    before, after = People(made), People([*made, link("same", one, other, id_="new")])
    assert after.ids_of(one) == after.ids_of(other) == before.ids_of(one) | before.ids_of(other)
    for a, b in product(ROWS, ROWS):
        if before.person_of(a) == before.person_of(b):
            assert after.person_of(a) == after.person_of(b)


@given(st.lists(same_links, max_size=4), st.sampled_from(sorted(BY_ID)))
def test_splitting_off_touches_that_application_alone(made: list[PersonLink], id_: str) -> None:
    untouched = [one for one in made if id_ not in one.members]
    before, after = People(untouched), People([*untouched, link("apart", id_)])
    assert id_ == person(after, id_)
    for row in ROWS:
        if row.id != id_:
            assert before.person_of(row) == after.person_of(row)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, True),
        ({"city": "潍坊市"}, True),
        ({"name": "王 小明"}, True),
        ({"person_id": "p1"}, False),
        ({"name": "王小红"}, False),
        ({"city": "青岛"}, False),
        ({"city": ""}, False),
    ],
)
def test_the_same_name_and_city_with_another_phone_is_a_hint(changed: dict[str, str], expected: bool) -> None:
    one = applicant("a", person_id="p1", city="潍坊")
    other = applicant("c", **({"person_id": "p2", "city": "潍坊"} | changed))
    assert expected == same_person_hint(one, other) == same_person_hint(other, one)


def test_masked_names_hint_at_nobody() -> None:
    def masked(id_: str) -> Application:
        return applicant(id_, person_id=id_, name="王**", city="潍坊")

    assert not same_person_hint(masked("a"), masked("c"))
