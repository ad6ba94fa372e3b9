"""The HR desk in memory, an office without a hub, and some forty invented applicants in every state."""

from __future__ import annotations

import asyncio
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    BookInterview,
    ClaimApplication,
    HandOver,
    LinkPeople,
    MarkReminded,
    RecordAttempt,
    RecordMilestone,
    SetApplicationStatus,
    SetFollowUp,
    SetWishes,
    UndoStep,
)
from kzg_desktop.domain.actions.handling import rules_of
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.duty import with_due
from kzg_desktop.domain.entities import AirSegment, Application, Broadcast, Entity, Organization, Versioned
from kzg_desktop.domain.hiring import (
    Colleague,
    DeskRules,
    HistoryEntry,
    InterviewSlot,
    PersonLink,
    Template,
    Wishes,
)
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.views import VIEWS, Moment, View, in_view
from kzg_desktop.hiring_services import ApplicantQuery, ExportFile
from kzg_desktop.services import ApplicationsChanged, ExportsChanged, HistoryChanged, RowsChanged
from kzg_desktop.wire_office import (
    AccountChange,
    AccountInfo,
    AuditPage,
    ConsentRecord,
    Correction,
    DeviceInfo,
    Invitation,
    Looking,
    NewAccount,
    PasswordChange,
    Presence,
)
from tests.gui.fake_desk import NOON, FakeClock, FakeDesk, sample_jobs

__all__ = ["FANG", "ME", "QIANG", "FakeHiringDesk", "FakeOffice", "sample_hiring", "the_one"]

ME, FANG, QIANG = "hr1", "hr2", "hr3"
"""Account ids: 李敏, who sits here and works for both employers, 王芳 (both), 赵强 (海岳重工 only)."""

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


