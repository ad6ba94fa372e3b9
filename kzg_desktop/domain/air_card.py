"""The card on air as viewers read it, in their language, which is Chinese whatever the host's is."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment, Job, Pay, Vacancy
from kzg_desktop.domain.vacancy import is_full, seats_left

__all__ = ["AirCard", "air_card"]


class AirCard(Struct, frozen=True, kw_only=True):
    """Words of a card, ready to be set: ``pay`` is the figure, such as ``5,500–7,000``, and ``pay_unit`` ``元/月``.

    ``headcount`` is how many seats are left, None when the job does not say; ``waiting_list``: none is left.
    """

    segment_id: str
    title: str
    employer: str
    pay: str
    pay_unit: str
    place: str
    shift: str
    benefits: tuple[str, ...]
    headcount: int | None
    waiting_list: bool


def air_card(segment: AirSegment, vacancy: Vacancy | None) -> AirCard:
    """Return what viewers read while *segment* is on air; the seats left are those of now."""
    job = segment.card
    pay, unit = _pay(job.pay)
    return AirCard(
        segment_id=segment.id,
        title=job.title,
        employer=job.hiring_organization,
        pay=pay,
        pay_unit=unit,
        place=job.job_location or job.region,
        shift=" · ".join(part for part in (job.shift, job.work_hours) if part),
        benefits=_benefits(job),
        headcount=seats_left(job, vacancy),
        waiting_list=is_full(job, vacancy),
    )


def _pay(pay: Pay) -> tuple[str, str]:
    low, high = pay.month_min_yuan or pay.month_max_yuan, pay.month_max_yuan or pay.month_min_yuan
    if low and high:
        return (f"{low:,}" if low == high else f"{low:,}–{high:,}"), "元/月"
    if pay.hourly_yuan:
        return f"{pay.hourly_yuan:g}", "元/小时"
    if pay.base_month_yuan:
        return f"{pay.base_month_yuan:,}", "元/月 底薪"
    return pay.text or "薪资面议", ""


def _benefits(job: Job) -> tuple[str, ...]:
    couples = ["夫妻房"] if job.couples_room and not any("夫妻" in b for b in job.job_benefits) else []
    return tuple(dict.fromkeys([*couples, *job.job_benefits]))
