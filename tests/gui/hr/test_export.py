"""What is on screen, in a file: masked unless asked for, logged, and remembered for an erasure."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.errors import KzgError, StoreFull
from kzg_desktop.ui.hr.columns import Column
from kzg_desktop.ui.hr.export import ExportWish
from kzg_desktop.ui.hr.page import HrPage
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.hr.conftest import OpenedHr

Drive = Callable[[Any], Any]
Until = Callable[..., Any]


def wish_of(page: HrPage, *, full: bool) -> ExportWish:
    columns = (Column.STATUS, Column.NAME, Column.CITY, Column.OWNER)
    return ExportWish(numbers=tuple(page.table.numbers), columns=columns, title="应聘者 待联系", full=full)


async def saved(page: HrPage, wish: ExportWish, path: Path, until: Until) -> None:
    told: list[str] = []
    page.said.connect(lambda words, _offer, _act: told.append(words))
    page.exporting.save(wish, path)
    await until(lambda: told)
    await until(lambda: not page._tasks.running("hr.export"))
    assert path.name in told[0]


@pytest.mark.parametrize("full", [True, False])
def test_csv_has_the_columns_and_the_order_on_screen(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, tmp_path: Path, full: bool
) -> None:
    path = tmp_path / "应聘者.csv"

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            await saved(page, wish_of(page, full=full), path, until)

    drive(story())
    heading, first, *rest = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert ["Status", "Name", "Phone", "City", "Owner"] == heading[:5]
    assert ["Calling", "董倩" if full else "董*"] == first[:2]
    row = hiring.application(24)
    assert (row.phone if full else f"{row.phone[:3]}****{row.phone[-4:]}") == first[2]
    assert "王芳" == first[4]
    assert 13 == len(rest)
    assert full == ("Notes" in heading)


def test_xlsx_can_be_read_and_everything_is_logged_and_kept(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"

    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all")
            await until(lambda: page.table.rowCount() == 40)
            await saved(page, wish_of(page, full=False), path, until)

    drive(story())
    sheet = openpyxl.load_workbook(path).active
    assert 41 == sheet.max_row
    logged = {action.employer_id: action.rows for action in hiring.acted if isinstance(action, LogExport)}
    assert {"o1", "o2"} == set(logged)
    assert 40 == sum(logged.values())
    [(kept, ids)] = hiring.kept
    assert path == kept
    assert {row.id for row in hiring._applications.values()} == set(ids)


def test_what_cannot_be_logged_is_not_written(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    failed: list[KzgError] = []

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            page.failed.connect(failed.append)
            hiring.failing = StoreFull("full")
            page.exporting.save(wish_of(page, full=True), path)
            await until(lambda: failed)

    drive(story())
    assert not path.exists()
    assert [] == hiring.kept


def test_what_could_not_be_written_is_not_remembered(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "nowhere" / "out.xlsx"

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            failed: list[KzgError] = []
            page.failed.connect(failed.append)
            page.exporting.save(wish_of(page, full=True), path)
            await until(lambda: failed)
            assert [] == await hiring.exports()

    drive(story())


def test_who_is_erased_while_the_file_is_made_is_not_in_it(
    drive: Drive,
    opened_hr: OpenedHr,
    hiring: FakeHiringDesk,
    until: Until,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before the file was remembered, an erasure could not have marked it."""
    path = tmp_path / "out.csv"
    erased: list[str] = []

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            number = page.table.numbers[0]
            keep = hiring.keep_export

            async def erase_and_keep(where: Path, ids: Sequence[str]) -> None:
                erased.append(hiring._applications.pop(number).name)
                await keep(where, ids)

            monkeypatch.setattr(hiring, "keep_export", erase_and_keep)
            await saved(page, wish_of(page, full=True), path, until)

    drive(story())
    text = path.read_text(encoding="utf-8-sig")
    assert (14, False) == (len(text.splitlines()), erased[0] in text)


def test_a_file_that_is_overwritten_holds_only_the_new_people(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            wish = wish_of(page, full=True)
            await saved(page, wish, path, until)
            [first] = await hiring.exports()
            hiring.outdate_export(first.id)
            await saved(page, replace(wish, numbers=wish.numbers[:2]), path, until)
            [second] = await hiring.exports()
            assert (path, False) == (second.path, second.outdated)
            assert first.id != second.id
            path.unlink()
            path.mkdir()  # now it cannot be written
            failed: list[KzgError] = []
            page.failed.connect(failed.append)
            page.exporting.save(wish, path)
            await until(lambda: failed)
            assert [second] == await hiring.exports(), "what was there before is still there"

    drive(story())


def test_the_question_begins_with_the_harmless_answer(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            dialog = page.exporting.ask(page.table.numbers, [1, 2], page.view.header.shown, "x")
            assert dialog.masked.isChecked()
            assert dialog.some_rows.isChecked()
            answers: list[tuple[bool, bool]] = []
            dialog.chosen.disconnect()
            dialog.chosen.connect(lambda only, full: answers.append((only, full)))
            dialog.full.setChecked(True)
            dialog.all_rows.setChecked(True)
            dialog.yes.click()
            assert [(False, True)] == answers

    drive(story())
