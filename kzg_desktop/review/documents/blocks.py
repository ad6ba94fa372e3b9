"""A document as a sequence of blocks, in the words of its language; whoever paints it only has to find the room."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from kzg_desktop.review.timeline import Timeline

__all__ = ["Block", "Chart", "Column", "Cover", "Document", "Figure", "Figures", "Grid", "Heading", "Words"]


class Cover(Struct, frozen=True, kw_only=True):
    """The head of the first page: what it is, about what, and the facts that a reader files it under."""

    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]


class Figure(Struct, frozen=True, kw_only=True):
    """One large number with what it counts and how sure it is."""

    label: str
    value: str
    note: str = ""


class Figures(Struct, frozen=True):
    """Numbers side by side."""

    figures: tuple[Figure, ...]


class Heading(Struct, frozen=True):
    """What follows; never the last thing on a page."""

    text: str


class Words(Struct, frozen=True):
    """A paragraph; *quiet* ones explain, others say something."""

    text: str
    quiet: bool = False


class Chart(Struct, frozen=True):
    """The course of a broadcast."""

    course: Timeline


class Column(Struct, frozen=True):
    """A column's heading, its part of the width, and whether it holds numbers, which align right."""

    title: str
    width: float
    number: bool = False


class Grid(Struct, frozen=True, kw_only=True):
    """A table over as many pages as it needs. ``total`` is its last line; ``empty`` is said where there are no rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    empty: str = ""

    def lean(self) -> Grid:
        """Return the table without the columns, but for the first, in which nothing is said."""
        kept = [place for place in range(len(self.columns)) if not place or self._says(place)]
        if not self.rows or len(kept) == len(self.columns):
            return self
        return Grid(
            columns=tuple(self.columns[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in self.rows),
            total=tuple(self.total[place] for place in kept) if self.total else (),
            empty=self.empty,
        )

    def _says(self, place: int) -> bool:
        return any(row[place] not in _NOTHING for row in self.rows)


_NOTHING = frozenset({"", "–"})

Block: TypeAlias = Cover | Figures | Heading | Words | Chart | Grid


class Document(Struct, frozen=True, kw_only=True):
    """Blocks from the first page to the last. ``footer`` stands on each page; ``page`` has placeholders for numbers."""

    title: str
    blocks: tuple[Block, ...]
    footer: str
    page: str
