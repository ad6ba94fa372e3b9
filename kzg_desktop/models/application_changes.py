"""What can happen to the table of applications."""

from __future__ import annotations

from array import array
from typing import TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import Application

__all__ = ["Change", "NumbersPrepended", "NumbersReset", "RowsChanged", "RowsGone", "RowsLoaded"]


class NumbersReset(Struct, frozen=True):
    """The list is now *numbers*, greatest first; *rows* are some of them, read ahead."""

    numbers: array[int]
    rows: tuple[Application, ...] = ()


class NumbersPrepended(Struct, frozen=True):
    """*numbers*, greatest first and all above those held, arrived; *rows* are some of them, read ahead."""

    numbers: array[int]
    rows: tuple[Application, ...] = ()


class RowsLoaded(Struct, frozen=True):
    """*rows* is what there is of the numbers that were *asked* for *page*."""

    page: int
    asked: array[int]
    rows: tuple[Application, ...]


class RowsChanged(Struct, frozen=True):
    """The applications with these numbers have new values."""

    numbers: frozenset[int]


class RowsGone(Struct, frozen=True):
    """The applications with these numbers are no longer there."""

    numbers: frozenset[int]


Change: TypeAlias = NumbersReset | NumbersPrepended | RowsLoaded | RowsChanged | RowsGone
