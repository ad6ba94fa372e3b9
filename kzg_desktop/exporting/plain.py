"""Tables as lines of a terminal."""

from __future__ import annotations

from kzg_desktop.exporting.table import Cell, ColumnKind, Table, cell_text, width_of

__all__ = ["plain_text"]

_GAP = "  "


def plain_text(table: Table) -> str:
    """Return *table* as lines with its columns aligned, numbers to the right."""
    kinds = [column.kind for column in table.columns]
    lines = [[column.title for column in table.columns]]
    lines += [[_one_line(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    widths = [max(width_of(line[at]) for line in lines) for at in range(len(kinds))]
    return "\n".join(
        _GAP.join(_fitted(*cell) for cell in zip(line, widths, kinds, strict=True)).rstrip() for line in lines
    )


def _one_line(cell: Cell, kind: ColumnKind) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in cell_text(cell, kind)).split())


def _fitted(text: str, width: int, kind: ColumnKind) -> str:
    space = " " * (width - width_of(text))
    return text + space if kind in {"text", "time"} else space + text
