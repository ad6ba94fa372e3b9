from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from kzg_desktop.domain.actions import (
    BookInterview,
    LogContact,
    MarkReminded,
    PutSlot,
    RecordMilestone,
    SetApplicationStatus,
)
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import Refusal, StoreFull
from kzg_desktop.ui.hr.booking_dialog import BookingDialog
from kzg_desktop.ui.interviews.page import InterviewsPage
from kzg_desktop.ui.interviews.people_pane import PeoplePane
from kzg_desktop.ui.interviews.people_table import Column
from kzg_desktop.ui.interviews.questions import FirstDayDialog, LeavingDialog
from kzg_desktop.ui.interviews.slot_copy import SlotCopyDialog
from kzg_desktop.ui.interviews.slot_editor import SlotEditor
from kzg_desktop.ui.theme import Theme
from kzg_desktop.widgets.tokens import Tokens
from tests.gui.fake_desk import NOON, FakeClock
from tests.gui.fake_hiring import FANG, FakeHiringDesk, the_one
from tests.gui.interviews.conftest import OpenedPage

HOUR, DAY = 3_600_000, 86_400_000


def press(keys: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "somebody must have the keyboard; to press keys of no widget runs a loop in the loop"
    QTest.keySequence(focus, QKeySequence(keys))


def names(pane: PeoplePane) -> list[str]:
    return [cell(pane, row, Column.NAME) for row in range(pane.table.rowCount())]


def cell(pane: PeoplePane, row: int, column: Column) -> str:
    return pane.table.index(row, pane.table.columns.index(column)).data()


def choose(pane: PeoplePane, name: str) -> None:
    pane.view.clearSelection()
    pane.view.selectRow(names(pane).index(name))


async def to_people(page: InterviewsPage, until: Callable) -> None:
    page.activateWindow()  # without a window manager nobody gives the page the keyboard back
    page.slots.people.view.setFocus()
    await until(lambda: QApplication.focusWidget() is page.slots.people.view)


async def active(dialog: QDialog, until: Callable) -> None:
    """Wait until the dialog has the keyboard, as it has at once where there is a window manager."""
    dialog.activateWindow()
    await until(dialog.isActiveWindow)


def of(desk: FakeHiringDesk, kind: type) -> list:
    return [action for action in desk.acted if isinstance(action, kind)]


# --- the slots and who is booked


def test_the_first_slot_to_come_is_chosen_and_its_people_listed(opened: OpenedPage, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            assert "s-today" == page.slots.list.slot.id
            assert ["邓伟", "曹静", "彭浩"] == names(page.slots.people)
            assert "1 free" in page.slots.people.words

    drive(story())


def test_the_models_are_sound(opened: OpenedPage, drive: Callable, desk: FakeHiringDesk, until: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            models: list[QAbstractItemModel] = [page.slots.list.days, page.slots.people.table, page.today.table]
            testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
            page.slots.people.search.setText("曹")
            page.slots.people.search.clear()
            desk.receive([replace(the_one(desk, "邓伟"), status="withdrawn", appointment_at=0)])
            await until(lambda: names(page.slots.people) == ["曹静", "彭浩"])
            page.slots.list.choose("s-gone")
            await until(lambda: len(names(page.slots.people)) > 3)
            assert 3 == len(testers)

    drive(story())


def test_who_came_and_who_did_not_by_one_key_each(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await to_people(page, until)
            press("1")
            await until(lambda: the_one(desk, "邓伟").status == "interviewed")
            await until(lambda: not page.deeds.busy)
            press("J")
            press("2")
            await until(lambda: the_one(desk, "曹静").status == "no_show")
            assert ["interview_booked"] * 2 == [action.base_status for action in of(desk, SetApplicationStatus)]
            await until(lambda: cell(page.slots.people, 1, Column.STATE) == "No-show")

    drive(story())


def test_a_key_pressed_twice_acts_once(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        failures: list[object] = []
        async with opened() as page:
            page.failed.connect(failures.append)
            await to_people(page, until)
            desk.gate.clear()
            press("1")
            press("1")
            press("2")
            desk.gate.set()
            await until(lambda: cell(page.slots.people, 0, Column.STATE) == "Interviewed")
            assert 1 == len(desk.acted)
            assert [] == failures

    drive(story())


def test_a_double_click_on_a_step_acts_once(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            button = page.slots.people.bar.steps["arrived"]
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
            await until(lambda: cell(page.slots.people, 0, Column.STATE) == "Interviewed")
            assert 1 == len(desk.acted)

    drive(story())


def test_several_at_once_and_back_with_a_reason(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        said: list[tuple] = []
        async with opened() as page:
            page.said.connect(lambda *words: said.append(words))
            await to_people(page, until)
            page.slots.people.view.selectAll()
            press("1")
            await until(lambda: said)
            assert ("Came · 邓伟、曹静、彭浩", "Undo") == said[0][:2]
            await until(lambda: cell(page.slots.people, 2, Column.STATE) == "Interviewed")
            press("Ctrl+Z")
            await until(lambda: the_one(desk, "彭浩").status == "interview_booked")
            assert "Taken back at once" == desk.history_now(the_one(desk, "彭浩").id)[-1].text

    drive(story())


def test_passed_asks_for_the_first_day_and_remembers_it(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await to_people(page, until)
            page.slots.people.view.selectAll()
            press("1")
            await until(lambda: cell(page.slots.people, 2, Column.STATE) == "Interviewed")
            choose(page.slots.people, "邓伟")
            press("3")
            dialog = page.findChild(FirstDayDialog)
            await active(dialog, until)
            QTest.keyClick(dialog, Qt.Key.Key_2)
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            await until(lambda: the_one(desk, "邓伟").status == "passed")
            in_two_days = china_midnight(NOON) + 2 * DAY
            assert in_two_days == the_one(desk, "邓伟").handling.starts_on
            await until(lambda: page.findChild(FirstDayDialog) is None)
            await to_people(page, until)
            choose(page.slots.people, "曹静")
            press("3")
            await active(page.findChild(FirstDayDialog), until)
            QTest.keyClick(page.findChild(FirstDayDialog), Qt.Key.Key_Return)
            await until(lambda: the_one(desk, "曹静").status == "passed")
            assert in_two_days == the_one(desk, "曹静").handling.starts_on

    drive(story())


def test_one_refused_does_not_hold_up_the_others(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk, clock: FakeClock
) -> None:
    async def story() -> None:
        failures: list[object] = []
        async with opened() as page:
            page.failed.connect(failures.append)
            await to_people(page, until)
            page.slots.people.view.selectAll()
            row = the_one(desk, "曹静")
            held = replace(row, owner=FANG, handling=replace(row.handling, owned_since=clock.now_ms()))
            desk.put(held)
            press("1")
            await until(lambda: the_one(desk, "彭浩").status == "interviewed")
            await until(lambda: failures)
            assert ["claimed"] == [error.type for error in failures if isinstance(error, Refusal)]
            assert "interview_booked" == the_one(desk, "曹静").status

    drive(story())


def test_a_reminder_that_is_due_is_marked_as_given(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await to_people(page, until)
            assert "Remind now" == cell(page.slots.people, 0, Column.REMINDED)
            press("R")
            await until(lambda: cell(page.slots.people, 0, Column.REMINDED) == "given")
            assert 1 == len(of(desk, MarkReminded))

    drive(story())


def test_a_phone_is_masked_until_it_is_asked_for_which_is_logged_first(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            pane, phone = page.slots.people, the_one(desk, "邓伟").phone
            await to_people(page, until)
            assert f"{phone[:3]}****{phone[-4:]}" == cell(pane, 0, Column.PHONE)
            desk.failing = StoreFull("no room")
            press("C")
            await until(lambda: desk.failing is None and not page.deeds.busy)
            assert "****" in cell(pane, 0, Column.PHONE)
            press("C")
            await until(lambda: cell(pane, 0, Column.PHONE) == phone)
            assert ["reveal"] == [action.access for action in of(desk, LogContact)]
            press("J")
            assert "****" in cell(pane, 0, Column.PHONE)

    drive(story())


def test_on_air_neither_names_nor_phones_are_shown(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        said: list[tuple] = []
        async with opened() as page:
            pane = page.slots.people
            await to_people(page, until)
            press("C")
            await until(lambda: "*" not in cell(pane, 0, Column.PHONE) and not page.deeds.busy)
            page.set_on_air(True)
            assert ["邓*", "曹*", "彭*"] == names(pane)
            assert "****" in cell(pane, 0, Column.PHONE)
            logged = len(desk.acted)
            press("C")
            page.said.connect(lambda *words: said.append(words))
            press("2")
            await until(lambda: said)
            assert "No-show · 邓*" == said[0][0]
            assert logged + 1 == len(desk.acted)
            page.set_on_air(False)
            assert "邓伟" == names(pane)[0]

    drive(story())


def test_the_search_finds_by_last_digits_and_leaves_keys_alone(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await to_people(page, until)
            press("/")
            QTest.keyClicks(QApplication.focusWidget(), the_one(desk, "彭浩").phone[-4:])
            assert ["彭浩"] == names(page.slots.people)
            assert [] == desk.acted
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
            assert 3 == len(names(page.slots.people))

    drive(story())


# --- slots


def test_a_slot_is_made_closed_and_removed_by_keys(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            before = {slot.id for slot in desk.slots()}
            press("N")
            editor = page.findChild(SlotEditor)
            assert "" == editor.warning
            editor.capacity.setValue(7)
            await active(editor, until)
            QTest.keySequence(editor, QKeySequence("Ctrl+S"))
            await until(lambda: len(desk.slots()) == len(before) + 1)
            made = next(slot for slot in desk.slots() if slot.id not in before)
            assert (7, 0, "o1") == (made.capacity, made.booked, made.employer_id)
            await until(lambda: page.slots.list.slot.id == made.id)
            page.activateWindow()
            page.slots.list.setFocus()
            await until(page.slots.list.hasFocus)
            press("O")
            await until(lambda: page.slots.list.slot.closed)
            press("Del")
            await until(lambda: {slot.id for slot in desk.slots()} == before)

    drive(story())


def test_the_same_place_at_the_same_time_is_said(
    opened: OpenedPage, drive: Callable, desk: FakeHiringDesk, until: Callable
) -> None:
    async def story() -> None:
        async with opened() as page:
            today = page.slots.list.slot
            desk.put(replace(today, id="twin", booked=0, starts_at=today.starts_at + HOUR // 2))
            page.slots.reload()
            assert page.slots.list.days.line_at(1).clash
            page.slots.list.choose("twin")
            page.slots.edit()
            editor = page.findChild(SlotEditor)
            assert "The same place is taken at that time: Today 14:00–15:00" in editor.warning
            editor.reject()

    drive(story())


def test_a_booked_slot_keeps_its_time_and_is_not_removed(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            page.slots.edit()
            editor = page.findChild(SlotEditor)
            assert not editor.date.isEnabled()
            assert 3 == editor.capacity.minimum()
            editor.reject()
            page.slots.remove()
            box = page.findChild(QMessageBox)
            assert "3 are booked" in box.text()
            next(button for button in box.buttons() if button.text() == "Close the slot").click()
            await until(lambda: page.slots.list.slot.closed)
            assert [PutSlot] == [type(action) for action in desk.acted]

    drive(story())


def test_a_day_is_copied_to_the_days_that_follow_and_taken_back(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        said: list[tuple] = []
        async with opened() as page:
            page.said.connect(lambda *words: said.append(words))
            before = desk.slots()
            press("D")
            dialog = page.findChild(SlotCopyDialog)
            dialog.days.setValue(3)
            await active(dialog, until)
            # tomorrow at two has one already
            assert "Make 2 slots" == dialog.go.text()
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            await until(lambda: said)
            assert len(before) + 2 == len(desk.slots())
            said[0][2]()
            await until(lambda: desk.slots() == before)

    drive(story())


# --- moving


def test_somebody_is_moved_to_another_slot(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await to_people(page, until)
            press("B")
            dialog = page.findChild(BookingDialog)
            assert "s-today" == dialog.list.slot.id
            dialog.list.choose("s-tomorrow")
            QTest.keyClick(dialog.list, Qt.Key.Key_Return)
            await until(lambda: the_one(desk, "邓伟").handling.slot_id == "s-tomorrow")
            await until(lambda: names(page.slots.people) == ["曹静", "彭浩"])
            assert 2 == page.slots.list.slot.booked

    drive(story())


def test_a_place_that_was_gone_is_chosen_again(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            page.bookings.open([the_one(desk, "袁媛")])
            dialog = page.findChild(BookingDialog)
            dialog.list.choose("s-tomorrow")
            dialog.go.click()
            await until(lambda: of(desk, BookInterview))
            action = of(desk, BookInterview)[0]
            full = next(slot for slot in desk.slots() if slot.id == "s-tomorrow")
            desk.put(
                replace(full, booked=full.capacity), replace(the_one(desk, "袁媛"), status="reached", appointment_at=0)
            )
            await until(lambda: page.findChild(BookingDialog) is None)
            desk.refuse(7, action, "slot-full", "20 of 20 places are booked")
            await until(lambda: page.findChild(BookingDialog) is not None)
            again = page.findChild(BookingDialog)
            assert "s-tomorrow" != again.list.slot.id
            again.list.choose("s-late")
            again.go.click()
            await until(lambda: the_one(desk, "袁媛").handling.slot_id == "s-late")
            await until(lambda: desk.refusals() == [])

    drive(story())


# --- today and at work


def test_today_lists_reminders_interviews_and_first_days(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            press("Alt+2")
            assert "today" == page.section
            waiting = ["郑凯", "梁玉兰"]  # from the days before: no outcome yet, no new time yet
            assert [*waiting, "邓伟", "曹静", "彭浩", "林志强", "罗秀英"] == names(page.today)
            await until(lambda: QApplication.focusWidget() is page.today.view)
            choose(page.today, "林志强")
            press("6")
            await until(lambda: the_one(desk, "林志强").status == "hired")
            await until(lambda: "林志强" not in names(page.today))
            choose(page.today, "罗秀英")
            press("7")
            await until(lambda: the_one(desk, "罗秀英").status == "declined")

    drive(story())


def test_milestones_appear_when_they_are_due(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk, clock: FakeClock
) -> None:
    async def story() -> None:
        async with opened() as page:
            assert ["马春梅", "朱建国"] == names(page.milestones)
            press("Alt+3")
            await until(lambda: QApplication.focusWidget() is page.milestones.view)
            assert "7 days at work?" == cell(page.milestones, 0, Column.TASK)
            press("8")
            await until(lambda: names(page.milestones) == ["朱建国"])
            assert [7] == [action.days for action in of(desk, RecordMilestone)]
            clock.advance(8 * 24 * 3600)
            page._turning.timeout.emit()
            await until(lambda: len(names(page.milestones)) == 3)
            assert {"7 days at work?", "15 days at work?"} == {cell(page.milestones, n, Column.TASK) for n in range(3)}

    drive(story())


def test_the_keys_work_on_after_the_last_one_is_asked_after(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            press("Alt+3")
            await until(lambda: QApplication.focusWidget() is page.milestones.view)
            for left in (["朱建国"], []):
                press("8")
                await until(lambda left=left: names(page.milestones) == left)
            press("Alt+2")
            assert "today" == page.section
            press("Alt+3")
            press("Alt+1")
            assert "slots" == page.section, "an empty section takes the keyboard and gives it back"

    drive(story())


def test_leaving_asks_why(opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            page.show_section("milestones")
            page.milestones.view.setFocus()
            await until(page.milestones.view.hasFocus)
            press("9")
            dialog = page.findChild(LeavingDialog)
            await active(dialog, until)
            QTest.keyClick(dialog, Qt.Key.Key_2)
            dialog.about.setText("旷工三天")
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            await until(lambda: the_one(desk, "马春梅").status == "left")
            handling = the_one(desk, "马春梅").handling
            assert ("dismissed", "旷工三天") == (handling.exit_reason, handling.reason)

    drive(story())


def test_a_colleagues_step_shows_at_once(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            row = the_one(desk, "邓伟")
            desk.put(replace(row, owner=""))
            step = SetApplicationStatus(
                application_id=row.id, event_id=new_id(), base_status="interview_booked", status="interviewed"
            )
            desk.act_as(FANG, step)
            await until(lambda: cell(page.slots.people, 0, Column.STATE) == "Interviewed")

    drive(story())


def test_a_row_that_is_chosen_keeps_its_colours(
    opened: OpenedPage, drive: Callable, until: Callable, dark_theme: Tokens
) -> None:
    async def story() -> None:
        async with opened() as page:
            page.slots.list.choose("s-gone")
            await until(lambda: "梁玉兰" in names(page.slots.people))
            pane = page.slots.people
            choose(pane, "梁玉兰")  # who did not come: amber
            assert dark_theme.amber in colours(pane, names(pane).index("梁玉兰"), Column.STATE)
            assert dark_theme.text_muted in colours(pane, names(pane).index("梁玉兰"), Column.JOB)

    drive(story())


def colours(pane: PeoplePane, row: int, column: Column) -> set[str]:
    """Return the colours in that cell of a row that is chosen."""
    index = pane.table.index(row, pane.table.columns.index(column))
    pane.view.setColumnHidden(index.column(), False)
    pane.view.scrollTo(index)
    assert pane.view.selectionModel().isSelected(index)
    image = pane.view.viewport().grab(pane.view.visualRect(index)).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def dark_theme(qapp: QApplication) -> Iterator[Tokens]:
    """The application as it looks, and its colours."""
    before = qapp.palette()
    theme = Theme(qapp, "dark")
    yield theme.tokens
    qapp.styleHints().colorSchemeChanged.disconnect(theme.refresh)
    qapp.setStyleSheet("")
    qapp.setPalette(before)
    theme.deleteLater()
