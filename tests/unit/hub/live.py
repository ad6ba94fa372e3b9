"""A hub behind a real socket, on a thread of the test, and a desktop that talks to it."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import httpx
import msgspec
from litestar import Litestar
from sqlalchemy import update

from kzg_desktop.domain.actions import (
    Action,
    AddToLineup,
    PutBroadcast,
    PutJob,
    PutOrganization,
    TakeCard,
    encode_action,
)
from kzg_desktop.domain.entities import ENTITIES, Broadcast, Job, LineupItem, Organization, Pay
from kzg_desktop.domain.ids import new_id
from kzg_desktop.hub.accounts import create_account, invite
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.server import HubServer, create_app, hub_of, listen
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.tables import token
from kzg_desktop.wire import (
    ChangePage,
    Checksums,
    Mutation,
    MutationBatch,
    MutationResult,
    MutationResults,
    Session,
    SnapshotPage,
)

SECRET = "an embedded secret for tests"


class FakeClock:
    """A clock that goes only when told."""

    def __init__(self) -> None:
        self.ms = 1_790_000_000_000
        self._stepped_ms = 0

    def now_ms(self) -> int:
        return self.ms

    def monotonic_s(self) -> float:
        return (self.ms - self._stepped_ms) / 1000

    def step(self, ms: int) -> None:
        """Set the time of day forward or back, as NTP does; no time passes."""
        self.ms += ms
        self._stepped_ms += ms


class _PromptServer(HubServer):
    """Ends when told to, where uvicorn looks ten times a second whether it should."""

    def __init__(self, app: Litestar, *, on_ready: Callable[[], None]) -> None:
        super().__init__(app, on_ready=on_ready)
        self._told = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self._told.wait()

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._told.set)


class LiveHub:
    def __init__(self, data_dir: Path, *, database: str = "", clock: Any = None, **more: Any) -> None:
        self.clock = clock or FakeClock()
        settings = Settings(data_dir=data_dir, database=database, embedded_secret=SECRET, embedded_role="admin", **more)
        self.app = create_app(settings, self.clock)
        self.hub: Hub = hub_of(self.app)
        self._socket = listen("127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        ready = threading.Event()
        self._server = _PromptServer(self.app, on_ready=ready.set)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()
        assert ready.wait(20)

    def desktop(self, role: str = "admin", scopes: tuple[str, ...] = ("*",)) -> Desktop:
        account_id = self.hub.write_now(lambda t: create_account(t, name="Tester", role=role, scopes=scopes))
        return Desktop(self.url, self.hub.write_now(lambda t: invite(t, account_id)))

    def keep_everybody_signed_in(self) -> None:
        """Let no token end, for tests that go on for months."""
        self.hub.write_now(lambda t: t.connection.execute(update(token).values(expires_at=2**53)))

    def close(self) -> None:
        if self._thread.is_alive():
            self._server.end()
        self._thread.join(20)
        self._socket.close()
        assert not self._thread.is_alive()


class Desktop:
    """Keeps what the hub says it may see, the way docs/protocol.md tells a desktop to."""

    def __init__(self, url: str, invitation: str) -> None:
        self.http = httpx.Client(base_url=url, timeout=httpx.Timeout(5, read=40))
        self.device_id = new_id()
        self.number = 0
        self.session = self.sign_in(invitation=invitation)
        self.rows: dict[tuple[str, str], tuple[int, str, bytes]] = {}
        self.cursor = ""
        self.seq = 0
        self.acked = 0

    @property
    def account_id(self) -> str:
        return self.session.account.id

    def sign_in(self, **credential: str) -> Session:
        body = {"device_id": self.device_id, "device_name": "test", **credential}
        answer = self.http.post("/v1/session", json=body)
        answer.raise_for_status()
        session = msgspec.json.decode(answer.content, type=Session)
        self.http.headers["Authorization"] = f"Bearer {session.access_token}"
        return session

    def mutation(self, action: Action, age_ms: int = 0) -> Mutation:
        self.number += 1
        return Mutation(number=self.number, id=new_id(), age_ms=age_ms, action=msgspec.Raw(encode_action(action)))

    def send(self, *mutations: Mutation) -> list[MutationResult]:
        body = msgspec.json.encode(MutationBatch(mutations=list(mutations)))
        answer = self.http.post("/v1/mutations", content=body, headers={"Content-Type": "application/json"})
        assert 200 == answer.status_code, answer.text
        return msgspec.json.decode(answer.content, type=MutationResults).results

    def act(self, *actions: Action, age_ms: int = 0) -> list[MutationResult]:
        return self.send(*(self.mutation(action, age_ms) for action in actions))

    def snapshot(
        self, limit: int = 10_000, *, entities: Iterable[str] = ENTITIES, **query: Any
    ) -> dict[tuple[str, str], tuple[int, str, bytes]]:
        """Return all rows in view; the place in the log is kept when this is the first."""
        rows = {}
        for entity in entities:
            after: str | None = ""
            while after is not None:
                params = {"entity": entity, "limit": limit, "after": after, **query}
                answer = self.http.get("/v1/snapshot", params=params)
                assert 200 == answer.status_code, answer.text
                page = msgspec.json.decode(answer.content, type=SnapshotPage)
                if not self.cursor:
                    self.cursor, self.seq, self.acked = page.cursor, page.seq, page.acked
                for item in page.items:
                    rows[item.entity, item.id] = (item.rev, item.scope, bytes(item.data))
                after = page.next
        return rows

    def start(self) -> None:
        """Read what is there; of which entities there is anything, one call tells."""
        answer = self.http.get("/v1/checksums")
        assert 200 == answer.status_code, answer.text
        sums = msgspec.json.decode(answer.content, type=Checksums)
        first, *others = sums.checksums
        self.cursor = ""
        self.rows = self.snapshot(entities=[first.entity, *(one.entity for one in others if one.rows)])
        self.cursor, self.seq = sums.cursor, sums.seq

    def changes(self, *, wait: float = 0, limit: int = 500, **query: Any) -> ChangePage:
        params = {"since": self.cursor, "wait": wait, "limit": limit, **query}
        answer = self.http.get("/v1/changes", params=params)
        assert 200 == answer.status_code, answer.text
        return msgspec.json.decode(answer.content, type=ChangePage)

    def apply(self, page: ChangePage) -> None:
        assert self.cursor == page.from_
        joined = [item.scope for item in page.items if item.op == "scope_joined"]
        for scope in joined:
            self.rows |= self.snapshot(scope=scope)
        for item in page.items:
            key = (item.entity, item.id)
            if item.op == "put":
                if item.rev > self.rows.get(key, (0,))[0]:
                    self.rows[key] = (item.rev, item.scope, bytes(item.data))
            elif item.op == "scope_left":
                self.rows = {k: v for k, v in self.rows.items() if v[1] != item.scope}
            elif item.op != "scope_joined":
                self.rows.pop(key, None)
        self.cursor, self.seq, self.acked = page.to, page.seq, page.acked

    def pull(self, limit: int = 500) -> None:
        more = True
        while more:
            page = self.changes(limit=limit)
            self.apply(page)
            more = page.more

    def applications(self) -> list[dict[str, Any]]:
        rows = [msgspec.json.decode(v[2]) for k, v in self.rows.items() if k[0] == "application"]
        return sorted(rows, key=lambda row: row["n"])

    def close(self) -> None:
        self.http.close()


def organization(id_: str = "org-a", name: str = "北辰电子") -> Organization:
    return Organization(id=id_, name=name)


def job(id_: str = "job-a", employer: str = "org-a", title: str = "总装操作工", **more: Any) -> Job:
    name = {"org-a": "北辰电子", "org-b": "南岭家电"}.get(employer, employer)
    pay = Pay(month_min_yuan=5500, month_max_yuan=7000)
    fields: dict[str, Any] = {"pay": pay, "job_location": "山东潍坊高新区", "job_benefits": ("免费食宿", "中央空调")}
    return Job(id=id_, employer_id=employer, hiring_organization=name, title=title, **(fields | more))


def campaign() -> list[Action]:
    """Two employers with a job each, and one broadcast with both in its lineup."""
    return [
        PutOrganization(organization=organization()),
        PutOrganization(organization=organization("org-b", "南岭家电")),
        PutJob(job=job(), base_version=0),
        PutJob(job=job("job-b", "org-b", "焊装工"), base_version=0),
        PutBroadcast(broadcast=Broadcast(id="live-1", title="华北专场")),
        AddToLineup(item=LineupItem(id="i-a", broadcast_id="live-1", job_id="job-a", employer_id="", position="a0")),
        AddToLineup(item=LineupItem(id="i-b", broadcast_id="live-1", job_id="job-b", employer_id="", position="a1")),
    ]


def take(segment_id: str, card: Job | None = None, item_id: str = "i-a", *, rehearsal: bool = False) -> TakeCard:
    return TakeCard(
        segment_id=segment_id,
        broadcast_id="live-1",
        item_id=item_id,
        card=card or job(),
        planned_s=300,
        rehearsal=rehearsal,
    )


def apply(hub: LiveHub, phone: str = "13800138000", broadcast: str = "live-1", **fields: str) -> str:
    """Send a form as a viewer does; return the application's id."""
    url, accept = f"{hub.url}/apply/{broadcast}", {"Accept": "application/json"}
    answer = httpx.post(url, data=form(phone, **fields), headers=accept)
    assert 200 == answer.status_code, answer.text
    return str(answer.json()["application_id"])


def form(phone: str = "13800138000", **fields: str) -> dict[str, str]:
    return {"job": "job-a", "name": "王小明", "phone": phone, "consent": "yes", **fields}
