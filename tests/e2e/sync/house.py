"""A real hub behind a real socket, and desks that live through restarts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import msgspec

from kzg_desktop.cache.application_rows import SQL_FIELDS, application_from
from kzg_desktop.cache.keys import SecretStore
from kzg_desktop.cache.layout import SMALL
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.domain.views import VIEWS, Moment, in_view
from kzg_desktop.hiring_services import ApplicantQuery
from kzg_desktop.hub.accounts import create_account, invite
from kzg_desktop.hub.settings import Limits
from kzg_desktop.services import FeedQuery
from kzg_desktop.sync.backoff import Backoff
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.engine import SyncEngine
from kzg_desktop.sync.session import StoredCredentials
from kzg_desktop.wire import SnapshotPage
from tests.fakes import FakeClock, until
from tests.unit.hub.live import LiveHub

KEY = bytes(range(32))
GENEROUS = Limits(address_burst=1e9, phone_burst=1e9, failed_sign_in_burst=1e9)
Rows = dict[tuple[str, str], tuple[int, str, Any]]


class Secrets:
    """A :class:`SecretStore` in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._kept.get(name)

    def set(self, name: str, value: str) -> None:
        self._kept[name] = value

    def delete(self, name: str) -> None:
        self._kept.pop(name, None)


def quick() -> Backoff:
    return Backoff(first_s=0.01, longest_s=0.05)


def start_hub(data_dir: Path, clock: Clock | None = None) -> LiveHub:
    return LiveHub(data_dir, clock=clock or SystemClock(), limits=GENEROUS)  # type: ignore[arg-type]


