"""Signing in and out: invitations, refresh tokens, the embedded secret."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed

import httpx
import pytest

from kzg_desktop.hub.accounts import INVITATION_MS, any_account, create_account, invite
from kzg_desktop.hub.sessions import ACCESS_MS
from kzg_desktop.hub.writer import Transaction
from tests.unit.hub.live import SECRET, Desktop, LiveHub


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
