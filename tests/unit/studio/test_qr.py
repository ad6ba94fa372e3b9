"""QR codes: what is painted holds the text, with the light border that readers need."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
import zxingcpp

from kzg_desktop.studio.qr import QUIET, QrCode, qr_code, qr_matrix

_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
_SCALE = 4


def painted(code: QrCode) -> list[list[bool]]:
    """Return the modules that the path covers."""
    rows = [[False] * code.size for _ in range(code.size)]
    assert "" == _RUN.sub("", code.path), "the path is runs and nothing else"
    for x, y, width, back in (map(int, run) for run in _RUN.findall(code.path)):
        assert width == back
        rows[y][x : x + width] = [True] * width
    return rows


def read(rows: Sequence[Sequence[bool]]) -> list[str]:
    """Return the texts that a reader finds."""
    lines = [bytes(0 if dark else 255 for dark in row for _ in range(_SCALE)) * _SCALE for row in rows]
    side = len(rows) * _SCALE
    gray = memoryview(b"".join(lines)).cast("B", shape=[side, side])
    return [code.text for code in zxingcpp.read_barcodes(gray)]


@pytest.mark.parametrize(
    "text",
    ["http://127.0.0.1:41234/apply/b", "https://hub.example.com/apply/0198f3c2?job=岗位", "x" * 400],
)
def test_a_reader_finds_the_text_in_what_is_painted(text: str) -> None:
    code = qr_code(text)
    assert code is not None
    assert [text] == read(painted(code))
    assert [list(row) for row in qr_matrix(text)] == painted(code)


def test_the_border_is_light_and_four_wide() -> None:
    matrix = qr_matrix("https://hub.example.com/apply/1")
    inner = [row[QUIET:-QUIET] for row in matrix[QUIET:-QUIET]]
    assert sum(map(sum, inner)) == sum(map(sum, matrix))
    assert (True, True, True) == (inner[0][0], inner[-1][0], inner[0][-1]), "the finder patterns begin right there"


def test_without_a_text_there_is_no_code() -> None:
    assert (None, ()) == (qr_code(""), qr_matrix(""))
