"""Which job and broadcast a lead is for: what it names, looked up in the hub's rows."""

from __future__ import annotations

import unicodedata
from functools import cached_property

import msgspec
from sqlalchemy import Connection, select

from kzg_desktop.domain.entities import Broadcast, Job
from kzg_desktop.hub.tables import SMALL
from kzg_desktop.hub.webhook.mapping import Wanted

__all__ = ["NotFound", "Targets"]

_jobs = msgspec.json.Decoder(Job)
_broadcasts = msgspec.json.Decoder(Broadcast)
_j, _b, _l = SMALL["job"].c, SMALL["broadcast"].c, SMALL["lineup_item"].c


class NotFound(Exception):
    """There is none, or a title that several have; *reason* is the code of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Targets:
    """The jobs and broadcasts of one transaction; titles are read once, and only when they are needed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def broadcast(self, wanted: Wanted, default: str) -> str:
        """Return a broadcast's id, *default* for a lead that names none; "" when the source has none either.

        Raises:
            NotFound: the one that is named is not there, or several have the title.
        """
        if not (wanted.id or wanted.title):
            wanted = Wanted(id=default)
        if wanted.id and self._is_broadcast(wanted.id):
            return wanted.id
        titled = self._broadcast_titles.get(_plain(wanted.title), []) if wanted.title else []
        if len(titled) == 1:
            return titled[0]
        if wanted.id or wanted.title:
            raise NotFound("no-broadcast")
        return ""

    def job(self, wanted: Wanted, default: str, broadcast_id: str) -> Job:
        """Return the job, *default* for a lead that names none; of several alike, the one in the broadcast's lineup.

        One that names an unknown job never gets the default: the person did not apply for that.

        Raises:
            NotFound: there is none, or several.
        """
        if not (wanted.id or wanted.title):
            wanted = Wanted(id=default)
        found = (self._job(wanted.id) if wanted.id else None) or self._titled(wanted.title, broadcast_id)
        if found is None:
            raise NotFound("no-job")
        return found

    def _job(self, id_: str) -> Job | None:
        body = self._connection.scalar(select(_j.body).where(_j.id == id_))
        return None if body is None else _jobs.decode(body)

    def _titled(self, title: str, broadcast_id: str) -> Job | None:
        found = self._jobs_by_title.get(_plain(title), []) if title else []
        if len(found) > 1 and broadcast_id:
            lineup = set(self._connection.scalars(select(_l.job_id).where(_l.broadcast_id == broadcast_id)))
            found = [job for job in found if job.id in lineup]
        return found[0] if len(found) == 1 else None

    def _is_broadcast(self, id_: str) -> bool:
        return self._connection.scalar(select(_b.id).where(_b.id == id_)) is not None

    @cached_property
    def _jobs_by_title(self) -> dict[str, list[Job]]:
        jobs: dict[str, list[Job]] = {}
        for body in self._connection.scalars(select(_j.body)):
            job = _jobs.decode(body)
            jobs.setdefault(_plain(job.title), []).append(job)
        return jobs

    @cached_property
    def _broadcast_titles(self) -> dict[str, list[str]]:
        titles: dict[str, list[str]] = {}
        for body in self._connection.scalars(select(_b.body)):
            broadcast = _broadcasts.decode(body)
            titles.setdefault(_plain(broadcast.title), []).append(broadcast.id)
        return titles


def _plain(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).casefold().split())
