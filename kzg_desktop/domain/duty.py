"""What HR has to do next about an application, and by when: one function, which every action ends with."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from kzg_desktop.domain.clock import DAY_MS, china_midnight
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import MILESTONES, DeskRules

__all__ = ["Duty", "DutyKind", "duty_of", "with_due"]

DutyKind: TypeAlias = Literal[
    "call", "retry", "call_back", "follow_up", "remind", "arrival", "decide", "start", "milestone"
]
"""首次联系, 再次拨打, 回访, 跟进, 面试提醒, 到面登记, 面试结果, 入职登记, 在职回访."""

_EVENING_BEFORE_MS = -6 * 3_600_000
_BEFORE_IT_MS = -2 * 3_600_000
_WAITS_FOR_A_CALL = frozenset({"call", "retry", "follow_up"})


class Duty(Struct, frozen=True):
    """The next thing to do: due at *due_at* (UTC ms). *days* names the milestone."""

    kind: DutyKind
    due_at: int
    days: int = 0


def duty_of(row: Application, rules: DeskRules, *, now: int = 0) -> Duty | None:
    """Return what is to be done next about *row*, None when nothing is.

    A time to call that was agreed on replaces every other call, and comes before what is due later. At *now* (UTC ms,
    0 for whenever) nobody is reminded of an interview that has begun; ``due_at`` of the row does not know about now.
    """
    duty = _by_state(row, rules, now)
    agreed = row.handling.call_after
    if duty is None or not agreed:
        return duty
    return Duty("call_back", agreed) if duty.kind in _WAITS_FOR_A_CALL or agreed < duty.due_at else duty


def with_due(row: Application, rules: DeskRules) -> Application:
    """Return *row* with its ``due_at`` as its present state demands."""
    duty = duty_of(row, rules)
    return replace(row, due_at=duty.due_at if duty is not None else 0)


def _by_state(row: Application, rules: DeskRules, now: int) -> Duty | None:  # noqa: PLR0911 - one for each state
    handling = row.handling
    began = handling.since or row.received_at  # 0: taken there before the handling was kept
    last = max(began, handling.called_at)  # a call that changed no state was a step, too
    follow_up = last + rules.follow_up_s * 1000
    match row.status:
        case "new":
            return Duty("call", began + rules.call_within_s * 1000)
        case "contacting" | "unreachable":
            return Duty("retry", last + rules.retry_after_s * 1000)
        case "reached" | "considering" | "no_show":
            return Duty("follow_up", follow_up)
        case "interview_booked":
            return _appointment(row, now) if row.appointment_at else Duty("follow_up", follow_up)
        case "interviewed":
            return Duty("decide", began + rules.follow_up_s * 1000)
        case "passed":
            return Duty("start", handling.starts_on or follow_up)
        case "hired":
            return _milestone(row)
    return None


def _appointment(row: Application, now: int) -> Duty:
    """Remind the evening before (18:00) and two hours before; then record who came.

    A reminder whose time was over when the appointment was made is left out.
    """
    at = row.appointment_at
    reminders = (china_midnight(at) + _EVENING_BEFORE_MS, at + _BEFORE_IT_MS)
    for due_at in reminders[row.handling.reminded :]:
        if due_at >= row.handling.since and now < at:
            return Duty("remind", due_at)
    return Duty("arrival", at)


def _milestone(row: Application) -> Duty | None:
    days = next((days for days in MILESTONES if days > row.handling.milestone), None)
    started = row.handling.starts_on or china_midnight(row.handling.since or row.received_at)
    return None if days is None else Duty("milestone", started + days * DAY_MS, days)
