"""What a webhook sent and the hub could not take in: kept encrypted, to be read, replayed or dropped by a person."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select, update

from kzg_desktop.domain.ids import new_id
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.tables import dead_letter, dead_letter_phone
from kzg_desktop.hub.webhook.mapping import phones_in
from kzg_desktop.hub.writer import Transaction

__all__ = ["KEPT_MS", "REASONS", "DeadLetter", "body_of", "bury", "drop", "failed_again", "listed", "purge"]

KEPT_MS = 30 * 24 * 3_600_000
"""How long a dead letter is kept: it holds personal data that nobody works with."""

REASONS = {
    "not-json": "the body is not JSON in UTF-8",
    "too-many-leads": "the body carries more than 500 leads",
    "no-phone": "there is no mobile number of mainland China where fields.phone points",
    "no-job": "it names a job that is not there or not the only one, or none, and the source has no default",
    "no-broadcast": "it names a broadcast that is not there or not the only one, or the source's default is not there",
    "refused": "a rule of the hub forbids it",
    "not-stored": "the database does not take one of its values",
    "no-source": "the source is not described any more",
}
"""Why a lead is dead, by the code that is stored; no reason tells anything of the person."""

_t = dead_letter.c


class DeadLetter(Struct, frozen=True, kw_only=True):
    """One of them, without its body. ``at`` is when it came (UTC ms); ``attempts`` counts the first one, too."""

    id: str
    source: str
    at: int
    reason: str
    attempts: int


def bury(transaction: Transaction, keys: Keys, *, source: str, at: int, reason: str, body: bytes) -> str:
    """Keep *body* as a dead letter and return its id."""
    id_ = new_id()
    values = {
        "id": id_,
        "source": source,
        "at": at,
        "reason": reason,
        "attempts": 1,
        "body_cipher": keys.encrypt_phone(b64encode(body).decode()),
    }
    transaction.connection.execute(insert(dead_letter), values)
    hashes = sorted(keys.phone_hash(phone) for phone in phones_in(body))
    if hashes:
        rows = [{"letter_id": id_, "phone_hash": phone_hash} for phone_hash in hashes]
        transaction.connection.execute(insert(dead_letter_phone), rows)
    return id_


def listed(connection: Connection, ids: Iterable[str] | None = None) -> list[DeadLetter]:
    """Return the dead letters, oldest first: all, or those of *ids*."""
    query = select(_t.id, _t.source, _t.at, _t.reason, _t.attempts).order_by(_t.at, _t.id)
    if ids is not None:
        query = query.where(_t.id.in_(list(ids)))
    return [
        DeadLetter(id=id_, source=source, at=at, reason=reason, attempts=attempts)
        for id_, source, at, reason, attempts in connection.execute(query)
    ]


def body_of(connection: Connection, keys: Keys, id_: str) -> bytes | None:
    """Return the body as it was sent, or that part of it which concerns one lead; None when it is gone."""
    cipher = connection.scalar(select(_t.body_cipher).where(_t.id == id_))
    return None if cipher is None else b64decode(keys.decrypt_phone(cipher))


def failed_again(transaction: Transaction, id_: str, reason: str) -> None:
    """Count another attempt, with its reason."""
    changed = update(dead_letter).where(_t.id == id_)
    transaction.connection.execute(changed.values(reason=reason, attempts=_t.attempts + 1))


def drop(transaction: Transaction, ids: Iterable[str]) -> int:
    """Drop dead letters for good and return how many there were."""
    return int(transaction.connection.execute(delete(dead_letter).where(_t.id.in_(list(ids)))).rowcount)


def purge(transaction: Transaction) -> int:
    """Drop what is older than :data:`KEPT_MS` and return how many went."""
    old = delete(dead_letter).where(_t.at < transaction.now - KEPT_MS)
    return int(transaction.connection.execute(old).rowcount)
