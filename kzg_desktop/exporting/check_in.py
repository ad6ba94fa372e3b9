"""The list that is signed at the door: who is expected in an interview slot, in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot

__all__ = ["CheckInLabels", "CheckInLine", "CheckInSheet", "Language", "check_in_sheet", "labels_for"]

Language: TypeAlias = Literal["zh", "en"]

_SHOWN_DIGITS = 4


class CheckInLine(Struct, frozen=True):
    """One person: ``phone_end`` are the last four digits, which is what tells people of one name apart."""

    number: int
    name: str
    phone_end: str
    job: str


class CheckInSheet(Struct, frozen=True, kw_only=True):
    """A list to be signed: what, when, where, what to bring, and who."""

    title: str
    employer: str
    when: str
    place: str
    bring: str
    lines: tuple[CheckInLine, ...]


class CheckInLabels(Struct, frozen=True, kw_only=True):
    """The words that every page has. ``page`` and ``total`` have placeholders."""

    title: str
    when: str
    place: str
    bring: str
    columns: tuple[str, str, str, str, str]
    total: str
    page: str
    notice: str
    nobody: str


_LABELS: dict[Language, CheckInLabels] = {
    "zh": CheckInLabels(
        title="面试签到表",
        when="时间",
        place="地点",
        bring="请携带",
        columns=("序号", "姓名", "手机后四位", "应聘岗位", "签名"),
        total="共 {count} 人",
        page="第 {page} 页，共 {pages} 页",
        notice="仅供本场面试签到使用，用后请按规定保管或销毁",
        nobody="本场暂无预约",
    ),
    "en": CheckInLabels(
        title="Interview check-in",
        when="Time",
        place="Place",
        bring="Please bring",
        columns=("No.", "Name", "Phone ends in", "Job", "Signature"),
        total="{count} people",
        page="Page {page} of {pages}",
        notice="For this interview only; keep it safe or destroy it afterwards",
        nobody="Nobody is booked yet",
    ),
}
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_USUAL_BRING: dict[Language, str] = {
    "zh": "本人身份证原件",
    "en": "your identity card",
}


def labels_for(language: Language) -> CheckInLabels:
    """Return the words of that language."""
    return _LABELS[language]


def check_in_sheet(
    slot: InterviewSlot,
    people: Iterable[Application],
    *,
    employer: str,
    bring: Mapping[str, str],
    language: Language,
) -> CheckInSheet:
    """Return the list of *people* for *slot*, by name within their jobs; *bring* is what to bring, by job id."""
    rows = sorted(people, key=lambda row: (row.job_title, row.name, row.n))
    return CheckInSheet(
        title=_LABELS[language].title,
        employer=employer,
        when=_when(slot, language),
        place=slot.place,
        bring=_bring([bring.get(row.job_id, "") for row in rows], language),
        lines=tuple(
            CheckInLine(number, row.name, row.phone[-_SHOWN_DIGITS:], row.job_title)
            for number, row in enumerate(rows, 1)
        ),
    )


def _when(slot: InterviewSlot, language: Language) -> str:
    begins = datetime.fromtimestamp(slot.starts_at / 1000, CHINA)
    ends = datetime.fromtimestamp(slot.starts_at / 1000 + slot.duration_s, CHINA)
    weekday = _WEEKDAYS[language][begins.weekday()]
    day = f"{begins.year}年{begins.month}月{begins.day}日" if language == "zh" else f"{begins:%Y-%m-%d}"
    return f"{day} {weekday} {begins:%H:%M}–{ends:%H:%M}"


def _bring(wanted: list[str], language: Language) -> str:
    """Return what the jobs ask for, each once; the usual where none says anything."""
    said = dict.fromkeys(words.strip() for words in wanted if words.strip())
    return "；".join(said) or _USUAL_BRING[language]
