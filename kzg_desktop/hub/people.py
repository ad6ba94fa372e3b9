"""Who is who behind the applications, as far as employers said so in their links."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, or_, select

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.hiring import PersonLink
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import SMALL, application

__all__ = ["links_naming", "person_in_view", "rename_member", "same_persons"]

_IN_CHUNK = 100
_link = msgspec.json.Decoder(PersonLink)
_links = SMALL["person_link"]


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


def same_persons(connection: Connection, who: Who, person_id: str) -> frozenset[str]:
    """Return the ids of all persons who are that human, as the employers in *who*'s view know it."""
    known: set[str] = set()
    new = {person_id}
    while new:
        known |= new
        links = [link for link in links_naming(connection, new) if link.kind == "same" and who.sees(link.scope)]
        new = {member for link in links for member in link.members} - known
    return frozenset(known)


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
