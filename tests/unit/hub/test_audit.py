"""The audit log: who did what, when, and never a secret."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import create_account, invite
from kzg_desktop.hub.attempts import Attempts
from kzg_desktop.hub.audit import KEPT_MS, forget_old, record
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.passwords import Passwords
from kzg_desktop.hub.settings import Limits
from kzg_desktop.wire_office import AuditLine, AuditPage
from tests.unit.hub.live import SECRET, Desktop, FakeClock, LiveHub

Desktops = Callable[..., Desktop]
GOOD = "潍坊-7pm-Kestrel"


@pytest.fixture
def hub(hub: LiveHub) -> LiveHub:
    """The usual hub, but one that hashes in no time."""
    cheap(hub)
    return hub


def cheap(hub: LiveHub) -> None:
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    hub.app.state.attempts = Attempts(hub.hub, Passwords(hasher))


def page(desktop: Desktop, **query: int) -> AuditPage:
    answer = desktop.http.get("/v1/audit", params=query)
    assert 200 == answer.status_code, answer.text
    return msgspec.json.decode(answer.content, type=AuditPage)


def kinds(desktop: Desktop, subject: str) -> list[tuple[str, str, str]]:
    """What was done about an account or device, oldest first: kind, actor, detail."""
    lines = [line for line in page(desktop, limit=500).lines if subject == line.subject]
    return [(line.kind, line.actor, line.detail) for line in reversed(lines)]


def sign_in(hub: LiveHub, **credential: str) -> httpx.Response:
    return httpx.post(f"{hub.url}/v1/session", json={"device_id": "d-1", "device_name": "PC", **credential})


def test_the_life_of_an_account_is_told(hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(hub)
    me = admin.account_id
    made = admin.http.post("/v1/accounts", json={"name": "李", "role": "hr", "scopes": ["org-a"]}).json()
    account_id, path = made["account_id"], f"/v1/accounts/{made['account_id']}"
    sign_in(hub, invitation=made["code"])
    for fields in (
        {"name": "李敏"},
        {"role": "host", "scopes": ["*"]},
        {"disabled": True},
        {"disabled": False, "unlock": True},
        {"forget_password": True},
    ):
        assert 200 == admin.http.patch(path, json=fields).status_code
    assert [
        ("account_created", me, "hr"),
        ("invited", me, ""),
        ("invitation_used", account_id, ""),
        ("account_renamed", me, "李 → 李敏"),
        ("role_changed", me, "hr → host"),
        ("scopes_changed", me, "+* -org-a"),
        ("account_disabled", me, ""),
        ("account_enabled", me, ""),
        ("account_unlocked", me, ""),
        ("password_forgotten", me, ""),
    ] == kinds(admin, account_id)
    assert [("sign_in", account_id, "invitation")] == kinds(admin, "d-1")


def test_what_devices_do_is_told(hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    chosen = {"login": "li", "password": GOOD}
    assert 204 == hr.http.put("/v1/password", json=chosen).status_code
    assert 200 == sign_in(hub, **chosen).status_code
    first = hr.session.refresh_token
    hr.sign_in(refresh_token=first)
    hr.http.get("/v1/checksums")
    with pytest.raises(httpx.HTTPStatusError):
        hr.sign_in(refresh_token=first)
    hr.sign_in(**chosen)
    hr.http.delete("/v1/session")
    admin.http.delete(f"/v1/devices/{hr.device_id}")
    me = hr.account_id
    assert [
        ("sign_in", me, "invitation"),
        ("token_theft", "hub", ""),
        ("sign_in", me, "password"),
        ("sign_out", me, ""),
        ("device_revoked", admin.account_id, ""),
    ] == kinds(admin, hr.device_id)
    assert ("password_changed", me, "") == kinds(admin, me)[-1]


def test_failures_and_locks_are_told(hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    hr.http.put("/v1/password", json={"login": "li", "password": GOOD})
    for _ in range(5):
        sign_in(hub, login="li", password="wrong")
    sign_in(hub, login="nobody", password="wrong")
    sign_in(hub, invitation="WRONG")
    sign_in(hub, embedded_secret="wrong")
    failed = ("sign_in_failed", "hub", "password")
    assert [*[failed] * 5, ("locked", "hub", "1")] == kinds(admin, hr.account_id)[-6:]
    assert ["password", "invitation", "embedded"] == [detail for _, _, detail in kinds(admin, "")]


def test_names_are_filled_in_and_pages_follow_each_other(hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(hub)
    for number in range(5):
        admin.http.post("/v1/accounts", json={"name": f"李{number}", "role": "hr", "scopes": ["org-a"]})
    newest = page(admin, limit=4)
    assert [("invited", "Tester", "李4"), ("account_created", "Tester", "李4")] == [
        (line.kind, line.actor_name, line.subject_name) for line in newest.lines[:2]
    ]
    found, more, before = list[AuditLine](), True, 0
    while more:
        part = page(admin, limit=4, before=before)
        found, more, before = found + part.lines, part.more, part.lines[-1].id
    assert page(admin, limit=500).lines == found
    assert sorted((line.id for line in found), reverse=True) == [line.id for line in found]


def test_old_lines_go_and_newer_ones_stay(untended_hub: Hub, clock: FakeClock) -> None:
    untended_hub.write_now(lambda t: record(t, "locked", subject="old"))
    clock.ms += KEPT_MS + 1
    untended_hub.write_now(lambda t: record(t, "locked", subject="new"))
    assert 1 == untended_hub.write_now(forget_old)
    assert ["new"] == untended_hub.read_now(lambda c: list(c.scalars(select(tables.audit.c.subject))))


def test_an_embedded_hubs_own_desktop_is_told_once(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(sqlite_hub)
    for _ in range(3):
        sign_in(sqlite_hub, embedded_secret=SECRET)
    assert [("sign_in", "local-admin", "embedded")] == kinds(admin, "d-1")


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=12, max_size=30)
_STEPS = st.lists(
    st.sampled_from(["login", "wrong", "as login", "unknown", "change", "code", "wrong code", "refresh", "embedded"]),
    max_size=12,
)


def test_no_line_of_the_audit_log_and_no_log_record_holds_a_secret(
    start_hub: Callable[..., LiveHub], caplog: pytest.LogCaptureFixture
) -> None:
    limits = msgspec.structs.replace(Limits(), failed_sign_in_burst=1e6)
    hub = start_hub(limits=limits)
    cheap(hub)
    caplog.set_level(logging.DEBUG)
    counter = iter(range(10**6))

    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(password=_TEXT, guess=_TEXT, steps=_STEPS)
    def run(password: str, guess: str, steps: list[str]) -> None:
        number = next(counter)
        account_id = hub.hub.write_now(lambda t: create_account(t, name=f"李{number}", role="admin", scopes=["*"]))
        code = hub.hub.write_now(lambda t: invite(t, account_id))
        session = sign_in(hub, invitation=code).json()
        secrets_ = {password, guess, code, session["access_token"], session["refresh_token"]}
        signed: dict[str, Any] = {"headers": {"Authorization": f"Bearer {session['access_token']}"}}
        login = f"li.{number}"
        httpx.put(f"{hub.url}/v1/password", json={"login": login, "password": password}, **signed)
        ways: dict[str, Callable[[], httpx.Response]] = {
            "login": lambda: sign_in(hub, login=login, password=password),
            "wrong": lambda: sign_in(hub, login=login, password=guess),
            "as login": lambda: sign_in(hub, login=password, password=guess),
            "unknown": lambda: sign_in(hub, login=f"nobody {number}", password=password),
            "change": lambda: httpx.put(
                f"{hub.url}/v1/password",
                json={"login": login, "password": guess, "current": password},
                **signed,
            ),
            "code": lambda: sign_in(hub, invitation=code),
            "wrong code": lambda: sign_in(hub, invitation=guess),
            "refresh": lambda: sign_in(hub, refresh_token=session["refresh_token"]),
            "embedded": lambda: sign_in(hub, embedded_secret=guess),
        }
        for step in steps:
            answer = ways[step]()
            assert answer.status_code < 500
            if answer.status_code == 200:
                secrets_ |= {answer.json()["access_token"], answer.json()["refresh_token"]}
            else:
                assert not any(secret in answer.text for secret in secrets_)
        lines = hub.hub.read_now(lambda c: [repr(row) for row in c.execute(select(tables.audit))])
        told = [*lines, *(record_.getMessage() for record_ in caplog.records)]
        assert not [secret for secret in secrets_ for text in told if secret in text or repr(secret)[1:-1] in text]

    run()
