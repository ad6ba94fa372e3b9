"""What a card said on air against the job as it is now."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment, Job

__all__ = ["Promise", "PromiseField", "broken_promises"]

PromiseField: TypeAlias = Literal[
    "month_min_yuan",
    "month_max_yuan",
    "base_month_yuan",
    "hourly_yuan",
    "piece_rate",
    "overtime",
    "allowance",
    "payday",
    "rebates",
    "board",
    "lodging",
    "couples_room",
    "insurance",
    "job_benefits",
    "shift",
    "work_hours",
    "rest_days",
    "job_location",
    "employment_type",
    "contract_term",
]

_OF_PAY = frozenset(
    {
        "month_min_yuan",
        "month_max_yuan",
        "base_month_yuan",
        "hourly_yuan",
        "piece_rate",
        "overtime",
        "allowance",
        "payday",
    }
)
_FIELDS: tuple[PromiseField, ...] = PromiseField.__args__  # type: ignore[attr-defined]  # the words of the Literal
_WEIGHTY = frozenset({"month_min_yuan", "month_max_yuan", "base_month_yuan", "hourly_yuan", "rebates", "lodging"})


class Promise(Struct, frozen=True, kw_only=True):
    """A field that was *said* on air at ``aired_at`` (UTC ms) and is otherwise *now*.

    ``weighty``: pay or lodging. ``worse``: figures went down, or something was taken away; None where words changed and
    only a person can tell.
    """

    job_id: str
    segment_id: str
    aired_at: int
    field: PromiseField
    said: Any
    now: Any
    weighty: bool
    worse: bool | None


def broken_promises(segment: AirSegment, job: Job | None) -> list[Promise]:
    """Return what has changed since *segment* was aired; nothing where the job is not known any more."""
    if job is None or segment.rehearsal:
        return []
    pairs = ((field, _value(segment.card, field), _value(job, field)) for field in _FIELDS)
    return [
        Promise(
            job_id=job.id,
            segment_id=segment.id,
            aired_at=segment.started_at,
            field=field,
            said=said,
            now=now,
            weighty=field in _WEIGHTY,
            worse=_worse(said, now),
        )
        for field, said, now in pairs
        if said != now
    ]


def _value(job: Job, field: PromiseField) -> Any:
    return getattr(job.pay if field in _OF_PAY else job, field)


def _worse(said: Any, now: Any) -> bool | None:
    if isinstance(said, bool) and isinstance(now, bool):
        return said and not now
    if isinstance(said, int | float) and isinstance(now, int | float):
        return now < said
    if isinstance(said, tuple) and isinstance(now, tuple):
        return any(one not in now for one in said)
    if said and not now:
        return True
    return False if now and not said else None
