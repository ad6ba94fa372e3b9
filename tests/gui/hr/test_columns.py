"""Columns: shown, hidden, moved, resized and sorted as the user wants, and so the next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from kzg_desktop.ui.hr.applicant_cells import cell_font
from kzg_desktop.ui.hr.column_memory import Arrangement, arrangement_of
from kzg_desktop.ui.hr.columns import COLUMNS, Column
from kzg_desktop.ui.hr.page import HrPage
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.hr.conftest import OpenedHr

Drive = Callable[[Any], Any]
Until = Callable[..., Any]


async def ready(page: HrPage, until: Until) -> None:
    await until(lambda: page.table.rowCount() == 14)


@pytest.mark.parametrize("width", [1008, 1368, 1848])
def test_as_many_columns_as_fit_are_shown_and_none_is_cut(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, width: int
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.resize(width, 640)
            await ready(page, until)
            header, view = page.view.header, page.view
            assert {Column.NAME, Column.DUE, Column.STATUS, Column.JOB} <= set(header.shown)
            assert header.length() <= view.viewport().width()
            metrics = QFontMetricsF(cell_font(view.font()))
            for column in set(header.shown) - {Column.DUE, Column.STATUS, Column.JOB}:
                texts = [page.words.text(row, column) for row in hiring._applications.values()]
                widest = max(map(metrics.horizontalAdvance, texts))
                assert widest <= header.sectionSize(column) - 8, COLUMNS[column].name

    drive(story())


def test_a_wider_window_shows_more(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.resize(1008, 640)
            await ready(page, until)
            few = len(page.view.header.shown)
            page.resize(1848, 900)
            await until(lambda: len(page.view.header.shown) > few)

    drive(story())


def test_one_employer_needs_no_column(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.resize(2200, 640)
            await ready(page, until)
            assert Column.EMPLOYER in page.view.header.shown
            page.view.header.set_single_employer(True)
            assert Column.EMPLOYER not in page.view.header.shown

    drive(story())


def test_what_the_user_arranges_is_remembered(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    kept: list[dict[str, Any]] = []

    async def story() -> None:
        async with opened_hr(remember=kept.append) as page:
            await ready(page, until)
            header = page.view.header
            actions = {action.text(): action for action in header.menu().actions()}
            assert not actions["Name"].isEnabled()
            actions["Channel"].setChecked(True)
            actions["City"].setChecked(False)
            header.moveSection(header.visualIndex(Column.JOB), 1)
            header.resizeSection(Column.NAME, 222)
            header.sectionClicked.emit(Column.LAST_CONTACT)
            await until(lambda: kept and kept[-1].get("widths") == {"name": 222})
        async with opened_hr(columns=kept[-1]) as page:
            await ready(page, until)
            header = page.view.header
            assert Column.CHANNEL in header.shown
            assert Column.CITY not in header.shown
            assert 1 == header.visualIndex(Column.JOB)
            assert 222 == header.sectionSize(Column.NAME)
            assert ("called_at", True) == (page.query.order, page.query.descending)
            header.reset_columns()
            assert 1 == header.visualIndex(Column.DUE)
            assert 222 != header.sectionSize(Column.NAME)

    drive(story())


def test_a_click_on_a_heading_sorts_and_another_turns_it(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await ready(page, until)
            header = page.view.header

            def names() -> list[str]:
                return [hiring.application(number).name for number in page.table.numbers]

            at = QPoint(header.sectionViewportPosition(Column.NAME) + 20, header.height() // 2)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
            await until(lambda: names() == sorted(names()))
            assert 1 == page.view.selected_count, "a heading sorts, it selects nothing"
            header.sectionClicked.emit(Column.NAME)
            await until(lambda: names() == sorted(names(), reverse=True))
            assert Qt.SortOrder.DescendingOrder == header.sortIndicatorOrder()
            header.sectionClicked.emit(Column.PHONE)
            assert "name" == page.query.order, "phones are not sorted by"

    drive(story())


@pytest.mark.parametrize(
    ("stored", "wanted"),
    [
        ({}, Arrangement()),
        ({"order": "nonsense", "descending": 3, "widths": {"name": 5, "old": 70}}, Arrangement(widths={"name": 32})),
        ({"shown": ["old"]}, Arrangement()),
        ({"sequence": ["city", "old"]}, Arrangement(sequence=("city", "old"))),
    ],
)
def test_settings_edited_by_hand_cost_only_themselves(stored: dict[str, Any], wanted: Arrangement) -> None:
    assert wanted == arrangement_of(stored)
    assert set(COLUMNS) == set(wanted.columns)
    assert len(COLUMNS) == len(wanted.columns)
