"""Phones, messages, notes and agreements: on record first, and never lost."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import AddNote, LogContact, RecordAttempt
from kzg_desktop.domain.hiring import Wishes
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import StoreFull
from kzg_desktop.ui.hr.contact_follow_up import FollowUpDialog, WishesDialog, usual_times, wishes_words
from kzg_desktop.ui.hr.contact_phone import spaced
from kzg_desktop.ui.hr.note_box import drafts_of
from tests.fakes import NOON
from tests.gui.fake_hiring import ME, FakeHiringDesk, sample_hiring, the_one
from tests.gui.hr.drawer_kit import a_dialog, drawn, settled

pytestmark = pytest.mark.usefixtures("qapp")

HOUR = 3_600_000


@pytest.fixture
def hiring() -> FakeHiringDesk:
    return sample_hiring()


def test_a_look_at_the_phone_is_on_record_before_it_shows(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            phone = d.drawer.sections.phone
            hiring.gate.clear()
            d.drawer.reveal()
            await asyncio.sleep(0.01)
            assert "139****2975" == phone.number.text()
            hiring.gate.set()
            await settled(lambda: phone.number.text() == spaced(row.phone))
            access = hiring.acted[0]
            assert isinstance(access, LogContact)
            assert ("reveal", row.id) == (access.access, access.application_id)

    drive(story())


def test_what_cannot_be_recorded_is_not_shown(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            hiring.failing = StoreFull("full")
            d.drawer.reveal()
            await settled(lambda: d.failed)
            assert not d.drawer.sections.phone.is_revealed

    drive(story())


def test_a_phone_hides_after_a_minute_and_under_another_applicant(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("唐文斌")
            phone = d.drawer.sections.phone
            d.drawer.reveal()
            await settled(lambda: phone.is_revealed)
            hiring.clock.advance(61)
            d.drawer.tick()
            assert not phone.is_revealed
            d.drawer.reveal()
            await settled(lambda: phone.is_revealed)
            other = d.drawer.sections.people.rows[0]
            other.open.click()  # another application from the same phone
            await settled(lambda: d.drawer.who.job.text() == "焊装工 · 海岳重工")
            assert not phone.is_revealed

    drive(story())


def test_a_reveal_that_comes_late_shows_nothing_under_another(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            hiring.gate.clear()
            d.drawer.reveal()
            await asyncio.sleep(0)
            d.drawer.show_applicant(the_one(hiring, "姜河").n)
            hiring.gate.set()
            await settled(lambda: d.drawer.who.name.text() == "姜河" and hiring.acted)
            await asyncio.sleep(0.02)
            assert not d.drawer.sections.phone.is_revealed

    drive(story())


def test_copying_is_on_record(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.copy_phone()
            await settled(lambda: d.said)
            assert row.phone == QGuiApplication.clipboard().text()
            assert ["copy"] == [entry.kind for entry in hiring.history_now(row.id)[-1:]]

    drive(story())


def test_who_has_withdrawn_is_not_called(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("宋佳")
            assert [] == d.offered
            d.drawer.call()
            assert "The applicant has withdrawn: nobody may call any more" == d.said[0][0]
            assert ([], []) == (d.did(), d.dialled)
            assert not d.drawer.sections.phone.show_button.isVisible()

    drive(story())


def test_a_call_that_was_not_made_is_no_outcome(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("姜河")
            d.drawer.call()
            await settled(lambda: d.dialled)
            not_called = next(b for b in d.drawer.panel.buttons if b.text() == "Did not call")
            not_called.click()
            assert ["Call"] == d.offered

    drive(story())


def test_the_hours_in_which_somebody_answered(drive, tasks, hiring) -> None:
    row = the_one(hiring, "袁媛")
    for hour, outcome in ((-2, "no_answer"), (-1, "answered"), (-1, "answered")):
        call = RecordAttempt(application_id=row.id, event_id=new_id(), outcome=outcome)
        hiring.play(NOON + hour * HOUR, ME, call)

    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            assert d.drawer.sections.phone.best.text().startswith("Has answered at 11:00–12:00")

    drive(story())


# --- notes


def test_a_note_is_saved_once(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.note()
            field = d.drawer.sections.notes.field
            QTest.keyClicks(field, "wants day shift")
            for _ in range(2):
                QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            await settled(lambda: "wants day shift" in hiring.application(row.n).notes)
            await settled(lambda: not field.toPlainText())
            assert ["AddNote"] == d.did()
            assert "Saved" == d.drawer.sections.notes.hint.text()

    drive(story())


def test_what_was_typed_stays_with_its_applicant(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            field = d.drawer.sections.notes.field
            field.setPlainText("半句")
            await d.show("姜河")
            assert "" == field.toPlainText()
            field.setPlainText("另一句")
            await d.show("袁媛")
            assert "半句" == field.toPlainText()
        async with drawn(hiring, tasks) as d:  # the page was built anew
            await d.show("姜河")
            assert "另一句" == d.drawer.sections.notes.field.toPlainText()

    drive(story())


def test_a_note_that_cannot_be_saved_stays(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            notes = d.drawer.sections.notes
            notes.field.setPlainText("重要")
            hiring.failing = StoreFull("full")
            notes.save()
            await settled(lambda: d.failed)
            assert ("重要", True) == (notes.field.toPlainText(), notes.button.isEnabled())
            notes.save()
            await settled(lambda: hiring.application(row.n).notes.endswith("重要"))

    drive(story())


def test_a_note_that_fails_after_moving_on_waits_there(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            notes = d.drawer.sections.notes
            notes.field.setPlainText("重要")
            hiring.gate.clear()
            notes.save()
            await asyncio.sleep(0)
            hiring.failing = StoreFull("full")
            d.drawer.show_applicant(the_one(hiring, "姜河").n)
            hiring.gate.set()
            await settled(lambda: d.failed)
            assert {row.id: "重要"} == drafts_of(hiring)
            await d.show("袁媛")
            assert "重要" == notes.field.toPlainText()

    drive(story())


def test_a_note_that_the_hub_refuses_comes_back(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            hiring.refuse(
                3, AddNote(application_id=row.id, event_id=new_id(), text="太长了"), "not-possible", "too long"
            )
            assert "太长了" == d.drawer.sections.notes.field.toPlainText()

    drive(story())


# --- messages and agreements


def test_a_message_is_filled_and_copied_on_record(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.sections.fold("messages").set_open(True)
            box = d.drawer.sections.templates
            titles = [box.choice.itemText(i) for i in range(box.choice.count())]
            assert {"面试邀请", "未接通"} <= set(titles)
            assert "电话未接通" in titles  # built in
            box.choose("电话未接通")
            assert box.preview.toPlainText().startswith("袁媛，您好！我是歌澜声学的李敏")
            assert "" == box.missing.text()
            box.choose("入职报到")
            assert "【入职日期】" in box.preview.toPlainText()
            assert "入职日期" in box.missing.text()
            box.button.click()
            await settled(lambda: d.said)
            assert QGuiApplication.clipboard().text().startswith("袁媛，恭喜您")
            log = hiring.history_now(row.id)[-1]
            assert ("message", "入职报到") == (log.kind, log.text)

    drive(story())


def test_a_time_to_call_again(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.contact.ask_follow_up()
            dialog = await a_dialog(FollowUpDialog)
            dialog.chips[1].click()
            await settled(lambda: hiring.application(row.n).handling.call_after)
            assert NOON + 7 * HOUR == hiring.application(row.n).handling.call_after
            await settled(lambda: "To be called again today 19:00" == d.drawer.sections.agreed.text())

    drive(story())


def test_wishes(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.contact.ask_wishes()
            dialog = await a_dialog(WishesDialog)
            dialog.pay.setValue(6000)
            dialog.shift.setCurrentIndex(1)
            dialog.lodging.setCurrentIndex(1)
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).handling.wishes.month_min_yuan)
            wishes = Wishes(month_min_yuan=6000, shift="day", lodging=True)
            assert wishes == hiring.application(row.n).handling.wishes
            assert "from ¥ 6,000 · Day shift · with lodging" == wishes_words(wishes)

    drive(story())


def test_usual_times_are_in_china_and_ahead() -> None:
    assert [NOON + h * HOUR for h in (1, 7, 22, 31)] == usual_times(NOON)
    assert [NOON + h * HOUR for h in (9, 22, 31)] == usual_times(NOON + 8 * HOUR)
