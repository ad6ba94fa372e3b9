"""What HR has to do next about an application, and by when: one function, which every action ends with."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import MILESTONES, DeskRules

__all__ = ["Duty", "DutyKind", "duty_of", "with_due"]

DutyKind: TypeAlias = Literal[
    "call", "retry", "call_back", "follow_up", "remind", "arrival", "decide", "start", "milestone"
]
"""首次联系, 再次拨打, 回访, 跟进, 面试提醒, 到面登记, 面试结果, 入职登记, 在职回访."""

_DAY_MS = 86_400_000
_EVENING_BEFORE_MS = -6 * 3_600_000
_BEFORE_IT_MS = -2 * 3_600_000


class Duty(Struct, frozen=True):
    """The next thing to do: due at *due_at* (UTC ms). *days* names the milestone."""

    kind: DutyKind
    due_at: int
    days: int = 0


def duty_of(row: Application, rules: DeskRules) -> Duty | None:  # noqa: PLR0911 - one for each state
    """Return what is to be done next about *row*, None when nothing is."""
    handling = row.handling
    retry = handling.called_at + rules.retry_after_s * 1000
    follow_up = handling.since + rules.follow_up_s * 1000
    match row.status:
        case "new":
            return Duty("call", row.received_at + rules.call_within_s * 1000)
        case "contacting" | "unreachable":
            return Duty("call_back", handling.call_after) if handling.call_after else Duty("retry", retry)
        case "reached" | "considering":
            return Duty("call_back", handling.call_after) if handling.call_after else Duty("follow_up", follow_up)
        case "interview_booked":
            return _appointment(row)
        case "no_show":
            return Duty("follow_up", follow_up)
        case "interviewed":
            return Duty("decide", follow_up)
        case "passed":
            return Duty("start", handling.starts_on or follow_up)
        case "hired":
            return _milestone(row)
    return None


def with_due(row: Application, rules: DeskRules) -> Application:
    """Return *row* with its ``due_at`` as its present state demands."""
    duty = duty_of(row, rules)
    return replace(row, due_at=duty.due_at if duty is not None else 0)


def _appointment(row: Application) -> Duty:
    """Remind the evening before (18:00) and two hours before; then record who came.

    A reminder whose time was over when the appointment was made is left out.
    """
    at = row.appointment_at
    reminders = (china_midnight(at) + _EVENING_BEFORE_MS, at + _BEFORE_IT_MS)
    for due_at in reminders[row.handling.reminded :]:
        if due_at >= row.handling.since:
            return Duty("remind", due_at)
    return Duty("arrival", at)


def _milestone(row: Application) -> Duty | None:
    days = next((days for days in MILESTONES if days > row.handling.milestone), None)
    started = row.handling.starts_on or china_midnight(row.handling.since)
    return None if days is None else Duty("milestone", started + days * _DAY_MS, days)
