"""One wording that breaks a rule, with the surroundings in which the same wording is lawful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from kzg_desktop.domain.adcheck.rules import RULES, Code, Level

__all__ = ["Catch", "Hit"]

_REACH = 40
"""How many characters before and after the words may make them lawful; keeps long texts cheap."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile when first needed: most texts need few patterns, and all together take a tenth of a second."""
    return re.compile(pattern)


class Hit(Struct, frozen=True, kw_only=True):
    """A rule broken at ``start`` to ``end`` of the folded text."""

    code: Code
    level: Level
    start: int
    end: int
    suggestion: str


class Catch(Struct, frozen=True, kw_only=True):
    """A *pattern* that breaks *code*, in folded text.

    ``needs`` are characters or words of which a text without any cannot match: a cheap test that spares most searches.
    A match is lawful when ``before`` matches the end of what precedes it, ``after`` the beginning of what follows it,
    or ``lawful`` says so. A group named ``w`` narrows the words that are named.
    """

    code: Code
    pattern: str
    suggestion: str
    needs: Sequence[str] = ()
    before: str = ""
    after: str = ""
    lawful: Callable[[re.Match[str]], bool] | None = None

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield every place where folded *text* breaks the rule."""
        if self.needs and not any(words in text for words in self.needs):
            return
        for found in _compiled(self.pattern).finditer(text):
            if self._excused(text, found):
                continue
            start, end = found.span("w" if "w" in found.re.groupindex else 0)
            yield Hit(
                code=self.code,
                level=RULES[self.code].level,
                start=start,
                end=end,
                suggestion=self.suggestion,
            )

    def _excused(self, text: str, found: re.Match[str]) -> bool:
        start, end = found.span()
        if self.before and _compiled(self.before).search(text[max(0, start - _REACH) : start]):
            return True
        if self.after and _compiled(self.after).match(text[end : end + _REACH]):
            return True
        return self.lawful is not None and self.lawful(found)
