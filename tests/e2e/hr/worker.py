"""One HR user at a real desktop: ``python -m tests.e2e.hr.worker FOLDER HUB_URL INVITATION SEED``.

Claims applicants, calls them, notes, books and steps as long as there is somebody to call, and says on standard output,
a JSON object a line, each action that the desk has promised to keep, and each that the hub refused. A line on standard
input ends the work: what waits is sent, and the last line tells what the cache holds.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

from kzg_desktop import app as desktop
from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    ClaimApplication,
    LogContact,
    RecordAttempt,
    SetApplicationStatus,
)
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.views import Moment
from kzg_desktop.errors import Refusal
from kzg_desktop.hiring_services import ApplicantQuery
from kzg_desktop.services import ActionRefused, DeskEvent
from kzg_desktop.ui.hub_fields import ByInvitation
from kzg_desktop.ui.settings_store import SettingsStore

_AT_ONCE = 12
"""The desks look at the same first few applicants, so that they get in each other's way."""


def say(**told: Any) -> None:
    print(json.dumps(told), flush=True)


class Worker:
    """The work of one user, chosen by *seed*."""

    def __init__(self, app: desktop.App, seed: int) -> None:
        self._desk = app.desk
        self._clock = app.clock
        self._random = random.Random(seed)
        self._refused: set[int] = set()
        app.desk.subscribe(self._on_event)
        for refusal in app.desk.refusals():  # which came while this desktop was starting
            self._on_event(refusal)

    async def work(self, stopped: asyncio.Event) -> None:
        while not stopped.is_set():
            rows = await self._to_call()
            if not rows:
                await asyncio.sleep(0.05)
                continue
            await self._handle(self._random.choice(rows))

    async def find_and_call(self, name: str) -> float:
        """Return how long it took from typing a name to having the phone on screen, logged (seconds)."""
        began = time.monotonic()
        numbers = await self._desk.applicant_ids(ApplicantQuery(moment=self._moment(), text=name))
        row = (await self._desk.applicant_rows(numbers[:1]))[0].row
        assert isinstance(row, Application)
        await self._act(LogContact(application_id=row.id, event_id=new_id(), access="reveal"))
        return time.monotonic() - began

    async def _to_call(self) -> list[Application]:
        numbers = await self._desk.applicant_ids(ApplicantQuery(moment=self._moment(), view="to_call"))
        found = await self._desk.applicant_rows(numbers[: 4 * _AT_ONCE])
        rows = [one.row for one in found if isinstance(one.row, Application)]
        mine_or_free = [row for row in rows if row.owner in {"", self._desk.account_id}]
        return mine_or_free[:_AT_ONCE]

    async def _handle(self, row: Application) -> None:
        steps: list[Action] = [
            ClaimApplication(application_id=row.id, event_id=new_id()),
            RecordAttempt(
                application_id=row.id,
                event_id=new_id(),
                outcome=self._random.choices(["answered", "no_answer", "empty_number"], [6, 3, 1])[0],
            ),
            AddNote(application_id=row.id, event_id=new_id(), text=f"备注 {self._random.randint(1, 99)}"),
        ]
        for step in steps:
            if not await self._act(step):
                return
        now = await self._desk.application(row.id)
        if now is not None and isinstance(now.row, Application) and now.row.status == "reached":
            status = self._random.choice(["considering", "not_interested"])
            await self._act(
                SetApplicationStatus(application_id=row.id, event_id=new_id(), base_status="reached", status=status)
            )

    async def _act(self, action: Any) -> bool:
        try:
            await self._desk.act(action)
        except Refusal as refusal:
            say(not_begun=refusal.type)  # this desk knows already that somebody else was faster
            return False
        say(
            event=action.event_id,
            application=action.application_id,
            kind=action.__struct_config__.tag,
            actor=self._desk.account_id,
        )
        return True

    def _moment(self) -> Moment:
        return Moment(self._desk.account_id, self._clock.now_ms())

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, ActionRefused):
            say(refused=getattr(event.action, "event_id", ""), type=event.type)


async def script(app: desktop.App) -> int:
    assert app.window is not None
    if SettingsStore(app.data_dir / "settings.json").value.page != "hr":
        app.tasks.cancel("link")
        await app._sign_in(HUB, ByInvitation(INVITATION))
        app.tasks.spawn("link", app.link.run())
    await app.link.wait_live()
    app.window.show_page("hr")
    worker = Worker(app, SEED)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    reader = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
    reader.add_done_callback(lambda _: loop.call_soon(stopped.set))
    await worker.work(stopped)
    while app.desk.status.waiting or app.desk.status.state != "live":
        await asyncio.sleep(0.02)
    name = (await reader).strip()
    took_s = await worker.find_and_call(name)
    while app.desk.status.waiting:
        await asyncio.sleep(0.02)
    numbers = await app.desk.applicant_ids(ApplicantQuery(moment=Moment("", 0)))
    rows = await app.desk.applicant_rows(numbers)
    ids = [one.row.id for one in rows]
    lines = await app.desk.history(ids)
    say(
        settled=True,
        took_s=took_s,
        rows={one.row.id: [one.rev, one.row.status, one.row.owner] for one in rows if isinstance(one.row, Application)},
        history=[line.id for line in lines],
    )
    return 0


if __name__ == "__main__":
    FOLDER, HUB, INVITATION, SEED = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    FOLDER.mkdir(exist_ok=True)
    SettingsStore(FOLDER / "settings.json").change(language="zh", mode="hub", hub_url=HUB)
    sys.exit(desktop.run(FOLDER, script=script))
