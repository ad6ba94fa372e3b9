"""Real widgets on a real Qt event loop, without a screen."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from kzg_desktop import qtloop
from kzg_desktop.tasks import Tasks
from tests.gui.fake_desk import FakeClock, FakeDesk, sample_desk


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> FakeDesk:
    """A desk with the sample lineup."""
    return sample_desk(clock)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """Tasks whose failures fail the test."""
    failures: list[tuple[str, BaseException]] = []
    yield Tasks(on_failure=lambda name, error: failures.append((name, error)))
    assert [] == failures


@pytest.fixture
def drive(qapp: QApplication, tasks: Tasks) -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Return a function that runs a coroutine on Qt's event loop, to its end, and gives back its result.

    A story that leaves a task running which `tasks` does not hold, or an error that nobody caught, fails.
    """

    def run(story: Coroutine[Any, Any, Any]) -> Any:
        return qtloop.run(qapp, _told(story, tasks))

    return run


async def _told(story: Coroutine[Any, Any, Any], tasks: Tasks) -> Any:
    uncaught: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: uncaught.append(context))
    try:
        return await asyncio.wait_for(story, 30)
    finally:
        await tasks.close()
        left = [task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        assert [] == left
        assert [] == uncaught


class _BuiltinNames(QTranslator):
    """Translates what accounts are called that nobody named."""

    def translate(self, context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        return {"This computer": "本机", "Administrator": "管理员"}.get(source, "") if context == "Colleague" else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def builtin_names_in_chinese(qapp: QApplication) -> Iterator[None]:
    """A window that speaks Chinese, as far as these names go."""
    translator = _BuiltinNames()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def until() -> Callable[..., Coroutine[Any, Any, None]]:
    """Return a coroutine function that waits until a condition holds, `timeout_s` at the most."""

    async def wait(condition: Callable[[], object], timeout_s: float = 5.0) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_s
        while not condition():
            assert loop.time() < deadline, "the condition never held"
            await asyncio.sleep(0.005)

    return wait
