"""Rules, templates, links and the log of exports."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kzg_desktop.domain.actions import (
    Action,
    LinkPeople,
    LogExport,
    PutDeskRules,
    PutTemplate,
    RemoveTemplate,
    UnlinkPeople,
    decode_action,
    encode_action,
)
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry, LinkKind, PersonLink, Template
from tests.unit.domain.hr import NOW, HrBook, applicant, refusal_of

TEMPLATE = Template(id="o:invite", employer_id="o", title="邀请", text="{姓名}，您好")
RULES = DeskRules(id="o", employer_id="o")


def link(kind: LinkKind = "same", *members: str, **fields: Any) -> PersonLink:
    return PersonLink(id="l", employer_id="o", kind=kind, members=members or ("p1", "p2"), **fields)


def linking(made: PersonLink, *application_ids: str) -> LinkPeople:
    return LinkPeople(link=made, application_ids=application_ids or ("a",), event_id="e")


def two_employers() -> HrBook:
    return HrBook(applicant(), applicant("c", person_id="p2"), applicant("f", employer_id="p", job_id="k"))


def test_a_link_is_told_of_in_the_history_of_each_application() -> None:
    book = two_employers()
    book.do(linking(link(note="夫妻"), "a", "c", "a"), NOW, "li")
    expected = [
        HistoryEntry(
            id=id_, application_id=of, employer_id="o", kind="link", at=NOW, actor="li", after="same", text="夫妻"
        )
        for id_, of in (("e", "a"), ("e-1", "c"))
    ]
    assert expected == book.history()
    book.do(UnlinkPeople(link_id="l", application_ids=("c",), event_id="f", reason="弄错了"), NOW, "zhao")
    assert None is book.get("person_link", "l")
    assert ("unlink", "c", "弄错了", "zhao") == (
        book.history()[-1].kind,
        book.history()[-1].application_id,
        book.history()[-1].text,
        book.history()[-1].actor,
    )
    assert [] == book.do(UnlinkPeople(link_id="l", application_ids=("c",), event_id="g"))


def test_no_line_is_written_about_another_employers_or_an_erased_applicant() -> None:
    book = two_employers()
    assert "not-found" == refusal_of(book, linking(link(), "a", "f"))
    book.do(linking(link(), "erased", "a"))
    assert [("e", "a")] == [(entry.id, entry.application_id) for entry in book.history()]


@pytest.mark.parametrize(
    ("made", "type_"),
    [
        (link("same", "p1", "p1"), "not-possible"),
        (link("together", "p1"), "not-possible"),
        (link("apart", "a"), ""),
        (link("same", *map(str, range(201))), "not-possible"),
        (replace(link(), employer_id=""), "bad-request"),
        (link(note="长" * 2001), "not-possible"),
    ],
)
def test_a_link_needs_two_people_of_an_employer(made: PersonLink, type_: str) -> None:
    assert type_ == refusal_of(two_employers(), linking(made))


def test_a_link_is_not_changed_under_its_id() -> None:
    book = two_employers()
    book.do(linking(link()))
    assert "" == refusal_of(book, linking(link()))
    assert "conflict" == refusal_of(book, linking(link("same", "p1", "p3")))


@pytest.mark.parametrize(
    ("changed", "type_"),
    [
        ({"text": "{姓名}和{name}"}, ""),
        ({"text": "{先生}"}, "not-possible"),
        ({"text": "半个{姓名"}, "not-possible"),
        ({"text": "  "}, "not-possible"),
        ({"title": ""}, "not-possible"),
        ({"text": "长" * 2001}, "not-possible"),
        ({"employer_id": ""}, "bad-request"),
        ({"position": "x" * 2001}, "not-possible"),
    ],
)
def test_a_template_is_checked_when_it_is_saved(changed: dict[str, str], type_: str) -> None:
    assert type_ == refusal_of(HrBook(), PutTemplate(template=replace(TEMPLATE, **changed)))


def test_a_template_that_is_gone_is_removed_without_ado() -> None:
    book = HrBook()
    book.do(PutTemplate(template=TEMPLATE))
    assert [None] == book.do(RemoveTemplate(template_id="o:invite"))
    assert [] == book.do(RemoveTemplate(template_id="o:invite"))


@pytest.mark.parametrize(
    ("changed", "type_"),
    [
        ({}, ""),
        ({"call_within_s": 0}, "not-possible"),
        ({"follow_up_s": 31 * 86_400}, "not-possible"),
        ({"unreachable_after": 0}, "not-possible"),
        ({"retention_days": 3651}, "not-possible"),
        ({"id": "p"}, "bad-request"),
        ({"id": "", "employer_id": ""}, "bad-request"),
    ],
)
def test_rules_are_usable_and_an_employers(changed: dict[str, Any], type_: str) -> None:
    assert type_ == refusal_of(HrBook(), PutDeskRules(rules=replace(RULES, **changed)))


def test_an_export_is_logged_for_the_employer_whose_rows_it_holds() -> None:
    book = HrBook()
    book.do(LogExport(employer_id="o", event_id="e", what="applicants.xlsx", rows=12), NOW, "li")
    expected = HistoryEntry(
        id="e", application_id="", employer_id="o", kind="export", at=NOW, actor="li", after="applicants.xlsx", count=12
    )
    assert [expected] == book.history()
    for changed in ({"employer_id": ""}, {"rows": -1}, {"rows": 2**31}):
        action = LogExport(**({"employer_id": "o", "event_id": "e", "what": "x", "rows": 1} | changed))
        assert "bad-request" == refusal_of(book, action)


@pytest.mark.parametrize(
    "action",
    [
        linking(link("together", "p1", "p2", note="老乡"), "a", "c"),
        UnlinkPeople(link_id="l", application_ids=("a",), event_id="e", reason="x"),
        PutTemplate(template=TEMPLATE),
        RemoveTemplate(template_id="o:invite"),
        PutDeskRules(rules=replace(RULES, call_within_s=60)),
        LogExport(employer_id="o", event_id="e", what="x", rows=3),
    ],
)
def test_actions_come_back_from_their_json(action: Action) -> None:
    assert action == decode_action(encode_action(action))
