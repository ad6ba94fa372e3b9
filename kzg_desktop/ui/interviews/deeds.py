"""Doing what the page offers: each step once, with a way back, and nothing lost where one of several is refused."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.actions import (
    Action,
    BookInterview,
    LogContact,
    MarkReminded,
    RecordMilestone,
    SetApplicationStatus,
    UndoStep,
)
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import ExitReason
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.errors import KzgError, Refusal
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.interviews.people import Person
from kzg_desktop.ui.interviews.steps import Step, is_possible, step_words, target_of

__all__ = ["Deeds"]

_Deed = tuple[Application, Action]


class Deeds(QObject):
    """Acts on people through the desk. Until what was recorded for somebody shows, a key does nothing for them.

    What a dialog has asked for is never dropped: it waits its turn.

    *refresh* has the page read its lists again. ``said`` and ``failed`` are the page's; ``revealed`` carries the
    application whose phone may be shown now.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    revealed = Signal(str)

    def __init__(
        self, desk: HiringDesk, tasks: Tasks, refresh: Callable[[], Coroutine[Any, Any, None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._refresh = refresh
        self._turns = itertools.count()
        self._busy: Counter[str] = Counter()
        self._turn = asyncio.Lock()
        self._way_back: list[tuple[str, str]] = []
        self._stopped = False
        self.on_air = False

    def stop(self) -> None:
        """Finish what is being recorded, but say nothing more: the page is about to go."""
        self._stopped = True

    @property
    def busy(self) -> bool:
        """Whether something is being recorded."""
        return bool(self._busy)

    @property
    def may_see(self) -> bool:
        """Whether phones may be asked for."""
        return self._desk.may(LogContact.permission) and self._desk.may("applicant:pii")

    def names(self, people: Sequence[Application]) -> str:
        """Return whom it is about, as may be shown now: three names at the most."""
        names = [mask_name(row.name) if self.on_air else row.name for row in people]
        return "、".join(names[:3]) + (self.tr(" and {n} more").format(n=len(names) - 3) if len(names) > 3 else "")

    def take(self, step: Step, people: Sequence[Person], *, asked: bool = False, **fields: Any) -> None:
        """Take *step* for those of *people* for whom it is possible; a toast offers the way back.

        *asked*: the user has answered a question about it.
        """
        able = [each for each in people if is_possible(step, each)]
        deeds: list[_Deed] = []
        for person in able:
            row, common = person.row, _common(person.row)
            if step == "still_here":
                assert person.duty is not None
                deeds.append((row, RecordMilestone(**common, days=person.duty.days, **fields)))
            else:
                deeds.append((row, SetApplicationStatus(**common, status=target_of(step), **fields)))
        self._do(step_words(step), deeds, way_back=target_of(step), asked=asked)

    def leave(self, people: Sequence[Person], reason: ExitReason, words: str) -> None:
        """Record that *people* do not work there any more, and why."""
        self.take("left", people, asked=True, exit_reason=reason, reason=words)

    def remind(self, people: Sequence[Person]) -> None:
        """Record that those of *people* who are booked were reminded."""
        booked = [each.row for each in people if each.row.status == "interview_booked"]
        deeds: list[_Deed] = [(row, _reminder(row)) for row in booked]
        self._do(self.tr("Reminded"), deeds)

    def book(self, applications: Sequence[Application], actions: Sequence[BookInterview]) -> None:
        """Book interviews as chosen."""
        by_id = {row.id: row for row in applications}
        deeds: list[_Deed] = [(by_id[action.application_id], action) for action in actions]
        self._do(self.tr("Interview booked"), deeds, asked=True)

    def reveal(self, row: Application) -> None:
        """Log that the phone is shown, then let it be shown. On air nobody may see it."""
        if self.on_air:
            self.said.emit(self.tr("Phones stay hidden while on air"), "", None)
        elif self.may_see and row.id not in self._busy:
            self._spawn(partial(self._reveal, row), {row.id})

    def undo(self) -> None:
        """Take back the last steps, as far as nobody has gone on from there."""
        back, self._way_back = self._way_back, []
        if back:
            self._spawn(partial(self._undo, back), {id_ for id_, _status in back})

    # --- doing

    def _do(self, words: str, deeds: Sequence[_Deed], *, way_back: str = "", asked: bool = False) -> None:
        free = [(row, action) for row, action in deeds if asked or row.id not in self._busy]
        if free:
            self._spawn(partial(self._record, words, free, way_back), {row.id for row, _action in free})

    async def _record(self, words: str, deeds: Sequence[_Deed], way_back: str) -> None:
        done: list[Application] = []
        refused: Refusal | None = None
        try:
            for row, action in deeds:  # each for itself: one refusal is no reason to keep the others waiting
                try:
                    await self._desk.act(action)
                except Refusal as refusal:
                    refused = refusal
                else:
                    done.append(row)
        finally:
            self._tell(words, done, way_back)
        if self._stopped:
            return
        if refused is not None:
            self.failed.emit(refused)
        await self._refresh()

    def _tell(self, words: str, done: list[Application], way_back: str) -> None:
        if not done or self._stopped:
            return
        said = f"{words} · {self.names(done)}"
        if way_back:
            self._way_back = [(row.id, way_back) for row in done]
            self.said.emit(said, self.tr("Undo"), self.undo)
        else:
            self._way_back = []
            self.said.emit(said, "", None)

    async def _undo(self, back: Sequence[tuple[str, str]]) -> None:
        reason = self.tr("Taken back at once")
        steps = [UndoStep(application_id=id_, event_id=new_id(), base_status=s, reason=reason) for id_, s in back]
        done: list[UndoStep] = []
        refused: Refusal | None = None
        for step in steps:
            try:
                await self._desk.act(step)
            except Refusal as refusal:
                refused = refusal
            else:
                done.append(step)
        if self._stopped:
            return
        if done:
            self.said.emit(self.tr("Taken back"), "", None)
        if refused is not None:
            self.failed.emit(refused)
        await self._refresh()

    async def _reveal(self, row: Application) -> None:
        await self._desk.act(LogContact(application_id=row.id, event_id=new_id(), access="reveal"))
        if not self.on_air and not self._stopped:
            self.revealed.emit(row.id)

    def _spawn(self, work: Callable[[], Coroutine[Any, Any, None]], ids: set[str]) -> None:
        self._busy.update(ids)
        task = self._tasks.spawn(f"interviews.deed.{next(self._turns)}", self._guarded(work))
        task.add_done_callback(partial(self._on_done, ids))

    async def _guarded(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            async with self._turn:
                await work()
        except KzgError as error:
            if not self._stopped:
                self.failed.emit(error)

    def _on_done(self, ids: set[str], _task: object) -> None:
        self._busy -= Counter(ids)


def _common(row: Application) -> dict[str, Any]:
    return {"application_id": row.id, "event_id": new_id(), "base_status": row.status}


def _reminder(row: Application) -> MarkReminded:
    """Return the record of the reminder that comes next; a second one of the same counts once."""
    nth = row.handling.reminded + 1
    return MarkReminded(application_id=row.id, event_id=new_id(), nth=nth, appointment_at=row.appointment_at)
