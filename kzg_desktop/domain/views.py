"""The saved views of the HR desk: which applications belong into which, as one predicate each.

The cache asks the same questions in SQL (:mod:`kzg_desktop.cache.applicants`); a test holds the two together.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.clock import DAY_MS, china_midnight
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.states import CLOSED

__all__ = ["VIEWS", "Moment", "View", "in_view"]

View: TypeAlias = Literal[
    "all",
    "to_call",
    "mine",
    "due",
    "unreachable",
    "considering",
    "interviews_today",
    "interviews",
    "starting",
    "employed",
    "quarantined",
    "closed",
]
"""全部, 待联系, 我的, 已到期, 失联, 考虑中, 今日面试, 待面试, 待入职, 在职, 无效号码, 已结束."""

VIEWS: tuple[View, ...] = (
    "to_call",
    "due",
    "mine",
    "unreachable",
    "considering",
    "interviews_today",
    "interviews",
    "starting",
    "employed",
    "quarantined",
    "closed",
    "all",
)
"""In the order of the list beside the table."""

_AROUND_INTERVIEW = frozenset({"interview_booked", "no_show", "interviewed"})
"""Somebody is to come, did not come and has no new time yet, or came and waits for the outcome."""


class Moment(Struct, frozen=True):
    """Who looks, and when: *me* is an account id, *now* UTC ms."""

    me: str
    now: int

    @property
    def today(self) -> tuple[int, int]:
        """The day in China, from its midnight to the next (UTC ms, the end excluded)."""
        begins = china_midnight(self.now)
        return begins, begins + DAY_MS


def in_view(view: View, row: Application, moment: Moment) -> bool:
    """Whether *row* belongs into *view*."""
    begins, ends = moment.today
    is_member = {
        "all": True,
        "to_call": row.status in {"new", "contacting"},
        "mine": row.owner == moment.me != "" and row.status not in CLOSED,
        "due": 0 < row.due_at <= moment.now,
        "unreachable": row.status == "unreachable",
        "considering": row.status in {"reached", "considering"},
        "interviews_today": begins <= row.appointment_at < ends and row.status in _AROUND_INTERVIEW,
        "interviews": row.status in _AROUND_INTERVIEW,
        "starting": row.status == "passed",
        "employed": row.status == "hired",
        "quarantined": row.status == "invalid",
        "closed": row.status in CLOSED and row.status != "invalid",
    }
    return is_member[view]
