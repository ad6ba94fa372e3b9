"""Keeping Python's garbage collector from stalling a window or a server.

A full collection walks every object there is. Those made while starting live as long as the program: they are set
aside, and what remains is small. https://docs.python.org/3/library/gc.html#gc.freeze
"""

from __future__ import annotations

import gc

__all__ = ["settle_down"]

YOUNG = 20_000
"""Allocations between two collections of the youngest objects; the default of 700 suits small programs."""


def settle_down() -> None:
    """Set aside everything alive now. Call it once, when the program is up."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)
