"""The import of leads: choose, preview, send, and what came of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kzg_desktop.errors import HubRejected, HubUnreachable
from kzg_desktop.importing.lead_sending import BATCH
from kzg_desktop.services import SyncStatus
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.leads.dialog import LeadImportDialog
from kzg_desktop.ui.leads.rows import LeadColumn
from kzg_desktop.wire import problem
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.leads.conftest import LeadOffice, OpenedImport, write_leads


def column(dialog: LeadImportDialog, column: LeadColumn) -> list[str]:
    rows = dialog.preview.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


async def previewed(dialog: LeadImportDialog, path: Path, until: Callable) -> None:
    dialog.read(path)
    await until(lambda: dialog.stage == "preview")


async def imported(dialog: LeadImportDialog, until: Callable) -> None:
    dialog.go.click()
    await until(lambda: dialog.stage == "done")


def many(tmp_path: Path, count: int = 3 * BATCH) -> Path:
    rows = (f"M{n},王小明,138{n:08d},,,焊装工,2026/8/30 12:00," for n in range(count))
    return write_leads(tmp_path / "many.csv", tuple(rows))


def test_every_row_is_listed_with_what_it_becomes(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            assert ["2", "3", "4", "5", "6"] == column(dialog, LeadColumn.ROW)
            assert ["✓ OK", "✓ OK", "✕ Error", "✕ Error", "! Check"] == column(dialog, LeadColumn.STATUS)
            assert ["陈军", "郭艳", "何晓", "李敏", "陈军"] == column(dialog, LeadColumn.NAME)
            assert "138****8001" == column(dialog, LeadColumn.PHONE)[0]
            assert ["焊装工 · 海岳重工"] * 2 == column(dialog, LeadColumn.JOB)[:2]
            assert "2026-08-30 11:57" == column(dialog, LeadColumn.TIME)[0]
            assert ["直播间", "短视频"] == [column(dialog, LeadColumn.CHANNEL)[row] for row in (0, 3)]
            outcomes = ["Will be sent", "Will be sent", "Not imported", "Not imported", "One with row 2"]
            assert outcomes == column(dialog, LeadColumn.OUTCOME)
            assert "性别" in dialog.message
            assert "Import 3 leads" == dialog.go.text()
            assert "9 位" in dialog.preview.remarks, "the first row with an error is chosen"

    drive(story())


def test_sending_tells_what_became_of_each_row(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            told: list[int] = []
            dialog.imported.connect(told.append)
            await previewed(dialog, leads, until)
            await imported(dialog, until)
            outcomes = ["New applicant", "New applicant", "Not imported", "Not imported", "Already there"]
            assert outcomes == column(dialog, LeadColumn.OUTCOME)
            assert "Done: 2 new · 1 already there · 2 with errors not imported" == dialog.message
            assert [2] == told
            dialog.go.click()
            assert not dialog.isVisible()

    drive(story())
    assert {("13800138001", "j3", ""), ("13800138002", "j3", "")} == set(office.stored)


def test_closing_ends_what_still_looks_for_jobs(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, tasks: Tasks
) -> None:
    """It would come back to a window that is gone."""

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            task = "leads.import"
            await until(lambda: not tasks.running(task))
            dialog.preview.wishes.job.choose("j2")
            assert tasks.running(task)
            before = dialog.go.text()
            dialog.reject()
            await until(lambda: not tasks.running(task))
            assert before == dialog.go.text()

    drive(story())


def test_importing_again_changes_nothing(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        for words in ("2 new · 1 already there", "0 new · 3 already there"):
            async with opened() as dialog:
                await previewed(dialog, leads, until)
                await imported(dialog, until)
                assert words in dialog.message

    drive(story())
    assert 2 == len(office.stored)


def test_the_job_chosen_takes_the_leads_that_name_none(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            dialog.preview.show_only("error")
            dialog.preview.view.selectRow(1)
            dialog.preview.wishes.job.choose("j2")
            await until(lambda: dialog.go.text() == "Import 4 leads")
            assert "error" == dialog.preview.rows.status_shown, "the filter stays"
            dialog.preview.show_only(None)
            assert "总装操作工 · 歌澜声学" == column(dialog, LeadColumn.JOB)[3]
            await imported(dialog, until)
            assert not dialog.preview.wishes.isEnabled()

    drive(story())
    assert ("13800138004", "j2", "") in office.stored


def test_of_a_broadcast_the_card_on_air_then_decides(
    opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path, office: LeadOffice
) -> None:
    path = write_leads(tmp_path / "x.csv", ("L1,李敏,13800138004,,,不限,2026/9/1 10:30,",))

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, path, until)
            assert not dialog.go.isEnabled()
            dialog.preview.wishes.broadcast.choose("b1")
            await until(dialog.go.isEnabled)
            await imported(dialog, until)

    drive(story())
    assert [("13800138004", "j1", "b1")] == list(office.stored)


def test_rows_can_be_left_out_with_space(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            dialog.preview.view.selectRow(1)
            QTest.keyClick(dialog.preview.view, Qt.Key.Key_Space)
            assert "Import 2 leads" == dialog.go.text()
            await imported(dialog, until)
            assert dialog.message.endswith("1 left out by you")
            QTest.keyClick(dialog.preview.view, Qt.Key.Key_Up)
            dialog.preview.view.selectRow(1)
            QTest.keyClick(dialog.preview.view, Qt.Key.Key_Space)
            assert ("preview", "Import 1 leads") == (dialog.stage, dialog.go.text())
            await imported(dialog, until)

    drive(story())
    assert [2, 1] == office.batches


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_any_encoding(opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path, encoding: str) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, write_leads(tmp_path / "x.csv", encoding=encoding), until)
            assert "Import 3 leads" == dialog.go.text()

    drive(story())


def test_a_workbook_with_its_columns_in_any_order_and_rows_that_are_no_leads(
    opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("导出")
        page.write_row(0, 0, ["八月线索（联系人 王小明）"])
        page.write_row(1, 0, ["提交时间", "意向岗位", "联系电话", "称呼"])
        page.write_row(2, 0, ["2026-08-30 11:57", "焊装工", 13800138001, "陈军"])

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, path, until)
            assert ["– No lead", "✓ OK"] == column(dialog, LeadColumn.STATUS)
            assert "王小明" in column(dialog, LeadColumn.MESSAGES)[0]
            dialog.hide_names(True)
            assert "王小明" not in column(dialog, LeadColumn.MESSAGES)[0]
            assert "陈*" == column(dialog, LeadColumn.NAME)[1]

    drive(story())


def test_no_phone_is_shown_in_full(opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path) -> None:
    rows = ("L1,陈军,138001380011,,,焊装工,,", "L2,郭艳,电话13800138002转1,,,焊装工,,")
    path = write_leads(tmp_path / "x.csv", rows)

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, path, until)
            rows = dialog.preview.rows
            cells = [rows.index(row, at) for row in range(rows.rowCount()) for at in range(rows.columnCount())]
            shown = [
                cell.data(role) for cell in cells for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            ]
            assert not [words for words in (*shown, dialog.preview.remarks) if "00138" in words]
            assert any("138****" in words for words in shown)

    drive(story())


@pytest.mark.parametrize("content", [b"", b"\x00\x01 nothing of the kind", "甲,乙\n1,2\n".encode()])
def test_a_file_that_is_no_lead_sheet_is_refused_in_place(
    opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path, leads: Path, content: bytes
) -> None:
    wrong = tmp_path / "x.csv"
    wrong.write_bytes(content)

    async def story() -> None:
        async with opened() as dialog:
            dialog.read(wrong)
            await until(lambda: dialog.message and dialog.stage == "choose")
            assert "x.csv" in dialog.message
            await previewed(dialog, leads, until)
            dialog.read(wrong)
            await until(lambda: dialog.stage == "preview" and "x.csv" in dialog.message)
            assert "Import 3 leads" == dialog.go.text(), "what was shown before stays"

    drive(story())


def test_without_jobs_it_says_what_to_do_first(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, hiring: FakeHiringDesk
) -> None:
    hiring._rows.tables["job"].clear()

    async def story() -> None:
        async with opened() as dialog:
            assert not dialog.choice.button.isVisible()
            dialog.read(leads)
            await until(lambda: "Import or create the jobs first" in dialog.message)
            assert "choose" == dialog.stage

    drive(story())


def test_without_a_connection_nothing_is_sent(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice, hiring: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened(office=None) as dialog:
            await previewed(dialog, leads, until)
            dialog.go.click()
            await until(lambda: dialog.message.endswith("Nothing was sent."))
            assert dialog.message.startswith("The hub does not answer")
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            hiring.set_status(SyncStatus(state="offline", detail="no route"))
            dialog.go.click()
            await until(lambda: dialog.message.endswith("Nothing was sent."))
            hiring.set_status(SyncStatus(state="live"))
            await imported(dialog, until)

    drive(story())
    assert [3] == office.batches


def test_an_account_that_may_not_is_told_so(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    office.error = HubRejected(problem("not-allowed"))

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            dialog.go.click()
            await until(lambda: dialog.message.startswith("This account may not bring applicants"))
            assert ["Will be sent"] * 2 == column(dialog, LeadColumn.OUTCOME)[:2]

    drive(story())


def test_a_break_in_the_middle_keeps_what_was_sent_and_goes_on_from_there(
    opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path, office: LeadOffice
) -> None:
    office.error, office.fails_at = HubUnreachable("gone"), 1

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, many(tmp_path), until)
            dialog.go.click()
            await until(lambda: f"{BATCH} of {3 * BATCH} were sent and stay" in dialog.message)
            assert f"Import {2 * BATCH} leads" == dialog.go.text()
            assert not dialog.preview.wishes.isEnabled(), "the rest goes where the beginning went"
            await imported(dialog, until)
            assert f"Done: {3 * BATCH} new" == dialog.message

    drive(story())
    assert [BATCH] * 3 == office.batches


def test_refused_rows_say_why_and_can_be_saved(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice, tmp_path: Path
) -> None:
    office.refused = {"13800138002": "not-possible"}
    target = tmp_path / "unreadable.csv"

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            await imported(dialog, until)
            assert "1 refused · 2 with errors not imported" in dialog.message
            assert "Refused" == column(dialog, LeadColumn.OUTCOME)[1]
            assert "应要求删除" in column(dialog, LeadColumn.MESSAGES)[1]
            assert dialog.save_button.isVisible()
            dialog.save(target)
            await until(lambda: dialog.message == "Saved: unreadable.csv")

    drive(story())
    with target.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert ["原行号", "原因", "线索ID", "姓名", "手机号"] == lines[0][:5]
    assert ["3", "4", "5"] == [line[0] for line in lines[1:]]
    assert "性别" not in lines[0]


def test_esc_asks_before_it_stops_and_goes_on_unless_told(
    opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path, office: LeadOffice, tasks: Tasks
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, many(tmp_path), until)
            office.gate.clear()
            dialog.go.click()
            await until(lambda: "Sending: 0" in dialog.message)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert dialog.question is not None
            QTest.keyClick(dialog.question, Qt.Key.Key_Escape)
            assert (None, "applying") == (dialog.question, dialog.stage)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            stop = next(each for each in dialog.question.findChildren(QPushButton) if each.text() == "Stop")
            stop.click()
            office.gate.set()
            await until(lambda: dialog.stage == "preview" and not tasks.running("leads.import"))
            assert dialog.message.startswith(f"Stopped: {BATCH} of {3 * BATCH}")
            assert dialog.isVisible()
            await imported(dialog, until)

    drive(story())
    assert [BATCH] * 3 == office.batches


def test_a_question_that_is_open_at_the_end_goes_away(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            office.gate.clear()
            dialog.go.click()
            await until(lambda: "Sending" in dialog.message)
            dialog.reject()
            office.gate.set()
            await until(lambda: dialog.stage == "done")
            assert dialog.question is None

    drive(story())


def test_a_hub_that_does_not_answer_can_be_left(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice, tasks: Tasks
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            office.gate.clear()
            dialog.go.click()
            await until(lambda: "Sending" in dialog.message)
            dialog.leave.click()
            assert "Stopping…" == dialog.message
            dialog.leave.click()
            await until(lambda: not tasks.running("leads.import"))
            assert ("preview", "Stopped. Nothing was sent.") == (dialog.stage, dialog.message)

    drive(story())


def test_reading_can_be_cancelled(
    opened: OpenedImport, drive: Callable, until: Callable, tmp_path: Path, tasks: Tasks
) -> None:
    path = many(tmp_path, 5000)

    async def story() -> None:
        async with opened() as dialog:
            dialog.read(path)
            await until(lambda: dialog.stage == "reading")
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: not tasks.running("leads.import"))
            assert ("choose", True) == (dialog.stage, dialog.isVisible())
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible()

    drive(story())


def test_the_keyboard_is_enough(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, office: LeadOffice
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            dialog.activateWindow()
            asked: list[bool] = []
            dialog.choice.choose_requested.disconnect()
            dialog.choice.choose_requested.connect(lambda: asked.append(True))
            await until(dialog.choice.button.hasFocus)
            QTest.keyClick(dialog.choice.button, Qt.Key.Key_Return)
            assert [True] == asked
            await previewed(dialog, leads, until)
            assert dialog.preview.view.hasFocus()
            QTest.keyClick(dialog.preview.view, Qt.Key.Key_Return)
            await until(lambda: dialog.stage == "done")
            assert dialog.go.hasFocus()
            QTest.keyClick(dialog.go, Qt.Key.Key_Return)
            assert not dialog.isVisible()

    drive(story())
    assert 2 == len(office.stored)


def test_the_rows_saved_can_be_mended_and_imported(
    opened: OpenedImport, drive: Callable, until: Callable, leads: Path, tmp_path: Path
) -> None:
    target = tmp_path / "mend.csv"

    async def story() -> None:
        async with opened() as dialog:
            await previewed(dialog, leads, until)
            dialog.save(target)
            await until(lambda: dialog.message.startswith("Saved"))
            target.write_text(target.read_text("utf-8-sig").replace(",138001380,", ",13800138003,"), "utf-8-sig")
            dialog.read(target)
            await until(lambda: dialog.stage == "preview" and len(column(dialog, LeadColumn.ROW)) == 2)
            assert ["✓ OK", "✕ Error"] == column(dialog, LeadColumn.STATUS)

    drive(story())
