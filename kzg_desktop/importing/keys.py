"""Identifiers made from what a row says, so that importing the same thing again finds what is there."""

from __future__ import annotations

import re
import unicodedata
import uuid

from kzg_desktop.domain.regions import locate

__all__ = ["job_id", "normalised", "organization_id", "stable_id"]

_NAMESPACE = uuid.UUID("6d1c2a4e-5b0f-5f7e-9c58-0d8a2c1f7b3a")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


def normalised(text: str) -> str:
    """Return *text* as it is compared: full-width forms narrowed, no blanks, lower case."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def stable_id(kind: str, *parts: str) -> str:
    """Return the id (UUIDv5) of the thing of that *kind* that *parts* name."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join((kind, *map(normalised, parts)))))


def organization_id(name: str) -> str:
    """Return the id of the organisation of that name."""
    return stable_id("organization", name)


def job_id(employer: str, title: str, place: str) -> str:
    """Return the id of an employer's job: the same for 山东省潍坊市高新区 and 潍坊市高新区."""
    located = locate(normalised(place))
    return stable_id("job", employer, title, located.region, located.rest)
