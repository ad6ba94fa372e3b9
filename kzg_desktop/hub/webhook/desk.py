"""What the webhook route needs beside the hub: the sources as they were at the start, and their limits."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from typing import Any

from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.limits import Buckets
from kzg_desktop.hub.webhook.dead_letters import purge
from kzg_desktop.hub.webhook.delivery import forget_messages
from kzg_desktop.hub.webhook.sources import Source
from kzg_desktop.hub.writer import Transaction

__all__ = ["WebhookDesk"]

log = logging.getLogger(__name__)

_WRONG_BURST = 20.0
_WRONG_PER_S = 1 / 6


class WebhookDesk:
    """The sources that are served, with one bucket each, and one for each address that signs wrongly."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources = {name: source for name, source in sources.items() if source.secret}
        self._rates = {name: Buckets(s.rate.burst, s.rate.per_s) for name, s in self.sources.items()}
        self._wrong = Buckets(_WRONG_BURST, _WRONG_PER_S)

    def wait_s(self, source: Source, now_s: float) -> float:
        """Take one request of a source; return the seconds it has to wait, 0 when it may go on."""
        return self._rates[source.name].take(source.name, now_s)

    def wait_after_wrong_s(self, address: str, now_s: float) -> float:
        """Take one wrong signature of an address; return as :meth:`wait_s`."""
        return self._wrong.take(address, now_s)

    @asynccontextmanager
    async def running(self, hub: Hub) -> AsyncIterator[None]:
        """Drop what is too old to be kept, and serve."""
        hub.writer.submit(_tidy).add_done_callback(_log_failure)
        yield


def _tidy(transaction: Transaction) -> None:
    purge(transaction)
    forget_messages(transaction)


def _log_failure(tidied: Future[Any]) -> None:
    if not tidied.cancelled() and (error := tidied.exception()) is not None:
        log.warning("old dead letters could not be dropped; the next start tries again", exc_info=error)
