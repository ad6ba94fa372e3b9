"""意向岗位: which job of the library a lead is for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Protocol

from msgspec import structs

from kzg_desktop.domain.attribution import on_air_at
from kzg_desktop.domain.entities import AirSegment, Job, LineupItem
from kzg_desktop.domain.regions import locate
from kzg_desktop.errors import InvalidInput
from kzg_desktop.importing.findings import error, info, warning
from kzg_desktop.importing.keys import normalised
from kzg_desktop.importing.lead_row import LeadFields
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet

__all__ = ["JobFinder", "Library", "with_jobs"]

_CANDIDATES = 3
_SIMILAR = 0.5


class Library(Protocol):
    """What a desk knows of jobs and broadcasts."""

    def jobs(self) -> Sequence[Job]:
        """Return the jobs in use."""

    def lineup(self, broadcast_id: str) -> Sequence[LineupItem]:
        """Return a broadcast's lineup."""

    def segments(self, broadcast_id: str) -> Sequence[AirSegment]:
        """Return what was on air in a broadcast."""


class JobFinder:
    """Finds the jobs of leads.

    A title is compared as written, then without blanks, width and case. Of several employers' jobs with one title the
    broadcast's lineup decides, then the lead's city. A lead for any job is for *fallback*, else for the card on air
    when it was sent; one whose title is not in the library is for *fallback* too, with a warning.

    The library is read when the finder is made; finding may then be done on another thread. *option* is how a fallback
    is named where jobs are named by their ids, on the command line.

    Raises:
        InvalidInput: there is no job *fallback*.
    """

    def __init__(self, library: Library, *, broadcast_id: str = "", fallback: str = "", option: str = "") -> None:
        self._jobs = {job.id: job for job in library.jobs()}
        self._in_lineup = {item.job_id for item in library.lineup(broadcast_id)} if broadcast_id else set[str]()
        self._segments = library.segments(broadcast_id) if broadcast_id else []
        if fallback and fallback not in self._jobs:
            raise InvalidInput(f"岗位库里没有编号为 {fallback} 的岗位；请先导入或同步岗位")
        self._fallback = self._jobs.get(fallback)
        self._option = option
        self._near: dict[str, list[Job]] = {}
        self._by_title: dict[str, list[Job]] = {}
        for job in self._jobs.values():
            self._by_title.setdefault(normalised(job.title), []).append(job)

    @property
    def empty(self) -> bool:
        """Whether there is no job at all to look among."""
        return not self._jobs

    def found(self, draft: LeadDraft) -> LeadDraft:
        """Return the draft with its job, or with an error that names the jobs that come near."""
        fields = draft.fields
        if not fields.title:
            return self._for_any(draft)
        candidates = self._narrowed(fields)
        if len(candidates) == 1:
            return structs.replace(draft, job_id=candidates[0].id)
        if self._fallback is not None:
            why = "有几个同名岗位" if candidates else "岗位库里没有这个岗位"
            text = f"意向岗位「{fields.title}」：{why}，按指定的岗位 {self._fallback.title} 记"
            return structs.replace(draft.saying(warning(text)), job_id=self._fallback.id)
        if candidates:
            text = f"意向岗位「{fields.title}」在岗位库里有几个，请{self._choose}：{self._named(candidates)}"
        else:
            similar = self._named(self._similar(normalised(fields.title)))
            text = f"岗位库里没有意向岗位「{fields.title}」" + (f"，相近的有：{similar}" if similar else "")
        return draft.saying(error(text))

    @property
    def _choose(self) -> str:
        return f"用 {self._option} 指定" if self._option else "选择按哪个岗位记"

    def _for_any(self, draft: LeadDraft) -> LeadDraft:
        if self._fallback is not None:
            return structs.replace(draft, job_id=self._fallback.id)
        at = draft.fields.received_at
        segment = on_air_at(self._segments, at) if at else None
        if segment is not None and segment.card.id in self._jobs:
            said = draft.saying(info(f"没有指定岗位，按提交时正在讲解的 {segment.card.title} 记"))
            return structs.replace(said, job_id=segment.card.id)
        return draft.saying(error(f"没有指定岗位，请{self._choose}"))

    def _similar(self, title: str) -> list[Job]:
        """Return the jobs whose titles come near; a sheet names few titles, and often."""
        if title not in self._near:
            near = get_close_matches(title, self._by_title, _CANDIDATES, _SIMILAR)
            self._near[title] = [job for found in near for job in self._by_title[found]]
        return self._near[title]

    def _named(self, jobs: Sequence[Job]) -> str:
        names = "、".join(map(self._name, jobs[:_CANDIDATES]))
        return names + (f"等 {len(jobs)} 个" if len(jobs) > _CANDIDATES else "")

    def _name(self, job: Job) -> str:
        return f"{job.title}（{'，'.join((job.hiring_organization, *([job.id] if self._option else [])))}）"

    def _narrowed(self, fields: LeadFields) -> list[Job]:
        """Return the jobs that the title can mean: one, several, or none."""
        same = self._by_title.get(normalised(fields.title), [])
        exact = [job for job in same if job.title == fields.title] or same
        shown = [job for job in exact if job.id in self._in_lineup] or exact
        if len(shown) > 1 and fields.city:
            city = locate(fields.city).region or fields.city
            shown = [job for job in shown if _place(job) == city] or shown
        return shown


def _place(job: Job) -> str:
    return locate(job.region.replace(" ", "") or job.job_location).region


def with_jobs(sheet: LeadSheet, finder: JobFinder) -> LeadSheet:
    """Return the sheet with a job for every lead that can be used, or with the reason why there is none."""
    drafts = tuple(draft if draft.status == "error" else finder.found(draft) for draft in sheet.drafts)
    return structs.replace(sheet, drafts=drafts)
