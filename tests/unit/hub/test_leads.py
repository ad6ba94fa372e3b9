"""``POST /v1/leads``: what becomes of leads of other platforms, and what never changes because of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kzg_desktop.domain.actions import AssignApplication, ClearAir, SetApplicationStatus, SetMode
from kzg_desktop.hub.rights import ROLES
from kzg_desktop.hub.tables import consent, person
from tests.unit.hub.live import Desktop, LiveHub, form, take

NOW = 1_790_000_000_000


def lead(row: int = 2, phone: str = "13800138000", **more: Any) -> dict[str, Any]:
    fields = {"job_id": "job-a", "broadcast_id": "live-1", "name": "王小明", "received_at": NOW - 60_000}
    return {"row": row, "phone": phone, **fields, **more}


def send(desktop: Desktop, *leads: dict[str, Any]) -> list[dict[str, Any]]:
    answer = desktop.http.post("/v1/leads", json={"leads": list(leads)})
    assert 200 == answer.status_code, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return results


def outcomes(desktop: Desktop, *leads: dict[str, Any]) -> list[str]:
    return [result["outcome"] for result in send(desktop, *leads)]


def pulled(desktop: Desktop) -> list[dict[str, Any]]:
    desktop.pull()
    return desktop.applications()


def sign_up(hub: LiveHub, **fields: str) -> str:
    answer = httpx.post(f"{hub.url}/apply/live-1", data=form(**fields), headers={"Accept": "application/json"})
    return str(answer.json()["outcome"])


def consents(hub: LiveHub) -> list[Any]:
    return list(hub.hub.read_now(lambda connection: connection.execute(select(consent)).all()))


def test_a_lead_becomes_an_application(hub: LiveHub, desktop: Desktop) -> None:
    details = {"city": "潍坊", "age_band": "25–34", "available_from": "2026-10-08"}
    [result] = send(desktop, lead(external_id="L1", channel="douyin", source="直播间", **details))
    [row] = pulled(desktop)
    expected = {
        "id": result["application_id"],
        "n": 1,
        "broadcast_id": "live-1",
        "job_id": "job-a",
        "job_title": "总装操作工",
        "employer_id": "org-a",
        "channel": "douyin",
        "received_at": NOW - 60_000,
        "name": "王小明",
        "phone": "13800138000",
        "status": "new",
        "person_id": row["person_id"],
        "due_at": NOW - 60_000 + 300_000,
        **details,
    }
    assert {"row": 2, "outcome": "created", "application_id": row["id"]} == result
    assert expected == row
    [agreed] = consents(hub)
    assert ("北辰电子", "platform:douyin", "招聘联系", NOW - 60_000) == (
        agreed.recipient,
        agreed.text_version,
        agreed.purpose,
        agreed.at,
    )
    assert all(words in agreed.text for words in ("抖音", "直播间", "L1", "北辰电子", "总装操作工"))


def test_sending_a_batch_again_changes_nothing(desktop: Desktop) -> None:
    leads = [
        lead(2, external_id="L1", age_band="25–34"),
        lead(3, external_id="L2", age_band="35–44", city="潍坊"),
        lead(4, "13900139000", job_id="job-b", name=""),
        lead(5, job_id="job-b", broadcast_id=""),
        lead(6, "13900139000", job_id="job-b", name="李四"),
    ]
    assert ["created", "updated", "created", "created", "updated"] == outcomes(desktop, *leads)
    rows = pulled(desktop)
    assert [("25–34", "潍坊"), ("", ""), ("", "")] == [(r.get("age_band", ""), r.get("city", "")) for r in rows]
    assert ["王小明", "李四", "王小明"] == [row["name"] for row in rows]
    seq = desktop.seq
    assert ["unchanged"] * 5 == outcomes(desktop, *leads)
    assert ["unchanged"] * 5 == outcomes(desktop, *reversed(leads))
    assert (rows, seq) == (pulled(desktop), desktop.seq)
    assert desktop.snapshot() == desktop.rows


PEOPLE = ("13800138000", "13900139000", "13700137000")
LEADS = st.lists(
    st.builds(
        lead,
        row=st.integers(2, 99),
        phone=st.sampled_from((*PEOPLE, "138")),
        name=st.sampled_from(("", "王小明", "李四")),
        city=st.sampled_from(("", "潍坊", "青岛")),
        job_id=st.sampled_from(("job-a", "job-b", "gone")),
        broadcast_id=st.sampled_from(("", "live-1")),
        external_id=st.sampled_from(("", *map(str, range(9)))),
        channel=st.sampled_from(("sheet", "douyin")),
    ),
    max_size=8,
    unique_by=lambda made: (made["channel"], made["external_id"] or made["row"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LEADS, st.randoms(use_true_random=False))
def test_any_leads_may_be_sent_again_in_any_order(sqlite_campaign: Desktop, leads: list[Any], random: Random) -> None:
    first = [result["outcome"] for result in send(sqlite_campaign, *leads)]
    assert [made["phone"] == "138" or made["job_id"] == "gone" for made in leads] == [o == "refused" for o in first]
    rows, seq = pulled(sqlite_campaign), sqlite_campaign.seq
    random.shuffle(leads)
    assert {"unchanged", "refused"} >= set(outcomes(sqlite_campaign, *leads))
    assert (rows, seq) == (pulled(sqlite_campaign), sqlite_campaign.seq)


def test_a_platform_corrects_its_own_lead(desktop: Desktop) -> None:
    send(desktop, lead(external_id="L1", city="潍坊"))
    assert ["updated", "unchanged"] == outcomes(desktop, *[lead(external_id="L1", name="王晓明")] * 2)
    [row] = pulled(desktop)
    assert ("王晓明", "潍坊") == (row["name"], row["city"])


def test_what_was_said_on_our_own_form_stays(hub: LiveHub, desktop: Desktop) -> None:
    assert "created" == sign_up(hub, city="青岛")
    assert ["updated", "unchanged"] == outcomes(
        desktop, *[lead(external_id="L1", name="昵称", city="潍坊", age_band="18–24")] * 2
    )
    [row] = pulled(desktop)
    assert ("王小明", "青岛", "18–24", "form") == (
        row["name"],
        row["city"],
        row["age_band"],
        row.get("channel", "form"),
    )


def test_our_own_form_overrules_a_lead_for_good(hub: LiveHub, desktop: Desktop) -> None:
    platform = lead(external_id="L1", name="昵称", city="潍坊", age_band="18–24")
    send(desktop, platform)
    assert ["updated", "unchanged"] == [sign_up(hub, city="青岛"), sign_up(hub, city="青岛")]
    assert ["unchanged"] == outcomes(desktop, platform)
    [row] = pulled(desktop)
    assert ("王小明", "青岛", "18–24", "sheet") == (row["name"], row["city"], row["age_band"], row["channel"])
    [agreed] = consents(hub)
    assert ("2026-1", hub.clock.ms) == (agreed.text_version, agreed.at)


def test_a_lead_is_found_again_after_hr_moved_it(desktop: Desktop) -> None:
    [result] = send(desktop, lead(external_id="L1"))
    [moved] = desktop.act(
        AssignApplication(consent_confirmed=True, application_id=result["application_id"], base_rev=1, job_id="job-b")
    )
    assert "applied" == moved.outcome
    assert ["unchanged"] == outcomes(desktop, lead(external_id="L1"))
    assert ["job-b"] == [row["job_id"] for row in pulled(desktop)]


def test_a_withdrawn_application_is_left_alone(desktop: Desktop) -> None:
    [result] = send(desktop, lead(external_id="L1"))
    desktop.act(SetApplicationStatus(application_id=result["application_id"], base_rev=1, status="withdrawn"))
    assert ["unchanged"] == outcomes(desktop, lead(external_id="L1", name="王晓明"))


def test_two_sheets_that_number_alike_lose_nobody(desktop: Desktop) -> None:
    leads = [lead(2, external_id="1"), lead(3, "13900139000", external_id="1")]
    assert ["created", "created"] == outcomes(desktop, *leads)
    assert ["unchanged", "unchanged"] == outcomes(desktop, *leads)


def test_a_lead_belongs_to_the_card_on_air_when_it_was_sent(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(SetMode(broadcast_id="live-1", mode="rehearse", event_id="m1"))
    desktop.act(take("r1", rehearsal=True))
    hub.clock.ms += 60_000
    desktop.act(SetMode(broadcast_id="live-1", mode="on_air", event_id="m2"), take("s1"))
    hub.clock.ms += 60_000
    desktop.act(ClearAir(broadcast_id="live-1", event_id="e1"))
    hub.clock.ms += 60_000
    at = {"13800138000": 30_000, "13900139000": 90_000, "13700137000": 150_000}
    send(desktop, *(lead(n, phone, received_at=NOW + ms) for n, (phone, ms) in enumerate(at.items())))
    assert ["", "s1", ""] == [row.get("segment_id", "") for row in pulled(desktop)]


def test_an_unknown_or_future_time_is_that_of_the_import(hub: LiveHub, desktop: Desktop) -> None:
    send(desktop, lead(received_at=0), lead(phone="13900139000", received_at=NOW * 2))
    assert [hub.clock.ms] * 2 == [row["received_at"] for row in pulled(desktop)]


def test_a_lead_that_cannot_be_stored_is_refused_alone(desktop: Desktop) -> None:
    results = send(
        desktop,
        lead(2, "1380013800"),
        lead(3, name="王\0"),
        lead(4, age_band="老"),
        lead(5, available_from="2026-13-01"),
        lead(6, channel="form"),
        lead(7, job_id="gone"),
        lead(8, broadcast_id="gone"),
        lead(9),
    )
    told = [(r["row"], r.get("problem", {}).get("type"), [*r.get("problem", {}).get("errors", {})]) for r in results]
    assert [
        (2, "invalid-form", ["phone"]),
        (3, "invalid-form", ["name"]),
        (4, "invalid-form", ["age_band"]),
        (5, "invalid-form", ["available_from"]),
        (6, "invalid-form", ["channel"]),
        (7, "not-found", []),
        (8, "not-found", []),
        (9, None, []),
    ] == told
    assert 1 == len(pulled(desktop))


@pytest.mark.parametrize(
    ("body", "status", "type_"),
    [
        ({"leads": [lead()] * 501}, 400, "bad-request"),
        ({"leads": [{"row": 1}]}, 400, "bad-request"),
        ({"leads": [lead(channel="Bad Name")]}, 400, "bad-request"),
        ({"leads": [lead(name="王" * 41)]}, 400, "bad-request"),
        ({"leads": "x" * 1_000_001}, 413, "too-large"),
    ],
)
def test_a_batch_that_is_not_understood_is_refused_whole(
    sqlite_campaign: Desktop, body: dict[str, Any], status: int, type_: str
) -> None:
    answer = sqlite_campaign.http.post("/v1/leads", json=body)
    assert (status, type_, "application/problem+json") == (
        answer.status_code,
        answer.json()["type"],
        answer.headers["content-type"].partition(";")[0],
    )
    assert [] == pulled(sqlite_campaign)


@pytest.mark.parametrize("role", ROLES)
def test_leads_need_the_right_to_write_applications(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Callable[..., Desktop], role: str
) -> None:
    answer = desktops(sqlite_hub, role).http.post("/v1/leads", json={"leads": [lead(external_id="L1")]})
    assert (200 if "applicant:write" in ROLES[role] else 403) == answer.status_code
    assert "王小明" not in answer.text
    assert "13800138000" not in answer.text


def test_hr_takes_leads_for_its_own_jobs_only(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Callable[..., Desktop]
) -> None:
    hr = desktops(sqlite_hub, "hr", ("org-b",))
    mine, other = send(hr, lead(2, external_id="L1", job_id="job-b"), lead(3))
    assert ("created", "not-found") == (mine["outcome"], other["problem"]["type"])
    moved = AssignApplication(consent_confirmed=True, application_id=mine["application_id"], base_rev=1, job_id="job-a")
    assert ["applied"] == [result.outcome for result in sqlite_campaign.act(moved)]
    assert [{"row": 2, "outcome": "unchanged"}] == send(hr, lead(2, external_id="L1", job_id="job-b"))


def test_phones_are_not_stored_in_the_clear(hub: LiveHub, desktop: Desktop) -> None:
    send(desktop, lead())
    [row] = hub.hub.read_now(lambda connection: connection.execute(select(person)).all())
    assert b"13800138000" not in row.phone_cipher + row.phone_hash
    assert "13800138000" == hub.hub.keys.decrypt_phone(row.phone_cipher)
