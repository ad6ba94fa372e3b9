"""The table of applicants: it follows any change of its list, and asks for what it does not hold."""

from __future__ import annotations

import random
import time
from array import array
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.applicant_changes import Forgotten, Listed, Loaded
from kzg_desktop.models.applicant_table import ApplicantRole, ApplicantTable
from kzg_desktop.models.reordering import Window, changed_window, runs


class Words:
    headings = ("name", "job")

    def text(self, row: Application, column: int) -> str:
        return (row.name, row.job_title)[column]

    def tip(self, row: Application, column: int) -> str:
        return f"tip {row.n}" if column else ""


def an_applicant(n: int, name: str = "") -> Application:
    return Application(
        id=f"a{n}",
        n=n,
        broadcast_id="b1",
        job_id="j1",
        employer_id="o1",
        job_title="焊装工",
        received_at=n,
        name=name or f"王{n}",
        phone="13900000000",
    )


def rows(numbers: Iterable[int]) -> tuple[Application, ...]:
    return tuple(an_applicant(n) for n in numbers)


def listed(*numbers: int) -> Listed:
    return Listed(array("q", numbers), rows(numbers))


@pytest.fixture
def table(qapp: object) -> ApplicantTable:
    table = ApplicantTable(Words())
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    return table


def names(table: ApplicantTable) -> list[str]:
    return [table.data(table.index(row, 0)) for row in range(table.rowCount())]


def test_shows_what_is_listed_in_its_order(table: ApplicantTable) -> None:
    table.apply(listed(5, 1, 9))
    assert ["王5", "王1", "王9"] == names(table)
    assert "job" == table.headerData(1, Qt.Orientation.Horizontal)
    assert 2 == table.row_of(9)
    assert -1 == table.row_of(7)
    assert "tip 1" == table.data(table.index(1, 1), Qt.ItemDataRole.ToolTipRole)
    assert 9 == table.data(table.index(2, 0), ApplicantRole.NUMBER)


def test_asks_once_for_rows_around_what_it_does_not_hold(table: ApplicantTable) -> None:
    table.apply(Listed(array("q", range(1000)), rows(range(10)), afresh=True))
    asked: list[None] = []
    table.rows_wanted.connect(lambda: asked.append(None))
    assert "" == table.data(table.index(500, 0))
    table.data(table.index(501, 0))
    assert 1 == len(asked)
    wanted = table.take_wanted()
    assert {500, 501} <= set(wanted)
    table.data(table.index(500, 0))
    assert () == table.take_wanted(), "it is on its way"
    table.apply(Loaded(wanted, rows(n for n in wanted if n != 501)))
    assert "王500" == table.data(table.index(500, 0))
    assert table.data(table.index(501, 0), ApplicantRole.ROW) is None, "there is no such applicant any more"
    assert () == table.take_wanted()


def test_what_is_forgotten_is_asked_for_again(table: ApplicantTable) -> None:
    table.apply(listed(1, 2, 3))
    table.apply(Forgotten(frozenset({2})))
    assert "" == table.data(table.index(1, 0))
    assert (2,) == table.take_wanted()
    table.apply(Forgotten(frozenset({2})))
    table.data(table.index(1, 0))
    assert (2,) == table.take_wanted(), "reading failed"


def test_rows_that_come_with_a_list_are_told_only_where_they_differ(table: ApplicantTable) -> None:
    table.apply(listed(1, 2, 3))
    told: list[tuple[int, int]] = []
    table.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    table.apply(Listed(array("q", [1, 2, 3]), (an_applicant(1), an_applicant(3, "李三"))))
    assert [(2, 2)] == told
    assert ["王1", "王2", "李三"] == names(table)


def test_a_row_that_rises_keeps_selection_and_persistent_indexes(table: ApplicantTable) -> None:
    table.apply(listed(1, 2, 3, 4, 5))
    selection = QItemSelectionModel(table)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (1, 3):
        selection.setCurrentIndex(table.index(row, 0), flags)
    held = QPersistentModelIndex(table.index(4, 1))
    resets: list[None] = []
    table.modelReset.connect(lambda: resets.append(None))
    table.apply(listed(4, 1, 2, 3, 5))
    assert {2, 4} == {table.number_at(row) for row in range(5) if selection.isRowSelected(row, QModelIndex())}
    assert 0 == selection.currentIndex().row()
    assert (4, 1) == (held.row(), held.column())
    assert [] == resets


@pytest.mark.parametrize("seed", range(30))
def test_any_list_becomes_any_other(table: ApplicantTable, seed: int) -> None:
    chance = random.Random(seed)
    numbers = chance.sample(range(60), 30)
    table.apply(listed(*numbers))
    held = {n: QPersistentModelIndex(table.index(table.row_of(n), 0)) for n in numbers}
    kept = [n for n in numbers if chance.random() < 0.8] + chance.sample(range(60, 90), 5)
    if seed % 2:
        chance.shuffle(kept)
    table.apply(listed(*kept))
    assert kept == list(table.numbers)
    assert [f"王{n}" for n in kept] == names(table)
    for number, index in held.items():
        assert (number in kept) == index.isValid()
        assert not index.isValid() or number == table.number_at(index.row())


def test_a_list_that_has_nothing_to_do_with_the_last_is_a_reset(table: ApplicantTable) -> None:
    table.apply(listed(*range(0, 400, 2)))
    resets: list[None] = []
    table.modelReset.connect(lambda: resets.append(None))
    table.apply(listed(*range(0, 400, 3)))
    assert 1 == len(resets)
    table.apply(Listed(array("q", [1]), rows([1]), afresh=True))
    assert 2 == len(resets)


def test_an_empty_list_and_back(table: ApplicantTable) -> None:
    table.apply(listed(1, 2))
    table.apply(listed())
    assert 0 == table.rowCount()
    assert 0 == table.rowCount(QModelIndex())
    table.apply(listed(2))
    assert ["王2"] == names(table)


def test_a_thousand_changes_of_a_hundred_thousand_rows_take_no_time(qapp: object) -> None:
    table = ApplicantTable(Words())
    numbers = array("q", range(100_000))
    table.apply(Listed(numbers, rows(range(50)), afresh=True))
    moved = array("q", [*range(1000, 2000), *range(1000), *range(2000, 100_000)])
    began = time.perf_counter()
    table.apply(Listed(moved, rows(range(1000, 1050))))
    assert time.perf_counter() - began < 0.5
    assert moved == table.numbers


def test_runs_are_neighbours() -> None:
    assert [(1, 3), (5, 5), (7, 8)] == runs([1, 2, 3, 5, 7, 8])
    assert [] == runs([])


@pytest.mark.parametrize(
    ("old", "new", "window"),
    [
        ([1, 2, 3], [1, 2, 3], Window(3, 0, 0)),
        ([1, 2, 3], [1, 9, 2, 3], Window(1, 0, 1)),
        ([1, 2, 3], [1, 3], Window(1, 1, 0)),
        ([1, 1, 1], [1, 1], Window(2, 1, 0)),
        ([1, 2, 3, 4], [1, 3, 2, 4], Window(1, 2, 2)),
        ([], [4], Window(0, 0, 1)),
    ],
)
def test_a_window_holds_all_that_differs(old: list[int], new: list[int], window: Window) -> None:
    assert window == changed_window(array("q", old), array("q", new))
