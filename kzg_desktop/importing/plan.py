"""What importing drafts would change among the jobs that are there, and the actions that do it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Literal, Protocol, TypeAlias

from msgspec import Struct, structs

from kzg_desktop.domain.actions import Action, PutJob, PutOrganization
from kzg_desktop.domain.entities import Job, Organization, Pay
from kzg_desktop.importing.derived import Derived, derive
from kzg_desktop.importing.job_sheet import Draft
from kzg_desktop.importing.keys import job_id, normalised
from kzg_desktop.importing.labels import JOB_LABELS
from kzg_desktop.importing.words import joined

__all__ = ["Change", "ImportPlan", "JobRows", "PlanKind", "RowPlan", "plan_import", "plan_on"]

PlanKind: TypeAlias = Literal["new", "changed", "same", "duplicate", "error"]

_DERIVED = frozenset({"job_benefits", "requirements", "medical_check", "insurance", "rebates", "couples_room"})
_FIXED = frozenset({"id", "employer_id", "version", "archived", "pay", "region"})


class Change(Struct, frozen=True):
    """A field of a job that the import would change."""

    field: str
    old: Any
    new: Any

    @property
    def label(self) -> str:
        """The field's name in Chinese."""
        return JOB_LABELS[self.field]


class RowPlan(Struct, frozen=True, kw_only=True):
    """What would become of one draft. *job* is the outcome, merged with what is there at *base_version* (0: nothing).

    Only ``new`` and ``changed`` rows write anything.
    """

    draft: Draft
    kind: PlanKind
    job: Job
    base_version: int
    changes: tuple[Change, ...] = ()


class ImportPlan(Struct, frozen=True, kw_only=True):
    """The plans of all drafts, in the file's order."""

    rows: tuple[RowPlan, ...]
    known_organizations: frozenset[str]

    def actions(self, accepted: Callable[[RowPlan], bool] = lambda _row: True) -> list[Action]:
        """Return the actions for the new and changed rows that *accepted* lets through: employers before their jobs."""
        rows = [row for row in self.rows if row.kind in {"new", "changed"} and accepted(row)]
        employers = {row.job.employer_id: row.job.hiring_organization for row in rows}
        missing = [(id_, name) for id_, name in employers.items() if id_ not in self.known_organizations]
        return [
            *(PutOrganization(organization=Organization(id=id_, name=name)) for id_, name in missing),
            *(PutJob(job=row.job, base_version=row.base_version) for row in rows),
        ]


class JobRows(Protocol):
    """What is there already, as a desk answers it."""

    def organizations(self) -> list[Organization]: ...

    def jobs(self) -> list[Job]: ...

    def job(self, job_id: str) -> Job | None: ...


class _Existing:
    """Jobs and employers that are there, found by id, or by what they say when they were made by hand."""

    def __init__(self, jobs: Iterable[Job], organizations: Iterable[Organization]) -> None:
        self._by_id = {job.id: job for job in jobs}
        self._by_key = {job_id(j.hiring_organization, j.title, j.job_location): j for j in self._by_id.values()}
        self._employers = {normalised(o.name): o.id for o in organizations}

    def job(self, draft: Draft, taken: Collection[str]) -> Job | None:
        found = self._by_id.get(draft.job.id) or self._by_key.get(draft.job.id)
        return None if found is None or found.id in taken else found

    def placed(self, job: Job) -> Job:
        """Return *job* under the employer of that name that is there."""
        employer = self._employers.get(normalised(job.hiring_organization), job.employer_id)
        return structs.replace(job, employer_id=employer)


def _merged_parts(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Merge lists: what was taken out or added by hand since *base* stays so."""
    removed = set(base) - set(mine)
    added = [part for part in mine if part not in base]
    return tuple(dict.fromkeys([*(part for part in theirs if part not in removed), *added]))


def _derived_value(name: str, before: Derived, mine: Any, theirs: Any) -> Any:
    """Merge a field that the sheet states only in passing (夫妻房 in 食宿, 返费 in 备注) with the value that is there.

    *before* is what the job's own texts said, so that an edit by hand can be told from an older import.
    """
    if name == "job_benefits":
        return _merged_parts(before.job_benefits, mine, theirs)
    if name == "requirements":
        return joined(*_merged_parts(*(tuple(text.split("；")) for text in (before.requirements, mine, theirs))))
    untouched = mine == getattr(before, name) or not mine
    return theirs if untouched else mine


def _merged_pay(draft: Draft, there: Pay) -> Pay:
    theirs = {
        name: value
        for name, value in structs.asdict(draft.job.pay).items()
        if f"pay.{name}" in draft.stated or value not in (None, "", False)
    }
    return structs.replace(there, **theirs)


def _merged(draft: Draft, there: Job) -> Job:
    """Return *there* with what the sheet states; fields without a column keep what was edited by hand."""
    before = derive(there.board, there.lodging, there.note)
    values: dict[str, Any] = {"archived": False, "pay": _merged_pay(draft, there.pay)}
    for name, theirs in structs.asdict(draft.job).items():
        if name in _FIXED:
            continue
        if name in draft.stated:
            values[name] = theirs
        elif name in _DERIVED:
            values[name] = _derived_value(name, before, getattr(there, name), theirs)
        elif theirs:
            values[name] = theirs
    if draft.job.region or "job_location" in draft.stated:
        values["region"] = draft.job.region
    return structs.replace(there, **values)


def _changes(old: Job, new: Job) -> tuple[Change, ...]:
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in JOB_LABELS)
    return tuple(Change(name, before, after) for name, before, after in pairs if before != after)


def plan_import(drafts: Iterable[Draft], jobs: Iterable[Job], organizations: Iterable[Organization]) -> ImportPlan:
    """Compare *drafts* with all *jobs* (archived ones too) and *organizations* that are there.

    A row that matches a job by key edits it in place, so that lineups keep their positions; an archived job is revived.
    """
    known = list(organizations)
    existing = _Existing(jobs, known)
    taken: set[str] = set()
    rows: list[RowPlan] = []
    for draft in drafts:
        row = _planned(draft, existing, taken)
        taken.add(row.job.id)
        rows.append(row)
    return ImportPlan(rows=tuple(rows), known_organizations=frozenset(o.id for o in known))


def _planned(draft: Draft, existing: _Existing, taken: Collection[str]) -> RowPlan:
    if draft.status == "error":
        return RowPlan(draft=draft, kind="error", job=draft.job, base_version=0)
    if draft.duplicate_of:
        return RowPlan(draft=draft, kind="duplicate", job=draft.job, base_version=0)
    there = existing.job(draft, taken)
    if there is None:
        return RowPlan(draft=draft, kind="new", job=existing.placed(draft.job), base_version=0)
    job = _merged(draft, there)
    changes = _changes(there, job)
    kind: PlanKind = "changed" if changes else "same"
    return RowPlan(draft=draft, kind=kind, job=job, base_version=there.version, changes=changes)


def plan_on(rows: JobRows, drafts: Collection[Draft]) -> ImportPlan:
    """Compare *drafts* with what a desk holds, archived jobs included."""
    found = [*rows.jobs(), *filter(None, (rows.job(draft.job.id) for draft in drafts))]
    return plan_import(drafts, {job.id: job for job in found}.values(), rows.organizations())
