"""The applicants' page: views, search, filters, keys, what stays where it is, what is hidden on air."""

from __future__ import annotations

import asyncio
import contextlib
import time
from array import array
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QToolButton

from kzg_desktop.domain.actions import ClaimApplication, RecordAttempt
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS
from kzg_desktop.domain.views import VIEWS, Moment, View, in_view
from kzg_desktop.services import SyncStatus
from kzg_desktop.ui.hr.columns import COLUMNS, Column
from kzg_desktop.ui.hr.page import HrPage
from kzg_desktop.ui.hr.view_words import empty_words
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FANG, ME, FakeHiringDesk, FakeOffice, the_one
from tests.gui.hr.conftest import OpenedHr

Drive = Callable[[Any], Any]
Until = Callable[..., Any]


def names(page: HrPage) -> list[str]:
    column = Column.NAME
    return [page.table.data(page.table.index(row, column)) for row in range(page.table.rowCount())]


def expected(desk: FakeHiringDesk, view: View) -> set[str]:
    moment = Moment(ME, desk.clock.now_ms())
    return {row.name for row in desk._applications.values() if in_view(view, row, moment)}


def at_hand(page: HrPage) -> str:
    row = page.table.held(page.view.number)
    return row.name if row is not None else ""


async def listed(page: HrPage, until: Until, count: int) -> None:
    await until(lambda: page.table.rowCount() == count and all(names(page)))


def attempt(row: Application, outcome: str) -> RecordAttempt:
    return RecordAttempt(application_id=row.id, event_id=new_id(), outcome=outcome)


# --- the sample itself


def test_the_sample_has_everybody(hiring: FakeHiringDesk) -> None:
    rows = list(hiring._applications.values())
    assert 40 == len(rows)
    assert set(STEPS) == {row.status for row in rows}
    assert {"o1", "o2"} == {row.employer_id for row in rows}
    assert all(hiring.history_now(row.id) for row in rows if row.status != "new")


# --- views


