"""A day's digest and a campaign's totals in the window, with no hub anywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from kzg_desktop.errors import StoreDamaged
from kzg_desktop.ui.review.breakdown import Breakdown
from kzg_desktop.ui.review.entry_delegate import Entry
from kzg_desktop.ui.review.entry_list import Entries, EntryList, Keyed
from kzg_desktop.ui.review.page import ReviewPage
from kzg_desktop.ui.review.totals_table import LINES_BY, TotalsTable, totals_lines
from tests.gui.review.conftest import OpenedReview

Drive = Callable[[Coroutine[Any, Any, Any]], Any]
Until = Callable[..., Coroutine[Any, Any, None]]

FIRST_DAY, LAST_DAY = "2026-08-30", "2026-09-01"


def figures(page: ReviewPage) -> list[str]:
    view = page.modes.days.view if page.modes.current == "days" else page.modes.campaigns.view
    return [tile.figure for tile in view.tiles]


def column(breakdown: Breakdown, number: int) -> list[str]:
    return [breakdown.figures.index(row, number).data() for row in range(breakdown.figures.rowCount())]


def is_day(page: ReviewPage, day: str) -> bool:
    return page.modes.days.shown is not None and page.modes.days.shown.day.isoformat() == day


def in_days(drive: Drive, opened_review: OpenedReview, until: Until, story: Callable[[ReviewPage], Any]) -> None:
    async def told() -> None:
        async with opened_review() as page:
            QTest.mouseClick(page.modes.side.switch.buttons["days"], Qt.MouseButton.LeftButton)
            await until(lambda: page.modes.days.shown is not None)
            await story(page)

    drive(told())


def in_campaigns(drive: Drive, opened_review: OpenedReview, until: Until, story: Callable[[ReviewPage], Any]) -> None:
    async def told() -> None:
        async with opened_review() as page:
            QTest.mouseClick(page.modes.side.switch.buttons["campaigns"], Qt.MouseButton.LeftButton)
            await until(lambda: page.modes.campaigns.shown is not None)
            await story(page)

    drive(told())


def test_the_last_day_with_a_broadcast_is_shown_first(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        assert is_day(page, LAST_DAY)
        assert ("420", LAST_DAY) == (figures(page)[0], page.modes.days.day.date().toString("yyyy-MM-dd"))
        assert page.modes.days.view.title.startswith(f"{LAST_DAY} ")
        assert "1 broadcast, 1:21:00 on air" in page.modes.days.view.sentence.text()
        assert "SMT 操作员" in page.modes.days.view.minded.text()
        breakdown = page.modes.days.view.breakdown
        assert ("All together", "420") == (column(breakdown, 0)[-1], column(breakdown, 3)[-1])

    in_days(drive, opened_review, until, story)


def test_days_go_by_with_keys_buttons_and_the_calendar(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        QTest.keyClick(page, Qt.Key.Key_J)
        await until(lambda: is_day(page, "2026-08-31"))
        assert "90" == figures(page)[0]
        page.modes.days.day.setDate(QDate(2026, 8, 30))
        await until(lambda: is_day(page, FIRST_DAY))
        QTest.keyClick(page, Qt.Key.Key_J)
        await asyncio.sleep(0.1)
        assert is_day(page, FIRST_DAY)  # there is none before
        QTest.keyClick(page, Qt.Key.Key_K)
        await until(lambda: is_day(page, "2026-08-31"))
        assert FIRST_DAY == page.modes.days.day.minimumDate().toString("yyyy-MM-dd")

    in_days(drive, opened_review, until, story)


def test_a_day_without_a_broadcast_counts_what_was_done_on_it(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        QTest.keyClick(page, Qt.Key.Key_K)
        await until(lambda: is_day(page, "2026-09-02"))
        assert "Nothing was broadcast" in page.modes.days.view.sentence.text()
        assert ("0", True) == (figures(page)[0], int(figures(page)[1]) > 0)
        assert not page.modes.days.view.breakdown.isVisible()
        assert page.modes.days.view.copy.isEnabled()

    in_days(drive, opened_review, until, story)


def test_a_broadcast_of_the_day_opens_and_escape_goes_back_to_broadcasts(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        QTest.keyClick(page, Qt.Key.Key_J)
        await until(lambda: is_day(page, "2026-08-31"))
        breakdown = page.modes.days.view.breakdown
        breakdown.show_by("broadcasts")
        breakdown.view.activated.emit(breakdown.figures.index(0, 0))
        assert "broadcasts" == page.modes.current
        await until(lambda: page.opened is not None and page.opened.review.facts.broadcast.id == "b1")
        page.show_mode("days")
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert "broadcasts" == page.modes.current

    in_days(drive, opened_review, until, story)


def test_a_digest_is_copied_as_text(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        said: list[str] = []
        page.said.connect(lambda words, _button, _act: said.append(words))
        QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert ["Copied as text"] == said
        text = QGuiApplication.clipboard().text()
        assert ("420" in text, "138" in text) == (True, False)

    in_days(drive, opened_review, until, story)


def test_a_campaigns_totals_over_all_its_broadcasts(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        assert ("522", "2,200") == tuple(figures(page)[:2])
        assert "华北专场" == page.modes.campaigns.view.title
        assert "Broadcasts: 3 · employers: 4 · jobs: 8" in page.modes.campaigns.view.sentence.text()
        breakdown = page.modes.campaigns.view.breakdown
        places = {"employers": 3, "regions": 2, "age_bands": 1, "audiences": 1, "broadcasts": 3, "hosts": 1}
        for by, place in places.items():
            breakdown.show_by(by)
            *counts, whole = (int(text.replace(",", "")) for text in column(breakdown, place))
            assert (522, 522) == (sum(counts), whole)
        breakdown.show_by("audiences")
        assert ["Blue-collar workers"] == column(breakdown, 0)[:1]
        breakdown.show_by("age_bands")
        assert ["18-24", "25-34", "35-44", "45-54"] == column(breakdown, 0)[:4]

    in_campaigns(drive, opened_review, until, story)


def test_a_campaign_is_searched_for(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        QTest.keyClick(page, Qt.Key.Key_Slash)
        assert page.modes.campaigns.search.hasFocus()
        page.modes.campaigns.search.setText("nothing like it")
        assert ("No campaign matches", True) == (
            page.modes.campaigns.list.empty.title,
            page.modes.campaigns.list.empty.isVisible(),
        )
        page.modes.campaigns.search.setText("华北")
        assert 1 == page.modes.campaigns.list.model.rowCount()

    in_campaigns(drive, opened_review, until, story)


def test_totals_are_saved_as_both_files(drive, opened_review, until, tmp_path: Path) -> None:
    async def story(page: ReviewPage) -> None:
        said: list[str] = []
        page.said.connect(lambda words, _button, _act: said.append(words))
        dialog = page.modes.campaigns.save()
        await until(lambda: dialog.preview.pages == 3)
        dialog.files.both.setChecked(True)
        dialog.save_to(tmp_path / "totals.pdf")
        await until(lambda: said)
        assert ["Saved: totals.pdf、totals.xlsx"] == said
        assert b"%PDF" == (tmp_path / "totals.pdf").read_bytes()[:4]

    in_campaigns(drive, opened_review, until, story)


def test_the_keyboard_goes_along_with_the_list(drive, opened_review, until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page.list.view.setFocus()
            page.show_mode("days")
            assert page.modes.days.list.view.hasFocus()
            page.show_mode("campaigns")
            assert page.modes.campaigns.list.view.hasFocus()
            QTest.keyClick(page, Qt.Key.Key_Escape)
            assert page.list.view.hasFocus()

    drive(story())


def test_the_arrow_keys_go_along_the_switch(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        page.modes.side.switch.setFocus()
        QTest.keyClick(page.modes.side.switch.buttons["campaigns"], Qt.Key.Key_Left)
        assert "days" == page.modes.current
        await until(lambda: page.modes.days.shown is not None)

    in_campaigns(drive, opened_review, until, story)


def test_counting_can_be_stopped_and_begun_again(drive, opened_review, until, monkeypatch) -> None:
    async def story(page: ReviewPage) -> None:
        asked, whole = asyncio.Event(), page.desk.ask

        async def slow(*_args: Any) -> None:
            asked.set()
            await asyncio.Event().wait()

        monkeypatch.setattr(page.desk, "ask", slow)
        page.modes.days.list.step(1)
        await until(lambda: asked.is_set() and page.modes.days.view.waiting.isVisible())
        page.modes.days.view.waiting.tell(120_000, 360_000)
        assert "120,000 of 360,000 applications" == page.modes.days.view.waiting.label.text()
        page.modes.days.view.waiting.stop.click()
        assert (False, False) == (page.modes.days.view.waiting.isVisible(), page.modes.days.view.save.isEnabled())
        monkeypatch.setattr(page.desk, "ask", whole)
        page.modes.days.view.again_requested.emit()
        await until(lambda: is_day(page, "2026-08-31"))

    in_days(drive, opened_review, until, story)


def test_what_cannot_be_read_is_told(drive, opened_review, until, monkeypatch) -> None:
    async def story(page: ReviewPage) -> None:
        failed: list[object] = []
        page.failed.connect(failed.append)

        async def broken(*_args: Any) -> None:
            raise StoreDamaged("x")

        monkeypatch.setattr(page.desk, "ask", broken)
        page.modes.days.list.step(1)
        await until(lambda: failed)
        assert not page.modes.days.view.waiting.isVisible()

    in_days(drive, opened_review, until, story)


def test_what_changed_is_counted_again_when_it_is_looked_at(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        first = page.modes.days.shown
        page.modes.days.refresh()
        page.show_mode("broadcasts")
        page.show_mode("days")
        await until(lambda: page.modes.days.shown is not first)
        assert first.sign_ups == page.modes.days.shown.sign_ups

    in_days(drive, opened_review, until, story)


def test_without_broadcasts_each_list_says_what_will_be_here(drive, opened_review, until) -> None:
    async def story() -> None:
        async with opened_review(()) as page:
            await asyncio.sleep(0)  # so that reading begins
            for mode in (page.modes.days, page.modes.campaigns):
                page.show_mode("days" if mode is page.modes.days else "campaigns")
                assert mode.list.empty.isVisible()
                assert mode.list.empty.title.startswith("No ")
                assert not mode.view.isVisible()

    drive(story())


def test_entries_and_totals_are_proper_models(drive, opened_review, until) -> None:
    async def story(page: ReviewPage) -> None:
        table, entries = TotalsTable(), Entries()
        testers = [QAbstractItemModelTester(table), QAbstractItemModelTester(entries)]
        for by in LINES_BY:
            heads, lines = totals_lines(page.modes.campaigns.shown, by)
            table.apply(heads, lines)
            table.apply(heads, lines)
        entries.apply([Keyed("a", Entry(title="x", about="y", figure="3", unit="z"))])
        entries.apply([Keyed("a", Entry(title="w"))])
        assert ("w", -1) == (entries.index(0).data(), entries.row_of("b"))
        assert "w" == entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert 2 == len(testers)

    in_campaigns(drive, opened_review, until, story)


def test_a_list_keeps_what_is_chosen(qtbot: Any) -> None:
    entries = EntryList("days", 2, QWidget())
    qtbot.addWidget(entries)
    entries.show_entries([Keyed(key, Entry(title=key)) for key in "abc"], "b")
    assert "b" == entries.current
    entries.show_entries([Keyed(key, Entry(title=key)) for key in "zabc"], "z")
    assert "b" == entries.current
    assert not entries.choose("nowhere")
