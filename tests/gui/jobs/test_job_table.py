from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kzg_desktop.domain.entities import Job, Pay, Vacancy
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs.job_table import JobColumn, JobRole, JobTable
from kzg_desktop.ui.jobs.table_view import JobTableView
from tests.gui.fake_desk import sample_jobs


@pytest.fixture
def table(checks: AdChecks) -> JobTable:
    table = JobTable(checks)
    table.tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.apply(sample_jobs())
    return table


def ids(table: JobTable) -> list[str]:
    return [table.job_at(row).id for row in range(table.rowCount())]


def test_jobs_are_listed_by_employer_and_title(table: JobTable) -> None:
    assert ["j1", "j2", "j4", "j3"] == ids(table)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("声学", ["j1", "j2"]),
        ("smt", ["j1"]),
        ("高温", ["j1", "j3"]),
        ("烟台 焊装", ["j3"]),
        ("长白班", ["j1"]),
        ("没有", []),
    ],
)
def test_search_looks_at_title_employer_place_and_benefits(table: JobTable, text: str, found: list[str]) -> None:
    table.search(text)
    assert found == ids(table)
    table.search("")
    assert 4 == table.rowCount()


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (JobColumn.VACANCY, Qt.SortOrder.AscendingOrder, ["j4", "j3", "j2", "j1"]),
        (JobColumn.VACANCY, Qt.SortOrder.DescendingOrder, ["j1", "j2", "j3", "j4"]),
        (JobColumn.PAY, Qt.SortOrder.DescendingOrder, ["j3", "j1", "j2", "j4"]),
        (JobColumn.PAY, Qt.SortOrder.AscendingOrder, ["j1", "j3", "j2", "j4"]),
    ],
)
def test_a_column_sorts_and_empty_values_come_last(
    table: JobTable, column: int, order: Qt.SortOrder, expected: list[str]
) -> None:
    table.sort(column, order)
    assert expected == ids(table)


def test_a_changed_job_moves_with_what_points_at_it(table: JobTable) -> None:
    held = QPersistentModelIndex(table.index(table.row_of("j3"), JobColumn.TITLE))
    jobs = sample_jobs()
    jobs[2] = replace(jobs[2], title="一线焊装工", hiring_organization="安和机械")
    table.apply(jobs)
    assert ["j3", "j1", "j2", "j4"] == ids(table)
    assert "一线焊装工" == held.data()


def test_any_change_ends_at_the_same_list_as_a_fresh_table(table: JobTable, checks: AdChecks) -> None:
    chance = random.Random(7)
    for _ in range(60):
        jobs = [
            replace(
                job,
                id=f"{job.id}.{n}",
                title=f"{job.title}{chance.randrange(5)}",
                total_job_openings=chance.randrange(9),
            )
            for n in range(4)
            for job in sample_jobs()
            if chance.random() < 0.6
        ]
        table.sort(chance.choice([*JobColumn]), chance.choice([*Qt.SortOrder]))
        table.apply(jobs)
        fresh = JobTable(checks)
        fresh.apply(jobs)
        fresh.sort(*table._sorting)
        assert ids(fresh) == ids(table)


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (Pay(month_min_yuan=5500, month_max_yuan=7000), "5,500 – 7,000"),
        (Pay(month_min_yuan=5000), "5,000"),
        (Pay(hourly_yuan=21.5), "¥ 21.5 / hour"),
        (Pay(text="月入过万"), "月入过万"),
        (Pay(), ""),
    ],
)
def test_pay_fits_its_column(table: JobTable, pay: Pay, words: str) -> None:
    table.apply([replace(sample_jobs()[0], pay=pay)])
    assert words == table.index(0, JobColumn.PAY).data()


def test_a_job_without_anything_is_shown(table: JobTable) -> None:
    table.apply([Job(id="x", employer_id="o", hiring_organization="甲", title="乙")])
    assert [None, "甲", "乙", "", "", "", "", ""] == [table.index(0, column).data() for column in JobColumn]


