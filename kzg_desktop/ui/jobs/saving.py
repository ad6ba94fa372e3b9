"""Turns an edited form into the actions that record it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kzg_desktop.domain.actions import Action, PutJob, PutOrganization, SetVacancy
from kzg_desktop.domain.entities import Job, Organization, Vacancy
from kzg_desktop.domain.ids import new_id
from kzg_desktop.importing.keys import job_id, normalised, organization_id
from kzg_desktop.services import Desk
from kzg_desktop.ui.jobs.draft import Form, job_of

__all__ = ["archive", "blank_job", "revived", "save_job", "set_vacancies", "unarchive"]


def blank_job() -> Job:
    """Return a job without any words, for a new one to begin with."""
    return Job(id="", employer_id="", hiring_organization="", title="", version=0)


def revived(job: Job) -> Job:
    """Return *job*, not archived: who saves a job wants to have it."""
    return replace(job, archived=False)


async def save_job(desk: Desk, form: Form, base: Job | None) -> str:
    """Record what *form* says as the version after *base*, or as a new job; return the job's id.

    An employer not known yet is recorded with it. A new job gets the id that an import of the same job would give it.

    Raises:
        Refusal: such as "conflict", when somebody else changed the job.
        StoreError: it could not be recorded.
    """
    job = job_of(form, revived(base) if base is not None else blank_job())
    employer, actions = _employer(desk, job.hiring_organization)
    job = replace(job, employer_id=employer.id, hiring_organization=employer.name)
    if base is None:
        job = replace(job, id=_fresh_id(desk, job))
    await desk.act(*actions, PutJob(job=job, base_version=job.version))
    return job.id


async def archive(desk: Desk, jobs: list[Job]) -> None:
    """Take the jobs out of the library; what was on air keeps its copy.

    Raises:
        Refusal, StoreError: as for any action.
    """
    await desk.act(*(PutJob(job=replace(job, archived=True), base_version=job.version) for job in jobs))


async def unarchive(desk: Desk, ids: list[str]) -> None:
    """Have archived jobs back, as they are now.

    Raises:
        Refusal, StoreError: as for any action.
    """
    jobs = [job for job in map(desk.job, ids) if job is not None and job.archived]
    await desk.act(*(PutJob(job=revived(job), base_version=job.version) for job in jobs))


async def set_vacancies(desk: Desk, wanted: Iterable[Vacancy]) -> list[Vacancy]:
    """Say whether jobs take applicants, as in *wanted*; return how those that change stood before, to have it back.

    Raises:
        Refusal, StoreError: as for any action.
    """
    pairs = [(desk.vacancy(vacancy.id) or replace(vacancy, state="open", note=""), vacancy) for vacancy in wanted]
    changes = [(old, new) for old, new in pairs if (old.state, old.note) != (new.state, new.note)]
    if changes:
        await desk.act(*(SetVacancy(job_id=new.id, state=new.state, note=new.note) for _, new in changes))
    return [old for old, _ in changes]


def _employer(desk: Desk, name: str) -> tuple[Organization, list[Action]]:
    wanted = normalised(name)
    for known in desk.organizations():
        if normalised(known.name) == wanted:
            return known, []
    new = Organization(id=organization_id(name), name=name)
    return new, [PutOrganization(organization=new)]


def _fresh_id(desk: Desk, job: Job) -> str:
    natural = job_id(job.hiring_organization, job.title, job.job_location)
    return natural if desk.job(natural) is None else new_id()
