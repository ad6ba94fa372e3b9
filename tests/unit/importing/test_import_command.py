"""``kzg-desktop import jobs``: what it prints, what it writes, and how it exits."""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from pathlib import Path

import pytest

from kzg_desktop.cli import import_jobs
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.errors import AlreadyRunning
from kzg_desktop.lock import FolderLock
from kzg_desktop.sync.desk import LocalDesk


def command(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    import_jobs.add_parser(parser.add_subparsers())
    args = parser.parse_args(["import", "jobs", *arguments])
    code: int = args.run(args)
    return code


async def jobs_in(folder: Path) -> list[str]:
    desk = await LocalDesk.open(folder, import_jobs._key(folder), SystemClock())
    try:
        return [job.title for job in desk.jobs()]
    finally:
        await desk.close()


def test_json_of_a_dry_run(agency_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == command(str(agency_file), "--dry-run", "--json", "--today", "2026-08-21")
    out = json.loads(capsys.readouterr().out)
    assert ("岗位汇总.xlsx", "岗位汇总", True) == (out["file"], out["sheet"], out["dry_run"])
    assert (9, 6, 3, 0, 5) == (out["read"], out["ok"], out["warnings"], out["errors"], len(out["skipped"]))
    first = out["rows"][0]
    assert (4, "ok", "总装操作工", 300, 21) == (
        first["row"],
        first["status"],
        first["fields"]["title"],
        first["fields"]["total_job_openings"],
        first["fields"]["pay"]["hourly_yuan"],
    )
    assert "没有具体人数" in "".join(out["rows"][5]["messages"])


def test_the_table_names_every_row(agency_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == command(str(agency_file), "--dry-run", "--today", "2026-08-21")
    out = capsys.readouterr().out
    assert "共 9 行：正常 6，注意 3，错误 0。未写入（试运行）。" in out
    assert all(words in out for words in ("总装操作工", "合计行", "服装押金200元", "请勿修改表头"))


def test_a_row_with_an_error_gives_exit_code_1(tmp_path: Path) -> None:
    path = tmp_path / "缺.csv"
    path.write_text("企业名称,岗位名称,人数\n,普工,20\n", encoding="utf-8")
    assert 1 == command(str(path), "--dry-run")


def test_a_file_that_cannot_be_read_gives_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == command(str(tmp_path / "没有.xlsx"), "--dry-run")
    assert "找不到文件" in capsys.readouterr().err


def test_bad_usage_gives_exit_code_2(agency_file: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        command(str(agency_file), "--today", "soon")


def test_jobs_are_written_once(
    agency_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder = tmp_path / "data"
    assert 0 == command(str(agency_file), "--json", "--data-dir", str(folder))
    assert 9 == json.loads(capsys.readouterr().out)["written"]
    assert 9 == len(asyncio.run(jobs_in(folder)))
    assert 0 == command(str(agency_file), "--json", "--data-dir", str(folder))
    assert 0 == json.loads(capsys.readouterr().out)["written"]


def test_an_open_window_is_not_disturbed(agency_file: Path, tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(AlreadyRunning):
        command(str(agency_file), "--data-dir", str(tmp_path))
    lock.release()


def test_a_large_sheet_is_read_in_reasonable_time(tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    rows = "".join(f"样例厂{n % 50},普工{n},{n % 90 + 1},底薪2400+绩效,18-45岁,包住\n" for n in range(3000))
    path.write_text("企业名称,岗位名称,人数,工价,年龄,食宿\n" + rows, encoding="utf-8")
    started = time.monotonic()
    assert 0 == command(str(path), "--dry-run", "--json")
    assert 10 > time.monotonic() - started
