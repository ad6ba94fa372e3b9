"""Guards of the air against what changes between a key and its effect: other desks, dialogs, rights."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kzg_desktop.domain.actions import RemoveFromLineup, TakeCard
from kzg_desktop.domain.entities import Vacancy
from kzg_desktop.ui.live.override_dialog import OverrideDialog
from tests.gui.fake_desk import FakeDesk


@pytest.fixture
def rehearsed(desk: FakeDesk) -> FakeDesk:
    """The sample desk in a rehearsal; the advertisement check stands against its first card."""
    desk.put(replace(desk.broadcasts()[0], mode="rehearse"))
    desk.put(replace(desk.job("j1"), requirements="只招女工"))
    return desk


def takes(desk: FakeDesk) -> list[TakeCard]:
    return [action for action in desk.acted if isinstance(action, TakeCard)]


def test_a_take_in_rehearsal_that_is_done_on_air_is_guarded_as_on_air(drive, opened, rehearsed, until) -> None:
    async def story() -> None:
        async with opened() as page:
            rehearsed.gate.clear()
            page.air.set_mode("on_air")
            page.air.take()  # in a rehearsal the check would only warn
            rehearsed.gate.set()
            await until(lambda: page.stage.mode == "on_air" and not page.air.busy)
            assert [] == takes(rehearsed)
            assert page.findChild(OverrideDialog) is not None

    drive(story())


def test_a_take_that_waited_while_the_broadcast_ended_is_not_done(drive, opened, desk, until) -> None:
    async def story() -> None:
        async with opened() as page:
            desk.gate.clear()
            page.air.set_mode("prepare")
            page.air.take()
            desk.gate.set()
            await until(lambda: page.stage.mode == "prepare" and not page.air.busy)
            assert [] == takes(desk)
            assert page.on_air_pane.message == "Not live yet: rehearse, or go on air first."

    drive(story())


def test_a_card_that_is_blocked_while_the_host_answers_about_its_seats_needs_a_reason(
    drive, opened, desk, until
) -> None:
    desk.put(Vacancy(id="j1", employer_id="o1", state="filled"))

    async def story() -> None:
        async with opened() as page:
            page.air.take()
            (dialog,) = page.findChildren(OverrideDialog)
            desk.put(replace(desk.job("j1"), requirements="只招女工"))
            page.stage.refresh()
            dialog.take.click()
            await until(lambda: len(page.findChildren(OverrideDialog)) == 1 and not page.air.busy)
            assert [] == takes(desk)
            (again,) = page.findChildren(OverrideDialog)
            assert again is not dialog
            again.reason.setText("企业已书面说明")
            again.take.click()
            await until(lambda: takes(desk))
            assert "企业已书面说明" == takes(desk)[0].override

    drive(story())


def test_a_card_that_is_removed_while_the_host_answers_is_not_taken_and_said_so(drive, opened, rehearsed) -> None:
    rehearsed.put(replace(rehearsed.broadcasts()[0], mode="on_air"))

    async def story() -> None:
        async with opened() as page:
            page.air.take()
            dialog = page.findChild(OverrideDialog)
            await rehearsed.act(RemoveFromLineup(item_id="i1"))
            dialog.reason.setText("企业已书面说明")
            dialog.take.click()
            assert [] == takes(rehearsed)
            assert page.on_air_pane.message == "That card is no longer in the lineup."

    drive(story())


def test_controllers_are_told_of_the_copy_on_air_whatever_became_of_its_place(drive, opened, desk) -> None:
    desk.put(replace(desk.broadcasts()[0], mode="rehearse"))

    async def story() -> None:
        async with opened() as page:
            assert (await page.remote.take("api")).done
            desk.put(replace(desk.job("j1"), title="改了名"))
            await desk.act(RemoveFromLineup(item_id="i1"))  # what is only rehearsed may go
            page.stage.refresh()
            slot = page.remote.state().on_air
            assert slot is not None
            assert (0, "SMT 操作员", "¥5,500–7,000") == (slot.number, slot.title, slot.pay)

    drive(story())


def test_who_may_not_change_the_mode_is_not_asked_whether_to(drive, opened, desk, until) -> None:
    desk.forbidden.add("pin:write")

    async def story() -> None:
        async with opened() as page:
            page.modes.want("prepare")
            assert page.modes.question is None
            await until(lambda: page.on_air_pane.message == "Your account may not change what viewers see.")
            assert [] == desk.acted

    drive(story())


def test_who_may_not_decide_what_viewers_see_changes_nothing(drive, opened, desk) -> None:
    desk.forbidden.add("pin:write")

    async def story() -> None:
        async with opened() as page:
            page.air.take()
            page.air.clear()
            outcomes = [
                await page.remote.take("api"),
                await page.remote.clear("api"),
                await page.air.set_mode_now("prepare"),
            ]
            assert ["failed"] * 3 == [outcome.code for outcome in outcomes]
            assert page.on_air_pane.message == "Your account may not change what viewers see."
            assert [] == desk.acted

    drive(story())
