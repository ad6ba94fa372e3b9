"""Cue, take, clear and their guards, by key and by mouse, on the real page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import ClearAir, PutJob, TakeCard
from kzg_desktop.errors import StoreFull
from kzg_desktop.ui.live.page import LivePage
from tests.gui.fake_desk import FakeDesk

SPACE, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Escape


def takes(desk: FakeDesk) -> list[str]:
    return [action.item_id for action in desk.acted if isinstance(action, TakeCard)]


def marks(page: LivePage) -> list[str]:
    return [row.mark for row in page.lineup_pane.model.rows]


def test_space_takes_the_next_card_and_the_one_after_it_becomes_next(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            assert page.on_air_pane.tally.words == "STANDBY"
            assert page.on_air_pane.card.dimmed
            press(SPACE)
            await until(lambda: page.stage.on_air)
            assert ["i1"] == takes(desk)
            assert ["on_air", "next", "waiting"] == marks(page)
            assert page.on_air_pane.tally.words == "ON AIR 00:00 / 05:00"
            assert page.on_air_pane.card.job == desk.job("j1")
            assert not page.on_air_pane.card.dimmed
            assert page.on_air_pane.next_line == "Next: 2 总装操作工 · ¥21.5 / hour · 歌澜声学"

    drive(story())


def test_it_is_recorded_first_and_shown_then(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            desk.gate.clear()
            press(SPACE)
            await until(lambda: page.air.busy)
            assert page.on_air_pane.tally.words == "STANDBY"
            assert not page.on_air_pane.take_button.isEnabled()
            desk.gate.set()
            await until(lambda: page.stage.on_air)
            assert page.on_air_pane.take_button.isEnabled()

    drive(story())


def test_a_take_that_cannot_be_recorded_changes_nothing_and_says_so(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            desk.failing = StoreFull("the disk is full")
            press(SPACE)
            await until(lambda: page.on_air_pane.message)
            assert page.on_air_pane.message == "Not taken, the air is unchanged: the disk is full"
            assert page.stage.on_air is None
            press(SPACE)
            await until(lambda: page.stage.on_air)
            assert page.on_air_pane.message == ""

    drive(story())


def test_a_second_take_within_a_second_is_refused(drive, opened, desk, clock, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air and not page.air.busy)
            clock.advance(0.9)
            press(SPACE)
            assert page.on_air_pane.message == "Ignored: less than a second after the last take."
            clock.advance(0.2)
            press(SPACE)
            await until(lambda: len(takes(desk)) == 2)
            assert ["i1", "i2"] == takes(desk)

    drive(story())


def test_a_double_click_takes_once(drive, opened, desk, until) -> None:
    async def story() -> None:
        async with opened() as page:
            button = page.on_air_pane.take_button
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
            await until(lambda: page.stage.on_air and not page.air.busy)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert ["i1"] == takes(desk)
            assert page.lineup_pane.view.hasFocus()

    drive(story())


def test_a_key_that_is_held_down_counts_once(drive, opened) -> None:
    async def story() -> None:
        async with opened() as page:
            keys = {shortcut.key().toString(): shortcut.autoRepeat() for shortcut in page.findChildren(QShortcut)}
            assert keys.pop("Alt+Up")
            assert keys.pop("Alt+Down")
            assert {"Space", "PgDown", "Esc", "PgUp", "]", "[", "+", "Ctrl+Return", "Ctrl+J", "/"} <= keys.keys()
            assert not any(keys.values())

    drive(story())


def test_enter_cues_and_space_takes_what_is_cued(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(Qt.Key.Key_Down)
            press(Qt.Key.Key_Down)
            press(Qt.Key.Key_Return)
            assert ["waiting", "waiting", "next"] == marks(page)
            assert not desk.acted
            press(SPACE)
            await until(lambda: page.stage.on_air)
            assert ["i3"] == takes(desk)
            assert page.stage.next == page.stage.items[0]  # the first that was not shown yet

    drive(story())


def test_page_keys_move_the_cue_and_leave_out_what_is_skipped(drive, opened, desk, press) -> None:
    desk.put(replace(desk.lineup("b1")[1], skipped=True))

    async def story() -> None:
        async with opened() as page:
            press("]")
            assert ["waiting", "skipped", "next"] == marks(page)
            press(Qt.Key.Key_PageUp)
            assert ["next", "skipped", "waiting"] == marks(page)
            press("]")
            press("[")
            assert ["next", "skipped", "waiting"] == marks(page)

    drive(story())


def test_escape_clears_and_the_next_card_stands_by(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            press(ESCAPE)
            await until(lambda: page.stage.on_air is None)
            cleared = desk.acted[-1]
            assert isinstance(cleared, ClearAir)
            assert ("b1", "key") == (cleared.broadcast_id, cleared.trigger)
            assert ["shown", "next", "waiting"] == marks(page)
            assert page.on_air_pane.card.job == desk.job("j2")
            assert page.on_air_pane.card.dimmed

    drive(story())


def test_escape_right_after_a_take_is_not_lost(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            desk.gate.clear()
            press(SPACE)
            press(ESCAPE)
            desk.gate.set()
            await until(lambda: len(desk.acted) == 2)
            assert page.stage.on_air is None

    drive(story())


def test_keys_of_the_air_do_nothing_while_somebody_types(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air and not page.air.busy)
            press("/")
            search = page.feed_pane.filters.search
            assert search.hasFocus()
            press("a b")
            assert search.text() == "a b"
            press(ESCAPE)
            assert search.text() == ""
            press(ESCAPE)
            assert page.lineup_pane.view.hasFocus()
            assert 1 == len(desk.acted)
            press(ESCAPE)
            await until(lambda: len(desk.acted) == 2)

    drive(story())


@pytest.mark.parametrize("width", [1008, 1208, 1848])
def test_take_is_the_widest_button_and_nothing_is_cut_at_any_size(drive, opened, width) -> None:
    async def story() -> None:
        async with opened() as page:
            page.resize(width, 640)
            pane = page.on_air_pane
            assert width == page.width()
            assert page.minimumSizeHint().width() <= width
            others = (pane.previous_button, pane.next_button, pane.clear_button)
            assert pane.take_button.width() >= max(button.width() for button in others)
            assert pane.take_button.shows_key
            assert width == 1008 or all(button.shows_key for button in others)

    drive(story())


def test_space_presses_the_button_that_was_tabbed_to(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            page.on_air_pane.next_button.setFocus(Qt.FocusReason.TabFocusReason)
            press(SPACE)
            assert ["waiting", "next", "waiting"] == marks(page)
            assert not desk.acted

    drive(story())


def test_the_card_on_air_is_the_copy_that_was_taken(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            before = desk.job("j1")
            press(SPACE)
            await until(lambda: page.stage.on_air)
            await desk.act(PutJob(job=replace(before, title="改了"), base_version=1))
            assert before == page.on_air_pane.card.job
            assert page.lineup_pane.model.rows[0].job.title == "改了"

    drive(story())


@pytest.mark.parametrize(
    ("words", "tone", "seconds"),
    [
        ("ON AIR 04:29 / 05:00", "text", 269),
        ("ON AIR 04:30 / 05:00", "amber", 270),
        ("ON AIR 05:32 / 05:00 +00:32", "over", 332),
    ],
)
def test_the_tally_warns_and_says_how_much_over(
    drive, opened, clock, press, until, words: str, tone: str, seconds: int
) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            clock.advance(seconds)
            page.tick()
            assert (words, tone) == (page.on_air_pane.tally.words, page.on_air_pane.tally.tone)

    drive(story())


@pytest.mark.parametrize("wrong_s", [-3600, 0, 3600])
def test_elapsed_goes_on_when_the_hub_tells_its_own_time(
    drive, opened, desk, clock, press, until, wrong_s: int
) -> None:
    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            clock.advance(20)
            (segment,) = desk.segments("b1")
            desk.put(replace(segment, started_at=segment.started_at - wrong_s * 1000))
            page.stage.refresh()
            clock.advance(10)
            page.tick()
            assert page.on_air_pane.tally.words == "ON AIR 00:30 / 05:00"

    drive(story())


def test_the_clocks_go_on_across_midnight(drive, opened, desk, clock, press, until) -> None:
    clock.advance(12 * 3600 - 60)
    desk.put(replace(desk.broadcasts()[0], mode_since=clock.now_ms()))

    async def story() -> None:
        async with opened() as page:
            press(SPACE)
            await until(lambda: page.stage.on_air)
            clock.advance(150)
            page.tick()
            assert page.on_air_pane.tally.words == "ON AIR 02:30 / 05:00"
            assert page.strip.live.text() == "● Live 00:02:30"

    drive(story())
