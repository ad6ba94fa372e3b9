"""What the drawer does: recorded one after the other, once for each press, with a refusal told as a clash."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.actions import Action, ApplicationAction
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.errors import KzgError, Refusal
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.services import ActionRefused
from kzg_desktop.tasks import Tasks

__all__ = ["ApplicantActs", "Clash", "Deed"]

_PAUSE_S = 0.35
"""A second press within this time is the other half of a double click, or a key that bounced."""

_REMEMBERED = 200
"""So many deeds can still be refused by the hub and be done again."""

ClashKind: TypeAlias = Literal["conflict", "claimed", "slot-full"]
_CLASHES: dict[str, ClashKind] = {"conflict": "conflict", "claimed": "claimed", "slot-full": "slot-full"}


class Deed(Struct, frozen=True, kw_only=True):
    """What the user did about *row*, in *words*. ``moves_on``: the work on this applicant is over for now."""

    row: Application
    actions: tuple[Action, ...]
    words: str
    moves_on: bool = False
    is_step: bool = False


class Clash(Struct, frozen=True, kw_only=True):
    """A deed that was refused because of what somebody else did; *numbers* are the hub's refusals to dismiss.

    *actions* are those that were refused: of a deed of several steps, the first and whatever built on it.
    """

    kind: ClashKind
    application_id: str
    deed: Deed | None
    actions: tuple[Action, ...]
    numbers: tuple[int, ...] = ()


class ApplicantActs(QObject):
    """Does deeds. While one about an application is being recorded, a second one about it is not begun."""

    done = Signal(object)
    """A :class:`Deed` was recorded on this computer."""
    clashed = Signal(object)
    """A :class:`Clash`."""
    failed = Signal(object)
    changed = Signal()
    """Something began or ended."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._busy: set[str] = set()
        self._pressed: dict[str, float] = {}
        self._deeds: dict[str, Deed] = {}
        self._numbers = itertools.count(1)
        self._stopped = False

    def stop(self) -> None:
        """Tell nothing any more; what is being recorded is recorded all the same."""
        self._stopped = True

    def is_busy(self, application_id: str) -> bool:
        """Whether something about that application is being recorded."""
        return application_id in self._busy

    def accepts(self, press: str) -> bool:
        """Whether that press (a key, or "mouse") is one of its own, and not the echo of the last."""
        now = self._clock.monotonic_s()
        last = self._pressed.get(press)
        self._pressed[press] = now
        return last is None or now - last >= _PAUSE_S

    def do(self, deed: Deed, then: Callable[[], object] | None = None) -> bool:
        """Record *deed*, then do *then*; return False where one about the same application is still running."""
        if deed.row.id in self._busy:
            return False
        self._busy.add(deed.row.id)
        self.changed.emit()
        self._tasks.spawn(f"hr.act.{next(self._numbers)}", self._record(deed, then))
        return True

    def refused(self, event: ActionRefused) -> bool:
        """Tell of an action that the hub refused later on; return whether it is one that the drawer can resolve."""
        kind, action = _CLASHES.get(event.type), event.action
        if kind is None or not isinstance(action, ApplicationAction):
            return False
        deed = self._deeds.get(action.event_id)
        self.clashed.emit(
            Clash(
                kind=kind,
                application_id=action.application_id,
                deed=deed,
                actions=(action,),
                numbers=(event.number,),
            )
        )
        return True

    async def _record(self, deed: Deed, then: Callable[[], object] | None) -> None:
        error: KzgError | None = None
        try:
            await self._desk.act(*deed.actions)
        except KzgError as failure:
            error = failure
        finally:
            self._busy.discard(deed.row.id)
        if not self._stopped:
            self._tell(deed, error, then)
            self.changed.emit()

    def _tell(self, deed: Deed, error: KzgError | None, then: Callable[[], object] | None) -> None:
        if isinstance(error, Refusal):
            self._on_refused(deed, error)
        elif error is not None:
            self.failed.emit(error)
        else:
            self._remember(deed)
            self.done.emit(deed)
            if then is not None:
                then()

    def _on_refused(self, deed: Deed, refusal: Refusal) -> None:
        kind = _CLASHES.get(refusal.type)
        if kind is None:
            self.failed.emit(refusal)
            return
        self.clashed.emit(Clash(kind=kind, application_id=deed.row.id, deed=deed, actions=deed.actions))

    def _remember(self, deed: Deed) -> None:
        for action in deed.actions:
            if isinstance(action, ApplicationAction) and action.event_id:
                self._deeds[action.event_id] = deed
        while len(self._deeds) > _REMEMBERED:
            del self._deeds[next(iter(self._deeds))]
