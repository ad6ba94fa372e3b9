"""Invariant 20: what a token does not permit is answered with 403, or with masked data, on every route."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import httpx
import msgspec
import pytest

from kzg_desktop.domain.actions import Action, PutJob, SetApplicationStatus, SetVacancy
from kzg_desktop.hub.openapi import OPERATIONS
from kzg_desktop.hub.rights import ROLES
from tests.unit.hub.every_action import of_the_desk, of_the_studio
from tests.unit.hub.live import Desktop, LiveHub, form, job


def every_action(application_id: str) -> list[Action]:
    return [*of_the_studio(), *of_the_desk(application_id, me="me", colleague="other", persons=("p", "q"))]


def application(hub: LiveHub) -> str:
    answer = httpx.post(f"{hub.url}/apply/live-1", data=form(), headers={"Accept": "application/json"})
    return str(answer.json()["application_id"])


def test_the_matrix_knows_every_action() -> None:
    assert set(get_args(Action)) == {type(action) for action in every_action("")}


@pytest.mark.parametrize("role", ROLES)
def test_actions_need_their_right(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Callable[..., Desktop], role: str
) -> None:
    desktop = desktops(sqlite_hub, role)
    for action in every_action(application(sqlite_hub)):
        [result] = desktop.act(action)
        refused = result.problem is not None and result.problem.type == "not-allowed"
        assert (action.permission not in ROLES[role]) == refused, action


@pytest.mark.parametrize("role", ROLES)
def test_erasing_needs_its_right_and_names_are_masked_without_theirs(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Callable[..., Desktop], role: str
) -> None:
    id_ = application(sqlite_hub)
    desktop = desktops(sqlite_hub, role)
    full = "applicant:pii" in ROLES[role]
    masked = ("", "") if role == "organizer" else ("王**", "138****8000")
    assert [("王小明", "13800138000") if full else masked] == [
        (row["name"], row["phone"]) for row in desktop.applications()
    ]
    expected = 204 if "erase:admin" in ROLES[role] else 403
    assert expected == desktop.http.delete(f"/v1/applicants/{id_}").status_code


@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.auth], ids=lambda o: f"{o.method} {o.path}")
@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic eDp5"}])
def test_nothing_is_answered_without_a_token(sqlite_hub: LiveHub, operation, header: dict[str, str]) -> None:
    url = sqlite_hub.url + re.sub(r"\{\w+\}", "x", operation.path)
    params = {"since": "x", "entity": "job"}
    body = {"json": {"mutations": []}} if operation.body is not None else {}
    answer = httpx.request(operation.method, url, params=params, headers=header, **body)
    assert (401, "sign-in-needed", "Bearer") == (
        answer.status_code,
        answer.json()["type"],
        answer.headers["www-authenticate"],
    )


def test_an_hr_account_changes_and_reads_only_its_own_organisation(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Callable[..., Desktop]
) -> None:
    id_ = application(sqlite_hub)
    hr = desktops(sqlite_hub, "hr", ("org-b",))
    results = hr.act(
        PutJob(job=job(title="偷改"), base_version=1),
        PutJob(job=job("new", "org-a"), base_version=0),
        PutJob(job=msgspec.structs.replace(job(), employer_id="org-b"), base_version=1),
        SetApplicationStatus(application_id=id_, base_rev=1, status="contacting"),
        SetVacancy(job_id="job-a", state="filled"),
        SetVacancy(job_id="job-b", state="filled"),
        PutJob(job=job("job-b", "org-b", "自己的岗位"), base_version=1),
    )
    assert ["not-found", "not-allowed", "not-found", "not-found", "not-found", None, None] == [
        r.problem and r.problem.type for r in results
    ]
    other = hr.http.get("/v1/snapshot", params={"entity": "job", "scope": "org-a"})
    assert (403, "not-allowed") == (other.status_code, other.json()["type"])
    assert 403 == hr.http.delete(f"/v1/applicants/{id_}").status_code
