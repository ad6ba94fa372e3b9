"""The sample campaign: an invented broadcast with its employers, jobs and lineup, loaded through ordinary actions."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Protocol

import msgspec
from fractional_indexing import generate_n_keys_between
from msgspec import Struct

from kzg_desktop.domain.actions import Action, AddToLineup, PutBroadcast, PutJob, PutOrganization
from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Organization, Pay, RebateStep
from kzg_desktop.domain.regions import locate
from kzg_desktop.importing.keys import job_id, organization_id, stable_id
from kzg_desktop.resources import resource

__all__ = ["BROADCAST_ID", "SampleRows", "missing_actions", "sample_actions"]

BROADCAST_ID = stable_id("broadcast", "sample", "12")
"""Id of the sample's one broadcast."""

_VALID_DAYS = 45


class _BroadcastText(Struct, frozen=True):
    title: str
    campaign: str
    host_name: str
    audience: str
    planned_s: int


class _JobText(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of a job that the file states; ids, region and validity are derived."""

    hiring_organization: str
    title: str
    employment_type: str
    total_job_openings: int
    pay: Pay
    job_location: str
    rebates: tuple[RebateStep, ...] = ()
    shift: str = ""
    work_hours: str = ""
    rest_days: str = ""
    board: str = ""
    lodging: str = ""
    couples_room: bool = False
    insurance: str = ""
    job_benefits: tuple[str, ...] = ()
    age_min: int | None = None
    requirements: str = ""
    contract_term: str = ""
    medical_check: str = ""
    bring: str = ""
    interview: str = ""
    assembly_point: str = ""
    source: str = ""
    talking_points: str = ""


class _Slot(Struct, frozen=True):
    job: int
    planned_s: int


class _Campaign(Struct, frozen=True):
    organizer: str
    broadcast: _BroadcastText
    jobs: tuple[_JobText, ...]
    lineup: tuple[_Slot, ...]


class SampleRows(Protocol):
    """What is there already, as a desk answers it."""

    def organizations(self) -> list[Organization]: ...

    def job(self, job_id: str) -> Job | None: ...

    def broadcasts(self) -> list[Broadcast]: ...


@cache
def _campaign() -> _Campaign:
    return msgspec.json.decode(resource("sample", "campaign.json").read_bytes(), type=_Campaign)


def _job(text: _JobText, valid_through: str) -> Job:
    return Job(
        id=job_id(text.hiring_organization, text.title, text.job_location),
        employer_id=organization_id(text.hiring_organization),
        region=locate(text.job_location).region,
        valid_through=valid_through,
        **msgspec.structs.asdict(text),
    )


def _lineup(slots: tuple[_Slot, ...], jobs: list[Job]) -> list[LineupItem]:
    positions = generate_n_keys_between(None, None, len(slots))
    return [
        LineupItem(
            id=stable_id("lineup_item", BROADCAST_ID, jobs[slot.job].id),
            broadcast_id=BROADCAST_ID,
            job_id=jobs[slot.job].id,
            employer_id=jobs[slot.job].employer_id,
            position=position,
            planned_s=slot.planned_s,
        )
        for slot, position in zip(slots, positions, strict=True)
    ]


def _organizations(campaign: _Campaign) -> list[Organization]:
    names = dict.fromkeys(job.hiring_organization for job in campaign.jobs)
    employers = [Organization(id=organization_id(name), name=name) for name in names]
    organizer = Organization(id=organization_id(campaign.organizer), name=campaign.organizer, kind="organizer")
    return [organizer, *employers]


def sample_actions(now_ms: int) -> list[Action]:
    """Return what loads the whole sample, in order; ids are the same every time.

    The broadcast starts at *now_ms* (UTC ms), to the minute; the jobs are valid for 45 days from then.
    """
    campaign = _campaign()
    valid_through = (datetime.fromtimestamp(now_ms / 1000, CHINA) + timedelta(days=_VALID_DAYS)).date().isoformat()
    jobs = [_job(text, valid_through) for text in campaign.jobs]
    starts_at = now_ms - now_ms % 60_000
    broadcast = Broadcast(id=BROADCAST_ID, starts_at=starts_at, **msgspec.structs.asdict(campaign.broadcast))
    return [
        *(PutOrganization(organization=organization) for organization in _organizations(campaign)),
        *(PutJob(job=job, base_version=0) for job in jobs),
        PutBroadcast(broadcast=broadcast),
        *(AddToLineup(item=item) for item in _lineup(campaign.lineup, jobs)),
    ]


def missing_actions(rows: SampleRows, now_ms: int) -> list[Action]:
    """Return the part of :func:`sample_actions` that *rows* lack, so that loading twice changes nothing.

    The lineup belongs to its broadcast: where that is there, cards that the user removed stay removed.
    """
    organizations = {organization.id for organization in rows.organizations()}
    has_broadcast = any(broadcast.id == BROADCAST_ID for broadcast in rows.broadcasts())

    def missing(action: Action) -> bool:
        match action:
            case PutOrganization(organization=organization):
                return organization.id not in organizations
            case PutJob(job=job):
                return rows.job(job.id) is None
            case _:
                return not has_broadcast

    return [action for action in sample_actions(now_ms) if missing(action)]
