"""年龄要求: from which to which age, and what else the cell asks for."""

from __future__ import annotations

import re

from msgspec import Struct

from kzg_desktop.importing.findings import Finding, error, info, warning
from kzg_desktop.importing.words import plain, substance

__all__ = ["Ages", "read_ages"]

_YEARS = r"(?:周?岁)?"
_SPAN = re.compile(
    rf"(?<!\d)(?P<from>\d{{1,3}}){_YEARS}-(?P<to>\d{{1,3}}){_YEARS}(?!\d)"
    rf"|(?<!\d)(?P<low>\d{{1,3}}){_YEARS}(?:及?以上|起|\+)"
    rf"|(?<!\d)(?P<high>\d{{1,3}}){_YEARS}(?:及?以下|以内|之内|封顶)"
)
_WORKING_AGE = 16
_ADULT = 18
_OLDEST = 99


class Ages(Struct, frozen=True):
    """Lowest and highest age where stated, and the *rest* of the words, such as 男女不限."""

    low: int | None
    high: int | None
    rest: str
    findings: tuple[Finding, ...]


def _checked(low: int | None, high: int | None) -> tuple[int | None, int | None, list[Finding]]:
    findings: list[Finding] = []
    if low is not None and high is not None and low > high:
        low, high = high, low
        findings.append(warning(f"上下限写反，按 {low}-{high} 岁记"))
    if max(low or 0, high or 0) > _OLDEST:
        return None, None, [*findings, warning("年龄不合理，没有采用，原文记在要求")]
    if low is not None and low < _WORKING_AGE:
        findings.append(error("低于 16 周岁：禁止招用童工（禁止使用童工规定），请改正后再导入"))
    elif low is not None and low < _ADULT:
        findings.append(warning("包含 16-17 周岁：未成年工受特殊保护（劳动法 58-65），请确认岗位允许"))
    return low, high, findings


def _number(text: str | None) -> list[int]:
    return [int(text)] if text else []


def read_ages(text: str) -> Ages:
    """Return the ages that *text* states; of several ranges the widest."""
    words = plain(text)
    spans = list(_SPAN.finditer(words))
    lows = [n for span in spans for n in _number(span["from"] or span["low"])]
    highs = [n for span in spans for n in _number(span["to"] or span["high"])]
    low, high, findings = _checked(min(lows, default=None), max(highs, default=None))
    rest = _SPAN.sub(" ", words).strip(" ,;、。:()") if low is not None or high is not None else text
    rest = rest.removeprefix("年龄").strip(" ,;:")
    if len(lows) > 1 or len(highs) > 1:
        findings.append(warning("有多个年龄范围，按最宽的记，原文记在要求"))
        rest = text
    elif not spans and substance(rest) == "不限":
        rest = "年龄不限"
    elif not spans:
        findings.append(info("没有年龄数字，原文记在要求"))
    return Ages(low, high, rest if substance(rest) else "", tuple(findings))
