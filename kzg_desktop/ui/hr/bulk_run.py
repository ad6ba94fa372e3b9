"""Doing many deeds in portions, so that the window goes on and the user can stop it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from kzg_desktop.errors import KzgError, Refusal
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.hr.bulk_plan import Deed

__all__ = ["BulkResult", "BulkRun"]

_PORTION = 50


class BulkResult(Struct, frozen=True, kw_only=True):
    """What was done, what was refused meanwhile, and whether it ended early: stopped, or by *error*."""

    done: tuple[Deed, ...] = ()
    refused: tuple[Deed, ...] = ()
    stopped: bool = False
    error: KzgError | None = None


class BulkRun(QObject):
    """A portion is recorded as a whole. Where somebody else was faster, its deeds are done one by one."""

    progressed = Signal(int, int)
    """So many of so many are through."""

    def __init__(self, desk: HiringDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stopping = False

    def stop(self) -> None:
        """End after the portion at hand; what is done is done."""
        self._stopping = True

    async def run(self, deeds: Sequence[Deed]) -> BulkResult:
        """Do the deeds and tell what became of them."""
        done: list[Deed] = []
        refused: list[Deed] = []
        error: KzgError | None = None
        for start in range(0, len(deeds), _PORTION):
            if self._stopping or error is not None:
                break
            error = await self._portion(deeds[start : start + _PORTION], done, refused)
            self.progressed.emit(len(done) + len(refused), len(deeds))
            await asyncio.sleep(0)
        ended_early = len(done) + len(refused) < len(deeds)
        return BulkResult(done=tuple(done), refused=tuple(refused), stopped=ended_early and error is None, error=error)

    async def _portion(self, deeds: Sequence[Deed], done: list[Deed], refused: list[Deed]) -> KzgError | None:
        try:
            await self._desk.act(*(action for deed in deeds for action in deed.actions))
        except Refusal:
            return await self._one_by_one(deeds, done, refused)
        except KzgError as error:
            return error
        done.extend(deeds)
        return None

    async def _one_by_one(self, deeds: Sequence[Deed], done: list[Deed], refused: list[Deed]) -> KzgError | None:
        for deed in deeds:
            try:
                await self._desk.act(*deed.actions)
            except Refusal:
                refused.append(deed)
            except KzgError as error:
                return error
            else:
                done.append(deed)
        return None
