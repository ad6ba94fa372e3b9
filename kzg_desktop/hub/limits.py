"""Rate limits: token buckets by key, and whom a request comes from."""

from __future__ import annotations

from collections import OrderedDict
from ipaddress import ip_address

__all__ = ["Buckets", "client_address", "is_loopback"]

_MOST_KEYS = 50_000


class Buckets:
    """One bucket for each key: *burst* at once, *per_s* more each second. Memory is bounded."""

    def __init__(self, burst: float, per_s: float) -> None:
        self._burst = burst
        self._per_s = per_s
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, key: str, now_s: float) -> float:
        """Return the seconds until the key may go on, 0 when it may now; takes nothing."""
        level = self._level(key, now_s)
        return 0.0 if level >= 1 else (1 - level) / self._per_s

    def take(self, key: str, now_s: float) -> float:
        """Take one token if there is one; return as :meth:`wait_s`."""
        wait = self.wait_s(key, now_s)
        if not wait:
            self._levels[key] = (self._level(key, now_s) - 1, now_s)
            self._levels.move_to_end(key)
            if len(self._levels) > _MOST_KEYS:
                self._levels.popitem(last=False)  # the one that was quiet longest, so the fullest
        return wait

    def give_back(self, key: str, now_s: float) -> None:
        """Put a token back that was taken for nothing."""
        self._levels[key] = (min(self._burst, self._level(key, now_s) + 1), now_s)

    def _level(self, key: str, now_s: float) -> float:
        level, at = self._levels.get(key, (self._burst, now_s))
        return min(self._burst, level + (now_s - at) * self._per_s)


def is_loopback(address: str) -> bool:
    """Whether an address is this computer's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def client_address(peer: str, forwarded_for: str) -> str:
    """Return the client's address; X-Forwarded-For counts only from a proxy on this computer, and only its own entry.

    The last entry is the one that the proxy added; what stands before it the client may have made up.
    """
    last = forwarded_for.rsplit(",", 1)[-1].strip()
    if not last or not is_loopback(peer):
        return peer
    try:
        return str(ip_address(last))
    except ValueError:
        return peer
