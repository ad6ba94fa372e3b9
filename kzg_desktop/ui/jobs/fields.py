"""The fields of the job editor: their order, words and kinds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

__all__ = ["COMMON_BENEFITS", "Field", "Section", "problem_words", "sections"]

translate = QCoreApplication.translate

COMMON_BENEFITS = ("免费食宿", "中央空调", "高温补贴", "养老补贴", "福利食堂", "无尘车间", "免费班车", "全勤奖")
"""Benefits offered at one click; they are data, and stay Chinese in every language."""


class Field(Struct, frozen=True):
    """One field. ``span`` is how many of the four columns it takes."""

    name: str
    label: str
    span: int = 1
    kind: Literal["line", "flag", "text", "benefits", "employer"] = "line"
    hint: str = ""


class Section(Struct, frozen=True):
    """Fields under a heading."""

    title: str
    fields: tuple[Field, ...]


def sections() -> list[Section]:
    """Return the whole form, from top to bottom."""
    return [_basics(), _pay(), _place(), _living(), _people(), _on_air()]


def problem_words(problem: str) -> str:
    """Return what to say beside a field with that problem."""
    return {
        "required": translate("JobFields", "Needed"),
        "number": translate("JobFields", "A whole number, such as 6000"),
        "money": translate("JobFields", "An amount, such as 21.5"),
        "range": translate("JobFields", "Less than the lower end"),
        "date": translate("JobFields", "A date such as 2026-09-30, or 长期"),
        "rebates": translate("JobFields", "Days and yuan, such as 30天 1500元；60天 800元"),
    }[problem]


def _basics() -> Section:
    return Section(
        translate("JobFields", "Job"),
        (
            Field("employer", translate("JobFields", "Employer *"), 2, "employer"),
            Field("title", translate("JobFields", "Job title *"), 2),
            Field("openings", translate("JobFields", "Openings")),
            Field("employment_type", translate("JobFields", "Employment type"), hint="正式工"),
            Field("valid_through", translate("JobFields", "Valid until"), hint="2026-09-30"),
            Field("source", translate("JobFields", "Source")),
        ),
    )


def _pay() -> Section:
    return Section(
        translate("JobFields", "Pay"),
        (
            Field("month_min", translate("JobFields", "Monthly from (yuan)")),
            Field("month_max", translate("JobFields", "Monthly up to (yuan)")),
            Field("base_month", translate("JobFields", "Base pay a month (yuan)")),
            Field("hourly", translate("JobFields", "Hourly (yuan)")),
            Field("overtime", translate("JobFields", "Overtime")),
            Field("allowance", translate("JobFields", "Allowances")),
            Field("payday", translate("JobFields", "Payday"), hint="每月15日"),
            Field("piece_rate", translate("JobFields", "Piece rate"), 1, "flag"),
            Field("pay_text", translate("JobFields", "Pay in words"), 2),
            Field("rebates", translate("JobFields", "Rebate"), 2, hint="30天 1500元；60天 800元"),
        ),
    )


def _place() -> Section:
    return Section(
        translate("JobFields", "Place and hours"),
        (
            Field("job_location", translate("JobFields", "Address"), 3),
            Field("region", translate("JobFields", "Region"), hint="山东 青岛"),
            Field("shift", translate("JobFields", "Shift"), hint="长白班"),
            Field("work_hours", translate("JobFields", "Hours"), hint="8:00-17:30"),
            Field("rest_days", translate("JobFields", "Rest days")),
            Field("assembly_point", translate("JobFields", "Assembly point")),
        ),
    )


def _living() -> Section:
    return Section(
        translate("JobFields", "Board, lodging, benefits"),
        (
            Field("board", translate("JobFields", "Board"), hint="免费两餐"),
            Field("lodging", translate("JobFields", "Lodging"), hint="包住"),
            Field("insurance", translate("JobFields", "Insurance"), hint="五险"),
            Field("couples_room", translate("JobFields", "Rooms for couples"), 1, "flag"),
            Field("benefits", translate("JobFields", "Benefits"), 4, "benefits"),
        ),
    )


def _people() -> Section:
    return Section(
        translate("JobFields", "Requirements and interview"),
        (
            Field("age_min", translate("JobFields", "Age from")),
            Field("age_max", translate("JobFields", "Age up to")),
            Field("contract_term", translate("JobFields", "Contract term")),
            Field("medical_check", translate("JobFields", "Medical check")),
            Field("interview", translate("JobFields", "Interview"), 2, hint="每日 9:00、13:30"),
            Field("bring", translate("JobFields", "Bring along"), 2, hint="身份证原件"),
            Field("requirements", translate("JobFields", "Requirements"), 4, "text"),
        ),
    )


def _on_air() -> Section:
    return Section(
        translate("JobFields", "On air"),
        (
            Field("talking_points", translate("JobFields", "Talking points for the host"), 4, "text"),
            Field("note", translate("JobFields", "Note, seen by staff only"), 4, "text"),
        ),
    )
