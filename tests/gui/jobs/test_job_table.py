from __future__ import annotations

import random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.ui.jobs.job_table import JobColumn, JobTable
from tests.gui.fake_desk import sample_jobs


@pytest.fixture
def table(qapp: QApplication) -> JobTable:
    table = JobTable()
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
        (JobColumn.OPENINGS, Qt.SortOrder.AscendingOrder, ["j4", "j3", "j2", "j1"]),
        (JobColumn.OPENINGS, Qt.SortOrder.DescendingOrder, ["j1", "j2", "j3", "j4"]),
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


def test_any_change_ends_at_the_same_list_as_a_fresh_table(table: JobTable) -> None:
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
        fresh = JobTable()
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
    assert ["甲", "乙", "", "", "", "", ""] == [table.index(0, column).data() for column in JobColumn]
