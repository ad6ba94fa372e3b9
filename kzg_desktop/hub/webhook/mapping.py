"""From the body of a webhook to leads, as the source's file says; whatever is sent, this never raises."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.phones import normal_phone
from kzg_desktop.domain.signup import AGE_BANDS
from kzg_desktop.hub.webhook.dotted import MISSING, at, leaves, parsed, replaced, text_of
from kzg_desktop.hub.webhook.sources import Source

__all__ = ["MOST_LEADS", "FoundLead", "Wanted", "carries_leads", "challenge_of", "first", "leads_in", "phones_in"]

MOST_LEADS = 500
"""How many leads one body may carry."""

_TIMES = (
    "%Y-%m-%d %H:%M:%S",
    "%Y/%m/%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M",
    "%Y%m%d%H%M%S",
)
_OLDEST = timedelta(days=30)
_SOMEWHERE = re.compile(r"(?<!\d)(?:\+?86|0086)?[\s\-]*(1[3-9](?:[\s\-]?\d){9})(?!\d)")
_AGE = re.compile(r"(\d{1,2})\s*(?:岁|周岁)?")


class Wanted(Struct, frozen=True):
    """What a lead says of its job or broadcast: an id, a title, or nothing."""

    id: str = ""
    title: str = ""


class FoundLead(Struct, frozen=True, kw_only=True):
    """One lead of a body.

    ``phone`` is normal or "", ``at`` is when it was sent (UTC ms), ``part`` the body without the other leads.
    """

    external_id: str
    name: str
    phone: str
    age_band: str
    city: str
    available_from: str
    at: int
    job: Wanted
    broadcast: Wanted
    part: Any


def challenge_of(source: Source, body: Any) -> dict[str, Any] | None:
    """Return the answer to the platform's question, or None when *body* asks none."""
    if source.challenge is None:
        return None
    asked = at(body, source.challenge.path)
    # only a text or a number: the answer must not become an echo of whatever is sent
    return {source.challenge.answer: asked} if text_of(asked) and len(str(asked)) <= 200 else None


def carries_leads(source: Source, body: Any) -> bool:
    """Whether this message is of a kind that carries leads."""
    return source.only is None or text_of(at(body, source.only.path)) in source.only.values


def leads_in(source: Source, body: Any, now: int) -> list[FoundLead]:
    """Return the leads of a parsed *body* that came at *now* (UTC ms); of too many, only one more than may be."""
    each = source.fields.each
    path = each.removesuffix("[]").removesuffix(".") if each else ""
    items = at(body, path)
    if items is MISSING:  # one lead, sent without the list
        path, items = "", body
    if not isinstance(items, list):
        return [_lead(source, body, items, now=now, part=body)]
    return [_lead(source, body, item, now=now, part=replaced(body, path, [item])) for item in items[: MOST_LEADS + 1]]


def first(paths: str | tuple[str, ...], body: Any, item: Any = MISSING, each: str = "") -> str:
    """Return the first text that is not empty at one of *paths*; a path that begins with *each* starts at *item*."""
    for path in (paths,) if isinstance(paths, str) else paths:
        if path.startswith("="):
            return path[1:].strip()
        inside = bool(each) and path.startswith(each)
        found = at(item, path.removeprefix(each).removeprefix(".")) if inside else at(body, path)
        if text := text_of(found):
            return text
    return ""


def phones_in(raw: bytes) -> set[str]:
    """Return every mobile number in a body, wherever it stands."""
    body = parsed(raw)
    texts = [raw.decode("utf-8", "replace")] if body is MISSING else leaves(body)
    found = (match for text in texts for match in _SOMEWHERE.findall(unicodedata.normalize("NFKC", text)))
    return {phone for text in found if (phone := normal_phone(text)) is not None}


def _lead(source: Source, body: Any, item: Any, *, now: int, part: Any) -> FoundLead:
    fields = source.fields

    def read(paths: str | tuple[str, ...]) -> str:
        return first(paths, body, item, fields.each)

    return FoundLead(
        external_id=read(fields.external_id)[:200],
        name=unicodedata.normalize("NFKC", read(fields.name))[:20].strip(),
        phone=normal_phone(read(fields.phone)) or "",
        age_band=_age_band(read(fields.age)),
        city=unicodedata.normalize("NFKC", read(fields.city))[:20].strip(),
        available_from=_day(read(fields.available_from)),
        at=_time(read(fields.received_at), now),
        job=Wanted(read(source.job.id)[:200], read(source.job.title)),
        broadcast=Wanted(read(source.broadcast.id)[:200], read(source.broadcast.title)),
        part=part,
    )


def _age_band(text: str) -> str:
    """Return the band of an age in years, or a band that is told as such; "" when it is neither."""
    text = unicodedata.normalize("NFKC", text).strip()
    if text in AGE_BANDS:
        return text
    found = _AGE.fullmatch(text)
    years = int(found[1]) if found else 0
    lowest = ((55, AGE_BANDS[5]), (45, AGE_BANDS[4]), (35, AGE_BANDS[3]), (25, AGE_BANDS[2]), (18, AGE_BANDS[1]))
    return next((band for age, band in lowest if years >= age), AGE_BANDS[0] if years >= 16 else "")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10].replace("/", "-")).isoformat()
    except ValueError:
        return ""


def _time(text: str, now: int) -> int:
    """Return the time that a lead tells, in UTC ms; *now* when it tells none, or one that cannot be."""
    told = _milliseconds(text)
    return told if told is not None and now - _OLDEST // timedelta(milliseconds=1) <= told <= now else now


def _milliseconds(text: str) -> int | None:
    if text.isascii() and text.isdecimal() and len(text) in {10, 13}:
        return int(text) * (1000 if len(text) == 10 else 1)
    for form in _TIMES:
        try:
            return int(datetime.strptime(text, form).replace(tzinfo=CHINA).timestamp()) * 1000
        except (ValueError, OverflowError, OSError):
            continue
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=CHINA)).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        return None
