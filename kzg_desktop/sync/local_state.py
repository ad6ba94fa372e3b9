"""The rows of the entities that are few, as the user sees them: the cached ones under what is not confirmed yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from kzg_desktop.cache.departed import applications_of
from kzg_desktop.cache.layout import MANY
from kzg_desktop.cache.outbox import Entry
from kzg_desktop.cache.overlay import Overlay
from kzg_desktop.cache.reader import Rows
from kzg_desktop.domain.actions import (
    Action,
    ApplicationAction,
    ClearAir,
    LinkPeople,
    LogExport,
    SetMode,
    TakeCard,
    UnlinkPeople,
    Write,
)
from kzg_desktop.domain.entities import AirSegment, Application, Broadcast, Entity, Versioned
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.errors import Refusal

__all__ = ["Layered", "LocalState", "application_of"]

E = TypeVar("E", bound=Entity)

_TOLERANCE_MS = 3_600_000
"""By how much this desk's clock may be behind for all it knows, as long as the hub has not told its time."""


def application_of(action: Action | None) -> str:
    """Return the id of the application that *action* is about, or ""."""
    return action.application_id if isinstance(action, ApplicationAction) else ""


def _event_of(action: Action | None) -> str:
    """Return the id of the line that *action* writes into a history, or ""."""
    return action.event_id if isinstance(action, (ApplicationAction, LinkPeople, UnlinkPeople, LogExport)) else ""


class Layered(Struct, frozen=True):
    """What may look different after the layer was made again.

    ``entities`` are those that are few, ``applications`` arrival numbers, ``histories`` ids of applications.
    """

    entities: frozenset[str]
    applications: frozenset[int]
    histories: frozenset[str]


