"""Reading: pages of changes, snapshots and checksums, each from one consistent view of the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, or_, select

from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.cursors import cursor, log_state, position
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.rights import ALL, PRIVATE, Who
from kzg_desktop.hub.rows import PutItem, current_items, key_column, rows_of
from kzg_desktop.hub.tables import SMALL, application, change, mutation_result
from kzg_desktop.wire import ChangePage, Checksum, Checksums, Item, SnapshotPage

__all__ = ["change_page", "checksums", "current_item", "snapshot_page"]

_IN_CHUNK = 1000


def change_page(connection: Connection, keys: Keys, who: Who, since: str, limit: int) -> ChangePage:
    """Return what changed in *who*'s view after the cursor *since*.

    Raises:
        Refusal: the cursor cannot be used.
    """
    state = log_state(connection)
    start = position(keys, state, who, since)
    entries = connection.execute(_entries(who, start, limit + 1)).all() if state.head > start else []
    more = len(entries) > limit
    entries = entries[:limit]
    end = entries[-1].seq if more else state.head
    return ChangePage(
        from_=since,
        to=cursor(keys, state, who, end),
        seq=end,
        head=state.head,
        more=more,
        acked=_acked(connection, who, end),
        items=_items(connection, keys, who, entries),
    )


def snapshot_page(
    connection: Connection, keys: Keys, who: Who, entity: str, *, after: str, limit: int, scope: str | None
) -> SnapshotPage:
    """Return rows of *entity* in *who*'s view after the key *after*, all scopes or one.

    Raises:
        Refusal: there is no such entity, the scope is not in view, or the key is not one.
    """
    if entity not in ENTITIES:
        raise Refusal("bad-request", f"there is no entity {entity}")
    if scope is not None and not who.sees(scope):
        raise Refusal("not-allowed", f"the scope {scope} is not in this account's view")
    state = log_state(connection)
    table = application if entity == "application" else SMALL[entity]
    visible = who.in_view(table.c.scope) if scope is None else table.c.scope == scope
    if not who.reads(entity):
        visible = false()
    key = key_column(entity)
    query = rows_of(entity).where(visible).order_by(key).limit(limit)
    if after:
        query = query.where(key > _key(entity, after))
    items: list[Item] = list(current_items(connection, keys, entity, query, shown=who.shown))
    return SnapshotPage(
        cursor=cursor(keys, state, who, state.head),
        seq=state.head,
        acked=_acked(connection, who, state.head),
        entity=entity,
        total=0 if after else connection.scalar(select(func.count()).select_from(table).where(visible)) or 0,
        next=_next_key(items) if len(items) == limit else None,
        items=items,
    )


def checksums(connection: Connection, keys: Keys, who: Who) -> Checksums:
    """Return what a complete cache of *who*'s view holds."""
    state = log_state(connection)
    sums = []
    for entity in ENTITIES:
        table = application if entity == "application" else SMALL[entity]
        visible = who.in_view(table.c.scope) if who.reads(entity) else false()
        query = select(func.count(), func.sum(table.c.rev)).where(visible)
        rows, revs = connection.execute(query).one()
        sums.append(Checksum(entity=entity, rows=rows, revs=int(revs or 0)))
    return Checksums(cursor=cursor(keys, state, who, state.head), seq=state.head, checksums=sums)


def current_item(connection: Connection, keys: Keys, who: Who, entity: str, id_: str) -> Item | None:
    """Return one row as it is now, if it exists in *who*'s view."""
    table = application if entity == "application" else SMALL[entity]
    if not who.reads(entity):
        return None
    query = rows_of(entity).where(table.c.id == id_, who.in_view(table.c.scope))
    return next(current_items(connection, keys, entity, query, shown=who.shown), None)


def _entries(who: Who, start: int, limit: int) -> Any:
    mine = and_(change.c.entity == "account", change.c.id == who.account_id)
    hidden = {"account"} if who.pii else {"account", *PRIVATE}
    rows: ColumnElement[bool] = change.c.entity.not_in(sorted(hidden))
    if ALL not in who.scopes:
        rows = and_(rows, or_(who.in_view(change.c.scope_from), who.in_view(change.c.scope_to)))
    return select(change).where(change.c.seq > start, or_(mine, rows)).order_by(change.c.seq).limit(limit)


def _items(connection: Connection, keys: Keys, who: Who, entries: Sequence[Row[Any]]) -> list[Item]:
    """Return one item for each row that changed, as it is now, where the page mentions it last."""
    latest: dict[tuple[str, str], Row[Any]] = {}
    for entry in entries:
        key = (entry.entity, entry.scope_to or entry.scope_from if entry.entity == "account" else entry.id)
        latest.pop(key, None)
        latest[key] = entry
    wanted = defaultdict(list)
    for entity, id_ in latest:
        if entity != "account":
            wanted[entity].append(id_)
    now = {(i.entity, i.id): i for entity, ids in wanted.items() for i in _current(connection, keys, who, entity, ids)}
    return [
        _grant(who, entry) if entry.entity == "account" else _item(who, entry, now.get(key))
        for key, entry in latest.items()
    ]


def _current(connection: Connection, keys: Keys, who: Who, entity: str, ids: list[str]) -> list[PutItem]:
    table = application if entity == "application" else SMALL[entity]
    found: list[PutItem] = []
    for start in range(0, len(ids), _IN_CHUNK):
        query = rows_of(entity).where(table.c.id.in_(ids[start : start + _IN_CHUNK]))
        found += current_items(connection, keys, entity, query, shown=who.shown)
    return found


def _item(who: Who, entry: Row[Any], now: PutItem | None) -> Item:
    if now is not None and who.sees(now.scope):
        return msgspec.structs.replace(now, seq=entry.seq)
    if now is not None:
        return Item(seq=entry.seq, op="leave", entity=entry.entity, id=entry.id, rev=entry.rev)
    op = entry.op if entry.op in {"delete", "erase"} else "delete"
    return Item(seq=entry.seq, op=op, entity=entry.entity, id=entry.id, rev=entry.rev)


def _grant(who: Who, entry: Row[Any]) -> Item:
    """Tell a gained or lost scope, as it is now: the rows in this page are chosen by today's scopes, too."""
    scope = entry.scope_to or entry.scope_from
    op = "scope_joined" if who.sees(scope) else "scope_left"
    return Item(seq=entry.seq, op=op, entity="account", id=entry.id, scope=scope)


def _acked(connection: Connection, who: Who, seq: int) -> int:
    c = mutation_result.c
    return connection.scalar(select(func.max(c.number)).where(c.device_id == who.device_id, c.seq <= seq)) or 0


def _key(entity: str, after: str) -> str | int:
    if entity != "application":
        return after
    if not after.isascii() or not after.isdigit() or len(after) > 18:
        raise Refusal("bad-request", "applications are paged by their arrival number")
    return int(after)


def _next_key(items: list[Item]) -> str:
    last = items[-1]
    assert isinstance(last, PutItem)
    return str(last.data.n) if last.entity == "application" else last.id
