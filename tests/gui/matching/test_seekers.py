"""Who waits elsewhere and would fit a job, from the job library to the move."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from kzg_desktop.domain.actions import AssignApplication, SetApplicationStatus, SetVacancy
from kzg_desktop.domain.hiring import Handling, Wishes
from kzg_desktop.errors import Refusal, StoreFull
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.matches_section import AssignDialog
from kzg_desktop.ui.jobs.page import JobsPage
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.matching.seekers_table import SeekerColumn, SeekerRole, SeekersTable
from kzg_desktop.ui.matching.seekers_words import SeekerWords, compared_words, reasons_words
from tests.gui.fake_desk import FakeClock, an_application, sample_jobs
from tests.gui.fake_hiring import FakeHiringDesk, sample_hiring
from tests.gui.hr.drawer_kit import a_dialog, settled

Opened = Callable[[], AbstractAsyncContextManager[JobsPage]]

WANTED = Wishes(month_min_yuan=5500, shift="day")
MORE = Wishes(month_min_yuan=9000)


@pytest.fixture
def hiring(clock: FakeClock) -> FakeHiringDesk:
    """Nobody but those who matter here: j1 is in 潍坊, of o1 as j2 is; j3 and j4 are of o2."""
    desk = FakeHiringDesk(clock)
    furnished = sample_hiring(clock)
    desk.put(*furnished.organizations(), *furnished.colleagues())
    j1, j2, j3, j4 = sample_jobs()
    desk.put(j1, j2, j3, j4)
    desk.put(
        an_application(1, j2, name="安然", person_id="p1", city="潍坊", handling=Handling(wishes=WANTED)),
        an_application(2, j3, name="白桦", person_id="p2", city="潍坊", status="reached"),
        an_application(3, j3, name="曹操", person_id="p3", city="青岛", handling=Handling(wishes=MORE)),
        an_application(4, j4, name="丁一", person_id="p4", city="潍坊", status="interview_booked"),
        an_application(5, j4, name="方圆", person_id="p5", city="潍坊"),
        an_application(6, j1, name="方圆", person_id="p5", city="潍坊"),
        an_application(7, j4, name="葛优", person_id="p7", city="潍坊", status="invalid"),
    )
    return desk


@pytest.fixture
def opened(hiring: FakeHiringDesk, tasks: Tasks, clock: FakeClock) -> Opened:
    """Return what opens the job library on j1's row, with names showing."""

    @asynccontextmanager
    async def open_page() -> AsyncIterator[JobsPage]:
        page = JobsPage(hiring, tasks, clock, Keymap())
        page.set_on_air(False)
        page.resize(1208, 800)
        page.show()
        page.activateWindow()
        page.show_job("j1")
        try:
            yield page
        finally:
            page.stop()
            page.close()
            page.deleteLater()

    return open_page


def names(page: JobsPage) -> list[str]:
    assert page.seekers is not None
    table = page.seekers.table
    return [table.index(row, SeekerColumn.NAME).data() for row in range(table.rowCount())]


