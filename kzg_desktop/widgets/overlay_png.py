"""PNG files with alpha, written fast enough for every change of what is on air.

Qt's own writer takes 100 ms for 1920×1080 at any compression, because it tries every filter on each line; lines
without a filter at level 3 take a third of that, and a card's flat areas come out as small.
"""

from __future__ import annotations

import struct
import zlib

from PySide6.QtGui import QImage

__all__ = ["png_bytes"]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _TRUECOLOUR_WITH_ALPHA = 8, 6
_LEVEL = 3
_NO_FILTER = b"\0"


def png_bytes(image: QImage) -> bytes:
    """Return *image* as a PNG file (ISO/IEC 15948). May be called in any thread; most of it runs without the GIL."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    header = struct.pack(">IIBBBBB", image.width(), image.height(), _DEPTH, _TRUECOLOUR_WITH_ALPHA, 0, 0, 0)
    pixels = zlib.compress(_lines(straight), _LEVEL)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _lines(image: QImage) -> bytes:
    pixels, stride = memoryview(image.constBits()), image.bytesPerLine()
    return b"".join(_NO_FILTER + pixels[start : start + stride] for start in range(0, len(pixels), stride))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
