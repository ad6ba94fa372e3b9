"""Words in an offer that the law forbids or restricts: they are kept, and pointed out."""

from __future__ import annotations

import re

from kzg_desktop.importing.findings import Finding, warning
from kzg_desktop.importing.words import plain

__all__ = ["DEPOSIT", "read_cautions"]

DEPOSIT = re.compile(r"押金|保证金|风险金")
"""Words for money that a worker would have to leave with the employer."""

_FEE = re.compile(rf"{DEPOSIT.pattern}|(?:报名|服装|工服|培训|体检|中介|办证)费")
_NO_FEE = re.compile(
    r"(?:不收|不交|不用交|不需|无需|没有|免|无|零|0|禁止|严禁|不押)[^,;。]{0,6}$",
)
_PAID = re.compile(r"^[^,;。]{0,3}?(?:由?(?:公司|厂方|企业|工厂|我司))?(?:全额)?(?:报销|承担|支付|全免|免|公司出)")
_SEX = re.compile(
    r"(?:只招|仅招|只限|仅限|限招|限|不招|不要|只要)(?:男|女)(?!女)(?:性|生|士|工|员工)?"
    r"|(?<!男)(?:男|女)(?:性|生|士|工|士)?优先"
)


def _charged(words: str) -> list[str]:
    return [
        found[0]
        for found in _FEE.finditer(words)
        if not _NO_FEE.search(words[: found.start()]) and not _PAID.search(words[found.end() :])
    ]


def read_cautions(text: str) -> list[Finding]:
    """Return a warning for each fee or deposit charged and each restriction by sex in *text*."""
    words = plain(text)
    fees = [warning(f"向劳动者收取“{w}”违法（劳动合同法 9），请与企业核实") for w in dict.fromkeys(_charged(words))]
    limits = dict.fromkeys(found[0] for found in _SEX.finditer(words))
    sexes = [warning(f"“{w}”属于性别限制（就业促进法 27），播出前请改写") for w in limits]
    return [*fees, *sexes]
