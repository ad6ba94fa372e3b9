"""Three people on three desktops work one broadcast's applicants, over lines that fail, and one of them crashes."""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from collections import Counter, defaultdict
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.wire import Lead, LeadBatch
from tests.fakes import Line
from tests.unit.hub.live import Desktop

APPLICANTS = 1352
"""As many as the reports tell of one broadcast."""

WORK_S = float(os.environ.get("KZG_HR_WORK_S", "14"))
SEED = 20261122


class Person:
    """A worker process and all that it ever said."""

    def __init__(self, folder: Path, url: str, invitation: str, seed: int) -> None:
        self._args = (str(folder), url, invitation, str(seed))
        self.said: list[dict[str, Any]] = []
        self._process: asyncio.subprocess.Process
        self._reading: asyncio.Task[None]

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.e2e.hr.worker",
            *self._args,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=2**24,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
        self._reading = asyncio.create_task(self._read())

    async def crash(self) -> None:
        """End as by a power cut."""
        self._process.kill()
        await self._process.wait()
        await self._reading

    async def finish(self, name: str) -> dict[str, Any]:
        """Have it end its work, find that applicant, and return its last words."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{name}\n".encode())
        await self._process.stdin.drain()
        async with asyncio.timeout(60):
            assert 0 == await self._process.wait()
            await self._reading
        return self.said[-1]

    @property
    def promised(self) -> list[dict[str, Any]]:
        return [told for told in self.said if "event" in told]

    @property
    def refused(self) -> set[str]:
        return {told["refused"] for told in self.said if "refused" in told}

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            if line.endswith(b"\n"):  # one cut short was not said
                self.said.append(json.loads(line))


def fill(admin: Desktop) -> str:
    """Load the sample campaign and so many applicants to one employer's jobs; return the employer."""

    class Nothing:
        organizations = jobs = broadcasts = staticmethod(list)

        def lineup(self, _id: str) -> list[Any]:
            return []

        def job(self, _id: str) -> None:
            return None

    actions = missing_actions(Nothing(), 1_790_000_000_000)  # type: ignore[arg-type]
    assert all(result.outcome == "applied" for result in admin.act(*actions))
    admin.start()
    jobs = [json.loads(data) for (entity, _), (_, _, data) in admin.rows.items() if entity == "job"]
    employer = Counter(job["employer_id"] for job in jobs).most_common(1)[0][0]
    mine = [job["id"] for job in jobs if job["employer_id"] == employer]
    leads = [
        Lead(
            row=n,
            name=f"测试员{n:04}",
            phone=f"138{n:08}",
            job_id=mine[n % len(mine)],
            broadcast_id=BROADCAST_ID,
            external_id=f"x{n}",
        )
        for n in range(APPLICANTS)
    ]
    for start in range(0, APPLICANTS, 500):
        body = msgspec.json.encode(LeadBatch(leads=leads[start : start + 500]))
        answer = admin.http.post("/v1/leads", content=body, headers={"Content-Type": "application/json"})
        assert {"created"} == {result["outcome"] for result in answer.json()["results"]}
    return str(employer)


async def trouble(lines: list[Line], chance: random.Random) -> None:
    """Cut and stall lines at random, until cancelled; then all work again."""
    try:
        while True:
            line = chance.choice(lines)
            if chance.random() < 0.5:
                await line.cut()
            else:
                line.stall()
            await asyncio.sleep(chance.uniform(0.05, 0.6))
            line.heal()
            await asyncio.sleep(chance.uniform(0.05, 0.6))
    finally:
        for line in lines:
            line.heal()


def by_application(lines: list[HistoryEntry]) -> dict[str, list[HistoryEntry]]:
    found: dict[str, list[HistoryEntry]] = defaultdict(list)
    for line in lines:
        found[line.application_id].append(line)
    return found


