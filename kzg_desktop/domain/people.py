"""Who is who, as one employer's HR knows it: persons by phone, joined, split and kept together by links."""

from __future__ import annotations

from collections.abc import Iterable

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import PersonLink

__all__ = ["People", "same_person_hint"]


class People:
    """The persons behind the applications to one employer.

    Applications from one phone (``person_id``) are one person's, unless a link ``apart`` names them: each of those is
    a person of its own, named by the application's id. Links ``same`` make one person of several, be they persons by
    phone or such applications, in whatever order the links are made. What another employer knows does not count.
    """

    def __init__(self, links: Iterable[PersonLink], employer_id: str | None = None) -> None:
        """Take the links of *employer_id*; None: all of *links* are one employer's."""
        self._links = sorted(
            (link for link in links if employer_id in {None, link.employer_id}), key=lambda link: link.id
        )
        self._apart = {member for link in self._links if link.kind == "apart" for member in link.members}
        self._groups = _joined(link.members for link in self._links if link.kind == "same")

    def person_of(self, application: Application) -> str:
        """Return the person who sent *application*, never "": who may not know persons takes each for one."""
        return self.person_behind(application.id, application.person_id)

    def person_behind(self, application_id: str, person_id: str) -> str:
        """Return the person who sent the application with those ids."""
        own = application_id in self._apart or not person_id
        return self._canonical(application_id if own else person_id)

    def ids_of(self, person: str) -> frozenset[str]:
        """Return the ids that are *person*: persons by phone, and applications that were split off."""
        return self._groups.get(self._canonical(person), frozenset({person}))

    def applications_of(self, person: str, applications: Iterable[Application]) -> list[Application]:
        """Return those of *applications* that *person* sent, the latest first."""
        wanted = self._canonical(person)
        found = [row for row in applications if self.person_of(row) == wanted]
        return sorted(found, key=lambda row: (row.received_at, row.n), reverse=True)

    def companions_of(self, person: str) -> list[tuple[str, str]]:
        """Return who came together with *person* (a couple, friends), each with the note about it, by id."""
        me, found = self._canonical(person), dict[str, str]()
        for link in self._links:
            members = {self._canonical(member) for member in link.members} if link.kind == "together" else set()
            if me in members:
                found |= {other: link.note or found.get(other, "") for other in members - {me}}
        return sorted(found.items())

    def links_about(self, person: str) -> list[PersonLink]:
        """Return the links that make or name *person*: what can be taken back."""
        ids = self.ids_of(person)
        return [link for link in self._links if not ids.isdisjoint(link.members)]

    def _canonical(self, id_: str) -> str:
        return min(self._groups[id_]) if id_ in self._groups else id_


def _joined(sets: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return by member the union of all sets that hang together."""
    groups: dict[str, frozenset[str]] = {}
    for members in sets:
        whole = frozenset(members).union(*(groups.get(member, ()) for member in members))
        groups |= dict.fromkeys(whole, whole)
    return groups


def same_person_hint(one: Application, other: Application) -> bool:
    """Whether two persons by phone may be one human with two phones: the same full name and the same stated city.

    That is a reason to ask, never to join them: many people bear one name.
    """
    if one.person_id == other.person_id or "*" in one.name or len(one.name.strip()) < 2:
        return False
    return (_plain(one.name), _plain(one.city)) == (_plain(other.name), _plain(other.city)) and bool(_plain(one.city))


def _plain(text: str) -> str:
    return "".join(text.split()).casefold().removesuffix("市")
