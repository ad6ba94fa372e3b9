"""A job as text in a form: what the user typed, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from msgspec.structs import replace

from kzg_desktop.domain.entities import Job, Pay, RebateStep

__all__ = ["FLAGS", "Form", "Problem", "check", "field_of", "form_of", "job_of", "merge", "readable", "split_benefits"]

Form: TypeAlias = dict[str, str]
"""Every field as the text in its box; flags are "yes" or ""."""

Problem: TypeAlias = str
"""required | number | money | range | date | rebates; the editor has the words."""

FLAGS = ("couples_room", "piece_rate")

_TEXTS = (
    "title",
    "employment_type",
    "region",
    "job_location",
    "shift",
    "work_hours",
    "rest_days",
    "board",
    "lodging",
    "insurance",
    "requirements",
    "contract_term",
    "medical_check",
    "bring",
    "interview",
    "assembly_point",
    "valid_through",
    "source",
    "talking_points",
    "note",
)
_PAY_TEXTS = {"overtime": "overtime", "allowance": "allowance", "payday": "payday", "pay_text": "text"}
_PAY_NUMBERS = {"month_min": "month_min_yuan", "month_max": "month_max_yuan", "base_month": "base_month_yuan"}
_NUMBERS = {"openings": "total_job_openings", "age_min": "age_min", "age_max": "age_max"}

_FIELDS = (
    {field: name for name, field in _NUMBERS.items()}
    | {f"pay.{field}": name for name, field in (_PAY_TEXTS | _PAY_NUMBERS).items()}
    | {"hiring_organization": "employer", "job_benefits": "benefits", "pay": "base_month", "pay.hourly_yuan": "hourly"}
)

_MULTILINE = frozenset({"talking_points", "note", "requirements"})
_REBATE = re.compile(r"(\d+)\s*(?:天|days?|d)?\D+?(\d+)\s*(?:元|yuan)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[,，、;；\n]+")


def form_of(job: Job) -> Form:
    """Return *job* as a form shows it."""
    pay = job.pay
    form = {name: getattr(job, name) for name in _TEXTS}
    form |= {name: getattr(pay, field) for name, field in _PAY_TEXTS.items()}
    form |= {name: _shown(getattr(pay, field)) for name, field in _PAY_NUMBERS.items()}
    form |= {name: _shown(getattr(job, field)) for name, field in _NUMBERS.items()}
    form["employer"] = job.hiring_organization
    form["hourly"] = _shown(pay.hourly_yuan)
    form["couples_room"] = "yes" if job.couples_room else ""
    form["piece_rate"] = "yes" if pay.piece_rate else ""
    form["benefits"] = "、".join(job.job_benefits)
    form["rebates"] = "；".join(f"{step.days}天 {step.amount_yuan}元" for step in job.rebates)
    return form


def field_of(name: str) -> str:
    """Return the form's field for a field of a job (``pay.text``, ``job_benefits``), "" when there is none."""
    return _FIELDS.get(name, name if name in _TEXTS else "")


def readable(form: Form) -> Form:
    """Return *form* without the numbers and dates that cannot be read, so that :func:`job_of` takes it."""
    kept = dict(form)
    for name, problem in check(form).items():
        if problem not in {"required", "range"}:
            kept[name] = ""
    return kept


def check(form: Form) -> dict[str, Problem]:
    """Return what is wrong, by field; empty when the form can be saved."""
    problems = {name: "required" for name in ("employer", "title") if not form[name].strip()}
    for name in (*_NUMBERS, *_PAY_NUMBERS):
        if not _reads(_whole, form[name]):
            problems[name] = "number"
    if not _reads(_decimal, form["hourly"]):
        problems["hourly"] = "money"
    if not _reads(_date, form["valid_through"]):
        problems["valid_through"] = "date"
    if not _reads(_rebates, form["rebates"]):
        problems["rebates"] = "rebates"
    for low, high in (("month_min", "month_max"), ("age_min", "age_max")):
        if low not in problems and high not in problems and _reversed(form[low], form[high]):
            problems[high] = "range"
    return problems


def job_of(form: Form, base: Job) -> Job:
    """Return *base* with what the form says; the form must be without problems."""
    fields: dict[str, Any] = {name: _tidy(name, form[name]) for name in _TEXTS}
    fields |= {field: _whole(form[name]) for name, field in _NUMBERS.items()}
    fields["valid_through"] = _date(form["valid_through"])
    pay: dict[str, Any] = {field: form[name].strip() for name, field in _PAY_TEXTS.items()}
    pay |= {field: _whole(form[name]) for name, field in _PAY_NUMBERS.items()}
    return replace(
        base,
        **fields,
        hiring_organization=form["employer"].strip(),
        couples_room=bool(form["couples_room"]),
        job_benefits=tuple(split_benefits(form["benefits"])),
        rebates=_rebates(form["rebates"]),
        pay=Pay(**pay, hourly_yuan=_decimal(form["hourly"]), piece_rate=bool(form["piece_rate"])),
    )


def merge(base: Form, mine: Form, theirs: Form) -> tuple[Form, list[str]]:
    """Return a three-way merge and the fields that both sides changed differently; there, mine is taken."""
    merged = dict(mine)
    clashes = []
    for name, value in mine.items():
        if theirs[name] == value or theirs[name] == base[name]:
            continue
        if value == base[name]:
            merged[name] = theirs[name]
        else:
            clashes.append(name)
    return merged, clashes


def split_benefits(text: str) -> list[str]:
    """Return the benefits in *text*, each once."""
    return list(dict.fromkeys(part.strip() for part in _BETWEEN.split(text) if part.strip()))


def _tidy(name: str, text: str) -> str:
    return text.strip() if name in _MULTILINE else " ".join(text.split())


def _shown(number: float | None) -> str:
    return "" if number is None else f"{number:g}" if isinstance(number, float) else str(number)


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _whole(text: str) -> int | None:
    """Return the number in *text*: 6000, 6,000, 6000元 or 150人; None when empty."""
    bare = re.sub(r"[,，\s元人岁¥￥]", "", text)
    if not bare:
        return None
    if not bare.isdecimal() or int(bare) > 1_000_000:
        raise ValueError(text)
    return int(bare)


def _decimal(text: str) -> float | None:
    bare = re.sub(r"[\s元¥￥]", "", text)
    if not bare:
        return None
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", bare):
        raise ValueError(text)
    return float(bare)


def _date(text: str) -> str:
    """Return the day as YYYY-MM-DD; empty and 长期 (no end) stay as they are."""
    bare = text.strip()
    if bare in {"", "长期"}:
        return bare
    parts = re.fullmatch(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?", bare)
    if parts is None:
        raise ValueError(text)
    return date(*map(int, parts.groups())).isoformat()


def _rebates(text: str) -> tuple[RebateStep, ...]:
    """Return the steps in 30天 1500元；60天 800元."""
    steps = []
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        found = _REBATE.fullmatch(part)
        if found is None:
            raise ValueError(part)
        steps.append(RebateStep(days=int(found[1]), amount_yuan=int(found[2])))
    return tuple(sorted(steps, key=lambda step: step.days))


def _reversed(low: str, high: str) -> bool:
    least, most = _whole(low), _whole(high)
    return least is not None and most is not None and least > most
