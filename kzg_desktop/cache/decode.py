"""Pages from the hub as rows of the cache."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from kzg_desktop.cache.search import tokens_of
from kzg_desktop.domain.entities import ENTITIES, Application, Versioned
from kzg_desktop.errors import UpgradeNeeded
from kzg_desktop.wire import ChangePage, Item, SnapshotPage, problem

__all__ = [
    "ApplicationPage",
    "SmallPage",
    "decode_change_page",
    "decode_scope_page",
    "decode_snapshot_page",
    "decoded",
    "history_row",
    "next_key",
    "searched_row",
    "small_row",
]


class _Put(Struct, frozen=True, kw_only=True):
    id: str
    rev: int
    scope: str = ""


class ApplicationPut(_Put, frozen=True, kw_only=True):
    """A snapshot's item with its application decoded in the same go."""

    data: Application


class SmallPut(_Put, frozen=True, kw_only=True):
    """A snapshot's item of another entity."""

    data: msgspec.Raw


class _Snapshot(Struct, frozen=True, kw_only=True):
    cursor: str
    seq: int
    acked: int
    entity: str
    total: int
    next: str | None


class _HistoryKey(Struct, frozen=True):
    id: str
    application_id: str
    at: int


class _Key(Struct, frozen=True):
    next: str | None


class ApplicationPage(_Snapshot, frozen=True, kw_only=True):
    """A :class:`kzg_desktop.wire.SnapshotPage` of applications."""

    items: list[ApplicationPut]


class SmallPage(_Snapshot, frozen=True, kw_only=True):
    """A :class:`kzg_desktop.wire.SnapshotPage` of another entity."""

    items: list[SmallPut]


_history_keys = msgspec.json.Decoder(_HistoryKey)
_keys = msgspec.json.Decoder(_Key)
_change_pages = msgspec.json.Decoder(ChangePage)
_application_pages = msgspec.json.Decoder(ApplicationPage)
_small_pages = msgspec.json.Decoder(SmallPage)
_scope_pages = msgspec.json.Decoder(SnapshotPage)
_rows = {name: msgspec.json.Decoder(kind) for name, kind in ENTITIES.items()}


def decode_change_page(body: bytes) -> ChangePage:
    """Return the page of changes in *body*.

    Raises:
        UpgradeNeeded: it is not one as this version knows it.
    """
    page: ChangePage = _decode(_change_pages, body)
    return page


def decode_snapshot_page(entity: str, body: bytes) -> ApplicationPage | SmallPage:
    """Return the page of a snapshot in *body*.

    Raises:
        UpgradeNeeded: it is not one as this version knows it.
    """
    page: ApplicationPage | SmallPage = _decode(
        _application_pages if entity == Application.entity else _small_pages, body
    )
    return page


def next_key(body: bytes) -> str | None:
    """Return the key after which the next page of a snapshot begins, without decoding the rows.

    Raises:
        UpgradeNeeded: *body* is not a page as this version knows it.
    """
    key: _Key = _decode(_keys, body)
    return key.next


def decode_scope_page(body: bytes) -> SnapshotPage:
    """Return the page of a snapshot in *body* as items to merge.

    Raises:
        UpgradeNeeded: it is not one as this version knows it.
    """
    page: SnapshotPage = _decode(_scope_pages, body)
    return page


def decoded(item: Item) -> Versioned:
    """Return the row that a ``put`` carries.

    Raises:
        UpgradeNeeded: it is not one as this version knows it.
    """
    return Versioned(item.rev, _decode(_rows[item.entity], item.data))


def history_row(item_rev: int, scope: str, data: msgspec.Raw) -> tuple[Any, ...]:
    """Return the columns of ``history`` in their order."""
    key: _HistoryKey = _decode(_history_keys, data)
    return key.id, key.application_id, key.at, item_rev, scope, bytes(data).decode()


def small_row(id_: str, rev: int, scope: str, data: msgspec.Raw) -> tuple[Any, ...]:
    """Return the columns of a small entity's table in their order; the body as it came, unknown fields too."""
    return id_, rev, scope, bytes(data).decode()


def searched_row(row: Application) -> tuple[int, str]:
    """Return the row of the search index; its fields are those of :data:`kzg_desktop.cache.layout.SEARCHED`."""
    return row.n, tokens_of((row.name, row.phone, row.city, row.job_title, row.notes))


def _decode(decoder: msgspec.json.Decoder[Any], body: bytes | msgspec.Raw) -> Any:
    try:
        return decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise UpgradeNeeded(problem("upgrade-needed", f"the hub's answer cannot be read: {error}")) from error