class LocalState:
    """Cached rows under a layer of what pending actions write.

    The layer is made by running the actions' own rules again whenever the rows below change. An entry leaves it only
    when the cache's position has passed its result, or when it was refused: so nothing flickers back.

    It is a :class:`kzg_desktop.domain.actions.Book`. Of applications it holds those that pending actions are about, and
    of their histories whether the cache has the lines that pending actions wrote.
    """

    def __init__(self, actor: str = "") -> None:
        self.actor = actor
        self._rows: Rows = {}
        self._pending: dict[int, Entry] = {}
        self._actions: dict[int, Action | None] = {}
        self._layer: dict[tuple[str, str], Versioned | None] = {}
        self._lists: dict[str, list[Entity]] = {}
        self._told_of: set[str] = set()
        self._overlay = Overlay()
        self.hub_ahead_ms: int | None = None
        """By how much the hub's clock is ahead of this desk's (behind, if negative); None: it has not said yet."""

    # As a Book

    def get(self, entity: str, id_: str) -> Versioned | None:
        key = (entity, id_)
        return self._layer[key] if key in self._layer else self._rows.get(entity, {}).get(id_)

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return [segment for segment in self.all(AirSegment) if segment.broadcast_id == broadcast_id]

    # For the desk

    def all(self, kind: type[E]) -> list[E]:
        """Return all rows of one entity, in no order; do not change the list."""
        if kind.entity not in self._lists:
            rows = dict(self._rows.get(kind.entity, {}))
            for (entity, id_), row in self._layer.items():
                if entity == kind.entity:
                    rows.pop(id_, None)
                    if row is not None:
                        rows[id_] = row
            self._lists[kind.entity] = [found.row for found in rows.values()]
        return self._lists[kind.entity]  # type: ignore[return-value]  # lists are kept by the name of their kind

    @property
    def waiting(self) -> int:
        """How many actions the hub has not confirmed."""
        return len(self._pending)

    def wanted_applications(self) -> set[str]:
        """Return the ids of the applications that pending actions are about."""
        return {id_ for action in self._actions.values() for id_ in applications_of(action)}

    def wanted_events(self) -> set[str]:
        """Return the ids of the lines that pending actions write into histories."""
        return {id_ for action in self._actions.values() if (id_ := _event_of(action))}

    def changed_application(self, application: Application) -> Application:
        """Return *application* as pending actions leave it."""
        found = self._layer.get(("application", application.id))
        return found.row if found is not None and isinstance(found.row, Application) else application

    def changed(self, cached: Versioned) -> Versioned:
        """Return a cached row as pending actions leave it."""
        return self._layer.get((cached.row.entity, cached.row.id)) or cached

    def overlay(self) -> Overlay:
        """Return the applications that pending actions change."""
        rows = tuple(
            found for (entity, _), found in self._layer.items() if entity == Application.entity and found is not None
        )
        if rows != self._overlay.rows:
            self._overlay = Overlay(self._overlay.version + 1, rows)
        return self._overlay

    def new_history(self, application_ids: Iterable[str]) -> list[HistoryEntry]:
        """Return the lines that pending actions add to the histories of these applications."""
        ids = frozenset(application_ids)
        found = [row.row for (entity, _), row in self._layer.items() if entity == HistoryEntry.entity and row]
        return [row for row in found if isinstance(row, HistoryEntry) and row.application_id in ids]

    def judge(self, actions: Sequence[Action], at: int) -> list[tuple[Action, int]]:
        """Return *actions*, done one after another at *at*, each with the time to show for it; nothing changes.

        Raises:
            Refusal: the rules do not allow one of them.
        """
        before = dict(self._layer)
        try:
            return [self._judged(action, at) for action in actions]
        finally:
            self._layer = before
            self._lists.clear()

    def time_of(self, action: Action, at: int) -> int:
        """Return the time to show for an action done at *at*: after all that the broadcast and its segments tell of.

        They bear the hub's times. Where this desk's clock is behind, a take would go under what it replaces. About an
        application it is the hub's time, as far as that is known: a desk whose clock is behind would otherwise take
        a claim for fresh that the hub has long forgotten.
        """
        if isinstance(action, ApplicationAction):
            return at + (self.hub_ahead_ms or 0)
        if not isinstance(action, (TakeCard, ClearAir, SetMode)):
            return at
        known = [max(s.started_at, s.ended_at or 0) + 1 for s in self.segments(action.broadcast_id)]
        broadcast = self.get("broadcast", action.broadcast_id)
        if broadcast is not None and isinstance(broadcast.row, Broadcast):
            known.append(broadcast.row.mode_since + 1)
        return max([at, *known])

    def add(self, entries: Iterable[Entry]) -> list[Write]:
        """Take entries into the layer and return what they change."""
        writes = []
        for entry in entries:
            action = entry.decoded()
            self._pending[entry.number] = entry
            self._actions[entry.number] = action
            writes += self._replay(action, entry.at)
        return writes

    def pending(self) -> list[Entry]:
        """Return the entries of the layer by number."""
        return list(self._pending.values())

    def settle(self, entries: Iterable[Entry]) -> None:
        """Replace entries by themselves with their results."""
        self._pending.update((entry.number, entry) for entry in entries if entry.number in self._pending)

    def drop(self, numbers: Iterable[int]) -> None:
        """Take entries out; :meth:`replay` must follow."""
        for number in numbers:
            self._pending.pop(number, None)
            self._actions.pop(number, None)

    def put(self, entity: str, id_: str, row: Versioned | None) -> None:
        """Set what the cache holds; :meth:`replay` must follow."""
        table = self._rows.setdefault(entity, {})
        if row is None:
            table.pop(id_, None)
        else:
            table[id_] = row

    def reset(self, rows: Rows) -> None:
        """Set all that the cache holds; :meth:`replay` must follow."""
        self._rows = rows

    def tell_of(self, event_ids: Iterable[str]) -> None:
        """Set of which of :meth:`wanted_events` the cache tells already; :meth:`replay` must follow."""
        self._told_of = set(event_ids)

    def replay(self) -> Layered:
        """Make the layer again and return what may look different now."""
        before = dict(self._layer)
        self._layer.clear()
        self._lists.clear()
        for number, entry in self._pending.items():
            self._replay(self._actions[number], entry.at)
        moved = [row for key in {*before, *self._layer} if (row := self._moved(key, before)) is not None]
        return Layered(
            frozenset(entity for entity, _ in {*before, *self._layer}) - MANY,
            frozenset(row.n for row in moved if isinstance(row, Application)),
            frozenset(row.application_id for row in moved if isinstance(row, HistoryEntry)),
        )

    def _moved(self, key: tuple[str, str], before: dict[tuple[str, str], Versioned | None]) -> Entity | None:
        """Return a row of the entities that are many, if the layer has another one by now, or none any more."""
        old, new = before.get(key), self._layer.get(key)
        found = new or old
        return found.row if key[0] in MANY and old != new and found is not None else None

    def _judged(self, action: Action, at: int) -> tuple[Action, int]:
        shown_at = self.time_of(action, at)
        try:
            self._run(action, shown_at)
        except Refusal as refusal:
            if refusal.type != "claimed" or self.hub_ahead_ms is not None:
                raise
            self._run(action, shown_at + _TOLERANCE_MS)  # the hub knows the time; until then the row shows as it is
        return action, shown_at

    def _replay(self, action: Action | None, at: int) -> list[Write]:
        if action is None or self._told(action):
            return []  # unknown to this version, or in the cache already, under the hub's time
        try:
            return self._run(action, at if isinstance(action, ApplicationAction) else self.time_of(action, at))
        except Refusal:
            return []  # the rows have moved on, perhaps because they hold its outcome already

    def _told(self, action: Action) -> bool:
        """Whether the cache tells of *action* already.

        Done again, a take would end what came after it, and a call or a note would be there twice.
        """
        if _event_of(action) in self._told_of:
            return True
        if isinstance(action, TakeCard):
            return self.get("air_segment", action.segment_id) is not None
        return isinstance(action, (ClearAir, SetMode)) and self.get("air_event", action.event_id) is not None

    def _run(self, action: Action, at: int) -> list[Write]:
        writes = action.writes(self, at, self.actor)
        for write in writes:
            found = self.get(write.entity, write.id)
            rev = found.rev + 1 if found is not None else 1
            self._layer[write.entity, write.id] = Versioned(rev, write.row) if write.row is not None else None
            self._lists.pop(write.entity, None)
        return writes
