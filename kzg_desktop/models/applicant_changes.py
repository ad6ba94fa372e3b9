"""What can happen to the table of applicants."""

from __future__ import annotations

from array import array
from typing import TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import Application

__all__ = ["ApplicantsChange", "Forgotten", "Listed", "Loaded"]


class Listed(Struct, frozen=True):
    """The list is now *numbers*, in that order; *rows* are some of them as they are now.

    ``afresh``: it answers another question than before, so that no row has a place that it could keep.
    """

    numbers: array[int]
    rows: tuple[Application, ...] = ()
    afresh: bool = False


class Loaded(Struct, frozen=True):
    """*rows* is what there is of the numbers that were *asked* for."""

    asked: tuple[int, ...]
    rows: tuple[Application, ...]


class Forgotten(Struct, frozen=True):
    """What is held of these applications is old."""

    numbers: frozenset[int]


ApplicantsChange: TypeAlias = Listed | Loaded | Forgotten
