"""An invented campaign in a real cache: cards on air, viewers who signed up, and what became of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.domain.entities import (
    AirEvent,
    AirSegment,
    Application,
    Broadcast,
    Entity,
    Job,
    LineupItem,
    Organization,
    Pay,
)
from kzg_desktop.domain.hiring import Handling
from tests.unit.cache.samples import page, put
from tests.unit.cache.store import Store

__all__ = ["EVENING", "MINUTE", "jobs", "make_campaign"]

T = TypeVar("T")

MINUTE = 60_000
EVENING = 1_788_264_000_000
"""2026-09-01 20:00 in China."""

_TITLES = ["总装操作工", "SMT 操作员", "焊装工", "面板作业员", "包装工", "质检员", "叉车司机", "仓库分拣员"]
_EMPLOYERS = ["北辰电子科技", "歌澜声学", "南岭家电", "远航汽车零部件"]
_CITIES = ["潍坊", "青岛", "烟台", "临沂", "济南", "菏泽", ""]
_BANDS = ["18-24", "25-34", "35-44", "45-54", ""]
_CHANNELS = ["form"] * 8 + ["kuaishou", "sheet"]
_PATH = ("contacting", "reached", "interview_booked", "interviewed", "passed", "hired")
_DROPS = {
    "contacting": "unreachable",
    "reached": "not_interested",
    "interview_booked": "no_show",
    "interviewed": "failed",
    "passed": "declined",
    "hired": "left",
}


def jobs() -> list[Job]:
    """Eight jobs of four employers, as they are now: two of them are not what was said on air."""
    found = []
    for index, title in enumerate(_TITLES):
        employer = index % len(_EMPLOYERS)
        found.append(
            Job(
                id=f"j{index}", employer_id=f"o{employer}", hiring_organization=_EMPLOYERS[employer], title=title,
                total_job_openings=100 + 50 * index,
                pay=Pay(month_min_yuan=5500 + 200 * index, month_max_yuan=7000 + 200 * index, overtime="加班 1.5 倍"),
                job_location="山东潍坊高新区", board="三餐免费", lodging="免费四人间，有空调", shift="长白班",
                job_benefits=("夫妻房", "无尘车间", "包吃住"), couples_room=index % 2 == 0,
                talking_points="车间有中央空调，宿舍步行五分钟。", interview="每天 9:00，带身份证",
            )
        )  # fmt: skip
    return found


def _now(job: Job) -> Job:
    if job.id == "j1":
        return replace(job, pay=replace(job.pay, month_min_yuan=5200), lodging="八人间，每月 100 元", version=2)
    if job.id == "j3":
        return replace(job, shift="两班倒", version=2)
    return job


def _air(broadcast: Broadcast, cards: list[Job], minutes: int) -> Iterator[AirSegment | AirEvent | LineupItem]:
    at = broadcast.starts_at
    for place, card in enumerate([*cards, cards[1]]):
        id_ = f"{broadcast.id}-s{place}"
        item = f"{broadcast.id}-i{card.id}"
        if place < len(cards):
            yield LineupItem(
                id=item, broadcast_id=broadcast.id, job_id=card.id, employer_id=card.employer_id, position=f"a{place}",
                planned_s=minutes * 60,
            )  # fmt: skip
        end = at + (minutes + place % 3 - 1) * MINUTE
        yield AirSegment(
            id=id_, broadcast_id=broadcast.id, item_id=item, card=card, started_at=at, ended_at=end,
            planned_s=minutes * 60,
        )  # fmt: skip
        yield AirEvent(
            id=f"{id_}-e", broadcast_id=broadcast.id, kind="take", at=at, mode="on_air", segment_id=id_,
            employer_id=card.employer_id, title=card.title, override="已与企业确认" if place == 2 else "",
        )  # fmt: skip
        at = end + (20_000 if place % 4 == 3 else 0)
    yield AirEvent(id=f"{broadcast.id}-clear", broadcast_id=broadcast.id, kind="clear", at=at, mode="on_air")


def _handling(chance: random.Random, at: int) -> tuple[str, Handling]:
    status, steps, when = "new", dict[str, int](), at
    for number, step in enumerate(_PATH):
        if chance.random() > (0.9, 0.72, 0.6, 0.7, 0.75, 0.85)[number]:
            if status in _DROPS and chance.random() < 0.6:
                status = _DROPS[status]
                steps[status] = when + 3_600_000
            break
        when += round(chance.expovariate(1 / (240_000 if step == "contacting" else 20 * 3_600_000)))
        status, steps[step] = step, when
    called = steps.get("contacting", 0)
    milestone = chance.choice((0, 7, 15, 30)) if status in {"hired", "left"} else 0
    reason = chance.choice(("quit", "quit", "dismissed", "ended")) if status == "left" else ""
    return status, Handling(first_called_at=called, steps=steps, milestone=milestone, exit_reason=reason)


def _signed_up(
    broadcast: Broadcast, segments: list[AirSegment], first: int, count: int, chance: random.Random
) -> Iterator[Application]:
    weights = [1 + 3 * (int(s.card.id[1:]) == 1) + 1.5 * (int(s.card.id[1:]) % 3 == 0) for s in segments]
    for n in range(first, first + count):
        segment = chance.choices(segments, weights)[0]
        length = (segment.ended_at or segment.started_at) - segment.started_at
        at = segment.started_at + round(length * chance.betavariate(1.4, 1.7)) + (40_000 if n % 9 == 0 else 0)
        card = segment.card if chance.random() < 0.93 else chance.choice(segments).card
        status, handling = _handling(chance, at)
        yield Application(
            id=f"a{n}", n=n, broadcast_id=broadcast.id, job_id=card.id, employer_id=card.employer_id,
            job_title=card.title, received_at=at, name="王小明", phone=f"138{n:08d}", city=chance.choice(_CITIES),
            age_band=chance.choice(_BANDS), channel=chance.choice(_CHANNELS), repeat=n % 31 == 0, status=status,
            handling=handling,
        )  # fmt: skip


def make_campaign(data_dir: Path, key: bytes | None, counts: tuple[int, ...] = (420, 90, 12)) -> Path:
    """Write a cache with one broadcast for each of *counts* applications, each a day before the one before it."""
    path = StoreFiles(data_dir, key).cache
    data_dir.mkdir(exist_ok=True)
    store = Store(path, key)
    cards, chance, n = jobs(), random.Random(7), 1
    rows: list[Entity] = [Organization(id=f"o{i}", name=name) for i, name in enumerate(_EMPLOYERS)]
    rows += [_now(job) for job in cards]
    for index, count in enumerate(counts):
        broadcast = Broadcast(
            id=f"b{index}", title=f"华北专场 · 第 {len(counts) - index} 场", campaign="华北专场", audience="蓝领",
            host_name=("小周", "阿强", "")[index % 3], starts_at=EVENING - index * 86_400_000, planned_s=5400,
        )  # fmt: skip
        air = list(_air(broadcast, cards[: 8 - index % 3], 9))
        rows += [broadcast, *air]
        segments = [row for row in air if isinstance(row, AirSegment)]
        rows += _signed_up(broadcast, segments, n, count, chance)
        n += count
    for number, start in enumerate(range(0, len(rows), 2000)):
        store.apply(page(f"c{number}", f"c{number + 1}", [put(row) for row in rows[start : start + 2000]]))
    store.close()
    return path
