"""What a broadcast offers to viewers: the card on air now first, then the rest of the lineup."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, bindparam, exists, or_, select

from kzg_desktop.domain.attribution import on_air_at
from kzg_desktop.domain.entities import AirSegment, Broadcast, Job, LineupItem
from kzg_desktop.domain.masking import mask_phone
from kzg_desktop.hub.consents import consents_of
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.tables import SMALL, application, person
from kzg_desktop.wire_office import ConsentRecord

__all__ = ["Offer", "Sent", "job_to_apply_for", "offer", "sent"]

_broadcast = msgspec.json.Decoder(Broadcast)
_item = msgspec.json.Decoder(LineupItem)
_job = msgspec.json.Decoder(Job)
_segment = msgspec.json.Decoder(AirSegment)

_j, _l, _s = SMALL["job"].c, SMALL["lineup_item"].c, SMALL["air_segment"].c
_applied_for = select(_j.body).where(
    _j.id == bindparam("job"),
    or_(
        exists().where(_l.broadcast_id == bindparam("broadcast"), _l.job_id == _j.id),
        exists().where(_s.broadcast_id == bindparam("broadcast"), _s.job_id == _j.id),
    ),
)


class Offer(Struct, frozen=True, kw_only=True):
    """A broadcast's jobs as a viewer may choose them; ``on_air`` is the id of the one being explained, or ""."""

    broadcast: Broadcast
    jobs: tuple[Job, ...]
    on_air: str = ""

    def job(self, job_id: str) -> Job | None:
        """Return the job with that id, if it is offered."""
        return next((job for job in self.jobs if job.id == job_id), None)


def offer(connection: Connection, broadcast_id: str, now: int) -> Offer | None:
    """Return what the broadcast offers at *now* (UTC ms), or None when there is no such broadcast."""
    table = SMALL["broadcast"]
    body = connection.scalar(select(table.c.body).where(table.c.id == broadcast_id))
    if body is None:
        return None
    segment = _on_air(connection, broadcast_id, now)
    on_air = "" if segment is None else segment.card.id
    wanted = dict.fromkeys([on_air, *_lineup(connection, broadcast_id)])
    table = SMALL["job"]
    found = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_([w for w in wanted if w])))
    jobs = {id_: _job.decode(job_body) for id_, job_body in found}
    offered = tuple(jobs[id_] for id_ in wanted if id_ in jobs)
    return Offer(broadcast=_broadcast.decode(body), jobs=offered, on_air=on_air)


def job_to_apply_for(connection: Connection, broadcast_id: str, job_id: str) -> Job | None:
    """Return a job that a viewer of the broadcast may apply for: in its lineup, even if skipped by now, or ever on air.

    A viewer may have opened the page long before sending it.
    """
    body = connection.scalar(_applied_for, {"broadcast": broadcast_id, "job": job_id})
    return None if body is None else _job.decode(body)


class Sent(Struct, frozen=True):
    """What a viewer sent before, as far as the thank-you page shows it."""

    broadcast_id: str
    job: Job
    phone: str
    agreed: ConsentRecord | None = None


def sent(connection: Connection, keys: Keys, application_id: str) -> Sent | None:
    """Return an application's job, masked phone and latest consent, or None when it is not there (any more)."""
    table = SMALL["job"]
    found = connection.execute(
        select(application.c.broadcast_id, table.c.body, person.c.phone_cipher)
        .join(table, table.c.id == application.c.job_id)
        .join(person)
        .where(application.c.id == application_id)
    ).one_or_none()
    if found is None:
        return None
    agreed = consents_of(connection, [application_id])
    return Sent(
        found.broadcast_id,
        _job.decode(found.body),
        mask_phone(keys.decrypt_phone(found.phone_cipher)),
        agreed[-1] if agreed else None,
    )


def _lineup(connection: Connection, broadcast_id: str) -> list[str]:
    table = SMALL["lineup_item"]
    bodies = connection.scalars(
        select(table.c.body).where(table.c.broadcast_id == broadcast_id).order_by(table.c.position, table.c.id)
    )
    items = [_item.decode(body) for body in bodies]
    return [item.job_id for item in items if not item.skipped]


def _on_air(connection: Connection, broadcast_id: str, now: int) -> AirSegment | None:
    table = SMALL["air_segment"]
    bodies = connection.scalars(
        select(table.c.body)
        .where(table.c.broadcast_id == broadcast_id, table.c.started_at <= now, table.c.rehearsal.is_(False))
        .order_by(table.c.started_at.desc(), table.c.id.desc())
        .limit(1)
    )
    return on_air_at([_segment.decode(body) for body in bodies], now)
