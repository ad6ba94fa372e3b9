"""The measure of the live desk: two hours, twenty-five cards, no mouse, and viewers always see the right card."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt

from kzg_desktop.domain.actions import TakeCard
from kzg_desktop.domain.entities import LineupItem
from kzg_desktop.studio_link import StudioLink
from kzg_desktop.ui.settings_store import SettingsStore
from tests.gui.fake_desk import FakeDesk, an_application, sample_jobs

CARDS = 25
CARD_S = 288
RETURN, PAGE_DOWN, PAGE_UP, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


class NoSecrets:
    """The link is looked at, not run: it needs no secrets."""


def prepare(desk: FakeDesk) -> None:
    """Have a broadcast of two hours that is about to begin."""
    model = sample_jobs()[0]
    for item in desk.lineup("b1"):
        desk._rows.write("lineup_item", item.id, None)
    for n in range(1, CARDS + 1):
        desk.put(
            replace(model, id=f"c{n}", title=f"岗位 {n}"),
            LineupItem(
                id=f"l{n:02}",
                broadcast_id="b1",
                job_id=f"c{n}",
                employer_id="o1",
                position=f"a{n:02}",
                planned_s=CARD_S,
            ),
        )
    desk.put(replace(desk.broadcasts()[0], mode="prepare", mode_since=0))


def test_two_hours_with_keys_only(drive, opened, desk, clock, press, until, tmp_path) -> None:
    prepare(desk)

    async def story() -> None:
        async with opened() as page:
            link = StudioLink(page._live, desk, SettingsStore(tmp_path / "s.json"), NoSecrets(), tmp_path)
            view = page.lineup_pane.view

            async def shown(number: int) -> None:
                await until(lambda: page.stage.on_air and page.stage.on_air.item_id == f"l{number:02}")
                link.show()
                assert f"岗位 {number}" == link.overlay.card.title
                assert page.stage.on_air.id == link.overlay.card.segment_id

            press(RETURN, CONTROL)
            await until(page.modes.question.isActiveWindow)
            press(RETURN, on=page.modes.question)
            await until(lambda: page.stage.mode == "on_air")
            page.activateWindow()
            await until(view.hasFocus)
            for number in range(1, CARDS + 1):
                press(PAGE_DOWN)
                await shown(number)
                desk.receive(an_application(number * 100 + n, desk.job(f"c{number}")) for n in range(number % 7))
                if number == 10:  # back to the card before, and on again: going back is a new take
                    clock.advance(60)
                    press(PAGE_UP)
                    press(PAGE_UP)
                    press(PAGE_DOWN)
                    await shown(9)
                    clock.advance(60)
                    page.air.cue("l11")
                if number == 15:
                    press("+")
                    await until(lambda: page.stage.rundown().planned_s == CARD_S + 60)
                    press(ESCAPE)
                    await until(lambda: page.stage.on_air is None)
                    link.show()
                    assert link.overlay.card is None
                clock.advance(CARD_S)
            page.tick()
            assert page.strip.live.text().startswith("● Live 02:0")
            press(RETURN, CONTROL)
            await until(page.modes.question.isActiveWindow)
            press(Qt.Key.Key_Tab, on=page.modes.question)
            press(Qt.Key.Key_Space, on=page.modes.question.yes)
            await until(lambda: page.stage.mode == "prepare")
            link.show()
            assert link.overlay.card is None

    drive(story())
    takes = [action.item_id for action in desk.acted if isinstance(action, TakeCard)]
    order = [f"l{n:02}" for n in range(1, CARDS + 1)]
    assert [*order[:10], "l09", *order[10:]] == takes
    assert CARDS + 1 == sum(event.kind == "take" for event in desk.air_events("b1"))
