"""Webhooks over a real socket, on SQLite and PostgreSQL: signatures, repeats, several leads, and hostile requests."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from kzg_desktop.domain.actions import PutJob
from kzg_desktop.errors import InvalidInput
from kzg_desktop.hub import tables
from kzg_desktop.hub.webhook.dead_letters import body_of, listed
from tests.unit.hub.live import Desktop, LiveHub, job
from tests.unit.hub.test_problems import check_problem
from tests.unit.hub.webhook.platforms import douyin, kuaishou, post, signed, write_sources

KUAISHOU = {"message_id": "m-1", "data": {"lead_id": "k-1", "name": "王小明", "phone": "138-0013-8000", "age": 28}}
DOUYIN = {"event": "clue", "content": {"clue_id": "d-1", "name": "李华", "telphone": "13900139000"}}


def applications(desktop: Desktop) -> list[dict[str, Any]]:
    desktop.pull()
    return desktop.applications()


def reasons(hub: LiveHub) -> list[str]:
    return [letter.reason for letter in hub.hub.read_now(listed)]


def now_s(hub: LiveHub) -> int:
    return hub.clock.ms // 1000


def test_a_kuaishou_lead_sent_three_times_five_seconds_apart_is_one_application(hub: LiveHub, desk: Desktop) -> None:
    for _ in range(3):
        answer = kuaishou(hub.url, KUAISHOU)
        assert (200, {"result": 1, "message_id": "m-1"}) == (answer.status_code, answer.json())
        hub.clock.ms += 5_000
    [row] = applications(desk)
    assert ("王小明", "13800138000", "25–34") == (row["name"], row["phone"], row["age_band"])
    assert ("kuaishou", "job-a", "live-1", "s1") == tuple(
        row[name] for name in ("channel", "job_id", "broadcast_id", "segment_id")
    )
    assert 1 == desk.rows["application", row["id"]][0]
    [consent] = hub.hub.read_now(lambda c: c.execute(select(tables.consent)).all())
    assert (row["id"], "北辰电子") == (consent.application_id, consent.recipient)
    assert desk.snapshot() == desk.rows


def test_douyin_repeats_a_message_under_its_id(hub: LiveHub, desk: Desktop) -> None:
    first = douyin(hub.url, DOUYIN, message_id="a").json()
    again = douyin(hub.url, DOUYIN | {"log_id": "another"}, message_id="a").json()
    other = douyin(hub.url, DOUYIN | {"log_id": "a third"}, message_id="b").json()
    replayed = douyin(hub.url, DOUYIN, message_id="made up").json()
    assert {"stored": 1, "unchanged": 0, "dead_letters": 0, "duplicate": False} == first
    assert {"stored": 0, "unchanged": 0, "dead_letters": 0, "duplicate": True} == again
    assert again == replayed, "the id is not signed, the body is"
    assert {"stored": 0, "unchanged": 1, "dead_letters": 0, "duplicate": False} == other
    assert ["13900139000"] == [row["phone"] for row in applications(desk)]


def test_douyin_gets_its_challenge_back_when_it_signed_it(sqlite_hub: LiveHub) -> None:
    asked = {"event": "verify_webhook", "client_key": "abc", "content": {"challenge": 12345}}
    assert {"challenge": 12345} == douyin(sqlite_hub.url, asked).json()
    assert 401 == douyin(sqlite_hub.url, asked, secret="another").status_code


def test_one_body_may_carry_several_leads_and_only_the_dead_are_kept(hub: LiveHub, desk: Desktop) -> None:
    body = {
        "broadcast": "华北 专场",
        "leads": [
            {"id": "1", "name": "王小明", "phone": "13800138000", "job": "焊装工"},
            {"id": "2", "name": "无号", "phone": "12345", "job": "焊装工"},
            {"id": "3", "name": "李华", "phone": "13900139000", "job": "宇航员"},
            {"id": "4", "name": "赵六", "phone": "13700137000", "job_id": "job-a", "broadcast_id": "none"},
        ],
    }
    taken = signed(hub.url, body, now_s(hub)).json()
    assert (2, 2) == (taken["stored"], taken["dead_letters"])
    assert [("job-b", "live-1"), ("job-a", "live-1")] == [
        (row["job_id"], row["broadcast_id"]) for row in applications(desk)
    ]
    assert ["no-job", "no-phone"] == sorted(reasons(hub))
    kept = [hub.hub.read_now(lambda c, i=x.id: body_of(c, hub.hub.keys, i)) for x in hub.hub.read_now(listed)]
    assert all(b"13800138000" not in (body or b"") for body in kept)


@pytest.mark.parametrize("seconds", [-301, 301, 10**9])
def test_what_was_signed_too_long_ago_is_refused(sqlite_hub: LiveHub, seconds: int) -> None:
    answer = signed(sqlite_hub.url, {"phone": "13800138000"}, now_s(sqlite_hub) + seconds)
    assert 409 == answer.status_code
    check_problem(answer)
    assert [] == reasons(sqlite_hub)


def test_a_signed_request_sent_again_changes_nothing(hub: LiveHub, desk: Desktop) -> None:
    body = {"id": "1", "name": "王小明", "phone": "13800138000", "job_id": "job-a"}
    answers = [signed(hub.url, body, now_s(hub)).json()["duplicate"] for _ in range(2)]
    assert [False, True] == answers
    assert 1 == len(applications(desk))


@pytest.mark.parametrize(
    "send",
    [
        lambda url: kuaishou(url, KUAISHOU, secret="another"),
        lambda url: douyin(url, DOUYIN, secret="another"),
        lambda url: signed(url, {}, 1_790_000_000, secret="another"),
        lambda url: post(url, "kuaishou", b"{}", {}),
        lambda url: post(url, "generic", b"{}", {"X-Intake-Signature": "sha256=00"}),
        lambda url: signed(url, {}, -5),
    ],
)
def test_without_the_right_signature_nothing_is_taken(
    sqlite_hub: LiveHub, send: Callable[[str], httpx.Response]
) -> None:
    answer = send(sqlite_hub.url)
    assert 401 == answer.status_code
    check_problem(answer)
    assert "sign-in-needed" == answer.json()["type"]
    assert [] == reasons(sqlite_hub)


def test_guessing_is_slowed_and_the_platform_is_not(sqlite_hub: LiveHub, sqlite_desk: Desktop) -> None:
    answers = [kuaishou(sqlite_hub.url, KUAISHOU, secret="another") for _ in range(21)]
    assert [401] * 20 + [429] == [answer.status_code for answer in answers]
    check_problem(answers[-1])
    assert "Retry-After" in answers[-1].headers
    assert 200 == kuaishou(sqlite_hub.url, KUAISHOU).status_code


def test_a_source_has_a_limit_of_its_own(sources: Path, start_hub: Callable[..., LiveHub]) -> None:
    write_sources(sources, kuaishou="[rate]\nburst = 2\nper_s = 0.5\n")
    hub = start_hub()
    answers = [kuaishou(hub.url, {"message_id": str(n)}) for n in range(3)]
    assert [200, 200, 429] == [answer.status_code for answer in answers]
    check_problem(answers[-1])
    assert 200 == douyin(hub.url, DOUYIN).status_code
    hub.clock.ms += 2_000
    assert 200 == kuaishou(hub.url, {"message_id": "4"}).status_code


@pytest.mark.parametrize("name", ["nothing", "%00", "..", "a" * 300])
def test_an_unknown_source_is_not_found(sqlite_hub: LiveHub, name: str) -> None:
    answer = post(sqlite_hub.url, name, b"{}", {})
    assert answer.status_code in {404, 405}
    check_problem(answer)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"data":' * 30_000,
        b"nonsense 13800138000",
        b'{"data":{"phone":"13800138000"',
        b"1" * 200_000,
    ],
)
def test_hostile_bodies_that_are_signed_become_dead_letters(hub: LiveHub, body: bytes) -> None:
    answer = kuaishou(hub.url, body)
    assert 200 == answer.status_code
    [letter] = hub.hub.read_now(listed)
    assert body == hub.hub.read_now(lambda c: body_of(c, hub.hub.keys, letter.id)) or "no-phone" == letter.reason


@pytest.mark.parametrize("text", ["a\0b", "\u202e王", "x" * 5_000, "😀", "\ud800"])
def test_text_that_a_database_may_not_hold_is_no_failure(hub: LiveHub, desk: Desktop, text: str) -> None:
    data = {"phone": "13800138000", "name": text, "lead_id": text, "city": text, "job_title": text}
    body = json.dumps({"message_id": text, "data": data}).encode()
    assert 200 == kuaishou(hub.url, body).status_code
    assert len(applications(desk)) + len(reasons(hub)) == 1


def test_a_body_that_is_too_large_is_refused(sqlite_hub: LiveHub) -> None:
    answer = kuaishou(sqlite_hub.url, b" " * (256 * 1024 + 1))
    assert 413 == answer.status_code
    check_problem(answer)
    many = {"leads": [{} for _ in range(501)]}
    assert 1 == signed(sqlite_hub.url, many, now_s(sqlite_hub)).json()["dead_letters"]
    assert ["too-many-leads"] == reasons(sqlite_hub)


def test_other_kinds_of_messages_are_passed_over(sources: Path, start_hub: Callable[..., LiveHub]) -> None:
    write_sources(sources, douyin='[only]\npath = "event"\nvalues = ["clue"]\n')
    hub = start_hub()
    assert 200 == douyin(hub.url, {"event": "like", "content": {}}).status_code
    assert [] == reasons(hub)


def test_the_log_tells_nobodys_name_or_phone(
    sqlite_hub: LiveHub, sqlite_desk: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="kzg_desktop")
    kuaishou(sqlite_hub.url, KUAISHOU)
    kuaishou(sqlite_hub.url, {"data": {"name": "王小明", "phone": "1380013800"}})
    assert "webhook kuaishou: 1 stored" in caplog.text
    assert not [word for word in ("王小明", "138001", "138-0013") if word in caplog.text]


def test_a_job_with_a_doubled_title_is_the_one_of_the_broadcast(hub: LiveHub, desk: Desktop) -> None:
    desk.act(PutJob(job=job("job-c", "org-b"), base_version=0))
    lead = {"phone": "13800138000", "name": "王小明", "job": "总装操作工"}
    assert 1 == signed(hub.url, lead, now_s(hub)).json()["dead_letters"]
    assert 1 == signed(hub.url, lead | {"broadcast_id": "live-1"}, now_s(hub)).json()["stored"]
    assert ["job-a"] == [row["job_id"] for row in applications(desk)]


def test_the_default_is_for_leads_that_name_no_job(hub: LiveHub, desk: Desktop) -> None:
    data = {"name": "王小明", "phone": "13800138000"}
    for more in ({}, {"job_title": "宇航员"}, {"job_id": "none"}, {"job_id": "none", "job_title": "焊装工"}):
        kuaishou(hub.url, {"data": data | more})
    assert ["job-a", "job-b"] == [row["job_id"] for row in applications(desk)]
    assert ["no-job", "no-job"] == reasons(hub)


def test_what_the_database_refuses_takes_nothing_else_with_it(hub: LiveHub, desk: Desktop) -> None:
    hub.hub.write_now(lambda t: t.connection.exec_driver_sql("CREATE UNIQUE INDEX one_city ON application (city)"))
    leads = [
        {"id": str(n), "name": "王小明", "phone": f"1380013800{n}", "city": city, "job_id": "job-a"}
        for n, city in enumerate(("潍坊", "潍坊", "烟台"))
    ]
    taken = signed(hub.url, {"leads": leads}, now_s(hub)).json()
    assert (2, 1, ["not-stored"]) == (taken["stored"], taken["dead_letters"], reasons(hub))
    assert ["潍坊", "烟台"] == [row["city"] for row in applications(desk)]
    assert 2 == len(hub.hub.read_now(lambda c: c.execute(select(tables.person)).all()))
    assert desk.snapshot() == desk.rows


def test_a_hub_does_not_start_with_a_source_that_cannot_be_used(
    sources: Path, start_hub: Callable[..., LiveHub]
) -> None:
    write_sources(sources, kuaishou='[signature]\nscheme = "none"\n')
    with pytest.raises(InvalidInput, match=r"kuaishou\.toml, line 3: signature\.scheme"):
        start_hub()
