"""A past broadcast on a computer without a network: its list, its course, any moment of it, and what is asked of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import PutBroadcast
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.desk import figure_actions
from kzg_desktop.review.figures import Figures
from kzg_desktop.ui.review.broadcast_model import BroadcastRole
from kzg_desktop.ui.review.card_table import CardColumn
from kzg_desktop.ui.review.page import ReviewPage
from tests.gui.review.campaign import EVENING, MINUTE
from tests.gui.review.conftest import OpenedReview

Drive = Callable[[Coroutine[Any, Any, Any]], Any]
Until = Callable[..., Coroutine[Any, Any, None]]


def titles(page: ReviewPage) -> list[str]:
    shown = page.list.shown
    return [shown.index(row, 0).data(BroadcastRole.ROW).broadcast.id for row in range(shown.rowCount())]


def is_open(page: ReviewPage, broadcast_id: str) -> bool:
    opened = page.sections.opened
    return opened is page.opened is not None and opened.review.facts.broadcast.id == broadcast_id


def test_the_latest_broadcast_is_open_with_its_numbers(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            assert is_open(page, "b0")
            assert "420" == page.header.tiles[0].figure
            row = page.list.selection()[0]
            assert 420 == row.total
            assert row.came_to("reached") > row.came_to("hired") > 0
            assert "8 cards in 9 airings" in page.header.sentence.text()
            assert "SMT 操作员" in page.header.opener.text()
            best = max(page.opened.review.course.minutes)
            assert f"{best}" == page.header.tiles[1].figure
            assert "%" in page.header.tiles[2].figure
            assert page.course.difference.startswith(f"{page.opened.review.other_jobs} named another job")

    drive(story())


def test_few_applications_tell_nothing_and_the_page_says_so(
    drive: Drive, opened_review: OpenedReview, until: Until
) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page.show_broadcast("b2")
            await until(lambda: is_open(page, "b2"))
            assert "Too few to tell" in page.header.opener.text()
            assert "too few to tell" == page.header.tiles[2].note

    drive(story())


def test_nothing_of_one_broadcast_shows_under_another(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review((3000, 90)) as page:
            page.course.chart.move_playhead(EVENING + 10 * MINUTE)
            await asyncio.sleep(0.05)
            page.list.choose("b1")
            await until(lambda: not is_open(page, "b0"))
            assert page.opened is None or is_open(page, "b1")
            if page.opened is None:
                assert 0 == page.sections.cards.table.rowCount()
                assert not page.header.report.isEnabled()
            page.list.choose("b0")
            await until(lambda: page.list.current == "b0")
            page.list.choose("b1")
            await until(lambda: is_open(page, "b1"))
            for _ in range(20):
                await asyncio.sleep(0.01)
                assert is_open(page, "b1")
            assert page.course.chart.playhead is None
            assert "90" == page.header.tiles[0].figure

    drive(story())


def test_search_and_order_of_the_list(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            assert ["b0", "b1", "b2"] == titles(page)
            QTest.keyClick(page.list.view, Qt.Key.Key_Slash)
            assert page.list.search.hasFocus()
            page.list.search.setText("阿强")
            assert ["b1"] == titles(page)
            page.list.search.clear()
            page.list.search.setText("nothing like it")
            assert [] == titles(page)
            page.list._no_match.activated.emit()
            assert 3 == len(titles(page))
            page.list.order.setCurrentIndex(page.list.order.findData("title"))
            assert ["b2", "b1", "b0"] == titles(page)
            page.list.order.setCurrentIndex(page.list.order.findData("hired"))
            assert "b0" == titles(page)[0]

    drive(story())


def test_an_empty_desk_says_what_will_be_here(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review(()) as page:
            assert page.list.empty.isVisible()
            assert not page.header.isVisible()
            await page.desk.act(PutBroadcast(broadcast=Broadcast(id="b9", title="新的一场", starts_at=EVENING)))
            await until(lambda: is_open(page, "b9"))
            assert page.header.isVisible()
            assert "Nothing has gone on air" in page.header.sentence.text()

    drive(story())


def test_the_playhead_moves_the_whole_screen(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            review = page.opened.review
            QTest.keyClick(page, Qt.Key.Key_T)
            assert page.course.chart.hasFocus()
            chart = page.course.chart
            chart.move_playhead(EVENING + 9 * MINUTE)
            await until(lambda: page.moment.isVisible() and page.moment.card.job is not None)
            at = chart.playhead
            assert "SMT 操作员" == page.moment.card.job.title
            assert 5700 == page.moment.card.job.pay.month_min_yuan  # as it was said, not as it is now
            sent = [one for one in review.facts.sent if one.at <= at]
            assert f"{len(sent)}" == page.header.tiles[0].figure
            assert min(50, len(sent)) == page.moment.feed.rowCount()
            before = page.header.tiles[0].figure
            for _ in range(4):
                QTest.keyClick(chart, Qt.Key.Key_Right)
            await until(lambda: page.header.tiles[0].figure != before)
            QTest.keyClick(chart, Qt.Key.Key_Escape)
            assert page.sections.isVisible()
            assert "420" == page.header.tiles[0].figure

    drive(story())


def test_dragging_the_playhead(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            chart = page.course.chart
            left, right = QPoint(200, 60), QPoint(500, 60)
            QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=left)
            first = chart.playhead
            QTest.mouseMove(chart, right)
            QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=right)
            assert chart.playhead > first
            await until(page.moment.isVisible)

    drive(story())


def test_the_lag_window_changes_what_is_attributed(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            total = len(page.opened.review.attributed)
            page.course.lag.setValue(0)
            await until(lambda: page.opened.review.lag_s == 0)
            none = sum(one.late for one in page.opened.review.attributed)
            page.course.lag.setValue(600)
            await until(lambda: page.opened.review.lag_s == 600)
            assert 0 == none < sum(one.late for one in page.opened.review.attributed)
            assert total == len(page.opened.review.attributed)
            assert "in the lag window" in page.course.difference

    drive(story())


def test_figures_are_typed_in_and_told(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            told: list[Figures] = []
            page.figures_entered.connect(told.append)
            dialog = page.enter_figures()
            assert dialog is not None
            QTest.keyClicks(dialog.views, "76,000")
            dialog.viewers.setPlainText("0,1200\n1,oops")
            assert not dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()
            assert "Line 2" in dialog.problem.text()
            dialog.viewers.setPlainText("0,1200\n1,1300")
            QTest.keyClicks(dialog.costs["j1"], "500")
            dialog.buttons.accepted.emit()
            [figures] = told
            assert ("b0", 76_000, {"j1": 500}) == (figures.broadcast_id, figures.views, figures.costs)
            assert ((EVENING, 1200), (EVENING + MINUTE, 1300)) == figures.viewers

    drive(story())


def test_figures_that_are_kept_are_shown(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page._settling.setInterval(10)
            cards = page.sections.cards
            assert cards.isColumnHidden(CardColumn.COST)
            found = Figures(broadcast_id="b0", views=76_000, viewers=((EVENING, 1200),), costs={"j1": 500})
            await page.desk.act(*figure_actions(page.desk, found))
            await until(lambda: page.sections.opened.review.facts.views)
            assert not cards.isColumnHidden(CardColumn.COST)
            page._to_section("funnel")
            assert 76_000 == page.sections.funnel.chart.funnel.views
            page.course.chart.move_playhead(EVENING + MINUTE)
            await until(lambda: "1,200" == page.header.tiles[3].figure)

    drive(story())


def test_viewers_from_a_file(drive: Drive, opened_review: OpenedReview, until: Until, tmp_path: Path) -> None:
    async def story() -> None:
        async with opened_review() as page:
            dialog = page.enter_figures()
            assert dialog is not None
            file = tmp_path / "viewers.csv"
            file.write_bytes("分钟,在线人数\n0,1200\n".encode("gb18030"))
            dialog.read(file)
            await until(lambda: "1200" in dialog.viewers.toPlainText())
            assert ((EVENING, 1200),) == dialog.figures().viewers
            dialog.read(tmp_path / "missing.csv")
            await until(lambda: "cannot be read" in dialog.problem.text())
            dialog.reject()

    drive(story())


def test_a_report_is_asked_for_by_its_key(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            wanted: list[str] = []
            page.report_requested.connect(wanted.append)
            QTest.keyClick(page.list.view, Qt.Key.Key_E)
            page.header.report.click()
            assert ["b0", "b0"] == wanted

    drive(story())


def test_charts_become_pictures(drive: Drive, opened_review: OpenedReview, until: Until, tmp_path: Path) -> None:
    async def story() -> None:
        async with opened_review() as page:
            said: list[str] = []
            page.said.connect(lambda words, _button, _do: said.append(words))
            shown = (("cards", "course"), ("minutes", "minutes"), ("funnel", "funnel"))
            for number, (section, name) in enumerate(shown, start=1):
                page._to_section(section)
                page.pictures.save(page._chart(), tmp_path / f"{name}.png")
                await until(lambda number=number: len(said) == number)
                image = QImage(str(tmp_path / f"{name}.png"))
                assert image.width() >= 1600
                points = ((x, y) for x in range(0, image.width(), 37) for y in range(0, image.height(), 5))
                colors = {image.pixelColor(x, y).name() for x, y in points}
                assert len(colors) > 2

    drive(story())


def test_news_from_the_cache_are_shown(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page._settling.setInterval(10)
            one = page.opened.review.facts.broadcast
            renamed = Broadcast(id=one.id, title="改名的一场", host_name=one.host_name, starts_at=one.starts_at)
            await page.desk.act(PutBroadcast(broadcast=renamed))
            await until(lambda: "改名的一场" == page.opened.review.facts.broadcast.title)
            assert "改名的一场" == page.list.selection()[0].broadcast.title

    drive(story())


def test_what_takes_long_shows_that_it_runs(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page.reading._patience.setInterval(0)
            gate = asyncio.Event()
            ask = page.desk.ask

            async def slow(question, default):
                await gate.wait()
                return await ask(question, default)

            page.desk.ask = slow
            page.show_broadcast("b1")
            await until(page.header._progress.isVisible)
            assert page.opened is None
            gate.set()
            await until(lambda: is_open(page, "b1"))
            assert not page.header._progress.isVisible()

    drive(story())
