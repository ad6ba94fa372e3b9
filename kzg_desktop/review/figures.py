"""Figures that no system of ours measures: viewers by the minute, views in all, and what cards cost."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from kzg_desktop.domain.clock import DAY_MS, china_midnight
from kzg_desktop.errors import InvalidInput

__all__ = ["Figures", "read_viewers"]

_MINUTE_MS = 60_000
_TIME = re.compile(r"(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T])?(\d{1,2}):(\d{2})(?::\d{2})?")
_COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(万|[wWkK])?")
_TIMES = {"万": 10_000, "w": 10_000, "k": 1_000, "": 1}


class Figures(Struct, frozen=True, kw_only=True):
    """What somebody typed in or imported for one broadcast.

    ``viewers`` are pairs of a time (UTC ms) and how many watched then, by time; ``views`` is the total, 0 where it is
    not known; ``costs`` in whole yuan by job id, without those that are not known.
    """

    broadcast_id: str
    views: int = 0
    viewers: tuple[tuple[int, int], ...] = ()
    costs: dict[str, int] = {}


def read_viewers(text: str, start: int) -> list[tuple[int, int]]:
    """Return the pairs of a CSV text with a minute and a count of viewers in each line.

    The minute is a number, counted from *start* (UTC ms) on, or a time of day in China on the day of *start* or, after
    midnight, on the next. A first line without figures is a heading. Counts may be written as 1,200, 3.5万 or 12k.

    Raises:
        InvalidInput: a line cannot be read, or none is left; the text names the line.
    """
    pairs = dict(_pairs(text, start))
    if not pairs:
        raise InvalidInput("There is no line with a minute and a number of viewers.")
    return sorted(pairs.items())


def _pairs(text: str, start: int) -> Iterator[tuple[int, int]]:
    for number, cells in enumerate(_rows(text), 1):
        if not any(cells):
            continue
        at = _time(cells[0], start)
        count = _count("".join(cells[1:])) if len(cells) > 1 else None
        if at is None or count is None:
            if number == 1:
                continue
            raise InvalidInput(f"Line {number} has no minute and number of viewers: {', '.join(cells)}")
        yield at, count


def _rows(text: str) -> Iterable[list[str]]:
    lines = text.lstrip("\ufeff").splitlines()
    delimiter = next((each for each in "\t;" if lines and each in lines[0]), ",")
    return ([cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter))


def _time(cell: str, start: int) -> int | None:
    if cell.isascii() and cell.isdigit():
        return start - start % _MINUTE_MS + int(cell) * _MINUTE_MS
    found = _TIME.fullmatch(cell)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    at = china_midnight(start) + (int(found[1]) * 60 + int(found[2])) * _MINUTE_MS
    return at + DAY_MS if at < start - DAY_MS // 2 else at


def _count(cell: str) -> int | None:
    found = _COUNT.fullmatch(cell.replace(",", ""))
    return round(float(found[1]) * _TIMES[(found[2] or "").lower()]) if found else None
