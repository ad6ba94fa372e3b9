"""The link on the loop that the desk runs it on."""

from __future__ import annotations

import asyncio
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kzg_desktop import qtloop
from tests.unit.obs.fake_obs import FakeObs
from tests.unit.obs.linking import CARD, CLEAR, linked


def test_the_link_connects_follows_and_reconnects_on_qts_loop(qapp: QApplication) -> None:
    async def story() -> str:
        async with (
            asyncio.timeout(20),
            FakeObs("口令").serving() as obs,
            linked(obs.port, CLEAR, password="口令", scene_on_air="讲岗位") as (link, told),
        ):
            await told.until_state("connected")
            link.believe(CARD)
            await told.until(lambda status: status.program_scene == "讲岗位")
            await obs.drop()
            await told.until_state("unreachable")
            await told.until_state("connected")
            return obs.program

    assert "讲岗位" == qtloop.run(qapp, story())