def test_opens_with_whom_to_call_the_longest_overdue_first(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            due = [hiring.application(number).due_at for number in page.table.numbers]
            assert sorted(due) == due
            assert "董倩" == at_hand(page)
            assert page.drawer.shown == page.view.number

    drive(story())


def test_every_view_shows_its_applicants_and_their_number(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            for view in VIEWS:
                page.views.choose(view)
                wanted = expected(hiring, view)
                await until(lambda wanted=wanted: set(names(page)) == wanted)
                await until(lambda view=view: page.views.count_shown(view) == str(page.table.rowCount()))

    drive(story())


def test_an_empty_view_says_what_to_do(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            hiring.forget(list(hiring._applications))
            await listed(page, until, 0)
            for view in VIEWS:
                page.views.choose(view)
                await until(lambda view=view: page._empty.title == empty_words(view)[0])
                hint = " ".join(label.text() for label in page._empty.findChildren(QLabel))
                assert "{" not in hint
                assert page._empty.isVisible()
            assert page.drawer.shown is None

    drive(story())


def test_views_are_reached_by_keys_and_go_round(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
            assert "due" == page.views.view
            QTest.keyClick(page.view, Qt.Key.Key_BracketLeft)
            QTest.keyClick(page.view, Qt.Key.Key_BracketLeft)
            assert "all" == page.views.view
            await listed(page, until, 40)

    drive(story())


# --- search and filters


@pytest.mark.parametrize(
    ("typed", "found"),
    [("唐文", {"唐文斌"}), ("0014", {"唐文斌", "程思远"}), ("三年电子厂", {"袁媛", "蒋欣"}), ("", None)],
)
def test_search_finds_any_part_of_name_phone_and_notes(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, typed: str, found: set[str] | None
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all")
            await listed(page, until, 40)
            QTest.keyClick(page.view, Qt.Key.Key_Slash)
            assert page.filters.search.hasFocus()
            page.filters.search.setText(typed)
            rows = hiring._applications.values()
            matching = {r.name for r in rows if typed in f"{r.name}{r.phone}{r.notes}"}
            assert found is None or matching <= found
            await until(lambda: set(names(page)) == matching)

    drive(story())


def test_the_next_letter_cancels_the_search_before(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all")
            await listed(page, until, 40)
            asked: list[str] = []
            real = hiring.applicant_ids

            async def slow(query: Any) -> array[int]:
                asked.append(query.text)
                return await real(query)

            hiring.applicant_ids = slow  # type: ignore[method-assign]
            hiring.gate.clear()
            page.filters.search.setText("唐")
            page.filters.flush()
            await until(lambda: asked == ["唐"])
            page.filters.search.setText("姜河")
            page.filters.flush()
            hiring.gate.set()
            await until(lambda: names(page) == ["姜河"])
            assert ["唐", "姜河"] == asked

    drive(story())


def test_a_long_search_says_that_it_runs(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            hiring.gate.clear()
            page.views.choose("all")
            await until(page._slow.isVisible)
            assert 14 == page.table.rowCount(), "what was there stays readable"
            hiring.gate.set()
            await listed(page, until, 40)
            assert not page._slow.isVisible()

    drive(story())


def test_filters_show_as_chips_and_one_key_clears_them(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all", job_id="j3", city="天津", text="宋")
            wanted = {r.name for r in hiring._applications.values() if r.job_id == "j3" and r.city == "天津"}
            page.filters.search.clear()
            await until(lambda: set(names(page)) == wanted)
            assert ["Job: 焊装工 · 海岳重工  ✕", "City: 天津  ✕"] == page.filters.chip_texts
            assert "of 40" in page._count.text()
            page.to_list()
            QTest.keyClick(page.view, Qt.Key.Key_Escape)
            await listed(page, until, 40)
            assert [] == page.filters.chip_texts

    drive(story())


def test_a_chip_ends_its_own_filter(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all", channel="douyin", status="new")
            await until(lambda: names(page) == ["丁香"])
            page.filters._chips["status"].click()
            await until(lambda: {"丁香", "董倩", "许婷"} == set(names(page)))
            assert ["Channel: Douyin  ✕"] == page.filters.chip_texts

    drive(story())


def test_a_card_on_air_is_filtered_by_with_its_broadcast(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all", segment_id="g2")
            assert {"broadcast_id": "b1", "segment_id": "g2"} == page.filters.values
            assert 2 == len(page.filters.chip_texts)
            await until(lambda: page.table.rowCount() and "蒋欣" in names(page))

    drive(story())


def test_the_panel_offers_what_there_is(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.open_filters()
            panel = page.filters.panel
            await until(lambda: panel.combos["city"].findText("石家庄") > 0)
            panel.combos["status"].setCurrentIndex(panel.combos["status"].findData("contacting"))
            panel.combos["status"].activated.emit(panel.combos["status"].currentIndex())
            await until(lambda: {"董倩", "蔡明", "余波"} == set(names(page)))
            panel.combos["broadcast_id"].setCurrentIndex(1)
            panel.combos["broadcast_id"].activated.emit(1)
            assert panel.combos["segment_id"].count() > 1
            panel.close()

    drive(story())


def test_nothing_found_offers_to_clear(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all", text="没有这个人")
            await until(page._empty.isVisible)
            assert "No applicant matches" == page._empty.title
            page._empty.activated.emit()
            await listed(page, until, 40)

    drive(story())


# --- by keyboard


def test_keys_go_through_the_list(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            for key, row in ((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 2), (Qt.Key.Key_K, 1), (Qt.Key.Key_Down, 2)):
                QTest.keyClick(page.view, key)
                assert row == page.view.currentIndex().row()
                assert page.drawer.shown == page.table.number_at(row)
            assert [page.table.number_at(2)] == page.view.selected_numbers()

    drive(story())


def test_a_letter_typed_in_the_search_is_no_key(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.search_for()
            QTest.keyClicks(page.filters.search, "jx1")
            assert "jx1" == page.filters.search.text()
            page.filters.search.clear()
            QTest.keyClick(page.filters.search, Qt.Key.Key_Escape)
            assert page.view.hasFocus()

    drive(story())


def test_keys_reach_the_drawer(drive: Drive, opened_hr: OpenedHr, until: Until, monkeypatch: Any) -> None:
    called: list[Any] = []

    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            keys = [Qt.Key.Key_C, Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_B, Qt.Key.Key_E]
            for key in (*keys, Qt.Key.Key_H, Qt.Key.Key_R, Qt.Key.Key_P, Qt.Key.Key_U):
                QTest.keyClick(page.view, key)

    for act in ("call", "note", "book", "claim", "hand_over", "reveal", "copy_phone", "undo"):
        monkeypatch.setattr(
            f"kzg_desktop.ui.hr.drawer.ApplicantDrawer.{act}", lambda _self, act=act: called.append(act)
        )
    monkeypatch.setattr("kzg_desktop.ui.hr.drawer.ApplicantDrawer.outcome", lambda _self, n: called.append(n))
    drive(story())
    assert ["call", 3, "note", "book", "claim", "hand_over", "reveal", "copy_phone", "undo"] == called


def test_marking_keeps_the_selection_while_moving(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            for key in (Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_X):
                QTest.keyClick(page.view, key)
            assert [page.table.number_at(0), page.table.number_at(2)] == page.view.selected_numbers()
            assert page.bulk_bar.isVisible()
            QTest.keyClick(page.view, Qt.Key.Key_Escape)
            assert [page.table.number_at(2)] == page.view.selected_numbers()
            assert not page.bulk_bar.isVisible()
            QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            assert 14 == page.view.selected_count

    drive(story())


# --- while others work


def test_the_applicant_at_hand_stays_when_others_rise(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal, page.table)
            page.resize(1400, 300)
            await listed(page, until, 14)
            page.view.choose(the_one(hiring, "魏大勇").n)
            await until(lambda: at_hand(page) == "魏大勇")
            top = page.view.visualRect(page.view.currentIndex()).top()
            risen = replace(the_one(hiring, "姜河"), due_at=1)
            hiring.receive([risen])
            await until(lambda: page.table.number_at(0) == risen.n)
            assert "魏大勇" == at_hand(page)
            assert [page.view.number] == page.view.selected_numbers()
            assert top == page.view.visualRect(page.view.currentIndex()).top()
            assert page.view.pill.isVisible()
            page.view.pill.click()
            assert not page.view.pill.isVisible()

    drive(story())


def test_whoever_was_just_called_stays_at_hand_until_the_user_goes_on(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.view.choose(the_one(hiring, "叶子豪").n)
            place, after = page.view.currentIndex().row(), names(page)[page.view.currentIndex().row() + 1]
            hiring.act_as(FANG, attempt(the_one(hiring, "叶子豪"), "answered"))
            await until(lambda: page.table.held(page.view.number).status == "reached")
            assert ("叶子豪", place) == (at_hand(page), page.view.currentIndex().row())
            assert 14 == page.table.rowCount()
            QTest.keyClick(page.view, Qt.Key.Key_J)
            assert after == at_hand(page)
            await listed(page, until, 13)
            assert after == at_hand(page)

    drive(story())


def test_an_outcome_that_changes_the_order_does_not_take_the_user_along(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.view.choose(the_one(hiring, "杜娟").n)
            hiring.act_as(ME, attempt(the_one(hiring, "杜娟"), "no_answer"))
            await until(lambda: page.table.held(page.view.number).status == "contacting")
            assert 1 == page.view.currentIndex().row()
            page.step(1)
            await until(lambda: names(page)[-1] == "杜娟")
            assert "叶子豪" == at_hand(page)

    drive(story())


def test_who_is_gone_is_gone(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            number = page.view.number
            hiring.forget([number])
            await listed(page, until, 13)
            assert page.view.number not in {0, number}
            assert page.drawer.shown == page.view.number
            assert [page.view.number] == page.view.selected_numbers()

    drive(story())


def test_time_alone_makes_applicants_due(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, clock: FakeClock, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all")
            await listed(page, until, 40)
            before = page.counts.counts["due"]
            row = page.table.row_of(the_one(hiring, "丁香").n)
            page.view.choose(the_one(hiring, "丁香").n)
            due = page.table.index(row, Column.DUE)
            assert "in 1 min · First call" == page.table.data(due)
            clock.advance(61)
            page.view._on_tick()
            assert "1 min overdue · First call" == page.table.data(due)
            await until(lambda: page.counts.counts["due"] == before + 1)
            tip = page.table.data(due, Qt.ItemDataRole.ToolTipRole)
            assert "within 5 minutes" in tip
            assert "Overdue" in tip

    drive(story())


def test_a_burst_of_a_thousand_changes_does_not_stall(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all")
            await listed(page, until, 40)
            model = the_one(hiring, "姜河")
            many = [replace(model, id=f"x{n}", n=1000 + n, name=f"新{n}", due_at=model.due_at + n) for n in range(2000)]
            hiring.receive(many)
            await until(lambda: page.table.rowCount() == 2040)
            number = page.view.number
            gaps: list[float] = []
            heart = asyncio.ensure_future(_beat(gaps))
            lists: list[None] = []
            page.listing.listed.connect(lambda _afresh: lists.append(None))
            for n in range(1000):
                hiring.receive([replace(many[n], due_at=1 + n)])
                if n % 50 == 0:
                    await asyncio.sleep(0)
            await until(lambda: page.table.number_at(0) == 1000)
            assert len(lists) < 10, "a burst is shown in a few steps"
            assert number == page.view.number
            heart.cancel()
            assert max(gaps) < 1.0

    drive(story())


async def _beat(gaps: list[float]) -> None:
    """Measure for how long nothing else gets its turn."""
    with contextlib.suppress(asyncio.CancelledError):
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            gaps.append(time.perf_counter() - began)


# --- what is hidden, what is said


def test_on_air_no_name_is_shown(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.set_on_air(True)
            assert "董*" == names(page)[0]
            whole = {row.name for row in hiring._applications.values()}
            shown = {
                str(page.table.data(page.table.index(row, column), role))
                for row in range(page.table.rowCount())
                for column in COLUMNS
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            } | {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
            assert set() == whole & {word for text in shown for word in text.split()}
            assert page._masked.isVisible()
            page.filters.search.setText("董倩")
            assert "董倩" not in page.filters.search.displayText()
            page.filters.search.clear()
            page.set_on_air(False)
            assert "董倩" == names(page)[0]
            assert not page._masked.isVisible()

    drive(story())


def test_phones_are_always_masked_in_the_table(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            phone = the_one(hiring, "董倩").phone
            assert f"{phone[:3]}****{phone[-4:]}" == page.table.data(page.table.index(0, Column.PHONE))

    drive(story())


def test_offline_is_one_quiet_line(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            hiring.set_status(SyncStatus(state="offline", offline_since=hiring.clock.now_ms(), waiting=3))
            assert "Offline since" in page._link.text()
            assert "3 to send" in page._link.text()
            assert "muted" == page._link.property("role")

    drive(story())


def test_nobody_looks_nothing_is_read(drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.hide()
            hiring.act_as(FANG, attempt(the_one(hiring, "姜河"), "answered"))
            assert not page._tasks.running("hr.list")
            page.show()
            await listed(page, until, 13)

    drive(story())


def test_a_colleagues_claim_shows_at_once(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            row = the_one(hiring, "姜河")
            hiring.act_as(FANG, ClaimApplication(application_id=row.id, event_id=new_id()))
            index = page.table.index(page.table.row_of(row.n), Column.OWNER)
            await until(lambda: page.table.data(index) == "王芳")

    drive(story())


def test_the_office_reaches_the_drawer(drive: Drive, opened_hr: OpenedHr, office: FakeOffice, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.set_office(office)
            await listed(page, until, 14)
            await until(lambda: any(call[0] == "look_at" for call in office.calls))

    drive(story())


def test_the_drawer_going_on_takes_the_next(drive: Drive, opened_hr: OpenedHr, until: Until) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.drawer.next_requested.emit()
            assert 1 == page.view.currentIndex().row()

    drive(story())


def test_the_one_at_hand_does_not_follow_a_neighbour_that_moves(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            page.view.choose(the_one(hiring, "叶子豪").n)
            hiring.act_as(ME, attempt(the_one(hiring, "杜娟"), "no_answer"))
            hiring.act_as(FANG, attempt(the_one(hiring, "叶子豪"), "no_answer"))
            await until(lambda: page.table.held(page.view.number).status == "contacting")
            await until(lambda: names(page)[-1] == "杜娟")
            assert ["董倩", "叶子豪", "唐文斌"] == names(page)[:3]

    drive(story())


def test_after_a_note_saved_by_keyboard_the_keys_are_the_lists_again(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            await until(page.drawer.who.name.isVisible)
            first = page.view.number
            page.view.setFocus()
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_N)
            field = page.drawer.sections.notes.field
            assert field is page.focusWidget()
            QTest.keyClicks(field, "wants a couple's room")
            QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            assert page.view is page.focusWidget()
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_J)
            assert first != page.view.number
            await until(lambda: "AddNote" in [type(action).__name__ for action in hiring.acted])

    drive(story())


def test_home_and_end_go_to_the_first_and_the_last(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            QTest.keyClick(page.view, Qt.Key.Key_End)
            assert 13 == page.view.currentIndex().row()
            QTest.keyClick(page.view, Qt.Key.Key_Home)
            assert 0 == page.view.currentIndex().row()

    drive(story())


def test_search_enter_and_call_in_one_go_call_whom_the_search_finds(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.show_only("all")
            await listed(page, until, 40)
            await until(page.drawer.who.name.isVisible)
            wanted = the_one(hiring, "丁香")
            assert "丁香" != at_hand(page)
            QTest.keyClick(page.view, Qt.Key.Key_Slash)
            page.filters.search.setText("丁香")
            QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_C)
            assert [] == hiring.acted
            await until(lambda: hiring.acted)
            assert {wanted.id} == {action.application_id for action in hiring.acted}

    drive(story())


def test_a_key_pressed_for_a_list_that_takes_long_is_forgotten(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            hiring.gate.clear()
            page.show_only("all")
            QTest.keyClick(page.view, Qt.Key.Key_C)
            hiring.clock.advance(5)
            hiring.gate.set()
            await listed(page, until, 40)
            await until(page.drawer.who.name.isVisible)
            assert [] == hiring.acted

    drive(story())


def test_the_cleared_search_is_empty_to_the_eye_too(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            page.resize(1400, 300)
            page.show_only("all")
            await listed(page, until, 40)
            last = hiring.application(page.table.number_at(39))
            page.filters.search.setText(last.name)
            await until(lambda: names(page) == [last.name])
            page.to_list()
            QTest.keyClick(page.view, Qt.Key.Key_Escape)
            await listed(page, until, 40)
            [button] = page.filters.search.findChildren(QToolButton)
            await until(lambda: not button.isVisible() or not button.isEnabled() or button.property("opacity") == 0)
            assert last.name == at_hand(page)
            assert not page.view.pill.isVisible(), "nobody came in above; the list is another one"

    drive(story())


def test_from_the_drawer_too_keys_move_through_the_list_and_select_all(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            QTest.keyClick(page.view, Qt.Key.Key_Return)
            assert page.drawer is page.focusWidget()
            QTest.keyClick(page.drawer, Qt.Key.Key_Down)
            assert 1 == page.view.currentIndex().row()
            QTest.keyClick(page.drawer, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            assert 14 == page.view.selected_count

    drive(story())


def test_what_the_hub_refused_is_told_and_listed(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await listed(page, until, 14)
            assert not page.refused.isVisible()
            row = the_one(hiring, "程思远")
            claim = ClaimApplication(application_id=row.id, event_id=new_id())
            hiring.refuse(9, claim, "claimed", FANG)
            assert "1 refused" == page.refused.text()
            page.refused.click()
            assert page.refused.dialog is not None
            what, why = page.refused.dialog.words
            assert ("Claim an applicant", "Somebody else is working on this") == (what, why)
            page.refused.dialog.dismiss_buttons[0].click()
            await until(lambda: not page.refused.isVisible() and not page.refused.dialog.isVisible())

    drive(story())


def test_an_applicant_asked_for_before_the_list_is_there_is_at_hand_after_it(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            wanted = page.table.numbers[3] if page.table.rowCount() else the_one(hiring, "姜河").n
            page.view.begin()
            page.views.choose("all")
            assert page.listing.is_awaited
            page.show_applicant(wanted)
            await listed(page, until, 40)
            await until(lambda: page.view.number == wanted)

    drive(story())
