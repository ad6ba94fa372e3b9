"""Changes of many at once: the preview says what the rules say, and what was done can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import ClaimApplication, RecordAttempt, SetApplicationStatus
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import Colleague
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS
from kzg_desktop.errors import Refusal, StoreFull
from kzg_desktop.ui.hr.bulk_dialog import BulkDialog
from kzg_desktop.ui.hr.bulk_plan import BulkKind, BulkPlan, BulkWish, Planner, back_again, next_states
from kzg_desktop.ui.hr.bulk_run import BulkRun
from kzg_desktop.ui.hr.bulk_words import booking_lines, preview_lines, refusal_lines
from kzg_desktop.ui.hr.page import HrPage
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FANG, ME, QIANG, FakeHiringDesk, the_one
from tests.gui.hr.conftest import OpenedHr

Drive = Callable[[Any], Any]
Until = Callable[..., Any]


def everybody(desk: FakeHiringDesk) -> list[Application]:
    return sorted(desk._applications.values(), key=lambda row: row.n)


def plan_of(desk: FakeHiringDesk, wish: BulkWish, rows: Iterable[Application] | None = None) -> BulkPlan:
    chosen = list(rows if rows is not None else everybody(desk))
    found = [Versioned(1, row) for row in chosen]
    return Planner(desk, found, wish, desk.clock.now_ms()).plan(chosen)


# --- planning


@pytest.mark.parametrize("status", [s for s in STEPS if s not in {"new", "interview_booked", "withdrawn"}])
def test_the_plan_is_what_the_desk_then_does(drive: Drive, hiring: FakeHiringDesk, status: str) -> None:
    wish = BulkWish(kind="status", status=status, reason="批量")
    plan = plan_of(hiring, wish)

    async def story() -> None:
        for deed in plan.deeds:
            await hiring.act(*deed.actions)
        for refused in plan.refused:
            action = SetApplicationStatus(
                application_id=refused.row.id, event_id=new_id(), base_status=refused.row.status, status=status
            )
            with pytest.raises(Refusal):
                await hiring.act(action)

    drive(story())
    assert 40 == plan.total
    assert {status} == {hiring.application(deed.row.n).status for deed in plan.deeds}


def test_the_preview_counts_and_says_why_not(hiring: FakeHiringDesk) -> None:
    wish = BulkWish(kind="status", status="reached")
    picked = [the_one(hiring, name) for name in ("董倩", "蔡明", "余波", "潘岳", "姜河", "邓伟")]
    plan = plan_of(hiring, wish, picked)
    assert [
        "3 of 6 go from “Calling” to “Reached”",
        "1 of 6 go from “Considering” to “Reached”",
    ] == preview_lines(plan, wish, "")
    assert [
        "1 cannot: “To call” cannot become “Reached” (姜河)",
        "1 cannot: “Interview booked” cannot become “Reached” (邓伟)",
    ] == refusal_lines(plan, lambda row: row.name)


def test_who_is_being_worked_on_is_left_alone(hiring: FakeHiringDesk) -> None:
    plan = plan_of(hiring, BulkWish(kind="claim"), [the_one(hiring, name) for name in ("程思远", "苏晓", "姜河")])
    assert ["姜河"] == [deed.row.name for deed in plan.deeds]
    assert {"王芳 is working on it", "already with me"} == {refused.why for refused in plan.refused}
    taken = plan_of(hiring, BulkWish(kind="hand_over", to=QIANG, reason="现场忙"), [the_one(hiring, "程思远")])
    assert 0 == len(taken.deeds)
    assert {"赵强 does not work for this employer"} == {refused.why for refused in taken.refused}
    hiring.put(Colleague(id="hr4@", account_id="hr4", name="陈静", role="admin"))  # for all employers
    given = plan_of(hiring, BulkWish(kind="hand_over", to="hr4", reason="现场忙"), [the_one(hiring, "程思远")])
    assert 1 == len(given.deeds), "with a reason it may be taken away"


def test_booking_fills_the_slot_and_no_more(drive: Drive, hiring: FakeHiringDesk) -> None:
    slot = next(slot for slot in hiring.slots() if slot.id == "s-tomorrow")
    hiring.put(replace(slot, capacity=slot.booked + 2))
    wish = BulkWish(kind="book", slot_id=slot.id)
    picked = [the_one(hiring, name) for name in ("袁媛", "曾强", "蒋欣", "邓伟", "梁玉兰", "姜河", "任重")]
    plan = plan_of(hiring, wish, picked)
    assert ["袁媛", "蒋欣"] == [deed.row.name for deed in plan.deeds]
    assert {
        "曾强": "booked there already",
        "邓伟": "The interview slot has no place left",
        "梁玉兰": "The interview slot has no place left",
        "姜河": "not possible in the state “To call”",
        "任重": "the slot is another employer's",
    } == {refused.row.name: refused.why for refused in plan.refused}
    assert ["2 of 7 are booked for tomorrow 09:00"] == preview_lines(plan, wish, "tomorrow 09:00")
    now = next(slot for slot in hiring.slots() if slot.id == "s-tomorrow")
    assert ["0 of 4 places are free then"] == booking_lines(plan, now)

    async def story() -> None:
        assert plan.deeds == (await BulkRun(hiring).run(plan.deeds)).done

    drive(story())
    full = next(slot for slot in hiring.slots() if slot.id == "s-tomorrow")
    assert (full.capacity, 4) == (full.booked, full.booked)


def test_who_has_another_appointment_is_moved_and_back_again(drive: Drive, hiring: FakeHiringDesk) -> None:
    wish = BulkWish(kind="book", slot_id="s-late")
    picked = [the_one(hiring, name) for name in ("袁媛", "曾强", "梁玉兰")]
    plan = plan_of(hiring, wish, picked)
    late = next(slot for slot in hiring.slots() if slot.id == "s-late")
    assert ["7 of 10 places are free then", "1 of them give up another appointment"] == booking_lines(plan, late)

    async def story() -> None:
        done = await BulkRun(hiring).run(plan.deeds)
        assert {"s-late"} == {hiring.application(row.n).handling.slot_id for row in picked}
        back = await BulkRun(hiring).run(back_again(done.done, wish, ME, "点错了"))
        assert () == back.refused

    drive(story())
    stand = [hiring.application(row.n) for row in picked]
    assert [row.status for row in picked] == [row.status for row in stand]
    assert [(row.handling.slot_id, row.appointment_at) for row in picked] == [
        (row.handling.slot_id, row.appointment_at) for row in stand
    ]


def test_a_withdrawal_of_many_stays(drive: Drive, hiring: FakeHiringDesk) -> None:
    wish = BulkWish(kind="withdraw", status="withdrawn", reason="名单来自已退出的合作方")
    picked = [the_one(hiring, name) for name in ("程思远", "邓伟", "宋佳")]
    plan = plan_of(hiring, wish, picked)
    assert [
        "1 of 3 go from “To call” to “Withdrawn”",
        "1 of 3 go from “Interview booked” to “Withdrawn”",
        "Nobody may call them any more. This cannot be taken back.",
    ] == preview_lines(plan, wish, "")
    assert ["“Withdrawn” cannot become “Withdrawn”"] == [refused.why for refused in plan.refused]
    assert [] == back_again(plan.deeds, wish, ME, "x")

    async def story() -> None:
        assert 2 == len((await BulkRun(hiring).run(plan.deeds)).done)

    drive(story())
    assert "名单来自已退出的合作方" == hiring.history_now(the_one(hiring, "程思远").id)[-1].text


def test_only_next_states_that_suit_many_are_offered(hiring: FakeHiringDesk) -> None:
    offered = dict(next_states(everybody(hiring)))
    assert {"interview_booked", "withdrawn"}.isdisjoint(offered)
    assert offered["contacting"] == sum(row.status in {"new", "unreachable"} for row in everybody(hiring))
    assert [] == next_states([the_one(hiring, "宋佳")])


@pytest.mark.parametrize(
    "wish",
    [
        BulkWish(kind="status", status="contacting"),
        BulkWish(kind="status", status="invalid", reason="错号"),
        BulkWish(kind="claim"),
        BulkWish(kind="hand_over", to=FANG, reason="换班"),
    ],
)
def test_what_was_done_can_be_taken_back(drive: Drive, hiring: FakeHiringDesk, wish: BulkWish) -> None:
    fresh = [row for row in everybody(hiring) if row.status == "new" and not row.owner]
    plan = plan_of(hiring, wish, fresh)

    async def story() -> None:
        done = await BulkRun(hiring).run(plan.deeds)
        assert plan.deeds == done.done
        back = await BulkRun(hiring).run(back_again(done.done, wish, ME, "点错了"))
        assert () == back.refused
        assert len(fresh) == len(back.done)

    drive(story())
    assert fresh
    assert {"new"} == {hiring.application(row.n).status for row in fresh}
    assert wish.kind == "status" or {""} == {hiring.application(row.n).owner for row in fresh}


def test_a_note_stays(hiring: FakeHiringDesk) -> None:
    wish = BulkWish(kind="note", text="周三有面试专场")
    assert [] == back_again(plan_of(hiring, wish).deeds, wish, ME, "x")


# --- doing


def test_who_was_changed_meanwhile_stays_and_the_others_go_on(drive: Drive, hiring: FakeHiringDesk) -> None:
    wish = BulkWish(kind="status", status="contacting")
    rows = [row for row in everybody(hiring) if row.status == "new" and not row.owner]
    plan = plan_of(hiring, wish, rows)
    faster = rows[2]
    hiring.act_as(FANG, RecordAttempt(application_id=faster.id, event_id=new_id(), outcome="answered"))

    async def story() -> None:
        result = await BulkRun(hiring).run(plan.deeds)
        assert [faster.id] == [deed.row.id for deed in result.refused]
        assert len(rows) - 1 == len(result.done)
        assert not result.stopped

    drive(story())
    assert "reached" == hiring.application(faster.n).status


def test_a_full_disk_ends_it_and_says_so(drive: Drive, hiring: FakeHiringDesk) -> None:
    plan = plan_of(hiring, BulkWish(kind="note", text="x"))
    hiring.failing = StoreFull("full")

    async def story() -> None:
        result = await BulkRun(hiring).run(plan.deeds)
        assert () == result.done
        assert isinstance(result.error, StoreFull)

    drive(story())


def many(hiring: FakeHiringDesk, count: int) -> None:
    model = the_one(hiring, "姜河")
    hiring.put(*(replace(model, id=f"x{n}", n=1000 + n, name=f"新{n}") for n in range(count)))


def test_a_long_one_shows_how_far_it_is_and_can_be_stopped(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    many(hiring, 300)

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 314)
            page.select_all()
            dialog = page.bulk("claim")
            await until(dialog.yes.isEnabled)
            said: list[str] = []
            page.said.connect(lambda words, _offer, _act: said.append(words))
            seen: list[int] = []
            dialog._run.progressed.connect(lambda done, _total: (seen.append(done), dialog.no.click()))
            dialog.yes.click()
            await until(lambda: said)
            assert [50] == seen
            assert "50 claimed · stopped" == said[0]

    drive(story())


def test_from_selection_over_preview_to_undo(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            page.select_all()
            assert "14 selected" == page.bulk_bar.count.text()
            dialog = page.bulk("status")
            await until(lambda: "10 of 14 go from “To call” to “Calling”" == dialog.preview.text())
            assert "contacting" == dialog.fields.state.currentData(), "what ends nothing comes first"
            changed = len(dialog.plan.deeds)
            assert f"Change {changed}" == dialog.yes.text()
            assert "王芳 is working on it (程思远)" in dialog.refusals.text()
            said: list[tuple[str, str, Any]] = []
            page.said.connect(lambda *words: said.append(words))
            dialog.yes.click()
            await until(lambda: said)
            words, offer, undo = said[0]
            assert (f"{changed} are now “Calling”", "Undo") == (words, offer)
            undo()
            await until(lambda: len(said) == 2)
            assert f"{changed} taken back" == said[1][0]
            assert "new" == the_one(hiring, "姜河").status
            history = hiring.history_now(the_one(hiring, "姜河").id)
            assert ["status", "undo"] == [line.kind for line in history]
            assert history[-1].text

    drive(story())


def test_only_who_works_for_one_of_the_employers_is_offered(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    async def offered(*names: str) -> list[str]:
        async with opened_hr() as page:
            dialog = BulkDialog(
                hiring,
                page._tasks,
                hiring.clock,
                words=page.words,
                kind="hand_over",
                numbers=[the_one(hiring, name).n for name in names],
                parent=page,
            )
            await until(dialog.yes.isEnabled)
            found = [dialog.fields.to.itemText(at) for at in range(dialog.fields.to.count())]
            dialog.reject()
            return found

    async def story() -> None:
        assert ["王芳"] == await offered("姜河", "袁媛")
        assert ["王芳", "赵强"] == await offered("姜河", "任重")

    drive(story())


def test_only_slots_with_room_for_some_of_them_are_offered(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until
) -> None:
    gone, today = (next(s for s in hiring.slots() if s.id == id_) for id_ in ("s-gone", "s-today"))
    hiring.put(replace(gone, id="s-shut", starts_at=today.starts_at, closed=True, booked=0))
    hiring.put(replace(today, capacity=today.booked))

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            page.select_all()
            dialog = page.bulk("book")
            await until(dialog.fields.slot.count)
            slots = [dialog.fields.slot.itemData(at) for at in range(dialog.fields.slot.count())]
            assert ["s-tomorrow", "s-o2", "s-late"] == slots
            assert "18 free" in dialog.fields.slot.itemText(0)
            await until(dialog.preview.text)
            dialog.reject()

    drive(story())


@pytest.mark.parametrize(
    ("kind", "status", "missing"),
    [
        ("status", "invalid", "Say why"),
        ("note", "", "Write the note"),
        ("undo", "", "Say why"),
        ("withdraw", "", "Say why"),
    ],
)
def test_what_is_needed_is_asked_for_first(
    drive: Drive, opened_hr: OpenedHr, hiring: FakeHiringDesk, until: Until, kind: BulkKind, status: str, missing: str
) -> None:
    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            page.select_all()
            dialog = page.bulk(kind, status)
            await until(lambda: dialog.preview.text() == missing)
            assert not dialog.yes.isEnabled()
            dialog.fields.reason.setText("号码是别人的")
            dialog.fields.note.setPlainText("周三有专场")
            await until(dialog.yes.isEnabled)
            dialog.reject()

    drive(story())


def test_keys_with_several_selected_are_meant_for_all(
    drive: Drive, opened_hr: OpenedHr, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(HrPage, "bulk", lambda _self, kind, status="": asked.append(f"{kind}{status}"))

    async def story() -> None:
        async with opened_hr() as page:
            await until(lambda: page.table.rowCount() == 14)
            page.select_all()
            for key in (Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_U, Qt.Key.Key_B):
                QTest.keyClick(page.view, key)

    drive(story())
    assert ["claim", "hand_over", "note", "status", "undo", "book"] == asked


def test_claims_of_a_moment_ago_count_in_the_plan(hiring: FakeHiringDesk, clock: FakeClock) -> None:
    row = the_one(hiring, "姜河")
    hiring.act_as(FANG, ClaimApplication(application_id=row.id, event_id=new_id()))
    assert 0 == len(plan_of(hiring, BulkWish(kind="claim"), [the_one(hiring, "姜河")]).deeds)
    clock.advance(3600)
    assert 1 == len(plan_of(hiring, BulkWish(kind="claim"), [the_one(hiring, "姜河")]).deeds), "released by then"
