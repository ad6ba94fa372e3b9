"""Messages survive the wire, and either side may be newer than the other."""

from __future__ import annotations

import msgspec
import pytest

from kzg_desktop.domain.problems import PROBLEMS
from kzg_desktop.wire import ChangePage, Item, Problem, problem


def test_a_page_names_its_start_from() -> None:
    page = ChangePage(from_="a", to="b", seq=2, head=2, more=False, acked=0, items=[])
    expected = b'{"from":"a","to":"b","seq":2,"head":2,"more":false,"acked":0,"items":[],"now":0}'
    assert expected == msgspec.json.encode(page)


def test_fields_of_a_newer_hub_are_ignored() -> None:
    item = msgspec.json.decode(b'{"seq":1,"op":"put","entity":"job","id":"j","rev":3,"mood":"good"}', type=Item)
    assert Item(seq=1, op="put", entity="job", id="j", rev=3) == item


@pytest.mark.parametrize("type_", PROBLEMS)
def test_every_problem_type_makes_a_document(type_: str) -> None:
    document = problem(type_, "details")
    assert document == msgspec.json.decode(msgspec.json.encode(document), type=Problem)
    assert 400 <= document.status < 600
    assert PROBLEMS[type_].title == document.title
