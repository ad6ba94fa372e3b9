"""Who is to be seen when: bounded questions to the desk, each answered with at most so many rows."""

from __future__ import annotations

from array import array

from msgspec import Struct

from kzg_desktop.domain.duty import Duty, duty_of
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.views import Moment, View
from kzg_desktop.hiring_services import ApplicantQuery, HiringDesk

__all__ = ["MOST_PEOPLE", "Person", "booked_in", "employed_due", "expected_today", "with_appointment"]

MOST_PEOPLE = 2000
"""More rows than these are not read for one list."""

_PAGE = 200
_NEAR = 8
"""Rows asked for at once while searching, so that one that has just gone does not mislead."""


class Person(Struct, frozen=True):
    """An application with its next duty, and the place of its slot."""

    row: Application
    duty: Duty | None
    place: str = ""

    @property
    def is_due_to_remind(self) -> bool:
        """Whether the next thing to do is to remind of the interview."""
        return self.duty is not None and self.duty.kind == "remind"


async def booked_in(desk: HiringDesk, moment: Moment, slot: InterviewSlot) -> list[Person]:
    """Return who has or had a place in *slot*, by arrival number."""
    rows = await with_appointment(
        desk, moment, begins=slot.starts_at, ends=slot.starts_at + 1, employer_id=slot.employer_id
    )
    return people(desk, [row for row in rows if row.handling.slot_id == slot.id], moment)


async def with_appointment(
    desk: HiringDesk, moment: Moment, *, begins: int, ends: int, employer_id: str = ""
) -> list[Application]:
    """Return the applications whose appointment is from *begins* to before *ends* (UTC ms), by appointment."""
    # the latest first: whoever has no appointment comes last
    query = ApplicantQuery(moment=moment, view="all", order="appointment_at", descending=True, employer_id=employer_id)
    numbers = await desk.applicant_ids(query)
    first = await _first_before(desk, numbers, ends)
    found: list[Application] = []
    for at in range(first, min(len(numbers), first + MOST_PEOPLE), _PAGE):
        rows = await _rows(desk, numbers[at : at + _PAGE])
        found += [row for row in rows if begins <= row.appointment_at < ends]
        if rows and rows[-1].appointment_at < begins:
            break
    return sorted(found, key=lambda row: (row.appointment_at, row.n))


async def expected_today(desk: HiringDesk, moment: Moment) -> list[Person]:
    """Return who is due: reminders, then today's interviews by time, then first days, overdue ones included."""
    _begins, ends = moment.today
    interviews = await _interviews_today(desk, moment)
    starting = [row for row in await _due(desk, moment, "starting", before=ends) if row.handling.starts_on]
    booked = people(desk, await _due(desk, moment, "interviews", before=moment.now + 1), moment)
    known = {row.id for row in interviews}
    others = [each for each in booked if each.row.id not in known]
    return [*others, *people(desk, interviews, moment), *people(desk, starting, moment)]


async def employed_due(desk: HiringDesk, moment: Moment) -> list[Person]:
    """Return who is at work and has a milestone to record by now, the longest overdue first."""
    rows = await _due(desk, moment, "employed", before=moment.now + 1)
    return [each for each in people(desk, rows, moment) if each.duty is not None and each.duty.kind == "milestone"]


def people(desk: HiringDesk, rows: list[Application], moment: Moment) -> list[Person]:
    """Return *rows* with what is to be done about them and where they are expected."""
    places = {slot.id: slot.place for slot in desk.slots()}
    rules = {employer: desk.desk_rules(employer) for employer in {row.employer_id for row in rows}}
    return [
        Person(row, duty_of(row, rules[row.employer_id], now=moment.now), places.get(row.handling.slot_id, ""))
        for row in rows
    ]


async def _first_before(desk: HiringDesk, numbers: array[int], ends: int) -> int:
    """Return the first place in *numbers*, the latest appointment first, of one that is before *ends*."""
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) // 2
        found = await _rows(desk, numbers[middle : middle + _NEAR])
        if not found or found[0].appointment_at < ends:  # none: gone meanwhile
            high = middle
        else:
            low = middle + 1
    return low


async def _interviews_today(desk: HiringDesk, moment: Moment) -> list[Application]:
    query = ApplicantQuery(moment=moment, view="interviews_today", order="appointment_at")
    numbers = await desk.applicant_ids(query)
    return await _rows(desk, numbers[:MOST_PEOPLE])


async def _due(desk: HiringDesk, moment: Moment, view: View, *, before: int) -> list[Application]:
    """Return the applications of *view* that are due before that time, by when."""
    numbers = await desk.applicant_ids(ApplicantQuery(moment=moment, view=view, order="due_at"))
    found: list[Application] = []
    for at in range(0, min(len(numbers), MOST_PEOPLE), _PAGE):
        rows = await _rows(desk, numbers[at : at + _PAGE])
        due = [row for row in rows if 0 < row.due_at < before]
        found += due
        if len(due) < len(rows):
            break
    return found


async def _rows(desk: HiringDesk, numbers: array[int]) -> list[Application]:
    found = await desk.applicant_rows(numbers)
    return [each.row for each in found if isinstance(each.row, Application)]
