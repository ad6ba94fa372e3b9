"""How far an application came: the stages of the funnel, from the sign-up to a month at work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from kzg_desktop.review.facts import Sent

__all__ = ["ENTERED_BY", "STAGES", "Stage", "furthest_rank", "reached_rank", "reached_stage"]

Stage: TypeAlias = Literal["signed_up", "reached", "booked", "interviewed", "passed", "hired", "day7", "day15", "day30"]
"""报名, 接通, 约面, 到面, 通过, 入职, 满 7/15/30 天."""

STAGES: tuple[Stage, ...] = (
    "signed_up",
    "reached",
    "booked",
    "interviewed",
    "passed",
    "hired",
    "day7",
    "day15",
    "day30",
)

_OF_STATUS: dict[str, Stage] = {
    "new": "signed_up",
    "contacting": "signed_up",
    "unreachable": "signed_up",
    "invalid": "signed_up",
    "reached": "reached",
    "considering": "reached",
    "not_interested": "reached",
    "interview_booked": "booked",
    "no_show": "booked",
    "interviewed": "interviewed",
    "failed": "interviewed",
    "passed": "passed",
    "declined": "passed",
    "hired": "hired",
    "left": "hired",
}
ENTERED_BY: tuple[str, ...] = ("", "reached", "interview_booked", "interviewed", "passed", "hired", "", "", "")
"""By which state each of :data:`STAGES` is entered; of a milestone, no time is kept."""

_OF_MILESTONE: dict[int, Stage] = {7: "day7", 15: "day15", 30: "day30"}
_RANK = {stage: rank for rank, stage in enumerate(STAGES)}
_RANK_OF_STATUS = {status: _RANK[stage] for status, stage in _OF_STATUS.items()}
_RANK_OF_MILESTONE = {days: _RANK[stage] for days, stage in _OF_MILESTONE.items()}
_HIRED = _RANK["hired"]


def reached_stage(sent: Sent) -> Stage:
    """Return the furthest stage of an application.

    Who gave up or withdrew is counted as far as they had come before.
    """
    return STAGES[reached_rank(sent)]


def reached_rank(sent: Sent) -> int:
    """Return the place of the furthest stage among :data:`STAGES`."""
    return furthest_rank(sent.status, sent.steps, sent.milestone)


def furthest_rank(status: str, steps: Mapping[str, int], milestone: int) -> int:
    """Return how far one in that state has come who took these steps, as :func:`reached_rank`."""
    rank = _RANK_OF_STATUS.get(status, 0)
    for step in steps:
        rank = max(rank, _RANK_OF_STATUS.get(step, 0))
    return _RANK_OF_MILESTONE.get(milestone, rank) if rank == _HIRED else rank
