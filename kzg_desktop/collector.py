"""When and where Python's garbage collector runs.

A full collection walks every object there is. Those made while starting live as long as the program: they are set
aside, and what remains is small. https://docs.python.org/3/library/gc.html#gc.freeze

Left to itself the collector runs in whichever thread allocates, and a window found in a dead cycle would be taken
down there. Qt's objects must die in the thread they live in, or the process may crash:
https://doc.qt.io/qt-6/threads-qobject.html. So a program with a window collects on its Qt thread only.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["by_hand", "collect_if_due", "settle_down"]

YOUNG = 20_000
"""Allocations between two collections of the youngest objects; the default of 700 suits small programs."""


def settle_down() -> None:
    """Set aside everything alive now. Call it once, when the program is up, from the thread that collects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)


@contextmanager
def by_hand() -> Iterator[None]:
    """Keep the collector from running by itself in any thread; whoever enters calls `collect_if_due`."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.collect()  # what is dead by now must not be left to another thread
            gc.enable()


def collect_if_due() -> None:
    """Collect what the collector's own thresholds call for, here and now. Cheap when nothing is due."""
    young, middle, old = gc.get_count()
    young_limit, middle_limit, old_limit = gc.get_threshold()
    if young > young_limit:
        gc.collect(2 if middle > middle_limit and old > old_limit else 1 if middle > middle_limit else 0)
