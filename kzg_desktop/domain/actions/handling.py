"""What all actions about an application share: who may act, how it is logged, when the next duty is due."""

from __future__ import annotations

from typing import Any, ClassVar

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.actions.jobs import vacancy_of
from kzg_desktop.domain.duty import with_due
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry, HistoryKind
from kzg_desktop.domain.states import ACCEPTED
from kzg_desktop.errors import Refusal

__all__ = ["ApplicationAction", "StepAction", "is_held", "moved", "rules_of", "seats"]

_LONGEST_TEXT = 2000


class ApplicationAction(BaseAction, frozen=True, kw_only=True):
    """Does something about one application and adds a line to its history, with the id *event_id*."""

    permission: ClassVar[str] = "applicant:write"
    application_id: str
    event_id: str = ""

    def found(self, book: Book) -> Versioned:
        """Return the application with its revision.

        Raises:
            Refusal: there is none.
        """
        return existing(book, Application, self.application_id)

    def application(self, book: Book) -> Application:
        """Return the application.

        Raises:
            Refusal: there is none.
        """
        row = self.found(book).row
        assert isinstance(row, Application)
        return row

    def entry(self, row: Application, kind: HistoryKind, *, at: int, actor: str, **fields: Any) -> list[Write]:
        """Return the line of the history, none for actions that were recorded before there was one.

        Raises:
            Refusal: its text is too long.
        """
        if not self.event_id:
            return []
        if len(fields.get("text", "")) > _LONGEST_TEXT:
            raise Refusal("not-possible", f"a text may have {_LONGEST_TEXT} characters")
        return [
            put(
                HistoryEntry(
                    id=self.event_id,
                    application_id=row.id,
                    employer_id=row.employer_id,
                    kind=kind,
                    at=at,
                    actor=actor,
                    **fields,
                )
            )
        ]

    def stored(self, book: Book, row: Application, *, at: int, actor: str, **handling: Any) -> Write:
        """Return the write of *row* with those fields of its handling, worked on by *actor*, its next duty due."""
        kept = replace(row.handling, owned_since=at, **handling)
        return put(with_due(replace(row, owner=actor, handling=kept), rules_of(book, row)))


class StepAction(ApplicationAction, frozen=True, kw_only=True):
    """Takes an application from one state to another, if it is where the user saw it.

    The user saw it in the state *base_status* or, where that is empty, at the revision *base_rev*: a note or a claim
    in between is no reason to refuse a step.
    """

    base_rev: int = 0
    base_status: str = ""

    def steppable(self, book: Book, *, at: int, actor: str) -> Application:
        """Return the application.

        Raises:
            Refusal: somebody else took it elsewhere first, or is working on it.
        """
        found, row = self.found(book), self.application(book)
        if self.base_status and row.status != self.base_status:
            raise Refusal("conflict", f"the application is {row.status} by now, it was {self.base_status}")
        if not self.base_status and found.rev != self.base_rev:
            raise Refusal("conflict", f"the application is at revision {found.rev}, the edit began at {self.base_rev}")
        if is_held(row, rules_of(book, row), at=at, actor=actor):
            raise Refusal("claimed", row.owner)
        return row


def rules_of(book: Book, row: Application) -> DeskRules:
    """Return the employer's rules, the usual ones where it set none."""
    found = book.get(DeskRules.entity, row.employer_id)
    if found is not None and isinstance(found.row, DeskRules):
        return found.row
    return DeskRules(id=row.employer_id, employer_id=row.employer_id)


def is_held(row: Application, rules: DeskRules, *, at: int, actor: str) -> bool:
    """Whether somebody else than *actor* works on the application, and did something not too long ago."""
    if row.owner in {"", actor}:
        return False
    return at < row.handling.owned_since + rules.release_after_s * 1000


def moved(row: Application, status: str, *, at: int) -> Application:
    """Return *row* in the state *status* since *at*, with the way back noted."""
    return replace(row, status=status, handling=replace(row.handling, before=row.status, since=at))


def seats(book: Book, row: Application, status: str) -> list[Write]:
    """Count the seat that *row* takes or frees when it goes to *status*.

    A job that is not there (any more) has none to count.
    """
    taken = (status in ACCEPTED) - (row.status in ACCEPTED)
    return count_seats(book, row.job_id, taken)


def count_seats(book: Book, job_id: str, taken: int) -> list[Write]:
    """Count *taken* more seats of a job."""
    if not taken or (book.get("vacancy", job_id) is None and book.get("job", job_id) is None):
        return []
    vacancy = vacancy_of(book, job_id)
    return [put(replace(vacancy, accepted=max(0, vacancy.accepted + taken)))]
