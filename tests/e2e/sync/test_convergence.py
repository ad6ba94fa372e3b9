"""Invariant 1: after things settle, every cache equals the hub's view for its user, whatever happened before."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace
from sqlalchemy import select

from kzg_desktop.domain.actions import (
    Action,
    AddToLineup,
    AssignApplication,
    ClearAir,
    MoveInLineup,
    PutJob,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SetVacancy,
    SkipLineupItem,
)
from kzg_desktop.domain.entities import Application, LineupItem, Mode, VacancyState
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS
from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import set_role, set_scopes
from kzg_desktop.hub.erasure import erase_applicant
from kzg_desktop.hub.upkeep import compact, new_epoch
from tests.e2e.sync.house import House, send_form, start_hub
from tests.e2e.sync.test_engine import ROOT
from tests.unit.sync.rows import CAMPAIGN, take

DESKS = st.integers(0, 2)
JOBS = st.sampled_from(["j1", "j2"])


class Convergence(RuleBasedStateMachine):
    """Three desks (two administrators', one of an employer's HR) on one hub, each now and then away."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.runner = asyncio.Runner()
        self.hub = start_hub(self.folder / "hub")
        self.houses: list[House] = []
        self.made = 0

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    @initialize()
    def campaign(self) -> None:
        self.houses = [
            House(self.folder / "desk-0", self.hub),
            House(self.folder / "desk-1", self.hub),
            House(self.folder / "desk-2", self.hub, role="hr", scopes=("o1",)),
        ]
        self.run(self._open())

    async def _open(self) -> None:
        for house in self.houses:
            await house.open()
            house.connect()
        await self.houses[0].desk.act(*CAMPAIGN)
        await self.houses[0].settled()

    async def _act(self, desk: int, *actions: Action) -> None:
        try:
            await self.houses[desk].desk.act(*actions)
        except Refusal:
            return  # judged by what this desk knows: nothing was recorded

    def _applications(self) -> list[str]:
        return list(self.hub.hub.read_now(lambda c: c.scalars(select(tables.application.c.id)).all()))

    @rule(phone=st.integers(0, 5), job=JOBS, name=st.sampled_from(["王小明", "李华"]))
    def apply(self, phone: int, job: str, name: str) -> None:
        answer = self.run(send_form(self.hub, f"1380013800{phone}", job, name))
        assert answer.is_success or answer.status_code == 422, answer.text  # the job may not be in the lineup now

    @rule(desk=DESKS, job=JOBS, title=st.sampled_from(["装配工", "质检员", "包装工"]))
    def edit_job(self, desk: int, job: str, title: str) -> None:
        found = self.houses[desk].desk.job(job)
        if found is not None:
            self.run(self._act(desk, PutJob(job=replace(found, title=title), base_version=found.version)))

    @rule(desk=DESKS, item=st.sampled_from(["i1", "i2", "i3"]), job=JOBS, position=st.sampled_from("bcd"))
    def edit_lineup(self, desk: int, item: str, job: str, position: str) -> None:
        there = item in [one.id for one in self.houses[desk].desk.lineup("b1")]
        added = LineupItem(id=item, broadcast_id="b1", job_id=job, employer_id="", position=position)
        move = MoveInLineup(item_id=item, position=position)
        self.run(self._act(desk, move) if there else self._act(desk, AddToLineup(item=added)))

    @rule(desk=DESKS, item=st.sampled_from(["i1", "i2", "i3"]))
    def remove_from_lineup(self, desk: int, item: str) -> None:
        self.run(self._act(desk, RemoveFromLineup(item_id=item)))

    @rule(desk=DESKS, item=st.sampled_from(["i1", "i2", "i3"]), skipped=st.booleans())
    def skip(self, desk: int, item: str, skipped: bool) -> None:
        self.run(self._act(desk, SkipLineupItem(item_id=item, skipped=skipped)))

    @rule(desk=DESKS, mode=st.sampled_from(["prepare", "rehearse", "on_air"]))
    def change_mode(self, desk: int, mode: Mode) -> None:
        self.run(self._act(desk, SetMode(broadcast_id="b1", mode=mode, event_id=new_id())))

    @rule(desk=DESKS, job=JOBS, state=st.sampled_from(["open", "paused", "filled"]))
    def change_vacancy(self, desk: int, job: str, state: VacancyState) -> None:
        self.run(self._act(desk, SetVacancy(job_id=job, state=state)))

    @rule(desk=DESKS, job=JOBS, clear=st.booleans(), rehearsal=st.booleans())
    def take_or_clear(self, desk: int, job: str, clear: bool, rehearsal: bool) -> None:
        self.made += 1
        card = self.houses[desk].desk.job(job)
        if clear:
            self.run(self._act(desk, ClearAir(broadcast_id="b1", event_id=new_id())))
        elif card is not None:
            self.run(self._act(desk, take(f"s{self.made}", card, rehearsal=rehearsal)))

    @rule(desk=DESKS, job=JOBS, data=st.data())
    @precondition(lambda self: self._applications())
    def move_application(self, desk: int, job: str, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self._applications()))
        self.run(self._with_application(desk, id_, job))

    async def _with_application(self, desk: int, id_: str, job: str) -> None:
        found = await self.houses[desk].desk.application(id_)
        if found is not None:
            rev = found.rev
            await self._act(desk, AssignApplication(application_id=id_, base_rev=rev, job_id=job))
            await self._act(desk, SetApplicationStatus(application_id=id_, base_rev=rev + 1, status="contacting"))

    @rule(desk=DESKS, data=st.data())
    @precondition(lambda self: self._applications())
    def accept(self, desk: int, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self._applications()))
        self.run(self._forward(desk, id_))

    async def _forward(self, desk: int, id_: str) -> None:
        """Take an application as far as its first steps lead: it is accepted and leaves again on the way."""
        while (found := await self.houses[desk].desk.application(id_)) is not None:
            assert isinstance(found.row, Application)
            if not STEPS[found.row.status]:
                return
            before = found.rev
            status = STEPS[found.row.status][0]
            await self._act(desk, SetApplicationStatus(application_id=id_, base_rev=before, status=status))
            if status == "hired":
                return
            now = await self.houses[desk].desk.application(id_)
            if now is None or now.rev == before:
                return

    @rule(data=st.data())
    @precondition(lambda self: self._applications())
    def erase(self, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self._applications()))
        self.hub.hub.write_now(lambda t: erase_applicant(t, ROOT, id_))

    @rule(scopes=st.sampled_from([["o1"], ["o2"], ["o1", "o2"], ["*"]]))
    def grant(self, scopes: list[str]) -> None:
        self.hub.hub.write_now(lambda t: set_scopes(t, self.houses[2].account_id, scopes))

    @rule(role=st.sampled_from(["hr", "host"]))
    def change_role(self, role: str) -> None:
        self.hub.hub.write_now(lambda t: set_role(t, self.houses[2].account_id, role))

    @rule(desk=DESKS)
    def disconnect_or_connect(self, desk: int) -> None:
        self.run(self._toggle(self.houses[desk]))

    async def _toggle(self, house: House) -> None:
        if house.connected:
            await house.disconnect()
        else:
            house.connect()

    @rule(desk=DESKS)
    def restart(self, desk: int) -> None:
        self.run(self.houses[desk].restart())

    @rule(keep=st.integers(0, 5))
    def forget_history(self, keep: int) -> None:
        self.hub.hub.write_now(lambda t: compact(t, keep))

    @rule()
    def begin_an_epoch(self) -> None:
        self.hub.hub.write_now(new_epoch)

    @rule()
    def settle(self) -> None:
        self.run(self._settle())

    @invariant()
    def engines_run(self) -> None:
        self.run(self._look())

    async def _look(self) -> None:
        await asyncio.sleep(0)
        for house in self.houses:
            assert house._running is None or not house._running.done(), house._running

    async def _settle(self) -> None:
        """Bring everybody back and compare. Away for long: what limits fresh starts does not hold any more."""
        for house in self.houses:
            if not house.connected:
                house.connect()
        async with asyncio.timeout(40):
            for house in self.houses:
                patience = asyncio.create_task(self._patient(house))
                try:
                    await house.equal_hub()
                finally:
                    patience.cancel()

    async def _patient(self, house: House) -> None:
        while True:
            await asyncio.sleep(0.05)
            if house.desk.status.stale:
                house.clock.advance(301)
            house.engine.retry_now()

    def teardown(self) -> None:
        try:
            if self.houses:
                self.run(self._settle())
        finally:
            self.run(self._close())
            self.runner.close()
            self.hub.close()
            shutil.rmtree(self.folder)

    async def _close(self) -> None:
        for house in self.houses:
            await house.close()


TestConvergence = Convergence.TestCase
TestConvergence.settings = settings(
    max_examples=8,
    stateful_step_count=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take a quarter of an hour
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