class FakeHiringDesk(FakeDesk):
    """Implements `hiring_services.HiringDesk`, with everything that `FakeDesk` has for tests.

    `play` does something in the past, as somebody else if need be, and says nothing; `act_as` is a colleague's action
    arriving from the hub now. `kept` lists what was given to `keep_export`.
    """

    def __init__(self, clock: FakeClock | None = None, actor: str = ME) -> None:
        super().__init__(clock, actor)
        self.account_id = actor
        self.kept: list[tuple[Path, list[str]]] = []
        self.hub_ahead_ms = 0
        self._exports: dict[str, ExportFile] = {}

    def names(self) -> dict[str, str]:
        return {person.account_id: person.name for person in self._rows.all(Colleague)}

    # --- rows

    def colleagues(self) -> list[Colleague]:
        present = [person for person in self._rows.all(Colleague) if not person.gone]
        return sorted(present, key=lambda c: (c.name, c.id))

    def slots(self) -> list[InterviewSlot]:
        return sorted(self._rows.all(InterviewSlot), key=lambda s: (s.starts_at, s.id))

    def templates(self) -> list[Template]:
        return sorted(self._rows.all(Template), key=lambda t: (t.position, t.id))

    def person_links(self) -> list[PersonLink]:
        return sorted(self._rows.all(PersonLink), key=lambda link: link.id)

    def desk_rules(self, employer_id: str) -> DeskRules:
        found = self._rows.get(DeskRules.entity, employer_id)
        return found.row if found else DeskRules(id=employer_id, employer_id=employer_id)

    def application(self, number: int) -> Application:
        """Return the application with that arrival number as it is now."""
        return self._applications[number]

    def history_now(self, application_id: str) -> list[HistoryEntry]:
        """Return what was done about it so far, oldest first, without waiting."""
        found = [line for line in self._rows.all(HistoryEntry) if line.application_id == application_id]
        return sorted(found, key=lambda line: (line.at, line.id))

    # --- doing

    async def act(self, *actions: Action) -> None:
        await self._pass()
        if self.failing is not None:
            failing, self.failing = self.failing, None
            raise failing
        self._do(actions, self.clock.now_ms(), self.actor)
        self.acted.extend(actions)

    def act_as(self, actor: str, *actions: Action) -> None:
        """A colleague's actions arrive from the hub."""
        self._do(actions, self.clock.now_ms(), actor)

    def play(self, at: int, actor: str, *actions: Action) -> None:
        """Let *actor* have done this at that time (UTC ms), without an event."""
        rows = self._rows.copy()
        for action in actions:
            for write in action.writes(rows, at, actor):
                rows.write(write.entity, write.id, write.row)
        self._take_over(rows)

    def _do(self, actions: Iterable[Action], at: int, actor: str) -> None:
        rows = self._rows.copy()
        small: set[str] = set()
        numbers: set[int] = set()
        told: set[str] = set()
        for action in actions:
            for write in action.writes(rows, at, actor):
                rows.write(write.entity, write.id, write.row)
                if isinstance(write.row, Application):
                    numbers.add(write.row.n)
                elif isinstance(write.row, HistoryEntry):
                    told.add(write.row.application_id)
                else:
                    small.add(write.entity)
        self._take_over(rows)
        self._tell(small, numbers, told)

    def _tell(self, small: set[str], numbers: set[int], told: set[str]) -> None:
        if small:
            self._emit(RowsChanged(frozenset(small)))
        if numbers:
            self._emit(ApplicationsChanged(changed=frozenset(numbers)))
        if told:
            self._emit(HistoryChanged(frozenset(told)))

    def _take_over(self, rows: Any) -> None:
        self._rows = rows
        for found in rows.tables.get(Application.entity, {}).values():
            self._applications[found.row.n] = found.row

    # --- applications

    async def applicant_ids(self, query: ApplicantQuery) -> array[int]:
        await self._pass()
        return array("q", (row.n for row in self.listed(query)))

    def listed(self, query: ApplicantQuery) -> list[Application]:
        """Return the applications that match, in the wanted order, without waiting."""
        found = [row for row in self._applications.values() if _matches(query, row)]
        found.sort(key=lambda row: row.n)
        found.sort(key=lambda row: _order_key(query.order, row), reverse=query.descending)
        if query.order == "due_at":
            found.sort(key=lambda row: row.due_at == 0)
        return found

    async def applicant_rows(self, numbers: Sequence[int]) -> list[Versioned]:
        await self._pass()
        rows = [self._applications[n] for n in numbers if n in self._applications]
        table = self._rows.tables.get(Application.entity, {})
        return [table[row.id] for row in rows]

    async def view_counts(self, moment: Moment) -> dict[View, int]:
        await self._pass()
        rows = self._applications.values()
        return {view: sum(in_view(view, row, moment) for row in rows) for view in VIEWS}

    async def history(self, application_ids: Sequence[str]) -> list[HistoryEntry]:
        await self._pass()
        found = [line for line in self._rows.all(HistoryEntry) if line.application_id in set(application_ids)]
        return sorted(found, key=lambda line: (line.at, line.id))

    async def person_applications(self, person_ids: Sequence[str]) -> list[Application]:
        await self._pass()
        found = [row for row in self._applications.values() if row.person_id in set(person_ids)]
        return sorted(found, key=lambda row: -row.n)

    async def cities(self) -> list[str]:
        await self._pass()
        return [city for city, _ in Counter(row.city for row in self._applications.values() if row.city).most_common()]

    # --- exports

    async def exports(self) -> list[ExportFile]:
        await self._pass()
        return sorted(self._exports.values(), key=lambda file: -file.at)

    async def keep_export(self, path: Path, application_ids: Sequence[str]) -> None:
        await self._pass()
        self.kept.append((path, list(application_ids)))
        id_ = new_id()
        self._exports[id_] = ExportFile(id=id_, path=path, at=self.clock.now_ms())
        self._emit(ExportsChanged())

    async def forget_export(self, export_id: str) -> None:
        await self._pass()
        self._exports.pop(export_id, None)
        self._emit(ExportsChanged())

    def outdate_export(self, export_id: str) -> None:
        """Somebody in that file was erased."""
        self._exports[export_id] = replace(self._exports[export_id], outdated=True)
        self._emit(ExportsChanged())

    # --- the hub's side, and preparations

    def put(self, *rows: Entity) -> None:
        for row in rows:
            if isinstance(row, Application):
                self._keep(row)
            else:
                super().put(row)

    def receive(self, applications: Iterable[Application]) -> None:
        rows = list(applications)
        fresh = [row for row in rows if row.n not in self._applications]
        for row in rows:
            self._keep(row)
        changed = frozenset(row.n for row in rows) - {row.n for row in fresh}
        self._emit(ApplicationsChanged(added=len(fresh), changed=changed))

    def forget(self, numbers: Iterable[int]) -> None:
        gone = list(numbers)
        table = self._rows.tables.get(Application.entity, {})
        for number in gone:
            if number in self._applications:
                table.pop(self._applications[number].id, None)
        super().forget(gone)

    def _keep(self, row: Application) -> None:
        self._rows.write(row.entity, row.id, row)
        self._applications[row.n] = row


