"""``kzg-desktop report`` as a process, with no hub anywhere: lists, summaries, files, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.keys import EMBEDDED, cache_key, open_secrets
from kzg_desktop.cache.outbox import Outbox
from kzg_desktop.domain.actions import LogExport
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.lock import FolderLock
from tests.gui.review.campaign import make_campaign


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desktop's folder as it is left on a laptop that nobody connects."""
    made = tmp_path_factory.mktemp("report") / "desk"
    made.mkdir()
    make_campaign(made, cache_key(open_secrets(made), EMBEDDED), (420, 90, 12))
    return made


@pytest.fixture
def report(folder: Path, tmp_path: Path):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "kzg_desktop", "report", *arguments, "--data-dir", str(folder)]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(
            command, check=False, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=100
        )

    return run


def test_it_lists_finds_and_sums_up(report) -> None:
    listed = report()
    assert (0, 4) == (listed.returncode, len(listed.stdout.splitlines()))
    several = report("华北")
    assert (2, "") == (several.returncode, several.stdout)
    assert [True] * 3 == [f"b{n}  " in several.stderr for n in range(3)]
    assert (2, 1) == (report("nope").returncode, len(report("nope").stderr.splitlines()))
    summary = report("第 3 场", "--lang", "en")
    assert (0, True, True) == (summary.returncode, "Sign-ups  420" in summary.stdout, "Total" in summary.stdout)


def test_files_for_one_employer_never_over_another_file(report, tmp_path: Path) -> None:
    options = ("b0", "--pdf", "a.pdf", "--xlsx", "a.xlsx", "--employer", "歌澜", "--lang", "zh", "--lag", "0")
    done = report(*options)
    assert (0, ["wrote a.pdf", "wrote a.xlsx"]) == (done.returncode, done.stdout.splitlines()), done.stderr
    assert b"%PDF" == (tmp_path / "a.pdf").read_bytes()[:4]
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    texts = {str(cell) for sheet in book for row in sheet.values for cell in row}
    assert (True, False) == ("歌澜声学" in texts, "北辰电子科技" in texts)
    assert ("归因时窗（秒）", 0) in {row[:2] for row in book["概要"].values}
    again = report(*options)
    assert (2, True) == (again.returncode, "--overwrite" in again.stderr)
    assert 0 == report(*options, "--overwrite").returncode


def test_totals_and_digest(report, tmp_path: Path) -> None:
    campaign = report("--campaign", "华北", "--xlsx", "c.xlsx", "--pdf", "c.pdf")
    assert 0 == campaign.returncode, campaign.stderr
    assert ("报名", 522) in {row[:2] for row in openpyxl.load_workbook(tmp_path / "c.xlsx")["概要"].values}
    pages = report("--digest", "2026-09-01", "--pdf", "d.pdf", "--xlsx", "d.xlsx")
    assert (0, b"%PDF") == (pages.returncode, (tmp_path / "d.pdf").read_bytes()[:4]), pages.stderr
    assert ("报名", 420) in {row[:2] for row in openpyxl.load_workbook(tmp_path / "d.xlsx")["日报"].values}
    digest = report("--digest", "2026-09-01", "--lang", "en")
    assert (0, True) == (digest.returncode, "420 sign-ups" in digest.stdout)
    assert 0 == report("--digest").returncode
    assert 2 == report("--digest", "soon").returncode


@pytest.mark.parametrize(
    "arguments",
    [
        ("--pdf", "a.pdf"),
        ("b0", "--personal"),
        ("--campaign", "华北", "--employer", "x"),
        ("b0", "--lag", "601"),
        ("b0", "--employer", "nobody"),
        ("b0", "--pdf", "a", "--xlsx", "a"),
        ("b0", "--pdf", "none/a.pdf"),
        ("--digest", "--pdf", "none/a.pdf"),
    ],
)
def test_what_cannot_be_done_is_told_and_leaves_nothing(report, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = report(*arguments)
    assert (2, True, []) == (done.returncode, done.stderr != "", list(tmp_path.iterdir()))
    assert "Traceback" not in done.stderr


def test_names_and_phones_are_logged_and_need_the_window_closed(report, folder: Path, tmp_path: Path) -> None:
    lock = FolderLock(folder)
    try:
        assert 0 == report("b1", "--xlsx", "open.xlsx").returncode  # without names beside an open window
        refused = report("b1", "--personal", "--xlsx", "names.xlsx")
    finally:
        lock.release()
    assert (2, False) == (refused.returncode, (tmp_path / "names.xlsx").exists())
    done = report("b1", "--personal", "--xlsx", "names.xlsx", "--lang", "zh")
    assert 0 == done.returncode, done.stderr
    assert 91 == openpyxl.load_workbook(tmp_path / "names.xlsx")["报名人员"].max_row
    files = StoreFiles(folder, cache_key(open_secrets(folder), EMBEDDED))
    with closing(Outbox(files.outbox, files.key, SystemClock())) as outbox:
        actions = [entry.decoded() for entry in outbox.entries()]
    found = [action for action in actions if isinstance(action, LogExport)]
    assert 90 == sum(action.rows for action in found)
    assert {"names.xlsx · 直播复盘"} == {action.what for action in found}
