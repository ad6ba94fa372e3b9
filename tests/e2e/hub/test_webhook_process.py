"""The hub as a real process, with platforms that post to it as they do, also while it is killed."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.e2e.hub.test_hub_process import Process
from tests.unit.hub.webhook.platforms import douyin, kuaishou, signed, write_sources

_DEFAULTS = '[job]\ndefault = "job-a"\n[broadcast]\ndefault = "live-1"\n'
_LEADS = 60


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Process]]:
    write_sources(tmp_path, **dict.fromkeys(("kuaishou", "douyin", "oceanengine", "generic"), _DEFAULTS))
    processes: list[Process] = []

    def start_one() -> Process:
        processes.append(Process(tmp_path))
        return processes[-1]

    yield start_one
    for process in processes:
        process.close()


def test_every_platform_posts_as_it_does_and_hr_has_the_lead(start: Callable[[], Process], tmp_path: Path) -> None:
    hub = start()
    hub.prepare()
    now = int(time.time())
    assert {"challenge": 7} == douyin(hub.url, {"event": "verify_webhook", "content": {"challenge": 7}}).json()
    for _ in range(3):
        lead = {"message_id": "1", "data": {"lead_id": "1", "name": "王小明", "phone": "13800138000"}}
        assert 1 == kuaishou(hub.url, lead).json()["result"]
        content = json.dumps({"clue_id": "1", "name": "李华", "telphone": "13900139000"})
        assert douyin(hub.url, {"event": "clue", "content": content}, message_id="m").is_success
        clue = {"id": 1, "req_id": "r", "name": "赵六", "telphone": "13700137000", "gender": "女"}
        assert signed(hub.url, {"data": [clue, clue | {"id": 2, "telphone": ""}]}, now, name="oceanengine").is_success
        assert signed(hub.url, {"id": "1", "name": "孙七", "phone": "13600136000"}, now).is_success
    rows = hub.applications()
    assert {("kuaishou", "王小明"), ("douyin", "李华"), ("oceanengine", "赵六"), ("generic", "孙七")} == {
        (row["channel"], row["name"]) for row in rows
    }
    assert 4 == len(rows)
    command = [
        sys.executable,
        "-m",
        "kzg_desktop",
        "hub",
        "--data-dir",
        str(tmp_path),
        "dead-letters",
        "list",
        "--json",
    ]
    listing = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert [("oceanengine", "no-phone")] == [(letter["source"], letter["reason"]) for letter in listing]


def test_what_was_answered_with_200_is_there_after_a_kill_and_a_repeat_is_taken_once(
    start: Callable[[], Process],
) -> None:
    hub = start()
    hub.prepare()
    answered: list[int] = []
    enough = threading.Event()

    def post(url: str, number: int) -> bool:
        data = {"lead_id": str(number), "name": "王小明", "phone": f"138{number:08d}"}
        return kuaishou(url, {"message_id": str(number), "data": data}).is_success

    def platform() -> None:
        for number in range(_LEADS):
            try:
                if not post(hub.url, number):
                    return
            except httpx.HTTPError:
                return
            answered.append(number)
            if number == _LEADS // 3:
                enough.set()

    thread = threading.Thread(target=platform)
    thread.start()
    assert enough.wait(30)
    hub.kill()
    thread.join(30)
    hub = start()
    stored = {str(row["phone"]) for row in hub.applications()}
    assert {f"138{number:08d}" for number in answered} <= stored
    assert all(post(hub.url, number) for number in range(_LEADS))
    assert sorted(f"138{number:08d}" for number in range(_LEADS)) == sorted(
        str(row["phone"]) for row in hub.applications()
    )
