"""A stretch of work at the HR desk, for pictures of it: colleagues, calls, interviews and a first day.

All of it is what people do there, action by action, with the sample's applicants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from msgspec import Struct

from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    BookInterview,
    ClaimApplication,
    HandOver,
    LinkPeople,
    LogContact,
    PutSlot,
    RecordAttempt,
    SetApplicationStatus,
    SetFollowUp,
    SetWishes,
)
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot, Outcome, PersonLink, Wishes
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.views import Moment
from kzg_desktop.hiring_services import ApplicantQuery, HiringDesk, Office
from kzg_desktop.wire_office import NewAccount, Role

__all__ = ["Team", "invite_team", "work_through"]

_HOUR_MS = 3_600_000
_DAY_MS = 24 * _HOUR_MS
_HOURS = (9, 10, 14, 16)
"""When interviews begin; today's is the last one that has begun."""

_MOST_CALLED = 60
_MOST_INVITED = 14
_PLACES = 8
_TODAY, _TOMORROW = 6, 11
"""Of those invited, the first so many are expected today, and those up to the second number tomorrow morning."""

_NOTES = (
    "想上长白班，宿舍有空调就来",
    "周五前给答复，家里还要商量",
    "上一份工作月底才结工资，下月初能到岗",
    "问返费怎么发，已按岗位卡说明",
    "同村三个人一起来，想分到一个车间",
    "做过两年同样的活，想先看看宿舍",
)


class Team(Struct, frozen=True):
    """The account ids of who works beside the user."""

    hr: str
    host: str
    organizer: str


async def invite_team(desk: HiringDesk, office: Office) -> Team:
    """Invite an HR colleague for all employers, a host and an organiser; those that are there already stay.

    Raises:
        HubError: the hub was not reached, or said no.
    """
    known = {account.name: account.id for account in await office.accounts()}
    employers = [each.id for each in desk.organizations() if each.kind == "employer"]

    async def account_of(name: str, role: Role, scopes: list[str]) -> str:
        if name not in known:
            known[name] = (await office.create_account(NewAccount(name=name, role=role, scopes=scopes))).account_id
        return known[name]

    return Team(
        hr=await account_of("陈燕", "hr", employers),
        host=await account_of("小禾", "host", ["*"]),
        organizer=await account_of("赵磊", "organizer", ["*"]),
    )


async def work_through(desk: HiringDesk, broadcast_id: str, colleague: str, now: int) -> int:
    """Call a broadcast's first applicants, book some and see one through to the first day, all at *now* (UTC ms).

    *colleague* is the account that takes over some of them.

    Returns:
        The arrival number of an applicant with a history to look at, 0 where nobody waited.

    Raises:
        Refusal, StoreError: as by `Desk.act`.
    """
    rows = await _waiting(desk, broadcast_id, now)
    if not rows:
        return 0
    employer_id = Counter(row.employer_id for row in rows).most_common(1)[0][0]
    invited = [row for row in rows if row.employer_id == employer_id][:_MOST_INVITED]
    for actions in _interviews(desk, employer_id, invited, now):
        await desk.act(*actions)
    couple = await _couple(desk, invited)
    if len(couple) > 1:
        await desk.act(_together(couple))
    others = [row for row in rows if row not in invited]
    for row, story in zip(others, cycle(_stories(colleague, now)), strict=False):
        if actions := story(row):
            await desk.act(*actions)
    return couple[0].n


async def _waiting(desk: HiringDesk, broadcast_id: str, now: int) -> list[Application]:
    """Return the first who applied and were not called yet."""
    moment = Moment(desk.account_id, now)
    query = ApplicantQuery(moment=moment, status="new", broadcast_id=broadcast_id, order="received_at")
    found = await desk.applicant_rows((await desk.applicant_ids(query))[:_MOST_CALLED])
    return [each.row for each in found if isinstance(each.row, Application)]


async def _couple(desk: HiringDesk, people: Sequence[Application]) -> Sequence[Application]:
    """Return two of *people* who applied for this job alone, fewer where there are none."""
    once = [row for row in people if len(await desk.person_applications([row.person_id])) == 1]
    return once[:2] or people[:1]


# --- one employer's interviews


def _interviews(
    desk: HiringDesk, employer_id: str, people: Sequence[Application], now: int
) -> Iterator[Sequence[Action]]:
    """Yield what is done at once: the slots, then each applicant's way to one of them and beyond."""
    midnight = china_midnight(now)
    slots = _slots(desk, employer_id, midnight, now)
    yield [PutSlot(slot=slot) for slot in slots]
    for place, row in enumerate(people):
        slot = slots[0 if place < _TODAY else 1 if place < _TOMORROW else 2]
        yield [*_called(row, "answered", _NOTES[place % len(_NOTES)]), *_booked(row, slot)]
        yield _afterwards(place, row, midnight)


