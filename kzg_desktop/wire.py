"""Messages between hub and desktop: one definition for both sides, JSON on the wire.

Unknown fields are ignored, so that either side may be newer; an unknown ``Item.op`` stops the desktop
(see docs/protocol.md).
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kzg_desktop.domain.problems import PROBLEMS

__all__ = [
    "KNOWN_OPS",
    "PROTOCOL",
    "Account",
    "ChangePage",
    "Checksum",
    "Checksums",
    "HubInfo",
    "Item",
    "Lead",
    "LeadBatch",
    "LeadResult",
    "LeadResults",
    "Mutation",
    "MutationBatch",
    "MutationResult",
    "MutationResults",
    "Problem",
    "Session",
    "SessionRequest",
    "SnapshotPage",
    "problem",
]

PROTOCOL = 1
"""Version of the protocol; a hub refuses a desktop of another major version with ``upgrade-needed``."""

KNOWN_OPS = frozenset({"put", "leave", "delete", "erase", "scope_left", "scope_joined"})

NOTHING = msgspec.Raw(b"null")


class Item(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One changed row: ``put`` carries it in ``data``, the others say why it is no longer there.

    ``leave``: it went out of this user's view. ``delete``: it is gone. ``erase``: it is gone and every trace with it.
    ``scope_left`` / ``scope_joined``: the user lost or gained everything of ``scope``.
    """

    seq: int
    op: str
    entity: str
    id: str
    rev: int = 0
    scope: str = ""
    data: msgspec.Raw = msgspec.field(default_factory=lambda: NOTHING)  # a plain default has no JSON schema


class ChangePage(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Changes after ``from`` up to ``to``, oldest first.

    ``seq`` is the log number at ``to`` and ``head`` the newest one, so that a desktop can say how far it is.
    ``acked`` is the greatest number of this device's mutations whose result lies at or before ``to``. ``now`` is the
    hub's time (UTC ms) when it answered, 0 from a hub that does not say: rows bear that clock's times.
    """

    from_: str
    to: str
    seq: int
    head: int
    more: bool
    acked: int
    items: list[Item]
    now: int = 0


class SnapshotPage(Struct, frozen=True, kw_only=True):
    """Rows of one entity by primary key, as ``put`` items with ``seq`` 0.

    ``cursor`` is the log's position before the first row of this page was read. A first start keeps the cursor of its
    very first page. ``next`` is the key to go on after, None at the end; ``total`` counts the entity's rows in view,
    on the first page only (0 on later ones).
    """

    cursor: str
    seq: int
    acked: int
    entity: str
    total: int
    next: str | None
    items: list[Item]


class Mutation(Struct, frozen=True, kw_only=True):
    """One action of a user. ``number`` counts up per device; ``age_ms`` is how long ago it was done.

    The age, unlike a time of day, is right even when the desktop's clock is wrong.
    """

    number: int
    id: str
    age_ms: int
    action: msgspec.Raw


class MutationBatch(Struct, frozen=True, kw_only=True):
    """Mutations of one device in the order of their numbers."""

    mutations: list[Mutation]


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem document (RFC 9457); ``type`` is a key of :data:`kzg_desktop.domain.problems.PROBLEMS`.

    ``current`` is the row as it is now, of a conflict; ``errors`` are messages by field, of ``invalid-form``.
    """

    type: str
    title: str
    status: int
    detail: str = ""
    retryable: bool = False
    action: str = "none"
    current: Item | None = None
    errors: dict[str, str] = {}


class MutationResult(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a mutation; the same for every time it is sent."""

    number: int
    id: str
    outcome: Literal["applied", "refused"]
    seq: int
    problem: Problem | None = None


class MutationResults(Struct, frozen=True, kw_only=True):
    """One result for each mutation of the batch, in its order."""

    results: list[MutationResult]


class Lead(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who left name and phone on another platform.

    ``row`` is the sender's own number of it. ``external_id`` is the platform's, unique in its ``channel``: the
    platform's name in small letters, or "sheet". ``received_at`` is when it was sent there (UTC ms), 0 if not known.
    ``source`` is the origin in the platform's words, for the record of consent.
    """

    row: Annotated[int, Meta(ge=0, le=2**31)]
    phone: Annotated[str, Meta(max_length=40)]
    job_id: Annotated[str, Meta(max_length=200)]
    name: Annotated[str, Meta(max_length=40)] = ""
    external_id: Annotated[str, Meta(max_length=200)] = ""
    broadcast_id: Annotated[str, Meta(max_length=200)] = ""
    city: Annotated[str, Meta(max_length=20)] = ""
    age_band: Annotated[str, Meta(max_length=10)] = ""
    available_from: Annotated[str, Meta(max_length=10)] = ""
    received_at: Annotated[int, Meta(ge=0, le=2**53)] = 0
    channel: Annotated[str, Meta(pattern="^[a-z][a-z0-9-]{0,31}$")] = "sheet"
    source: Annotated[str, Meta(max_length=60)] = ""


class LeadBatch(Struct, frozen=True, kw_only=True):
    """Leads to be stored together: all that can be, in one transaction."""

    leads: Annotated[list[Lead], Meta(max_length=500)]


class LeadResult(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a lead; ``problem`` says why one was ``refused``."""

    row: int
    outcome: Literal["created", "updated", "unchanged", "refused"]
    application_id: str = ""
    problem: Problem | None = None


class LeadResults(Struct, frozen=True, kw_only=True):
    """One result for each lead of the batch, in its order."""

    results: list[LeadResult]


class SessionRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Sign a device in.

    Exactly one is given: an invitation code, ``login`` with ``password``, a refresh token, an embedded hub's secret.
    """

    device_id: str
    device_name: str
    protocol: int = PROTOCOL
    invitation: str = ""
    refresh_token: str = ""
    embedded_secret: str = ""
    login: str = ""
    password: str = ""


class Account(Struct, frozen=True, kw_only=True):
    """Who is signed in; ``scopes`` are organisation ids, or ``["*"]`` for all."""

    id: str
    name: str
    role: str
    permissions: list[str]
    scopes: list[str]


class Session(Struct, frozen=True, kw_only=True):
    """Tokens of a device. The access token goes into ``Authorization: Bearer …``."""

    access_token: str
    expires_in_s: int
    refresh_token: str
    account: Account


class HubInfo(Struct, frozen=True, kw_only=True):
    """What a hub says of itself to anybody."""

    name: str
    version: str
    protocol: int


class Checksum(Struct, frozen=True, kw_only=True):
    """Rows of one entity in the user's view: how many, and the sum of their revisions."""

    entity: str
    rows: int
    revs: int


class Checksums(Struct, frozen=True, kw_only=True):
    """For the drift check: what a cache at ``cursor`` must hold."""

    cursor: str
    seq: int
    checksums: list[Checksum]


def problem(type_: str, detail: str = "", *, current: Item | None = None) -> Problem:
    """Return the problem document of that type."""
    kind = PROBLEMS[type_]
    return Problem(
        type=type_,
        title=kind.title,
        status=kind.status,
        detail=detail,
        retryable=kind.retryable,
        action=kind.action,
        current=current,
    )
