"""How far an application came: the stages of the funnel, from the sign-up to a month at work."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kzg_desktop.review.facts import Sent

__all__ = ["STAGES", "Stage", "came_to", "reached_stage", "stage_at"]

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


def reached_stage(sent: Sent) -> Stage:
    """Return the furthest stage of an application.

    Who gave up or withdrew is counted as far as they had come before.
    """
    stages = [_OF_STATUS.get(status, "signed_up") for status in (sent.status, *sent.steps)]
    stage = max(stages, key=_RANK.__getitem__)
    return _OF_MILESTONE.get(sent.milestone, stage) if stage == "hired" else stage


def came_to(sent: Sent, stage: Stage) -> bool:
    """Whether an application came at least that far."""
    return _RANK[reached_stage(sent)] >= _RANK[stage]


def stage_at(sent: Sent, stage: Stage) -> int:
    """Return when it came there (UTC ms), 0 where that is not known."""
    if stage == "signed_up":
        return sent.at
    return sent.steps.get(_ENTERED_BY.get(stage, ""), 0)
