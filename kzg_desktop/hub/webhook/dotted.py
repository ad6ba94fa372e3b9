"""Dotted paths into JSON, such as ``data.leads[].telphone``; looking something up never raises."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import msgspec

__all__ = ["MISSING", "at", "is_path", "leaves", "parsed", "replaced", "text_of"]

MISSING: Any = object()
"""What stands at a path that leads nowhere."""

_PATH = re.compile(r"(?:[^.\[\]\s=][^.\[\]]*)(?:\.[^.\[\]]+)*")
_LONGEST = 500
_LARGEST_INT = 10**30
_EXACT = 1e15  # whole floats below this are the number that was meant
_JSON_TEXT = ("{", "[")


def is_path(text: str) -> bool:
    """Whether *text* can be looked up: names or list positions with dots between."""
    return _PATH.fullmatch(text) is not None


def parsed(body: bytes | str) -> Any:
    """Return the value of a JSON text, :data:`MISSING` when it is none."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError, ValueError, RecursionError):
        return MISSING


def at(value: Any, path: str) -> Any:
    """Return what is at *path* ("" is the value itself), :data:`MISSING` when nothing is.

    A text that is itself JSON is stepped into: some platforms send an object as text.
    """
    for step in path.split(".") if path else ():
        value = _inside(value, step)
        if value is MISSING:
            return MISSING
    return value


def replaced(value: Any, path: str, new: Any) -> Any:
    """Return a copy of *value* with *new* at *path*, which must lead somewhere; other parts are shared."""
    if not path:
        return new
    step, _, rest = path.partition(".")
    value = _opened(value)
    inner = replaced(_inside(value, step), rest, new)
    if isinstance(value, list):
        return [inner if number == int(step) else entry for number, entry in enumerate(value)]
    return value | {step: inner}


def text_of(value: Any) -> str:
    """Return a text or number as one line of clean text; "" for anything else."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        value = int(value) if value.is_integer() and abs(value) < _EXACT else str(value)  # a spreadsheet's 1.38E+10
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGEST_INT else ""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in value[:_LONGEST]).split())


def leaves(value: Any) -> Iterator[str]:
    """Yield every text and number in *value*, names of fields included."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            for pair in value.items():
                waiting += pair
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            yield value
        elif text := text_of(value):
            yield text


def _opened(value: Any) -> Any:
    if isinstance(value, str) and value.lstrip()[:1] in _JSON_TEXT:
        return parsed(value)
    return value


def _inside(value: Any, step: str) -> Any:
    value = _opened(value)
    if isinstance(value, dict):
        return value.get(step, MISSING)
    if isinstance(value, list) and step.isascii() and step.isdecimal() and len(step) < 7 and int(step) < len(value):
        return value[int(step)]
    return MISSING
