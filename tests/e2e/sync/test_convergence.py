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
    AddNote,
    AddToLineup,
    AssignApplication,
    BookInterview,
    ClaimApplication,
    ClearAir,
    HandOver,
    LinkPeople,
    MoveInLineup,
    PutJob,
    PutSlot,
    RecordAttempt,
    ReleaseApplication,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SetVacancy,
    SkipLineupItem,
    UndoStep,
    UnlinkPeople,
)
from kzg_desktop.domain.entities import Application, LineupItem, Mode, VacancyState
from kzg_desktop.domain.hiring import InterviewSlot, Outcome, PersonLink
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS
from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import set_role, set_scopes
from kzg_desktop.hub.erasure import erase_applicant
from kzg_desktop.hub.upkeep import compact, new_epoch
from kzg_desktop.services import FeedQuery
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
        self.erased: set[str] = set()
        self.exported: dict[tuple[int, str], set[str]] = {}

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
            await self._act(
                desk, AssignApplication(consent_confirmed=True, application_id=id_, base_rev=rev, job_id=job)
            )
            await self._act(desk, SetApplicationStatus(application_id=id_, base_rev=rev + 1, status="contacting"))

    @rule(desk=DESKS, data=st.data(), what=st.sampled_from(["claim", "release", "hand_over", "note", "undo"]))
    @precondition(lambda self: self._applications())
    def handle(self, desk: int, what: str, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self._applications()))
        self.made += 1
        event = new_id()
        to = self.houses[data.draw(DESKS)].account_id
        row = self.run(self._row(desk, id_))
        actions: dict[str, Action] = {
            "claim": ClaimApplication(application_id=id_, event_id=event),
            "release": ReleaseApplication(application_id=id_, event_id=event),
            "hand_over": HandOver(
                application_id=id_, to=to, reason=data.draw(st.sampled_from(["", "换班"])), event_id=event
            ),
            "note": AddNote(application_id=id_, text=f"约好 {self.made}", event_id=event),
            "undo": UndoStep(
                application_id=id_, base_status=row.status if row else "new", reason="点错了", event_id=event
            ),
        }
        self.run(self._act(desk, actions[what]))

    @rule(
        desk=DESKS,
        data=st.data(),
        outcome=st.sampled_from(["answered", "answered", "no_answer", "rejected", "empty_number"]),
    )
    @precondition(lambda self: self._applications())
    def call(self, desk: int, outcome: Outcome, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self._applications()))
        self.run(self._act(desk, RecordAttempt(application_id=id_, outcome=outcome, event_id=new_id())))

    @rule(desk=DESKS, slot=st.sampled_from(["x1", "x2"]), capacity=st.integers(1, 2))
    def put_slot(self, desk: int, slot: str, capacity: int) -> None:
        employer = f"o{slot[1]}"
        made = InterviewSlot(id=slot, employer_id=employer, starts_at=self.hub.clock.now_ms(), capacity=capacity)
        self.run(self._act(desk, PutSlot(slot=made)))

    @rule(desk=DESKS, data=st.data(), slot=st.sampled_from(["", "x1", "x2"]))
    @precondition(lambda self: self._applications())
    def book(self, desk: int, slot: str, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self._applications()))
        row = self.run(self._row(desk, id_))
        status = row.status if row else "new"
        at = 0 if slot else self.hub.clock.now_ms()
        book = BookInterview(application_id=id_, base_status=status, slot_id=slot, appointment_at=at, event_id=new_id())
        self.run(self._act(desk, book))

    @rule(desk=DESKS, data=st.data(), link=st.sampled_from(["l1", "l2"]), undo=st.booleans())
    @precondition(lambda self: self._applications())
    def link(self, desk: int, link: str, undo: bool, data: st.DataObject) -> None:
        ids = data.draw(st.lists(st.sampled_from(self._applications()), min_size=2, max_size=3))
        rows = [row for id_ in ids if (row := self.run(self._row(desk, id_))) is not None]
        if undo:
            told = tuple(row.id for row in rows)
            self.run(
                self._act(desk, UnlinkPeople(link_id=link, application_ids=told, event_id=new_id(), reason="看错了"))
            )
        elif rows:
            employer = rows[0].employer_id
            members = tuple(row.person_id for row in rows if row.employer_id == employer)
            told = tuple(row.id for row in rows if row.employer_id == employer)
            made = PersonLink(id=link, employer_id=employer, kind="together", members=members, note="夫妻")
            self.run(self._act(desk, LinkPeople(link=made, application_ids=told, event_id=new_id())))

    async def _row(self, desk: int, id_: str) -> Application | None:
        found = await self.houses[desk].desk.application(id_)
        return found.row if found is not None and isinstance(found.row, Application) else None

    @rule(desk=DESKS)
    def export(self, desk: int) -> None:
        self.made += 1
        self.run(self._export(desk, f"{self.made}.csv"))

    async def _export(self, desk: int, name: str) -> None:
        one = self.houses[desk].desk
        rows = await one.feed_rows(await one.feed_ids(FeedQuery()))
        await one.keep_export(Path(name), [row.id for row in rows])
        self.exported[desk, name] = {row.id for row in rows}

    @rule(desk=DESKS, hours=st.sampled_from([-24, -1, 1, 24]))
    def step_clock(self, desk: int, hours: int) -> None:
        self.houses[desk].clock.step(hours * 3600)

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
        before = set(self._applications())
        self.hub.hub.write_now(lambda t: erase_applicant(t, ROOT, id_))
        self.erased |= before - set(self._applications())

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
            await self._nothing_twice(house)

    async def _nothing_twice(self, house: House) -> None:
        """Whatever comes first, the answer or the page: what the user did is there once (invariants 7 and 9)."""
        rows = await house.desk.feed_rows(await house.desk.feed_ids(FeedQuery()))
        for row in rows:
            notes = row.notes.splitlines()
            assert len(set(notes)) == len(notes), row
        lines = [line.id for line in await house.desk.history([row.id for row in rows])]
        assert len(set(lines)) == len(lines), lines

    async def _settle(self) -> None:
        """Bring everybody back and compare. Away for long: what limits fresh starts does not hold any more."""
        for house in self.houses:
            if not house.connected:
                house.connect()
        async with asyncio.timeout(40):
            patience = asyncio.gather(*(self._patient(house) for house in self.houses))
            try:
                for house in self.houses:
                    await house.settled()  # all of them first: what one still sends would come to those compared before
                for house in self.houses:
                    await house.equal_hub()
            finally:
                patience.cancel()
                await asyncio.gather(patience, return_exceptions=True)
        for number, house in enumerate(self.houses):
            await self._nothing_left(number, house)

    async def _nothing_left(self, number: int, house: House) -> None:
        """Of what is not in view, no entry, refusal, history or file that is not marked (invariants 10 and 11)."""
        desk = house.desk
        rows = await desk.feed_rows(await desk.feed_ids(FeedQuery()))
        shown = {row.id for row in rows}
        assert set() == self.erased & shown
        assert await desk.recorded.applications() <= shown
        assert [] == await desk.history(sorted(self.erased))
        for file in await desk.exports():
            assert file.outdated or self.exported[number, file.path.name] <= shown

    async def _patient(self, house: House) -> None:
        while True:
            await asyncio.sleep(0.05)
            if house.desk.status.stale:
                house.clock.advance(301)
            house.desk.try_again()

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
    max_examples=10,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take a quarter of an hour
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
