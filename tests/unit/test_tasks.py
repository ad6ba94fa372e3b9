"""Background tasks are held by name, replaced, cancelled together, and never fail in silence."""

from __future__ import annotations

import asyncio
import logging

import pytest

from kzg_desktop.tasks import Tasks


async def _forever(started: asyncio.Event) -> None:
    started.set()
    await asyncio.Event().wait()


async def test_a_new_task_cancels_the_old_one_of_its_name() -> None:
    tasks = Tasks()
    first_started, second_started = asyncio.Event(), asyncio.Event()
    first = tasks.spawn("pull", _forever(first_started))
    await first_started.wait()
    second = tasks.spawn("pull", _forever(second_started))
    await second_started.wait()
    assert first.cancelled()
    assert not second.done()
    assert tasks.running("pull")
    await tasks.close()


async def test_closing_cancels_all_and_waits() -> None:
    tasks = Tasks()
    started = [asyncio.Event(), asyncio.Event()]
    running = [tasks.spawn(f"t{i}", _forever(event)) for i, event in enumerate(started)]
    await asyncio.gather(*(event.wait() for event in started))
    await tasks.close()
    assert [True, True] == [task.cancelled() for task in running]
    assert not tasks.running("t0")


async def test_a_failure_is_logged_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    failures: list[tuple[str, str]] = []
    tasks = Tasks(lambda name, error: failures.append((name, str(error))))

    async def fail() -> None:
        raise ValueError("no such card")

    with caplog.at_level(logging.ERROR):
        with pytest.raises(ValueError, match="no such card"):
            await tasks.spawn("take", fail())
        await asyncio.sleep(0)
    assert [("take", "no such card")] == failures
    assert "task take failed" in caplog.text


async def test_a_task_that_ended_leaves_its_name_free() -> None:
    tasks = Tasks()

    async def answer() -> int:
        return 7

    assert await tasks.spawn("ask", answer()) == 7
    assert not tasks.running("ask")
