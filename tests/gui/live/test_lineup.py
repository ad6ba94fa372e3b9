"""Making and changing a lineup with the keyboard and the mouse."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from kzg_desktop.domain.actions import PutBroadcast, RemoveFromLineup, TakeCard
from kzg_desktop.errors import StoreFull
from kzg_desktop.ui.live.broadcast_dialog import BroadcastDialog
from kzg_desktop.ui.live.page import LivePage
from tests.gui.fake_desk import FakeDesk, sample_jobs

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def order(desk: FakeDesk) -> list[str]:
    return [item.job_id for item in desk.lineup(desk.broadcasts()[0].id)]


def shown_order(page: LivePage) -> list[str]:
    return [row.item.job_id for row in page.lineup_pane.model.rows]


def test_from_nothing_to_a_cleared_card_with_keys_only(drive, opened, clock, press, until) -> None:
    desk = FakeDesk(clock)
    desk.put(*sample_jobs())

    async def story() -> None:
        async with opened(desk) as page:
            page.new_broadcast()
            dialog = page.findChild(BroadcastDialog)
            press("第 1 场", on=dialog.title)
            press(Qt.Key.Key_Return, on=dialog.title)
            await until(lambda: page.stage.broadcast)
            page.activateWindow()  # a window manager does that when a dialog closes; there is none here
            await until(lambda: page.on_air_pane.empty.isAncestorOf(QApplication.focusWidget() or page))

            press(Qt.Key.Key_J, CONTROL)
            await until(page.picker.search.hasFocus)
            press(Qt.Key.Key_Return)
            await until(lambda: order(desk) == ["j1"])
            press(Qt.Key.Key_Return)  # it is in the lineup already
            press("焊装")
            press(Qt.Key.Key_Return)
            await until(lambda: order(desk) == ["j1", "j3"])
            press(Qt.Key.Key_Escape)
            press(Qt.Key.Key_Escape)
            assert not page.picker.isVisible()

            page.activateWindow()
            view = page.lineup_pane.view
            await until(view.hasFocus)
            press(Qt.Key.Key_End)
            press(Qt.Key.Key_Up, ALT)
            await until(lambda: shown_order(page) == ["j3", "j1"])
            press(Qt.Key.Key_Down)
            press(Qt.Key.Key_Return)
            press(Qt.Key.Key_Return, CONTROL)
            await until(page.modes.question.isActiveWindow)
            press(Qt.Key.Key_Return, on=page.modes.question)
            await until(lambda: page.stage.mode == "on_air")
            page.activateWindow()
            await until(view.hasFocus)
            press(Qt.Key.Key_Space)
            await until(lambda: page.stage.on_air)
            assert page.stage.on_air.card.id == "j1"
            press(Qt.Key.Key_Escape)
            await until(lambda: page.stage.on_air is None)

    drive(story())


def test_two_quick_moves_are_two_moves_and_the_selection_stays_on_the_card(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(Qt.Key.Key_Down, ALT)
            press(Qt.Key.Key_Down, ALT)
            await until(lambda: shown_order(page) == ["j2", "j3", "j1"])
            assert page.lineup_pane.view.item_id() == "i1"

    drive(story())


def test_every_edit_can_be_taken_back_and_done_again(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(Qt.Key.Key_S)
            await until(lambda: desk.lineup("b1")[0].skipped)
            press(Qt.Key.Key_Down, ALT)
            await until(lambda: order(desk) == ["j2", "j1", "j3"])
            press(Qt.Key.Key_Delete)
            await until(lambda: order(desk) == ["j2", "j3"])
            page.edits.plan("i2", 9)
            await until(lambda: desk.lineup("b1")[0].planned_s == 540)

            press(Qt.Key.Key_Z, CONTROL)
            await until(lambda: desk.lineup("b1")[0].planned_s == 300)
            press(Qt.Key.Key_Z, CONTROL)
            await until(lambda: order(desk) == ["j2", "j1", "j3"])
            press(Qt.Key.Key_Z, CONTROL)
            await until(lambda: order(desk) == ["j1", "j2", "j3"])
            press(Qt.Key.Key_Z, CONTROL)
            await until(lambda: not desk.lineup("b1")[0].skipped)
            assert not page.edits.can_undo

            press(Qt.Key.Key_Z, CONTROL | SHIFT)
            await until(lambda: desk.lineup("b1")[0].skipped)
            press(Qt.Key.Key_Z, CONTROL | SHIFT)
            await until(lambda: order(desk) == ["j2", "j1", "j3"])
            assert page.edits.can_redo

    drive(story())


def test_undo_of_a_card_that_somebody_else_removed_says_so(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            press(Qt.Key.Key_S)
            await until(lambda: desk.lineup("b1")[0].skipped)
            await desk.act(RemoveFromLineup(item_id="i1"))
            press(Qt.Key.Key_Z, CONTROL)
            await until(lambda: page.on_air_pane.message)
            assert page.on_air_pane.message == "That card is no longer in the lineup."
            assert not page.edits.can_undo
            assert ["j2", "j3"] == order(desk)

    drive(story())


def test_an_edit_that_cannot_be_recorded_leaves_the_lineup(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            desk.failing = StoreFull("the disk is full")
            press(Qt.Key.Key_Delete)
            await until(lambda: page.on_air_pane.message)
            assert page.on_air_pane.message == "The lineup is unchanged: the disk is full"
            assert ["j1", "j2", "j3"] == shown_order(page)
            assert not page.edits.can_undo

    drive(story())


def test_a_card_is_dragged_below_another(drive, opened, desk, until) -> None:
    async def story() -> None:
        async with opened() as page:
            view = page.lineup_pane.view
            below_second = view.visualRect(page.lineup_pane.model.index(1)).center()
            drop = QDropEvent(
                QPointF(below_second.x(), below_second.y() + 8),
                Qt.DropAction.MoveAction,
                QMimeData(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            view.dropEvent(drop)
            assert drop.dropAction() == Qt.DropAction.IgnoreAction
            await until(lambda: shown_order(page) == ["j2", "j1", "j3"])

    drive(story())


def test_the_menu_offers_each_edit_with_its_key(drive, opened, desk, until) -> None:
    async def story() -> None:
        async with opened() as page:
            menu: QMenu = page.lineup_pane.menu_for(desk.lineup("b1")[0])
            entries = {action.text(): action for action in menu.actions()}
            assert [
                "Cue as next", "Skip", "Planned minutes…", "Move up", "Move down", "Remove",
            ] == list(entries)  # fmt: skip
            entries["Skip"].trigger()
            await until(lambda: desk.lineup("b1")[0].skipped)

    drive(story())


def test_totals_follow_the_lineup(drive, opened, desk, press, until) -> None:
    async def story() -> None:
        async with opened() as page:
            assert page.lineup_pane.totals == "3 cards · 15 of 120 min"
            press(Qt.Key.Key_S)
            await until(lambda: page.lineup_pane.totals == "2 cards · 10 of 120 min")

    drive(story())


def test_a_broadcast_needs_a_title_and_keeps_what_was_there(drive, opened, desk, clock, until) -> None:
    async def story() -> None:
        async with opened() as page:
            page.edit_broadcast()
            dialog = page.findChild(BroadcastDialog)
            save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
            dialog.title.clear()
            assert not save.isEnabled()
            dialog.title.setText("第 13 场")
            dialog.minutes.setValue(90)
            dialog.audience.setCurrentText("Veterans")
            save.click()
            await until(lambda: desk.acted)
            (action,) = desk.acted
            assert isinstance(action, PutBroadcast)
            assert ("第 13 场", "退役军人", 5400, "小周", clock.now_ms()) == (
                action.broadcast.title,
                action.broadcast.audience,
                action.broadcast.planned_s,
                action.broadcast.host_name,
                action.broadcast.starts_at,
            )
            await until(lambda: page.lineup_pane.totals == "3 cards · 15 of 90 min")

    drive(story())


def test_without_a_broadcast_nothing_can_be_taken(drive, opened, clock, press) -> None:
    desk = FakeDesk(clock)

    async def story() -> None:
        async with opened(desk) as page:
            press(Qt.Key.Key_Space, on=page)
            press(Qt.Key.Key_J, CONTROL, on=page)
            assert not page.picker.isVisible()
            assert not any(isinstance(action, TakeCard) for action in desk.acted)
            assert QApplication.activeModalWidget() is None

    drive(story())
