"""Taking one message in, all of it in one transaction: applications, dead letters, and that it came."""

from __future__ import annotations

import hashlib
from collections import Counter

import msgspec
from msgspec import Struct
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from kzg_desktop.errors import Refusal
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.leads import take_leads
from kzg_desktop.hub.rights import ALL, Who
from kzg_desktop.hub.tables import webhook_message
from kzg_desktop.hub.webhook.dead_letters import body_of, bury, drop, failed_again, listed
from kzg_desktop.hub.webhook.dotted import MISSING, parsed
from kzg_desktop.hub.webhook.mapping import MOST_LEADS, FoundLead, carries_leads, first, leads_in
from kzg_desktop.hub.webhook.sources import Source
from kzg_desktop.hub.webhook.targets import NotFound, Targets
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import Lead

__all__ = ["MESSAGES_KEPT_MS", "Taken", "forget_messages", "replay", "take_in"]

MESSAGES_KEPT_MS = 180 * 24 * 3_600_000
"""How long a message is known again. A platform repeats itself within seconds; this is against replays."""

_m = webhook_message.c


class Taken(Struct, frozen=True, kw_only=True):
    """What became of a message. ``stored`` counts new and corrected applications, ``unchanged`` known ones."""

    stored: int = 0
    unchanged: int = 0
    dead_letters: int = 0
    duplicate: bool = False


def take_in(transaction: Transaction, keys: Keys, source: Source, raw: bytes, message_id: str) -> Taken:
    """Take in a message whose signature is right; *message_id* is from its header, or "".

    What cannot be taken in becomes a dead letter: the platform could only repeat it.
    """
    body = parsed(raw)
    message = message_id or (first(source.message.id, body) if body is not MISSING else "")
    if _came_already(transaction, keys, source, message, raw):
        return Taken(duplicate=True)
    if body is MISSING:
        return _buried(transaction, keys, source, "not-json", raw)
    if not carries_leads(source, body):
        return Taken()
    leads = leads_in(source, body, transaction.now)
    if len(leads) > MOST_LEADS:
        return _buried(transaction, keys, source, "too-many-leads", raw)
    targets = Targets(transaction.connection)
    outcomes: Counter[str] = Counter()
    for lead in leads:
        outcome, reason = _try(transaction, keys, source, targets, lead)
        outcomes[outcome] += 1
        if reason:
            part = msgspec.json.encode(lead.part)
            bury(transaction, keys, source=source.name, at=transaction.now, reason=reason, body=part)
    return Taken(stored=outcomes["stored"], unchanged=outcomes["unchanged"], dead_letters=outcomes["dead"])


def replay(transaction: Transaction, keys: Keys, sources: dict[str, Source], id_: str) -> str:
    """Try a dead letter again, as if it came when it did; it goes when nothing of it is left.

    Returns "" when all of it was taken in, the reason when not, "gone" when there is no such letter.
    """
    letters = listed(transaction.connection, [id_])
    raw = body_of(transaction.connection, keys, id_)
    if not letters or raw is None:
        return "gone"
    reason = _replayed(transaction, keys, sources.get(letters[0].source), raw, letters[0].at)
    if reason:
        failed_again(transaction, id_, reason)
    else:
        drop(transaction, [id_])
    return reason


def forget_messages(transaction: Transaction) -> int:
    """Forget messages older than :data:`MESSAGES_KEPT_MS` and return how many."""
    old = delete(webhook_message).where(_m.at < transaction.now - MESSAGES_KEPT_MS)
    return int(transaction.connection.execute(old).rowcount)


def _replayed(transaction: Transaction, keys: Keys, source: Source | None, raw: bytes, at: int) -> str:
    if source is None:
        return "no-source"
    body = parsed(raw)
    if body is MISSING:
        return "not-json"
    leads = leads_in(source, body, at)
    if len(leads) > MOST_LEADS:
        return "too-many-leads"
    targets = Targets(transaction.connection)
    # one that is taken in again is unchanged, so a letter with several leads may be tried as often as it takes
    reasons = [_try(transaction, keys, source, targets, lead)[1] for lead in leads]
    return next((reason for reason in reasons if reason), "")


def _came_already(transaction: Transaction, keys: Keys, source: Source, message: str, raw: bytes) -> bool:
    """Whether the message came before, by its id or by its body; from now on it did.

    An id in a header is not signed: the same body under another id is a replay, too.
    """
    marks = [b"body " + raw] + ([b"id " + message.encode()] if message else [])
    # keyed: from a plain hash of a body, its phone could be guessed
    hashes = [keys.phone_hash(hashlib.sha256(mark).hexdigest()) for mark in marks]
    known = select(_m.at).where(_m.source == source.name, _m.message.in_(hashes)).limit(1)
    if transaction.connection.scalar(known) is not None:
        return True
    rows = [{"source": source.name, "message": hashed, "at": transaction.now} for hashed in hashes]
    transaction.connection.execute(insert(webhook_message), rows)
    return False


def _buried(transaction: Transaction, keys: Keys, source: Source, reason: str, raw: bytes) -> Taken:
    bury(transaction, keys, source=source.name, at=transaction.now, reason=reason, body=raw)
    return Taken(dead_letters=1)


def _try(transaction: Transaction, keys: Keys, source: Source, targets: Targets, lead: FoundLead) -> tuple[str, str]:
    """Store one lead; return what is counted, and why it is dead."""
    if not lead.phone:
        return "dead", "no-phone"
    try:
        broadcast_id = targets.broadcast(lead.broadcast, source.broadcast.default)
        job = targets.job(lead.job, source.job.default, broadcast_id)
        with transaction.connection.begin_nested():
            outcome = _store(transaction, keys, source, lead, target=(job.id, broadcast_id))
    except NotFound as error:
        return "dead", error.reason
    except Refusal:
        return "dead", "refused"
    except (DataError, IntegrityError):
        return "dead", "not-stored"
    if outcome == "refused":
        return "dead", "refused"
    return ("unchanged" if outcome == "unchanged" else "stored"), ""


def _store(transaction: Transaction, keys: Keys, source: Source, lead: FoundLead, *, target: tuple[str, str]) -> str:
    """Store one lead for a job and broadcast and return the outcome."""
    sent = Lead(
        row=0,
        phone=lead.phone,
        job_id=target[0],
        broadcast_id=target[1],
        name=lead.name,
        external_id=lead.external_id,
        city=lead.city,
        age_band=lead.age_band,
        available_from=lead.available_from,
        received_at=lead.at,
        channel=source.channel,
        source="平台推送",
    )
    who = Who(
        account_id=f"webhook:{source.name}",
        device_id="",
        name=source.name,
        role="hr",
        view=0,
        scopes=frozenset({ALL}),
    )
    [result] = take_leads(transaction, keys, who, [sent]).results
    if result.problem is not None and result.problem.type == "not-possible":
        return "unchanged"  # of somebody who was erased since: a dead letter would keep what must not be kept
    return result.outcome
