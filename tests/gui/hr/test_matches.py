"""Other jobs that fit, in words, and moving an application there."""

from __future__ import annotations

import pytest

from kzg_desktop.domain.actions import AssignApplication
from kzg_desktop.domain.matching import Reason
from kzg_desktop.ui.hr.matches_section import AssignDialog, reason_words
from tests.gui.fake_hiring import FakeHiringDesk, sample_hiring
from tests.gui.hr.drawer_kit import a_dialog, drawn, settled

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def hiring() -> FakeHiringDesk:
    return sample_hiring()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("潍坊", Reason(kind="city", met=True, wanted="潍坊", offered="潍坊")),
        ("in 烟台, not 潍坊", Reason(kind="city", met=False, wanted="潍坊", offered="烟台")),
        ("¥ 7,000 a month", Reason(kind="pay", met=True, wanted=6000, offered=7000, basis="wish")),
        ("¥ 5,000 a month, 6,000 wanted", Reason(kind="pay", met=False, wanted=6000, offered=5000, basis="wish")),
        (
            "¥ 5,000 a month; the job applied for pays ¥ 6,000",
            Reason(kind="pay", met=False, wanted=6000, offered=5000, basis="applied"),
        ),
        ("两班倒, Day shift wanted", Reason(kind="shift", met=False, wanted="day", offered="两班倒")),
        ("lodging: 包住", Reason(kind="lodging", met=True, offered="包住")),
        ("board not stated", Reason(kind="board", met=False, offered="")),
        ("497 places left", Reason(kind="seats", met=True, offered=497)),
        ("", Reason(kind="seats", met=True, offered="")),
    ],
)
def test_reasons_in_words(words: str, reason: Reason) -> None:
    assert words == reason_words(reason)


def test_jobs_that_fit_are_looked_at_and_taken(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("蒋欣")
            d.drawer.sections.fold("matches").set_open(True)
            first = d.drawer.sections.matches.rows[0]
            assert ("SMT 操作员", "歌澜声学") == (first.job.title, first.job.hiring_organization)
            first.look.click()
            assert [first.job.id] == d.jobs
            first.assign.click()
            dialog = await a_dialog(AssignDialog)
            assert not dialog.agreed.isVisible()
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).job_id == "j1")
            assert 0 == d.moved_on

    drive(story())


def test_another_employer_needs_the_persons_word(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("蒋欣")
            d.drawer.sections.fold("matches").set_open(True)
            theirs = next(m for m in d.drawer.sections.matches.rows if m.job.employer_id == "o2")
            theirs.assign.click()
            dialog = await a_dialog(AssignDialog)
            assert "蒋欣 has agreed that 海岳重工 gets their data" == dialog.agreed.text()
            dialog.yes.click()
            assert [] == hiring.acted
            dialog.agreed.setChecked(True)
            dialog.yes.click()
            await settled(lambda: hiring.application(row.n).employer_id == "o2")
            (action,) = hiring.acted
            assert isinstance(action, AssignApplication)
            assert "reached" == action.base_status
            assert 1 == d.moved_on

    drive(story())
