from __future__ import annotations

import csv
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import xlsxwriter
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.actions import PutJob
from kzg_desktop.errors import StoreFull
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.jobs.import_dialog import ImportDialog
from kzg_desktop.ui.jobs.import_rows import ImportColumn
from tests.gui.fake_desk import FakeClock, FakeDesk
from tests.gui.jobs.conftest import HEADER, ROWS, write_sheet

Opened = Callable[[], AbstractAsyncContextManager[ImportDialog]]


@pytest.fixture
def opened(desk: FakeDesk, tasks: Tasks, clock: FakeClock) -> Opened:
    @asynccontextmanager
    async def open_dialog() -> AsyncIterator[ImportDialog]:
        page = QWidget()
        dialog = ImportDialog(desk, tasks, clock, page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        tester = QAbstractItemModelTester(dialog.preview.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
        dialog.open()
        try:
            yield dialog
        finally:
            tester.deleteLater()
            page.deleteLater()

    return open_dialog


def column(dialog: ImportDialog, column: ImportColumn) -> list[str]:
    rows = dialog.preview.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


async def previewed(dialog: ImportDialog, path: Path, until: Callable) -> None:
    dialog.read(path)
    await until(lambda: dialog.stage == "preview")


def test_every_row_of_the_file_is_listed_with_what_it_becomes(
    opened: Opened, drive: Callable, until: Callable, sheet: Path
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            assert ["1", "3", "4", "5", "6", "7"] == column(dialog, ImportColumn.ROW)
            assert ["– No job", "✓ OK", "! Check", "✕ Error", "✓ OK", "– No job"] == column(dialog, ImportColumn.STATUS)
            outcomes = column(dialog, ImportColumn.OUTCOME)
            assert ["Left out", "New job", "New job", "Not imported"] == outcomes[:4]
            assert outcomes[4].startswith("Changes: 招聘人数、薪资")
            assert ["", "安和机械", "安和机械", "", "海岳重工", ""] == column(dialog, ImportColumn.EMPLOYER)
            assert "Import 3 jobs" == dialog.go.text()
            assert "企业名称" in dialog.preview.remarks, "the row with the error is chosen"

    drive(story())


def test_accepting_records_new_and_changed_jobs(
    opened: Opened, drive: Callable, until: Callable, sheet: Path, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            imported: list[int] = []
            dialog.imported.connect(imported.append)
            await previewed(dialog, sheet, until)
            dialog.go.click()
            await until(lambda: dialog.stage == "done")
            assert ("Done: 2 new, 1 changed", [3]) == (dialog.message, imported)
            dialog.go.click()
            assert not dialog.isVisible()

    drive(story())
    assert 6 == len(desk.jobs())
    assert (120, 2) == (desk.job("j3").total_job_openings, desk.job("j3").version)
    assert ["i1", "i2", "i3"] == [item.id for item in desk.lineup("b1")]


def test_importing_again_changes_nothing(
    opened: Opened, drive: Callable, until: Callable, sheet: Path, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            dialog.go.click()
            await until(lambda: dialog.stage == "done")
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            assert ["Already there"] * 2 == column(dialog, ImportColumn.OUTCOME)[1:3]
            assert not dialog.go.isEnabled()

    drive(story())


def test_rows_can_be_left_out_with_space(
    opened: Opened, drive: Callable, until: Callable, sheet: Path, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            dialog.preview.view.selectRow(1)
            QTest.keyClick(dialog.preview.view, Qt.Key.Key_Space)
            assert "Left out by you" == column(dialog, ImportColumn.OUTCOME)[1]
            assert "Import 2 jobs" == dialog.go.text()
            dialog.preview.view.selectRow(3)
            QTest.keyClick(dialog.preview.view, Qt.Key.Key_Space)
            assert "Not imported" == column(dialog, ImportColumn.OUTCOME)[3]
            dialog.go.click()
            await until(lambda: dialog.stage == "done")

    drive(story())
    assert ["铣工"] == [job.title for job in desk.jobs() if job.hiring_organization == "安和机械"]


def test_a_status_can_be_looked_at_alone(opened: Opened, drive: Callable, until: Callable, sheet: Path) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            dialog.preview.show_only("warning")
            assert ["4"] == column(dialog, ImportColumn.ROW)
            assert "若干" in dialog.preview.remarks
            dialog.preview.show_only("skipped")
            assert ["1", "7"] == column(dialog, ImportColumn.ROW)
            assert "Import 3 jobs" == dialog.go.text()

    drive(story())


def test_a_file_that_is_no_spreadsheet_is_refused_in_place(
    opened: Opened, drive: Callable, until: Callable, tmp_path: Path, sheet: Path
) -> None:
    async def story() -> None:
        wrong = tmp_path / "x.xlsx"
        wrong.write_bytes(b"\x00\x01 nothing of the kind")
        async with opened() as dialog:
            dialog.read(wrong)
            await until(lambda: dialog.message and dialog.stage == "choose")
            await previewed(dialog, sheet, until)
            assert "Import 3 jobs" == dialog.go.text()

    drive(story())


def test_a_full_disk_loses_nothing(
    opened: Opened, drive: Callable, until: Callable, sheet: Path, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            desk.failing = StoreFull("no space")
            dialog.go.click()
            await until(lambda: dialog.message.startswith("The disk is full"))
            assert "Import 3 jobs" == dialog.go.text()
            dialog.go.click()
            await until(lambda: dialog.stage == "done")
            assert "Done: 2 new, 1 changed" == dialog.message

    drive(story())


def test_an_edit_made_during_the_preview_is_kept(
    opened: Opened, drive: Callable, until: Callable, sheet: Path, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            await desk.act(PutJob(job=replace(desk.job("j3"), talking_points="新口播"), base_version=1))
            dialog.go.click()
            await until(lambda: dialog.stage == "done")

    drive(story())
    assert ("新口播", 120) == (desk.job("j3").talking_points, desk.job("j3").total_job_openings)


def test_it_can_be_stopped_between_two_batches_and_gone_on_with(
    opened: Opened, drive: Callable, until: Callable, tmp_path: Path, desk: FakeDesk, tasks: Tasks
) -> None:
    path = tmp_path / "many.xlsx"
    write_sheet(path, [["安和机械", f"工种{n}", 1, "6000", "", "山东省青岛市", ""] for n in range(120)])

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, path, until)
            desk.gate.clear()
            dialog.go.click()
            await until(lambda: dialog.stage == "applying")
            dialog.reject()
            desk.gate.set()
            await until(lambda: dialog.stage == "preview" and not tasks.running("jobs.import"))
            assert dialog.isVisible()
            dialog.go.click()
            await until(lambda: dialog.stage == "done")

    drive(story())
    assert 124 == len(desk.jobs())


def test_the_report_holds_every_row_and_nothing_that_runs(
    opened: Opened, drive: Callable, until: Callable, tmp_path: Path
) -> None:
    path, report = tmp_path / "x.xlsx", tmp_path / "report.csv"
    write_sheet(path, [*ROWS, ["=cmd()", "钳工", 1, "6000", "", "", ""]])

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, path, until)
            dialog.save(report)
            await until(lambda: dialog.message.startswith("Saved: report.csv"))

    drive(story())
    assert report.read_bytes().startswith(b"\xef\xbb\xbf")
    with report.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert ["Sheet", "Row", "Status"] == lines[0][:3]
    assert ["1", "3", "4", "5", "6", "7", "8"] == [line[1] for line in lines[1:]]
    assert [] == [cell for line in lines for cell in line if cell.startswith("=")]


def test_a_report_that_cannot_be_written_says_so(
    opened: Opened, drive: Callable, until: Callable, sheet: Path, tmp_path: Path
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, sheet, until)
            dialog.save(tmp_path / "nowhere" / "report.csv")
            await until(lambda: dialog.message.startswith("Not saved: The disk is full"))
            assert "preview" == dialog.stage

    drive(story())


def test_rows_of_several_sheets_say_which_one(opened: Opened, drive: Callable, until: Callable, tmp_path: Path) -> None:
    path = tmp_path / "两表.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, row in (("总表", ROWS[0]), ("青岛", ROWS[3])):
            page = book.add_worksheet(name)
            page.write_row(0, 0, HEADER)
            page.write_row(1, 0, row)

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, path, until)
            assert ["总表 · row 2", "青岛 · row 2"] == column(dialog, ImportColumn.ROW)
            assert [["总表", "2"], ["青岛", "2"]] == [line[:2] for line in dialog.preview.report()[1:]]

    drive(story())