@pytest.mark.timed
def test_nothing_is_lost_doubled_or_overwritten(tmp_path: Path, hub: Any, request: pytest.FixtureRequest) -> None:
    admin = Desktop(hub.url, hub.invitation)
    request.addfinalizer(admin.http.close)
    employer = fill(admin)
    invitations = [hub.invite("hr", "--organization", employer) for _ in range(3)]
    chance = random.Random(SEED)

    async def story() -> tuple[list[Person], list[dict[str, Any]]]:
        async with AsyncExitStack() as stack:
            lines = [await stack.enter_async_context(Line(hub.port)) for _ in range(3)]
            people = [
                Person(tmp_path / f"desk{n}", line.url, invitation, SEED + n)
                for n, (line, invitation) in enumerate(zip(lines, invitations, strict=True))
            ]
            for person in people:
                await person.start()
            await all_at_work(people)
            troubled = asyncio.create_task(trouble(lines, chance))
            await asyncio.sleep(WORK_S / 2)  # the work itself is what is waited for
            await people[0].crash()
            await people[0].start()
            await asyncio.sleep(WORK_S / 2)
            troubled.cancel()
            await asyncio.gather(troubled, return_exceptions=True)
            return people, [await person.finish(f"测试员{77 + n:04}") for n, person in enumerate(people)]

    async def all_at_work(people: list[Person]) -> None:
        async with asyncio.timeout(60):
            while not all(person.promised for person in people):
                await asyncio.sleep(0.05)

    people, last_words = asyncio.run(story())
    history = committed(admin)
    admin.start()
    rows = {id_: found for (entity, id_), found in admin.rows.items() if entity == "application"}

    promised = {told["event"]: told for person in people for told in person.promised}
    refused = set().union(*(person.refused for person in people))
    kept = {line.id: line for line in history if line.actor != "hub"}
    assert len(history) == len({line.id for line in history})
    assert len(promised) > 200, "hardly anything was done: the test says little"

    # nothing lost, nothing doubled: each promised action has one line, or was refused and its user was told
    of_ones_own = {id_ for id_, told in promised.items() if told["kind"] == "application.claim"}  # leave no line
    assert set() == set(promised) - set(kept) - refused - of_ones_own
    assert set() == set(kept) & refused
    assert len(set(kept) - set(promised)) <= 1, "only the desk that crashed may have had no time to say something"
    for id_ in set(kept) & set(promised):
        assert (promised[id_]["application"], promised[id_]["actor"]) == (kept[id_].application_id, kept[id_].actor)

    # nothing overwritten: each step goes on from where the one before it ended
    for application_id, lines in by_application(history).items():
        row = msgspec.json.decode(rows[application_id][2], type=Application)
        steps = [line for line in lines if line.kind in {"status", "attempt"}]
        states = [*(line.before for line in steps), row.status]
        assert "new" == states[0]
        for line, now in zip(steps, states[1:], strict=True):
            assert now in after(line), lines
        assert sum(line.kind == "attempt" for line in lines) == row.handling.attempts
        assert [line.text for line in lines if line.kind == "note"] == list(filter(None, row.notes.split("\n")))

    # every desktop holds what the hub held when it ended, and finds anybody at once
    for words in last_words:
        assert set(rows) == set(words["rows"])
        assert words["took_s"] < 2.0
    assert {id_: rev for id_, (rev, _, _) in rows.items()} == {
        id_: rev for id_, (rev, *_) in last_words[-1]["rows"].items()
    }
    assert {line.id for line in history} == set(last_words[-1]["history"])


def committed(admin: Desktop) -> list[HistoryEntry]:
    """Return the lines of all histories in the order in which the hub took them."""
    lines = []
    while True:
        page = admin.changes(limit=5000)
        items = sorted(page.items, key=lambda item: item.seq)
        lines += [msgspec.json.decode(item.data, type=HistoryEntry) for item in items if item.entity == "history"]
        admin.cursor = page.to
        if not page.more:
            return lines


def after(line: HistoryEntry) -> set[str]:
    """Return the states in which an application can be after that step."""
    if line.kind == "status":
        return {line.after}
    if line.before not in {"new", "contacting", "unreachable"}:
        return {line.before}
    return {"answered": {"reached"}, "empty_number": {"invalid"}}.get(line.after, {"contacting", "unreachable"})
