"""招聘人数: how many are wanted."""

from __future__ import annotations

import re

from kzg_desktop.importing.findings import Finding, info, warning
from kzg_desktop.importing.words import plain

__all__ = ["read_headcount"]

_FIGURE = re.compile(
    r"(?P<about>约|大约|近)?(?:共|招|招聘)?(?P<low>\d{1,7})(?:人|名|位)?(?:-(?P<high>\d{1,7}))?"
    r"(?P<unit>个人|人|名|位|个)?(?P<more>以上|左右|余|多|\+|起)?(?:人|名)?"
)
_MOST = 100_000


def read_headcount(text: str) -> tuple[int | None, list[Finding]]:
    """Return the number of openings that *text* states, or None; a range counts with its lower end."""
    found = _FIGURE.fullmatch(plain(text))
    if found is None:
        reason = "不是能读懂的人数" if any(map(str.isdigit, text)) else "没有具体人数"
        return None, [warning(f"{reason}，原文记在备注；招聘信息应写明人数")]
    low, high = int(found["low"]), int(found["high"] or found["low"])
    if low > high:
        low, high = high, low
    if not 0 < low <= high <= _MOST:
        return None, [warning("人数不合理，没有采用，原文记在备注")]
    if low != high:
        return low, [info(f"是一个范围，按 {low} 人记，原文记在备注")]
    if found["about"] or found["more"]:
        return low, [info(f"是约数，按 {low} 人记，原文记在备注")]
    return low, []
