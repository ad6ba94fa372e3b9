"""How one list of numbers becomes another with the fewest rows touched."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct

__all__ = ["Window", "changed_window", "runs"]


class Window(Struct, frozen=True):
    """Rows from *first* on differ: ``before`` of them become ``after``; what follows is the same."""

    first: int
    before: int
    after: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self.before == 0 == self.after


def changed_window(old: array[int], new: array[int]) -> Window:
    """Return the part in which two lists differ, from the first difference to the last."""
    most = min(len(old), len(new))
    head = _common(most, lambda n: old[:n] == new[:n])
    tail = _common(most - head, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return Window(head, len(old) - head - tail, len(new) - head - tail)


def runs(places: list[int]) -> list[tuple[int, int]]:
    """Return ascending *places* as runs of neighbours, each its first and last place."""
    if not places:
        return []
    breaks = [at for at, (left, right) in enumerate(pairwise(places), 1) if right != left + 1]
    starts, ends = [0, *breaks], [*breaks, len(places)]
    return [(places[start], places[end - 1]) for start, end in zip(starts, ends, strict=True)]


def _common(most: int, same: Callable[[int], bool]) -> int:
    """Return the greatest count up to *most* for which *same* holds; it holds for all smaller ones, too."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