async def seekers_of(page: JobsPage, *expected: str) -> None:
    """Press the key and wait until exactly these are listed, in this order."""
    await settled(lambda: QApplication.focusWidget() is page.list.view)
    QTest.keyClick(page.list.view, Qt.Key.Key_A)
    await settled(lambda: list(expected) == names(page))


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_they_are_found_opened_and_left_by_keyboard(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            wanted: list[int] = []
            page.applicant_requested.connect(wanted.append)
            await seekers_of(page, "安然", "白桦")
            await settled(lambda: QApplication.focusWidget() is page.seekers.view)
            assert "2 would fit, of 3 who wait in reach" == page.seekers.head.count.text()
            assert page.seekers.head.job.text().startswith("SMT 操作员 · 歌澜声学 · ¥5,500–7,000")
            press(Qt.Key.Key_J)
            press(Qt.Key.Key_Return)
            press(Qt.Key.Key_K)
            press(Qt.Key.Key_Return)
            assert [2, 1] == wanted
            press(Qt.Key.Key_P)  # pauses a job in the library, and nothing here
            press(Qt.Key.Key_Escape)
            assert page.list.view is QApplication.focusWidget()
            assert page._desk.vacancy("j1") is None

    drive(story())


def test_each_is_told_why_and_what_stands_against_it(hiring: FakeHiringDesk, drive: Callable) -> None:
    async def story() -> None:
        jobs = [replace(job, shift="两班倒") if job.id == "j1" else job for job in sample_jobs()]
        hiring.put(*jobs)
        found = (await hiring.seekers("j1")).found
        assert [
            ("潍坊 · wants ¥ 5,500 a month", "两班倒, Day shift wanted"),
            ("潍坊 · applied for ¥ 7,000 a month", ""),
        ] == [reasons_words(next(one for one in found if one.row.name == name).fit) for name in ("安然", "白桦")]

    drive(story())


def test_what_everybody_shares_is_not_repeated_and_who_said_nothing_is_to_be_asked(
    hiring: FakeHiringDesk, drive: Callable
) -> None:
    async def story() -> None:
        job = sample_jobs()[3]
        hiring.put(replace(job, id="j9", pay=replace(job.pay, base_month_yuan=None)))
        hiring.receive([an_application(9, job, name="何人", person_id="p9", city="", job_id="unknown")])
        found = (await hiring.seekers("j9")).found
        assert ("Nothing known that fits: ask", "") == reasons_words(next(m for m in found if m.row.n == 9).fit)

    drive(story())


def test_search_and_status_narrow_the_list(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            await seekers_of(page, "安然", "白桦")
            pane = page.seekers
            await settled(lambda: QApplication.focusWidget() is pane.view)
            press(Qt.Key.Key_Slash)
            assert pane.head.search is QApplication.focusWidget()
            pane.head.search.setText("海岳")
            assert (["白桦"], "1 / 2 would fit, of 3 who wait in reach") == (names(page), pane.head.count.text())
            press(Qt.Key.Key_Return)
            assert pane.view is QApplication.focusWidget()
            pane.head.clear()
            pane.head.status.setCurrentIndex(pane.head.status.findData("new"))
            assert ["安然"] == names(page)
            pane.head.search.setText("nobody")
            assert "None of them matches" == pane.empty.title
            pane.empty.activated.emit()
            assert ["安然", "白桦"] == names(page)

    drive(story())


def test_a_move_within_the_employer_and_one_to_another(opened: Opened, drive: Callable, hiring: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            said: list[str] = []
            page.said.connect(lambda words, _offer, _act: said.append(words))
            await seekers_of(page, "安然", "白桦")
            page.seekers.ask_move()
            dialog = await a_dialog(AssignDialog)
            assert not dialog.agreed.isVisible()
            dialog.yes.click()
            await settled(lambda: names(page) == ["白桦"])
            page.seekers.ask_move()
            dialog = await a_dialog(AssignDialog)
            assert not dialog.yes.isEnabled()
            dialog.agreed.setChecked(True)
            dialog.yes.click()
            await settled(lambda: names(page) == [])
            assert ["安然 moved to SMT 操作员", "白桦 moved to SMT 操作员"] == said
            assert [("a1", False), ("a2", True)] == [
                (action.application_id, action.consent_confirmed)
                for action in hiring.acted
                if isinstance(action, AssignApplication)
            ]
            assert "Nobody who waits would fit" == page.seekers.empty.title

    drive(story())


def test_a_refused_move_says_so_and_the_list_is_read_again(
    opened: Opened, drive: Callable, hiring: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            failed: list[BaseException] = []
            page.failed.connect(failed.append)
            await seekers_of(page, "安然", "白桦")
            page.seekers.ask_move()
            dialog = await a_dialog(AssignDialog)
            row = hiring.application(1)
            hiring.put(replace(row, status="interview_booked"))
            dialog.yes.click()
            await settled(lambda: names(page) == ["白桦"])
            assert ["conflict"] == [error.type for error in failed if isinstance(error, Refusal)]

    drive(story())


def test_names_hide_on_air_and_until_it_is_known_that_nobody_watches(
    opened: Opened, drive: Callable, hiring: FakeHiringDesk, clock: FakeClock
) -> None:
    async def story() -> None:
        assert "安*" == SeekerWords(hiring, clock).name(hiring.application(1))
        async with opened() as page:
            await seekers_of(page, "安然", "白桦")
            page.set_on_air(True)
            assert ["安*", "白*"] == names(page)
            assert page.seekers.head.masked.isVisible()
            page.seekers.ask_move()
            assert "Move 安* to SMT 操作员 · 歌澜声学" == (await a_dialog(AssignDialog)).windowTitle()
            page.set_on_air(False)
            assert ["安然", "白桦"] == names(page)

    drive(story())


def test_who_may_not_see_applicants_is_offered_none_and_who_loses_the_right_sees_none_from_then_on(
    opened: Opened, drive: Callable, hiring: FakeHiringDesk
) -> None:
    async def story() -> None:
        hiring.forbidden = {"applicant:pii", "applicant:write"}
        async with opened() as page:
            await settled(lambda: QApplication.focusWidget() is page.list.view)
            press(Qt.Key.Key_A)
            assert (None, False) == (page.seekers, page.detail.seekers.isVisible())
            hiring.forbidden = set()
            hiring.set_status(hiring.status)
            page.detail.seekers.click()
            await settled(lambda: names(page) == ["安然", "白桦"])
            hiring.forbidden = {"applicant:pii"}
            hiring.set_status(hiring.status)
            assert ([], True) == (names(page), page.list.view.isVisible())

    drive(story())


def test_the_list_follows_what_others_do_and_keeps_the_choice(
    opened: Opened, drive: Callable, hiring: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await seekers_of(page, "安然", "白桦")
            page.seekers.view.choose(1)
            hiring.act_as("hr2", SetApplicationStatus(application_id="a1", status="invalid", base_status="new"))
            await settled(lambda: names(page) == ["白桦"])
            assert 2 == page.seekers.view.match.row.n
            hiring.act_as("hr2", SetVacancy(job_id="j1", state="paused"))
            await settled(lambda: names(page) == [])
            assert "This job takes nobody now" == page.seekers.empty.title

    drive(story())


def test_leaving_ends_what_is_being_read(opened: Opened, drive: Callable, hiring: FakeHiringDesk, tasks: Tasks) -> None:
    async def story() -> None:
        async with opened() as page:
            hiring.gate.clear()
            page.show_seekers()
            assert ("", []) == (page.seekers.empty.title, names(page))
            await settled(lambda: tasks.running("jobs.seekers"))
        await settled(lambda: not tasks.running("jobs.seekers"))

    drive(story())


def test_what_cannot_be_read_is_said(opened: Opened, drive: Callable, hiring: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            failed: list[BaseException] = []
            page.failed.connect(failed.append)
            hiring.failing = StoreFull("no space")
            page.show_seekers()
            await settled(lambda: failed)
            assert "This could not be read" == page.seekers.empty.title

    drive(story())


@pytest.mark.usefixtures("qapp")
def test_the_table_is_a_proper_model_and_says_two_lines(
    hiring: FakeHiringDesk, clock: FakeClock, drive: Callable
) -> None:
    async def story() -> None:
        table = SeekersTable(SeekerWords(hiring, clock))
        tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        found = await hiring.seekers("j1")
        table.apply(found.found)
        table.filter("白桦")
        assert (("焊装工", "text_muted"), ("海岳重工", "text_faint")) == table.index(0, SeekerColumn.JOB).data(
            SeekerRole.LINES
        )
        table.filter("")
        assert (2, ["new", "reached"]) == (table.rowCount(), table.statuses)
        tester.deleteLater()
        table.deleteLater()

    drive(story())


@pytest.mark.usefixtures("qapp")
def test_a_bound_that_was_hit_is_told(hiring: FakeHiringDesk, drive: Callable) -> None:
    async def story() -> None:
        found = replace(await hiring.seekers("j1"), compared=5000, bounded=True)
        words = "2 would fit, of the 5,000 nearest and newest who wait; there are more"
        assert words == compared_words(found, 2)

    drive(story())
