"""A hub's data folder with many invented applications, written straight into its tables."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import insert, update

from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Organization
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.domain.states import CLOSED
from kzg_desktop.hub import tables
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.writer import Transaction

__all__ = ["BROADCASTS", "GIVEN", "OWNERS", "SURNAMES", "application_values", "fill"]

BROADCASTS = 300
EMPLOYERS = 45
JOBS = 400
CHUNK = 20_000
STARTED_AT = time.time_ns() // 1_000_000 - 35 * 86_400_000
"""Not long ago (UTC ms): a hub erases people whose time is over."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文辉力鹏飞云龙海波斌宇浩凯健俊帆雪梅琳晨旭阳欣怡"
CITIES = ("青岛", "潍坊", "烟台", "威海", "天津", "北京", "廊坊", "济南")
TITLES = ("总装操作工", "SMT 操作员", "焊装工", "面板作业员", "包装工", "质检员", "注塑工", "组装普工")

OWNERS = tuple(f"019a0000-0000-7000-8000-{number:012d}" for number in range(30))
NOTES = ("", "", "要夫妻房", "下周一能到，明天上午再打", "以前在这里做过，问返费")
STATUSES = ("new",) * 12 + (
    *("contacting",) * 3,
    *("unreachable",) * 2,
    *("reached", "considering", "not_interested", "interview_booked", "interviewed", "passed", "hired", "invalid"),
    "withdrawn",
)
"""Half of all are waiting for their first call on the peak day."""

_HOUR_MS = 3_600_000


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
        "repeat": rng.random() < 0.03,
        **_handled(STARTED_AT + n * 8_300, rng),
    }


def _handled(received_at: int, rng: random.Random) -> dict[str, Any]:
    """Return the columns that tell what HR did about an application."""
    status = rng.choice(STATUSES)
    if status == "new":
        return {
            "status": status,
            "owner": "",
            "due_at": received_at + 300_000,
            "appointment_at": 0,
            "notes": "",
            "handling": "",
        }
    called_at = received_at + rng.randrange(48) * _HOUR_MS
    handling = Handling(owned_since=called_at, attempts=1, called_at=called_at, outcome="answered", since=called_at)
    waits = status not in CLOSED
    return {
        "status": status,
        "owner": "" if status == "contacting" else rng.choice(OWNERS),  # a hub takes idle ones back
        "due_at": called_at + rng.randrange(1, 72) * _HOUR_MS if waits else 0,
        "appointment_at": called_at + rng.randrange(240) * _HOUR_MS if status.startswith("interview") else 0,
        "notes": rng.choice(NOTES),
        "handling": msgspec.json.encode(handling).decode(),
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
