from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kzg_desktop.domain.actions import PutTemplate
from kzg_desktop.domain.hiring import DeskRules, Template
from kzg_desktop.domain.templates import listed_templates
from kzg_desktop.errors import StoreFull
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr_setup.dialog import HrSetupDialog
from kzg_desktop.ui.hr_setup.placeholders import sms_count
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FANG, FakeHiringDesk, sample_hiring

Opened = Callable[[], AbstractAsyncContextManager[HrSetupDialog]]


@pytest.fixture
def desk(clock: FakeClock) -> FakeHiringDesk:
    return sample_hiring(clock)


@pytest.fixture
def opened(desk: FakeHiringDesk, tasks: Tasks, clock: FakeClock) -> Opened:
    @asynccontextmanager
    async def open_dialog() -> AsyncIterator[HrSetupDialog]:
        dialog = HrSetupDialog(desk, tasks, "o1", clock=clock)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        try:
            yield dialog
        finally:
            dialog.done(0)
            dialog.deleteLater()
            assert 0 == desk.subscribers

    return open_dialog


def show(dialog: HrSetupDialog, title: str) -> None:
    listed = dialog.templates.list
    row = next(n for n in range(listed.count()) if listed.item(n).text().strip("● ") == title)
    listed.setCurrentRow(row)


def kept(desk: FakeHiringDesk, id_: str) -> Template | None:
    return next((each for each in desk.templates() if each.id == id_), None)


