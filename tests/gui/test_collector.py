"""Dead windows are taken down by the Qt thread, whoever else allocates."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kzg_desktop import collector


@pytest.fixture
def by_itself() -> Iterator[None]:
    """Python's own way: the collector runs in whichever thread allocates."""
    gc.enable()
    yield
    gc.disable()


class Window(QWidget):
    """A window that refers to itself, as nearly every one does, with a timer that must stop in its own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(1000)
        self.myself = self


def dead_window(deaths: list[int]) -> None:
    weakref.finalize(Window(), lambda: deaths.append(threading.get_ident()))


def allocate_much() -> None:
    assert 40_000 == len([[] for _ in range(40_000)])


@pytest.mark.usefixtures("by_itself")
def test_another_thread_never_takes_a_window_down(drive: Callable[[Coroutine[Any, Any, Any]], Any]) -> None:
    deaths: list[int] = []

    async def story() -> None:
        gc.collect()
        dead_window(deaths)
        await asyncio.to_thread(allocate_much)
        assert [] == deaths
        gc.collect()

    drive(story())
    assert [threading.get_ident()] == deaths


def test_what_is_due_is_collected_here() -> None:
    deaths: list[int] = []
    gc.collect()
    dead_window(deaths)
    collector.collect_if_due()
    assert [] == deaths
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    collector.collect_if_due()
    assert [threading.get_ident()] == deaths
    assert kept


@pytest.mark.usefixtures("by_itself")
def test_the_collector_runs_by_itself_again_afterwards() -> None:
    with collector.by_hand():
        assert not gc.isenabled()
    assert gc.isenabled()
