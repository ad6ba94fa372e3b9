"""The check of one text by all the rules that words can break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from kzg_desktop.domain.adcheck import ages, charges, contact, family, health, hours, origin, papers, promises, sex
from kzg_desktop.domain.adcheck.catch import Catch, Hit
from kzg_desktop.domain.adcheck.finding import Finding
from kzg_desktop.domain.adcheck.folding import Folded
from kzg_desktop.domain.adcheck.rules import RULES

__all__ = ["check_text", "findings_in"]

_CATCHES: tuple[Catch, ...] = (
    *sex.CATCHES,
    *family.CATCHES,
    *origin.CATCHES,
    *health.CATCHES,
    *charges.CATCHES,
    *papers.CATCHES,
    *ages.CATCHES,
    *promises.CATCHES,
    *hours.CATCHES,
    *contact.CATCHES,
)
_EDGES = " ,:;。、!\n"
_ORDER = {code: place for place, code in enumerate(RULES)}


def check_text(text: str) -> list[Finding]:
    """Return what the words of *text* break, in the order in which they stand; wordings that overlap are one finding.

    The same words breaking the same rule again are not repeated. What an advertisement lacks is :func:`check_job`'s.
    """
    return findings_in(text)


def findings_in(text: str, *, overtime: bool = False) -> list[Finding]:
    """Return the findings of *text*; *overtime* says that overtime pay is stated elsewhere."""
    folded = Folded(text)
    hits = sorted(_hits(folded.text, overtime=overtime), key=lambda hit: (_ORDER[hit.code], hit.start, -hit.end))
    found = [_finding(text, folded, hit) for hit in _merged(hits)]
    once = {(f.code, f.words): f for f in reversed(found)}
    return sorted(once.values(), key=lambda f: (f.start, _ORDER[f.code]))


def _hits(text: str, *, overtime: bool) -> Iterator[Hit]:
    for catch in _CATCHES:
        yield from catch.hits(text)
    yield from ages.age_hits(text)
    yield from hours.hours_hits(text, overtime=overtime)


def _merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield *hits*, sorted by rule and place, with those that overlap as one: the first's advice, the gravest level."""
    last: Hit | None = None
    for hit in hits:
        if last is not None and hit.code == last.code and hit.start < last.end:
            graver = last if last.level == "block" else hit
            last = structs.replace(last, level=graver.level, end=max(hit.end, last.end))
            continue
        if last is not None:
            yield last
        last = hit
    if last is not None:
        yield last


def _finding(text: str, folded: Folded, hit: Hit) -> Finding:
    words = folded.text[hit.start : hit.end]
    blank = len(words) - len(words.lstrip(_EDGES))
    start, end = folded.original(hit.start + blank, hit.start + len(words.rstrip(_EDGES)))
    return Finding(
        code=hit.code,
        level=hit.level,
        words=text[start:end],
        basis=RULES[hit.code].basis,
        suggestion=hit.suggestion,
        start=start,
        end=end,
    )
