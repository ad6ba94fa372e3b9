"""Prepare, rehearse and on air; what holds a card back; and what the figures suggest."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import SetMode, SetVacancy, TakeCard
from kzg_desktop.domain.entities import Vacancy
from kzg_desktop.studio.state import Outcome
from kzg_desktop.ui.live.override_dialog import OverrideDialog
from kzg_desktop.ui.live.page import LivePage
from kzg_desktop.widgets.tokens import tokens_for
from tests.gui.fake_desk import FakeDesk, an_application

SPACE, RETURN = Qt.Key.Key_Space, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def prepared(desk: FakeDesk) -> FakeDesk:
    """The sample desk before its broadcast."""
    desk.put(replace(desk.broadcasts()[0], mode="prepare", mode_since=0))
    return desk


def takes(desk: FakeDesk) -> list[TakeCard]:
    return [action for action in desk.acted if isinstance(action, TakeCard)]


def modes(desk: FakeDesk) -> list[str]:
    return [action.mode for action in desk.acted if isinstance(action, SetMode)]


def lights(page: LivePage) -> list[str]:
    return [row.standing.light for row in page.lineup_pane.model.rows]


def open_questions(page: LivePage) -> list[OverrideDialog]:
    return [dialog for dialog in page.findChildren(OverrideDialog) if dialog.isVisible()]


def test_nothing_is_taken_before_the_broadcast(drive, opened, prepared, press) -> None:
    async def story() -> None:
        async with opened() as page:
            assert page.on_air_pane.go_live_button.isVisible()
            assert not page.on_air_pane.take_button.isVisible()
            press(SPACE)
            assert page.on_air_pane.message == "Not live yet: rehearse, or go on air first."
            assert [] == prepared.acted

    drive(story())


def test_going_on_air_is_asked_for_and_says_what_is_ready(drive, opened, prepared, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(RETURN, CONTROL)
            page.modes.question.no.click()
            assert [] == modes(prepared)
            press(RETURN, CONTROL, on=page.lineup_pane.view)
            await until(page.modes.question.isActiveWindow)
            press(RETURN, on=page.modes.question)
            await until(lambda: page.stage.mode == "on_air")
            assert page.strip.modes.button("on_air").isChecked()
            assert page.on_air_pane.take_button.isVisible()

    drive(story())


def test_a_rehearsal_begins_at_once_and_counts_for_nothing(drive, opened, prepared, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            QTest.mouseClick(page.strip.modes.button("rehearse"), Qt.MouseButton.LeftButton)
            await until(lambda: page.stage.mode == "rehearse")
            press(SPACE, on=page.lineup_pane.view)
            await until(lambda: page.stage.on_air)
            assert [True] == [take.rehearsal for take in takes(prepared)]
            assert page.on_air_pane.tally.words == "REHEARSAL 00:00 / 05:00"
            page.modes.want("on_air")
            page.modes.question.yes.click()
            await until(lambda: page.stage.mode == "on_air")
            assert page.stage.on_air is None
            assert ["next", "waiting", "waiting"] == [row.mark for row in page.lineup_pane.model.rows]

    drive(story())


def test_red_is_for_viewers_only(drive, opened, prepared, press, until) -> None:
    def edge(page: LivePage) -> str:
        view = page.lineup_pane.view
        at = view.visualRect(view.model().index(0, 0)).bottomLeft() + QPoint(0, -3)
        return view.viewport().grab().toImage().pixelColor(at).name()

    async def story() -> None:
        async with opened() as page:
            tokens = tokens_for(page.palette())
            for mode, color in (("rehearse", "accent"), ("on_air", "on_air")):
                await page.air.set_mode_now(mode)
                page.air.cue("i1")
                outcome = await page.air.take_now("key")
                assert outcome.done
                page.lineup_pane.view.setCurrentIndex(page.lineup_pane.model.index(1))
                assert tokens.color(color).name() == edge(page)
                prepared.clock.advance(5)

    drive(story())


def test_a_rehearsal_begins_and_ends_by_its_key_and_never_ends_a_broadcast(
    drive, opened, prepared, press, until
) -> None:
    async def story() -> None:
        async with opened() as page:
            assert page.strip.modes.button("rehearse").toolTip().endswith("(Ctrl+R)")
            for mode in ("rehearse", "prepare"):
                press("R", CONTROL)
                await until(lambda wanted=mode: page.stage.mode == wanted)
            await page.air.set_mode_now("on_air")
            press("R", CONTROL)
            assert page.modes.question is None
            assert ["rehearse", "prepare", "on_air"] == modes(prepared)

    drive(story())


def test_ending_needs_more_than_enter(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            press(RETURN, CONTROL)
            await until(page.modes.question.isActiveWindow)
            press(RETURN, on=page.modes.question)
            assert [] == modes(desk)
            page.modes.toggle_air()
            page.modes.question.yes.click()
            await until(lambda: page.stage.mode == "prepare")
            assert page.stage.on_air is None

    drive(story())


def test_what_the_check_holds_back_is_taken_for_a_reason_only(drive, opened, desk, press, until) -> None:
    desk.put(replace(desk.job("j1"), requirements="只招女工，需交押金200元"))

    async def story() -> None:
        async with opened() as page:
            await until(lambda: lights(page)[0] == "block")
            press(SPACE)
            dialog = page.findChild(OverrideDialog)
            await until(dialog.isActiveWindow)
            assert not dialog.take.isEnabled()
            press(RETURN, on=dialog.reason)
            assert [] == takes(desk)
            dialog.reason.setText("企业已书面说明")
            press(RETURN, on=dialog.reason)
            await until(lambda: page.stage.on_air)
            (take,) = takes(desk)
            assert (("SEX", "FEE"), "企业已书面说明", "override") == (take.findings, take.override, take.trigger)

    drive(story())


def test_a_held_back_card_may_be_rehearsed(drive, opened, prepared, press, until) -> None:
    prepared.put(replace(prepared.job("j1"), requirements="只招女工"))

    async def story() -> None:
        async with opened() as page:
            page.modes.want("rehearse")
            await until(lambda: page.stage.mode == "rehearse")
            press(SPACE)
            await until(lambda: page.stage.on_air)
            assert page.on_air_pane.message == "On air this card would be stopped by the advertisement check."

    drive(story())


def test_hr_pauses_a_job_and_the_next_take_is_guarded(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            await desk.act(SetVacancy(job_id="j1", state="paused", note="面试到周三"))
            assert "paused" == page.lineup_pane.model.rows[0].standing.obstacle
            outcome = await page.remote.take("api")
            assert Outcome(code="blocked", detail="PAUSED") == outcome
            page.findChild(OverrideDialog).cancel.click()
            assert [] == takes(desk)

    drive(story())


def test_a_held_back_card_is_asked_about_once_however_often_a_controller_takes(drive, opened, desk) -> None:
    async def story() -> None:
        async with opened() as page:
            await desk.act(SetVacancy(job_id="j1", state="paused"), SetVacancy(job_id="j2", state="paused"))
            await page.remote.take("api")
            (first,) = page.findChildren(OverrideDialog)
            first.reason.setText("企业已")
            await page.remote.take("api")
            assert [first] == open_questions(page)
            assert "企业已" == first.reason.text()
            await page.remote.cue(2)
            await page.remote.take("api")
            (second,) = open_questions(page)
            assert "i2" == second.item_id
            second.cancel.click()
            assert [] == open_questions(page)

    drive(story())


def test_a_full_job_is_shown_with_its_waiting_list(drive, opened, desk, press, until) -> None:
    desk.put(Vacancy(id="j1", employer_id="o1", accepted=500))

    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            assert page.on_air_pane.message == "No seat is left: viewers are told that there is a waiting list."
            assert [("FULL",)] == [take.findings for take in takes(desk)]

    drive(story())


def test_an_expired_advertisement_warns(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            day_before = date.fromordinal(page.stage.today().toordinal() - 1)
            desk.put(replace(desk.job("j1"), valid_through=day_before.isoformat()))
            page.stage.refresh()
            await until(lambda: lights(page)[0] == "warn")
            assert "expired" == page.lineup_pane.model.rows[0].standing.obstacle

    drive(story())


def test_what_shows_now_cannot_be_pulled_away(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            press(Qt.Key.Key_Delete)
            await until(lambda: page.on_air_pane.message)
            assert "this card is on air" in page.on_air_pane.message
            assert "i1" == page.stage.items[0].id

    drive(story())


def test_another_minute_for_the_card_on_air(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            press("+")
            await until(lambda: page.stage.rundown().planned_s == 360)
            page.tick()
            assert page.on_air_pane.tally.words == "ON AIR 00:00 / 06:00"

    drive(story())


def test_the_best_card_so_far_is_suggested_once_all_were_shown(drive, opened, desk, clock, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            for number in range(1, 4):
                press(SPACE)
                await until(lambda n=number: len(page.stage.segments) == n)
                clock.advance(60)
            desk.receive(an_application(n, desk.job("j2")) for n in range(1, 31))
            await until(lambda: page.stage.counts.total == 30)
            page.air.cue("i1")
            assert page.on_air_pane.suggestion.isVisible()
            assert page.on_air_pane.suggestion.text() == "Suggested: 2 · 30.0 a minute, the most"
            assert "G" == page.on_air_pane.suggestion_key
            press("G")
            assert "i2" == page.stage.next.id
            assert not page.on_air_pane.suggestion.isVisible()
            assert "" == page.on_air_pane.suggestion_key

    drive(story())


def test_what_the_check_holds_back_is_not_suggested(drive, opened, desk, until) -> None:
    desk.put(replace(desk.job("j1"), requirements="只招女工"))

    async def story() -> None:
        async with opened() as page:
            await until(lambda: lights(page)[0] == "block")
            suggestion = page.stage.suggestion()
            assert "i2" == suggestion.item_id

    drive(story())


def test_a_controller_sees_what_the_host_sees(drive, opened, desk, clock) -> None:
    async def story() -> None:
        async with opened() as page:
            assert (await page.remote.take("api")).done
            assert "too-soon" == (await page.remote.take("api")).code
            clock.advance(2)
            assert (await page.remote.add_time(30)).done
            state = page.remote.state()
            assert ("on_air", 1, 2) == (state.mode, state.on_air.number, state.next.number)
            assert (2, 330, -328) == (state.clock.elapsed_s, state.clock.planned_s, state.clock.over_s)
            assert (await page.remote.cue(3)).done
            assert 3 == page.remote.state().next.number
            assert "nothing-next" == (await page.remote.cue(9)).code
            assert (await page.remote.clear("api")).done
            assert "nothing-on-air" == (await page.remote.clear("api")).code

    drive(story())


def test_another_broadcast_is_not_opened_by_those_who_run_the_air(drive, opened, desk) -> None:
    desk.put(replace(desk.broadcasts()[0], id="b0", title="第 11 场", mode="prepare", starts_at=0))

    async def story() -> None:
        async with opened() as page:
            page.set_broadcast("b0")
            assert "b1" == page.stage.broadcast_id
            assert page.on_air_pane.message == "On air: end this broadcast before you open another."
            desk.forbidden.add("pin:write")
            page.set_broadcast("b0")
            assert "b0" == page.stage.broadcast_id

    drive(story())
