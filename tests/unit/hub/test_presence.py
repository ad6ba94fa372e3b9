"""Who looks at what: told at once, to those who may see it, and forgotten soon."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from kzg_desktop.domain.actions import AssignApplication
from kzg_desktop.hub.accounts import set_scopes
from tests.unit.hub.live import Desktop, LiveHub, apply

Desktops = Callable[..., Desktop]


def look(desktop: Desktop, application_id: str = "", known: int = 0, wait: float = 0) -> dict[str, Any]:
    body = {"application_id": application_id, "known": known, "wait": wait}
    answer = desktop.http.post("/v1/presence", json=body)
    assert 200 == answer.status_code, answer.text
    return answer.json()


def seen(presence: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["account_id"], one["application_id"]) for one in presence["looking"]]


def test_others_learn_who_looks_and_since_when(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops
) -> None:
    id_, began = apply(sqlite_hub), sqlite_hub.clock.ms
    li, wang = (desktops(sqlite_hub, "hr", ("org-a",)) for _ in range(2))
    assert [] == seen(look(li, id_)), "oneself is left out"
    sqlite_hub.clock.ms += 5000
    look(li, id_)
    presence = look(wang, id_)
    expected = {"account_id": li.account_id, "name": "Tester", "application_id": id_, "since": began}
    assert [expected] == presence["looking"]
    assert [(wang.account_id, id_)] == seen(look(li, id_))
    assert presence["version"] == look(wang, id_)["version"]
    look(li)
    assert [] == seen(look(wang, id_))


def test_a_held_request_returns_when_somebody_comes_or_goes(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops
) -> None:
    id_ = apply(sqlite_hub)
    li, wang = (desktops(sqlite_hub, "hr", ("org-a",)) for _ in range(2))
    presence = look(wang)
    told: list[dict[str, Any]] = []

    def follow(presence: dict[str, Any]) -> None:
        for _ in range(2):
            presence = look(wang, known=presence["version"], wait=20)
            told.append(presence)

    waiting = threading.Thread(target=follow, args=(presence,))
    waiting.start()
    while not told:
        look(li, id_)
    look(li)
    waiting.join(10)
    assert [[(li.account_id, id_)], []] == [seen(presence) for presence in told]


def test_whoever_says_nothing_is_gone_after_half_a_minute(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops
) -> None:
    id_ = apply(sqlite_hub)
    li = desktops(sqlite_hub, "hr", ("org-a",))
    look(li, id_)
    sqlite_hub.clock.ms += 29_999
    assert [(li.account_id, id_)] == seen(look(sqlite_campaign))
    sqlite_hub.clock.ms += 1
    assert [] == seen(look(sqlite_campaign))


def test_rows_out_of_view_are_not_told_also_when_they_went_meanwhile(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops
) -> None:
    id_ = apply(sqlite_hub)
    at_a, at_b = desktops(sqlite_hub, "hr", ("org-a",)), desktops(sqlite_hub, "hr", ("org-b",))
    look(sqlite_campaign, id_)
    assert [[(sqlite_campaign.account_id, id_)], []] == [seen(look(at_a)), seen(look(at_b))]
    sqlite_campaign.act(
        AssignApplication(consent_confirmed=True, application_id=id_, base_status="new", job_id="job-b")
    )
    assert [[], [(sqlite_campaign.account_id, id_)]] == [seen(look(at_a)), seen(look(at_b))]
    sqlite_hub.hub.write_now(lambda t: set_scopes(t, at_b.account_id, ["org-a"]))
    assert [] == seen(look(at_b))
    sqlite_campaign.http.delete(f"/v1/applicants/{id_}").raise_for_status()
    assert 404 == sqlite_campaign.http.post("/v1/presence", json={"application_id": id_}).status_code


def test_a_hub_that_stops_lets_go_of_those_who_wait(sqlite_hub: LiveHub, sqlite_campaign: Desktop) -> None:
    version = look(sqlite_campaign)["version"]
    done = threading.Event()

    def follow() -> None:
        look(sqlite_campaign, known=version, wait=20)
        done.set()

    waiting = threading.Thread(target=follow)
    waiting.start()
    while not sqlite_hub.hub.presence.waiting:
        assert waiting.is_alive()
    before = time.monotonic()
    sqlite_hub.close()
    assert done.wait(5)
    waiting.join(5)
    assert time.monotonic() - before < 5
