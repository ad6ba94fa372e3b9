from __future__ import annotations

from array import array
from collections.abc import Iterable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_changes import (
    NumbersPrepended,
    NumbersReset,
    RowsChanged,
    RowsGone,
    RowsLoaded,
)
from kzg_desktop.models.application_table import PAGE_ROWS, ApplicationRole, ApplicationTable
from kzg_desktop.models.application_text import ApplicationColumn


def an_application(n: int) -> Application:
    return Application(
        id=f"a{n}",
        n=n,
        broadcast_id="b",
        job_id="j",
        employer_id="o",
        job_title="焊装工",
        received_at=n,
        name="王小明",
        phone="13912345678",
        city="潍坊",
    )


class Harness:
    """A table with a store behind it that answers when told to."""

    def __init__(self, table: ApplicationTable) -> None:
        self.table = table
        self.rows: dict[int, Application] = {}
        self.wanted: list[int] = []
        table.page_wanted.connect(self.wanted.append)

    def have(self, numbers: Iterable[int]) -> array[int]:
        self.rows.update((n, an_application(n)) for n in numbers)
        return array("q", sorted(self.rows, reverse=True))

    def answer(self) -> None:
        while self.wanted:
            page = self.wanted.pop()
            asked = self.table.numbers_to_load(page)
            rows = tuple(self.rows[n] for n in asked if n in self.rows)
            self.table.apply(RowsLoaded(page, asked, rows))

    def row(self, row: int) -> Application | None:
        return self.table.index(row, 0).data(ApplicationRole.ROW)


@pytest.fixture
def harness(watched) -> Harness:
    return Harness(watched(ApplicationTable()))


def test_it_never_waits_and_asks_for_a_page_once(harness: Harness) -> None:
    harness.table.apply(NumbersReset(harness.have(range(1, 1001))))
    harness.wanted.clear()
    assert harness.row(500) is None
    assert harness.table.index(501, ApplicationColumn.CITY).data() == ""
    assert harness.wanted == [3]
    harness.answer()
    found = harness.row(500)
    assert found is not None
    assert found.n == 500
    assert harness.table.index(500, ApplicationColumn.CITY).data() == "潍坊"


def test_names_and_phones_are_masked_whatever_the_cache_holds(harness: Harness) -> None:
    harness.table.apply(NumbersReset(harness.have([1])))
    harness.row(0)
    harness.answer()
    assert harness.table.index(0, ApplicationColumn.NAME).data() == "王**"
    assert harness.table.index(0, ApplicationColumn.PHONE).data() == "139****5678"


def test_arrivals_come_in_above_and_loaded_rows_stay(harness: Harness) -> None:
    harness.table.apply(NumbersReset(harness.have(range(1, 201))))
    harness.row(0)
    harness.answer()
    new = array("q", [203, 202, 201])
    harness.have(new)
    harness.table.apply(NumbersPrepended(new, (an_application(203),)))
    harness.wanted.clear()
    assert [203, 200] == [row.n for row in (harness.row(0), harness.row(3)) if row is not None]
    assert not harness.wanted
    assert harness.row(1) is None
    assert [202, 201] == list(harness.table.numbers_to_load(harness.wanted[0]))
    assert harness.table.newest == 203
    assert harness.table.row_of(200) == 3


def test_an_answer_that_arrives_after_rows_came_in_lands_where_it_belongs(harness: Harness) -> None:
    harness.table.apply(NumbersReset(harness.have(range(1, 101))))
    asked = harness.table.numbers_to_load(0)
    harness.table.apply(NumbersPrepended(array("q", [101])))
    harness.table.apply(RowsLoaded(0, asked, tuple(an_application(n) for n in asked)))
    found = harness.row(1)
    assert found is not None
    assert found.n == 100
    assert [101] == list(harness.table.numbers_to_load(0))


def test_a_row_that_does_not_exist_is_not_asked_for_again(harness: Harness) -> None:
    harness.table.apply(NumbersReset(array("q", [2, 1])))
    harness.row(0)
    harness.answer()
    assert harness.row(0) is None
    assert not harness.wanted


def test_changed_rows_are_read_again(harness: Harness) -> None:
    harness.table.apply(NumbersReset(harness.have(range(1, 11))))
    harness.row(0)
    harness.answer()
    harness.rows[7] = replace(harness.rows[7], city="青岛")
    harness.table.apply(RowsChanged(frozenset({7, 999})))
    assert harness.row(3) is None
    harness.answer()
    assert harness.table.index(3, ApplicationColumn.CITY).data() == "青岛"


@pytest.mark.parametrize("count", [3, 200])
def test_rows_that_go_leave_no_hole(harness: Harness, count: int) -> None:
    harness.table.apply(NumbersReset(harness.have(range(1, 401))))
    harness.row(200)
    harness.answer()
    harness.table.apply(RowsGone(frozenset(range(100, 100 + count))))
    assert 400 - count == harness.table.rowCount()
    assert 99 == harness.table.number_at(harness.table.row_of(99))
    assert harness.row(harness.table.row_of(50)) is None
    harness.answer()
    found = harness.row(harness.table.row_of(50))
    assert found is not None
    assert found.n == 50


def test_it_forgets_pages_that_were_left_long_ago(qapp) -> None:
    harness = Harness(ApplicationTable())  # the model tester would read each of the rows after each page
    harness.table.apply(NumbersReset(harness.have(range(1, 100 * PAGE_ROWS + 1))))
    for page in range(100):
        harness.row(page * PAGE_ROWS)
        harness.answer()
    assert harness.row(0) is None
    assert harness.row(99 * PAGE_ROWS) is not None


def test_it_knows_whether_it_holds_a_list(harness: Harness) -> None:
    harness.table.apply(NumbersReset(array("q", [3, 2, 1])))
    assert harness.table.holds(array("q", [3, 2, 1]))
    assert not harness.table.holds(array("q", [4, 2, 1]))


def test_a_repeat_is_marked_and_explained(harness: Harness) -> None:
    harness.rows[1] = replace(an_application(1), repeat=True, channel="unheard-of")
    harness.table.apply(NumbersReset(array("q", [1])))
    harness.row(0)
    harness.answer()
    index = harness.table.index(0, ApplicationColumn.CHANNEL)
    assert index.data() == "unheard-of ↻"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "This person applied before"
