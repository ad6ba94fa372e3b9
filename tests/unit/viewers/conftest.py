"""A real hub with the sample campaign loaded, for viewers to visit."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import pytest

from kzg_desktop.domain.actions import encode_action
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.importing.sample import sample_actions
from kzg_desktop.wire import Checksums, Mutation, MutationBatch, MutationResults, Session, SessionRequest
from tests.unit.hub.live import SECRET, LiveHub

JSON = {"Content-Type": "application/json"}


class RunningHub:
    """A hub's address, and what it has stored."""

    def __init__(self, url: str, token: str, http: httpx.AsyncClient) -> None:
        self.url = url
        self._http = http
        self._headers = {"Authorization": f"Bearer {token}"}

    async def load_sample(self) -> None:
        actions = sample_actions(time.time_ns() // 1_000_000)
        batch = MutationBatch(
            mutations=[
                Mutation(number=number, id=new_id(), age_ms=0, action=msgspec.Raw(encode_action(action)))
                for number, action in enumerate(actions, 1)
            ]
        )
        response = await self._http.post("/v1/mutations", content=msgspec.json.encode(batch), headers=self._headers)
        results = msgspec.json.decode(response.content, type=MutationResults).results
        assert {"applied"} == {result.outcome for result in results}

    async def applications(self) -> int:
        response = await self._http.get("/v1/checksums", headers=self._headers)
        sums = msgspec.json.decode(response.content, type=Checksums).checksums
        return next(entry.rows for entry in sums if entry.entity == "application")


@pytest.fixture
async def hub(tmp_path: Path) -> AsyncIterator[RunningHub]:
    live = LiveHub(tmp_path / "hub", clock=SystemClock())
    try:
        async with httpx.AsyncClient(base_url=live.url, trust_env=False, timeout=10, headers=JSON) as http:
            request = SessionRequest(device_id=new_id(), device_name="测试", embedded_secret=SECRET)
            response = await http.post("/v1/session", content=msgspec.json.encode(request))
            session = msgspec.json.decode(response.content, type=Session)
            running = RunningHub(live.url, session.access_token, http)
            await running.load_sample()
            yield running
    finally:
        await asyncio.to_thread(live.close)
