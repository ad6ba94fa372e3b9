"""Cards, minutes, funnel, comparison and promises of a broadcast."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.attribution import attribute
from kzg_desktop.review.cards import card_results
from kzg_desktop.review.funnel import funnel, funnels_by
from kzg_desktop.review.promises import Promise
from kzg_desktop.ui.review.broadcast_model import Broadcasts
from kzg_desktop.ui.review.card_table import CardColumn, CardTable
from kzg_desktop.ui.review.compare_groups import Group
from kzg_desktop.ui.review.compare_table import CompareTable
from kzg_desktop.ui.review.funnel_table import FunnelTable
from kzg_desktop.ui.review.moment_feed import MomentFeed
from kzg_desktop.ui.review.page import ReviewPage
from kzg_desktop.ui.review.promise_table import PromiseColumn, PromiseTable, value_words
from kzg_desktop.ui.review.sorting import FigureRole, Figures
from tests.gui.review.conftest import OpenedReview
from tests.unit.review.invented import MINUTE, T0, airing, application

Drive = Callable[[Coroutine[Any, Any, Any]], Any]
Until = Callable[..., Coroutine[Any, Any, None]]

SHOW = [airing("s1", "a", 0, 5), airing("s2", "b", 5, 10)]


def column(view: Any, number: int) -> list[str]:
    model = view.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def results(counts: dict[str, int], **options: Any) -> list:
    minutes = {"a": 1, "b": 6}
    sent = [application(n, minutes[job], job) for job, count in counts.items() for n in range(count)]
    sent += [application(999, 60)]
    return card_results(attribute(sent, SHOW), SHOW, until=T0 + 60 * MINUTE, **options)


def test_cards_sort_by_figures_and_what_went_to_no_card_stays_last(qtbot: Any) -> None:
    table = CardTable()
    tester = QAbstractItemModelTester(table)
    figures = Figures(table)
    table.apply(results({"a": 30, "b": 60}, costs={"a": 90}), {})
    assert tester.model() is table
    titles = lambda: [figures.index(row, CardColumn.TITLE).data() for row in range(3)]  # noqa: E731
    figures.sort(CardColumn.PER_MINUTE, Qt.SortOrder.DescendingOrder)
    assert ["岗位b", "岗位a", "No card on air"] == titles()
    figures.sort(CardColumn.SIGN_UPS, Qt.SortOrder.AscendingOrder)
    assert ["岗位a", "岗位b", "No card on air"] == titles()
    figures.sort(CardColumn.COST, Qt.SortOrder.DescendingOrder)
    assert "岗位a" == titles()[0]
    figures.sort(CardColumn.COST, Qt.SortOrder.AscendingOrder)
    assert ["岗位a", "岗位b", "No card on air"] == titles()
    assert ("12.0", "¥3.00", "–") == (
        table.index(1, CardColumn.PER_MINUTE).data(),
        table.index(0, CardColumn.COST_EACH).data(),
        table.index(1, CardColumn.COST_EACH).data(),
    )
    assert table.index(1, CardColumn.PER_MINUTE).data(FigureRole.INTERVAL) is not None


def test_too_few_sign_ups_have_no_interval(qtbot: Any) -> None:
    table = CardTable()
    table.apply(results({"a": 3, "b": 60}), {})
    assert None is table.index(0, CardColumn.PER_MINUTE).data(FigureRole.INTERVAL)
    assert "too few to tell" in table.index(0, CardColumn.PER_MINUTE).data(Qt.ItemDataRole.ToolTipRole)


def test_the_best_is_named_only_when_it_is_sure(qtbot: Any) -> None:
    def group(name: str, reached: int, total: int) -> Group:
        sent = [application(n, 0, status="reached" if n < reached else "new") for n in range(total)]
        return Group(name, None, funnel(sent, name=name))

    table = CompareTable()
    QAbstractItemModelTester(table)
    table.apply([group("甲", 10, 100), group("乙", 80, 100), group("丙", 5, 9)])
    reached = 2
    cells = [table.index(reached, column) for column in (1, 2, 3)]
    assert ["10%", "80%", "5 / 9  too few to tell"] == [cell.data() for cell in cells]
    table.apply([group("甲", 10, 100), group("乙", 80, 100)])
    assert ["10%", "80%  ✓"] == [table.index(reached, column).data() for column in (1, 2)]
    assert [False, True] == [table.index(reached, column).data(FigureRole.BEST) for column in (1, 2)]
    table.apply([group("甲", 48, 100), group("乙", 50, 100)])
    assert not any(table.index(reached, column).data(FigureRole.BEST) for column in (1, 2))


def test_models_keep_the_rules_of_models(qtbot: Any) -> None:
    funnels, feed, promises, listed = FunnelTable(), MomentFeed(), PromiseTable(), Broadcasts()
    for model in (funnels, feed, promises, listed):
        QAbstractItemModelTester(model, parent=model)
    sent = [application(n, n, city="潍坊" if n % 2 else "") for n in range(30)]
    found = funnels_by(sent, lambda one: one.city)
    funnels.apply(found, ["a", "b"])
    feed.apply(sent)
    feed.apply(sent[:3])
    promises.apply([], {})
    listed.apply([Broadcast(id="b1", title="一"), Broadcast(id="b2", title="二")], None)
    listed.apply([Broadcast(id="b1", title="一")], {})
    counts = (funnels.rowCount(), feed.rowCount(), promises.rowCount(), listed.rowCount())
    assert (2, 3, 0, 1) == counts


def test_promises_of_pay_and_lodging_come_first_and_airings_of_the_same_words_are_one(qtbot: Any) -> None:
    def promise(field: str, said: Any, now: Any, *, at: int = T0, weighty: bool = False) -> Promise:
        worse = now < said if isinstance(said, int) else None
        return Promise(
            job_id="a", segment_id="s1", aired_at=at, field=field, said=said, now=now, weighty=weighty, worse=worse
        )

    table = PromiseTable()
    table.apply(
        [
            promise("shift", "白班", "两班倒"),
            promise("month_min_yuan", 6000, 5500, weighty=True),
            promise("month_min_yuan", 6000, 5500, at=T0 + MINUTE, weighty=True),
        ],
        {"a": "总装操作工"},
    )
    assert (2, 1) == (table.rowCount(), table.weighty)
    row = [table.index(0, number).data() for number in PromiseColumn]
    assert ["▲ pay or lodging, worse", "总装操作工", "Monthly pay from", "¥6,000", "¥5,500"] == row[:5]
    assert 2 == len(row[5].split(", "))
    assert "amber" not in str(table.index(1, 0).data(Qt.ItemDataRole.ForegroundRole))
    assert ("–", "yes", "甲 · 乙") == (
        value_words("shift", ""),
        value_words("piece_rate", True),
        value_words("job_benefits", ("甲", "乙")),
    )


def test_cards_of_a_broadcast_on_screen(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            view = page.sections.cards
            assert "SMT 操作员" == column(view, CardColumn.TITLE)[0]
            counts = [int(text.replace(",", "")) for text in column(view, CardColumn.SIGN_UPS)]
            assert 420 == sum(counts)
            view.selectRow(0)
            assert "j1" == page.course.chart._job
            assert "j1" == page.sections.minutes.chart._job

    drive(story())


def test_a_click_on_a_band_selects_its_card(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page.course.chart.job_chosen.emit("j3")
            assert ["j3"] == [card.job_id for card in page.sections.cards.cards()]

    drive(story())


def test_sections_by_keys(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            for key, section in (
                ("2", "minutes"),
                ("3", "funnel"),
                ("4", "compare"),
                ("5", "promises"),
                ("1", "cards"),
            ):
                QTest.keyClick(page.list.view, key, Qt.KeyboardModifier.AltModifier)
                assert section == page.sections.section
            assert 420 == sum(sum(card.minutes) + card.late for card in page.opened.minutes) + sum(
                one.segment is None for one in page.opened.review.attributed
            )

    drive(story())


def test_the_funnel_by_group_adds_up_in_each_breakdown(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page._to_section("funnel")
            pane = page.sections.funnel
            assert 420 == pane.chart.funnel.steps[0].count
            for by in ("employer", "job", "channel", "city", "age_band"):
                pane.by.setCurrentIndex(pane.by.findData(by))
                await until(lambda: pane.table.rowCount() > 1 and pane.view.isVisible())
                await until(lambda: 420 == total(pane.table))

    def total(table: FunnelTable) -> int:
        return sum(table.funnel_at(row)[0].steps[0].count for row in range(table.rowCount()))

    drive(story())


def test_the_funnel_over_all_broadcasts_has_times_in_each_breakdown(
    drive: Drive, opened_review: OpenedReview, until: Until
) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page._to_section("funnel")
            pane = page.sections.funnel
            pane.scope.setCurrentIndex(1)
            for by in ("", "employer", "job", "host", "channel", "city", "age_band"):
                pane.by.setCurrentIndex(pane.by.findData(by))
                await until(lambda: 522 == total(pane.table) and pane.chart.funnel.first_call_s is not None)
                assert [True] * 5 == [step.median_s is not None for step in pane.chart.funnel.steps[1:6]]
                if by == "job":
                    assert "SMT 操作员 · 歌澜声学" in column(pane.view, 0)
                if by == "host":
                    assert {"小周", "阿强", "Not stated"} == set(column(pane.view, 0))
                    assert column(pane.view, 0)[0] in pane.chart.chart_title
            page._to_section("compare")
            page.sections.compare.show_kind("hosts")
            await until(lambda: [True, True] == [g.outcome.first_call_s is not None for g in hosts(page)])

    def hosts(page: ReviewPage) -> list[Group]:
        return list(page.sections.compare.table.groups)

    def total(table: FunnelTable) -> int:
        return sum(table.funnel_at(row)[0].steps[0].count for row in range(table.rowCount()))

    drive(story())


def test_comparing_broadcasts_hosts_and_cards(drive: Drive, opened_review: OpenedReview, until: Until) -> None:
    async def story() -> None:
        async with opened_review() as page:
            pane = page.sections.compare
            page._to_section("compare")
            assert 6 == len(pane.table.groups)
            page._to_section("cards")
            select_cards(page, 2)
            page._to_section("compare")
            assert 2 == len(pane.table.groups)
            pane.show_kind("broadcasts")
            assert pane.empty.isVisible()
            page.list.view.selectAll()
            await until(page.list._compare.isVisible)
            page.list._compare.click()
            await until(lambda: 3 == len(pane.table.groups))
            assert ["420", "90", "12"] == [pane.table.index(0, number).data() for number in (1, 2, 3)]
            assert pane.table.index(1, 1).data().endswith("✓") is False  # twelve are too few to be beaten for sure
            pane.show_kind("hosts")
            await until(lambda: ["小周", "阿强"] == [group.name for group in pane.table.groups])

    def select_cards(page: ReviewPage, count: int) -> None:
        view = page.sections.cards
        flags = QItemSelectionModel.SelectionFlag
        for row in range(count):
            view.selectionModel().select(view.model().index(row, 0), flags.Select | flags.Rows)

    drive(story())


def test_the_promise_check_flags_pay_and_lodging(drive: Drive, opened_review: OpenedReview) -> None:
    async def story() -> None:
        async with opened_review() as page:
            page._to_section("promises")
            pane = page.sections.promises
            assert ("amber", 3, 2) == (pane.summary.tone, pane.table.rowCount(), pane.table.weighty)
            assert {"SMT 操作员", "面板作业员"} == set(column(pane.view, PromiseColumn.JOB))

    drive(story())
