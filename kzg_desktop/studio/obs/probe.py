"""Looking at OBS once, for a "test the connection" button and for choosing scenes."""

from __future__ import annotations

import logging

from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.studio.obs.compare import compared
from kzg_desktop.studio.obs.connection import ANSWER_S, connected
from kzg_desktop.studio.obs.errors import ObsError
from kzg_desktop.studio.obs.look import look
from kzg_desktop.studio.obs.settings import Belief, ObsSettings
from kzg_desktop.studio.obs.status import ObsStatus

__all__ = ["probe"]

log = logging.getLogger(__name__)


async def probe(
    settings: ObsSettings, belief: Belief | None = None, *, clock: Clock | None = None, answer_s: float = ANSWER_S
) -> ObsStatus:
    """Connect, look, disconnect, and return what a link would tell; whether *settings* are ``enabled`` does not matter.

    ``scenes`` and ``sources`` of the answer are what there is to choose from. Nothing in OBS changes.
    """
    clock, belief = clock or SystemClock(), belief or Belief()
    try:
        async with connected(settings, answer_s=answer_s) as obs:
            return compared(await look(obs, settings, belief), settings, belief, clock.now_ms())
    except ObsError as error:
        log.info("OBS: %s: %s", error.state, error)
        return ObsStatus(state=error.state, since=clock.now_ms())