class House:
    """One desk of one account: its folder, its secrets, and whether it runs and is connected."""

    def __init__(self, data_dir: Path, hub: LiveHub, role: str = "admin", scopes: tuple[str, ...] = ("*",)) -> None:
        self.data_dir = data_dir
        self.hub = hub
        self.clock = FakeClock()
        self.account_id = hub.hub.write_now(lambda t: create_account(t, name=role, role=role, scopes=scopes))
        invitation = hub.hub.write_now(lambda t: invite(t, self.account_id))
        store: SecretStore = Secrets()
        self.credentials = StoredCredentials(store, "hub", invitation=invitation)
        self.desk: LocalDesk
        self.engine: SyncEngine
        self._running: asyncio.Task[None] | None = None

    async def open(self) -> None:
        self.desk = await LocalDesk.open(self.data_dir, KEY, self.clock)

    def connect(self, url: str = "", read_s: float = 50.0) -> None:
        """Start the engine; the desk is connected from now on."""
        self.engine = SyncEngine(self.desk, url or self.hub.url, self.credentials, backoff=quick, read_s=read_s)
        self._running = asyncio.create_task(self.engine.run())

    @property
    def connected(self) -> bool:
        return self._running is not None

    async def disconnect(self) -> None:
        if self._running is not None:
            assert not self._running.done(), self._running
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None

    async def close(self) -> None:
        await self.disconnect()
        await self.desk.close()

    async def restart(self) -> None:
        connected = self.connected
        await self.close()
        await self.open()
        if connected:
            self.connect()

    async def settled(self) -> None:
        """Return when the desk is live and everything that it did is confirmed."""
        await until(lambda: self.desk.status.state == "live" and self.desk.status.waiting == 0)

    async def cached(self) -> Rows:
        """Return all rows of the cache file."""
        return await asyncio.to_thread(self._cached)

    async def at_hub(self) -> Rows:
        """Return all rows that the account may see, as a fresh snapshot."""
        rows: Rows = {}
        for entity in ENTITIES:
            after: str | None = ""
            while after is not None:
                body = await self.engine._client.snapshot(entity, after=after, limit=1000)
                page = msgspec.json.decode(body, type=SnapshotPage)
                rows.update(
                    ((i.entity, i.id), (i.rev, i.scope, msgspec.json.decode(i.data, type=ENTITIES[i.entity])))
                    for i in page.items
                )
                after = page.next
        return rows

    async def equal_hub(self) -> None:
        """Return when cache, screen and hub agree; fail with what differs if they do not within a while."""
        await self.settled()
        for _ in range(200):
            cached, expected = await self.cached(), await self.at_hub()
            if cached == expected:
                break
            await asyncio.sleep(0.02)
        assert expected == cached
        await self._shows(expected)

    async def _shows(self, expected: Rows) -> None:
        for entity in SMALL:
            rows = [row for (name, _), (_, _, row) in expected.items() if name == entity]
            shown = self.desk._state.all(ENTITIES[entity])
            assert sorted(rows, key=lambda r: r.id) == sorted(shown, key=lambda r: r.id)
        applications = {row.n: row for (name, _), (_, _, row) in expected.items() if name == "application"}
        numbers = await self.desk.feed_ids(FeedQuery())
        assert sorted(applications, reverse=True) == numbers.tolist()
        assert [applications[n] for n in numbers] == await self.desk.feed_rows(numbers)
        by_id = {row.id: row for row in applications.values()}
        lines = sorted(
            (row for (name, _), (_, _, row) in expected.items() if name == "history"), key=lambda r: (r.at, r.id)
        )
        told = sorted({line.application_id for line in lines if line.application_id} | by_id.keys())
        assert [line for line in lines if line.application_id] == await self.desk.history(told)
        await self._lists(list(applications.values()))
        for row in applications.values():
            assert row.n in await self.desk.feed_ids(FeedQuery(text=f"{row.name} {row.phone[-4:]}"))

    async def _lists(self, rows: list[Any]) -> None:
        """Compare every view, and a search of notes, with the rows."""
        moment = Moment(self.account_id, self.clock.now_ms())
        assert {view: sum(in_view(view, row, moment) for row in rows) for view in VIEWS} == (
            await self.desk.view_counts(moment)
        )
        for view in VIEWS:
            numbers = await self.desk.applicant_ids(ApplicantQuery(moment=moment, view=view))
            assert {row.n for row in rows if in_view(view, row, moment)} == set(numbers)
        noted = await self.desk.applicant_ids(ApplicantQuery(moment=moment, text="约好"))
        assert {row.n for row in rows if "约好" in row.notes} == set(noted)

    def _cached(self) -> Rows:
        connection = connect(self.desk.files.cache, KEY)
        try:
            rows: Rows = {}
            for entity in (*SMALL, "history"):
                for id_, rev, scope, body in connection.execute(f"SELECT id, rev, scope, body FROM {entity}"):
                    rows[entity, id_] = (rev, scope, msgspec.json.decode(body, type=ENTITIES[entity]))
            for *fields, rev, scope in connection.execute(f"SELECT {SQL_FIELDS}, rev, scope FROM application"):
                row = application_from(fields)
                rows["application", row.id] = (rev, scope, row)
            return rows
        finally:
            connection.close()


@asynccontextmanager
async def open_house(house: House, *, connect: bool = True) -> AsyncIterator[House]:
    await house.open()
    if connect:
        house.connect()
    try:
        yield house
    finally:
        await house.close()


async def send_form(hub: LiveHub, phone: str, job: str, name: str) -> httpx.Response:
    """Send the sign-up form as a viewer does."""
    form = {"job": job, "name": name, "phone": phone, "consent": "yes"}
    async with httpx.AsyncClient(timeout=10) as http:
        url = f"{hub.url}/apply/b1"
        return await http.post(url, params={"job": job}, data=form, headers={"Accept": "application/json"})


async def sign_up(hub: LiveHub, phone: str, job: str = "j1", name: str = "王小明") -> str:
    """Send a sign-up form that must be taken, and return the application's id."""
    answer = await send_form(hub, phone, job, name)
    assert answer.is_success, answer.text
    return str(answer.json()["application_id"])
