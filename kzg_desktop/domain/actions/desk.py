"""What an employer's HR sets up for itself: rules, templates, who is who, and the log of exports."""

from __future__ import annotations

from typing import ClassVar

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, put
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry, PersonLink, Template
from kzg_desktop.errors import Refusal

__all__ = ["LinkPeople", "LogExport", "PutDeskRules", "PutTemplate", "RemoveTemplate", "UnlinkPeople"]


class PutDeskRules(BaseAction, frozen=True, kw_only=True, tag="desk.rules"):
    """Set an employer's clock; what is due already stays as it is."""

    permission: ClassVar[str] = "applicant:write"
    rules: DeskRules

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        rules = self.rules
        durations = (
            rules.call_within_s,
            rules.release_after_s,
            rules.hand_on_after_s,
            rules.retry_after_s,
            rules.follow_up_s,
        )
        usable = all(0 < seconds <= 30 * 86_400 for seconds in durations) and 1 <= rules.unreachable_after <= 20
        if not usable or not 1 <= rules.retention_days <= 3650:
            raise Refusal("not-possible", "durations are 1 s to 30 days, calls 1 to 20, retention 1 to 3650 days")
        if rules.id != rules.employer_id:
            raise Refusal("bad-request", "the rules' id is the employer's")
        return [put(rules)]


class PutTemplate(BaseAction, frozen=True, kw_only=True, tag="template.put"):
    """Create a message template or replace it."""

    permission: ClassVar[str] = "applicant:write"
    template: Template

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if not self.template.title.strip() or not self.template.text.strip():
            raise Refusal("not-possible", "a template needs a title and a text")
        return [put(self.template)]


class RemoveTemplate(BaseAction, frozen=True, kw_only=True, tag="template.remove"):
    """Take a template away."""

    permission: ClassVar[str] = "applicant:write"
    template_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get(Template.entity, self.template_id)
        return [] if found is None else [Write(Template.entity, self.template_id, None)]


class LinkPeople(BaseAction, frozen=True, kw_only=True, tag="people.link"):
    """Say that persons are the same human, came together, or that applications are not of one human.

    *application_ids* are those whose histories tell of it; the line of the first has the id *event_id*.
    """

    permission: ClassVar[str] = "applicant:write"
    link: PersonLink
    application_ids: tuple[str, ...]
    event_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if len(set(self.link.members)) < (1 if self.link.kind == "apart" else 2):
            raise Refusal("not-possible", "a link needs two people")
        lines = _lines(
            self.application_ids, self.event_id, self.link, kind="link", at=at, actor=actor, text=self.link.note
        )
        return [put(self.link), *lines]


class UnlinkPeople(BaseAction, frozen=True, kw_only=True, tag="people.unlink"):
    """Take a link back, with the reason."""

    permission: ClassVar[str] = "applicant:write"
    link_id: str
    application_ids: tuple[str, ...]
    event_id: str
    reason: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get(PersonLink.entity, self.link_id)
        if found is None or not isinstance(found.row, PersonLink):
            return []
        lines = _lines(
            self.application_ids, self.event_id, found.row, kind="unlink", at=at, actor=actor, text=self.reason
        )
        return [Write(PersonLink.entity, self.link_id, None), *lines]


def _lines(
    application_ids: tuple[str, ...],
    event_id: str,
    link: PersonLink,
    *,
    kind: str,
    at: int,
    actor: str,
    text: str,
) -> list[Write]:
    return [
        put(
            HistoryEntry(
                id=event_id if index == 0 else f"{event_id}-{index}",
                application_id=application_id,
                employer_id=link.employer_id,
                kind="link" if kind == "link" else "unlink",
                at=at,
                actor=actor,
                after=link.kind,
                text=text,
            )
        )
        for index, application_id in enumerate(application_ids)
    ]


class LogExport(BaseAction, frozen=True, kw_only=True, tag="export.log"):
    """Record that rows of an employer were written to a file: what it is and how many rows."""

    permission: ClassVar[str] = "applicant:pii"
    employer_id: str
    event_id: str
    what: str
    rows: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        entry = HistoryEntry(
            id=self.event_id,
            application_id="",
            employer_id=self.employer_id,
            kind="export",
            at=at,
            actor=actor,
            after=self.what,
            count=self.rows,
        )
        return [put(entry)]
