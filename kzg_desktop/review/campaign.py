"""What a campaign brought over all its broadcasts: employers, openings, applications, regions, age bands. No names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.domain.entities import Broadcast, Job
from kzg_desktop.domain.regions import locate
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.reading import Margin, Progress, Totals, no_progress, read_margins

__all__ = ["Campaign", "EmployerLine", "RegionLine", "add_up", "campaign_of", "campaigns", "read_campaign"]


class EmployerLine(Struct, frozen=True, kw_only=True):
    """An employer in a campaign: its jobs there, their openings as far as stated, and what it was sent."""

    employer_id: str
    name: str
    jobs: int
    openings: int
    totals: Totals


class RegionLine(Struct, frozen=True, kw_only=True):
    """A region such as ``山东 青岛``, "" where none is stated: openings that lie there, applicants who live there."""

    region: str
    openings: int
    totals: Totals


class Campaign(Struct, frozen=True, kw_only=True):
    """Totals of broadcasts; those of each list add up to ``totals``.

    ``unstated`` counts the jobs that do not say how many they want. Employers and regions come by their applications,
    broadcasts by their time.
    """

    name: str
    broadcasts: Sequence[tuple[Broadcast, Totals]]
    employers: Sequence[EmployerLine]
    regions: Sequence[RegionLine]
    age_bands: Mapping[str, Totals]
    channels: Mapping[str, Totals]
    hosts: Mapping[str, Totals]
    audiences: Mapping[str, Totals]
    jobs: int
    openings: int
    unstated: int
    totals: Totals


_JOBS = (
    "SELECT broadcast_id, job_id FROM tally"
    " UNION SELECT json_extract(body, '$.broadcast_id'), json_extract(body, '$.job_id') FROM lineup_item"
    " UNION SELECT json_extract(body, '$.broadcast_id'), json_extract(body, '$.card.id') FROM air_segment"
)
_job = msgspec.json.Decoder(Job)


def campaigns(broadcasts: Iterable[Broadcast]) -> dict[str, list[Broadcast]]:
    """Return broadcasts by campaign, the latest campaign first; "" holds those of none."""
    found: dict[str, list[Broadcast]] = {}
    for one in sorted(broadcasts, key=lambda b: (-b.starts_at, b.id)):
        found.setdefault(one.campaign, []).append(one)
    return found


async def campaign_of(desk: ReviewDesk, name: str, progress: Progress = no_progress) -> Campaign:
    """Return the totals of a campaign; counting does not hold up the caller's thread."""
    broadcasts = campaigns(desk.broadcasts()).get(name, [])
    names = {one.id: one.name for one in desk.organizations()}

    def question(connection: dbapi2.Connection) -> Campaign:
        return read_campaign(connection, name, broadcasts, names, progress)

    return await desk.ask(question, add_up(name, broadcasts, {}, [], names))


def read_campaign(
    connection: dbapi2.Connection,
    name: str,
    broadcasts: Sequence[Broadcast],
    names: Mapping[str, str],
    progress: Progress = no_progress,
) -> Campaign:
    """Return the totals of *broadcasts*; *names* are the employers' by id."""
    ids = {one.id for one in broadcasts}
    wanted = {job_id for broadcast_id, job_id in connection.execute(_JOBS) if broadcast_id in ids}
    jobs = [_job.decode(body) for id_, body in connection.execute("SELECT id, body FROM job") if id_ in wanted]
    return add_up(name, broadcasts, read_margins(connection, ids, progress), jobs, names)


def add_up(
    name: str,
    broadcasts: Sequence[Broadcast],
    margins: Mapping[Margin, Mapping[str, Totals]],
    jobs: Sequence[Job],
    names: Mapping[str, str],
) -> Campaign:
    """Return the totals that *margins* make, with the *jobs* that were lined up, aired or applied to."""
    by_broadcast = margins.get("broadcast", {})
    hosts = {one.id: one.host_name for one in broadcasts}
    audiences = {one.id: one.audience for one in broadcasts}
    return Campaign(
        name=name,
        broadcasts=[
            (one, by_broadcast.get(one.id, Totals())) for one in sorted(broadcasts, key=lambda b: (b.starts_at, b.id))
        ],
        employers=_employers(jobs, margins.get("employer", {}), names),
        regions=_regions(jobs, margins.get("city", {})),
        age_bands=dict(sorted(margins.get("age_band", {}).items())),
        channels=dict(margins.get("channel", {})),
        hosts=_regrouped(by_broadcast, lambda id_: hosts.get(id_, "")),
        audiences=_regrouped(by_broadcast, lambda id_: audiences.get(id_, "")),
        jobs=len(jobs),
        openings=_openings(jobs),
        unstated=sum(job.total_job_openings is None for job in jobs),
        totals=_sum(by_broadcast.values()),
    )


def _employers(jobs: Sequence[Job], by_id: Mapping[str, Totals], names: Mapping[str, str]) -> list[EmployerLine]:
    theirs: dict[str, list[Job]] = {id_: [] for id_ in by_id}
    for job in jobs:
        theirs.setdefault(job.employer_id, []).append(job)
    lines = [
        EmployerLine(
            employer_id=id_,
            name=names.get(id_) or next((job.hiring_organization for job in its), ""),
            jobs=len(its),
            openings=_openings(its),
            totals=by_id.get(id_, Totals()),
        )
        for id_, its in theirs.items()
    ]
    return sorted(lines, key=lambda line: (-line.totals.total, line.name, line.employer_id))


def _regions(jobs: Sequence[Job], by_city: Mapping[str, Totals]) -> list[RegionLine]:
    openings: dict[str, list[Job]] = {}
    for job in jobs:
        openings.setdefault(locate(job.job_location).region or job.region, []).append(job)
    lived = _regrouped(by_city, lambda city: locate(city).region or city)
    lines = [
        RegionLine(region=region, openings=_openings(openings.get(region, [])), totals=lived.get(region, Totals()))
        for region in {*openings, *lived}
    ]
    return sorted(lines, key=lambda line: (not line.region, -line.totals.total, -line.openings, line.region))


def _openings(jobs: Iterable[Job]) -> int:
    return sum(job.total_job_openings or 0 for job in jobs)


def _regrouped(by_key: Mapping[str, Totals], group: Callable[[str], str]) -> dict[str, Totals]:
    found: dict[str, Totals] = {}
    for key, totals in by_key.items():
        found.setdefault(group(key), Totals(stages={})).add(totals)
    return dict(sorted(found.items(), key=lambda each: (-each[1].total, each[0])))


def _sum(totals: Iterable[Totals]) -> Totals:
    whole = Totals(stages={})
    for one in totals:
        whole.add(one)
    return whole