def _slots(desk: HiringDesk, employer_id: str, midnight: int, now: int) -> list[InterviewSlot]:
    begun = [hour for hour in _HOURS if midnight + hour * _HOUR_MS <= now]
    place = next((job.job_location for job in desk.jobs() if job.employer_id == employer_id), "")
    tomorrow = midnight + _DAY_MS
    times = (
        midnight + max(begun, default=_HOURS[0]) * _HOUR_MS,
        tomorrow + 9 * _HOUR_MS,
        tomorrow + 14 * _HOUR_MS,
        tomorrow + _DAY_MS + 9 * _HOUR_MS,
    )
    return [
        InterviewSlot(id=new_id(), employer_id=employer_id, starts_at=at, capacity=_PLACES, place=f"{place} 招聘接待室")
        for at in times
    ]


def _booked(row: Application, slot: InterviewSlot) -> list[Action]:
    return [
        SetWishes(
            application_id=row.id, event_id=new_id(), wishes=Wishes(month_min_yuan=6000, shift="day", lodging=True)
        ),
        BookInterview(application_id=row.id, event_id=new_id(), base_status="reached", slot_id=slot.id),
        LogContact(application_id=row.id, event_id=new_id(), access="message", text="面试邀请"),
    ]


def _afterwards(place: int, row: Application, midnight: int) -> list[Action]:
    """Return what became of today's interview: one starts work today, one passed, one came, one did not."""
    ways: dict[int, tuple[str, ...]] = {
        2: ("no_show",),
        3: ("interviewed",),
        4: ("interviewed", "passed"),
        5: ("interviewed", "passed", "hired"),
    }
    before, steps = "interview_booked", []
    for status in ways.get(place, ()):
        first_day = {"passed": midnight + _DAY_MS, "hired": midnight}.get(status, 0)
        steps.append(_step(row, before, status, starts_on=first_day))
        before = status
    return [*steps]


def _together(people: Sequence[Application]) -> Action:
    link = PersonLink(
        id=new_id(),
        employer_id=people[0].employer_id,
        kind="together",
        members=tuple(row.person_id for row in people),
        note="夫妻，想住夫妻房",
    )
    return LinkPeople(link=link, application_ids=tuple(row.id for row in people), event_id=new_id())


# --- calls


def _stories(colleague: str, now: int) -> tuple[Callable[[Application], list[Action]], ...]:
    """Return what may become of a call, in turns; some applicants still wait."""
    tomorrow_at_ten = china_midnight(now) + _DAY_MS + 10 * _HOUR_MS

    def handed_over(row: Application) -> list[Action]:
        return [
            *_called(row, "no_answer"),
            HandOver(application_id=row.id, event_id=new_id(), to=colleague, reason="我去接待今天面试的人"),
        ]

    def considering(row: Application) -> list[Action]:
        return [
            *_called(row, "answered", _NOTES[row.n % len(_NOTES)]),
            _step(row, "reached", "considering"),
            SetFollowUp(application_id=row.id, event_id=new_id(), call_after=tomorrow_at_ten),
        ]

    def not_interested(row: Application) -> list[Action]:
        return [*_called(row, "answered"), _step(row, "reached", "not_interested", reason="离家太远")]

    def unreachable(row: Application) -> list[Action]:
        return [*_called(row, "no_answer"), _attempt(row, "rejected"), _attempt(row, "no_answer")]

    def waits(_row: Application) -> list[Action]:
        return []

    return (
        lambda row: _called(row, "no_answer"),
        considering,
        waits,
        handed_over,
        lambda row: _called(row, "answered", _NOTES[row.n % len(_NOTES)]),
        waits,
        unreachable,
        not_interested,
        lambda row: _called(row, "empty_number"),
        waits,
    )


def _called(row: Application, outcome: Outcome, note: str = "") -> list[Action]:
    """Return a call: it claims the applicant, shows the phone, which is logged, and has an outcome; perhaps a note."""
    call: list[Action] = [
        ClaimApplication(application_id=row.id, event_id=new_id()),
        LogContact(application_id=row.id, event_id=new_id(), access="reveal"),
        _attempt(row, outcome),
    ]
    return [*call, AddNote(application_id=row.id, event_id=new_id(), text=note)] if note else call


def _attempt(row: Application, outcome: Outcome) -> Action:
    return RecordAttempt(application_id=row.id, event_id=new_id(), outcome=outcome)


def _step(row: Application, before: str, status: str, *, reason: str = "", starts_on: int = 0) -> Action:
    return SetApplicationStatus(
        application_id=row.id,
        event_id=new_id(),
        base_status=before,
        status=status,
        reason=reason,
        starts_on=starts_on,
    )
