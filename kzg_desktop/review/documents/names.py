"""Words for what a review is made of: stages, states, channels, fields of a card."""

from __future__ import annotations

from typing import Any

from kzg_desktop.domain.entities import RebateStep
from kzg_desktop.review.documents.words import Say
from kzg_desktop.review.promises import Promise, PromiseField
from kzg_desktop.review.stages import Stage

__all__ = ["band_name", "channel_name", "exit_name", "field_name", "promise_words", "stage_name", "state_name"]


def stage_name(say: Say, stage: Stage) -> str:
    """Return a stage of the funnel."""
    return {
        "signed_up": say("Signed up"),
        "reached": say("Reached"),
        "booked": say("Interview booked"),
        "interviewed": say("Came to the interview"),
        "passed": say("Passed"),
        "hired": say("Started work"),
        "day7": say("At work for 7 days"),
        "day15": say("At work for 15 days"),
        "day30": say("At work for 30 days"),
    }[stage]


def state_name(say: Say, status: str) -> str:
    """Return the state of an application; one that this version does not know is its own name."""
    return {
        "new": say("To call"),
        "contacting": say("Calling"),
        "unreachable": say("Unreachable"),
        "invalid": say("Invalid number"),
        "reached": say("Reached"),
        "considering": say("Considering"),
        "not_interested": say("Not interested"),
        "interview_booked": say("Interview booked"),
        "no_show": say("No-show"),
        "interviewed": say("Interviewed"),
        "gave_up": say("Gave up"),
        "failed": say("Not passed"),
        "passed": say("Passed"),
        "declined": say("Declined the job"),
        "hired": say("At work"),
        "left": say("Left"),
        "withdrawn": say("Withdrawn"),
    }.get(status, status)


def channel_name(say: Say, channel: str) -> str:
    """Return how an application came."""
    return {
        "form": say("Sign-up page"),
        "webhook": say("Link"),
        "sheet": say("Spreadsheet"),
        "kuaishou": say("Kuaishou"),
        "douyin": say("Douyin"),
    }.get(channel, channel)


def band_name(say: Say, value: str) -> str:
    """Return an age band, a city or a region, or that it is not stated."""
    return value or say("Not stated")


def exit_name(say: Say, reason: str) -> str:
    """Return why somebody left."""
    return {
        "quit": say("quit"),
        "dismissed": say("dismissed"),
        "ended": say("contract ended"),
        "other": say("other reasons"),
    }.get(reason, reason)


def field_name(say: Say, field: PromiseField) -> str:
    """Return what a card tells in a field."""
    return {
        "month_min_yuan": say("Monthly pay from"),
        "month_max_yuan": say("Monthly pay up to"),
        "base_month_yuan": say("Base pay"),
        "hourly_yuan": say("Hourly pay"),
        "piece_rate": say("Piece rate"),
        "overtime": say("Overtime pay"),
        "allowance": say("Allowances"),
        "payday": say("Payday"),
        "rebates": say("Rebate"),
        "board": say("Meals"),
        "lodging": say("Lodging"),
        "couples_room": say("Couples' room"),
        "insurance": say("Insurance"),
        "job_benefits": say("Benefits"),
        "shift": say("Shift"),
        "work_hours": say("Working hours"),
        "rest_days": say("Rest days"),
        "job_location": say("Place"),
        "employment_type": say("Employment"),
        "contract_term": say("Contract"),
    }[field]


def promise_words(say: Say, promise: Promise) -> tuple[str, str, str]:
    """Return what was said, what is now, and whether it matters."""
    judged = {None: say("changed"), True: say("worse"), False: say("better")}[promise.worse]
    if promise.weighty:
        judged = say("{judged}: pay or lodging", judged=judged)
    return _value(say, promise.field, promise.said), _value(say, promise.field, promise.now), judged


def _value(say: Say, field: PromiseField, value: Any) -> str:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, tuple):
        return "、".join(_part(say, part) for part in value) or say("not stated")
    if value is None or value == "":
        return say("not stated")
    return f"¥ {value:,g}" if field.endswith("_yuan") else str(value)


def _part(say: Say, part: Any) -> str:
    if isinstance(part, RebateStep):
        return say("{days} d ¥ {amount}", days=part.days, amount=f"{part.amount_yuan:,}")
    return str(part)
