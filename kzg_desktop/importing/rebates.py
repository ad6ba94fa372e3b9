"""返费: what is paid back after how many days at work."""

from __future__ import annotations

import re

from kzg_desktop.domain.entities import RebateStep
from kzg_desktop.importing.findings import Finding, info, warning
from kzg_desktop.importing.words import plain

__all__ = ["MENTION", "read_rebates"]

MENTION = re.compile(r"返(?:费|现|利|钱|\d)|\d(?:天|日|月)返")
"""Words that speak of a rebate."""

_DAYS = r"(?P<days>\d{1,3})个?(?P<unit>天|日|工作日|月)"
_AMOUNT = r"(?P<amount>\d{2,6})(?:元|块)?"
_DAYS_FIRST = re.compile(rf"{_DAYS}[^\d;。]{{0,8}}?返?(?:费|现|利)?[^\d;。]{{0,3}}{_AMOUNT}(?![\d.]|天|日|个|月)")
_AMOUNT_FIRST = re.compile(rf"返(?:费|现|利)?[^\d;。]{{0,3}}{_AMOUNT}[^\d;。]{{0,8}}{_DAYS}")
_DAYS_A_MONTH = 30
_MONTHS_IN_WORDS = re.compile(r"[一二两三四五六七八九](?=个月)")
_NUMBERS = dict(zip("一二两三四五六七八九", "1223456789", strict=True))


def _step(found: re.Match[str]) -> RebateStep:
    days = int(found["days"]) * (_DAYS_A_MONTH if found["unit"] == "月" else 1)
    return RebateStep(days=days, amount_yuan=int(found["amount"]))


def read_rebates(text: str) -> tuple[tuple[RebateStep, ...], list[Finding]]:
    """Return the steps that *text* states, by days; words about a rebate without figures give a warning."""
    words = _MONTHS_IN_WORDS.sub(lambda found: _NUMBERS[found[0]], plain(text))
    if not MENTION.search(words):
        return (), []
    about = words[max(0, words.find("返") - 12) :]
    matches = list(_DAYS_FIRST.finditer(about)) or list(_AMOUNT_FIRST.finditer(about))
    steps = {step.days: step for step in map(_step, matches) if step.days > 0}
    if not steps:
        return (), [warning("返费没有写明天数和金额，保留原文")]
    months = any(found["unit"] == "月" for found in matches)
    return tuple(steps[days] for days in sorted(steps)), [info("返费的一个月按 30 天记")] if months else []
