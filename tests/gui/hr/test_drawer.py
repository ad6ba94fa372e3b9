"""The drawer of one applicant: what it shows, the next step, and what happens when somebody else was faster."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import (
    BookInterview,
    ClaimApplication,
    HandOver,
    SetApplicationStatus,
    UndoStep,
)
from kzg_desktop.domain.duty import duty_of
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS, may_step
from kzg_desktop.errors import HubUnreachable, StoreFull
from kzg_desktop.ui.hr.booking_dialog import BookingDialog
from kzg_desktop.ui.hr.drawer_hand_over import HandOverDialog
from kzg_desktop.ui.hr.note_box import drafts_of
from kzg_desktop.ui.hr.outcome_dialog import AnswerDialog, ReasonDialog
from kzg_desktop.ui.hr.outcome_steps import Answer, actions_of, choices
from kzg_desktop.ui.hr.words import status_words
from tests.fakes import NOON
from tests.gui.fake_hiring import FANG, ME, FakeHiringDesk, FakeOffice, sample_hiring, the_one
from tests.gui.hr.drawer_kit import Drawn, a_dialog, drawn, settled

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def hiring() -> FakeHiringDesk:
    return sample_hiring()


def test_it_tells_who_it_is_whose_and_what_is_due(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            assert "Choose an applicant" == d.drawer.empty.title
            await d.show("欧阳锦程")
            who = d.drawer.who
            assert "SMT 操作员 · 歌澜声学" == who.job.text()
            assert "To call" == who.chip.words
            assert "Nobody has claimed this" == who.owner.text()
            assert "First call · in 3 min" == who.due.text()
            assert "第 12 场" in who.origin.text()
            await d.show("程思远")
            assert "王芳 is working on this" == who.owner.text()
            assert "over" == who.due.tone

    drive(story())


def test_a_slow_answer_for_one_never_shows_under_another(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            hiring.gate.clear()
            first, second = the_one(hiring, "姜河"), the_one(hiring, "丁香")
            d.drawer.show_applicant(first.n)
            await asyncio.sleep(0)
            d.drawer.call()  # meant for the first, who does not come any more
            d.drawer.show_applicant(second.n)
            hiring.gate.set()
            await settled(d.drawer.who.name.isVisible)
            assert ("丁香", second.n) == (d.drawer.who.name.text(), d.drawer.shown)
            assert [] == d.did()

    drive(story())


def test_a_key_pressed_while_the_applicant_is_read_counts(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            hiring.gate.clear()
            row = the_one(hiring, "丁香")
            d.drawer.show_applicant(row.n)
            d.drawer.call()
            hiring.gate.set()
            await settled(d.did)
            assert {row.id} == {action.application_id for action in hiring.acted}

    drive(story())


def test_a_key_is_forgotten_where_reading_takes_long(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            hiring.gate.clear()
            d.drawer.show_applicant(the_one(hiring, "丁香").n)
            d.drawer.call()
            hiring.clock.advance(5)
            hiring.gate.set()
            await settled(d.drawer.who.name.isVisible)
            assert [] == d.did()

    drive(story())


def test_somebody_who_is_gone_is_told(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("姜河")
            hiring.forget([row.n])
            await settled(d.drawer.empty.isVisible)
            assert "This applicant is not here any more" == d.drawer.empty.title

    drive(story())


def test_call_then_outcome_is_recorded_once_and_the_page_moves_on(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("姜河")
            assert ["Call"] == d.offered
            d.drawer.outcome(2)  # no call yet: no outcome
            d.drawer.call()
            d.drawer.call()
            await settled(lambda: d.dialled)
            assert [row.phone] == d.dialled
            assert ["ClaimApplication", "LogContact"] == d.did()
            assert ["Answered", "No answer", "Rejected", "Empty number"] == d.offered
            hiring.clock.advance(1)
            d.drawer.outcome(2)
            d.drawer.outcome(2)
            await settled(lambda: d.moved_on)
            assert ["ClaimApplication", "LogContact", "RecordAttempt"] == d.did()
            assert "contacting" == hiring.application(row.n).status
            await settled(lambda: d.offered == ["Call"])
            assert "姜河 · No answer" == d.said[-1][0]

    drive(story())


def test_an_answer_stays_with_the_applicant(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("姜河")
            d.drawer.call()
            await settled(lambda: d.dialled)
            d.drawer.outcome(1)
            await settled(lambda: d.offered == ["Book an interview", "Considering", "Not interested"])
            assert 0 == d.moved_on

    drive(story())


def test_a_double_click_is_one_step(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            button = d.drawer.panel.buttons[1]
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
            button.click()
            await settled(lambda: hiring.application(row.n).status == "considering")
            d.drawer.panel.buttons[0].click()  # the second half of the double click lands on a new button
            await asyncio.sleep(0.02)
            assert ["SetApplicationStatus"] == d.did()
            action = hiring.acted[0]
            assert isinstance(action, SetApplicationStatus)
            assert ("reached", "considering") == (action.base_status, action.status)

    drive(story())


@pytest.mark.parametrize("status", STEPS)
@pytest.mark.parametrize("calling", [False, True])
def test_no_illegal_step_is_offered(hiring, status: str, calling: bool) -> None:
    some = the_one(hiring, "姜河")
    row = type(some)(**{f: getattr(some, f) for f in some.__struct_fields__} | {"status": status, "appointment_at": 1})
    for choice in choices(row, duty_of(row, hiring.desk_rules("o1")), calling=calling):
        at = status
        for action in actions_of(choice, row, Answer(reason="x")):
            if isinstance(action, SetApplicationStatus):
                assert at == action.base_status
                assert may_step(at, action.status), f"{at} → {action.status}"
                at = action.status
        if choice.kind == "book":
            assert status in {"reached", "considering", "no_show", "interview_booked"}


def test_the_due_milestone_is_the_large_button(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("孙志远")
            assert ["At work after 15 days", "Left"] == d.offered
            d.drawer.outcome(2)
            dialog = await a_dialog(AnswerDialog)
            dialog.exits.button(2).setChecked(True)
            dialog.reason.setText("合同到期")
            dialog.yes.click()
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).status == "left")
            handling = hiring.application(row.n).handling
            assert ("ended", "合同到期") == (handling.exit_reason, handling.reason)
            assert 1 == len(d.did())

    drive(story())


def test_passing_asks_for_the_first_day_which_may_be_open(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("郑凯")
            d.drawer.outcome(1)
            dialog = await a_dialog(AnswerDialog)
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).status == "passed")
            assert 0 == hiring.application(row.n).handling.starts_on
            hiring.clock.advance(1)
            await settled(lambda: d.offered[:1] == ["Hired"])
            d.drawer.outcome(1)
            dialog = await a_dialog(AnswerDialog)
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).status == "hired")
            assert hiring.application(row.n).handling.starts_on > 0

    drive(story())


def test_booking_goes_through_the_slots(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("潘岳")  # still considering: reached again on the way
            d.drawer.book()
            dialog = await a_dialog(BookingDialog)
            dialog.go.click()
            await settled(lambda: hiring.application(row.n).status == "interview_booked")
            assert ["SetApplicationStatus", "BookInterview"] == d.did()
            booking = hiring.acted[1]
            assert isinstance(booking, BookInterview)
            assert "reached" == booking.base_status

    drive(story())


def test_a_conflict_shows_what_it_is_now_and_leaves_the_choice(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            hiring.gate.clear()
            d.drawer.outcome(2)
            await asyncio.sleep(0)
            step = SetApplicationStatus(
                application_id=row.id, event_id=new_id(), base_status="reached", status="not_interested"
            )
            hiring.play(hiring.clock.now_ms(), ME, step)
            hiring.gate.set()
            bar = d.drawer.clash
            await settled(lambda: bar.isVisible() and "Not interested" in bar.words)
            assert "Not recorded: Considering" in bar.words
            assert not bar.go.isVisible()  # from here it cannot be done
            assert [] == d.did()
            bar.leave.click()
            assert not bar.isVisible()

    drive(story())


def test_a_conflict_that_can_be_done_all_the_same(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("梁玉兰")
            hiring.clock.advance(1)
            d.drawer.outcome(2)  # gave up
            dialog = await a_dialog(AnswerDialog)
            back = {"application_id": row.id, "event_id": new_id()}
            hiring.play(hiring.clock.now_ms(), ME, BookInterview(**back, base_status="no_show", appointment_at=1))
            came = SetApplicationStatus(
                **back | {"event_id": new_id()}, base_status="interview_booked", status="interviewed"
            )
            hiring.play(hiring.clock.now_ms(), ME, came)
            dialog.yes.click()
            await settled(lambda: d.drawer.clash.isVisible() and d.drawer.clash.go.isVisible())
            d.drawer.clash.go.click()
            await settled(lambda: hiring.application(row.n).status == "gave_up")
            assert not d.drawer.clash.isVisible()

    drive(story())


def test_a_claimed_one_is_taken_over_with_a_reason_only(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("程思远")
            d.drawer.call()
            bar = d.drawer.clash
            await settled(bar.isVisible)
            assert "王芳 is working on this applicant (To call)" in bar.words
            assert ([], []) == (d.dialled, d.did())
            assert not bar.go.isEnabled()
            bar.reason.setText("应聘者打给我了")
            QTest.keyClick(bar.reason, Qt.Key.Key_Return)
            await settled(lambda: hiring.application(row.n).owner == ME)
            assert [HandOver] == [type(action) for action in hiring.acted]
            assert not bar.isVisible()

    drive(story())


def test_what_the_hub_refuses_later_comes_back(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.outcome(2)
            await settled(lambda: d.moved_on)
            done = hiring.acted[0]
            await d.show("姜河")
            hiring.refuse(7, done, "conflict", "it is interviewed by now")
            await settled(lambda: len(d.said) == 2)
            words, offer, act = d.said[1]
            assert ("袁媛: “Considering” was not recorded, somebody was faster", "Show") == (words, offer)
            assert act is not None
            act()
            await settled(d.drawer.clash.isVisible)
            assert [row.n] == d.jumps
            d.drawer.clash.leave.click()
            await settled(lambda: not hiring.refusals())

    drive(story())


def test_all_steps_of_a_refused_deed_are_done_all_the_same(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("潘岳")  # still considering: reached again on the way
            d.drawer.book()
            (await a_dialog(BookingDialog)).go.click()
            await settled(lambda: hiring.application(row.n).status == "interview_booked")
            steps = tuple(hiring.acted)
            back = UndoStep(application_id=row.id, event_id=new_id(), base_status="interview_booked", reason="没有来电")
            declined = SetApplicationStatus(
                application_id=row.id, event_id=new_id(), base_status="reached", status="not_interested"
            )
            hiring.play(hiring.clock.now_ms(), ME, back)
            hiring.play(hiring.clock.now_ms(), ME, declined)
            for number, step in enumerate(steps, 1):  # the second builds on the first
                hiring.refuse(number, step, "conflict", "it is not considering any more")
            await settled(lambda: d.drawer.clash.isVisible() and "Not interested" in d.drawer.clash.words)
            d.drawer.clash.go.click()
            await settled(lambda: hiring.application(row.n).status == "interview_booked")
            assert hiring.refusals() == []
            assert not d.drawer.clash.isVisible()

    drive(story())


def test_two_deeds_that_were_refused_are_asked_about_one_after_the_other(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.outcome(2)
            await settled(lambda: d.drawer.who.chip.words == "Considering")
            d.drawer.outcome(3)
            (await a_dialog(AnswerDialog)).yes.click()
            await settled(lambda: hiring.application(row.n).status == "not_interested")
            for number, step in enumerate(tuple(hiring.acted), 1):
                hiring.refuse(number, step, "conflict", "")
            bar = d.drawer.clash
            await settled(bar.isVisible)
            assert "Not recorded: Considering" in bar.words
            bar.leave.click()
            assert "Not recorded: Not interested" in bar.words
            bar.leave.click()
            assert not bar.isVisible()
            await settled(lambda: not hiring.refusals())

    drive(story())


def test_steps_that_were_refused_before_this_start_are_done_all_the_same(drive, tasks, hiring) -> None:
    async def story() -> None:
        row = the_one(hiring, "潘岳")  # considering
        again = {"application_id": row.id, "base_status": "not_interested"}
        reached = SetApplicationStatus(**again, event_id=new_id(), status="reached")
        booked = BookInterview(**again | {"base_status": "reached"}, event_id=new_id(), appointment_at=NOON)
        for number, step in enumerate((reached, booked), 1):
            hiring.refuse(number, step, "conflict", "")
        async with drawn(hiring, tasks) as d:
            await d.show("潘岳")
            assert "Not recorded: Interview booked" in d.drawer.clash.words
            d.drawer.clash.go.click()
            await settled(lambda: hiring.application(row.n).status == "interview_booked")
            assert not hiring.refusals()

    drive(story())


def test_what_was_refused_before_this_start_still_asks(drive, tasks, hiring) -> None:
    async def story() -> None:
        row = the_one(hiring, "程思远")
        hiring.refuse(9, ClaimApplication(application_id=row.id, event_id=new_id()), "claimed", "fang")
        async with drawn(hiring, tasks) as d:
            await d.show("程思远")
            assert "王芳 is working on this applicant (To call)" in d.drawer.clash.words
            d.drawer.clash.leave.click()
            await settled(lambda: not hiring.refusals())

    drive(story())


def test_an_undo_needs_a_reason(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.outcome(2)
            await settled(lambda: d.moved_on)
            await d.show("姜河")
            words, offer, act = d.said[-1]
            assert ("袁媛 · Considering", "Undo") == (words, offer)
            assert act is not None
            act()
            dialog = await a_dialog(ReasonDialog)
            assert not dialog.yes.isEnabled()
            dialog.chips[0].click()
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).status == "reached")
            assert "Pressed the wrong button" == hiring.history_now(row.id)[-1].text

    drive(story())


def offered_by(dialog: HandOverDialog) -> list[str]:
    return [dialog.list.item(i).text() for i in range(dialog.list.count())]


def test_claim_release_and_hand_over(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("姜河")
            d.drawer.claim()
            await settled(lambda: d.drawer.who.owner.text() == "You are working on this")
            d.drawer.who.release.click()
            await settled(lambda: d.drawer.who.owner.text() == "Nobody has claimed this")
            d.drawer.hand_over()
            dialog = await a_dialog(HandOverDialog)
            assert ["王芳"] == offered_by(dialog), "赵强 works for the other employer alone"
            dialog.yes.click()
            await settled(lambda: d.drawer.who.owner.text() == "王芳 is working on this")
            assert FANG == hiring.application(row.n).owner
            await d.show("任重")  # of the other employer
            d.drawer.hand_over()
            assert ["王芳", "赵强"] == offered_by(await a_dialog(HandOverDialog))

    drive(story())


def test_whether_a_claim_still_holds_is_asked_of_the_desk(drive, tasks, hiring) -> None:
    class Slow:  # this computer's clock, an hour behind the hub's
        def now_ms(self) -> int:
            return hiring.clock.now_ms() - 3_600_000

        def monotonic_s(self) -> float:
            return hiring.clock.monotonic_s()

    hiring.hub_ahead_ms = 3_600_000

    async def story() -> None:
        async with drawn(hiring, tasks, Slow()) as d:
            row = await d.show("程思远")
            d.drawer.claim()
            dialog = await a_dialog(ReasonDialog)
            assert "Take over from 王芳" == dialog.windowTitle()
            dialog.reject()
            assert FANG == hiring.application(row.n).owner
            assert "王芳 is working on this" == d.drawer.who.owner.text()
            hiring.clock.advance(1800)  # by now she has let it lie for too long
            await d.show("袁媛")
            await d.show("程思远")
            assert "王芳 had this; nothing was done for a while" == d.drawer.who.owner.text()
            d.drawer.claim()
            await settled(lambda: hiring.application(row.n).owner == ME)
            assert not d.drawer.clash.isVisible()

    drive(story())


def test_a_colleagues_claim_shows_at_once(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("姜河")
            hiring.act_as(FANG, ClaimApplication(application_id=row.id, event_id=new_id()))
            await settled(lambda: d.drawer.who.owner.text() == "王芳 is working on this")

    drive(story())


def test_who_else_looks_is_told_and_quiet_when_offline(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("姜河")
            office = FakeOffice()
            d.drawer.set_office(office)
            await settled(lambda: office.calls)
            assert ("look_at", row.id, 0) == office.calls[0]
            office.look((FANG, "王芳", row.id), ("hr3", "赵强", "a1"))
            await settled(d.drawer.who.onlookers.isVisible)
            assert "王芳 is looking at this" == d.drawer.who.onlookers.text()
            office.look((FANG, "王芳", row.id), ("hr3", "赵强", row.id))
            await settled(lambda: "王芳、赵强 are looking at this" == d.drawer.who.onlookers.text())
            office.failing = HubUnreachable("away")
            office.look()
            await settled(lambda: not d.drawer.who.onlookers.isVisible())
            assert [] == d.failed
            d.drawer.set_office(None)

    drive(story())


def test_on_air_names_phones_and_notes_are_hidden(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            d.drawer.reveal()
            await settled(lambda: d.drawer.sections.phone.is_revealed)
            d.drawer.set_on_air(True)
            assert "袁*" == d.drawer.who.name.text()
            assert row.phone[3:7] not in d.drawer.sections.phone.number.text()
            assert {""} == {line.text for line in d.drawer.sections.history.timeline.lines}
            hiring.clock.advance(1)
            d.drawer.reveal()
            d.drawer.copy_phone()
            await asyncio.sleep(0.02)
            assert ["LogContact"] == d.did()
            d.drawer.set_on_air(False)
            assert not d.drawer.sections.phone.is_revealed

    drive(story())


def test_without_the_right_there_is_nothing_to_press(drive, tasks, hiring) -> None:
    hiring.forbidden = {"applicant:write", "applicant:pii"}

    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("姜河")
            assert [] == d.offered
            d.drawer.call()
            d.drawer.claim()
            d.drawer.book()
            await asyncio.sleep(0.02)
            assert [] == d.did()
            assert not d.drawer.who.claim.isVisible()

    drive(story())


def test_a_full_disk_is_told_and_nothing_is_lost(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            hiring.failing = StoreFull("full")
            d.drawer.outcome(2)
            await settled(lambda: d.failed)
            assert 0 == d.moved_on
            hiring.clock.advance(1)
            d.drawer.outcome(2)
            await settled(lambda: d.moved_on)

    drive(story())


def test_a_drawer_that_goes_leaves_nothing_behind(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            hiring.gate.clear()
            d.drawer.outcome(2)
            d.drawer.sections.notes.field.setPlainText("下周来")
            d.drawer.sections.notes.save()
            d.drawer.undo()
            await a_dialog(ReasonDialog)
        subscribers = hiring.subscribers
        hiring.gate.set()
        await settled(lambda: hiring.application(row.n).status == "considering")
        await settled(lambda: hiring.application(row.n).notes.endswith("下周来"))
        assert (0, {}) == (subscribers, drafts_of(hiring))

    drive(story())


def test_the_history_of_all_applications_newest_first(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("唐文斌")
            titles = [line.title for line in d.drawer.sections.history.timeline.lines]
            assert ["Applied", "Wishes noted"] == titles[:2]
            assert "Applied" == titles[-1]
            assert 2 == titles.count("Applied")

    drive(story())


def test_a_claim_goes_before_the_call_that_it_was_made_for(drive, tasks, hiring) -> None:
    def lines_of(d: Drawn) -> list[str]:
        return [line.title for line in d.drawer.sections.history.timeline.lines]

    def line(kind: str, at: int) -> HistoryEntry:
        return HistoryEntry(id=new_id(), application_id=row.id, employer_id="o1", kind=kind, at=at, actor=FANG)

    row = the_one(hiring, "姜河")
    now = hiring.clock.now_ms()
    # one press: the hub grants the claim when it comes, and the look at the phone was before that
    hiring.put(line("claim", now - 4_000), line("reveal", now - 4_180), line("note", now - 4_180))

    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("姜河")
            assert ["Note", "Phone shown", "Claimed", "Applied"] == lines_of(d)
            hiring.put(line("release", now - 3_000), line("claim", now), line("reveal", now - 120_000))
            d.drawer.show_applicant(the_one(hiring, "袁媛").n)
            await d.show("姜河")
            assert ["Claimed", "Released", "Note"] == lines_of(d)[:3], "granted long after: told where it came"

    drive(story())


def test_what_is_not_confirmed_looks_so(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            hiring.clock.advance(5)
            d.drawer.sections.notes.field.setPlainText("下周来")
            d.drawer.sections.notes.save()
            status = hiring.status
            hiring.set_status(type(status)(state="offline", waiting=1, synced_at=status.synced_at))
            timeline = d.drawer.sections.history.timeline
            await settled(lambda: timeline.lines[0].text == "下周来")
            assert timeline.lines[0].pending
            assert "not confirmed yet" in timeline.lines[0].note
            assert not timeline.lines[1].pending
            hiring.set_status(status)
            assert not timeline.lines[0].pending

    drive(story())


def test_every_state_has_a_word() -> None:
    assert [] == [status for status in STEPS if status_words(status) == status]