def test_only_this_employers_templates_and_those_of_the_program(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as dialog:
            listed = [dialog.templates.list.item(n).text() for n in range(dialog.templates.list.count())]
            assert 1 == sum(title == "面试邀请" for title in listed)
            assert "电话未接通  (comes with the program)" in listed

    drive(story())


def test_the_preview_follows_what_is_typed(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as dialog:
            dialog.templates.new()
            form = dialog.templates.form
            QTest.keyClicks(form.title, "hello")
            form.insert("name")
            form.text.insertPlainText("，您好，")
            form.insert("employer")
            assert "{姓名}，您好，{企业}" == form.text.toPlainText()
            assert "王小明，您好，歌澜声学" == form.preview
            assert dialog.save_button.isEnabled()

    drive(story())


def test_an_unknown_placeholder_cannot_be_saved(opened: Opened, drive: Callable, desk: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as dialog:
            show(dialog, "未接通")
            form = dialog.templates.form
            form.text.setPlainText("{nmae}您好")
            assert "There is no such placeholder: {nmae}" == form.problem
            assert not dialog.save_button.isEnabled()
            dialog.save()
            assert [] == desk.acted
            form.text.setPlainText("{name}您好")
            assert dialog.save_button.isEnabled()

    drive(story())


def test_saved_removed_and_taken_back(opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as dialog:
            show(dialog, "未接通")
            first = kept(desk, "t2")
            dialog.templates.form.text.setPlainText("{姓名}，稍后再联系您。")
            dialog.activateWindow()
            await until(dialog.isActiveWindow)
            QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: dialog.message == "Saved: 未接通")
            assert "{姓名}，稍后再联系您。" == kept(desk, "t2").text
            dialog.undo()
            await until(lambda: kept(desk, "t2") == first)
            dialog.templates.remove()
            await until(lambda: kept(desk, "t2") is None)
            dialog.undo()
            await until(lambda: kept(desk, "t2") == first)

    drive(story())


def test_one_of_the_program_is_kept_under_its_id_and_goes_back(
    opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            show(dialog, "电话未接通  (comes with the program)")
            assert not dialog.templates.remove_button.isEnabled()
            words = dialog.templates.form.text.toPlainText()
            dialog.templates.form.text.setPlainText("{姓名}，没有接通。")
            dialog.save()
            await until(lambda: kept(desk, "o1:unreachable") is not None)
            dialog.templates.remove()
            await until(lambda: kept(desk, "o1:unreachable") is None)
            assert words == dialog.templates.form.text.toPlainText()

    drive(story())


def titles(dialog: HrSetupDialog) -> list[str]:
    listed = dialog.templates.list
    return [listed.item(n).text().removesuffix("  (comes with the program)") for n in range(listed.count())]


def test_templates_are_moved_by_key_button_and_mouse(
    opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            before = titles(dialog)
            dialog.templates.list.setCurrentRow(len(before) - 1)
            QTest.keyClick(dialog.templates.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
            up = [*before[:-2], before[-1], before[-2]]
            await until(lambda: titles(dialog) == up)
            assert f"Moved: {before[-1]}" == dialog.message
            assert up == [each.title for each in listed_templates(desk.templates(), "o1")], "so messages offer them"
            dialog.templates.down.click()
            await until(lambda: titles(dialog) == before)
            assert not dialog.templates.down.isEnabled()
            dialog.undo()
            await until(lambda: titles(dialog) == up)
            drop(dialog, at=0)
            await until(lambda: titles(dialog) == [before[-1], *before[:-1]])
            assert dialog.templates.list.currentRow() == 0
            assert 0 == dialog.templates.unsaved

    drive(story())


def drop(dialog: HrSetupDialog, *, at: int) -> None:
    """Let go of the line chosen over the upper half of that row."""
    listed = dialog.templates.list
    place = listed.visualItemRect(listed.item(at)).topLeft().toPointF() + QPointF(5, 2)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    listed.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, QMimeData(), left, none))


def test_words_that_are_not_saved_stay_so_when_a_template_is_moved(
    opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            show(dialog, "未接通")
            dialog.templates.form.text.setPlainText("稍后再联系您。")
            dialog.templates.put_at(0)
            await until(lambda: titles(dialog)[0] == "● 未接通")
            assert "稍后再联系您。" == dialog.templates.form.text.toPlainText()
            assert (1, "{name}您好，刚才给您打电话没有接通。") == (dialog.templates.unsaved, kept(desk, "t2").text)
            dialog.templates.new()
            dialog.templates.put_at(0)  # it is nowhere yet
            assert "● New message" == titles(dialog)[0]
            dialog.templates.discard()
            desk.failing = StoreFull("full")
            show(dialog, "面试邀请")
            dialog.templates.down.click()
            await until(lambda: "disk" in dialog.message)
            assert 0 == dialog.templates.unsaved

    drive(story())


def test_what_could_not_be_saved_stays_in_the_fields(
    opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            show(dialog, "未接通")
            dialog.templates.form.text.setPlainText("新话术")
            desk.failing = StoreFull("no room")
            dialog.save()
            await until(lambda: desk.failing is None)
            await until(lambda: dialog.templates.unsaved == 1)
            assert "新话术" == dialog.templates.form.text.toPlainText()
            assert "disk is full" in dialog.message

    drive(story())


def test_closing_with_changes_asks(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as dialog:
            dialog.templates.form.text.setPlainText("改过")
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            box = dialog.findChild(QMessageBox)
            assert dialog.isVisible()
            next(button for button in box.buttons() if button.text() == "Discard and close").click()
            assert not dialog.isVisible()

    drive(story())


def test_a_colleagues_edit_does_not_take_mine(opened: Opened, drive: Callable, desk: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as dialog:
            show(dialog, "未接通")
            dialog.templates.form.text.setPlainText("我的")
            theirs = Template(id="t1", employer_id="o1", title="面试邀请", text="她的", position="a1")
            desk.act_as(FANG, PutTemplate(template=theirs))
            assert "我的" == dialog.templates.form.text.toPlainText()
            assert 1 == dialog.templates.unsaved

    drive(story())


def test_rules_are_shown_in_plain_units_and_saved(
    opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        async with opened() as dialog:
            dialog.show_section("rules")
            fields = dialog.rules.fields
            assert "5 min" == fields["call_within_s"].text()
            assert not dialog.save_button.isEnabled()
            fields["call_within_s"].setValue(10)
            fields["retention_days"].setValue(90)
            dialog.save()
            await until(lambda: desk.desk_rules("o1").call_within_s == 600)
            assert 90 == desk.desk_rules("o1").retention_days
            dialog.undo()
            await until(lambda: desk.desk_rules("o1") == DeskRules(id="o1", employer_id="o1"))
            assert 5 == fields["call_within_s"].value()

    drive(story())


def test_what_was_not_touched_stays_to_the_second(
    opened: Opened, drive: Callable, until: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        desk.put(DeskRules(id="o1", employer_id="o1", retry_after_s=4321, retention_days=3650))
        async with opened() as dialog:
            assert not dialog.rules.changed
            dialog.rules.fields["unreachable_after"].setValue(5)
            dialog.show_section("rules")
            dialog.save()
            await until(lambda: desk.desk_rules("o1").unreachable_after == 5)
            assert (4321, 3650) == (desk.desk_rules("o1").retry_after_s, desk.desk_rules("o1").retention_days)

    drive(story())


@pytest.mark.parametrize(("letters", "expected"), [(1, 1), (70, 1), (71, 2), (134, 2), (135, 3)])
def test_text_messages_are_counted_as_they_are_sent(letters: int, expected: int) -> None:
    assert expected == sms_count("好" * letters)