def _matches(query: ApplicantQuery, row: Application) -> bool:
    words = query.text.casefold().split()
    text = f"{row.name}\n{row.phone}\n{row.city}\n{row.job_title}\n{row.notes}".casefold()
    wanted = {
        "job_id": query.job_id,
        "employer_id": query.employer_id,
        "city": query.city,
        "status": query.status,
        "channel": query.channel,
        "broadcast_id": query.broadcast_id,
        "segment_id": query.segment_id,
        "owner": query.owner,
    }
    return (
        in_view(query.view, row, query.moment)
        and all(word in text for word in words)
        and all(not value or getattr(row, field) == value for field, value in wanted.items())
        and (not query.person_ids or row.person_id in query.person_ids)
    )


def _order_key(order: str, row: Application) -> Any:
    return row.handling.called_at if order == "called_at" else getattr(row, order)


class FakeOffice:
    """Implements `hiring_services.Office`.

    `calls` lists what was asked, name first. While `failing` is set, every call raises it; while `gate` is cleared,
    every call waits. What is answered are the attributes. `look_at` answers when `look` says who looks at what.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.failing: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.presence = Presence(version=1, looking=[])
        self.account_list: list[AccountInfo] = [
            _account(ME, "李敏", "hr", ["o1", "o2"]),
            _account(FANG, "王芳", "hr", ["o1", "o2"]),
            _account("host", "小周", "host", ["*"]),
            _account("admin", "管理员", "admin", ["*"]),
        ]
        self.device_list: list[DeviceInfo] = [
            _device("d1", "办公室电脑", here=True),
            _device("d2", "李敏的笔记本", here=False),
        ]
        self.audit_page = AuditPage(lines=[], more=False)
        self.consent_list: list[ConsentRecord] = []
        self.record = b'{"name":"\xe5\xbc\xa0\xe4\xb8\x89"}'
        self._looked = asyncio.Event()

    def look(self, *looking: tuple[str, str, str]) -> None:
        """Have these (account id, name, application id) look at applications."""
        seen = [Looking(account_id=who, name=name, application_id=what, since=NOON) for who, name, what in looking]
        self.presence = Presence(version=self.presence.version + 1, looking=seen)
        self._looked.set()

    async def look_at(self, application_id: str, known: int) -> Presence:
        await self._called("look_at", application_id, known)
        while known == self.presence.version:
            self._looked.clear()
            await self._looked.wait()
        return self.presence

    async def accounts(self) -> list[AccountInfo]:
        await self._called("accounts")
        return list(self.account_list)

    async def create_account(self, new: NewAccount) -> Invitation:
        await self._called("create_account", new)
        account = _account(f"new{len(self.account_list)}", new.name, new.role, list(new.scopes))
        self.account_list.append(account)
        return _invitation(account.id)

    async def invite(self, account_id: str) -> Invitation:
        await self._called("invite", account_id)
        return _invitation(account_id)

    async def change_account(self, account_id: str, change: AccountChange) -> AccountInfo:
        await self._called("change_account", account_id, change)
        at = next(i for i, account in enumerate(self.account_list) if account.id == account_id)
        given = {
            name: value
            for name in ("name", "role", "scopes", "disabled")
            if (value := getattr(change, name)) is not None
        }
        if change.unlock:
            given["locked_until"] = 0
        self.account_list[at] = replace(self.account_list[at], **given)
        return self.account_list[at]

    async def devices(self) -> list[DeviceInfo]:
        await self._called("devices")
        return list(self.device_list)

    async def revoke_device(self, device_id: str) -> None:
        await self._called("revoke_device", device_id)
        self.device_list = [
            replace(device, signed_in=device.signed_in and device.id != device_id) for device in self.device_list
        ]

    async def audit(self, before: int = 0) -> AuditPage:
        await self._called("audit", before)
        return self.audit_page

    async def change_password(self, change: PasswordChange) -> None:
        await self._called("change_password", change)

    async def correct(self, application_id: str, correction: Correction) -> None:
        await self._called("correct", application_id, correction)

    async def consents(self, application_id: str) -> list[ConsentRecord]:
        await self._called("consents", application_id)
        return list(self.consent_list)

    async def person_record(self, application_id: str) -> bytes:
        await self._called("person_record", application_id)
        return self.record

    async def erase(self, application_id: str) -> None:
        await self._called("erase", application_id)

    async def _called(self, *call: Any) -> None:
        self.calls.append(call)
        await self.gate.wait()
        await asyncio.sleep(0)
        if self.failing is not None:
            raise self.failing


def _account(id_: str, name: str, role: str, scopes: list[str]) -> AccountInfo:
    return AccountInfo(
        id=id_,
        name=name,
        role=role,
        scopes=scopes,
        login="",
        has_password=False,
        disabled=False,
        locked_until=0,
        created_at=NOON - 30 * DAY,
        devices=1,
        seen_at=NOON - HOUR,
    )


def _device(id_: str, name: str, *, here: bool) -> DeviceInfo:
    return DeviceInfo(
        id=id_,
        name=name,
        account_id=ME,
        account_name="李敏",
        created_at=NOON - 20 * DAY,
        seen_at=NOON - (0 if here else 2 * DAY),
        signed_in=True,
        here=here,
    )


def _invitation(account_id: str) -> Invitation:
    return Invitation(account_id=account_id, code="K7QM-2XPD", expires_at=NOON + 7 * DAY)


# --- invented applicants

_Make = Callable[..., Action]


class _Step(NamedTuple):
    """*minutes* after the application came, *actor* ("" for one of two in turn) did what *make* makes."""

    minutes: float
    make: _Make
    actor: str = ""


class _Case(NamedTuple):
    """Somebody who applied for *job* *minutes* ago, and what became of it."""

    minutes: float
    name: str
    job: str
    story: str
    fields: Mapping[str, Any] = MappingProxyType({})


def _step(status: str, **fields: Any) -> _Make:
    return partial(SetApplicationStatus, status=status, **fields)


def _call(outcome: str, **fields: Any) -> _Make:
    return partial(RecordAttempt, outcome=outcome, **fields)


def _note(text: str) -> _Make:
    return partial(AddNote, text=text)


_TOLD = (_Step(3, ClaimApplication), _Step(4, _call("answered", text="愿意来看看")))
_TODAY, _TOMORROW, _GONE = "s-today", "s-tomorrow", "s-gone"


def _invited(slot: str) -> tuple[_Step, ...]:
    return (*_TOLD, _Step(6, partial(BookInterview, slot_id=slot)))


_SEEN = (*_invited(_GONE), _Step(8, MarkReminded), _Step(30, MarkReminded), _Step(2 * 24 * 60, _step("interviewed")))
_PASSED = (*_SEEN, _Step(2 * 24 * 60 + 90, _step("passed", starts_on=china_midnight(NOON) - DAY)))
_HIRED = (*_PASSED, _Step(3 * 24 * 60, _step("hired", starts_on=china_midnight(NOON) - 8 * DAY)))

_STORIES: dict[str, tuple[_Step, ...]] = {
    "new": (),
    "claimed": (_Step(1, ClaimApplication, FANG),),
    "mine": (_Step(0.5, ClaimApplication, ME),),
    "contacting": (_Step(2, _call("no_answer")), _Step(3, _note("家里人接的，说晚上回来再打"))),
    "agreed": (_Step(2, _call("rejected", call_after=NOON + 40 * MINUTE)),),
    "unreachable": (
        _Step(2, _call("no_answer"), FANG),
        _Step(130, _call("no_answer")),
        _Step(260, _call("rejected"), FANG),
    ),
    "reached": (*_TOLD, _Step(5, _note("有三年电子厂经验，想要长白班"))),
    "considering": (
        *_TOLD,
        _Step(5, _step("considering", reason="要和家里商量")),
        _Step(6, partial(SetFollowUp, call_after=NOON + 3 * HOUR)),
        _Step(7, partial(SetWishes, wishes=Wishes(month_min_yuan=6000, shift="day", lodging=True))),
    ),
    "not_interested": (*_TOLD, _Step(5, _step("not_interested", reason="嫌远"))),
    "today": (*_invited(_TODAY), _Step(8, MarkReminded)),
    "tomorrow": _invited(_TOMORROW),
    "no_show": (
        *_invited(_GONE),
        _Step(8, MarkReminded),
        _Step(30, MarkReminded),
        _Step(2 * 24 * 60, _step("no_show")),
    ),
    "interviewed": _SEEN,
    "passed": _PASSED,
    "failed": (*_SEEN, _Step(2 * 24 * 60 + 60, _step("failed", reason="视力不合格"))),
    "gave_up": (*_SEEN, _Step(2 * 24 * 60 + 60, _step("gave_up", reason="家里有事"))),
    "declined": (*_PASSED, _Step(2 * 24 * 60 + 200, _step("declined", reason="去了别家"))),
    "hired": _HIRED,
    "long_hired": (*_HIRED, _Step(4 * 24 * 60, partial(RecordMilestone, days=7, text="已适应"))),
    "left": (*_HIRED, _Step(5 * 24 * 60, _step("left", exit_reason="quit", reason="工作强度大"))),
    "invalid": (_Step(2, _call("empty_number")),),
    "undone": (
        *_TOLD,
        _Step(5, _step("not_interested")),
        _Step(7, partial(UndoStep, reason="点错了")),
        _Step(9, partial(HandOver, to=FANG, reason="我去面试现场")),
    ),
    "withdrawn": (_Step(20, _step("withdrawn", reason="本人要求")),),
}

_D = 24 * 60
_CASES = (
    _Case(12 * _D, "孙志远", "j1", "long_hired"),
    _Case(11 * _D, "马春梅", "j1", "hired", {"age_band": "25-34"}),
    _Case(11 * _D - 5, "朱建国", "j3", "hired"),
    _Case(10 * _D, "胡丽", "j2", "left"),
    _Case(9 * _D, "郭永强", "j1", "declined"),
    _Case(8 * _D, "何小燕", "j2", "gave_up", {"channel": "sheet"}),
    _Case(7 * _D, "高峰", "j3", "failed"),
    _Case(6 * _D, "林志强", "j1", "passed", {"channel": "kuaishou"}),
    _Case(6 * _D - 30, "罗秀英", "j2", "passed"),
    _Case(5 * _D, "郑凯", "j1", "interviewed"),
    _Case(4 * _D, "梁玉兰", "j1", "no_show"),
    _Case(3 * _D, "谢军", "j2", "not_interested"),
    _Case(3 * _D - 20, "宋佳", "j4", "withdrawn"),
    _Case(2 * _D, "唐文斌", "j3", "considering", {"person_id": "p-tang", "phone": "13912340014"}),
    _Case(2 * _D - 15, "许婷", "j1", "undone", {"channel": "douyin"}),
    _Case(1 * _D + 300, "韩东", "j1", "unreachable"),
    _Case(1 * _D + 200, "冯雪", "j2", "unreachable", {"age_band": "18-24"}),
    _Case(1 * _D, "邓伟", "j1", "today"),
    _Case(1 * _D - 10, "曹静", "j1", "today", {"person_id": "p-cao"}),
    _Case(1 * _D - 12, "彭浩", "j1", "today", {"person_id": "p-peng"}),
    _Case(1 * _D - 60, "曾强", "j2", "tomorrow"),
    _Case(1 * _D - 90, "萧红", "j1", "tomorrow"),
    _Case(1 * _D - 120, "田亮", "j3", "invalid", {"channel": "sheet"}),
    _Case(320, "董倩", "j2", "contacting", {"channel": "douyin"}),
    _Case(200, "袁媛", "j1", "reached"),
    _Case(90, "潘岳", "j1", "considering", {"channel": "kuaishou"}),
    _Case(80, "蒋欣", "j2", "reached"),
    _Case(75, "蔡明", "j3", "agreed"),
    _Case(60, "余波", "j1", "contacting"),
    _Case(31, "杜娟", "j4", "new"),
    _Case(17, "叶子豪", "j1", "new", {"age_band": "18-24"}),
    _Case(16, "唐文斌", "j1", "new", {"person_id": "p-tang", "phone": "13912340014", "repeat": True}),
    _Case(9, "程思远", "j1", "claimed"),
    _Case(8, "苏晓", "j2", "mine", {"channel": "kuaishou"}),
    _Case(7, "魏大勇", "j3", "new", {"channel": "webhook"}),
    _Case(5.5, "吕梁", "j1", "new"),
    _Case(4, "丁香", "j2", "new", {"age_band": "35-44", "channel": "douyin"}),
    _Case(2, "欧阳锦程", "j1", "new", {"available_from": "2026-09-05"}),
    _Case(1, "任重", "j3", "new"),
    _Case(0.3, "姜河", "j1", "new", {"channel": "kuaishou"}),
)
"""Oldest first. 曹静 and 彭浩 are a couple, 唐文斌 applied twice from one phone."""

_CITIES = ("潍坊", "青岛", "烟台", "威海", "天津", "石家庄", "")
_AGES = ("", "25-34", "18-24", "35-44")


def sample_hiring(clock: FakeClock | None = None) -> FakeHiringDesk:
    """Return a desk of two employers with forty applicants in all states, at noon."""
    desk = FakeHiringDesk(clock)
    now = desk.clock.now_ms()
    _furnish(desk, now)
    for number, case in enumerate(_CASES, 1):
        _tell_story(desk, number, case, now)
    couple = [row for row in desk._applications.values() if row.person_id in {"p-cao", "p-peng"}]
    link = PersonLink(id="l1", employer_id="o1", kind="together", members=("p-cao", "p-peng"), note="夫妻")
    at = now - 20 * HOUR
    desk.play(at, ME, LinkPeople(link=link, application_ids=tuple(row.id for row in couple), event_id=new_id()))
    return desk


def _furnish(desk: FakeHiringDesk, now: int) -> None:
    jobs = sample_jobs()
    midnight = china_midnight(now)
    desk.put(Organization(id="o1", name="歌澜声学"), Organization(id="o2", name="海岳重工"), *jobs)
    people = [(ME, "李敏", "hr"), (FANG, "王芳", "hr"), ("host", "小周", "host")]
    for scope in ("o1", "o2"):
        for who, name, role in people:
            desk.put(Colleague(id=f"{who}@{scope}", account_id=who, name=name, role=role, at_scope=scope))
    desk.put(Colleague(id=f"{QIANG}@o2", account_id=QIANG, name="赵强", role="hr", at_scope="o2"))
    for id_, title, ago in (("b1", "第 12 场", 2 * HOUR), ("b0", "第 11 场", 13 * DAY)):
        desk.put(Broadcast(id=id_, title=title, campaign="华北专场", host_name="小周", starts_at=now - ago))
    for id_, broadcast, job, ago in (
        ("g1", "b1", jobs[0], 2 * HOUR),
        ("g2", "b1", jobs[1], HOUR),
        ("g3", "b1", jobs[2], 30 * MINUTE),
        ("g0", "b0", jobs[0], 13 * DAY),
    ):
        desk.put(
            AirSegment(
                id=id_, broadcast_id=broadcast, item_id=f"i-{id_}", card=job, started_at=now - ago, planned_s=600
            )
        )
    for id_, starts_at, capacity in (
        (_TODAY, midnight + 14 * HOUR, 4),
        (_TOMORROW, midnight + 33 * HOUR, 20),
        (_GONE, midnight - 3 * DAY + 9 * HOUR, 30),
        ("s-late", midnight + 38 * HOUR, 10),
    ):
        desk.put(
            InterviewSlot(
                id=id_, employer_id="o1", starts_at=starts_at, capacity=capacity, place="潍坊高新区健康东街 68 号 3 门"
            )
        )
    desk.put(
        InterviewSlot(
            id="s-o2", employer_id="o2", job_id="j3", starts_at=midnight + 34 * HOUR, capacity=8, place="烟台"
        ),
        Template(
            id="t1",
            employer_id="o1",
            title="面试邀请",
            text="{name}您好，我是{employer}的{colleague}。邀请您{date} {time}到{place}面试{job}。",
            position="a1",
        ),
        Template(
            id="t2",
            employer_id="o1",
            title="未接通",
            text="{name}您好，刚才给您打电话没有接通。",
            position="a2",
        ),
        Template(id="t3", employer_id="o2", title="面试邀请", text="{name}您好，海岳重工邀请您来面试。", position="a1"),
    )


def _tell_story(desk: FakeHiringDesk, number: int, case: _Case, now: int) -> None:
    job = desk.job(case.job)
    assert job is not None
    received = now - round(case.minutes * MINUTE)
    live = case.minutes <= 120
    row = Application(
        id=f"a{number}",
        n=number,
        broadcast_id="b1" if live else "b0",
        job_id=job.id,
        employer_id=job.employer_id,
        job_title=job.title,
        received_at=received,
        name=case.name,
        phone=f"139{12_345_000 + number * 7919 % 9_000_000:08}"[:11],
        segment_id=({"j1": "g1", "j2": "g2", "j3": "g3"} if live else {"j1": "g0"}).get(job.id, ""),
        age_band=_AGES[number % 4],
        city=_CITIES[number % 7],
        person_id=f"p{number}",
    )
    row = replace(row, **case.fields)
    row = replace(row, handling=replace(row.handling, since=received))
    desk.put(with_due(row, rules_of(desk._rows, row)))
    for step in _STORIES[case.story]:
        at = received + round(step.minutes * MINUTE)
        assert at <= now, f"{case.name} would do something in the future"
        seen = next(found for n, found in desk._applications.items() if n == number)
        fields: dict[str, Any] = {"application_id": row.id, "event_id": new_id()}
        made = step.make
        kind = made.func if isinstance(made, partial) else made
        if "base_status" in kind.__struct_fields__:
            fields["base_status"] = seen.status
        if kind is BookInterview and job.employer_id != "o1":
            fields |= {"slot_id": "", "appointment_at": china_midnight(now) - 2 * DAY + 9 * HOUR}
        desk.play(at, step.actor or (ME if number % 3 else FANG), made(**fields))


def the_one(desk: FakeHiringDesk, name: str) -> Application:
    """Return the latest application of that invented person, as it is now."""
    return max((row for row in desk._applications.values() if row.name == name), key=lambda row: row.n)
