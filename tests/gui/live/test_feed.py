"""The feed: arrivals, holding still, filters, search, figures and what it says when there is nothing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from kzg_desktop.domain.entities import Application, Broadcast
from kzg_desktop.models.application_table import ApplicationRole
from kzg_desktop.models.application_text import ApplicationColumn
from kzg_desktop.ui.live.feed_view import FEED_ROW_HEIGHT
from kzg_desktop.ui.live.page import LivePage
from tests.gui.fake_desk import NOON, an_application, sample_jobs

JOBS = sample_jobs()


def applications(numbers: Iterable[int]) -> list[Application]:
    return [an_application(n, JOBS[n % 3]) for n in numbers]


def shown(page: LivePage, row: int) -> Application | None:
    return page.feed.table.index(row, 0).data(ApplicationRole.ROW)


def top_number(page: LivePage) -> int:
    """The arrival number of the row that the top edge of the view cuts."""
    return page.feed.table.number_at(page.feed_pane.view.verticalScrollBar().value() // FEED_ROW_HEIGHT)


def test_it_lists_newest_first_and_masks(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 301)), replace(an_application(301, JOBS[0]), name="王小明", phone="13912345678"))

    async def story() -> None:
        async with opened() as page:
            QAbstractItemModelTester(page.feed.table, QAbstractItemModelTester.FailureReportingMode.Warning, page)
            assert page.feed.table.rowCount() == 301
            await until(lambda: shown(page, 0))
            assert page.feed.table.index(0, ApplicationColumn.NAME).data() == "王**"
            assert page.feed.table.index(0, ApplicationColumn.PHONE).data() == "139****5678"
            desk.receive(applications([302, 303]))
            await until(lambda: page.feed.table.rowCount() == 303)
            found = shown(page, 0)
            assert found is not None
            assert found.n == 303

    drive(story())


def test_arriving_rows_are_tinted_for_some_seconds(drive, opened, desk, clock, until) -> None:
    desk.put(*applications(range(1, 11)))

    async def story() -> None:
        async with opened() as page:
            freshness = page.feed_pane.freshness
            assert not freshness.holds(10)
            desk.receive(applications([11]))
            await until(lambda: page.feed.table.rowCount() == 11)
            assert [False, True] == [freshness.holds(10), freshness.holds(11)]
            clock.advance(5)
            freshness.expire()
            assert not freshness.holds(11)

    drive(story())


def test_a_burst_keeps_what_the_eye_is_on_where_it_is(drive, opened, desk, press, until) -> None:
    desk.put(*applications(range(1, 2001)))

    async def story() -> None:
        async with opened() as page:
            view, bar = page.feed_pane.view, page.feed_pane.view.verticalScrollBar()
            bar.setValue(50 * FEED_ROW_HEIGHT + 11)
            number = top_number(page)
            for burst in range(10):
                first = 2001 + burst * 100
                desk.receive(applications(range(first, first + 100)))
                await until(lambda rows=first + 99: page.feed.table.rowCount() == rows)
                assert (number, 11) == (top_number(page), bar.value() % FEED_ROW_HEIGHT)
            assert view.unseen == 1000
            assert (True, "↑ 1,000 new") == (page.feed_pane.pill.isVisible(), page.feed_pane.pill.text())
            page.feed_pane.pill.click()
            assert (0, 0) == (bar.value(), view.unseen)
            assert not page.feed_pane.pill.isVisible()

    drive(story())


def test_at_the_top_it_follows_the_newest(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 201)))

    async def story() -> None:
        async with opened() as page:
            desk.receive(applications(range(201, 231)))
            await until(lambda: page.feed.table.rowCount() == 230)
            assert (230, 0) == (top_number(page), page.feed_pane.view.unseen)

    drive(story())


def test_a_reset_keeps_the_place(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 501)))

    async def story() -> None:
        async with opened() as page:
            page.feed_pane.view.verticalScrollBar().setValue(200 * FEED_ROW_HEIGHT)
            number = top_number(page)
            desk.put(*applications(range(501, 521)))
            desk.reset()
            await until(lambda: page.feed.table.rowCount() == 520)
            assert number == top_number(page)

    drive(story())


def test_rows_that_come_in_below_the_newest_are_found_too(drive, opened, desk, until) -> None:
    desk.put(*applications([*range(1, 50), *range(60, 100)]))

    async def story() -> None:
        async with opened() as page:
            assert page.feed.table.rowCount() == 89
            desk.receive(applications(range(50, 60)))
            await until(lambda: page.feed.table.rowCount() == 99)
            assert page.feed.table.number_at(page.feed.table.row_of(55)) == 55

    drive(story())


def test_rows_that_change_or_go_are_followed(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 11)))

    async def story() -> None:
        async with opened() as page:
            await until(lambda: shown(page, 0))
            desk.receive([replace(applications([10])[0], city="石家庄")])
            await until(lambda: (row := shown(page, 0)) is not None and row.city == "石家庄")
            desk.forget([10])
            await until(lambda: page.feed.table.rowCount() == 9)

    drive(story())


def test_filters_narrow_and_new_rows_respect_them(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 31)), an_application(31, JOBS[0], broadcast_id="other"))
    desk.put(replace(an_application(32, JOBS[1]), channel="douyin"))

    async def story() -> None:
        async with opened() as page:
            table, filters = page.feed.table, page.feed_pane.filters
            assert table.rowCount() == 31
            filters.scope.setCurrentIndex(1)
            await until(lambda: table.rowCount() == 32)
            filters.jobs.setCurrentIndex(filters.jobs.findData("j1"))
            await until(lambda: table.rowCount() == 11)
            desk.receive([an_application(33, JOBS[0]), an_application(34, JOBS[1])])
            await until(lambda: table.rowCount() == 12)
            filters.jobs.setCurrentIndex(0)
            filters.channels.setCurrentIndex(filters.channels.findData("douyin"))
            await until(lambda: table.rowCount() == 1)

    drive(story())


def test_search_finds_in_everything_and_says_when_nothing_matches(drive, opened, desk, press, until) -> None:
    desk.put(*applications(range(1, 1001)))

    async def story() -> None:
        async with opened() as page:
            press("/")
            press("0777")
            await until(lambda: page.feed.table.rowCount() == 1)
            assert page.feed_pane.empty_title == ""
            press("x")
            await until(lambda: page.feed_pane.empty_title == "No application matches")
            press(Qt.Key.Key_Escape)
            await until(lambda: page.feed.table.rowCount() == 1000)
            assert page.feed_pane.empty_title == ""

    drive(story())


def test_an_old_answer_does_not_replace_a_newer_one(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 101)))

    async def story() -> None:
        async with opened() as page:
            desk.gate.clear()
            page.feed.show(replace(page.feed.query, text="0007"))
            page.feed.show(replace(page.feed.query, text="0042"))
            desk.gate.set()
            await until(lambda: page.feed.table.rowCount() == 1)
            assert page.feed.table.number_at(0) == 42

    drive(story())


def test_a_slow_search_shows_that_it_runs(drive, opened, desk, until) -> None:
    desk.put(*applications(range(1, 11)))

    async def story() -> None:
        async with opened() as page:
            signs: list[bool] = []
            page.feed.slow_changed.connect(signs.append)
            desk.gate.clear()
            page.feed_pane.filters.search.setText("0003")
            await until(lambda: signs == [True])
            assert page.feed_pane.is_slow
            desk.gate.set()
            await until(lambda: signs == [True, False])
            assert not page.feed_pane.is_slow

    drive(story())


def test_figures_count_this_broadcast_and_the_last_half_hour(drive, opened, desk, clock, until) -> None:
    clock.advance(60)
    desk.put(*(an_application(n, JOBS[0], received_at=NOON + 1000) for n in range(1, 8)))
    desk.put(an_application(8, JOBS[0], received_at=NOON + 60_000, repeat=True))
    desk.put(an_application(9, JOBS[1], received_at=NOON - 3_600_000))
    desk.put(an_application(10, JOBS[1], broadcast_id="other"))

    async def story() -> None:
        async with opened() as page:
            await until(lambda: page.stage.counts.total)
            assert page.feed_pane.counter == "9 applied · 1 this minute · 1 again"
            assert (7, 1) == page.feed_pane.sparkline.values[-2:]
            assert sum(page.feed_pane.sparkline.values) == 8
            assert page.strip.applied.text() == "9 applied (1 this min)"
            assert [8, 1, 0] == [row.applications for row in page.lineup_pane.model.rows]
            clock.advance(60)
            page.tick()
            await until(lambda: page.feed_pane.sparkline.values[-1] == 0)

    drive(story())


def test_an_empty_feed_says_what_will_happen(drive, opened, until) -> None:
    async def story() -> None:
        async with opened() as page:
            await until(lambda: page.feed_pane.empty_title == "No applications yet")

    drive(story())


def test_another_broadcast_has_its_own_feed(drive, opened, desk, until) -> None:
    desk.put(replace(desk.broadcasts()[0], mode="prepare"))
    desk.put(Broadcast(id="b0", title="第 11 场", starts_at=NOON - 86_400_000))
    desk.put(*applications(range(1, 6)), an_application(6, JOBS[0], broadcast_id="b0"))

    async def story() -> None:
        async with opened() as page:
            opened_ids: list[str] = []
            page.broadcast_changed.connect(opened_ids.append)
            assert page.feed.table.rowCount() == 5
            page.set_broadcast("b0")
            await until(lambda: page.feed.table.rowCount() == 1)
            assert ["b0"] == opened_ids
            assert page.lineup_pane.model.rowCount() == 0

    drive(story())
