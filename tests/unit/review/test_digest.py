"""A day in figures, from the cache."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.entities import AirSegment, Application, Broadcast
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.review.digest import Digest, day_of, digest_of
from kzg_desktop.review.documents.blocks import Figures, Heading, Words
from kzg_desktop.review.documents.digest import digest_book, digest_report, digest_text
from kzg_desktop.sync.desk import LocalDesk
from tests.fakes import FakeClock
from tests.unit.cache.samples import page, put
from tests.unit.cache.store import Store
from tests.unit.review.invented import card

DAY = date(2026, 9, 1)
BEGINS, ENDS = day_of(DAY)
EVENING = BEGINS + 20 * 3_600_000
HOUR = 3_600_000
NEXT_NOON = ENDS + 12 * HOUR


def test_a_day_is_one_in_china() -> None:
    assert BEGINS == china_midnight(BEGINS)
    assert (24 * HOUR, BEGINS) == (ENDS - BEGINS, china_midnight(ENDS - 1))


def _application(n: int, at: int, *, status: str = "new", due_at: int = 0, appointment_at: int = 0, **steps: int):
    handling = Handling(steps=steps) if steps else Handling()
    return Application(
        id=f"a{n}", n=n, broadcast_id="b1", job_id="a", employer_id="org-a", job_title="岗位a", received_at=at,
        name="王小明", phone=f"138{n:08}", status=status, repeat=n == 2, due_at=due_at, appointment_at=appointment_at,
        handling=handling,
    )  # fmt: skip


def _rows() -> list:
    shown = AirSegment(
        id="s1", broadcast_id="b1", item_id="i1", card=card("a"), started_at=EVENING, ended_at=EVENING + 600_000
    )
    rehearsed = AirSegment(
        id="s2", broadcast_id="b2", item_id="i1", card=card("a"), started_at=EVENING, ended_at=EVENING, rehearsal=True
    )
    many = [_application(100 + n, EVENING + n * 1000) for n in range(30)]
    return [
        Broadcast(id="b1", title="第 12 场", campaign="华北专场", host_name="小周", starts_at=EVENING - HOUR),
        Broadcast(id="b2", title="彩排", starts_at=BEGINS - HOUR),
        shown,
        rehearsed,
        *many,
        _application(1, BEGINS - 1, status="reached", reached=BEGINS, due_at=BEGINS),
        _application(2, BEGINS, status="no_show", reached=ENDS, interview_booked=EVENING, appointment_at=EVENING),
        _application(3, ENDS - 1, status="passed", interviewed=EVENING, appointment_at=EVENING, due_at=NEXT_NOON + 1),
        _application(4, ENDS, status="hired", hired=ENDS - 1, appointment_at=ENDS),
    ]


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    store = Store(tmp_path / "cache-plain.db")
    store.apply(page("c0", "c1", [put(row) for row in _rows()]))
    store.close()

    async def story() -> Digest:
        clock = FakeClock(NEXT_NOON)
        desk = await LocalDesk.open(tmp_path, None, clock)
        try:
            return await digest_of(desk, clock, DAY)
        finally:
            await desk.close()

    return asyncio.run(story())


def test_what_happened_on_the_day(digest: Digest) -> None:
    assert (32, 1) == (digest.sign_ups, digest.repeats)
    assert (1, 1, 1) == (digest.reached, digest.booked, digest.hired)
    assert (2, 1, 1) == (digest.interviews, digest.came, digest.no_shows)
    assert 1 == digest.overdue


def test_its_broadcasts_and_its_best_card(digest: Digest) -> None:
    assert [("b1", 600, 34)] == [(line.broadcast.id, line.on_air_s, line.sign_ups) for line in digest.broadcasts]
    assert digest.best is not None
    assert ("岗位a", 30) == (digest.best.card.title, len(digest.best.card.sent))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("2026年9月1日 日报", "报名: 32", "目前已逾期 1 人", "岗位a")),
        ("en", ("Daily digest, 2026-09-01", "Sign-ups: 32, 1 of them again", "Overdue now: 1", "岗位a")),
    ],
)
def test_as_text_to_copy(digest: Digest, language: str, words: tuple[str, ...]) -> None:
    text = digest_text(digest, language)
    assert [] == [each for each in words if each not in text]
    assert "13800" not in text


def test_as_sheets(digest: Digest) -> None:
    figures, broadcasts, *brought = digest_book(digest, "zh")
    assert ("报名", 32) in figures.rows
    assert ("第 12 场", 600, 34) == (broadcasts.rows[0][0], *broadcasts.rows[0][4:])
    assert ["直播场次", "企业", "地区", "年龄段", "目标人群", "主播", "渠道"] == [sheet.name for sheet in brought]
    assert [("未填", 34)] == [(row[0], row[3]) for row in brought[1].rows]


def test_as_pages(digest: Digest) -> None:
    pages = digest_report(digest, "zh")
    headings = [block.text for block in pages.blocks if isinstance(block, Heading)]
    assert ["当日直播", "企业", "地区", "年龄段", "目标人群", "主播", "渠道", "直播场次", "统计口径"] == headings
    (figures,) = (block.figures for block in pages.blocks if isinstance(block, Figures))
    assert [("报名", "32"), ("接通", "1"), ("新约面试", "1")] == [(each.label, each.value) for each in figures[:3]]
    assert any("人群" in block.text for block in pages.blocks if isinstance(block, Words))


def test_a_day_without_anything(tmp_path: Path) -> None:
    async def story() -> Digest:
        clock = FakeClock(NEXT_NOON)
        desk = await LocalDesk.open(tmp_path / "none", None, clock)
        try:
            return await digest_of(desk, clock, DAY)
        finally:
            await desk.close()

    found = asyncio.run(story())
    assert (0, None) == (found.sign_ups, found.best)
    assert "当日没有直播" in digest_text(found, "zh")
    assert ["当日直播"] == [block.text for block in digest_report(found, "zh").blocks if isinstance(block, Heading)]
