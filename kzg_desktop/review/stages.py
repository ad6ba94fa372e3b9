"""How far an application came: the stages of the funnel, from the sign-up to a month at work."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kzg_desktop.review.facts import Sent

__all__ = ["STAGES", "Stage", "came_to", "reached_rank", "reached_stage", "stage_at"]

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
_ENTERED_BY: dict[Stage, str] = {
    "reached": "reached",
    "booked": "interview_booked",
    "interviewed": "interviewed",
    "passed": "passed",
    "hired": "hired",
}
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
    rank = _RANK_OF_STATUS.get(sent.status, 0)
    for status in sent.steps:
        rank = max(rank, _RANK_OF_STATUS.get(status, 0))
    return _RANK_OF_MILESTONE.get(sent.milestone, rank) if rank == _HIRED else rank


def came_to(sent: Sent, stage: Stage) -> bool:
    """Whether an application came at least that far."""
    return reached_rank(sent) >= _RANK[stage]


def stage_at(sent: Sent, stage: Stage) -> int:
    """Return when it came there (UTC ms), 0 where that is not known."""
    if stage == "signed_up":
        return sent.at
    return sent.steps.get(_ENTERED_BY.get(stage, ""), 0)
