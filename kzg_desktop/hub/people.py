"""Who is who behind the applications, as far as employers said so in their links."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, or_, select

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.hiring import PersonLink
from kzg_desktop.domain.people import People
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import SMALL, application

__all__ = ["Human", "human_behind", "links_naming", "person_in_view", "rename_member"]

_IN_CHUNK = 100
_link = msgspec.json.Decoder(PersonLink)
_links = SMALL["person_link"]


class Human(Struct, frozen=True):
    """Whom *ids* name (persons by phone, and applications that were set apart), and all applications sent."""

    ids: frozenset[str]
    application_ids: tuple[str, ...]


def person_in_view(connection: Connection, who: Who, application_id: str) -> str:
    """Return the id of the person behind an application.

    Raises:
        Refusal: there is no such application in view.
    """
    c = application.c
    found = connection.execute(select(c.person_id, c.scope).where(c.id == application_id)).one_or_none()
    if found is None or not who.sees(found.scope):
        raise Refusal("not-found", "there is no such application")
    return str(found.person_id)


def human_behind(connection: Connection, who: Who, application_id: str) -> Human:
    """Return the human behind an application, as the employers in *who*'s view know who is who.

    Of a phone that is this human's, all applications count, those out of view as well, but for the ones that were set
    apart as somebody else's.

    Raises:
        Refusal: there is no such application in view.
    """
    c = application.c
    person_id = person_in_view(connection, who, application_id)
    known, new, links = set[str](), {person_id, application_id}, dict[str, PersonLink]()
    while new:
        sent = connection.execute(select(c.id, c.person_id).where(or_(c.person_id.in_(new), c.id.in_(new))))
        known |= new.union(*((row.id, row.person_id) for row in sent))
        found = [link for link in links_naming(connection, known) if link.kind != "together" and who.sees(link.scope)]
        links |= {link.id: link for link in found}
        new = {member for link in found for member in link.members} - known
    people = People(links.values())
    person = people.person_behind(application_id, person_id)
    rows = connection.execute(select(c.id, c.person_id).where(c.person_id.in_(known)).order_by(c.n))
    theirs = tuple(row.id for row in rows if people.person_behind(row.id, row.person_id) == person)
    return Human(people.ids_of(person), theirs)


def links_naming(connection: Connection, ids: Collection[str]) -> list[PersonLink]:
    """Return the links of all employers that name one of these persons or applications."""
    wanted = sorted(ids)
    found: dict[str, PersonLink] = {}
    for start in range(0, len(wanted), _IN_CHUNK):
        names = [_links.c.body.contains(id_, autoescape=True) for id_ in wanted[start : start + _IN_CHUNK]]
        bodies = connection.scalars(select(_links.c.body).where(or_(*names)).order_by(_links.c.id))
        found |= {link.id: link for link in map(_link.decode, bodies)}
    return [link for link in found.values() if not set(link.members).isdisjoint(ids)]


def rename_member(book: SqlBook, links: Iterable[PersonLink], old: str, new: str) -> None:
    """Put *new* in the place of *old*; a link of one with himself goes."""
    for link in links:
        members = tuple(dict.fromkeys(new if member == old else member for member in link.members))
        row = msgspec.structs.replace(link, members=members) if len(members) > 1 else None
        book.write(Write(PersonLink.entity, link.id, row))
