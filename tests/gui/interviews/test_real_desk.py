"""The page over the real desk: SQLite, unconfirmed actions and a hub that refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.domain.actions import BookInterview
from kzg_desktop.domain.entities import Organization
from kzg_desktop.domain.hiring import Handling, InterviewSlot
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.booking_dialog import BookingDialog
from kzg_desktop.ui.interviews.page import InterviewsPage
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.wire import Account, Item, MutationResult, problem
from tests.fakes import NOON, FakeClock
from tests.unit.cache.samples import application, job, page, put
from tests.unit.cache.store import Store

HOUR = 3_600_000
ME = Account(id="u1", name="李", role="hr", permissions=["applicant:pii", "applicant:write"], scopes=["o1"])
SLOT = InterviewSlot(id="s1", employer_id="o1", starts_at=NOON + 2 * HOUR, capacity=60, booked=40)
LATER = InterviewSlot(id="s2", employer_id="o1", starts_at=NOON + 26 * HOUR, capacity=5)


def _rows() -> list[Item]:
    """Return three hundred applicants, every fifth to forty of them booked into the slot."""
    booked = {
        "status": "interview_booked",
        "appointment_at": SLOT.starts_at,
        "handling": Handling(slot_id="s1", since=1),
    }
    people = [application(n, **(booked if n % 5 == 0 and n <= 200 else {})) for n in range(1, 301)]
    return [put(Organization(id="o1", name="北辰电子")), put(job()), put(SLOT), put(LATER), *map(put, people)]


async def _opened(folder: Path, clock: FakeClock) -> tuple[LocalDesk, Store]:
    store = Store(StoreFiles(folder, None).cache)
    store.writer._close()
    desk = await LocalDesk.open(folder, None, clock)
    await desk.signed_in(ME)
    applied = await store.writer.apply(page("c0", "c1", _rows()))
    assert applied is not None
    await desk.page_applied(applied)
    return desk, store


def test_arrivals_and_a_place_that_was_gone(
    drive: Callable, until: Callable, tasks: Tasks, clock: FakeClock, tmp_path: Path
) -> None:
    async def story() -> None:
        desk, store = await _opened(tmp_path, clock)
        shown = InterviewsPage(desk, tasks, clock, Keymap())
        shown.show()
        try:
            people = shown.slots.people
            await until(lambda: people.table.rowCount() == 40)
            people.view.selectRow(0)
            QTest.mouseClick(people.bar.steps["arrived"], Qt.MouseButton.LeftButton)
            await until(lambda: people.table.person_at(0).row.status == "interviewed")
            assert 1 == desk.status.waiting

            await until(lambda: not shown.deeds.busy)
            people.view.selectRow(1)
            moved = people.table.person_at(1).row.id
            people.move_people()
            dialog = shown.findChild(BookingDialog)
            dialog.list.choose("s2")
            dialog.go.click()
            await until(lambda: people.table.row_of(moved) < 0)
            assert {"s1": 39, "s2": 1} == {slot.id: slot.booked for slot in desk.slots()}

            entry = next(e for e in desk.unconfirmed(0) if isinstance(e.decoded(), BookInterview))
            refused = MutationResult(number=entry.number, id=entry.id, outcome="refused", seq=9)
            why = problem("slot-full", "5 of 5 places are booked")
            await until(lambda: shown.findChild(BookingDialog) is None)
            await desk.store_results([replace(refused, problem=why)])
            await until(lambda: shown.findChild(BookingDialog) is not None)
            await until(lambda: people.table.row_of(moved) >= 0)
            assert "s1" == shown.findChild(BookingDialog).list.slot.id
            shown.findChild(BookingDialog).reject()
            assert 1 == len(desk.refusals())
        finally:
            shown.stop()
            shown.close()
            shown.deleteLater()
            await tasks.close()
            await store.writer.close()
            await desk.close()

    drive(story())
