"""Invariant 21: a search equals a substring scan."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzg_desktop.cache.feed import feed_ids
from kzg_desktop.cache.search import match_of, words_of
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Application
from kzg_desktop.services import FeedQuery
from tests.unit.cache.samples import application, page, put
from tests.unit.cache.store import Store

CHINESE = "王小明李华张伟丽潍坊装配工电子厂"
TEXT = st.text(st.sampled_from(CHINESE + "0138aAbZ*·é𠮷"), max_size=6)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4)


def ascii_lower(text: str) -> str:
    return "".join(c.lower() if c.isascii() else c for c in text)


def holds(row: Application, query: str) -> bool:
    fields = [ascii_lower(field) for field in (row.name, row.phone, row.city, row.job_title)]
    return all(any(ascii_lower(word) in field for field in fields) for word in query.split())


def applications(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[Application]]:
    fields = st.tuples(texts, texts, texts, texts)
    return st.lists(fields, min_size=1, max_size=12).map(
        lambda rows: [
            application(n, name=name, phone=phone, city=city, job_title=title)
            for n, (name, phone, city, title) in enumerate(rows, 1)
        ]
    )


def search(rows: list[Application], queries: list[str]) -> list[list[int]]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "cache.db")
        try:
            store.apply(page("c0", "c1", [put(row) for row in rows]))
            reading = connect(store.path, None)
            try:
                return [feed_ids(reading, FeedQuery(text=query)).tolist() for query in queries]
            finally:
                reading.close()
        finally:
            store.close()


QUERY = st.text(st.sampled_from(CHINESE + "0138aAbZ*·é𠮷 "), min_size=1, max_size=6)


@given(applications(TEXT), st.lists(QUERY, min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_invariant_21_a_search_equals_a_substring_scan(rows: list[Application], queries: list[str]) -> None:
    expected = [sorted((row.n for row in rows if holds(row, query)), reverse=True) for query in queries]
    assert expected == search(rows, queries)


@given(applications(ANY_TEXT), st.data())
@settings(max_examples=15, deadline=None)
def test_any_part_of_any_field_is_found_whatever_its_characters(rows: list[Application], data: st.DataObject) -> None:
    field = data.draw(st.sampled_from([text for row in rows for text in (row.name, row.city) if text.split()] or ["x"]))
    word = field.split()[0]
    expected = sorted((row.n for row in rows if holds(row, word)), reverse=True)
    assert [expected] == search(rows, [word])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("明", [1]),
        ("小明", [1]),
        ("王小明", [1]),
        ("5678", [2, 1]),
        ("138****5678", [2]),
        ("ABC", [3]),
        ("王 5678", [1]),
        ("  ", [3, 2, 1]),
        ("明小", []),
        ("\ud800", []),
    ],
)
def test_what_a_host_types_finds_what_she_means(query: str, expected: list[int]) -> None:
    rows = [
        application(1, name="王小明", phone="13900005678"),
        application(2, name="李**", phone="138****5678"),
        application(3, name="abc", phone="13900000000"),
    ]
    assert [expected] == search(rows, [query])


def test_the_index_is_asked_for_pairs_and_single_characters_only_when_alone() -> None:
    assert '"5c0f660e" AND "738b5c0f"' == match_of(words_of("王小明"))
    assert '"738b"' == match_of(words_of("王"))
