"""HOURS: more than 8 hours a day without overtime pay stated, and less than a day of rest a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch, Hit
from kzg_desktop.domain.adcheck.rules import RULES

__all__ = ["CATCHES", "hours_hits", "overtime_stated"]

_OVERTIME = re.compile(
    r"(?<![无没])(?:加班(?:费|工资|薪|补|按|另|有钱|计|算|双|都?有|每小时|\d|一小时|[^,;。\n]{0,6}倍)|[+加"
    r"含](?:满)?加班|[算计]加班|超(?:出|时|过)[^,;。\n]{0,8}"
    r"(?:加班|[算计]|倍)|(?:1[.]5|一点五|两|2|3|三)倍|双薪|三薪|(?:1[.]5|2|3)倍)"
)
_DAY = r"(?:每天|每日|一天|日均|天天|单日|每班|一班|白班|夜班|长白班|长夜班|上班|工作时间?|工时|出勤|干|做|上|班时)"
_LONG = r"(?:9|1\d|九|十[一二三四五六]?)(?:[.]5|个半)?"
_LONG_DAY = re.compile(
    rf"{_DAY}(?:制|满|够|约|大概|大约|工作|上班|上|要|需|为|是)*[: ]?(?<!\d)(?P<n>{_LONG}) ?个?(?:小时|"
    rf"h(?![a-z])|钟头)"
    rf"|(?<![\d.])(?:{_LONG}) ?个?(?:小时|h|钟头)(?:制|工作制|/?天|/?日|每天|一天|一班|/?班|(?:一|两|二|"
    rf"三)班|倒班|轮班|白班|夜班|对倒|的?班|长白|两倒|双班)"
    rf"|(?<![\d年])996(?!\d)|(?<!\d)(?:{_LONG})h(?:/?天|/?班|两班|制)|(?:^|(?<=[\n,;。:]))(?:{_LONG}) ?个?("
    rf"?:小时|h)(?=$|[\n,;。])"
)
_CLOCK = r"(?P<{0}h>[01]?\d|2[0-4])(?::|点)(?P<{0}m>[0-5]\d|半)?(?:分)?"
_SHIFT = re.compile(
    rf"(?<!\d)(?<!\d:){_CLOCK.format('a')} ?(?:-|~|至|到) ?(?:次日|第二天|次晨|晚上?|下午|早上?|"
    rf"凌晨)?{_CLOCK.format('b')}(?![\d])"
)
_SPOKEN = re.compile(
    r"(?:早上?|朝)(?P<from>[5-9五六七八九])点?半?(?:到|至|-)?晚上?(?P<to>[5-9五六七八九]|1[0-2]|十[一二]?)点?半?"
)
_NOT_WORK = re.compile(
    r"(?:面试|接待|咨询|报名|热线|接站|食堂|开放|客服|直播|供应|营业|热水|集合|电话|接人|接送|班车|门卫|"
    r"超市|开播|开门|答疑)[^,;。\n]{0,12}$"
)
_NOT_WORK_AFTER = re.compile(r"[^,;。\n]{0,6}(?:面试|接待|咨询|报名|集合|直播|接站|营业|供应|开放|热水|热线)")
_SAID = dict(zip("五六七八九", range(5, 10), strict=True)) | {"十": 10, "十一": 11, "十二": 12}
_LONGEST_SPAN_H = 10
"""From begin to end of a shift; a longer one leaves more than 8 hours after two hours of meals."""

_PAY_OVERTIME = "每天8小时，超出部分按平时1.5倍、休息日2倍、法定节假日3倍支付加班费"


def overtime_stated(text: str) -> bool:
    """Whether folded *text* says that overtime is paid."""
    return _OVERTIME.search(text) is not None


def _span_h(found: re.Match[str]) -> float:
    begin, end = (int(found[f"{side}h"]) + (_minutes(found[f"{side}m"]) / 60) for side in "ab")
    return (end - begin) % 24 or 12


def _minutes(words: str | None) -> int:
    return 30 if words == "半" else int(words or 0)


def _spoken_h(found: re.Match[str]) -> int:
    begin, end = (_SAID.get(found[name]) or int(found[name]) for name in ("from", "to"))
    return end + 12 - begin


def _long_days(text: str) -> Iterator[re.Match[str]]:
    if "时" in text or "h" in text or "钟头" in text or "996" in text:
        yield from _LONG_DAY.finditer(text)
    if ":" in text or "点" in text:
        for found in _SHIFT.finditer(text):
            if _LONGEST_SPAN_H < _span_h(found) <= 16 and not _aside(text, found):
                yield found
    if "晚" in text:
        yield from (found for found in _SPOKEN.finditer(text) if _spoken_h(found) > _LONGEST_SPAN_H)


def _aside(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 20) : found.start()]
    return bool(_NOT_WORK.search(before) or _NOT_WORK_AFTER.match(text, found.end()))


def hours_hits(text: str, *, overtime: bool = False) -> Iterator[Hit]:
    """Yield long working days in folded *text*, unless it states that overtime is paid, or *overtime* says so."""
    if overtime:
        return
    for found in _long_days(text):
        if overtime_stated(text):
            return
        yield Hit(
            code="HOURS", level=RULES["HOURS"].level, start=found.start(), end=found.end(), suggestion=_PAY_OVERTIME
        )


_NOT_THE_WORKER = r"(?:不是|并非|不会|客服|热线|食堂|超市|招聘)[^,;。\n]{0,3}$"
_OPEN_ALL_WEEK = r"[^,;。\n]{0,4}(?:接待|服务|报名|热线|接站|招聘|面试|咨询|无理由)"
_catch = partial(
    Catch,
    code="HOURS",
    suggestion="每周至少休息一天（月休不少于4天）",
    before=_NOT_THE_WORKER,
    after=_OPEN_ALL_WEEK,
)

CATCHES = (
    _catch(
        needs=("无休", "月休", "休息", "放假", "休假", "公休", "7天", "七天"),
        pattern=(
            r"(?:全年|全月|月月|整月|每月|周末|一周|七天|7天|长期|月)无休(?!止)|(?<![午风晚\u4e00-\u9fff])无休(?!止|息)"
            r"|月休(?:0|零)天?|月休 ?[1-3一二两三](?![\d.])(?:-[\d一二两三四]+)? ?天?|(?:每|一个?)月(?:没有|不|无)休息?"
            r"|每?月(?:只|仅)?(?:休息?|放假?)[1-3一二两三](?:天|日)(?!法)|没有?休息(?=$|[\n,;。!])"
            r"|(?:没有|无|不安排|没)(?:休息日|休息天|公休|周休|月休|休假)"
            r"|(?:每周|一周)(?:工作|上班?|干|做)(?:满)?[7七]天|(?:每周|一周)?[7七]天(?:工作制|班(?!车))"
        ),
    ),
    _catch(
        needs="休",
        pattern=(
            r"(?:两周|2周|半个?月|十天|10天|十四天|14天|双周|隔周)(?:才|只|仅)?休息?(?:一|1|半)天?"
            r"|(?:做|上|干)(?:[7-9]|1\d|2\d|十[\u4e00-\u9fff]?)天?休(?:1|一)(?!\d)"
        ),
    ),
)
