"""The hub as a real process, and a real browser in a viewer's hand."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import msgspec
import psutil
import pytest
from playwright.sync_api import Page, sync_playwright

from kzg_desktop.domain.actions import (
    AddToLineup,
    PutBroadcast,
    PutJob,
    PutOrganization,
    TakeCard,
    encode_action,
)
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Organization, Pay

SECRET = "a secret of the tests, long enough"
DEADLINE_S = 30.0
JOB = Job(
    id="job-a",
    employer_id="org-a",
    hiring_organization="北辰电子",
    title="总装操作工",
    pay=Pay(month_min_yuan=5500, month_max_yuan=7000),
    job_benefits=("免费食宿", "中央空调"),
)


class Process:
    """An embedded hub, and the session of its desktop."""

    def __init__(self, data_dir: Path) -> None:
        command = [sys.executable, "-m", "kzg_desktop", "hub", "--embedded", "--data-dir", str(data_dir)]
        self.popen = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.popen.stdin is not None
        assert self.popen.stdout is not None
        self.popen.stdin.write(json.dumps({"secret": SECRET, "role": "admin"}).encode() + b"\n")
        self.popen.stdin.flush()
        self.url = json.loads(self.popen.stdout.readline())["url"]
        body = {"device_id": "desk", "device_name": "desk", "embedded_secret": SECRET}
        session = httpx.post(f"{self.url}/v1/session", json=body, timeout=20).json()
        self.http = httpx.Client(
            base_url=self.url, headers={"Authorization": f"Bearer {session['access_token']}"}, timeout=20
        )

    def prepare(self) -> None:
        """Put one card on air."""
        actions = [
            PutOrganization(organization=Organization(id="org-a", name="北辰电子")),
            PutJob(job=JOB, base_version=0),
            PutBroadcast(broadcast=Broadcast(id="live-1", title="华北专场")),
            AddToLineup(item=LineupItem(id="i", broadcast_id="live-1", job_id="job-a", employer_id="", position="a0")),
            TakeCard(segment_id="s", broadcast_id="live-1", item_id="i", card=JOB, planned_s=300),
        ]
        mutations = [
            {"number": n, "id": f"m{n}", "age_ms": 0, "action": msgspec.Raw(encode_action(action))}
            for n, action in enumerate(actions, 1)
        ]
        results = self.http.post("/v1/mutations", content=msgspec.json.encode({"mutations": mutations}), headers=_JSON)
        assert ["applied"] * 5 == [result["outcome"] for result in results.json()["results"]]

    def applications(self) -> list[dict[str, object]]:
        items = self.http.get("/v1/snapshot", params={"entity": "application"}).json()["items"]
        return [item["data"] for item in items]

    def kill(self) -> None:
        self.popen.kill()
        self.close()

    def close(self) -> None:
        self.http.close()
        assert self.popen.stdin is not None
        assert self.popen.stdout is not None
        self.popen.stdin.close()
        self.popen.wait(DEADLINE_S)
        self.popen.stdout.close()


_JSON = {"Content-Type": "application/json"}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Process]]:
    processes: list[Process] = []

    def start_one() -> Process:
        processes.append(Process(tmp_path))
        return processes[-1]

    yield start_one
    for process in processes:
        process.close()


@contextmanager
def browser_page(*, java_script: bool = True) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=java_script)
        yield context.new_page()
        browser.close()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline
        os.sched_yield()


@pytest.mark.browser
@pytest.mark.parametrize("java_script", [True, False], ids=["script", "no script"])
def test_a_viewer_signs_up_and_a_double_tap_makes_one_application(
    start: Callable[[], Process], java_script: bool
) -> None:
    hub = start()
    hub.prepare()
    with browser_page(java_script=java_script) as page:
        page.goto(f"{hub.url}/apply/live-1")
        page.get_by_label("姓名").fill("王小明")
        page.get_by_label("手机号").fill("138 0013 8000")
        page.get_by_label("我同意").check()
        page.get_by_role("button", name="马上报名").dblclick()
        page.wait_for_url("**/done?r=*")
        text = page.inner_text("main")
    assert "138****8000" in text
    [row] = hub.applications()
    assert ("王小明", "13800138000", "s") == (row["name"], row["phone"], row["segment_id"])


@pytest.mark.browser
def test_what_was_typed_is_kept_after_a_refusal(start: Callable[[], Process]) -> None:
    hub = start()
    hub.prepare()
    with browser_page(java_script=False) as page:
        page.goto(f"{hub.url}/apply/live-1")
        page.get_by_label("姓名").fill("王小明")
        page.get_by_label("手机号").fill("1380013800")
        page.get_by_text("再多说一点").click()
        page.get_by_label("想去的城市").fill("潍坊")
        page.get_by_label("我同意").check()
        page.get_by_label("手机号").press("Enter")
        page.get_by_text("现在只有 10 位数字").wait_for()
        kept = [page.get_by_label(label).input_value() for label in ("姓名", "手机号", "想去的城市")]
        assert ["王小明", "1380013800", "潍坊"] == kept
        assert page.get_by_label("我同意").is_checked()
        button = page.get_by_role("button", name="马上报名").bounding_box()
        assert button is not None
        assert button["y"] + button["height"] <= 844, "the button is in reach without scrolling"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, "nothing is cut at the side"
        page.get_by_label("手机号").fill("13800138000")
        page.get_by_role("button", name="马上报名").click()
        page.wait_for_url("**/done?r=*")
    assert ["潍坊"] == [row["city"] for row in hub.applications()]


def test_an_accepted_form_survives_a_kill(start: Callable[[], Process]) -> None:
    hub = start()
    hub.prepare()
    for n in range(5):
        fields = {"job": "job-a", "name": "王小明", "phone": f"1380013800{n}", "consent": "yes"}
        answer = httpx.post(f"{hub.url}/apply/live-1", data=fields, headers={"Accept": "application/json"}, timeout=20)
        assert "created" == answer.json()["outcome"]
        hub.kill()
        hub = start()
        assert n + 1 == len(hub.applications())


def test_an_embedded_hub_comes_back_at_its_address_so_that_links_go_on_working(start: Callable[[], Process]) -> None:
    first = start()
    first.kill()
    second = start()
    assert first.url == second.url
    second.kill()
    with socket.create_server(("127.0.0.1", int(first.url.rpartition(":")[2]))):
        assert first.url != start().url


def test_the_embedded_hub_ends_with_its_parent_even_when_that_is_killed(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time\n"
        "hub = subprocess.Popen([sys.executable, '-m', 'kzg_desktop', 'hub', '--embedded', '--data-dir', sys.argv[1]],"
        " stdin=subprocess.PIPE)\n"
        f"hub.stdin.write(b'{json.dumps({'secret': SECRET})}\\n'); hub.stdin.flush()\n"
        "print(hub.pid, flush=True); time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    lines = sorted([parent.stdout.readline(), parent.stdout.readline()], key=len)
    hub = psutil.Process(int(lines[0]))
    assert 200 == httpx.get(json.loads(lines[1])["url"] + "/v1/hub", timeout=20).status_code
    parent.send_signal(signal.SIGKILL)
    parent.wait(DEADLINE_S)
    wait_until(lambda: not hub.is_running() or hub.status() == psutil.STATUS_ZOMBIE)
    parent.stdout.close()


def test_a_hub_invites_its_first_administrator_and_more(tmp_path: Path) -> None:
    base = [sys.executable, "-m", "kzg_desktop", "hub"]
    invited = subprocess.run(
        [*base, "invite", "--role", "hr", "--organization", "org-a", "--name", "李", "--data-dir", str(tmp_path)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    code = invited.stdout.decode().strip()
    command = [*base, "--port", "0", "--data-dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as hub:
        assert hub.stdout is not None
        url = hub.stdout.readline().decode().split()[-1]
        body = {"device_id": "d", "device_name": "d", "invitation": code}
        account = httpx.post(f"{url}/v1/session", json=body, timeout=20).json()["account"]
        hub.send_signal(signal.SIGINT)
        hub.wait(DEADLINE_S)
    assert ("hr", ["org-a"]) == (account["role"], account["scopes"])


def test_bad_usage_says_what_is_wrong(tmp_path: Path) -> None:
    base = [sys.executable, "-m", "kzg_desktop", "hub"]
    for arguments, words in (
        (["--database", "mysql://x"], "mysql"),
        (["--database", f"postgresql:///kzg?host={tmp_path}"], "the database cannot be opened"),
        (["--host", "192.0.2.1"], "cannot listen"),
        (["--port", "65536"], "not a port"),
        (["--port", "-1"], "not a port"),
        (["compact", "--keep", "-1"], "not a number"),
    ):
        command = [*base, "--data-dir", str(tmp_path), *arguments]
        ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
        assert (2, True) == (ended.returncode, words in ended.stderr.decode())


def test_a_hub_for_others_keeps_its_files_apart_and_says_where_it_is(tmp_path: Path) -> None:
    environment = os.environ | {"KZG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "kzg_desktop", "hub", "--host", "::", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as hub:
        assert hub.stdout is not None
        assert hub.stderr is not None
        lines = [hub.stdout.readline().decode() for _ in range(2)]
        hub.send_signal(signal.SIGINT)
        hub.wait(DEADLINE_S)
        assert "" == hub.stderr.read().decode()
    assert re.fullmatch(r"hub ready at http://\[::\]:\d+\n", lines[0])
    assert "invitation" in lines[1]
    assert {"hub.db", "hub.key"} <= {path.name for path in (tmp_path / "server").iterdir()}


def test_upkeep_from_the_command_line(start: Callable[[], Process], tmp_path: Path) -> None:
    hub = start()
    hub.prepare()
    base = [sys.executable, "-m", "kzg_desktop", "hub"]

    def run(*arguments: str) -> str:
        command = [*base, *arguments, "--data-dir", str(tmp_path)]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()

    assert "6 entries of the change log dropped\n" == run("compact", "--keep", "1")
    cursor = hub.http.get("/v1/snapshot", params={"entity": "job"}).json()["cursor"]
    assert 200 == hub.http.get("/v1/changes", params={"since": cursor}).status_code
    assert "all desktops start afresh" in run("new-epoch")
    assert 410 == hub.http.get("/v1/changes", params={"since": cursor}).status_code
