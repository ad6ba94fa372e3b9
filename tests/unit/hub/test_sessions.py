"""Signing in and out: invitations, passwords and their locks, refresh tokens, the embedded secret."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed

import httpx
import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from kzg_desktop.hub import attempts, tables
from kzg_desktop.hub.accounts import INVITATION_MS, any_account, change_account, create_account, invite
from kzg_desktop.hub.attempts import Attempts
from kzg_desktop.hub.passwords import Checked, Passwords
from kzg_desktop.hub.sessions import ACCESS_MS, REFRESH_MS, forget_expired, sign_others_out, who_is
from kzg_desktop.hub.settings import Limits
from kzg_desktop.hub.tokens import revoke
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import AccountChange
from tests.unit.hub.live import SECRET, Desktop, LiveHub

GOOD = "潍坊-7pm-Kestrel"
BETTER = "青岛-8am-Heron"
WRONG = (401, "sign-in-needed")


def request(hub: LiveHub, device_id: str = "device-1", **fields: object) -> httpx.Response:
    return httpx.post(f"{hub.url}/v1/session", json={"device_id": device_id, "device_name": "PC", **fields})


def invitation(hub: LiveHub) -> str:
    return hub.hub.write_now(lambda t: invite(t, create_account(t, name="李", role="host", scopes=["*"])))


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


def alive(hub: LiveHub, token: str) -> int:
    return httpx.get(f"{hub.url}/v1/checksums", headers={"Authorization": f"Bearer {token}"}).status_code


def test_an_invitation_works_once_and_forgives_how_it_is_typed(hub: LiveHub) -> None:
    code = invitation(hub)
    answer = request(hub, invitation=f" {code[:4].lower()}-{code[4:]} ")
    assert ("李", "host", ["*"]) == tuple(answer.json()["account"][k] for k in ("name", "role", "scopes"))
    assert 8 == len(code)
    assert (401, "invitation-invalid") == refused(request(hub, invitation=code))


def test_an_invitation_expires(sqlite_hub: LiveHub) -> None:
    code = invitation(sqlite_hub)
    sqlite_hub.clock.ms += INVITATION_MS
    assert (401, "invitation-invalid") == refused(request(sqlite_hub, invitation=code))


def test_an_access_token_expires_and_is_refreshed(sqlite_hub: LiveHub) -> None:
    session = request(sqlite_hub, invitation=invitation(sqlite_hub)).json()
    sqlite_hub.clock.ms += ACCESS_MS
    assert 401 == alive(sqlite_hub, session["access_token"])
    fresh = request(sqlite_hub, refresh_token=session["refresh_token"]).json()
    assert 200 == alive(sqlite_hub, fresh["access_token"])


def test_a_refresh_whose_answer_was_lost_can_be_repeated_days_later(sqlite_hub: LiveHub) -> None:
    session = request(sqlite_hub, invitation=invitation(sqlite_hub)).json()
    lost = request(sqlite_hub, refresh_token=session["refresh_token"]).json()
    sqlite_hub.clock.ms += 3 * 24 * 3600 * 1000
    fresh = request(sqlite_hub, refresh_token=session["refresh_token"]).json()
    assert 200 == alive(sqlite_hub, fresh["access_token"])
    assert 401 == request(sqlite_hub, refresh_token=lost["refresh_token"]).status_code, "it ended with the lost answer"


def use_access(hub: LiveHub, session: dict[str, str]) -> str:
    assert 200 == alive(hub, session["access_token"])
    return session["access_token"]


def use_access_to_write(hub: LiveHub, session: dict[str, str]) -> str:
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    assert 200 == httpx.post(f"{hub.url}/v1/mutations", json={"mutations": []}, headers=headers).status_code
    return session["access_token"]


def use_refresh(hub: LiveHub, session: dict[str, str]) -> str:
    return str(request(hub, refresh_token=session["refresh_token"]).json()["access_token"])


@pytest.mark.parametrize("use", [use_access, use_access_to_write, use_refresh])
def test_a_refresh_token_used_after_its_successor_signs_the_device_out(
    hub: LiveHub, use: Callable[[LiveHub, dict[str, str]], str]
) -> None:
    session = request(hub, invitation=invitation(hub)).json()
    newest = use(hub, request(hub, refresh_token=session["refresh_token"]).json())
    assert (401, "sign-in-needed") == refused(request(hub, refresh_token=session["refresh_token"]))
    assert 401 == alive(hub, newest)


def test_a_revoked_device_is_told_so_until_it_signs_in_anew(hub: LiveHub) -> None:
    session = request(hub, invitation=invitation(hub)).json()
    hub.hub.write_now(lambda t: revoke(t, tables.token.c.device_id == "device-1"))
    assert 401 == alive(hub, session["access_token"])
    again = {"refresh_token": session["refresh_token"]}
    hub.clock.ms += REFRESH_MS + 1
    hub.hub.write_now(forget_expired)
    assert (401, "access-withdrawn") == refused(request(hub, **again))
    assert (401, "sign-in-needed") == refused(request(hub, "device-2", **again)), "of another device it tells nothing"
    assert 200 == request(hub, invitation=invitation(hub)).status_code
    assert (401, "sign-in-needed") == refused(request(hub, **again))


def away(hub: LiveHub, session: dict[str, str]) -> None:
    hub.clock.ms += REFRESH_MS + 1
    hub.hub.write_now(forget_expired)


def signed_out_from_another(hub: LiveHub, session: dict[str, str]) -> None:
    code = hub.hub.write_now(lambda t: invite(t, session["account"]["id"]))  # type: ignore[index]
    other = request(hub, "device-2", invitation=code).json()["access_token"]
    hub.hub.write_now(lambda t: sign_others_out(t, who_is(t.connection, other, t.now)))


@pytest.mark.parametrize("over", [away, signed_out_from_another])
def test_a_device_whose_session_is_over_already_is_told_of_being_revoked(
    hub: LiveHub, over: Callable[[LiveHub, dict[str, str]], None]
) -> None:
    """As after a laptop was stolen: the password is changed first, and the device revoked then."""
    session = request(hub, invitation=invitation(hub)).json()
    over(hub, session)
    assert 401 == alive(hub, session["access_token"])
    again = {"refresh_token": session["refresh_token"]}
    assert (401, "sign-in-needed") == refused(request(hub, **again)), "it may keep what it has"
    hub.hub.write_now(lambda t: revoke(t, tables.token.c.device_id == "device-1"))
    assert (401, "access-withdrawn") == refused(request(hub, **again))


def test_a_refresh_token_is_of_one_device(sqlite_hub: LiveHub) -> None:
    session = request(sqlite_hub, invitation=invitation(sqlite_hub)).json()
    other = request(sqlite_hub, "device-2", refresh_token=session["refresh_token"])
    assert (401, "sign-in-needed") == refused(other)


def test_a_device_of_another_account_loses_its_old_tokens(sqlite_hub: LiveHub) -> None:
    first = request(sqlite_hub, invitation=invitation(sqlite_hub)).json()
    second = request(sqlite_hub, invitation=invitation(sqlite_hub)).json()
    assert (401, 200) == (alive(sqlite_hub, first["access_token"]), alive(sqlite_hub, second["access_token"]))


def test_signing_out_ends_the_tokens(hub: LiveHub, desktop: Desktop) -> None:
    assert 204 == desktop.http.delete("/v1/session").status_code
    assert 401 == desktop.http.get("/v1/checksums").status_code


def test_the_embedded_secret_signs_in_the_local_account(sqlite_hub: LiveHub) -> None:
    for _ in range(2):
        answer = request(sqlite_hub, embedded_secret=SECRET)
        assert (200, "local-admin") == (answer.status_code, answer.json()["account"]["id"])
    assert (401, "sign-in-needed") == refused(request(sqlite_hub, embedded_secret="guess"))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (400, "bad-request")),
        ({"invitation": "a", "refresh_token": "b"}, (400, "bad-request")),
        ({"invitation": "a", "login": "li", "password": "b"}, (400, "bad-request")),
        ({"login": "li"}, (400, "bad-request")),
        ({"password": "b"}, (400, "bad-request")),
        ({"invitation": "a", "protocol": 2}, (426, "upgrade-needed")),
        ({"invitation": "a", "device_id": ""}, (400, "bad-request")),
        ({"invitation": "a", "device_id": "x" * 65}, (400, "bad-request")),
    ],
)
def test_unusable_requests_say_why(sqlite_hub: LiveHub, fields: dict[str, object], expected: tuple[int, str]) -> None:
    body = {"device_id": "device-1", "device_name": "PC"} | fields
    assert expected == refused(httpx.post(f"{sqlite_hub.url}/v1/session", json=body))


def test_guessing_codes_is_slowed_down(sqlite_hub: LiveHub) -> None:
    statuses = [request(sqlite_hub, invitation="WRONG").status_code for _ in range(21)]
    assert [401] * 20 + [429] == statuses
    assert 429 == request(sqlite_hub, invitation=invitation(sqlite_hub)).status_code


def test_guesses_sent_at_the_same_time_count_like_others(sqlite_hub: LiveHub) -> None:
    started, go = threading.Event(), threading.Event()

    def hold(_transaction: Transaction) -> None:
        started.set()
        assert go.wait(20)

    held = sqlite_hub.hub.writer.submit(hold)
    assert started.wait(20)
    with ThreadPoolExecutor(21) as pool:
        guesses = [pool.submit(lambda: request(sqlite_hub, invitation="WRONG").status_code) for _ in range(21)]
        try:
            first = next(as_completed(guesses, 20)).result()
        finally:
            go.set()
    held.result(20)
    assert 429 == first
    assert [401] * 20 + [429] == sorted(guess.result() for guess in guesses)


def test_signing_in_well_is_not_slowed_down(sqlite_hub: LiveHub) -> None:
    assert {200} == {request(sqlite_hub, embedded_secret=SECRET).status_code for _ in range(25)}


def test_built_in_accounts_are_nobody(sqlite_hub: LiveHub) -> None:
    request(sqlite_hub, embedded_secret=SECRET)
    assert not sqlite_hub.hub.read_now(any_account)
    invitation(sqlite_hub)
    assert sqlite_hub.hub.read_now(any_account)


def test_another_account_cannot_be_without_a_role_or_scope(start_hub: Callable[..., LiveHub]) -> None:
    hub = start_hub()
    for role, scopes in (("king", ["*"]), ("hr", [])):
        with pytest.raises(Exception, match=r"role|organisation"):
            hub.hub.write_now(lambda t, r=role, s=scopes: create_account(t, name="x", role=r, scopes=s))


class CountingPasswords(Passwords):
    """Hashes in no time, and remembers what was checked."""

    def __init__(self) -> None:
        super().__init__(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        self.checked: list[str] = []

    async def check(self, hash_: str, password: str) -> Checked:
        self.checked.append(hash_)
        return await super().check(hash_, password)


def with_passwords(hub: LiveHub) -> CountingPasswords:
    passwords = CountingPasswords()
    hub.app.state.attempts = Attempts(hub.hub, passwords)
    return passwords


def put(desktop: Desktop, **fields: str) -> httpx.Response:
    return desktop.http.put("/v1/password", json={"login": "li", "password": GOOD} | fields)


def test_a_name_and_password_sign_in_once_they_are_chosen(hub: LiveHub, desktops: Callable[..., Desktop]) -> None:
    with_passwords(hub)
    desktop = desktops(hub, "hr", ("org-a",))
    assert 204 == put(desktop, login=" Ｌi ").status_code
    answer = request(hub, login="LI", password=GOOD)
    assert (200, desktop.account_id) == (answer.status_code, answer.json()["account"]["id"])
    assert 200 == alive(hub, answer.json()["access_token"])
    assert 200 == request(hub, refresh_token=answer.json()["refresh_token"]).status_code


def test_a_new_password_needs_the_old_one_and_signs_other_devices_out(
    hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    with_passwords(hub)
    desktop = desktops(hub, "hr", ("org-a",))
    put(desktop)
    other = request(hub, login="li", password=GOOD).json()
    for current in ("", "not it"):
        answer = put(desktop, password=BETTER, current=current)
        assert (422, {"current": "wrong"}) == (answer.status_code, answer.json()["errors"])
    assert 200 == alive(hub, other["access_token"])
    assert 204 == put(desktop, password=BETTER, current=GOOD).status_code
    assert 401 == alive(hub, other["access_token"])
    assert 401 == request(hub, refresh_token=other["refresh_token"]).status_code
    assert 200 == desktop.http.get("/v1/checksums").status_code
    assert (WRONG, 200) == (
        refused(request(hub, "device-2", login="li", password=GOOD)),
        request(hub, "device-2", login="li", password=BETTER).status_code,
    )


def test_a_sign_in_name_is_of_one_account(hub: LiveHub, desktops: Callable[..., Desktop]) -> None:
    with_passwords(hub)
    first, second = desktops(hub, "hr", ("org-a",)), desktops(hub, "hr", ("org-a",))
    put(first)
    taken = put(second, login="ＬＩ")
    assert (422, "invalid-form", {"login": "taken"}) == (*refused(taken), taken.json()["errors"])
    assert 204 == put(first, login="li.min", current=GOOD).status_code
    assert 204 == put(second, login="li").status_code, "it is free again"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"password": "short"}, {"password": "short"}),
        ({"login": "a b"}, {"login": "characters"}),
        ({"login": "a b", "password": "13800138000"}, {"login": "characters", "password": "digits"}),
    ],
)
def test_weak_ones_are_refused_by_field(
    sqlite_hub: LiveHub, desktops: Callable[..., Desktop], fields: dict[str, str], expected: dict[str, str]
) -> None:
    answer = put(desktops(sqlite_hub), **fields)
    assert (422, "invalid-form", expected) == (*refused(answer), answer.json()["errors"])


@pytest.mark.parametrize("login", ["li", "nobody"])
def test_five_failures_in_a_row_lock_for_1_2_4_up_to_60_minutes(
    start_hub: Callable[..., LiveHub], desktops: Callable[..., Desktop], login: str
) -> None:
    """A name that nobody has is locked like any other, or locks would tell who has an account."""
    hub = start_hub(limits=Limits(failed_sign_in_burst=1e6))
    with_passwords(hub)
    put(desktops(hub))
    assert [WRONG] * 5 == [refused(request(hub, login=login, password="wrong")) for _ in range(5)]
    for minutes in (1, 2, 4, 8, 16, 32, 60, 60):
        answer = request(hub, login=login, password=GOOD)
        assert (429, "too-many-requests") == refused(answer)
        assert 0 <= int(answer.headers["Retry-After"]) - minutes * 60 <= 1
        hub.clock.ms += minutes * 60_000 - 1000
        assert 429 == request(hub, login=login, password=GOOD).status_code
        hub.clock.ms += 1000
        assert WRONG == refused(request(hub, login=login, password="wrong"))


def test_signing_in_well_forgets_failures(sqlite_hub: LiveHub, desktops: Callable[..., Desktop]) -> None:
    with_passwords(sqlite_hub)
    put(desktops(sqlite_hub))
    for _ in range(3):
        assert [401] * 4 == [request(sqlite_hub, login="li", password="x").status_code for _ in range(4)]
        assert 200 == request(sqlite_hub, login="li", password=GOOD).status_code


def test_an_administrator_unlocks(hub: LiveHub, desktops: Callable[..., Desktop]) -> None:
    with_passwords(hub)
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    put(hr)
    for _ in range(5):
        request(hub, login="li", password="x")
    [locked] = [a["locked_until"] for a in admin.http.get("/v1/accounts").json()["accounts"] if a["login"] == "li"]
    assert hub.clock.ms + 60_000 == locked
    admin.http.patch(f"/v1/accounts/{hr.account_id}", json={"unlock": True})
    assert 200 == request(hub, login="li", password=GOOD).status_code


def test_guesses_of_one_name_at_the_same_time_count_one_by_one(
    start_hub: Callable[..., LiveHub], desktops: Callable[..., Desktop]
) -> None:
    hub = start_hub(limits=Limits(failed_sign_in_burst=1e6))
    passwords = with_passwords(hub)
    put(desktops(hub))
    with ThreadPoolExecutor(12) as pool:
        guesses = [pool.submit(lambda: request(hub, login="li", password="x").status_code) for _ in range(12)]
    assert [401] * 5 + [429] * 7 == sorted(guess.result() for guess in guesses)
    assert 5 == len(passwords.checked)


def test_a_lock_holds_for_guesses_that_another_hub_looked_at_before_it(
    sqlite_hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    with_passwords(sqlite_hub)
    put(desktops(sqlite_hub))
    hub = sqlite_hub.hub
    known = hub.read_now(lambda c: attempts._known(c, "li"))
    for _ in range(5):
        request(sqlite_hub, login="li", password="x")
    right = Checked(right=True)
    with pytest.raises(attempts.Locked):
        hub.write_now(lambda t: attempts._settled(t, known, right, lambda _t, account_id: account_id))


def test_guessing_the_current_password_locks_the_account_too(
    sqlite_hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    with_passwords(sqlite_hub)
    desktop = desktops(sqlite_hub)
    put(desktop)
    statuses = [put(desktop, password=BETTER, current="x").status_code for _ in range(6)]
    assert [422] * 5 + [429] == statuses
    assert 429 == request(sqlite_hub, login="li", password=GOOD).status_code


def test_an_unknown_name_is_answered_like_a_wrong_password_after_the_same_work(
    hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    passwords = with_passwords(hub)
    put(desktops(hub))
    known, unknown = request(hub, login="li", password="x"), request(hub, login="nobody", password="x")
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    kept, nobodys = passwords.checked
    assert (passwords.nobodys, True) == (nobodys, kept != nobodys)


@pytest.mark.parametrize("login", ["", "\0", "x" * 5000, "密码\ud7ff", "'; --"])
def test_strange_names_are_nobody(hub: LiveHub, login: str) -> None:
    with_passwords(hub)
    assert refused(request(hub, login=login, password="x")) in {WRONG, (400, "bad-request")}


def test_a_disabled_account_is_told_so_only_to_who_knows_its_password(
    hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    with_passwords(hub)
    admin, hr = desktops(hub), desktops(hub, "hr", ("org-a",))
    put(hr)
    admin.http.patch(f"/v1/accounts/{hr.account_id}", json={"disabled": True})
    right, wrong = request(hub, login="li", password=GOOD), request(hub, login="li", password="x")
    assert (WRONG, WRONG) == (refused(right), refused(wrong))
    assert (True, False) == ("disabled" in right.json()["detail"], "disabled" in wrong.json()["detail"])


def test_a_hash_of_older_parameters_is_renewed_at_sign_in(
    sqlite_hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    with_passwords(sqlite_hub)
    put(desktops(sqlite_hub))
    hasher = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    sqlite_hub.app.state.attempts = Attempts(sqlite_hub.hub, Passwords(hasher))
    assert 200 == request(sqlite_hub, login="li", password=GOOD).status_code
    c = tables.account.c
    [kept] = sqlite_hub.hub.read_now(lambda t: list(t.scalars(select(c.password_hash).where(c.login == "li"))))
    assert kept.startswith("$argon2id$v=19$m=16,t=2,p=1$")
    assert 200 == request(sqlite_hub, login="li", password=GOOD).status_code


def test_a_password_that_changes_while_it_is_checked_lets_nobody_in(
    sqlite_hub: LiveHub, desktops: Callable[..., Desktop]
) -> None:
    """A sign-in that began before the change must not end after it."""
    desktop = desktops(sqlite_hub)
    passwords = with_passwords(sqlite_hub)
    put(desktop)

    class Slow(CountingPasswords):
        async def check(self, hash_: str, password: str) -> Checked:
            found = await super().check(hash_, password)
            forget = AccountChange(forget_password=True)
            await sqlite_hub.hub.write(lambda t: change_account(t, desktop.account_id, forget))
            return found

    sqlite_hub.app.state.attempts = Attempts(sqlite_hub.hub, Slow())
    assert WRONG == refused(request(sqlite_hub, login="li", password=GOOD))
    passwords.close()


def test_a_locked_account_can_still_be_invited(sqlite_hub: LiveHub, desktops: Callable[..., Desktop]) -> None:
    with_passwords(sqlite_hub)
    desktop = desktops(sqlite_hub)
    put(desktop)
    for _ in range(5):
        request(sqlite_hub, login="li", password="x")
    code = sqlite_hub.hub.write_now(lambda t: invite(t, desktop.account_id))
    assert 200 == request(sqlite_hub, invitation=code).status_code
