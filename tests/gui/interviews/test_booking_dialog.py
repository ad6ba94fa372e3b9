from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import BookInterview, PutSlot
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.entities import Application
from kzg_desktop.models.slot_days import SlotLine
from kzg_desktop.ui.hr.booking_dialog import BookingDialog
from tests.gui.fake_desk import NOON, FakeClock
from tests.gui.fake_hiring import FANG, FakeHiringDesk, the_one

HOUR, DAY = 3_600_000, 86_400_000

Open = Callable[[Sequence[Application]], BookingDialog]


@pytest.fixture
def open_dialog(desk: FakeHiringDesk, clock: FakeClock, qapp: object) -> Iterator[Open]:
    opened: list[BookingDialog] = []

    def make(applications: Sequence[Application]) -> BookingDialog:
        dialog = BookingDialog(desk, applications, clock=clock)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        dialog.activateWindow()
        opened.append(dialog)
        return dialog

    yield make
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()
    assert 0 == desk.subscribers


def offered(dialog: BookingDialog) -> dict[str, str]:
    return {line.slot.id: line.obstacle for line in dialog.list.days.lines if isinstance(line, SlotLine)}


def booked(dialog: BookingDialog) -> list[list[BookInterview]]:
    got: list[list[BookInterview]] = []
    dialog.booked.connect(got.append)
    return got


def test_only_slots_of_the_employer_and_job_that_are_not_over(open_dialog: Open, desk: FakeHiringDesk) -> None:
    assert {"s-today", "s-tomorrow", "s-late"} == set(offered(open_dialog([the_one(desk, "袁媛")])))


def test_enter_books_the_slot_chosen_once(open_dialog: Open, desk: FakeHiringDesk) -> None:
    dialog = open_dialog([the_one(desk, "袁媛")])
    got = booked(dialog)
    dialog.list.choose("s-tomorrow")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog.go.click()
    assert [("s-tomorrow", "reached")] == [(a.slot_id, a.base_status) for a in got[0]]
    assert 1 == len(got)
    assert got[0][0].event_id


def test_down_goes_from_slot_to_slot_past_the_days(open_dialog: Open, desk: FakeHiringDesk) -> None:
    dialog = open_dialog([the_one(desk, "袁媛")])
    seen = [dialog.list.slot_id]
    for _ in range(3):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        seen.append(dialog.list.slot_id)
    assert ["s-today", "s-tomorrow", "s-late", "s-late"] == seen
    QTest.keyClick(dialog.list, Qt.Key.Key_Left)
    assert "" == dialog.list.slot_id, "the day, which Left folds"
    QTest.keyClick(dialog.list, Qt.Key.Key_Left)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "" == dialog.list.slot_id, "a folded day is there to be unfolded"


def test_a_figure_chooses_the_nth_slot_with_room(open_dialog: Open, desk: FakeHiringDesk) -> None:
    dialog = open_dialog([the_one(desk, "袁媛")])
    QTest.keyClick(dialog.list, Qt.Key.Key_3)
    assert "s-late" == dialog.list.slot.id


def test_a_full_slot_says_so_and_frees_itself_when_a_place_is_given_back(
    open_dialog: Open, desk: FakeHiringDesk
) -> None:
    slot = next(each for each in desk.slots() if each.id == "s-today")
    desk.put(replace(slot, booked=4))
    dialog = open_dialog([the_one(desk, "袁媛")])
    assert "full: 4 of 4 places are booked" == offered(dialog)["s-today"]
    assert "s-tomorrow" == dialog.list.slot.id
    desk.act_as(FANG, PutSlot(slot=replace(slot, capacity=9)))
    assert "" == offered(dialog)["s-today"]


def test_companions_go_together_or_not_at_all(open_dialog: Open, desk: FakeHiringDesk) -> None:
    together = [the_one(desk, "袁媛"), the_one(desk, "蒋欣")]
    dialog = open_dialog(together)
    got = booked(dialog)
    assert "1 free, 2 needed" == offered(dialog)["s-today"]
    dialog.companions[0].setChecked(False)
    assert "" == offered(dialog)["s-today"]
    dialog.companions[0].setChecked(True)
    dialog.list.choose("s-late")
    dialog.go.click()
    assert [row.id for row in together] == [action.application_id for action in got[0]]
    assert {"s-late"} == {action.slot_id for action in got[0]}


def test_a_companion_that_cannot_be_booked_is_left_out_and_says_why(open_dialog: Open, desk: FakeHiringDesk) -> None:
    dialog = open_dialog([the_one(desk, "袁媛"), the_one(desk, "谢军")])
    assert "Not interested" in dialog.companions[0].text()
    assert ["袁媛"] == [row.name for row in dialog.coming()]


def test_who_holds_a_place_needs_no_other_in_the_same_slot(open_dialog: Open, desk: FakeHiringDesk) -> None:
    slot = next(each for each in desk.slots() if each.id == "s-today")
    desk.put(replace(slot, booked=4))
    dialog = open_dialog([the_one(desk, "邓伟")])
    assert "" == offered(dialog)["s-today"]
    assert "s-today" == dialog.list.slot.id


def test_a_time_of_ones_own(open_dialog: Open, desk: FakeHiringDesk) -> None:
    dialog = open_dialog([the_one(desk, "袁媛")])
    got = booked(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_T)
    dialog.date.setDate(dialog.date.date().addDays(2))
    dialog.go.click()
    assert [("", china_midnight(NOON) + 2 * DAY + 12 * HOUR)] == [(a.slot_id, a.appointment_at) for a in got[0]]


def test_without_slots_a_time_can_be_typed(open_dialog: Open, desk: FakeHiringDesk) -> None:
    row = replace(the_one(desk, "唐文斌"), employer_id="o3", status="reached")
    dialog = open_dialog([row])
    assert "No slot is open for this job" == dialog.empty.title
    assert not dialog.go.isEnabled()
    dialog.empty.activated.emit()
    assert dialog.go.isEnabled()
