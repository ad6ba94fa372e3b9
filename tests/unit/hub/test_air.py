"""On air at the hub: modes, rehearsals, locks, seats, and a log that is only added to."""

from __future__ import annotations

from typing import Any

import httpx
import msgspec
import pytest

from kzg_desktop.domain.actions import (
    Action,
    ClearAir,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SetVacancy,
    SkipLineupItem,
)
from kzg_desktop.domain.entities import Mode
from tests.unit.hub.live import Desktop, LiveHub, form, job, take


def apply(hub: LiveHub, **fields: str) -> str:
    answer = httpx.post(f"{hub.url}/apply/live-1", data=form(**fields), headers={"Accept": "application/json"})
    assert 200 == answer.status_code, answer.text
    return str(answer.json()["application_id"])


def mode(to: Mode, event_id: str) -> SetMode:
    return SetMode(broadcast_id="live-1", mode=to, event_id=event_id)


def clear(event_id: str) -> ClearAir:
    return ClearAir(broadcast_id="live-1", event_id=event_id)


def row(desktop: Desktop, entity: str, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(desktop.rows[entity, id_][2])
    return found


def log(desktop: Desktop) -> list[str]:
    return sorted(id_ for entity, id_ in desktop.rows if entity == "air_event")


def segment_of(desktop: Desktop, application_id: str) -> str:
    return str(row(desktop, "application", application_id).get("segment_id", ""))


def refusal(desktop: Desktop, action: Action) -> str:
    [result] = desktop.act(action)
    return "" if result.problem is None else result.problem.type


def test_the_log_is_only_ever_added_to(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(mode("on_air", "m1"), take("s1"))
    hub.clock.ms += 1000
    refused = [refusal(desktop, action) for action in (mode("prepare", "m1"), mode("prepare", "s1"), clear("m1"))]
    assert ["not-possible"] * 3 == refused
    desktop.pull()
    assert ["m1", "s1"] == log(desktop)
    assert ("on_air", None) == (
        row(desktop, "broadcast", "live-1")["mode"],
        row(desktop, "air_segment", "s1").get("ended_at"),
    )


@pytest.mark.parametrize("event_id", ["", "x" * 201, "a\nb"])
def test_a_mode_needs_a_usable_event(sqlite_hub: LiveHub, sqlite_campaign: Desktop, event_id: str) -> None:
    assert "bad-request" == refusal(sqlite_campaign, mode("on_air", event_id))


def test_ending_a_broadcast_ends_what_is_on_air_and_attributes_again(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(mode("on_air", "m1"), take("s1"))
    hub.clock.ms += 60_000
    before = apply(hub)
    hub.clock.ms += 60_000
    after = apply(hub, phone="13900139000")
    desktop.act(mode("prepare", "m2"), age_ms=30_000)
    desktop.pull()
    assert ("s1", "") == (segment_of(desktop, before), segment_of(desktop, after))
    assert hub.clock.ms - 30_000 == row(desktop, "air_segment", "s1")["ended_at"]
    assert desktop.snapshot() == desktop.rows


def test_a_rehearsal_is_neither_shown_to_viewers_nor_given_applications(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(mode("rehearse", "m1"), take("r1", job("job-b", "org-b", "焊装工"), "i-b", rehearsal=True))
    hub.clock.ms += 1000
    assert "总装操作工" in first_card(hub), "the first of the lineup, not the one rehearsed"
    assert "讲解中" not in httpx.get(f"{hub.url}/apply/live-1").text
    rehearsed = apply(hub)
    hub.clock.ms += 1000
    desktop.act(mode("on_air", "m2"), take("s1", job("job-b", "org-b", "焊装工"), "i-b"))
    hub.clock.ms += 1000
    assert "焊装工" in first_card(hub)
    seen = apply(hub, phone="13900139000")
    desktop.pull()
    assert ("", "s1") == (segment_of(desktop, rehearsed), segment_of(desktop, seen))


def test_a_rehearsal_beside_what_is_on_air_changes_nothing_for_viewers(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(take("s1"))
    hub.clock.ms += 1000
    desktop.act(take("r1", job("job-b", "org-b", "焊装工"), "i-b", rehearsal=True))
    hub.clock.ms += 1000
    id_ = apply(hub)
    assert "总装操作工" in first_card(hub)
    desktop.pull()
    assert "s1" == segment_of(desktop, id_)
    assert "ended_at" not in row(desktop, "air_segment", "s1")


def first_card(hub: LiveHub) -> str:
    """Return what the sign-up page shows before its form."""
    page = httpx.get(f"{hub.url}/apply/live-1").text
    return page[page.index("<h1") : page.index("</h1>")]


def test_what_is_on_air_stays_in_the_lineup(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(take("s1"))
    refused = [
        refusal(desktop, action)
        for action in (RemoveFromLineup(item_id="i-a"), SkipLineupItem(item_id="i-a", skipped=True))
    ]
    assert ["not-possible"] * 2 == refused
    hub.clock.ms += 1000
    desktop.act(clear("c1"))
    assert "" == refusal(desktop, RemoveFromLineup(item_id="i-a"))


def test_a_clear_that_was_faster_on_the_way_than_the_take_before_it_still_clears(
    hub: LiveHub, desktop: Desktop
) -> None:
    """The take's request took 2 s, of which its age knows nothing; the clear came 1.5 s after it and was quick."""
    desktop.act(take("s1"))
    desktop.act(clear("c1"), age_ms=500)
    desktop.pull()
    segment = row(desktop, "air_segment", "s1")
    assert (hub.clock.ms, hub.clock.ms) == (segment["started_at"], segment["ended_at"])
    assert ["c1", "s1"] == log(desktop)


def test_what_another_desktop_did_keeps_its_own_time(hub: LiveHub, desktop: Desktop, desktops: Any) -> None:
    desktop.act(take("s1"))
    desktops(hub).act(take("s0"), age_ms=500)
    desktop.pull()
    assert hub.clock.ms - 500 == row(desktop, "air_segment", "s0")["started_at"]
    assert hub.clock.ms == row(desktop, "air_segment", "s0")["ended_at"]


def test_a_take_made_offline_before_the_end_is_not_on_air_after_it(
    hub: LiveHub, desktop: Desktop, desktops: Any
) -> None:
    desktop.act(mode("on_air", "m1"))
    hub.clock.ms += 60_000
    desktop.act(mode("prepare", "m2"))
    hub.clock.ms += 60_000
    desktops(hub).act(take("s1"), age_ms=90_000)
    desktop.pull()
    assert hub.clock.ms - 60_000 == row(desktop, "air_segment", "s1")["ended_at"]


def test_a_hubs_clock_that_is_set_back_changes_nothing_on_air(hub: LiveHub, desktop: Desktop, desktops: Any) -> None:
    """An embedded hub runs on the host's computer, whose clock the system may put right in the middle of a show."""
    desktop.act(mode("on_air", "m1"), take("s1"))
    hub.clock.ms += 10_000
    hub.clock.step(-3_600_000)
    hub.clock.ms += 10_000
    desktop.act(take("s2", job("job-b", "org-b", "焊装工"), "i-b"))
    hub.clock.ms += 10_000
    id_ = apply(hub)
    hub.clock.ms += 10_000
    desktops(hub).act(clear("c1"))
    desktop.act(mode("prepare", "m2"))
    desktop.pull()
    first, second = row(desktop, "air_segment", "s1"), row(desktop, "air_segment", "s2")
    assert (20_000, 20_000) == (first["ended_at"] - first["started_at"], second["ended_at"] - second["started_at"])
    assert "s2" == segment_of(desktop, id_)
    assert "prepare" == row(desktop, "broadcast", "live-1").get("mode", "prepare")


def test_a_hub_that_starts_again_with_its_clock_set_back_keeps_a_desktops_order(
    start_hub: Any, sqlite_hub: LiveHub, sqlite_campaign: Desktop
) -> None:
    desktop = sqlite_campaign
    desktop.act(mode("on_air", "m1"), take("s1"))
    sqlite_hub.close()
    sqlite_hub.clock.step(-3_600_000)
    desktop.http.base_url = start_hub().url
    desktop.act(take("s2", job("job-b", "org-b", "焊装工"), "i-b"))
    desktop.pull()
    first, second = row(desktop, "air_segment", "s1"), row(desktop, "air_segment", "s2")
    assert (first["started_at"], None) == (first["ended_at"], second.get("ended_at"))
    desktop.act(clear("c1"))
    desktop.act(mode("prepare", "m2"))
    desktop.pull()
    assert "ended_at" in row(desktop, "air_segment", "s2")
    assert "prepare" == row(desktop, "broadcast", "live-1").get("mode", "prepare")


def test_seats_are_counted_as_applicants_are_accepted(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    steps = ["contacting", "reached", "interview_booked", "interviewed", "passed", "hired", "left"]
    counted = []
    for rev, status in enumerate(steps, 1):
        desktop.act(SetApplicationStatus(application_id=id_, base_rev=rev, status=status))
        desktop.pull()
        found = ("vacancy", "job-a") in desktop.rows
        counted.append(row(desktop, "vacancy", "job-a").get("accepted", 0) if found else None)
    assert [None, None, None, None, 1, 1, 0] == counted
    desktop.act(SetVacancy(job_id="job-a", state="filled"))
    desktop.pull()
    assert ("filled", "org-a") == (row(desktop, "vacancy", "job-a")["state"], desktop.rows["vacancy", "job-a"][1])


def test_a_hidden_employers_seats_and_takes_stay_hidden(hub: LiveHub, desktop: Desktop, desktops: Any) -> None:
    hr = desktops(hub, "hr", ("org-b",))
    desktop.act(mode("on_air", "m1"), take("s1"), SetVacancy(job_id="job-a", state="paused"))
    hr.pull()
    assert (["m1"], False) == (log(hr), ("vacancy", "job-a") in hr.rows)
    assert hr.snapshot() == hr.rows
