"""Who looks at which application now: kept in memory only, of this process, and forgotten within half a minute."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from kzg_desktop.hub.rights import Who
from kzg_desktop.wire_office import Looking, Presence

__all__ = ["TTL_S", "PresenceBoard"]

TTL_S = 30.0
"""How long somebody counts as looking who does not say so again."""


class _Sight(Struct, frozen=True):
    looking: Looking
    scope: str
    until_s: float


class PresenceBoard:
    """What each device looks at. Used on the loop's thread alone."""

    def __init__(self) -> None:
        self._sights: dict[str, _Sight] = {}
        self._waiting: set[asyncio.Event] = set()

    def look(self, who: Who, application_id: str, scope: str, *, now: int, now_s: float) -> None:
        """Note that *who* looks at an application of *scope*, or at nothing; *now* is UTC ms, *now_s* monotonic."""
        before = self._sights.get(who.device_id)
        if not application_id:
            if self._sights.pop(who.device_id, None) is not None:
                self._tell()
            return
        same = before is not None and before.looking.application_id == application_id and before.until_s > now_s
        since = before.looking.since if same and before is not None else now
        looking = Looking(account_id=who.account_id, name=who.name, application_id=application_id, since=since)
        self._sights[who.device_id] = _Sight(looking, scope, now_s + TTL_S)
        if not same:
            self._tell()

    def application_ids(self, now_s: float) -> list[str]:
        """Return what anybody looks at."""
        self._forget(now_s)
        return sorted({sight.looking.application_id for sight in self._sights.values()})

    def seen_by(self, who: Who, scopes: Mapping[str, str | None], now_s: float) -> Presence:
        """Return who else looks at what in *who*'s view.

        *scopes* are those of applications by now, by their ids, None for one that is gone.
        """
        self._forget(now_s)
        others = [sight for sight in self._sights.values() if sight.looking.account_id != who.account_id]
        return _presence(s.looking for s in others if who.sees(scopes.get(s.looking.application_id, s.scope)))

    def next_end_s(self, now_s: float) -> float:
        """Return in how many seconds the next one counts as gone."""
        return min((sight.until_s - now_s for sight in self._sights.values()), default=TTL_S)

    async def changed(self, wait_s: float) -> None:
        """Return when somebody looks elsewhere, or after a while."""
        told = asyncio.Event()
        self._waiting.add(told)
        try:
            await asyncio.wait_for(told.wait(), wait_s)
        except TimeoutError:
            return
        finally:
            self._waiting.discard(told)

    @property
    def waiting(self) -> int:
        """How many requests are held."""
        return len(self._waiting)

    def close(self) -> None:
        """Let everybody return now."""
        self._tell()

    def _tell(self) -> None:
        for told in self._waiting:
            told.set()

    def _forget(self, now_s: float) -> None:
        self._sights = {device: sight for device, sight in self._sights.items() if sight.until_s > now_s}


def _presence(looking: Iterable[Looking]) -> Presence:
    """Return the list with a version of its own: equal lists have equal ones, whichever process made them."""
    first: dict[tuple[str, str], Looking] = {}
    for look in sorted(looking, key=lambda look: (look.since, look.account_id)):
        first.setdefault((look.account_id, look.application_id), look)  # on two devices, he is still one
    listed = list(first.values())
    return Presence(version=zlib.crc32(msgspec.json.encode(listed)), looking=listed)
