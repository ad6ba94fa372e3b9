"""Mobile numbers of mainland China, in the one form that equality needs: eleven digits."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

__all__ = ["normal_phone"]

_IGNORED = re.compile(r"[\s\-‐-―−().·]+")
_MOBILE = re.compile(r"(?:\+86|0086|86)?(1[3-9][0-9]{9})")


def normal_phone(text: str) -> str | None:
    """Return the eleven digits of a mobile number as people type it, or None when it is not one.

    Full-width digits, spaces, dashes, dots, brackets and the prefixes +86, 0086 and 86 are understood.
    """
    compact = _IGNORED.sub("", unicodedata.normalize("NFKC", text))
    found = _MOBILE.fullmatch(compact)
    if found is None:
        return None
    number = phonenumbers.PhoneNumber(country_code=86, national_number=int(found[1]))
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE:
        return None
    return found[1]
