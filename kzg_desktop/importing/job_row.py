"""One row of a job sheet as a draft job: each cell goes to its field, or into the note, or into a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, ClassVar

from msgspec import Struct, structs

from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.domain.regions import locate
from kzg_desktop.importing.ages import read_ages
from kzg_desktop.importing.board_lodging import read_board_lodging
from kzg_desktop.importing.cautions import read_cautions
from kzg_desktop.importing.columns import Column
from kzg_desktop.importing.dates import Reference, read_valid_through
from kzg_desktop.importing.derived import derive
from kzg_desktop.importing.findings import Finding, Message, error, warning
from kzg_desktop.importing.headcount import read_headcount
from kzg_desktop.importing.keys import job_id, organization_id
from kzg_desktop.importing.pay import PayColumn, merged_pay, read_pay
from kzg_desktop.importing.rebates import read_rebates
from kzg_desktop.importing.words import clauses, joined

__all__ = ["FIELDS_OF_COLUMN", "JobRow", "Setting"]

_VERBATIM = {
    "employment_type", "job_location", "shift", "work_hours", "rest_days", "insurance", "contract_term",
    "medical_check", "bring", "interview", "assembly_point", "talking_points", "requirements", "note", "source",
}  # fmt: skip
_ONE_SEX = re.compile(r"(?:限|只招)?(?:男|女)(?:性|生|士|工)?")

FIELDS_OF_COLUMN: dict[str, frozenset[str]] = {
    **{name: frozenset({name}) for name in _VERBATIM},
    "employer": frozenset({"hiring_organization"}),
    "title": frozenset({"title"}),
    "headcount": frozenset({"total_job_openings"}),
    "age": frozenset({"age_min", "age_max"}),
    "board_lodging": frozenset({"board", "lodging"}),
    "benefits": frozenset({"job_benefits"}),
    "rebates": frozenset({"rebates"}),
    "valid_through": frozenset({"valid_through"}),
    "pay_rate": frozenset({"pay.base_month_yuan", "pay.hourly_yuan", "pay.piece_rate", "pay.text"}),
    "pay_month": frozenset({"pay.month_min_yuan", "pay.month_max_yuan", "pay.text"}),
    "overtime": frozenset({"pay.overtime"}),
    "allowance": frozenset({"pay.allowance"}),
    "payday": frozenset({"pay.payday"}),
}
"""The fields of a job that a kind of column states."""


class Setting(Struct, frozen=True):
    """What holds for every row of a sheet: where missing years come from, today, and who published the sheet."""

    reference: Reference
    today: date
    source: str = ""


class JobRow:
    """Collects the cells of one row; :meth:`job` is the outcome and ``messages`` say what was noticed."""

    def __init__(self, setting: Setting) -> None:
        self.messages: list[Message] = []
        self._setting = setting
        self._values: dict[str, Any] = {"source": setting.source}
        self._pay = Pay()

    def add(self, column: Column, text: str) -> None:
        """Take in one cell that is not empty."""
        self.say(column.header, text, read_cautions(text))
        if column.field in _VERBATIM:
            self._append(column.field, text)
        else:
            self._READERS.get(column.field, JobRow._keep)(self, column, text)

    def say(self, column: str, words: str, findings: Iterable[Finding]) -> None:
        """Add findings made on *words* in *column*, as messages."""
        self.messages += [Message(level=f.level, text=f.text, column=column, words=words) for f in findings]

    def job(self) -> Job:
        """Return the draft; its ids are made of employer, title and place."""
        values = self._values
        employer, title, place = (values.get(k, "") for k in ("hiring_organization", "title", "job_location"))
        missing = [("企业名称", employer), ("岗位名称", title)]
        self.say("", "", [error(f"缺少{name}，请补上；与上一行相同可写“同上”") for name, value in missing if not value])
        self._derive()
        return Job(
            id=job_id(employer, title, place),
            employer_id=organization_id(employer),
            **{"hiring_organization": "", "title": "", **values, "pay": self._pay, "region": locate(place).region},
        )

    def _derive(self) -> None:
        values = self._values
        derived = derive(values.get("board", ""), values.get("lodging", ""), values.get("note", ""))
        self.say("备注", "", derived.findings)
        benefits = (*values.get("job_benefits", ()), *derived.job_benefits)
        values["job_benefits"] = tuple(dict.fromkeys(benefits))
        values["requirements"] = joined(values.get("requirements", ""), derived.requirements)
        for name in ("medical_check", "insurance", "rebates", "couples_room"):
            values[name] = values.get(name) or getattr(derived, name)

    def _append(self, field: str, text: str) -> None:
        self._values[field] = joined(self._values.get(field, ""), text)

    def _keep(self, column: Column, text: str) -> None:
        self._append("note", f"{column.header}：{text}")

    def _employer(self, _column: Column, text: str) -> None:
        self._append("hiring_organization", text)

    def _title(self, _column: Column, text: str) -> None:
        self._append("title", text)

    def _serial(self, _column: Column, text: str) -> None:
        """Leave a row's number out; anything else in that column is kept."""
        if not re.fullmatch(r"\d+", text):
            self._append("note", f"序号：{text}")

    def _headcount(self, column: Column, text: str) -> None:
        openings, findings = read_headcount(text)
        self.say(column.header, text, findings)
        self._values["total_job_openings"] = openings
        if findings:
            self._keep(column, text)

    def _age(self, column: Column, text: str) -> None:
        ages = read_ages(text)
        self.say(column.header, text, ages.findings)
        self._values.update(age_min=ages.low, age_max=ages.high)
        self._append("requirements", ages.rest)

    def _sex(self, column: Column, text: str) -> None:
        if _ONE_SEX.fullmatch(text):
            self.say(column.header, text, [warning("属于性别限制（就业促进法 27），播出前请改写")])
        self._append("requirements", f"{column.header}：{text}")

    def _pay_of(self, column: Column, text: str) -> None:
        kind: PayColumn = "rate" if column.field == "pay_rate" else "month"
        pay, findings = read_pay(text, kind)
        self.say(column.header, text, findings)
        self._pay = merged_pay(self._pay, pay)

    def _pay_words(self, column: Column, text: str) -> None:
        words = joined(getattr(self._pay, column.field), text)
        self._pay = structs.replace(self._pay, **{column.field: words})

    def _board_lodging(self, column: Column, text: str) -> None:
        read = read_board_lodging(text)
        self._append("board", read.board)
        self._append("lodging", read.lodging)
        if read.rest:
            self._keep(column, "，".join(read.rest))

    def _benefits(self, _column: Column, text: str) -> None:
        read = read_board_lodging(text)
        self._append("board", read.board)
        self._append("lodging", read.lodging)
        self._values["job_benefits"] = (*self._values.get("job_benefits", ()), *clauses(text))

    def _rebates(self, column: Column, text: str) -> None:
        steps, findings = read_rebates(text if "返" in text else f"返费{text}")
        self.say(column.header, text, findings)
        self._values["rebates"] = steps
        self._keep(column, text)

    def _valid_through(self, column: Column, text: str) -> None:
        day, findings = read_valid_through(text, self._setting.reference, self._setting.today)
        self.say(column.header, text, findings)
        self._append("valid_through", day)

    _READERS: ClassVar[dict[str, Callable[[JobRow, Column, str], None]]] = {
        "employer": _employer,
        "title": _title,
        "serial": _serial,
        "headcount": _headcount,
        "age": _age,
        "sex": _sex,
        "pay_rate": _pay_of,
        "pay_month": _pay_of,
        "overtime": _pay_words,
        "allowance": _pay_words,
        "payday": _pay_words,
        "board_lodging": _board_lodging,
        "benefits": _benefits,
        "rebates": _rebates,
        "valid_through": _valid_through,
    }
