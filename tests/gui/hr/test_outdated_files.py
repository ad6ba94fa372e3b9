"""Exported files that hold somebody who was erased: told until they are deleted."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.outdated_files import OutdatedBar
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FakeHiringDesk

Bar = Callable[[], AbstractAsyncContextManager[OutdatedBar]]


@pytest.fixture
def bar(hiring: FakeHiringDesk, tasks: Tasks, clock: FakeClock, qapp: object) -> Bar:
    @asynccontextmanager
    async def made() -> AsyncIterator[OutdatedBar]:
        bar = OutdatedBar(hiring, tasks, clock)
        try:
            yield bar
        finally:
            bar.stop()
            bar.close()
            bar.deleteLater()

    return made


async def written(hiring: FakeHiringDesk, path: Path, *, outdated: bool = True) -> str:
    path.write_text("姓名,手机号\n", encoding="utf-8")
    before = {file.id for file in await hiring.exports()}
    await hiring.keep_export(path, ["a1"])
    [id_] = {file.id for file in await hiring.exports()} - before
    if outdated:
        hiring.outdate_export(id_)
    return id_


def test_a_file_is_told_of_and_deleted(
    drive: Callable, until: Callable, hiring: FakeHiringDesk, bar: Bar, tmp_path: Path
) -> None:
    async def story() -> None:
        async with bar() as shown:
            await written(hiring, tmp_path / "fine.xlsx", outdated=False)
            assert shown.text == ""
            await written(hiring, tmp_path / "old.xlsx")
            await until(lambda: shown.text.startswith("1 exported files hold people who were erased"))
            shown.button.click()
            dialog = shown.dialog
            assert dialog is not None
            assert "old.xlsx" == dialog.words[0]
            assert ["Open folder", "Delete file"] == [button.text() for button in dialog.buttons]
            dialog.buttons[1].click()
            await until(lambda: shown.text == "" and shown.dialog is None)
        assert ["fine.xlsx"] == [path.name for path in tmp_path.iterdir()]
        assert [tmp_path / "fine.xlsx"] == [file.path for file in await hiring.exports()]

    drive(story())


def test_one_that_is_gone_is_only_forgotten_when_the_user_says_so(
    drive: Callable, until: Callable, hiring: FakeHiringDesk, bar: Bar, tmp_path: Path
) -> None:
    async def story() -> None:
        await written(hiring, tmp_path / "moved.csv")
        (tmp_path / "moved.csv").rename(tmp_path / "elsewhere.csv")
        async with bar() as shown:
            await until(lambda: shown.text != "")
            shown.open_list()
            assert shown.dialog is not None
            assert "Not there any more" in shown.dialog.words[1]
            [button] = shown.dialog.buttons
            button.click()
            await until(lambda: shown.text == "")
        assert (tmp_path / "elsewhere.csv").exists()

    drive(story())


def test_a_file_written_anew_is_as_new(
    drive: Callable, until: Callable, hiring: FakeHiringDesk, bar: Bar, clock: FakeClock, tmp_path: Path
) -> None:
    async def story() -> None:
        async with bar() as shown:
            await written(hiring, tmp_path / "list.xlsx")
            await until(lambda: shown.text != "")
            clock.advance(60)
            await written(hiring, tmp_path / "list.xlsx", outdated=False)
            await until(lambda: shown.text == "")

    drive(story())


def test_a_file_that_cannot_be_deleted_stays_listed(
    drive: Callable, until: Callable, hiring: FakeHiringDesk, bar: Bar, tmp_path: Path
) -> None:
    async def story() -> None:
        id_ = await written(hiring, tmp_path / "old.xlsx")
        (tmp_path / "old.xlsx").unlink()
        (tmp_path / "old.xlsx").mkdir()  # nothing that unlink could take away
        failed: list[BaseException] = []
        async with bar() as shown:
            shown.failed.connect(failed.append)
            await until(lambda: shown.text != "")
            shown.open_list()
            assert shown.dialog is not None
            shown.dialog.buttons[1].click()
            await until(lambda: failed)
            assert "old.xlsx could not be deleted" in str(failed[0])
            assert [id_] == [file.id for file in await hiring.exports()]
            shown.dialog.reject()

    drive(story())
