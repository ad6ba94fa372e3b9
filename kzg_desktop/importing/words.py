"""Bringing the many spellings of cell text to one, and splitting it into clauses."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clauses", "joined", "plain", "substance"]

_DASHES = re.compile(r"(?<=[\d元岁千万kK%])\s*(?:[‐‑‒–—―−－~～〜]+|--+|至|到)\s*(?=[\d])")
_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
_CLAUSE_END = re.compile(r"[，,；;。、\n\r]+")
_NO_SUBSTANCE = re.compile(r"[\s\W_]+")


def plain(text: str) -> str:
    """Return *text* with full-width forms narrowed, thousands commas and blanks gone, and ranges written with "-"."""
    ungrouped = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), text)
    narrow = unicodedata.normalize("NFKC", ungrouped)
    return re.sub(r"\s+", "", _DASHES.sub("-", narrow))


def clauses(text: str) -> list[str]:
    """Return the parts of *text* between Chinese or Latin commas, semicolons, stops and line ends, as written."""
    return [part.strip() for part in _CLAUSE_END.split(text) if part.strip()]


def joined(*parts: str) -> str:
    """Return the parts that say something, each once, joined by a Chinese semicolon."""
    return "；".join(dict.fromkeys(part for part in parts if part))


def substance(text: str) -> str:
    """Return *text* without blanks and punctuation: "" when nothing is said."""
    return _NO_SUBSTANCE.sub("", text)
