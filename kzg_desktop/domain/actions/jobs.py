"""Organisations and jobs: creating, editing, and how far a job is filled."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.entities import Job, Organization, Vacancy, VacancyState
from kzg_desktop.errors import Refusal

__all__ = ["PutJob", "PutOrganization", "SetVacancy", "vacancy_of"]


class PutOrganization(BaseAction, frozen=True, kw_only=True, tag="organization.put"):
    """Create an organisation or replace its fields."""

    permission: ClassVar[str] = "job:write"
    organization: Organization

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get("organization", self.organization.id)
        if found is not None and found.row == self.organization:
            return []
        return [put(self.organization)]


class PutJob(BaseAction, frozen=True, kw_only=True, tag="job.put"):
    """Create a job (*base_version* 0) or make the version after *base_version*."""

    permission: ClassVar[str] = "job:write"
    job: Job
    base_version: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get("job", self.job.id)
        current = found.row.version if found is not None and isinstance(found.row, Job) else 0
        if current != self.base_version:
            raise Refusal("conflict", f"the job is at version {current}, the edit began at {self.base_version}")
        return [put(msgspec.structs.replace(self.job, version=current + 1))]


class SetVacancy(BaseAction, frozen=True, kw_only=True, tag="vacancy.set"):
    """Say that a job takes applicants, pauses, or is filled."""

    permission: ClassVar[str] = "job:write"
    job_id: str
    state: VacancyState
    note: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        vacancy = vacancy_of(book, self.job_id)
        return [put(msgspec.structs.replace(vacancy, state=self.state, note=self.note))]


def vacancy_of(book: Book, job_id: str) -> Vacancy:
    found = book.get("vacancy", job_id)
    if found is not None and isinstance(found.row, Vacancy):
        return found.row
    return Vacancy(id=job_id, employer_id=existing(book, Job, job_id).row.scope)
