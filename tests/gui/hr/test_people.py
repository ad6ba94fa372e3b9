"""One human with several applications, and those who came along."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import LinkPeople, SetApplicationStatus, UnlinkPeople
from kzg_desktop.domain.hiring import PersonLink
from kzg_desktop.domain.ids import new_id
from kzg_desktop.ui.hr.outcome_dialog import ReasonDialog
from kzg_desktop.ui.hr.people_dialog import PeopleDialog
from tests.gui.fake_hiring import ME, FakeHiringDesk, sample_hiring, the_one
from tests.gui.hr.drawer_kit import a_dialog, drawn, settled

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def hiring() -> FakeHiringDesk:
    return sample_hiring()


def test_other_applications_of_the_same_phone_show_and_open(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("唐文斌")
            (other,) = d.drawer.sections.people.rows
            assert ("焊装工 · 海岳重工", "Considering") == (other.title.text(), other.chip.words)
            other.open.click()
            await settled(lambda: d.drawer.who.job.text() == "焊装工 · 海岳重工")
            assert [d.drawer.shown] == d.jumps

    drive(story())


def test_two_are_joined_and_taken_apart_again(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            d.drawer.people.ask_link("same")
            dialog = await a_dialog(PeopleDialog)
            dialog.search.setText("余波")
            await settled(lambda: ["余波"] == [row.name for row in dialog.found])
            dialog.yes.click()
            dialog.yes.click()
            await settled(lambda: d.drawer.sections.people.rows)
            assert [LinkPeople] == [type(action) for action in hiring.acted]
            titles = [line.title for line in d.drawer.sections.history.timeline.lines]
            assert titles.count("The same person") == 2  # both histories tell of it
            assert any("家里人接的" in line.text for line in d.drawer.sections.history.timeline.lines)
            (joined,) = d.drawer.sections.people.rows
            assert "余波" in joined.note.text()  # another name and another phone: perhaps joined by mistake
            joined.part.click()
            split = await a_dialog(ReasonDialog)
            assert "余波" in split.windowTitle()
            split.yes.click()
            await settled(lambda: not d.drawer.sections.people.rows)
            assert [LinkPeople, UnlinkPeople] == [type(action) for action in hiring.acted]
            assert [] == [link for link in hiring.person_links() if link.kind == "same"]

    drive(story())


def test_nobody_of_the_same_name_is_no_search_that_failed(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            d.drawer.people.ask_link("same")
            dialog = await a_dialog(PeopleDialog)
            told = "Nobody else of this name. Search for another name, or for a phone."
            await settled(lambda: told == dialog.none.text())
            dialog.search.setText("没有这个人")
            await settled(lambda: "Nobody found" == dialog.none.text())
            dialog.reject()

    drive(story())


def test_two_humans_with_one_phone_are_set_apart(drive, tasks, hiring) -> None:
    first = the_one(hiring, "袁媛")
    second = the_one(hiring, "余波")
    fields = {f: getattr(second, f) for f in second.__struct_fields__}
    hiring.put(type(second)(**fields | {"person_id": first.person_id, "phone": first.phone}))

    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            (other,) = d.drawer.sections.people.rows
            other.part.click()
            dialog = await a_dialog(ReasonDialog)
            dialog.yes.click()
            await settled(lambda: not d.drawer.sections.people.rows)
            assert [("apart", (second.id,))] == [
                (link.kind, link.members) for link in hiring.person_links() if link.id != "l1"
            ]
            await d.show("余波")
            assert [] == d.drawer.sections.people.rows

    drive(story())


def test_friends_are_linked_and_parted(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            d.drawer.people.ask_link("together")
            dialog = await a_dialog(PeopleDialog)
            dialog.search.setText("姜河")
            await settled(lambda: ["姜河"] == [row.name for row in dialog.found])
            dialog.note.setText("同乡")
            QTest.keyClick(dialog.search, Qt.Key.Key_Return)
            await settled(lambda: d.drawer.sections.people.rows)
            (row,) = d.drawer.sections.people.rows
            assert ("With 姜河", "同乡 · SMT 操作员") == (row.title.text(), row.note.text())
            row.part.click()
            part = await a_dialog(ReasonDialog)
            part.yes.click()
            await settled(lambda: not d.drawer.sections.people.rows)

    drive(story())


@pytest.mark.parametrize("opened_first", ["姜河", "袁媛"])
def test_the_application_that_was_linked_shows_and_no_later_one(drive, tasks, hiring, opened_first) -> None:
    linked, later = the_one(hiring, "姜河"), the_one(hiring, "叶子豪")
    other = {"姜河": the_one(hiring, "袁媛"), "袁媛": linked}[opened_first]
    link = PersonLink(
        id="l2", employer_id="o1", kind="together", members=(linked.person_id, the_one(hiring, "袁媛").person_id)
    )
    about = (the_one(hiring, opened_first).id, other.id)
    hiring.play(hiring.clock.now_ms(), ME, LinkPeople(link=link, application_ids=about, event_id=new_id()))
    fields = {"person_id": linked.person_id, "phone": linked.phone, "job_title": "别的岗位"}
    hiring.put(replace(later, received_at=linked.received_at + 1, **fields))

    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            await settled(lambda: d.drawer.sections.people.rows)
            (row,) = d.drawer.sections.people.rows
            assert linked.id == row.row.id

    drive(story())


def test_a_step_is_offered_for_those_who_came_along(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("曹静")
            d.drawer.outcome(2)  # arrived
            await settled(d.drawer.together.isVisible)
            assert "彭* came along and is at the same point. “Arrived” for them too?" == d.drawer.together.words.text()
            assert not d.drawer.panel.isVisible()
            assert 0 == d.moved_on
            hiring.clock.advance(1)
            d.drawer.outcome(1)
            with_her = the_one(hiring, "彭浩")
            await settled(lambda: hiring.application(with_her.n).status == "interviewed")
            assert "interviewed" == hiring.application(row.n).status
            steps = [action for action in hiring.acted if isinstance(action, SetApplicationStatus)]
            assert [row.id, with_her.id] == [step.application_id for step in steps]
            assert 1 == d.moved_on

    drive(story())


def test_nothing_is_offered_for_who_is_elsewhere(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("曹静")
            d.drawer.outcome(2)
            await settled(d.drawer.together.isVisible)
            d.drawer.together.no.click()
            assert 1 == d.moved_on
            await d.show("彭浩")
            hiring.clock.advance(1)
            d.drawer.outcome(2)
            await settled(lambda: d.moved_on == 2)
            assert not d.drawer.together.isVisible()

    drive(story())
