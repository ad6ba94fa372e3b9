"""MINOR and AGECAP: who may not work yet, and the ages that an advertisement shuts out.

Under 16 is child labour (禁止使用童工规定 2); 16 and 17 are allowed with protection (劳动法 58-65).
A highest age of 60 or more passes: it is where a pension begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kzg_desktop.domain.adcheck.catch import Catch, Hit
from kzg_desktop.domain.adcheck.rules import RULES, Level

__all__ = ["CATCHES", "OLDEST_CAP", "AgeSpan", "age_hits", "age_spans", "cap_suggestion", "minor"]

WORKING_AGE = 16
ADULT = 18
OLDEST_CAP = 60

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
_N = r"(?:[1-9]\d|[二三四五六七]?十[一二三四五六七八九]?)"
_YEARS = "(?:周?岁|周岁)"
_TO = " ?(?:-{1,2}|~|至|到|—) ?"
_LABEL = r"(?:年龄(?:要求|限制|段|范围|在)?[: ]{0,2}|(?:(?<=[男女])|(?<=[男女][性工生士])):?)"
_AND_UP = r"(?:及?以上|起|\+|就(?:可以|能|行)|可|也)?"
_NO_AGE = r"(?![\d元名人个])"
_SPAN = re.compile(
    rf"(?<![\d.])(?P<low>{_N}) ?{_YEARS}?{_TO}(?P<high>{_N}) ?{_YEARS}(?:之间|左右|以内|以下)?"
    rf"|{_LABEL}(?P<low2>{_N}) ?{_YEARS}?{_TO}(?P<high2>{_N}){_NO_AGE} ?{_YEARS}?(?:之间|左右|以内|以下)?"
    rf"|(?:年龄)?(?:不超过?|不大于|不得超过|最大|低于|小于|上限|放宽到|放宽至|最高)[: ]?(?P<high3>{_N}) ?{_YEARS}"
    rf"|年龄(?:不超过?|不大于|不得超过|最大|低于|上限)[: ]?(?P<high6>{_N}){_NO_AGE}"
    rf"|(?<![\d.-])(?P<high4>{_N}) ?{_YEARS}(?:\(含\))? ?(?:及?以下|以内|之内|封顶|内(?=$|[\n,;。、]))"
    rf"|年龄(?:要求|限制)?[: ]{{0,2}}(?P<high5>{_N}) ?{_YEARS}?(?:及?以下|以内|之内|封顶)"
    rf"|(?:(?<![未不])年?满|超过|高于|大于|不低于|不小于)?(?<![\d.-])(?P<low3>{_N}) ?{_YEARS}{_AND_UP}"
)
_CLOSED_OUT = re.compile(
    r"[的者人员]*[ ,]?(?:请?勿|不招|不要|不收|不得|不能|禁止|除外|免谈|不予|不录|谢绝)|[的]?(?:童工|儿童免|需监护)"
)
_SHUT_OUT = re.compile(
    r"(?:未满|不满|不招(?:聘|收|用)?|不要|不收|严禁|禁止|不得|拒绝|谢绝|杜绝|低于|不录用|小于)(?:录用|招用|"
    r"使用|招)?(?:年龄)?$"
)
_OTHERS = re.compile(r"(?:孩|子女|儿童|小孩|宝宝|娃|家属|老人|父母|儿子|女儿|退休)[^,;。\n]{0,6}$")
_OTHERS_AFTER = re.compile(r"(?:的)?(?:小?孩|女?儿|宝|子女|娃|生日|以后退休|退休)")


class AgeSpan(Struct, frozen=True, kw_only=True):
    """Ages that a text states, ``low`` to ``high``, None where open, at ``start`` to ``end``."""

    low: int | None
    high: int | None
    start: int
    end: int


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    if words.isdecimal():
        return int(words)
    tens, _, ones = words.partition("十")
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def age_spans(text: str) -> Iterator[AgeSpan]:
    """Yield the ages asked for in folded *text*; those of children and of people who are turned away are none."""
    if not any(word in text for word in ("岁", "年龄", "男", "女")):
        return
    for found in _SPAN.finditer(text):
        before, after = text[max(0, found.start() - 20) : found.start()], text[found.end() : found.end() + 20]
        low = _number(found["low"] or found["low2"] or found["low3"])
        high = _number(
            found["high"] or found["high2"] or found["high3"] or found["high4"] or found["high5"] or found["high6"]
        )
        if _OTHERS.search(before) or _OTHERS_AFTER.match(after):
            continue
        if _SHUT_OUT.search(before) or _CLOSED_OUT.match(after):
            low, high = _turned_away(low, high, found)
        yield AgeSpan(low=low, high=high, start=found.start(), end=found.end())


def _turned_away(low: int | None, high: int | None, found: re.Match[str]) -> tuple[int | None, int | None]:
    """Return who may come when the ages stated may not: 45岁以上勿扰 is a cap, 未满16周岁勿扰 a lawful limit."""
    upper = low is not None and high is None and re.search(r"以上|起|\+|超过|高于|大于", found[0])
    return (None, low) if upper and low is not None and low > ADULT + 1 else (None, None)


def minor(low: int | None, high: int | None) -> Level | None:
    """Return how grave it is that ages from *low* to *high* may work, None when all are grown up."""
    youngest = low if low is not None else high if high is not None and high < ADULT else None
    if youngest is None or youngest >= ADULT or youngest < 10:
        return None
    return "block" if youngest < WORKING_AGE else "warn"


def minor_suggestion(level: Level) -> str:
    """Return the lawful words about the lowest age."""
    if level == "block":
        return "年满18周岁（禁止招用未满16周岁的未成年人）"
    return "年满18周岁；确需招用16-17周岁的，写明不安排夜班、加班和有毒有害等禁忌劳动，并依法登记"


def cap_suggestion(low: int | None) -> str:
    """Return lawful words instead of a highest age."""
    return f"年满{max(low or ADULT, ADULT)}周岁，身体条件适合本岗位即可"


def age_hits(text: str) -> Iterator[Hit]:
    """Yield what the ages in folded *text* break."""
    for span in age_spans(text):
        level = minor(span.low, span.high)
        if level is not None:
            suggestion = minor_suggestion(level)
            yield Hit(code="MINOR", level=level, start=span.start, end=span.end, suggestion=suggestion)
        if span.high is not None and ADULT < span.high < OLDEST_CAP:
            yield Hit(
                code="AGECAP",
                level=RULES["AGECAP"].level,
                start=span.start,
                end=span.end,
                suggestion=cap_suggestion(span.low),
            )


CATCHES = (
    Catch(
        code="MINOR",
        needs="童未",
        suggestion=minor_suggestion("block"),
        pattern=(
            r"(?:招|用|收|要|可用|可招)童工|童工(?:可|也|均|优先|来)|未成年(?:人|工)?(?:也|都|均)?(?:可以?|能|行|"
            r"要)|(?:招|收|要)(?:聘|收)?未成年|"
            r"未满(?:16|十六)周?岁(?:也|都|均)(?:可|能|行|要)"
        ),
        before=r"(?:不|严禁|禁止|拒绝|杜绝|不得|绝不|从不|勿|没有|非法)(?:非法|使|违规|招)?$",
    ),
    Catch(
        code="AGECAP",
        needs="后轻老大",
        suggestion=cap_suggestion(None),
        pattern=(
            r"(?:限|只招|只要|仅限|仅招|要求)(?:[6789]0|0[05]|[6789]5)后|(?:[6789]0|0[05]|[6789]5)后(?:优先|为主|"
            r"最佳)"
            r"|(?:限|只招|只要|仅限)年轻人?|年轻(?:人|者|的|化|员工)?优先|(?:不招|不要|谢绝|拒绝)(?:老年人|老人|"
            r"年龄大的|年纪大的|中老年人?|大龄)"
            r"|(?:年龄大|年纪大|中老年|大龄|老年人)(?:的|者)?(?:勿扰|不要|免谈|不招)"
        ),
        before=r"(?:不|不得|不是|并非)$",
    ),
)
