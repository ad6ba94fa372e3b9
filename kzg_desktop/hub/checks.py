"""What the hub checks of an action beside the action's own rules: that it stays in its account's view."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import Connection, exists, or_, select

from kzg_desktop.domain.actions import Action, HandOver, LinkPeople, Write
from kzg_desktop.domain.entities import AirSegment, Application, Entity, Versioned
from kzg_desktop.domain.hiring import PersonLink
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.rights import ALL, PRIVATE, ROLES, Who
from kzg_desktop.hub.tables import account, account_scope, application

__all__ = ["SeenBook", "check_action", "check_write", "is_key"]

_KEY_LENGTH = 200
_LOGS = frozenset({"air_event", "history"})
_OF_THE_HUB = frozenset({"colleague"})


class SeenBook:
    """The book as *who* may read it: what is out of view is not there, and no refusal tells anything of it."""

    def __init__(self, book: SqlBook, who: Who) -> None:
        self._book = book
        self._who = who
        self.segments = book.segments

    def get(self, entity: str, id_: str) -> Versioned | None:
        """Return the row with that id, if there is one.

        Raises:
            Refusal: there is one out of view.
        """
        found = self._book.get(entity, id_)
        if found is not None and not self._who.sees(found.row.scope):
            raise _gone(entity, id_)
        return found


def check_action(connection: Connection, book: SeenBook, action: Action) -> None:
    """Check whom and what an action names beside the rows that it writes.

    Raises:
        Refusal: somebody or something out of reach.
    """
    if isinstance(action, HandOver):
        _check_colleague(connection, book, action)
    elif isinstance(action, LinkPeople):
        _check_members(connection, book, action.link)


def check_write(book: SqlBook, who: Who, write: Write) -> None:
    """Check one row that an action writes.

    Raises:
        Refusal: it is out of view, before or after, or no action may change it.
    """
    if not is_key(write.id) or (write.row is not None and not is_key(write.row.scope or "-")):
        raise Refusal("bad-request", f"an id must have 1 to {_KEY_LENGTH} printable characters")
    found = book.get(write.entity, write.id)
    if found is not None and not who.sees(found.row.scope):
        raise _gone(write.entity, write.id)
    if isinstance(write.row, AirSegment) and found is not None and not _only_ends(found.row, write.row):
        raise Refusal("not-possible", "an air segment says what was shown; it cannot be changed")
    if write.entity in _LOGS and found is not None and found.row != write.row:
        raise Refusal("not-possible", "a log is only ever added to")
    if write.entity in _OF_THE_HUB:
        raise Refusal("not-possible", f"a {write.entity} is written by the hub alone")
    if write.row is None:
        return
    if write.entity in PRIVATE and not write.row.scope:
        raise Refusal("bad-request", f"a {write.entity} belongs to an employer: without one, all would see it")
    if not who.sees(write.row.scope):
        raise Refusal("not-allowed", f"{write.row.scope} is not one of this account's organisations")


def is_key(text: str) -> bool:
    """Whether *text* can be an id."""
    return 0 < len(text) <= _KEY_LENGTH and text.isprintable()


def _gone(entity: str, id_: str) -> Refusal:
    return Refusal("not-found", f"{entity} {id_} does not exist (any more)")


def _only_ends(old: Entity, new: AirSegment) -> bool:
    return replace(old, ended_at=new.ended_at) == new


def _check_colleague(connection: Connection, book: SeenBook, action: HandOver) -> None:
    found = book.get(Application.entity, action.application_id)
    if found is None or not action.to:
        return  # the action itself says so
    a, s = account.c, account_scope.c
    sees = exists().where(s.account_id == a.id, s.scope.in_((found.row.scope, ALL)))
    role = connection.scalar(select(a.role).where(a.id == action.to, a.disabled.is_(False), sees))
    if role is None or "applicant:write" not in ROLES[role]:
        raise Refusal("not-possible", "that colleague does not work with this employer's applications")


def _check_members(connection: Connection, book: SeenBook, link: PersonLink) -> None:
    """The people whom an employer links must have applied to that employer.

    A member is a person by phone, or an application that was set apart from the others of its phone.
    """
    members = set(link.members)
    if link.kind == "apart":
        for id_ in members:
            found = book.get(Application.entity, id_)
            if found is None or found.row.scope != link.employer_id:
                raise _gone(Application.entity, id_)
        return
    c = application.c
    query = select(c.person_id, c.id).where(
        or_(c.person_id.in_(members), c.id.in_(members)), c.scope == link.employer_id
    )
    if not members <= {id_ for row in connection.execute(query) for id_ in row}:
        raise Refusal("not-found", "one of these people has not applied to this employer (any more)")
