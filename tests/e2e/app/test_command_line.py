"""The command line, as a process: options, exit codes, one line for what cannot be done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzg_desktop.embedded import EmbeddedHub


def _run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "kzg_desktop", *arguments]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, env=environment, timeout=100)


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_data_folder_counts_before_and_after_the_command(tmp_path: Path, place: str) -> None:
    folder = ["--data-dir", str(tmp_path / "desk")]
    done = _run(*folder, "doctor") if place == "before" else _run("doctor", *folder)
    assert (0, True) == (done.returncode, str(tmp_path / "desk") in done.stdout)


def test_a_folder_that_cannot_be_made_is_told_in_one_line() -> None:
    done = _run("doctor", "--data-dir", "/proc/nope")
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))


def test_a_damaged_outbox_is_found(tmp_path: Path) -> None:
    assert _run("import", "jobs", str(_sheet(tmp_path)), "--data-dir", str(tmp_path)).returncode == 0
    (outbox,) = tmp_path.glob("outbox-*.db")
    content = bytearray(outbox.read_bytes())
    content[5000:5100] = bytes(100)
    outbox.write_bytes(content)
    done = _run("doctor", "--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "!!  outbox" in done.stdout


async def test_the_hub_does_not_import_from_the_folder_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "queue.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    hub = EmbeddedHub(tmp_path / "hub")
    try:
        assert (await hub.start()).startswith("http://127.0.0.1:")
    finally:
        await hub.stop()


def _sheet(folder: Path) -> Path:
    path = folder / "jobs.csv"
    path.write_text("企业名称,岗位名称,招聘人数,有效期至\n示例电子,组装工,20,2099-12-31\n", encoding="utf-8")
    return path
