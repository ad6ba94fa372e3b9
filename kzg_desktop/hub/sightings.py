"""When devices were last heard of: noted in memory at every request, and kept in the database once a minute."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import update

from kzg_desktop.hub.tables import device
from kzg_desktop.hub.writer import Transaction

__all__ = ["Sightings", "keep_seen"]


class Sightings:
    """What was noted since it was kept last. Used on the loop's thread alone."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def note(self, device_id: str, now: int) -> None:
        """Note that a device sent a request at *now* (UTC ms)."""
        self._seen[device_id] = now

    def take(self) -> dict[str, int]:
        """Return what was noted, by device, and begin anew."""
        seen, self._seen = self._seen, {}
        return seen


def keep_seen(transaction: Transaction, seen: Mapping[str, int]) -> None:
    """Keep when these devices were seen; one that was seen later already stays so."""
    for device_id, at in sorted(seen.items()):
        newer = (device.c.id == device_id) & (device.c.seen_at < at)
        transaction.connection.execute(update(device).where(newer).values(seen_at=at))
