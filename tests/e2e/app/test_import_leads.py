"""``kzg-desktop import leads``: from a platform's file to the hub and into the desktop's cache, as processes."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kzg_desktop.cache.keys import cache_key, open_secrets
from kzg_desktop.domain.actions import PutBroadcast
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.link import Link
from kzg_desktop.services import FeedQuery
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.ui.settings_store import SettingsStore
from tests.e2e.app.invented_leads import JOBS, ROWS, sample_leads


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kzg_desktop", "import", *arguments, "--data-dir", str(folder)]
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=100)


@pytest.fixture
def leads(tmp_path: Path) -> Path:
    return sample_leads(tmp_path)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a desk with jobs that no hub knows yet."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder, jobs = tmp_path / "desk", tmp_path / "jobs.csv"
    folder.mkdir()
    jobs.write_text(JOBS, "utf-8")
    return folder


def _add_jobs(folder: Path) -> None:
    done = _run(folder, "jobs", str(folder.parent / "jobs.csv"))
    assert done.returncode == 0, done.stderr


async def _signed_in(folder: Path, url: str, invitation: str) -> None:
    SettingsStore(folder / "settings.json").change(mode="hub", hub_url=url)
    secrets = open_secrets(folder)
    desk = await LocalDesk.open(folder, cache_key(secrets, url), SystemClock())
    try:
        await Link(desk, secrets, hub=url, data_dir=folder).sign_in(invitation)
    finally:
        await desk.close()


async def _with_broadcast(folder: Path) -> None:
    """Make a broadcast, with nobody there to tell the hub yet."""
    secrets, hub = open_secrets(folder), SettingsStore(folder / "settings.json").value.hub
    desk = await LocalDesk.open(folder, cache_key(secrets, hub), SystemClock())
    await desk.act(PutBroadcast(broadcast=Broadcast(id="live-1", title="华北专场")))
    await desk.close()


async def _cached(folder: Path) -> list[Any]:
    """Return the applications in the desktop's cache, once it is as new as its hub."""
    secrets, hub = open_secrets(folder), SettingsStore(folder / "settings.json").value.hub
    desk = await LocalDesk.open(folder, cache_key(secrets, hub), SystemClock())
    link = Link(desk, secrets, hub=hub, data_dir=folder)
    running = asyncio.create_task(link.run())
    try:
        async with asyncio.timeout(60):
            await link.wait_live()
        return await desk.feed_rows(await desk.feed_ids(FeedQuery(channel="sheet")))
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await desk.close()


def _job_ids(folder: Path, leads: Path) -> dict[str, str]:
    report = json.loads(_run(folder, "leads", str(leads), "--dry-run", "--json").stdout)
    return {row["fields"]["title"]: row["job_id"] for row in report["rows"] if "job_id" in row}


def test_the_file_of_one_broadcast_reaches_the_hub_once(desk: Path, leads: Path, hub: Any, tmp_path: Path) -> None:
    asyncio.run(_signed_in(desk, hub.url, hub.invitation))
    _add_jobs(desk)
    asyncio.run(_with_broadcast(desk))
    unreadable = tmp_path / "unreadable.csv"
    command = ["leads", str(leads), "--json", "--broadcast", "live-1", "--job", _job_ids(desk, leads)["焊装工"]]
    done = _run(desk, *command, "--save-unreadable", str(unreadable))
    assert done.returncode == 1, done.stderr
    first = json.loads(done.stdout)
    assert ROWS == first["read"] == first["ok"] + first["warnings"] + first["errors"] == len(first["rows"])
    assert first["errors"] == len(unreadable.read_text("utf-8-sig").splitlines()) - 1
    sent = [row for row in first["rows"] if row["status"] != "error"]
    people = {(row["fields"]["phone"], row["job_id"]) for row in sent}
    assert len(people) == first["outcomes"]["created"]
    assert len(sent) == sum(first["outcomes"].values())

    rows = asyncio.run(_cached(desk))
    assert people == {(row.phone, row.job_id) for row in rows}
    assert (len(people), {"live-1"}) == (len(rows), {row.broadcast_id for row in rows})

    again = json.loads(_run(desk, *command).stdout)
    assert {"created": 0, "updated": 0, "unchanged": len(sent), "refused": 0} == again["outcomes"]
    assert 0 == again["written"]
    assert sorted(rows, key=lambda row: row.n) == sorted(asyncio.run(_cached(desk)), key=lambda row: row.n)


def test_a_desk_with_its_own_hub_takes_leads_and_prints_nobody(desk: Path, tmp_path: Path) -> None:
    _add_jobs(desk)
    path = tmp_path / "leads.csv"
    path.write_text("姓名,手机号,意向岗位\n王小明,13800138000,焊装工\n李四,13900139000,不限\n", "utf-8")
    done = _run(desk, "leads", str(path))
    assert 1 == done.returncode
    assert "共 2 行：正常 1，注意 0，错误 1。新增 1，更新 0，已有 0，拒收 0。" in done.stdout
    assert not any(words in done.stdout for words in ("13800138000", "王小明"))
    assert [("王小明", "13800138000", "焊装工")] == [
        (row.name, row.phone, row.job_title) for row in asyncio.run(_cached(desk))
    ]


def test_without_the_hub_nothing_is_sent_and_the_reason_is_told(desk: Path, leads: Path, hub: Any) -> None:
    asyncio.run(_signed_in(desk, hub.url, hub.invitation))
    _add_jobs(desk)
    hub.stop()
    done = _run(desk, "leads", str(leads))
    assert (2, "") == (done.returncode, done.stdout)
    assert "一条也没有导入" in done.stderr
    assert 1 == len(done.stderr.splitlines())


def test_a_host_may_not_bring_leads(desk: Path, tmp_path: Path, hub: Any) -> None:
    asyncio.run(_signed_in(desk, hub.url, hub.invite("host")))
    _add_jobs(desk)
    path = tmp_path / "leads.csv"
    path.write_text("姓名,手机号,意向岗位\n王小明,13800138000,焊装工\n", "utf-8")
    done = _run(desk, "leads", str(path))
    assert 2 == done.returncode
    assert "没有录入报名的权限" in done.stderr
    assert [] == asyncio.run(_cached(desk))


def test_a_dry_run_reads_without_a_hub(tmp_path: Path, leads: Path) -> None:
    done = _run(tmp_path / "new", "leads", str(leads), "--dry-run", "--json")
    report = json.loads(done.stdout)
    assert (1, True, ROWS) == (done.returncode, report["dry_run"], report["read"])
    statuses = Counter(row["status"] for row in report["rows"])
    assert (report["ok"], report["warnings"], report["errors"]) == tuple(
        statuses[name] for name in ("ok", "warning", "error")
    )
    assert report["errors"] == sum("phone" not in row["fields"] for row in report["rows"])
    assert "没有核对意向岗位" in report["messages"][-1]
