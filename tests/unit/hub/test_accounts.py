"""The administrator's calls: accounts, invitations, devices, and what desktops learn of it at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import delete, select

from kzg_desktop.domain.hiring import Colleague
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import change_account, create_account, invite, set_role, set_scopes
from kzg_desktop.hub.rights import ROLES
from kzg_desktop.wire_office import AccountChange, AccountInfo, AccountList, DeviceInfo, DeviceList, Invitation
from tests.unit.hub.live import SECRET, Desktop, LiveHub, form

Desktops = Callable[..., Desktop]


def accounts(desktop: Desktop) -> dict[str, AccountInfo]:
    found = msgspec.json.decode(desktop.http.get("/v1/accounts").content, type=AccountList).accounts
    return {account.id: account for account in found}


def devices(desktop: Desktop) -> list[DeviceInfo]:
    return msgspec.json.decode(desktop.http.get("/v1/devices").content, type=DeviceList).devices


def change(desktop: Desktop, account_id: str, **fields: Any) -> httpx.Response:
    return desktop.http.patch(f"/v1/accounts/{account_id}", json=fields)


def colleagues(hub: LiveHub) -> list[tuple[str, str, str, str]]:
    bodies = hub.hub.read_now(lambda c: c.scalars(select(tables.SMALL["colleague"].c.body)).all())
    rows = [msgspec.json.decode(body, type=Colleague) for body in bodies]
    return sorted((row.account_id, row.name, row.role, row.at_scope) for row in rows if not row.gone)


def test_an_account_is_created_and_its_invitation_signs_in(hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(hub)
    answer = admin.http.post("/v1/accounts", json={"name": " 李敏 ", "role": "hr", "scopes": ["org-b", "org-a"]})
    invitation = msgspec.json.decode(answer.content, type=Invitation)
    hr = Desktop(hub.url, invitation.code)
    assert (invitation.account_id, "李敏", ["org-a", "org-b"]) == (
        hr.account_id,
        hr.session.account.name,
        hr.session.account.scopes,
    )
    found = accounts(admin)[hr.account_id]
    assert ("李敏", "hr", ["org-a", "org-b"], "", False, False, 0, 1) == (
        found.name,
        found.role,
        found.scopes,
        found.login,
        found.has_password,
        found.disabled,
        found.locked_until,
        found.devices,
    )
    assert [hub.clock.ms] * 2 == [found.created_at, found.seen_at]
    hr.close()


def test_a_second_invitation_is_for_a_second_device(hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(hub)
    hr = desktops(hub, "hr", ("org-a",))
    again = msgspec.json.decode(admin.http.post(f"/v1/accounts/{hr.account_id}/invitation").content, type=Invitation)
    other = Desktop(hub.url, again.code)
    assert hr.account_id == other.account_id
    assert (2, 200) == (accounts(admin)[hr.account_id].devices, hr.http.get("/v1/devices").status_code)
    other.close()


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "role": "hr", "scopes": ["org-a"]},
        {"name": " ", "role": "hr", "scopes": ["org-a"]},
        {"name": "x", "role": "king", "scopes": ["org-a"]},
        {"name": "x", "role": "hr", "scopes": []},
        {"name": "x", "role": "hr", "scopes": [""]},
        {"name": "x", "role": "hr", "scopes": ["a\0b"]},
        {"name": "x\0", "role": "hr", "scopes": ["a"]},
    ],
)
def test_an_account_that_makes_no_sense_is_a_bad_request(
    hub: LiveHub, desktops: Desktops, body: dict[str, object]
) -> None:
    admin = desktops(hub)
    before = accounts(admin)
    answer = admin.http.post("/v1/accounts", json=body)
    assert (400, "bad-request") == (answer.status_code, answer.json()["type"])
    assert before == accounts(admin)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/accounts"),
        ("POST", "/v1/accounts"),
        ("PATCH", "/v1/accounts/{own}"),
        ("POST", "/v1/accounts/{own}/invitation"),
        ("GET", "/v1/audit"),
    ],
)
@pytest.mark.parametrize("role", [role for role in ROLES if "account:admin" not in ROLES[role]])
def test_only_administrators_see_and_change_accounts(
    sqlite_hub: LiveHub, desktops: Desktops, role: str, method: str, path: str
) -> None:
    """Invariant 20."""
    desktop = desktops(sqlite_hub, role, ("org-a",))
    body = {"name": "x", "role": "admin", "scopes": ["*"]}
    kwargs = {"json": body} if method in {"POST", "PATCH"} else {}
    answer = desktop.http.request(method, path.format(own=desktop.account_id), **kwargs)
    assert (403, "not-allowed") == (answer.status_code, answer.json()["type"])
    assert role == desktop.sign_in(refresh_token=desktop.session.refresh_token).account.role


def test_changing_all_of_an_account(hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    answer = change(admin, hr.account_id, name="王芳", role="host", scopes=["*"], disabled=True)
    found = msgspec.json.decode(answer.content, type=AccountInfo)
    assert ("王芳", "host", ["*"], True) == (found.name, found.role, found.scopes, found.disabled)
    assert found == accounts(admin)[hr.account_id]


def test_an_unknown_account_is_not_found(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(sqlite_hub)
    assert 404 == change(admin, "nobody", name="x").status_code
    assert 404 == admin.http.post("/v1/accounts/nobody/invitation").status_code
    assert 404 == admin.http.delete("/v1/devices/nothing").status_code


def test_a_disabled_account_is_refused_at_once_and_on_every_way(hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    code = msgspec.json.decode(
        admin.http.post(f"/v1/accounts/{hr.account_id}/invitation").content, type=Invitation
    ).code
    assert 200 == change(admin, hr.account_id, disabled=True).status_code
    assert 401 == hr.http.get("/v1/checksums").status_code
    for credential in ({"refresh_token": hr.session.refresh_token}, {"invitation": code}):
        body = {"device_id": hr.device_id, "device_name": "PC", **credential}
        assert 401 == httpx.post(f"{hub.url}/v1/session", json=body).status_code
    refused = admin.http.post(f"/v1/accounts/{hr.account_id}/invitation")
    assert (409, "not-possible") == (refused.status_code, refused.json()["type"])
    assert (True, 0) == (accounts(admin)[hr.account_id].disabled, accounts(admin)[hr.account_id].devices)


def test_enabling_again_lets_nobody_in_by_itself(hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    change(admin, hr.account_id, disabled=True)
    change(admin, hr.account_id, disabled=False)
    assert 401 == hr.http.get("/v1/checksums").status_code
    code = admin.http.post(f"/v1/accounts/{hr.account_id}/invitation").json()["code"]
    hr.sign_in(invitation=code)
    assert 200 == hr.http.get("/v1/checksums").status_code


def test_a_desktop_that_waits_learns_at_once_that_its_account_was_disabled(
    sqlite_hub: LiveHub, desktops: Desktops
) -> None:
    admin, hr = desktops(sqlite_hub), desktops(sqlite_hub, "hr", ("org-a",))
    found: list[int] = []
    query = {"since": hr.cursor, "wait": 20}
    waiting = threading.Thread(target=lambda: found.append(hr.http.get("/v1/changes", params=query).status_code))
    hr.pull()
    query["since"] = hr.cursor
    waiting.start()
    change(admin, hr.account_id, disabled=True)
    waiting.join(10)
    assert [401] == found


@pytest.mark.parametrize("fields", [{"disabled": True}, {"role": "host"}, {"role": "hr", "scopes": ["org-a"]}])
def test_the_last_administrator_stays(hub: LiveHub, desktops: Desktops, fields: dict[str, object]) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    httpx.post(f"{hub.url}/v1/session", json={"device_id": "d", "device_name": "PC", "embedded_secret": SECRET})
    answer = change(admin, admin.account_id, **fields)
    assert (409, "not-possible") == (answer.status_code, answer.json()["type"])
    assert "last administrator" in answer.json()["detail"]
    assert ("admin", False, ["*"]) == tuple(
        getattr(accounts(admin)[admin.account_id], name) for name in ("role", "disabled", "scopes")
    )
    other = desktops(hub)
    change(other, other.account_id, disabled=True)
    assert 409 == change(admin, admin.account_id, **fields).status_code, "a disabled one does not count"
    change(admin, hr.account_id, role="admin")
    assert 200 == change(admin, admin.account_id, **fields).status_code


def test_two_administrators_cannot_demote_each_other_at_the_same_time(hub: LiveHub, desktops: Desktops) -> None:
    first, second = desktops(hub), desktops(hub)
    answers: list[int] = []

    def demote(admin: Desktop, other: Desktop) -> None:
        answers.append(change(admin, other.account_id, role="host").status_code)

    threads = [threading.Thread(target=demote, args=pair) for pair in ((first, second), (second, first))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert [200, 403] == sorted(answers)


def test_this_computers_own_account_can_only_be_renamed(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    local = desktops(sqlite_hub)
    local.sign_in(embedded_secret=SECRET)
    for fields in ({"role": "host"}, {"disabled": True}, {"scopes": ["org-a"]}):
        assert (409, "not-possible") == (
            change(local, "local-admin", **fields).status_code,
            change(local, "local-admin", **fields).json()["type"],
        )
    assert "小王" == change(local, "local-admin", name="小王").json()["name"]
    assert "小王" == local.sign_in(embedded_secret=SECRET).account.name


def test_on_this_computer_the_built_in_administrator_may_disable_the_last_other_one(
    sqlite_hub: LiveHub, desktops: Desktops
) -> None:
    admin = desktops(sqlite_hub)
    local = desktops(sqlite_hub, "host")
    local.sign_in(embedded_secret=SECRET)
    assert 200 == change(local, admin.account_id, disabled=True).status_code


def test_a_new_role_takes_effect_at_once(hub: LiveHub, desktops: Desktops, desktop: Desktop) -> None:
    httpx.post(f"{hub.url}/apply/live-1", data=form(), headers={"Accept": "application/json"})
    host = desktops(hub, "host")
    assert ["王**"] == [row["name"] for row in host.applications()]
    change(desktop, host.account_id, role="hr")
    gone = host.http.get("/v1/changes", params={"since": host.cursor, "wait": 20})
    assert (410, "view-changed") == (gone.status_code, gone.json()["type"])
    host.start()
    assert ["王小明"] == [row["name"] for row in host.applications()]


def test_the_same_role_and_scopes_again_change_nothing(hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    hr.pull()
    change(admin, hr.account_id, role="hr", scopes=["org-a"], name="Tester", disabled=False)
    page = hr.changes()
    assert (hr.cursor, []) == (page.to, page.items)


def test_a_changed_scope_takes_effect_with_the_next_page(hub: LiveHub, desktops: Desktops, desktop: Desktop) -> None:
    """Invariant 10: what was of the old employer leaves, what is of the new one comes."""
    hr = desktops(hub, "hr", ("org-a",))
    assert ("job", "job-a") in hr.rows
    change(desktop, hr.account_id, scopes=["org-b"])
    hr.pull()
    assert (False, True) == (("job", "job-a") in hr.rows, ("job", "job-b") in hr.rows)
    assert hr.rows == hr.snapshot()


def test_devices_are_ones_own_and_an_administrators_are_all(hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(hub)
    hub.clock.ms += 1000
    hr = desktops(hub, "hr", ("org-a",))
    assert [(hr.device_id, True, True)] == [(d.id, d.signed_in, d.here) for d in devices(hr)]
    assert [(hr.device_id, False), (admin.device_id, True)] == [(d.id, d.here) for d in devices(admin)]
    assert {"Tester"} == {d.account_name for d in devices(admin)}


def test_a_device_can_be_revoked_by_its_owner_and_by_an_administrator(hub: LiveHub, desktops: Desktops) -> None:
    admin, first, second = desktops(hub), desktops(hub, "hr", ("org-a",)), desktops(hub, "hr", ("org-a",))
    assert 404 == first.http.delete(f"/v1/devices/{second.device_id}").status_code
    assert 200 == second.http.get("/v1/checksums").status_code
    assert 204 == admin.http.delete(f"/v1/devices/{second.device_id}").status_code
    assert 401 == second.http.get("/v1/checksums").status_code
    assert 204 == first.http.delete(f"/v1/devices/{first.device_id}").status_code
    assert 401 == first.http.get("/v1/checksums").status_code
    signed_in = {device.id: device.signed_in for device in devices(admin)}
    assert {admin.device_id: True, first.device_id: False, second.device_id: False} == signed_in


def test_colleagues_follow_their_accounts(hub: LiveHub, desktops: Desktops) -> None:
    write = hub.hub.write_now
    admin = desktops(hub)
    me = (admin.account_id, "Tester", "admin", "")
    hr = write(lambda t: create_account(t, name="李", role="hr", scopes=["org-a", "org-b"]))
    write(lambda t: create_account(t, name="协会", role="organizer", scopes=["*"]))
    assert sorted([me, (hr, "李", "hr", "org-a"), (hr, "李", "hr", "org-b")]) == colleagues(hub)
    write(lambda t: change_account(t, hr, AccountChange(name="李敏")))
    write(lambda t: set_scopes(t, hr, ["org-b"]))
    assert sorted([me, (hr, "李敏", "hr", "org-b")]) == colleagues(hub)
    write(lambda t: set_scopes(t, hr, ["*"]))
    write(lambda t: set_role(t, hr, "host"))
    assert sorted([me, (hr, "李敏", "host", "")]) == colleagues(hub)
    write(lambda t: set_role(t, hr, "organizer"))
    assert [me] == colleagues(hub)
    write(lambda t: set_role(t, hr, "hr"))
    write(lambda t: change_account(t, hr, AccountChange(disabled=True)))
    assert [me] == colleagues(hub)
    write(lambda t: change_account(t, hr, AccountChange(disabled=False)))
    assert sorted([me, (hr, "李敏", "hr", "")]) == colleagues(hub)


def test_desktops_get_colleagues_of_their_own_scopes_by_changes(hub: LiveHub, desktops: Desktops) -> None:
    hr = desktops(hub, "hr", ("org-a",))
    near = hub.hub.write_now(lambda t: create_account(t, name="近", role="hr", scopes=["org-a", "org-b"]))
    hub.hub.write_now(lambda t: create_account(t, name="远", role="hr", scopes=["org-b"]))
    hr.pull()
    found = {id_ for entity, id_ in hr.rows if entity == "colleague"}
    assert {f"{hr.account_id}@org-a", f"{near}@org-a"} == found
    hub.hub.write_now(lambda t: change_account(t, near, AccountChange(disabled=True)))
    hr.pull()
    assert {hr.account_id: False, near: True} == gone(hr), "histories go on naming who left"
    hub.hub.write_now(lambda t: change_account(t, near, AccountChange(name="新名", disabled=False)))
    hub.hub.write_now(lambda t: set_scopes(t, near, ["org-b"]))
    hr.pull()
    assert {hr.account_id: False, near: True} == gone(hr), "where it does not work any more"
    hub.hub.write_now(lambda t: set_scopes(t, near, ["org-a"]))
    hr.pull()
    assert {hr.account_id: False, near: False} == gone(hr)
    assert hr.rows == hr.snapshot()


def gone(desktop: Desktop) -> dict[str, bool]:
    found = [
        msgspec.json.decode(row[2], type=Colleague) for (kind, _), row in desktop.rows.items() if kind == "colleague"
    ]
    return {row.account_id: row.gone for row in found}


def test_accounts_from_before_get_their_colleague_rows_at_the_start(
    start_hub: Callable[..., LiveHub], database: str
) -> None:
    first = start_hub(database=database)
    hr = first.hub.write_now(lambda t: create_account(t, name="李", role="hr", scopes=["org-a"]))
    first.hub.write_now(lambda t: t.connection.execute(delete(tables.SMALL["colleague"])))
    first.close()
    second = start_hub(database=database)
    assert [(hr, "李", "hr", "org-a")] == colleagues(second)
    head = second.hub.read_now(lambda c: c.scalar(select(tables.head.c.head)))
    second.close()
    third = start_hub(database=database)
    assert head == third.hub.read_now(lambda c: c.scalar(select(tables.head.c.head))), "once is enough"


def test_a_forgotten_password_is_dropped_and_an_invitation_helps(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(sqlite_hub), desktops(sqlite_hub, "hr", ("org-a",))
    chosen = {"login": "li", "password": "潍坊-7pm-Kestrel"}
    assert 204 == hr.http.put("/v1/password", json=chosen).status_code
    assert (True, "li") == tuple(getattr(accounts(admin)[hr.account_id], name) for name in ("has_password", "login"))
    found = change(admin, hr.account_id, forget_password=True).json()
    assert (False, "li") == (found["has_password"], found["login"])
    hr.sign_in(invitation=sqlite_hub.hub.write_now(lambda t: invite(t, hr.account_id)))
    assert 204 == hr.http.put("/v1/password", json=chosen | {"password": "青岛-8am-Heron"}).status_code
