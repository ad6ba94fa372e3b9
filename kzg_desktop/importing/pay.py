"""工价/底薪 and 综合薪资: what a job pays. Only figures that are written are used; the words are kept whole."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import Pay
from kzg_desktop.importing.findings import Finding, info, warning
from kzg_desktop.importing.words import joined, plain

__all__ = ["PayColumn", "merged_pay", "read_pay"]

PayColumn: TypeAlias = Literal["rate", "month"]
"""Whether a column states rates (工价, 底薪) or the expected total a month (综合薪资)."""

_Unit: TypeAlias = Literal["hour", "day", "base", "month", "none"]

_AMOUNT = r"(\d+(?:\.\d+)?)(万|千|[kKwW])?元?"
_RANGE = re.compile(rf"(?<![\d.]){_AMOUNT}(?:-{_AMOUNT})?(?![\d.])")
_PART = re.compile(r"[,;。、+()\[\]【】\n]+")
_EXTRA = re.compile(r"补贴|津贴|补助|餐补|房补|奖|返|押金|扣")
_PIECE = re.compile(r"计件|按件")
_SCALE = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000}

_PER_HOUR = re.compile(r"块?(?:/|每|一)个?(?:小时|时|[hH])")
_PER_DAY = re.compile(r"块?(?:/|每|一)(?:天|日|班)")
_HOUR_BEFORE = re.compile(r"(?:小时工价|小时工资|小时工|小时价|时薪|每个?小时|一个?小时|工价|小时)[:为是约]?$")
_DAY_BEFORE = re.compile(r"(?:日薪|日工资|日结|每天|一天)[:为是约]?$")
_BASE_BEFORE = re.compile(r"(?:底薪|基本工资|基本薪资|保底|底工资)[:为是约]?$")
_NOT_MONEY = re.compile(r"小时|天|个月|薪|倍|%|岁|号|日|点|人|年|月(?!薪)|:|级|险")
_AT_LEAST = re.compile(r"(?:/月)?(?:以上|起|\+|保底)")
_AT_MOST = re.compile(r"(?:/月)?(?:以下|以内|封顶)")
_ABOUT = re.compile(r"(?:/月)?(?:左右|上下)")

_HOURLY = (5, 300)
_MONTHLY = (1_000, 100_000)


class _Figure(Struct, frozen=True):
    """An amount or a range of amounts in yuan, with the words around it."""

    low: float
    high: float
    before: str
    after: str

    def within(self, limits: tuple[int, int]) -> bool:
        return limits[0] <= self.low <= self.high <= limits[1]


def _figure(found: re.Match[str], part: str) -> _Figure:
    first, scale, second, second_scale = found.groups()
    low = float(first) * _SCALE.get((scale or (second_scale if second else "") or "").lower(), 1)
    high = float(second) * _SCALE.get((second_scale or "").lower(), 1) if second else low
    return _Figure(min(low, high), max(low, high), part[: found.start()], part[found.end() :])


def _unit(figure: _Figure, column: PayColumn) -> _Unit:
    """Decide what a figure states by the words around it, else by the column and its size."""
    stated: tuple[tuple[object, _Unit], ...] = (
        (_NOT_MONEY.match(figure.after), "none"),
        (_PER_DAY.match(figure.after) or _DAY_BEFORE.search(figure.before), "day"),
        (_PER_HOUR.match(figure.after), "hour"),
        (_BASE_BEFORE.search(figure.before), "base"),
        (_HOUR_BEFORE.search(figure.before) and figure.within(_HOURLY), "hour"),
        (column == "month" or figure.low != figure.high, "month"),
        (figure.within(_HOURLY), "hour"),
    )
    return next((unit for found, unit in stated if found), "base")


def _hour(figure: _Figure) -> tuple[Pay, list[Finding]]:
    if not figure.within(_HOURLY):
        return Pay(), [warning("小时工价不合理，没有采用，保留原文")]
    notes = [info(f"小时工价是范围，按低值 {figure.low:g} 元记")] if figure.low != figure.high else []
    return Pay(hourly_yuan=figure.low), notes


def _base(figure: _Figure) -> tuple[Pay, list[Finding]]:
    if not figure.within(_MONTHLY):
        return Pay(), [warning("底薪不合理，没有采用，保留原文")]
    notes = [info(f"底薪是范围，按低值 {figure.low:g} 元记")] if figure.low != figure.high else []
    return Pay(base_month_yuan=round(figure.low)), notes


def _month(figure: _Figure) -> tuple[Pay, list[Finding]]:
    if not figure.within(_MONTHLY):
        return Pay(), [warning("月薪不合理，没有采用，保留原文")]
    low, high = round(figure.low), round(figure.high)
    if _AT_LEAST.match(figure.after):
        return Pay(month_min_yuan=low), []
    if _AT_MOST.match(figure.after) or figure.before.endswith(("最高", "高达", "可达")):
        return Pay(month_max_yuan=high), []
    about = _ABOUT.match(figure.after) or figure.before.endswith("约")
    return Pay(month_min_yuan=low, month_max_yuan=high), [info(f"是约数，按 {low} 元记")] if about else []


def _read(figure: _Figure, column: PayColumn) -> tuple[Pay, list[Finding]]:
    match _unit(figure, column):
        case "hour":
            return _hour(figure)
        case "base":
            return _base(figure)
        case "month":
            return _month(figure)
        case "day":
            return Pay(), [warning("日薪没有对应的栏目，保留原文")]
        case "none":
            return Pay(), []


def merged_pay(first: Pay, second: Pay) -> Pay:
    """Return *first* with what only *second* states added, and the words of both."""
    month = second if first.month_min_yuan is None and first.month_max_yuan is None else first
    return Pay(
        base_month_yuan=second.base_month_yuan if first.base_month_yuan is None else first.base_month_yuan,
        hourly_yuan=second.hourly_yuan if first.hourly_yuan is None else first.hourly_yuan,
        piece_rate=first.piece_rate or second.piece_rate,
        month_min_yuan=month.month_min_yuan,
        month_max_yuan=month.month_max_yuan,
        overtime=joined(first.overtime, second.overtime),
        allowance=joined(first.allowance, second.allowance),
        payday=joined(first.payday, second.payday),
        text=joined(first.text, second.text),
    )


def read_pay(text: str, column: PayColumn) -> tuple[Pay, list[Finding]]:
    """Return what *text* states of pay; its ``text`` is *text* itself.

    A figure beside 补贴, 奖 or 返费 is no pay. 月入过万 and 面议 give no figure and a warning.
    """
    pay, findings = Pay(text=text, piece_rate=bool(_PIECE.search(text))), list[Finding]()
    for part in _PART.split(plain(text)):
        if _EXTRA.search(part):
            continue
        for found in _RANGE.finditer(part):
            stated, notes = _read(_figure(found, part), column)
            pay = merged_pay(pay, stated)
            findings += notes
    if pay == Pay(text=text) and not findings:
        findings.append(warning("没有具体数字，不作推断，保留原文"))
    return pay, findings
