"""What documents say: to whom, in which words, and nothing of what they must not."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given
from msgspec.structs import replace

from kzg_desktop.domain.entities import AirEvent, Application, Broadcast, LineupItem, Pay
from kzg_desktop.exporting.review_book import Sheet, SheetColumn, book_bytes
from kzg_desktop.review import documents
from kzg_desktop.review.documents.blocks import Column, Cover, Document, Figures, Grid, Heading
from kzg_desktop.review.documents.chinese import CHINESE
from kzg_desktop.review.documents.report import About, report
from kzg_desktop.review.documents.scope import employers_of, of_employer
from kzg_desktop.review.documents.words import Say
from kzg_desktop.review.documents.workbook import workbook
from kzg_desktop.review.facts import BroadcastFacts
from kzg_desktop.review.rates import rate
from kzg_desktop.review.whole import Review, review
from tests.unit.review.invented import MINUTE, T0, airing, any_segments, any_sent, application, card

SHOW = [airing("s1", "a", 0, 5, lodging="四人间"), airing("s2", "b", 5, 10), airing("s3", "a", 10, 12)]
NOW = T0 + 60 * MINUTE


def a_review(count: int = 30) -> Review:
    """Half of all name the job of employer a, half that of employer b, over both their cards."""
    sent = [
        application(
            n,
            n % 12,
            "ab"[n % 2],
            employer_id=f"org-{'ab'[n % 2]}",
            job_title=f"岗位{'ab'[n % 2]}",
            city="潍坊",
            status="reached" if n % 3 else "new",
        )
        for n in range(count)
    ]
    events = [
        AirEvent(
            id=f"e{s.id}", broadcast_id="b1", kind="take", at=s.started_at, mode="on_air", segment_id=s.id,
            employer_id=s.card.employer_id, employer=s.card.hiring_organization, title=s.card.title, operator="acc-1",
        )
        for s in SHOW
    ]  # fmt: skip
    facts = BroadcastFacts(
        broadcast=Broadcast(id="b1", title="第 12 场", campaign="华北专场", host_name="小周", starts_at=T0),
        items=[LineupItem(id=f"i-{x}", broadcast_id="b1", job_id=x, employer_id=f"org-{x}", position=x) for x in "ab"],
        segments=SHOW,
        events=events,
        sent=sorted(sent, key=lambda one: one.at),
        costs={"a": 100, "b": 50},
        views=900,
    )
    jobs = {"a": card("a", lodging="八人间", pay=Pay(month_min_yuan=5000)), "b": card("b", shift="夜班")}
    return review(facts, jobs, now=NOW)


def about(**fields) -> About:
    return About(**{"language": "zh", "made_at": NOW, "names": {"acc-1": "小李"}} | fields)


def text_of(document: Document) -> str:
    return msgspec.json.encode(document).decode()


def cells_of(sheets: list[Sheet]) -> str:
    return msgspec.json.encode(sheets).decode()


def test_every_sentence_has_its_chinese_and_none_is_left_over() -> None:
    said = set()
    for path in Path(documents.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if called == "say" or (called == "self" and path.name == "words.py"):
                said.add(node.args[0].value)
    assert said == CHINESE.keys()


def test_chinese_has_the_same_places_to_fill() -> None:
    def places(text: str) -> set[str]:
        return {part.split("}")[0].split(":")[0] for part in text.split("{")[1:]}

    assert {} == {english: chinese for english, chinese in CHINESE.items() if places(english) != places(chinese)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_has_its_parts_in_order(language: str) -> None:
    document = report(a_review(), about(language=language))
    cover, figures = document.blocks[:2]
    assert isinstance(cover, Cover)
    assert isinstance(figures, Figures)
    say = Say(language)
    assert ("第 12 场", "30") == (cover.title, figures.figures[0].value)
    assert [
        say("What each card brought"),
        say("What became of the applications"),
        say("Who signed up"),
        say("What was said on air, and what is so now"),
        say("As-run log"),
        say("How this was counted"),
    ] == [block.text for block in document.blocks if isinstance(block, Heading)]


def test_few_cases_say_so_and_many_have_their_range() -> None:
    assert "3 of 4: too few to tell" == Say("en").rate(rate(3, 4))
    assert "3 / 4：样本太少" == Say("zh").rate(rate(3, 4))
    assert "10.0% (6–17%)" == Say("en").rate(rate(10, 100))
    assert "–" == Say("en").rate(rate(0, 0))


def test_one_employer_sees_no_name_of_another_and_only_what_is_its_own() -> None:
    whole = a_review()
    part = of_employer(whole, "org-a", now=NOW)
    mine = about(employer="企业a")
    for text in (text_of(report(part, mine)), cells_of(workbook(part, mine))):
        assert "岗位a" in text
        assert "岗位b" not in text
        assert "企业b" not in text
        assert "org-b" not in text
    assert 15 == len(part.facts.sent) == sum(len(found.sent) for found in part.cards)
    assert {"a": 100} == part.facts.costs
    assert ["a"] == [item.job_id for item in part.facts.items]
    assert {"org-a": "企业a", "org-b": "企业b"} == employers_of(whole)


@given(any_sent, any_segments())
def test_the_parts_of_all_employers_make_the_whole(sent, segments) -> None:
    sent = [replace(one, employer_id=f"org-{one.job_id}") for one in sent]
    facts = BroadcastFacts(broadcast=Broadcast(id="b1", title="x"), segments=segments, sent=sent)
    whole = review(facts, {}, now=NOW)
    parts = [of_employer(whole, employer, now=NOW) for employer in employers_of(whole)]
    found = [one.n for part in parts for result in part.cards for one in result.sent]
    assert sorted(one.n for one in sent) == sorted(found)
    assert sum(result.on_air_s for result in whole.cards) == sum(r.on_air_s for part in parts for r in part.cards)


PEOPLE = [
    Application(
        id="a1", n=1, broadcast_id="b1", job_id="a", employer_id="org-a", job_title="岗位a", received_at=T0,
        name="王小明", phone="13812345678",
    )
]  # fmt: skip


def test_names_and_phones_only_where_asked_for() -> None:
    whole = a_review()
    for text in (text_of(report(whole, about())), cells_of(workbook(whole, about()))):
        assert "13812345678" not in text
    assert "不含个人信息" in text_of(report(whole, about()))
    full = about(people=PEOPLE)
    for text in (text_of(report(whole, full)), cells_of(workbook(whole, full))):
        assert "13812345678" in text
        assert "王小明" in text
    assert "不含个人信息" not in text_of(report(whole, full))


def test_the_workbook_opens_and_can_be_calculated_with() -> None:
    whole = a_review()
    book = openpyxl.load_workbook(io.BytesIO(book_bytes(workbook(whole, about()), "第 12 场")))
    assert ["概要", "岗位卡", "逐分钟", "漏斗", "执行单", "承诺核对"] == book.sheetnames
    cards = list(book["岗位卡"].values)
    column = cards[0].index("报名")
    assert 30 == sum(row[column] for row in cards[1:])
    minutes = list(book["逐分钟"].values)
    assert 30 == sum(row[1] for row in minutes[1:])
    assert "住宿" in {row[2] for row in book["承诺核对"].values}
    log = list(book["执行单"].values)
    assert ("岗位a", "小李") == (log[1][4], log[1][8])


def test_nothing_in_a_workbook_is_run() -> None:
    evil = ("=1+1", "+cmd|'/c calc'!A0", "@SUM(A1)", "-2+3", "\x07bell", "http://x.example")
    sheet = Sheet(name="[a]/b'", columns=(SheetColumn("=heading"),), rows=tuple((text,) for text in evil))
    twice = replace(sheet, name="[A]/B")
    book = openpyxl.load_workbook(io.BytesIO(book_bytes([sheet, twice], "=title")))
    assert ["a  b", "A  B 2"] == book.sheetnames
    cells = [row[0] for row in book.worksheets[0].iter_rows()]
    assert ["=heading", *(text.replace("\x07", "") for text in evil)] == [cell.value for cell in cells]
    assert {"s"} == {cell.data_type for cell in cells}
    assert [None] * len(cells) == [cell.hyperlink for cell in cells]


def test_columns_in_which_nothing_is_said_are_left_out() -> None:
    columns = (Column("a", 1), Column("b", 1), Column("c", 1))
    grid = Grid(columns=columns, rows=(("", "–", "1"), ("", "", "2")), total=("", "", "3"))
    lean = grid.lean()
    assert (["a", "c"], (("", "1"), ("", "2")), ("", "3")) == ([c.title for c in lean.columns], lean.rows, lean.total)
    assert Grid(columns=grid.columns, rows=()) == Grid(columns=grid.columns, rows=()).lean()
