"""Saving a report: what is logged before it is there, what is left when it fails or is stopped."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.errors import InvalidInput, Refusal, StoreFull
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.ui.report import saving
from kzg_desktop.ui.report.saving import Wish, make, save
from kzg_desktop.wire import Account

pytestmark = pytest.mark.usefixtures("qapp")


def wish(tmp_path: Path, **fields) -> Wish:
    files = {"pdf": tmp_path / "a.pdf", "xlsx": tmp_path / "a.xlsx"}
    return Wish(**{"broadcast_id": "b0", "language": "zh"} | files | fields)


def logged(desk: LocalDesk) -> list[LogExport]:
    actions = (entry.decoded() for entry in desk.unconfirmed(0))
    return [action for action in actions if isinstance(action, LogExport)]


def test_without_names_nothing_is_logged(on_desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    async def story(desk: LocalDesk) -> None:
        paths = await save(desk, desk.clock, wish(tmp_path), lambda *found: told.append(found))
        assert (tmp_path / "a.pdf", tmp_path / "a.xlsx") == paths
        assert [] == logged(desk)
        assert [] == await desk.exports()

    asyncio.run(on_desk(story))
    assert (b"%PDF", b"PK") == ((tmp_path / "a.pdf").read_bytes()[:4], (tmp_path / "a.xlsx").read_bytes()[:2])
    assert any(total for _done, total in told)


def test_with_names_each_file_is_logged_for_each_employer_and_remembered(on_desk, tmp_path: Path) -> None:
    async def story(desk: LocalDesk) -> None:
        await save(desk, desk.clock, wish(tmp_path, personal=True))
        found = logged(desk)
        assert 8 == len(found)
        assert {"o0", "o1", "o2", "o3"} == {one.employer_id for one in found}
        assert 2 * 420 == sum(one.rows for one in found)
        assert {"a.pdf · 直播复盘", "a.xlsx · 直播复盘"} == {one.what for one in found}
        assert {tmp_path / "a.pdf", tmp_path / "a.xlsx"} == {file.path for file in await desk.exports()}

    asyncio.run(on_desk(story))


def test_one_employers_report_has_and_logs_only_its_people(on_desk, tmp_path: Path) -> None:
    async def story(desk: LocalDesk) -> int:
        made = await make(desk, desk.clock, wish(tmp_path, employer_id="o1", personal=True))
        assert "歌澜声学" == made.about.employer
        assert made.about.people is not None
        assert {"o1"} == {one.employer_id for one in made.about.people}
        assert len(made.review.facts.sent) == len(made.about.people)
        await save(desk, desk.clock, wish(tmp_path, employer_id="o1", personal=True, pdf=None))
        (only,) = logged(desk)
        assert ("o1", len(made.about.people)) == (only.employer_id, only.rows)

    asyncio.run(on_desk(story))
    assert not (tmp_path / "a.pdf").exists()


def test_nobody_without_the_right_gets_names(on_desk, tmp_path: Path) -> None:
    async def story(desk: LocalDesk) -> None:
        desk.recorded.account = Account(id="acc", name="主播", role="host", permissions=["job:read"], scopes=["*"])
        with pytest.raises(Refusal):
            await save(desk, desk.clock, wish(tmp_path, personal=True))

    asyncio.run(on_desk(story))
    assert [] == list(tmp_path.glob("a.*"))


def test_a_file_that_cannot_be_written_is_not_remembered(on_desk, tmp_path: Path) -> None:
    async def story(desk: LocalDesk) -> None:
        with pytest.raises(StoreFull):
            await save(desk, desk.clock, wish(tmp_path, personal=True, xlsx=None, pdf=tmp_path / "none" / "a.pdf"))
        assert [] == await desk.exports()

    asyncio.run(on_desk(story))


def test_what_is_not_there_is_told(on_desk, tmp_path: Path) -> None:
    async def story(desk: LocalDesk) -> None:
        for wrong in (wish(tmp_path, broadcast_id="x"), wish(tmp_path, employer_id="x")):
            with pytest.raises(InvalidInput):
                await save(desk, desk.clock, wrong)

    asyncio.run(on_desk(story))


def test_stopped_while_painting_nothing_is_logged_and_nothing_written(
    on_desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(desk: LocalDesk) -> None:
        begun, ended = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()
        contents = saving._contents

        def watched(*args):
            try:
                return contents(*args)
            finally:
                loop.call_soon_threadsafe(ended.set)

        monkeypatch.setattr(saving, "_contents", watched)
        work = asyncio.create_task(
            save(desk, desk.clock, wish(tmp_path, personal=True), lambda _done, _total: begun.set())
        )
        await begun.wait()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        await ended.wait()
        assert [] == logged(desk)
        assert [] == await desk.exports()

    asyncio.run(on_desk(story))
    assert [] == list(tmp_path.glob("a.*"))
