"""Pictures are taken while everything else goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from kzg_desktop.demo import pictures
from kzg_desktop.tasks import Tasks

Drive = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.mark.usefixtures("qapp")
def test_a_task_that_works_meanwhile_goes_on(
    drive: Drive, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Turning the event loop from inside a task would enter another task, which asyncio then never resumes."""
    monkeypatch.setattr(pictures, "SETTLE_S", 0.01)
    turns = 0

    async def work() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def story() -> None:
        window = QWidget()
        window.show()
        tasks.spawn("work", work())
        for number in range(5):
            await pictures.picture_of(window, tmp_path / f"{number}.png")
        before = turns
        await asyncio.sleep(0.02)
        assert turns > before

    drive(story())
    assert 5 == len(list(tmp_path.glob("*.png")))
