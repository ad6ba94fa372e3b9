from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzg_desktop.domain.actions import PutJob
from kzg_desktop.errors import StoreFull
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.jobs.editor import JobEditor
from kzg_desktop.ui.jobs.import_dialog import ImportDialog
from kzg_desktop.ui.jobs.page import JobsPage
from kzg_desktop.ui.keymap import Keymap
from tests.gui.fake_desk import FakeClock, FakeDesk
from tests.gui.jobs.conftest import OpenedPage


def press(keys: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "somebody must have the keyboard; to press keys of no widget runs a loop in the loop"
    QTest.keySequence(focus, QKeySequence(keys))


def titles(page: JobsPage) -> list[str]:
    return [job.title for job in page.list.jobs()]


async def ready(page: JobsPage, until: Callable) -> None:
    page.activateWindow()  # without a window manager nobody gives the page the keyboard back
    await until(lambda: page.isActiveWindow() and QApplication.focusWidget() is page.list.view)


def test_the_first_job_is_chosen_and_its_card_shown(opened: OpenedPage, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            assert ["SMT 操作员"] == titles(page)
            assert "j1" == page.detail.job.id

    drive(story())


def test_new_edit_search_and_archive_by_keyboard(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            await ready(page, until)
            press("N")
            editor = page.findChild(JobEditor)
            assert "New job" == editor.windowTitle()
            QTest.keyClick(editor, Qt.Key.Key_Escape)
            await until(lambda: page.findChild(JobEditor) is None)
            await ready(page, until)

            press("/")
            QTest.keyClicks(QApplication.focusWidget(), "SMT")
            press("Return")
            assert page.list.view is QApplication.focusWidget()
            press("Return")
            editor = page.findChild(JobEditor)
            assert "SMT 操作员" == editor.fields.form()["title"]
            QTest.keyClick(editor, Qt.Key.Key_Escape)
            await until(lambda: page.findChild(JobEditor) is None)
            await ready(page, until)

            press("Del")
            await until(lambda: desk.job("j1").archived)
            press("Ctrl+Z")
            await until(lambda: not desk.job("j1").archived)

    drive(story())


def test_letters_typed_into_the_search_are_no_commands(opened: OpenedPage, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            await ready(page, until)
            press("/")
            QTest.keyClicks(QApplication.focusWidget(), "nid/")
            assert "nid/" == page.search.text()
            assert page.findChild(JobEditor) is None
            press("Esc")
            press("Esc")
            assert ("", page.list.view) == (page.search.text(), QApplication.focusWidget())

    drive(story())


def test_archiving_several_and_having_them_back_from_the_toast(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as page:
            said: list[tuple[str, str, Callable]] = []
            page.said.connect(lambda *words: said.append(words))
            page.list.view.selectAll()
            page.archive()
            await until(lambda: said)
            assert [] == desk.jobs()
            words, offer, undo = said[0]
            assert ("Archived: SMT 操作员、总装操作工、叉车司机…", "Undo") == (words, offer)
            undo()
            await until(lambda: len(desk.jobs()) == 4)
            assert 3 == desk.job("j1").version

    drive(story())


def test_an_edit_from_elsewhere_shows_and_keeps_the_choice(opened: OpenedPage, drive: Callable, desk: FakeDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            page.list.view.selectRow(page.list.table.row_of("j3"))
            job = replace(desk.job("j3"), title="高级焊装工")
            await desk.act(PutJob(job=job, base_version=1))
            assert ["高级焊装工"] == titles(page)
            assert "高级焊装工" == page.detail.job.title

    drive(story())


def test_a_saved_job_is_chosen_in_the_list(opened: OpenedPage, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            page.new()
            editor = page.findChild(JobEditor)
            editor.fields.input("employer").setText("海岳重工")
            editor.fields.input("title").setText("行车工")
            editor.save_button.click()
            await until(lambda: titles(page) == ["行车工"])

    drive(story())


def test_what_fails_is_told(opened: OpenedPage, drive: Callable, until: Callable, desk: FakeDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            told: list[Exception] = []
            page.failed.connect(told.append)
            desk.failing = StoreFull("no space")
            page.archive()
            await until(lambda: told)
            assert isinstance(told[0], StoreFull)
            assert 4 == page.list.table.total

    drive(story())


def test_an_empty_library_offers_the_sample(drive: Callable, until: Callable, tasks: Tasks, clock: FakeClock) -> None:
    desk = FakeDesk(clock)

    async def story() -> None:
        page = JobsPage(desk, tasks, clock, Keymap())
        page.show()
        page.list.empty.sample_requested.emit()
        await until(lambda: page.list.table.total)
        assert page.list.view.isVisible()
        assert len(desk.jobs()) == page.list.table.rowCount()
        assert desk.broadcasts()
        page.stop()
        page.deleteLater()

    drive(story())


def test_no_match_says_so(opened: OpenedPage, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as page:
            page.search.setText("没有这样的岗位")
            assert not page.list.view.isVisible()
            page.search.setText("")
            assert page.list.view.isVisible()

    drive(story())


def test_a_spreadsheet_dropped_onto_the_page_is_read(
    opened: OpenedPage, drive: Callable, until: Callable, sheet: Path
) -> None:
    async def story() -> None:
        async with opened() as page:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(sheet))])
            where, buttons, keys = QPointF(50, 50), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            entered = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
            page.dragEnterEvent(entered)
            assert entered.isAccepted()
            page.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, keys))
            dialog = page.findChild(ImportDialog)
            await until(lambda: dialog.stage == "preview")

    drive(story())
