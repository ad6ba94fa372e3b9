"""Edits of the lineup, one after the other, each of which can be taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.actions import (
    Action,
    AddToLineup,
    MoveInLineup,
    PlanLineupItem,
    RemoveFromLineup,
    SkipLineupItem,
)
from kzg_desktop.domain.entities import LineupItem
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.lineup import append_positions, inverse_edit, moves_to
from kzg_desktop.errors import KzgError
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.stage import Stage

__all__ = ["LineupEdits"]

_MOST_UNDO = 200


class LineupEdits(QObject):
    """Edits and their undo. An edit is worked out when its turn comes, from the lineup as it is then."""

    done = Signal()
    failed = Signal(str)

    def __init__(self, stage: Stage, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._desk = desk
        self._tasks = tasks
        self._in_turn = asyncio.Lock()
        self._numbers = count(1)
        self._undo: list[tuple[Action, ...]] = []
        self._redo: list[tuple[Action, ...]] = []
        stage.broadcast_opened.connect(self._forget)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether an edit was taken back that can be done again."""
        return bool(self._redo)

    def add(self, job_id: str) -> None:
        """Put a job at the end of the lineup, unless it is in it."""
        self._edit(lambda: self._additions(job_id))

    def remove(self, item_id: str) -> None:
        """Take a card out of the lineup."""
        self._edit(lambda: [RemoveFromLineup(item_id=i.id) for i in self._found(item_id)])

    def skip(self, item_id: str) -> None:
        """Leave a card out of this broadcast, or take it in again."""
        self._edit(lambda: [SkipLineupItem(item_id=i.id, skipped=not i.skipped) for i in self._found(item_id)])

    def plan(self, item_id: str, minutes: int) -> None:
        """Set how long a card is meant to be on air."""
        self._edit(lambda: [PlanLineupItem(item_id=i.id, planned_s=minutes * 60) for i in self._found(item_id)])

    def move(self, item_id: str, index: int) -> None:
        """Bring a card to *index*."""
        self._edit(lambda: self._moves(item_id, lambda _at: index))

    def move_by(self, item_id: str, steps: int) -> None:
        """Bring a card some places down, or up where *steps* is negative."""
        self._edit(lambda: self._moves(item_id, lambda at: at + steps))

    def undo(self) -> None:
        """Take the last edit back."""
        self._spawn(self._swap(self._undo, self._redo))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._spawn(self._swap(self._redo, self._undo))

    # --- what an edit is made of

    def _found(self, item_id: str) -> list[LineupItem]:
        return [item for item in self._stage.items if item.id == item_id]

    def _additions(self, job_id: str) -> list[Action]:
        items, job = self._stage.items, self._desk.job(job_id)
        if job is None or any(item.job_id == job_id for item in items):
            return []
        item = LineupItem(
            id=new_id(),
            broadcast_id=self._stage.broadcast_id,
            job_id=job_id,
            employer_id=job.employer_id,
            position=append_positions(items, 1)[0],
        )
        return [AddToLineup(item=item)]

    def _moves(self, item_id: str, place: Callable[[int], int]) -> Sequence[MoveInLineup]:
        at = self._stage.number(item_id) - 1
        return moves_to(self._stage.items, item_id, place(at)) if at >= 0 else []

    # --- doing it

    def _edit(self, plan: Callable[[], Sequence[Action]]) -> None:
        self._spawn(self._do(plan))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        # A name of its own for each: a later edit must not cancel an earlier one.
        self._tasks.spawn(f"lineup.edit.{next(self._numbers)}", work)

    async def _do(self, plan: Callable[[], Sequence[Action]]) -> None:
        async with self._in_turn:
            actions = tuple(plan())
            back = self._inverse(actions)
            if actions and await self._act(actions):
                self._undo.append(back)
                del self._undo[:-_MOST_UNDO]
                self._redo.clear()
                self.done.emit()

    async def _swap(self, source: list[tuple[Action, ...]], target: list[tuple[Action, ...]]) -> None:
        async with self._in_turn:
            if not source:
                return
            actions = source.pop()
            try:
                back = self._inverse(actions)
            except ValueError:
                self.failed.emit(self.tr("That card is no longer in the lineup."))
                return
            if await self._act(actions):
                target.append(back)
                self.done.emit()

    def _inverse(self, actions: Sequence[Action]) -> tuple[Action, ...]:
        items = {item.id: item for item in self._stage.items}
        return tuple(inverse_edit(a, items.get(getattr(a, "item_id", ""))) for a in reversed(actions))

    async def _act(self, actions: Sequence[Action]) -> bool:
        try:
            await self._desk.act(*actions)
        except KzgError as error:
            self.failed.emit(self.tr("The lineup is unchanged: {0}").format(error))
            return False
        return True

    def _forget(self) -> None:
        self._undo.clear()
        self._redo.clear()
