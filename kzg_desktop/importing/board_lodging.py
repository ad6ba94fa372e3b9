"""食宿情况: meals, beds, rooms for couples, and which of it is a benefit."""

from __future__ import annotations

import re

from msgspec import Struct

from kzg_desktop.importing.words import clauses, joined

__all__ = ["BoardLodging", "benefit_in", "read_board_lodging"]

_BOTH = re.compile(r"食宿|吃住|包吃包住|包食宿|餐宿")
_BOARD = re.compile(r"吃|餐|伙食|食堂|饭|膳")
_LODGING = re.compile(r"住|宿|水电|房|公寓|人间")
_COUPLES = re.compile(r"夫妻房|夫妻间|双职工房")
_NO_COUPLES = re.compile(r"(?:无|没有|不提供|暂无|没)(?:夫妻房|夫妻间)")
_FREE = re.compile(r"免费|包吃|包住|包食|包餐|补|食堂|免费食宿")
_NEGATED = re.compile(r"(?:不|无|没有|非)(?:免费|包|提供|补)|自理|自费")
_CERTAIN = ("中央空调", "无尘车间", "恒温车间", "五险一金", "夫妻房", "福利食堂", "养老补贴")
_BENEFIT = re.compile(
    r"空调|补贴|津贴|补助|食堂|夫妻房|五险|公积金|社保|班车|免费|带薪|无尘车间|恒温|福利|礼品|奖|旅游|体检费?公司"
)


class BoardLodging(Struct, frozen=True):
    """What a cell says of meals and beds; *benefits* are the parts that attract, *rest* is about neither."""

    board: str
    lodging: str
    couples_room: bool
    benefits: tuple[str, ...]
    rest: tuple[str, ...]


def benefit_in(clause: str) -> str:
    """Return the benefit that *clause* offers, in the words of a chip, or ""."""
    if _NEGATED.search(clause):
        return ""
    for name in _CERTAIN:
        if name in clause and not re.search(r"\d", clause):
            return name
    return clause if _BENEFIT.search(clause) else ""


def _benefits(parts: list[str]) -> tuple[str, ...]:
    chips = [
        "夫妻房" if _COUPLES.search(part) else part
        for part in parts
        if (_FREE.search(part) or _COUPLES.search(part)) and not _NEGATED.search(part) and not _NO_COUPLES.search(part)
    ]
    return tuple(dict.fromkeys(chips))


def read_board_lodging(text: str) -> BoardLodging:
    """Sort the clauses of *text*, each kept in its own words, into meals, beds and the rest."""
    parts = clauses(text)
    both = [part for part in parts if _BOTH.search(part)]
    board = [part for part in parts if part in both or _BOARD.search(part)]
    lodging = [part for part in parts if part in both or (_LODGING.search(part) and not _BOARD.search(part))]
    return BoardLodging(
        board=joined(*board),
        lodging=joined(*lodging),
        couples_room=bool(_COUPLES.search(text)) and not _NO_COUPLES.search(text),
        benefits=_benefits([*board, *(part for part in lodging if part not in board)]),
        rest=tuple(part for part in parts if part not in board and part not in lodging),
    )
