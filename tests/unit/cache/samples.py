"""Invented rows and pages for the cache's tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from kzg_desktop.domain.entities import Application, Entity, Job
from kzg_desktop.wire import ChangePage, Item


def application(n: int, **fields: Any) -> Application:
    values: dict[str, Any] = {
        "id": f"a{n}",
        "n": n,
        "broadcast_id": "b1",
        "job_id": "j1",
        "employer_id": "o1",
        "job_title": "装配工",
        "received_at": 1_788_235_200_000 + n * 1000,
        "name": "王小明",
        "phone": f"138{n:08d}",
        "city": "潍坊",
    }
    return Application(**(values | fields))


def job(id_: str = "j1", employer: str = "o1", **fields: Any) -> Job:
    return Job(id=id_, employer_id=employer, hiring_organization="北辰电子", title="装配工", **fields)


def put(row: Entity, rev: int = 1) -> Item:
    data = msgspec.Raw(msgspec.json.encode(row))
    return Item(seq=1, op="put", entity=row.entity, id=row.id, rev=rev, scope=row.scope, data=data)


def gone(op: str, entity: str, id_: str) -> Item:
    return Item(seq=1, op=op, entity=entity, id=id_)


def page(from_: str, to: str, items: Iterable[Item] = (), *, acked: int = 0) -> ChangePage:
    seq = int(to.removeprefix("c"))
    return ChangePage(from_=from_, to=to, seq=seq, head=seq, more=False, acked=acked, items=list(items))
