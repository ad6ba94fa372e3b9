"""Interview slots in time: which overlap at one place, which are over, and copies for the days that follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kzg_desktop.domain.clock import CHINA, china_midnight
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.ids import new_id

__all__ = ["DAY_MS", "SlotCopies", "clashes", "copies", "ends_at", "free_places", "is_over"]

DAY_MS = 86_400_000


class SlotCopies(Struct, frozen=True):
    """What copying comes to: slots to make, and how many are there already and are left out."""

    new: tuple[InterviewSlot, ...]
    known: int


def ends_at(slot: InterviewSlot) -> int:
    """Return when the slot ends (UTC ms)."""
    return slot.starts_at + slot.duration_s * 1000


def is_over(slot: InterviewSlot, now: int) -> bool:
    """Whether the slot has ended (UTC ms)."""
    return ends_at(slot) <= now


def free_places(slot: InterviewSlot) -> int:
    """Return how many more can be booked, whether or not it is closed."""
    return max(0, slot.capacity - slot.booked)


def clashes(slot: InterviewSlot, others: Iterable[InterviewSlot]) -> list[InterviewSlot]:
    """Return the other slots that need the same place at the same time; a slot without a place needs none."""
    place = _place(slot)
    if not place:
        return []
    return [
        other
        for other in others
        if other.id != slot.id
        and _place(other) == place
        and other.starts_at < ends_at(slot)
        and slot.starts_at < ends_at(other)
    ]


def copies(
    slots: Iterable[InterviewSlot],
    known: Iterable[InterviewSlot],
    *,
    days: int,
    weekdays: Collection[int],
) -> SlotCopies:
    """Return *slots* again, empty and open, on those of the next *days* days that are one of *weekdays* (0 Monday).

    A slot for the same job at the same time and place that is *known* already is not made twice.
    """
    there = {_sameness(slot) for slot in known}
    new: list[InterviewSlot] = []
    left_out = 0
    originals = sorted(slots, key=lambda slot: (slot.starts_at, slot.id))
    for step in range(1, days + 1):
        for slot in originals:
            starts_at = slot.starts_at + step * DAY_MS
            if _weekday(starts_at) not in weekdays:
                continue
            copy = replace(slot, id=new_id(), starts_at=starts_at, booked=0, closed=False)
            if _sameness(copy) in there:
                left_out += 1
            else:
                there.add(_sameness(copy))
                new.append(copy)
    return SlotCopies(tuple(new), left_out)


def _place(slot: InterviewSlot) -> str:
    return "".join(slot.place.split()).casefold()


def _sameness(slot: InterviewSlot) -> tuple[str, str, int, str]:
    return slot.employer_id, slot.job_id, slot.starts_at, _place(slot)


def _weekday(at: int) -> int:
    return datetime.fromtimestamp(china_midnight(at) / 1000, CHINA).weekday()
