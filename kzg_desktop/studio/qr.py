"""QR codes (ISO/IEC 18004) as modules to paint, and as the outline of an SVG path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

__all__ = ["QUIET", "QrCode", "qr_code", "qr_matrix"]

QUIET = 4
"""Width in modules of the light border that a reader needs (ISO/IEC 18004, 6.3.8)."""

Matrix = tuple[tuple[bool, ...], ...]


class QrCode(Struct, frozen=True, kw_only=True):
    """A square of ``size`` × ``size`` modules, the quiet zone included; ``path`` outlines the dark ones."""

    size: int
    path: str


@lru_cache(maxsize=16)
def qr_matrix(text: str) -> Matrix:
    """Return the rows of modules, True for dark, the quiet zone included; none for an empty text."""
    import segno  # noqa: PLC0415 - only where a code is drawn

    if not text:
        return ()
    # Level M restores 15 %: the stream's compression spoils modules, and higher levels make each module smaller.
    code = segno.make(text, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET))


def qr_code(text: str) -> QrCode | None:
    """Return the code that holds *text*, None for an empty text."""
    matrix = qr_matrix(text)
    return QrCode(size=len(matrix), path="".join(_row(y, row) for y, row in enumerate(matrix))) if matrix else None


def _row(y: int, row: Sequence[bool]) -> str:
    """Return the path of a row: one rectangle for each run of dark modules."""
    parts, x = [], 0
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            parts.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(parts)
