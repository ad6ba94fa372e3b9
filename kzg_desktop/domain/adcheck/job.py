"""The check of a whole job: its texts, its ages, and what it must state and does not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from msgspec import structs

from kzg_desktop.domain.adcheck.ages import ADULT, OLDEST_CAP, age_spans, cap_suggestion, minor, minor_suggestion
from kzg_desktop.domain.adcheck.finding import Finding
from kzg_desktop.domain.adcheck.folding import Folded
from kzg_desktop.domain.adcheck.rules import RULES, Code, Level
from kzg_desktop.domain.adcheck.text import findings_in
from kzg_desktop.domain.entities import Job

__all__ = ["advertised_texts", "check_job"]

_TEXTS = (
    "hiring_organization",
    "title",
    "employment_type",
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
    "talking_points",
)
_PAY_TEXTS = ("overtime", "allowance", "payday", "text")
_NO_PAY = re.compile(r"[\s\W]*(?:薪资|工资|待遇|薪酬|底薪)?[\s\W]*(?:面议|电议|面谈|详谈|待定|保密|无|电联)?[\s\W]*")
_SEPARATOR = "\n\n"


def advertised_texts(job: Job) -> dict[str, str]:
    """Return the texts of *job* that viewers read or hear, by field; the note and the source are for the house."""
    texts = {name: getattr(job, name) for name in _TEXTS}
    texts["job_benefits"] = "\n".join(job.job_benefits)
    texts |= {f"pay.{name}": getattr(job.pay, name) for name in _PAY_TEXTS}
    return {name: text for name, text in texts.items() if text}


def check_job(job: Job, *, today: date | None = None) -> list[Finding]:
    """Return what *job* breaks: first what is missing, then its ages, then the words of its texts.

    A text that says the same ages as the job's numbers is not found twice. With *today*, a validity that is over warns.
    """
    ages = list(_age_findings(job))
    numbers = {(f.code, bounds) for f in ages for bounds in (_bounds(f.code, job.age_min, job.age_max),)}
    words = [f for f in _text_findings(job) if not _repeats(f, numbers)]
    return [*_missing(job, today), *ages, *words]


def _text_findings(job: Job) -> list[Finding]:
    """Check all texts at once, which is much faster than one by one, and put each finding into its field."""
    texts = advertised_texts(job)
    starts = [0, *accumulate(len(text) + len(_SEPARATOR) for text in texts.values())]
    names = list(texts)
    found = findings_in(_SEPARATOR.join(texts.values()), overtime=bool(job.pay.overtime.strip("无")))
    placed = []
    for finding in found:
        at = bisect_right(starts, finding.start) - 1
        shift = starts[at]
        placed.append(structs.replace(finding, field=names[at], start=finding.start - shift, end=finding.end - shift))
    return placed


def _found(code: Code, words: str, suggestion: str, field: str, level: Level | None = None) -> Finding:
    rule = RULES[code]
    return Finding(
        code=code,
        level=level or rule.level,
        words=words,
        basis=rule.basis,
        suggestion=suggestion,
        field=field,
        end=len(words),
    )


def _age_findings(job: Job) -> Iterator[Finding]:
    low, high = job.age_min, job.age_max
    words = f"{low}-{high}岁" if low and high else f"{low}岁以上" if low else f"{high}岁以下"
    level = minor(low, high)
    if (low is not None and low < 16) or (low is None and high is not None and high < 16):
        level = "block"
    if level is not None:
        yield _found("MINOR", words, minor_suggestion(level), "age_min" if low is not None else "age_max", level)
    if high is not None and ADULT < high < OLDEST_CAP:
        yield _found("AGECAP", words, cap_suggestion(low), "age_max")


def _bounds(code: Code, low: int | None, high: int | None) -> int | None:
    return high if code == "AGECAP" else low


def _repeats(finding: Finding, numbers: set[tuple[Code, int | None]]) -> bool:
    """Whether *finding* is an age in words that the job's numbers have already been found for."""
    if finding.code not in {"MINOR", "AGECAP"}:
        return False
    spans = age_spans(Folded(finding.words).text)
    return any((finding.code, _bounds(finding.code, span.low, span.high)) in numbers for span in spans)


def _missing(job: Job, today: date | None) -> Iterator[Finding]:
    pay = job.pay
    amounts = (pay.base_month_yuan, pay.hourly_yuan, pay.month_min_yuan, pay.month_max_yuan)
    paid = any(amounts) or pay.piece_rate or not _NO_PAY.fullmatch(pay.text)
    conditions = (job.requirements, job.talking_points, job.shift, job.work_hours, job.age_min, job.age_max)
    elements = (
        (job.hiring_organization.strip(), "用工单位", "hiring_organization", "写明用工单位全称"),
        (job.title.strip(), "岗位名称", "title", "写明岗位名称"),
        (job.total_job_openings, "招聘人数", "total_job_openings", "写明招聘人数，如“招聘50人”"),
        (job.job_location.strip(), "工作地点", "job_location", "写明工作地点，精确到区县"),
        (paid, "基本薪酬", "pay", "写明底薪、小时工价或计件单价，如“底薪2590元/月”"),
        (job.employment_type.strip(), "用工类型", "employment_type", "写明用工类型：正式工、派遣、劳务外包、小时工"),
        (job.valid_through.strip(), "有效期", "valid_through", "写明招聘有效期至哪一天"),
        (any(conditions), "工作内容/条件", "requirements", "写明工作内容和招聘条件，如“坐班，手工组装，年满18周岁”"),
    )
    for stated, name, field, suggestion in elements:
        if not stated:
            yield _found("MISSING", name, suggestion, field)
    if today is not None and _over(job.valid_through, today):
        yield _found("MISSING", "有效期", "有效期已过，确认仍在招聘后更新日期", "valid_through", "warn")


def _over(valid_through: str, today: date) -> bool:
    try:
        return date.fromisoformat(valid_through.strip()) < today
    except ValueError:
        return False  # 长期: no day is stated
