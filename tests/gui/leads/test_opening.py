"""From the applicants' page to the import of leads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from kzg_desktop.services import StatusChanged, SyncStatus
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.page import HrPage
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.leads.rows import LeadColumn
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.leads.conftest import LeadOffice

OpenedHr = Callable[[], AbstractAsyncContextManager[HrPage]]


@pytest.fixture
def opened_hr(hiring: FakeHiringDesk, office: LeadOffice, tasks: Tasks, clock: FakeClock) -> OpenedHr:
    @asynccontextmanager
    async def open_page() -> AsyncIterator[HrPage]:
        page = HrPage(hiring, tasks, clock, Keymap())
        page.set_office(office)
        page.resize(1400, 800)
        page.show()
        page.activateWindow()
        page.setFocus()
        try:
            yield page
        finally:
            page.stop()
            page.close()
            page.deleteLater()

    return open_page


def dropped(page: HrPage, path: Path) -> bool:
    """Drag the file onto the page and let go; return whether the page would take it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    entering.ignore()
    page.dragEnterEvent(entering)
    if entering.isAccepted():
        page.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))
    return entering.isAccepted()


def test_ctrl_i_opens_it_and_what_is_imported_is_said(
    opened_hr: OpenedHr, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            said: list[str] = []
            page.said.connect(lambda words, _offer, _do: said.append(words))
            await until(page.table.rowCount)
            QTest.keyClick(page.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
            dialog = page.importing.dialog
            assert dialog is not None
            dialog.read(leads)
            await until(lambda: dialog.stage == "preview")
            dialog.go.click()
            await until(lambda: dialog.stage == "done")
            dialog.go.click()
            assert page.importing.dialog is None
            assert ["Leads imported: 2 new or completed"] == said

    drive(story())
    assert [3] == office.batches


def test_a_file_dropped_on_the_page_is_read(
    opened_hr: OpenedHr, drive: Callable, until: Callable, leads: Path, tmp_path: Path
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            assert not dropped(page, tmp_path / "picture.png")
            assert dropped(page, leads)
            dialog = page.importing.dialog
            assert dialog is not None
            await until(lambda: dialog.stage == "preview")
            assert page.import_leads() is dialog, "one at a time"
            dialog.reject()

    drive(story())


def test_who_may_not_bring_applicants_sees_no_way_to_it(
    opened_hr: OpenedHr, drive: Callable, hiring: FakeHiringDesk, leads: Path
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            assert page._import.isVisible()
            hiring.forbidden.add("applicant:write")
            page._on_event(StatusChanged(SyncStatus(state="live")))
            assert not page._import.isVisible()
            assert page.import_leads() is None
            assert not dropped(page, leads)

    drive(story())


def test_on_air_no_name_is_shown(opened_hr: OpenedHr, drive: Callable, until: Callable, leads: Path) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.set_on_air(True)
            dialog = page.import_leads(leads)
            assert dialog is not None
            await until(lambda: dialog.stage == "preview")
            names = dialog.preview.rows.index(0, LeadColumn.NAME)
            assert "陈*" == names.data()
            page.set_on_air(False)
            assert "陈军" == names.data()
            dialog.reject()

    drive(story())


def test_a_page_that_goes_ends_what_runs(
    opened_hr: OpenedHr, drive: Callable, until: Callable, leads: Path, office: LeadOffice, tasks: Tasks
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            dialog = page.import_leads(leads)
            assert dialog is not None
            await until(lambda: dialog.stage == "preview")
            office.gate.clear()
            dialog.go.click()
            await until(lambda: "Sending" in dialog.message)
        await until(lambda: not tasks.running("leads.import"))

    drive(story())
    assert {} == office.stored
