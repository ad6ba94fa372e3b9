"""The order of a lineup: fractional positions, neighbours, marks, and how an edit is taken back."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from fractional_indexing import FIError, generate_n_keys_between
from msgspec import Struct

from kzg_desktop.domain.actions import (
    Action,
    AddToLineup,
    MoveInLineup,
    PlanLineupItem,
    RemoveFromLineup,
    SkipLineupItem,
)
from kzg_desktop.domain.entities import AirSegment, Job, LineupItem
from kzg_desktop.domain.guards import Light, ObstacleCode

__all__ = [
    "LineupMark",
    "LineupRow",
    "Standing",
    "append_positions",
    "following",
    "inverse_edit",
    "lineup_rows",
    "moves_to",
    "next_item",
    "preceding",
]

LineupMark: TypeAlias = Literal["waiting", "next", "on_air", "shown", "skipped"]


class Standing(Struct, frozen=True, kw_only=True):
    """A job as a card: the gravest ``obstacle`` to a take, the ``light`` for it, and how many seats are left."""

    job: Job
    light: Light = "ok"
    obstacle: ObstacleCode | None = None
    seats_left: int | None = None


class LineupRow(Struct, frozen=True, kw_only=True):
    """A lineup item as one line of the list. ``standing`` is None when the user may not see the job (any more)."""

    item: LineupItem
    standing: Standing | None
    number: int
    mark: LineupMark
    applications: int = 0

    @property
    def job(self) -> Job | None:
        """The job behind the card."""
        return self.standing.job if self.standing is not None else None


def append_positions(items: Sequence[LineupItem], count: int) -> list[str]:
    """Return *count* positions after all of *items*, which are in order."""
    return _keys(items[-1].position if items else None, None, count)


def moves_to(items: Sequence[LineupItem], item_id: str, index: int) -> list[MoveInLineup]:
    """Return the moves that bring one of *items*, which are in order, to *index*; none if it is there.

    One move does, unless its new neighbours share a position because two desks chose it at once, or hold one that is
    no fractional index: then those are spread out too.
    """
    rest = [item for item in items if item.id != item_id]
    index = max(0, min(index, len(rest)))
    if [item.id for item in items].index(item_id) == index:
        return []
    before = rest[index - 1].position if index else None
    tied = [item for item in rest[index:] if before is not None and item.position <= before]
    after = next((item.position for item in rest[index + len(tied) :]), None)
    moved = [item_id, *(item.id for item in tied)]
    try:
        keys = _keys(before, after, len(moved))
    except FIError:
        moved = [*(i.id for i in rest[:index]), item_id, *(i.id for i in rest[index:])]
        keys = _keys(None, None, len(moved))
    return [MoveInLineup(item_id=id_, position=key) for id_, key in zip(moved, keys, strict=True)]


def following(items: Sequence[LineupItem], item_id: str | None) -> LineupItem | None:
    """Return the first card after *item_id* that is not skipped; the first of all for None or an unknown id."""
    ids = [item.id for item in items]
    start = ids.index(item_id) + 1 if item_id in ids else 0
    return next((item for item in items[start:] if not item.skipped), None)


def preceding(items: Sequence[LineupItem], item_id: str | None) -> LineupItem | None:
    """Return the last card before *item_id* that is not skipped; the last of all for None or an unknown id."""
    ids = [item.id for item in items]
    end = ids.index(item_id) if item_id in ids else len(ids)
    return next((item for item in reversed(items[:end]) if not item.skipped), None)


def next_item(
    items: Sequence[LineupItem], segments: Iterable[AirSegment], cued_id: str | None = None
) -> LineupItem | None:
    """Return the card that a take would show: the cued one, else the one after the last taken.

    At the end of the lineup that is the first one which was not shown yet, if there is any.
    """
    cued = next((item for item in items if item.id == cued_id), None)
    if cued is not None:
        return cued
    segments = list(segments)
    last = max(segments, key=lambda s: (s.started_at, s.id), default=None)
    shown = {segment.item_id for segment in segments}
    left_out = (item for item in items if not item.skipped and item.id not in shown)
    return following(items, last.item_id if last else None) or next(left_out, None)


def lineup_rows(
    items: Sequence[LineupItem],
    standings: Iterable[Standing | None],
    *,
    on_air_id: str | None,
    next_id: str | None,
    shown: Container[str],
    applications: Mapping[str, int],
) -> list[LineupRow]:
    """Return *items* as numbered lines, *standings* in the same order; *applications* counts by job id."""
    return [
        LineupRow(
            item=item,
            standing=standing,
            number=number,
            mark=_mark(item, on_air_id, next_id, shown),
            applications=applications.get(item.job_id, 0),
        )
        for number, (item, standing) in enumerate(zip(items, standings, strict=True), 1)
    ]


def inverse_edit(action: Action, before: LineupItem | None) -> Action:
    """Return the action that takes an edit of the lineup back; *before* is the item as it was.

    Raises:
        ValueError: the action is no edit of a lineup.
    """
    if isinstance(action, AddToLineup):
        return RemoveFromLineup(item_id=action.item.id)
    if before is not None:
        match action:
            case RemoveFromLineup():
                return AddToLineup(item=before)
            case MoveInLineup():
                return MoveInLineup(item_id=before.id, position=before.position)
            case SkipLineupItem():
                return SkipLineupItem(item_id=before.id, skipped=before.skipped)
            case PlanLineupItem():
                return PlanLineupItem(item_id=before.id, planned_s=before.planned_s)
    raise ValueError(f"{type(action).__name__} cannot be taken back")


def _mark(item: LineupItem, on_air_id: str | None, next_id: str | None, shown: Container[str]) -> LineupMark:
    if item.id == on_air_id:
        return "on_air"
    if item.id == next_id:
        return "next"
    if item.skipped:
        return "skipped"
    return "shown" if item.id in shown else "waiting"


def _keys(before: str | None, after: str | None, count: int) -> list[str]:
    keys: list[str] = generate_n_keys_between(before, after, count)
    return keys
