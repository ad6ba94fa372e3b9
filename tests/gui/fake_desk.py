"""A desk in memory: the same actions as the real one, with neither disk nor hub."""

from __future__ import annotations

import asyncio
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from kzg_desktop.cache.seekers import Waiting, compared
from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import china_day
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
    RebateStep,
    Vacancy,
    Versioned,
)
from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.domain.matching import SPOKEN_FOR, WAITING, opening_of, reach_of
from kzg_desktop.hiring_services import ExportFile, Seekers
from kzg_desktop.services import (
    ActionRefused,
    ApplicationsChanged,
    Backlog,
    DeskEvent,
    FeedCounts,
    FeedQuery,
    RowsChanged,
    StatusChanged,
    SyncStatus,
)
from kzg_desktop.wire import Account
from tests.fakes import NOON, FakeClock

__all__ = ["NOON", "FakeClock", "FakeDesk", "an_application", "sample_desk", "sample_jobs"]


class _Rows:
    """A Book: rows by entity and id, in memory."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Versioned]] = {}

    def get(self, entity: str, id_: str) -> Versioned | None:
        return self.tables.get(entity, {}).get(id_)

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return [row for row in self.all(AirSegment) if row.broadcast_id == broadcast_id]

    def all(self, kind: type[Entity]) -> list:
        return [found.row for found in self.tables.get(kind.entity, {}).values()]

    def write(self, entity: str, id_: str, row: Entity | None) -> None:
        table = self.tables.setdefault(entity, {})
        if row is None:
            table.pop(id_, None)
        else:
            rev = table[id_].rev + 1 if id_ in table else 1
            table[id_] = Versioned(rev, row)

    def copy(self) -> _Rows:
        other = _Rows()
        other.tables = {entity: dict(table) for entity, table in self.tables.items()}
        return other


class FakeDesk:
    """Implements `services.Desk`.

    For tests: `acted` lists what was done; `failing` is raised by the next `act`; `forbidden` are rights that the user
    has not; while `gate` is cleared, `act` and the feed's queries wait; `receive`, `set_status` and `refuse` play the
    hub; `put` prepares rows without events.
    """

    def __init__(self, clock: FakeClock | None = None, actor: str = "host") -> None:
        self.clock = clock or FakeClock()
        self.actor = actor
        self.account: Account | None = None
        self.acted: list[Action] = []
        self.failing: Exception | None = None
        self.tried_again = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.status = SyncStatus(state="live", synced_at=self.clock.now_ms())
        self.forbidden: set[str] = set()
        self._rows = _Rows()
        self._applications: dict[int, Application] = {}
        self._refusals: dict[int, ActionRefused] = {}
        self._subscribers: list[Callable[[DeskEvent], None]] = []

    def may(self, permission: str) -> bool:
        return permission not in self.forbidden

    def names(self) -> dict[str, str]:
        return {self.actor: "小周"}

    # --- rows

    def organizations(self) -> list[Organization]:
        return sorted(self._rows.all(Organization), key=lambda o: (o.name, o.id))

    def jobs(self) -> list[Job]:
        jobs = [job for job in self._rows.all(Job) if not job.archived]
        return sorted(jobs, key=lambda j: (j.hiring_organization, j.title, j.id))

    def job(self, job_id: str) -> Job | None:
        found = self._rows.get("job", job_id)
        return found.row if found else None

    def vacancy(self, job_id: str) -> Vacancy | None:
        found = self._rows.get("vacancy", job_id)
        return found.row if found else None

    def broadcasts(self) -> list[Broadcast]:
        return sorted(self._rows.all(Broadcast), key=lambda b: (-b.starts_at, b.id))

    def lineup(self, broadcast_id: str) -> list[LineupItem]:
        items = [item for item in self._rows.all(LineupItem) if item.broadcast_id == broadcast_id]
        return sorted(items, key=lambda i: (i.position, i.id))

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return sorted(self._rows.segments(broadcast_id), key=lambda s: (s.started_at, s.id))

    def air_events(self, broadcast_id: str) -> list[AirEvent]:
        events = [event for event in self._rows.all(AirEvent) if event.broadcast_id == broadcast_id]
        return sorted(events, key=lambda e: (e.at, e.id))

    def viewers(self, broadcast_id: str) -> Viewers | None:
        found = self._rows.get("viewers", broadcast_id)
        return found.row if found else None

    def card_costs(self, broadcast_id: str) -> dict[str, int]:
        return {row.job_id: row.cost_yuan for row in self._rows.all(CardCost) if row.broadcast_id == broadcast_id}

    def try_again(self) -> None:
        self.tried_again += 1

    def sign_up_url(self, broadcast_id: str) -> str:
        return f"http://127.0.0.1:8750/apply/{broadcast_id}"

    async def exports(self) -> list[ExportFile]:
        return []

    def refusals(self) -> list[ActionRefused]:
        return list(self._refusals.values())

    async def act(self, *actions: Action) -> None:
        await self._pass()
        if self.failing is not None:
            failing, self.failing = self.failing, None
            raise failing
        rows = self._rows.copy()
        changed: set[str] = set()
        for action in actions:
            for write in action.writes(rows, self.clock.now_ms(), self.actor):
                rows.write(write.entity, write.id, write.row)
                changed.add(write.entity)
        self._rows = rows
        self.acted.extend(actions)
        self._emit(RowsChanged(frozenset(changed)))

    async def dismiss(self, number: int) -> None:
        await self._pass()
        self._refusals.pop(number, None)
        self.set_status(replace(self.status, refused=len(self._refusals)))

    # --- applications

    async def feed_ids(self, query: FeedQuery, *, after: int = 0, limit: int = 0) -> array[int]:
        await self._pass()
        found = [n for n, a in self._applications.items() if n > after and _matches(query, a)]
        found.sort(reverse=True)
        return array("q", found[:limit] if limit else found)

    async def feed_rows(self, numbers: Sequence[int]) -> list[Application]:
        await self._pass()
        return [self._applications[n] for n in numbers if n in self._applications]

    async def feed_counts(self, broadcast_id: str, *, since_minute: int) -> FeedCounts:
        await self._pass()
        rows = [a for a in self._applications.values() if a.broadcast_id == broadcast_id]
        minutes = Counter(a.received_at // 60_000 for a in rows)
        return FeedCounts(
            total=len(rows),
            repeats=sum(a.repeat for a in rows),
            by_job=dict(Counter(a.job_id for a in rows)),
            per_minute={minute: n for minute, n in minutes.items() if minute >= since_minute},
        )

    async def backlog(self, broadcast_id: str, *, now: int) -> Backlog:
        await self._pass()
        rows = [row for row in self._applications.values() if row.broadcast_id == broadcast_id]
        waiting = [row for row in rows if row.status in {"new", "contacting"}]
        return Backlog(len(waiting), sum(0 < row.due_at <= now for row in waiting))

    async def seekers(self, job_id: str) -> Seekers:
        await self._pass()
        if self.failing is not None:
            failing, self.failing = self.failing, None
            raise failing
        job = self.job(job_id)
        if job is None:
            return Seekers()
        opening, rows = opening_of(job, self.vacancy(job_id)), sorted(self._applications.values(), key=lambda a: -a.n)
        taken = {row.person_id for row in rows if row.job_id == job_id or row.status in SPOKEN_FOR}
        found = [
            row
            for row in rows
            if row.status in WAITING and row.person_id not in taken and reach_of(row.city, opening) != "away"
        ]
        jobs = {each.id: each for each in self._rows.all(Job)}
        persons = {row.id: row.person_id for row in found}
        return compared(opening, Waiting(tuple(found), persons), jobs, china_day(self.clock.now_ms()))

    def subscribe(self, callback: Callable[[DeskEvent], None]) -> Callable[[], None]:
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    # --- the hub's side, and preparations

    def put(self, *rows: Entity) -> None:
        """Have these rows, without an event."""
        for row in rows:
            if isinstance(row, Application):
                self._applications[row.n] = row
            else:
                self._rows.write(row.entity, row.id, row)

    def receive(self, applications: Iterable[Application]) -> None:
        """New applications arrive, or known ones change."""
        changed: set[int] = set()
        added = 0
        for row in applications:
            if row.n in self._applications:
                changed.add(row.n)
            else:
                added += 1
            self._applications[row.n] = row
        self._emit(ApplicationsChanged(added=added, changed=frozenset(changed)))

    def forget(self, numbers: Iterable[int]) -> None:
        """Applications go."""
        gone = frozenset(n for n in numbers if self._applications.pop(n, None) is not None)
        self._emit(ApplicationsChanged(gone=gone))

    def reset(self) -> None:
        """Everything may have changed."""
        self._emit(ApplicationsChanged(reset=True))

    def set_status(self, status: SyncStatus) -> None:
        """The link changed."""
        self.status = status
        self._emit(StatusChanged(status))

    def refuse(self, number: int, action: Action, type_: str, detail: str) -> None:
        """The hub refuses an action."""
        refused = ActionRefused(number, action, type_, detail)
        self._refusals[number] = refused
        self._emit(refused)
        self.set_status(replace(self.status, refused=len(self._refusals)))

    @property
    def subscribers(self) -> int:
        return len(self._subscribers)

    def _emit(self, event: DeskEvent) -> None:
        for callback in list(self._subscribers):
            callback(event)

    async def _pass(self) -> None:
        await self.gate.wait()
        await asyncio.sleep(0)


def _matches(query: FeedQuery, a: Application) -> bool:
    return (
        query.broadcast_id in {"", a.broadcast_id}
        and query.job_id in {"", a.job_id}
        and query.channel in {"", a.channel}
        and query.text in f"{a.name}\n{a.phone}\n{a.city}\n{a.job_title}"
    )


def an_application(n: int, job: Job, broadcast_id: str = "b1", **fields: object) -> Application:
    """Return an invented application, the nth to arrive."""
    return replace(
        Application(
            id=f"a{n}",
            n=n,
            broadcast_id=broadcast_id,
            job_id=job.id,
            employer_id=job.employer_id,
            job_title=job.title,
            received_at=NOON + n * 1000,
            name="王李张刘陈"[n % 5] + "**",
            phone=f"139****{n % 10_000:04}",
            city=("潍坊", "青岛", "烟台", "威海", "天津")[n % 5],
        ),
        **fields,
    )


_LAWFUL: dict[str, str] = {"employment_type": "正式工", "valid_through": "2099-12-31"}
"""What an advertisement must say beside what makes each card different."""


def sample_jobs() -> list[Job]:
    """Return four jobs of two invented employers."""
    return [
        Job(
            id="j1",
            employer_id="o1",
            hiring_organization="歌澜声学",
            title="SMT 操作员",
            **_LAWFUL,
            total_job_openings=500,
            pay=Pay(month_min_yuan=5500, month_max_yuan=7000, base_month_yuan=2300, payday="每月15日"),
            rebates=(RebateStep(days=30, amount_yuan=800), RebateStep(days=60, amount_yuan=1200)),
            job_location="山东潍坊高新区",
            shift="长白班",
            work_hours="8:00-20:00",
            rest_days="月休4天",
            board="免费两餐",
            lodging="4-6人间，空调热水",
            couples_room=True,
            insurance="五险",
            job_benefits=("中央空调", "无尘车间", "高温补贴", "福利食堂", "养老补贴"),
            interview="每天 9:00、14:00",
            talking_points="车间有中央空调，夏天不出汗；食堂两餐免费；夫妻可以申请夫妻房，当天入住。",
        ),
        Job(
            id="j2",
            employer_id="o1",
            hiring_organization="歌澜声学",
            title="总装操作工",
            **_LAWFUL,
            total_job_openings=300,
            pay=Pay(hourly_yuan=21.5, text="21.5元/小时"),
            job_location="山东潍坊高新区",
            shift="两班倒",
            board="包吃",
            lodging="包住",
            job_benefits=("免费班车",),
        ),
        Job(
            id="j3",
            employer_id="o2",
            hiring_organization="海岳重工",
            title="焊装工",
            **_LAWFUL,
            total_job_openings=80,
            pay=Pay(month_min_yuan=7000, month_max_yuan=9500),
            job_location="山东烟台开发区",
            shift="两班倒",
            job_benefits=("高温补贴", "技能津贴"),
            talking_points="有证底薪再加 500；师傅带徒弟三个月。",
        ),
        Job(
            id="j4",
            employer_id="o2",
            hiring_organization="海岳重工",
            title="叉车司机",
            **_LAWFUL,
            total_job_openings=12,
            pay=Pay(base_month_yuan=4200),
            job_location="山东烟台开发区",
            shift="白班",
        ),
    ]


def sample_desk(clock: FakeClock | None = None) -> FakeDesk:
    """Return a desk with two employers, four jobs and broadcast ``b1``, on air, whose lineup holds the first three."""
    desk = FakeDesk(clock)
    desk.put(Organization(id="o1", name="歌澜声学"), Organization(id="o2", name="海岳重工"))
    jobs = sample_jobs()
    desk.put(*jobs)
    desk.put(
        Broadcast(
            id="b1",
            title="第 12 场",
            campaign="华北专场",
            host_name="小周",
            starts_at=NOON,
            planned_s=7200,
            mode="on_air",
            mode_since=NOON,
        )
    )
    for number, job in enumerate(jobs[:3]):
        desk.put(
            LineupItem(
                id=f"i{number + 1}",
                broadcast_id="b1",
                job_id=job.id,
                employer_id=job.employer_id,
                position=f"a{number}",
                planned_s=300,
            )
        )
    return desk
