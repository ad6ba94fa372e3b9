from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.errors import StoreFull
from kzg_desktop.ui.interviews.check_in import CheckInDialog
from tests.gui.fake_hiring import FakeHiringDesk, the_one
from tests.gui.interviews.conftest import OpenedPage


def test_a_list_is_logged_and_remembered(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk, tmp_path: Path
) -> None:
    async def story() -> None:
        said: list[tuple] = []
        path = tmp_path / "签到表.pdf"
        async with opened() as page:
            page.said.connect(lambda *words: said.append(words))
            page.check_in.save([page.slots.list.slot], path)
            await until(lambda: said)
            assert path.read_bytes().startswith(b"%PDF")
            logged = [action for action in desk.acted if isinstance(action, LogExport)]
            assert [("o1", 3)] == [(action.employer_id, action.rows) for action in logged]
            everybody = [the_one(desk, name).id for name in ("邓伟", "曹静", "彭浩")]
            assert [(path, everybody)] == desk.kept
            assert ("Saved: 签到表.pdf", "Open") == said[0][:2]

    drive(story())


def test_what_cannot_be_logged_is_not_written(
    opened: OpenedPage, drive: Callable, until: Callable, desk: FakeHiringDesk, tmp_path: Path
) -> None:
    async def story() -> None:
        failures: list[object] = []
        async with opened() as page:
            page.failed.connect(failures.append)
            desk.failing = StoreFull("no room")
            page.check_in.save([page.slots.list.slot], tmp_path / "a.pdf")
            await until(lambda: failures)
            assert [] == list(tmp_path.iterdir())
            assert [] == desk.kept

    drive(story())


def test_the_key_asks_for_slot_or_day(opened: OpenedPage, drive: Callable, desk: FakeHiringDesk) -> None:
    async def story() -> None:
        async with opened() as page:
            page.slots.list.choose("s-tomorrow")
            QTest.keyClick(page.slots.list, Qt.Key.Key_P)
            dialog = page.findChild(CheckInDialog)
            wanted: list[tuple] = []
            dialog.wanted.disconnect()
            dialog.wanted.connect(lambda *answer: wanted.append(answer))
            dialog.whole_day.setChecked(True)
            dialog.file.click()
            assert ["s-tomorrow", "s-late"] == [slot.id for slot in wanted[0][0]]

    drive(story())


def test_without_the_right_to_see_people_there_is_no_list(
    opened: OpenedPage, drive: Callable, desk: FakeHiringDesk
) -> None:
    async def story() -> None:
        desk.forbidden.add("applicant:pii")
        async with opened() as page:
            page.print_list()
            assert page.findChild(CheckInDialog) is None
            assert page.slots.people.bar.phone.isHidden()

    drive(story())