@pytest.mark.parametrize(
    ("openings", "vacancy", "words", "in_full"),
    [
        (500, None, "500 / 500", "Recruiting · 0 of 500 accepted · 500 left"),
        (
            500,
            Vacancy(id="j1", employer_id="o1", accepted=61),
            "439 / 500",
            "Recruiting · 61 of 500 accepted · 439 left",
        ),
        (61, Vacancy(id="j1", employer_id="o1", accepted=61), "Full", "Recruiting · 61 of 61 accepted · waiting list"),
        (61, Vacancy(id="j1", employer_id="o1", accepted=9, state="filled"), "Full", "Full · 9 of 61 accepted"),
        (
            1500,
            Vacancy(id="j1", employer_id="o1", state="paused", note="面试到周三"),
            "Paused",
            "Paused · 0 of 1,500 accepted · 1,500 left · 面试到周三",
        ),
        (None, None, "", "Recruiting · 0 accepted"),
        (None, Vacancy(id="j1", employer_id="o1", state="filled"), "Full", "Full · 0 accepted"),
    ],
)
def test_seats_left(table: JobTable, openings: int | None, vacancy: Vacancy | None, words: str, in_full: str) -> None:
    job = replace(sample_jobs()[0], total_job_openings=openings)
    table.apply([job], {vacancy.id: vacancy} if vacancy is not None else {})
    cell = table.index(0, JobColumn.VACANCY)
    assert (words, in_full) == (cell.data(), cell.data(Qt.ItemDataRole.ToolTipRole))


def test_seats_sort_by_what_is_left(table: JobTable) -> None:
    table.apply(sample_jobs(), {"j1": Vacancy(id="j1", employer_id="o1", accepted=495)})
    table.sort(JobColumn.VACANCY)
    assert "j1" == ids(table)[0]


@pytest.mark.parametrize(
    ("valid_through", "words"),
    [("2026-09-01", "2026-09-01"), ("2026-08-31", "Expired 08-31"), ("长期", "长期"), ("", "")],
)
def test_an_offer_that_is_over_says_so(table: JobTable, valid_through: str, words: str) -> None:
    table.apply([replace(sample_jobs()[0], valid_through=valid_through)])
    assert words == table.index(0, JobColumn.VALID_THROUGH).data()


def with_words(id_: str, requirements: str, **more: str) -> Job:
    full = {"employment_type": "正式工", "valid_through": "2026-12-31", "requirements": requirements}
    return replace(sample_jobs()[3], id=id_, work_hours="8:00-17:00", **(full | more))


def test_lights_show_sort_and_filter_once_they_are_known(
    table: JobTable, checks: AdChecks, drive: Callable, until: Callable
) -> None:
    jobs = [
        with_words("ok", "看得懂图纸"),
        with_words("warn", "35岁以下"),
        with_words("block", "只招男工"),
        with_words("over", "看得懂图纸", valid_through="2026-08-31"),
    ]
    table.apply(jobs)
    light = table.index(table.row_of("block"), JobColumn.LIGHT)
    assert (None, "Not checked yet") == (light.data(JobRole.LIGHT), light.data(Qt.ItemDataRole.AccessibleTextRole))
    assert 1 == table.problems()

    async def story() -> None:
        checks.cover(jobs)
        await until(lambda: all(checks.known(job) is not None for job in jobs))

    drive(story())
    table.sort(JobColumn.LIGHT)
    table.show_lights()
    assert ["block", "over", "warn", "ok"] == ids(table)
    light = table.index(0, JobColumn.LIGHT)
    assert "block" == light.data(JobRole.LIGHT)
    assert "Not to be shown like this\nSex：只招男工" == light.data(Qt.ItemDataRole.ToolTipRole)
    table.show_only_problems(True)
    assert (["block", "over"], 2) == (ids(table), table.problems())
    table.show_only_problems(False)
    assert 4 == table.rowCount()


def test_in_a_narrow_window_what_the_card_shows_makes_room(table: JobTable, qtbot: QtBot) -> None:
    view = JobTableView(table)
    qtbot.addWidget(view)
    hidden = []
    for width in (1160, 810, 615):
        view.resize(width, 400)
        view.show()
        hidden.append({column for column in JobColumn if view.isColumnHidden(column)})
        assert view.horizontalHeader().length() <= view.viewport().width()
    assert [set(), {JobColumn.BENEFITS}, {JobColumn.BENEFITS, JobColumn.VALID_THROUGH, JobColumn.PLACE}] == hidden
