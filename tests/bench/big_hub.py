"""A hub's data folder with many invented applications, written straight into its tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import insert, update

from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Organization
from kzg_desktop.hub import tables
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.writer import Transaction

__all__ = ["BROADCASTS", "application_values", "fill"]

BROADCASTS = 300
EMPLOYERS = 45
JOBS = 400
CHUNK = 20_000
STARTED_AT = 1_767_225_600_000

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文辉力鹏飞云龙海波斌宇浩凯健俊帆雪梅琳晨旭阳欣怡"
CITIES = ("青岛", "潍坊", "烟台", "威海", "天津", "北京", "廊坊", "济南")
TITLES = ("总装操作工", "SMT 操作员", "焊装工", "面板作业员", "包装工", "质检员", "注塑工", "组装普工")


def _small() -> Iterator[Organization | Job | LineupItem | Broadcast]:
    for e in range(EMPLOYERS):
        yield Organization(id=f"e{e}", name=f"示例制造{e}号有限公司")
    for j in range(JOBS):
        title = f"{TITLES[j % len(TITLES)]}{j // len(TITLES)}"
        yield Job(id=f"j{j}", employer_id=f"e{j % EMPLOYERS}", hiring_organization="示例制造", title=title)
    for item in range(10):
        yield LineupItem(
            id=f"l{item}", broadcast_id="b0", job_id=f"j{item}", employer_id=f"e{item}", position=f"a{item}"
        )
    for b in range(BROADCASTS):
        yield Broadcast(id=f"b{b}", title=f"华北专场 第 {b + 1} 场", starts_at=STARTED_AT + b * 7_200_000)


def application_values(hub: Hub, n: int, rng: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the columns of an invented person, and of their application with arrival number *n*."""
    phone = f"1{rng.choice('3578')}{rng.randrange(10**9):09d}"
    person = {
        "id": f"p{n:012d}",
        "phone_hash": n.to_bytes(32, "big"),
        "phone_cipher": hub.keys.encrypt_phone(phone),
    }
    job = rng.randrange(JOBS)
    return person, {
        "n": n,
        "id": f"00000000-0000-7000-8000-{n:012d}",
        "rev": 1,
        "scope": f"e{job % EMPLOYERS}",
        "broadcast_id": f"b{n % BROADCASTS}",
        "job_id": f"j{job}",
        "job_title": f"{TITLES[job % len(TITLES)]}{job // len(TITLES)}",
        "employer_id": f"e{job % EMPLOYERS}",
        "segment_id": "",
        "channel": "form",
        "external_id": None,
        "received_at": STARTED_AT + n * 8_300,
        "person_id": person["id"],
        "name": rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.choice((1, 2, 2)))),
        "age_band": rng.choice(("", "18-24", "25-34", "35-44")),
        "city": rng.choice(CITIES),
        "available_from": "",
        "status": "new",
        "repeat": rng.random() < 0.03,
    }


def fill(data_dir: Path, rows: int) -> None:
    """Make *data_dir* a hub's folder that holds *rows* applications of 300 broadcasts."""
    hub = Hub(Settings(data_dir=data_dir), SystemClock())
    rng = random.Random(7)

    def small(transaction: Transaction) -> None:
        for row in _small():
            transaction.connection.execute(insert(tables.SMALL[row.entity]).values(rev=1, **tables.columns_of(row)))

    hub.write_now(small)
    for first in range(1, rows + 1, CHUNK):
        last = min(first + CHUNK, rows + 1)
        people, applications = zip(*(application_values(hub, n, rng) for n in range(first, last)), strict=True)

        def chunk(transaction: Transaction, people: Any = people, rows: Any = applications) -> None:
            transaction.connection.execute(insert(tables.person), list(people))
            transaction.connection.execute(insert(tables.application), list(rows))

        hub.write_now(chunk)
    hub.write_now(lambda t: t.connection.execute(update(tables.head).values(arrivals=rows)) and None)
    hub.close()
