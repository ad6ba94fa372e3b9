from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzg_desktop.domain.actions import SetVacancy
from kzg_desktop.domain.entities import Vacancy
from kzg_desktop.errors import Refusal, StoreFull
from kzg_desktop.ui.jobs.job_table import JobColumn
from kzg_desktop.ui.jobs.page import JobsPage
from tests.gui.fake_desk import FakeDesk
from tests.gui.jobs.conftest import OpenedPage


def press(keys: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keySequence(focus, QKeySequence(keys))


def seats(page: JobsPage, job_id: str) -> str:
    return page.list.table.index(page.list.table.row_of(job_id), JobColumn.VACANCY).data()


def write_note(page: JobsPage, text: str) -> None:
    note = page.detail.switch.note
    note.selectAll()
    note.insert(text)  # QTest cannot press Chinese keys
    note.setModified(True)


def checked(page: JobsPage) -> list[str]:
    return [state for state, button in page.detail.switch.buttons.items() if button.isChecked()]


async def ready(page: JobsPage, until: Callable) -> None:
    page.activateWindow()
    await until(lambda: page.isActiveWindow() and QApplication.focusWidget() is page.list.view)


def test_a_key_pauses_fills_and_opens(opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            await ready(page, until)
            for key, state, words in (("P", "paused", "Paused"), ("F", "filled", "Full"), ("O", "open", "500 / 500")):
                press(key)
                await until(lambda state=state: checked(page) == [state])
                assert (state, words) == (desk.vacancy("j1").state, seats(page, "j1"))

    drive(story())


def test_a_click_switches_and_the_toast_takes_it_back(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    desk.put(Vacancy(id="j1", employer_id="o1", state="paused", note="面试到周三", accepted=61))

    async def story() -> None:
        async with opened() as page:
            said: list[tuple[str, str, Callable]] = []
            page.said.connect(lambda *words: said.append(words))
            assert ("61 of 500 accepted · 439 left", "面试到周三") == (
                page.detail.switch.figures,
                page.detail.switch.note.text(),
            )
            page.detail.switch.buttons["open"].click()
            await until(lambda: said)
            assert ("open", "", 61) == (desk.vacancy("j1").state, desk.vacancy("j1").note, desk.vacancy("j1").accepted)
            assert ("Recruiting: SMT 操作员", "Undo") == said[0][:2]
            said[0][2]()
            await until(lambda: desk.vacancy("j1").state == "paused")
            assert "面试到周三" == desk.vacancy("j1").note

    drive(story())


def test_the_state_that_is_there_already_records_nothing(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            page.set_state("open")
            page.set_state("paused")
            await until(lambda: checked(page) == ["paused"])

    drive(story())
    assert [SetVacancy(job_id="j1", state="paused")] == desk.acted


def test_a_note_is_recorded_with_enter_and_given_up_with_escape(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    desk.put(Vacancy(id="j1", employer_id="o1", state="paused"))

    async def story() -> None:
        async with opened() as page:
            write_note(page, "面试到周三")
            QTest.keyClick(page.detail.switch.note, Qt.Key.Key_Return)
            await until(lambda: desk.vacancy("j1").note == "面试到周三")
            assert page.detail.switch.typed_note is None
            write_note(page, "别的")
            QTest.keyClick(page.detail.switch.note, Qt.Key.Key_Escape)
            assert "面试到周三" == page.detail.switch.note.text()

    drive(story())
    assert 1 == len(desk.acted)


def test_a_note_being_typed_outlives_news_and_goes_to_its_own_job(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    desk.put(Vacancy(id="j1", employer_id="o1", state="paused"))

    async def story() -> None:
        async with opened() as page:
            write_note(page, "面试到")
            await desk.act(SetVacancy(job_id="j3", state="filled"))
            assert "面试到" == page.detail.switch.note.text()
            page.list.choose("j2")
            await until(lambda: desk.vacancy("j1").note == "面试到")
            assert desk.vacancy("j2") is None

    drive(story())


def test_several_jobs_at_once(opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk) -> None:
    desk.put(Vacancy(id="j2", employer_id="o1", state="filled"))

    async def story() -> None:
        async with opened() as page:
            page.list.view.selectAll()
            assert ([], False) == (checked(page), page.detail.switch.note.isVisible())
            page.set_state("filled")
            await until(lambda: checked(page) == ["filled"])

    drive(story())
    assert {"j1", "j3", "j4"} == {action.job_id for action in desk.acted}


def test_what_cannot_be_recorded_is_told_and_the_switch_stays(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            told: list[Exception] = []
            page.failed.connect(told.append)
            desk.failing = StoreFull("no space")
            page.detail.switch.buttons["paused"].click()
            await until(lambda: told)
            assert (StoreFull, ["open"]) == (type(told[0]), checked(page))

    drive(story())


def test_who_may_not_write_jobs_sees_the_state_only(opened: OpenedPage, drive: Callable, desk: FakeDesk) -> None:
    desk.forbidden.add("job:write")

    async def story() -> None:
        async with opened() as page:
            told: list[Refusal] = []
            page.failed.connect(told.append)
            assert not page.detail.switch.isEnabled()
            page.set_state("paused")
            assert ["not-allowed"] == [refusal.type for refusal in told]

    drive(story())
    assert [] == desk.acted


def test_what_hr_says_elsewhere_shows(opened: OpenedPage, drive: Callable, desk: FakeDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            await desk.act(SetVacancy(job_id="j1", state="paused", note="面试到周三"))
            assert (["paused"], "Paused", "面试到周三") == (
                checked(page),
                seats(page, "j1"),
                page.detail.switch.note.text(),
            )

    drive(story())


def test_problems_are_counted_and_can_be_listed_alone(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    desk.put(replace(desk.job("j3"), requirements="只招男工"))

    async def story() -> None:
        async with opened() as page:
            await until(lambda: all(page.checks.known(job) is not None for job in desk.jobs()))
            await until(page.problems.isVisible)
            count = page.list.table.problems()
            assert f"Problems  {count}" == page.problems.text()
            page.problems.click()
            assert count == page.list.table.rowCount()
            assert page.list.table.row_of("j3") >= 0
            page.list.choose("j3")
            assert "只招男工" in page.detail.ad.text
            page.search.setText("没有这样的岗位")
            page.list.all_requested.emit()
            assert (4, "", False) == (page.list.table.rowCount(), page.search.text(), page.problems.isChecked())

    drive(story())
