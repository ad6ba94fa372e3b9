from __future__ import annotations

import asyncio
import random

import pytest
from msgspec.structs import replace

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import Handling, InterviewSlot
from kzg_desktop.domain.views import Moment
from kzg_desktop.ui.interviews.people import booked_in, expected_today, with_appointment
from tests.gui.fake_desk import NOON, an_application, sample_jobs
from tests.gui.fake_hiring import ME, FakeHiringDesk

HOUR = 3_600_000
NOW = Moment(ME, NOON)
JOB = sample_jobs()[0]


@pytest.fixture
def crowded() -> FakeHiringDesk:
    """Three hundred without an appointment and three hundred with one, at twenty different times."""
    desk = FakeHiringDesk()
    times = [0] * 300 + [NOON + n % 20 * HOUR for n in range(300)]
    random.Random(7).shuffle(times)
    for n, at in enumerate(times, 1):
        desk.put(an_application(n, JOB, status="interview_booked" if at else "new", appointment_at=at))
    return desk


@pytest.mark.parametrize(("begins", "hours"), [(-5, 5), (0, 1), (3, 2), (19, 1), (20, 9), (-1, 40)])
def test_all_of_a_time_are_found_and_nobody_else(crowded: FakeHiringDesk, begins: int, hours: int) -> None:
    first, end = NOON + begins * HOUR, NOON + (begins + hours) * HOUR
    found = asyncio.run(with_appointment(crowded, NOW, begins=first, ends=end))
    everybody = [crowded.application(n) for n in range(1, 601)]
    assert {row.id for row in everybody if first <= row.appointment_at < end} == {row.id for row in found}


def test_who_goes_meanwhile_misleads_nobody(crowded: FakeHiringDesk) -> None:
    async def story() -> int:
        numbers = asyncio.create_task(with_appointment(crowded, NOW, begins=NOON + 5 * HOUR, ends=NOON + 6 * HOUR))
        await asyncio.sleep(0)
        crowded.forget([row.n for row in map(crowded.application, range(1, 601)) if row.appointment_at == 0])
        return len(await numbers)

    assert 15 == asyncio.run(story())


def test_a_slot_lists_only_those_with_a_place_in_it(crowded: FakeHiringDesk) -> None:
    slot = InterviewSlot(id="s1", employer_id=JOB.employer_id, starts_at=NOON, capacity=9)
    crowded.put(slot)
    own = next(row for row in map(crowded.application, range(1, 601)) if row.appointment_at == NOON)
    crowded.put(replace(own, handling=Handling(slot_id="s1")))
    assert [own.id] == [each.row.id for each in asyncio.run(booked_in(crowded, NOW, slot))]


def test_first_days_that_were_missed_stay_on_the_list() -> None:
    desk = FakeHiringDesk()
    yesterday = china_midnight(NOON) - 24 * HOUR
    for n, (starts_on, due_at) in enumerate(
        [(yesterday, yesterday), (0, NOON), (NOON + 48 * HOUR, NOON + 48 * HOUR)], 1
    ):
        desk.put(an_application(n, JOB, status="passed", due_at=due_at, handling=Handling(starts_on=starts_on)))
    assert ["a1"] == [each.row.id for each in asyncio.run(expected_today(desk, NOW))]
