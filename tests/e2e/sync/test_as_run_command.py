"""``kzg-desktop as-run``: from local files alone, also while the desk is at work on them."""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from pathlib import Path

import pytest

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.keys import EMBEDDED, cache_key, open_secrets
from kzg_desktop.cli import as_run
from kzg_desktop.domain.actions import ClearAir, SetMode
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.errors import InvalidInput, StoreDamaged
from kzg_desktop.sync.desk import LocalDesk
from tests.e2e.sync.house import KEY, House, open_house
from tests.unit.cache.store import back_to_0001, build
from tests.unit.hub.live import LiveHub
from tests.unit.sync.rows import CAMPAIGN, OTHER, take

SHOW = [
    SetMode(broadcast_id="b1", mode="on_air", event_id="m1"),
    take("s1"),
    take("s2", OTHER, "i2"),
    ClearAir(broadcast_id="b1", event_id="c1", trigger="api"),
]


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """The data folder of a desk that never met a hub."""
    desk = await LocalDesk.open(tmp_path, cache_key(open_secrets(tmp_path), EMBEDDED), SystemClock())
    await desk.act(*CAMPAIGN, *SHOW)
    await desk.close()
    return tmp_path


def command(folder: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    as_run.add_parser(parser.add_subparsers())
    args = parser.parse_args(["as-run", *arguments, "--data-dir", str(folder)])
    code: int = args.run(args)
    return code


def test_without_a_broadcast_it_lists_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == command(folder)
    heading, line = capsys.readouterr().out.splitlines()
    assert ["id", "starts", "takes", "title"] == heading.split()
    assert ["b1", "2", "华北专场"] == line.split()


def test_what_was_done_offline_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == command(folder, "b1")
    lines = capsys.readouterr().out.splitlines()
    assert ["切换模式", "上墙", "上墙", "清屏"] == [line.split()[2] for line in lines[1:]]
    assert "控制接口" in lines[-1]


def test_both_files_are_written(folder: Path) -> None:
    written = [folder / "log.csv", folder / "log.xlsx"]
    assert 0 == command(folder, "b1", "--csv", str(written[0]), "--xlsx", str(written[1]), "--language", "en")
    rows = list(csv.reader(written[0].read_text("utf-8-sig").splitlines()))
    assert ["Event", "mode", "take", "take", "clear"] == [row[1] for row in rows]
    assert b"PK" == written[1].read_bytes()[:2]


@pytest.mark.parametrize("arguments", [("none",), ("--csv", "x.csv")])
def test_what_is_not_there_is_said_in_one_line(folder: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput, match="lists them"):
        command(folder, *arguments)


def test_a_damaged_outbox_is_said_and_stays_where_it_is(folder: Path) -> None:
    (path,) = folder.glob("outbox-*.db")
    path.write_bytes(b"x" * 8192)
    with pytest.raises(StoreDamaged):
        command(folder, "b1")
    assert b"x" * 8192 == path.read_bytes()


def test_a_cache_of_another_version_is_left_to_the_window(tmp_path: Path) -> None:
    files = StoreFiles(tmp_path, KEY)
    build(files.cache, KEY)
    back_to_0001(files.cache, KEY)
    with pytest.raises(InvalidInput, match="open the window once"):
        as_run.read_record(files)


def test_it_needs_neither_qt_nor_http_nor_sqlalchemy(folder: Path) -> None:
    code = (
        "import sys; from kzg_desktop.__main__ import main;"
        f"assert main(['as-run', 'b1', '--data-dir', {str(folder)!r}, '--xlsx', {str(folder / 'x.xlsx')!r}]) == 0;"
        "print([m for m in ('PySide6', 'httpx', 'sqlalchemy', 'litestar', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


async def test_confirmed_and_unconfirmed_events_are_each_told_once_beside_a_desk_at_work(
    house: House, hub: LiveHub
) -> None:
    """In whatever order hub, page and answer come, and while the desk has the files open."""
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        expected: list[str] = []
        for n in range(15):
            await house.desk.act(
                take(f"s{n:02}a"), ClearAir(broadcast_id="b1", event_id=f"s{n:02}b"), take(f"s{n:02}c")
            )
            expected += [f"s{n:02}{k}" for k in "abc"]
            for _ in range(3):
                record = as_run.read_record(house.desk.files)
                assert expected == sorted(event.id for event in record.events)
                assert [f"s{n:02}c"] == [s.id for s in record.segments if s.ended_at is None]
                await house.desk.feed_counts("b1", since_minute=0)  # lets the engine go on
        await house.settled()
        record = as_run.read_record(house.desk.files)
        assert expected == sorted(event.id for event in record.events)
        assert house.desk.air_events("b1") == sorted(record.events, key=lambda e: (e.at, e.id))
