"""What an employer's HR sets up for itself: rules, templates, who is who, and the log of exports."""

from __future__ import annotations

from typing import ClassVar

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, put
from kzg_desktop.domain.actions.handling import check_text
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry, PersonLink, Template
from kzg_desktop.domain.templates import unknown_placeholders
from kzg_desktop.errors import Refusal

__all__ = ["MOST_MEMBERS", "LinkPeople", "LogExport", "PutDeskRules", "PutTemplate", "RemoveTemplate", "UnlinkPeople"]

MOST_MEMBERS = 200
"""People that one link names at the most, and histories that tell of it."""


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
        _check_employer(rules.employer_id)
        if rules.id != rules.employer_id:
            raise Refusal("bad-request", "the rules' id is the employer's")
        return [put(rules)]


class PutTemplate(BaseAction, frozen=True, kw_only=True, tag="template.put"):
    """Create a message template or replace it."""

    permission: ClassVar[str] = "applicant:write"
    template: Template

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        template = self.template
        _check_employer(template.employer_id)
        if not template.title.strip() or not template.text.strip():
            raise Refusal("not-possible", "a template needs a title and a text")
        check_text(template.title)
        check_text(template.text)
        check_text(template.position)
        if unknown := unknown_placeholders(template.text):
            raise Refusal("not-possible", f"there is no placeholder {unknown[0]}")
        return [put(template)]


class RemoveTemplate(BaseAction, frozen=True, kw_only=True, tag="template.remove"):
    """Take a template away."""

    permission: ClassVar[str] = "applicant:write"
    template_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get(Template.entity, self.template_id)
        return [] if found is None else [Write(Template.entity, self.template_id, None)]


class LinkPeople(BaseAction, frozen=True, kw_only=True, tag="people.link"):
    """Say that persons are the same human, came together, or that applications are not of one human.

    *application_ids* are those whose histories tell of it; the line of the first has the id *event_id*. Those that are
    not there are left out: a person who was erased meanwhile gets no new history.
    """

    permission: ClassVar[str] = "applicant:write"
    link: PersonLink
    application_ids: tuple[str, ...]
    event_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        link = self.link
        _check_employer(link.employer_id)
        check_text(link.note)
        if not (1 if link.kind == "apart" else 2) <= len(set(link.members)) <= MOST_MEMBERS:
            raise Refusal("not-possible", f"a link needs two people and has {MOST_MEMBERS} at the most")
        found = book.get(PersonLink.entity, link.id)
        if found is not None and found.row != link:
            raise Refusal("conflict", "that link says something else already")
        lines = _lines(book, self.application_ids, self.event_id, link, kind="link", at=at, actor=actor, text=link.note)
        return [put(link), *lines]


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
        check_text(self.reason)
        lines = _lines(
            book, self.application_ids, self.event_id, found.row, kind="unlink", at=at, actor=actor, text=self.reason
        )
        return [Write(PersonLink.entity, self.link_id, None), *lines]


def _check_employer(employer_id: str) -> None:
    """Check whose it is; what is nobody's would be for everybody to see.

    Raises:
        Refusal: it is nobody's.
    """
    if not employer_id:
        raise Refusal("bad-request", "an employer must be named")


def _lines(
    book: Book,
    application_ids: tuple[str, ...],
    event_id: str,
    link: PersonLink,
    *,
    kind: str,
    at: int,
    actor: str,
    text: str,
) -> list[Write]:
    """Return a line for each of the applications.

    Raises:
        Refusal: one of them is another employer's, or there are too many.
    """
    if len(application_ids) > MOST_MEMBERS:
        raise Refusal("bad-request", f"{MOST_MEMBERS} histories can tell of it at the most")
    told = []
    for application_id in application_ids:
        found = book.get(Application.entity, application_id)
        if found is not None and found.row.scope != link.employer_id:
            raise Refusal("not-found", f"application {application_id} does not exist (any more)")
        told += [application_id] if found is not None else []
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
        for index, application_id in enumerate(dict.fromkeys(told))
    ]


class LogExport(BaseAction, frozen=True, kw_only=True, tag="export.log"):
    """Record that rows of an employer were written to a file: what it is and how many rows."""

    permission: ClassVar[str] = "applicant:pii"
    employer_id: str
    event_id: str
    what: str
    rows: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        _check_employer(self.employer_id)
        check_text(self.what)
        if not 0 <= self.rows < 2**31:
            raise Refusal("bad-request", "that is no number of rows")
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
