"""Bringing the spellings that dodge a word filter to one, while remembering where each character stood."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

__all__ = ["Folded"]

_SIMPLIFIED = dict(
    zip(
        "證費擔壓訓體檢報銷優單須錄歲員護繳獎無領貼導勞務億萬個號掃碼聯電話滿額給補"
        "團戶參與軍藍轉學貸網習籤內過檔暫餘帥處離齡極滅產懷銀繫詢聘獲廠廳機價項節樂約結傳傷殘殺攜帶愛"
        "國臺灣漢維蘭關東區鄉農業陝寧慶門廣蘇貴雲遼龍贛滬場專為還適應夫婦媽親較紅選來這嗎時誠寶駕駛條薦裝質縫紉"
        "車術臟藥險輕鬆賺錢據診賬幣僅絕嚴慮徵崗職辦",
        "证费担压训体检报销优单须录岁员护缴奖无领贴导劳务亿万个号扫码联电话满额给补"
        "团户参与军蓝转学贷网习签内过档暂余帅处离龄极灭产怀银系询聘获厂厅机价项节乐约结传伤残杀携带爱"
        "国台湾汉维兰关东区乡农业陕宁庆门广苏贵云辽龙赣沪场专为还适应夫妇妈亲较红选来这吗时诚宝驾驶条荐装质缝纫"
        "车术脏药险轻松赚钱据诊账币仅绝严虑征岗职办",
        strict=True,
    )
)
_COMPATIBLE = ((0x2460, 0x2500), (0x2F00, 0x2FD6), (0xF900, 0xFB00), (0xFF01, 0xFFEF), (0x1D7CE, 0x1D800))
"""Blocks whose characters stand for another one: circled, Kangxi radicals, full width, mathematical digits."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u20e3\U000e0100-\U000e01ef]")
_GAP = re.compile(r"(?:_|[^\w\n\r,;:。!?()\[\]{}<>、+%&@【】《》¥￥$]){1,3}")
"""Blanks and marks that hide a word when they part characters that stand alone: 只 招 男 工, 押/金.

Between whole words they part clauses, and stay.
"""


def _table() -> dict[int, str]:
    table = {ord(t): s for t, s in _SIMPLIFIED.items()}
    for first, last in _COMPATIBLE:
        for point in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(point)).lower()
            if len(plain) == 1:
                table[point] = plain
    marks = dict(zip("　\t\xa0，；：！？（）～〜–—―−－➕✚➖．｡﹣丨｜\r", "   ,;:!?()~~-----++-.。-||\n", strict=True))
    return (
        table
        | {ord(mark): plain for mark, plain in marks.items()}
        | {ord(c): c.lower() for c in map(chr, range(65, 91))}
    )


_TABLE = _table()


class Folded:
    """A text in one spelling: narrow, lower case, simplified, without what is put between characters to hide a word.

    Every rule reads ``text``; :meth:`original` turns a place in it into the place in what was written.
    """

    __slots__ = ("_cuts", "_shifts", "text")

    def __init__(self, written: str) -> None:
        spans: list[tuple[int, int]] = []
        text = written.translate(_TABLE)
        if not text.isascii():
            text, spans = _cut(text)
        self.text = text
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        removed = 0
        for start, end in spans:
            self._cuts.append(start - removed)
            removed += end - start
            self._shifts.append(removed)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the written text of ``text[start:end]``, which is not empty."""
        return self._at(start), self._at(end - 1) + 1

    def _at(self, index: int) -> int:
        passed = bisect_right(self._cuts, index)
        return index + (self._shifts[passed - 1] if passed else 0)


def _cut(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return *text* without what hides words, and where that was, in order."""
    hidden = {index for found in _INVISIBLE.finditer(text) for index in range(*found.span())}
    visible = _INVISIBLE.sub("", text) if hidden else text
    gaps = [found.span() for found in _GAP.finditer(visible) if _parts_one_character(visible, *found.span())]
    joined = _without(visible, gaps)
    if not hidden:
        return joined, gaps
    places = [index for index in range(len(text)) if index not in hidden]
    hidden.update(places[index] for gap in gaps for index in range(*gap))
    return joined, [(index, index + 1) for index in sorted(hidden)]


def _parts_one_character(text: str, start: int, end: int) -> bool:
    """Whether a letter stands on either side of the gap, and one of the two stands alone."""
    if not (_letter(text, start - 1) and _letter(text, end)):
        return False
    return not _letter(text, start - 2) or not _letter(text, end + 1)


def _letter(text: str, index: int) -> bool:
    return 0 <= index < len(text) and ("a" <= text[index] <= "z" or "\u3400" <= text[index] <= "\u9fff")


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return "".join(text[begin:end] for begin, end in zip(ends, starts, strict=True))
