"""The phone of a lead, out of whatever a platform or a spreadsheet program made of it."""

from __future__ import annotations

import re

from kzg_desktop.domain.phones import normal_phone
from kzg_desktop.importing.findings import Finding, error, info, warning
from kzg_desktop.importing.words import plain

__all__ = ["read_phone"]

_SCIENTIFIC = re.compile(r"(\d)(?:\.(\d+))?[eE]\+?(\d{2})")
_WHOLE = re.compile(r"(\d{11,13})\.0+")
_INSIDE = re.compile(r"(?<![\d+])(?:\+?86|0086)?-?(1[3-9]\d(?:-?\d{4}){2})(?!-?\d)")
_COUNTRY = re.compile(r"(?:00)?86(?=\d{11}$)")
_NOTHING = re.compile(r"无|没有|未填|未提供|空|null|none|n/?a|[-—/\\]+", re.IGNORECASE)


def _written_out(words: str) -> tuple[str, Finding | None]:
    """Undo what a spreadsheet program does to a number that it shows too narrow."""
    if found := _WHOLE.fullmatch(words):
        return found[1], None
    found = _SCIENTIFIC.fullmatch(words)
    if found is None:
        return words, None
    places = found[2] or ""
    if len(places) < int(found[3]):
        return "", error("被表格软件写成科学计数，后几位已丢失，请从平台重新导出")
    return found[1] + places, None


def read_phone(text: str) -> tuple[str, list[Finding]]:
    """Return the eleven digits, or "" with the reason why there is no usable number."""
    words, lost = _written_out(plain(text).lstrip("'`"))
    if lost is not None:
        return "", [lost]
    if not words or _NOTHING.fullmatch(words):
        return "", [error("没有手机号")]
    whole = normal_phone(words)
    if whole is not None:
        return whole, []
    inside = list(dict.fromkeys(phone for found in _INSIDE.finditer(words) if (phone := normal_phone(found[1]))))
    if inside:
        say = warning(f"有几个号码，取 {inside[0]}") if len(inside) > 1 else info(f"读作 {inside[0]}")
        return inside[0], [say]
    digits = len(_COUNTRY.sub("", re.sub(r"\D", "", words)))
    if digits == 11:
        return "", [error("不是已启用的大陆手机号段")]
    return "", [error(f"应为 11 位，这里有 {digits} 位数字" if digits else "没有手机号")]
