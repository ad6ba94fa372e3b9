"""When to call: the hours of the day in which calls were answered, as the history tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.hiring import HistoryEntry

__all__ = ["BestTime", "CallBasis", "HourRate", "best_time"]

CallBasis: TypeAlias = Literal["person", "employer", ""]

_ENOUGH_OF_PERSON = 3
_ENOUGH_OF_EMPLOYER = 30
_ENOUGH_IN_HOUR = 5
_PRIOR_CALLS = 5.0
"""An hour's own rate and that of all hours count alike after so many calls: one lucky call makes no best hour."""

_MOST_HOURS = 3


class HourRate(Struct, frozen=True):
    """Of so many *calls* made from *hour* (0 to 23, in China) to the next, how many were *answered*."""

    hour: int
    calls: int
    answered: int


class BestTime(Struct, frozen=True):
    """The best hours to call, the best first, from so many *calls*.

    They are the person's or, where these were too few, the whole employer's. With the basis "" there were too few of
    both, and there are no hours.
    """

    basis: CallBasis = ""
    calls: int = 0
    hours: tuple[HourRate, ...] = ()


def best_time(of_person: Iterable[HistoryEntry], of_employer: Iterable[HistoryEntry] = ()) -> BestTime:
    """Return when to call somebody.

    A person's own calls count from the third on, if one of them was answered. Calls to empty numbers say nothing about
    the hour; nor does, of the employer's, an hour with fewer than five calls.
    """
    own = _rates(of_person)
    if _calls(own) >= _ENOUGH_OF_PERSON and (answered := [rate for rate in own if rate.answered]):
        return _best("person", own, answered)
    all_hours = _rates(of_employer)
    known = [rate for rate in all_hours if rate.calls >= _ENOUGH_IN_HOUR and rate.answered]
    if _calls(all_hours) >= _ENOUGH_OF_EMPLOYER and known:
        return _best("employer", all_hours, known)
    return BestTime(calls=_calls(own))


def _rates(entries: Iterable[HistoryEntry]) -> list[HourRate]:
    calls: Counter[int] = Counter()
    answered: Counter[int] = Counter()
    for entry in entries:
        if entry.kind == "attempt" and entry.after != "empty_number":
            hour = datetime.fromtimestamp(entry.at / 1000, CHINA).hour
            calls[hour] += 1
            answered[hour] += entry.after == "answered"
    return [HourRate(hour, calls[hour], answered[hour]) for hour in sorted(calls)]


def _calls(rates: Iterable[HourRate]) -> int:
    return sum(rate.calls for rate in rates)


def _best(basis: CallBasis, rates: list[HourRate], candidates: list[HourRate]) -> BestTime:
    usual = sum(rate.answered for rate in rates) / _calls(rates)

    def rank(rate: HourRate) -> tuple[float, int, int]:
        expected = (rate.answered + _PRIOR_CALLS * usual) / (rate.calls + _PRIOR_CALLS)
        return -expected, -rate.calls, rate.hour

    return BestTime(basis, _calls(rates), tuple(sorted(candidates, key=rank)[:_MOST_HOURS]))
