"""A desktop's cache with many invented applications: ``python -m tests.bench.big_cache DATA_DIR ROWS``."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.decode import ApplicationPage, SmallPage
from kzg_desktop.cache.files import StoreFiles, replace_database
from kzg_desktop.cache.keys import EMBEDDED, cache_key, open_secrets
from kzg_desktop.cache.layout import Position
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
from kzg_desktop.wire import PROTOCOL
from tests.bench.big_hub import BROADCASTS, CITIES, EMPLOYERS, GIVEN, JOBS, STARTED_AT, SURNAMES, TITLES

__all__ = ["make_cache"]

P = TypeVar("P", ApplicationPage, SmallPage)

CARDS = 10
"""In each broadcast."""
CHUNK = 20_000
BETWEEN_MS = 7_200_000
"""From one broadcast to the next."""
CARD_MS = 600_000
CAMPAIGNS = ("华北专场", "山东专场", "京津专场")
BANDS = ("", "18-24", "25-34", "35-44")
PATH = (
    ("contacting", 0.5),
    ("reached", 0.7),
    ("interview_booked", 0.6),
    ("interviewed", 0.7),
    ("passed", 0.7),
    ("hired", 0.8),
)
"""The states on the way and the part of all that goes on to each."""


def _job(index: int) -> Job:
    return Job(
        id=f"j{index}",
        employer_id=f"e{index % EMPLOYERS}",
        hiring_organization=f"示例制造{index % EMPLOYERS}号有限公司",
        title=f"{TITLES[index % len(TITLES)]}{index // len(TITLES)}",
        total_job_openings=50 + index % 7 * 50,
        pay=Pay(month_min_yuan=5500 + index * 5, month_max_yuan=7000 + index * 5),
        job_location=f"{CITIES[index % len(CITIES)]}市开发区",
    )


def _cards(broadcast: int) -> list[int]:
    return [(broadcast * 7 + place * 13) % JOBS for place in range(CARDS)]


def _few(jobs: list[Job]) -> Iterator[Entity]:
    yield from (Organization(id=f"e{e}", name=f"示例制造{e}号有限公司") for e in range(EMPLOYERS))
    yield from jobs
    for b in range(BROADCASTS):
        starts_at = STARTED_AT + b * BETWEEN_MS
        yield Broadcast(
            id=f"b{b}", title=f"第 {b + 1} 场", campaign=CAMPAIGNS[b % 3], host_name=f"主播{b % 9}", starts_at=starts_at
        )
        for place, number in enumerate(_cards(b)):
            card, at, id_ = jobs[number], starts_at + place * CARD_MS, f"b{b}-{place}"
            of = {"broadcast_id": f"b{b}", "employer_id": card.employer_id}
            yield LineupItem(id=f"i{id_}", job_id=card.id, position=f"a{place}", **of)
            yield AirSegment(
                id=f"s{id_}", broadcast_id=f"b{b}", item_id=f"i{id_}", card=card, started_at=at, ended_at=at + CARD_MS
            )
            yield AirEvent(
                id=f"v{id_}", kind="take", at=at, mode="on_air", segment_id=f"s{id_}", item_id=f"i{id_}",
                employer=card.hiring_organization, title=card.title, **of,
            )  # fmt: skip


def _handled(at: int, rng: random.Random) -> tuple[str, Handling]:
    """Return how far an application came, and when it came to each state."""
    status, steps, when = "new", dict[str, int](), at
    for state, goes_on in PATH:
        if rng.random() > goes_on:
            break
        when += rng.randrange(60_000, 48 * 3_600_000)
        status, steps[state] = state, when
    if not steps:
        return status, Handling()
    called = steps["contacting"]
    milestone = rng.choice((0, 7, 15)) if status == "hired" else 0
    return status, Handling(
        owned_since=called, attempts=1, called_at=called, first_called_at=called, outcome="answered", since=when,
        before="new", steps=steps, milestone=milestone,
    )  # fmt: skip


def _application(n: int, jobs: list[Job], rng: random.Random) -> Application:
    b = n % BROADCASTS
    place = min(CARDS - 1, int(rng.random() ** 1.3 * CARDS))
    card = jobs[_cards(b)[place]]
    at = STARTED_AT + b * BETWEEN_MS + place * CARD_MS + rng.randrange(CARD_MS)
    status, handling = _handled(at, rng)
    return Application(
        id=f"00000000-0000-7000-8000-{n:012d}", n=n, broadcast_id=f"b{b}", job_id=card.id,
        employer_id=card.employer_id, job_title=card.title, received_at=at,
        name=rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, 2)), phone=f"1390{n:07d}", segment_id=f"sb{b}-{place}",
        age_band=rng.choice(BANDS), city=rng.choice(CITIES), status=status, repeat=rng.random() < 0.03,
        person_id=f"p{n:012d}", due_at=0 if status == "hired" else at + 3_600_000,
        appointment_at=at + 172_800_000 if status == "interview_booked" else 0, handling=handling,
    )  # fmt: skip


def make_cache(data_dir: Path, key: bytes | None, rows: int) -> None:
    """Make *data_dir* a desktop's folder whose cache has *rows* applications of 300 broadcasts."""
    data_dir.mkdir(parents=True, exist_ok=True)
    files, rng, jobs = StoreFiles(data_dir, key), random.Random(7), [_job(index) for index in range(JOBS)]
    fresh = FreshCache(files.fresh, key)
    fresh.begin()
    for row in _few(jobs):
        item = {"id": row.id, "rev": 1, "scope": row.scope, "data": row}
        fresh.add(_page(SmallPage, row.entity, [item]))
    for first in range(1, rows + 1, CHUNK):
        made = [_application(n, jobs, rng) for n in range(first, min(first + CHUNK, rows + 1))]
        items = [{"id": row.id, "rev": 1, "scope": row.scope, "data": row} for row in made]
        fresh.add(_page(ApplicationPage, Application.entity, items))
    fresh.finish(Position("c0", 0, 0, PROTOCOL))
    replace_database(files.fresh, files.cache)


def _page(kind: type[P], entity: str, items: list[dict[str, Any]]) -> P:
    """Return a page as the hub would send it."""
    page = {"cursor": "c0", "seq": 0, "acked": 0, "entity": entity, "total": len(items), "next": None, "items": items}
    return msgspec.json.decode(msgspec.json.encode(page), type=kind)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    make_cache(folder, cache_key(open_secrets(folder), EMBEDDED), int(sys.argv[2]))
