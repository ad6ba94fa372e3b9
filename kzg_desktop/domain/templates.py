"""Message templates: placeholders in braces, filled with what is known of an applicant.

Messages are read by applicants, so all words here are Chinese. Nobody is called 先生 or 女士: a name does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between
from msgspec import Struct
from msgspec.structs import replace

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.hiring import InterviewSlot, Template
from kzg_desktop.domain.regions import locate

__all__ = [
    "PLACEHOLDERS",
    "Filled",
    "appointment_words",
    "default_templates",
    "fill",
    "first_day_words",
    "listed_templates",
    "moved_templates",
    "unknown_placeholders",
    "values_of",
]

PLACEHOLDERS: dict[str, str] = {
    "name": "姓名",
    "job": "岗位",
    "employer": "企业",
    "city": "城市",
    "place": "面试地点",
    "date": "日期",
    "time": "时间",
    "first_day": "入职日期",
    "assembly": "集合地点",
    "bring": "携带物品",
    "pay": "薪资",
    "lodging": "住宿",
    "board": "餐饮",
    "colleague": "联系人",
}
"""What can stand in braces, with its Chinese name, which can stand there as well: ``{name}`` and ``{姓名}`` are one."""

_KEYS = {label: key for key, label in PLACEHOLDERS.items()} | {key: key for key in PLACEHOLDERS}
_IN_BRACES = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")
_LONE_BRACE = re.compile(r"[{}｛｝]")
_WEEKDAYS = "一二三四五六日"


class Filled(Struct, frozen=True):
    """A message, and the placeholders (keys, each once) that nothing is known for; they stand as 【姓名】."""

    text: str
    missing: tuple[str, ...] = ()


def fill(template: str, values: Mapping[str, str]) -> Filled:
    """Return *template* with its placeholders replaced by *values* (by key).

    What a value holds is never taken for a placeholder; what is no placeholder stays as it stands.
    """
    missing: dict[str, None] = {}

    def word(found: re.Match[str]) -> str:
        key = _KEYS.get(found[1].strip())
        if key is None:
            return found[0]
        value = values.get(key, "").strip()
        if not value:
            missing[key] = None
        return value or f"【{PLACEHOLDERS[key]}】"

    return Filled(_IN_BRACES.sub(word, template), tuple(missing))


def unknown_placeholders(template: str) -> list[str]:
    """Return what stands in braces and is no placeholder, and braces without a partner, as they stand."""
    unknown = [found[0] for found in _IN_BRACES.finditer(template) if found[1].strip() not in _KEYS]
    return list(dict.fromkeys([*unknown, *_LONE_BRACE.findall(_IN_BRACES.sub("", template))]))


def values_of(
    application: Application, *, job: Job | None = None, slot: InterviewSlot | None = None, colleague: str = ""
) -> dict[str, str]:
    """Return what is known for the placeholders; *slot* is the one of the appointment, *colleague* who writes."""
    values = {"name": application.name, "job": application.job_title, "colleague": colleague}
    if application.appointment_at:
        values["date"], values["time"] = appointment_words(application.appointment_at)
    if application.handling.starts_on:
        values["first_day"] = first_day_words(application.handling.starts_on)
    if job is not None:
        values |= {
            "employer": job.hiring_organization,
            "city": locate(job.region or job.job_location).city,
            "place": job.job_location,
            "assembly": job.assembly_point or job.job_location,
            "bring": job.bring,
            "pay": job.pay.text,
            "lodging": job.lodging,
            "board": job.board,
        }
    if slot is not None and slot.place:
        values["place"] = slot.place
    return values


def appointment_words(at_ms: int) -> tuple[str, str]:
    """Return day and time of an appointment in China, such as ``9月3日（周四）`` and ``13:30``."""
    at = datetime.fromtimestamp(at_ms / 1000, CHINA)
    return f"{at.month}月{at.day}日（周{_WEEKDAYS[at.weekday()]}）", f"{at:%H:%M}"


def first_day_words(starts_on: int) -> str:
    """Return a first day in China, such as ``9月3日（周四）``."""
    return appointment_words(starts_on)[0]


_DEFAULTS: tuple[tuple[str, str, str], ...] = (
    (
        "invite",
        "面试邀请",
        (
            "{姓名}，您好！我是{企业}的{联系人}。您报名的“{岗位}”岗位邀请您参加面试：{日期} {时间}，地点：{面试地点}。"
            "请携带：{携带物品}。如时间不方便，请回复我改期。面试和入职不收取任何费用。"
        ),
    ),
    (
        "remind",
        "面试前一天提醒",
        (
            "{姓名}，您好！提醒您{日期} {时间}到{面试地点}参加“{岗位}”的面试，请携带：{携带物品}。"
            "能到请回复“到”，来不了也请告诉我一声。{企业} {联系人}"
        ),
    ),
    (
        "first_day",
        "入职报到",
        (
            "{姓名}，恭喜您通过“{岗位}”的面试！请于{入职日期}到{集合地点}报到，请携带：{携带物品}。"
            "入职不收取任何费用，身份证件由您本人保管。{企业} {联系人}"
        ),
    ),
    (
        "unreachable",
        "电话未接通",
        (
            "{姓名}，您好！我是{企业}的{联系人}，您报名了“{岗位}”岗位，刚才给您打电话没有接通。"
            "方便时请回复您合适的时间，我再联系您；如已不需要，回复“不用了”即可。"
        ),
    ),
)


def default_templates(employer_id: str) -> list[Template]:
    """Return the templates that an employer begins with, in their order; saving one under its id replaces it."""
    return [
        Template(id=f"{employer_id}:{key}", employer_id=employer_id, title=title, text=text, position=f"a{place}")
        for place, (key, title, text) in enumerate(_DEFAULTS)
    ]


def listed_templates(kept: Iterable[Template], employer_id: str) -> list[Template]:
    """Return the employer's templates in their order: those of *kept*, and the first ones that are as they came."""
    merged = {each.id: each for each in default_templates(employer_id)}
    merged |= {each.id: each for each in kept if each.employer_id == employer_id}
    return sorted(merged.values(), key=lambda each: (each.position, each.id))


def moved_templates(listed: Sequence[Template], template_id: str, index: int) -> list[Template]:
    """Return those of *listed*, which are in order, that get another position when one of them goes to *index*.

    None does where it is there already; others do, too, where two share a position or one has none that sorts.
    """
    order = [each for each in listed if each.id != template_id]
    index = max(0, min(index, len(order)))
    moving = next(each for each in listed if each.id == template_id)
    order.insert(index, moving)
    if order == list(listed):
        return []
    before = order[index - 1].position if index else None
    after = order[index + 1].position if index + 1 < len(order) else None
    try:
        return [replace(moving, position=generate_key_between(before, after))]
    except (FIError, IndexError):  # the latter for an empty one
        keys = generate_n_keys_between(None, None, len(order))
        spread = zip(order, keys, strict=True)
        return [replace(each, position=key) for each, key in spread if each.position != key]
