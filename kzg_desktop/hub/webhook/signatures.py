"""The ways in which platforms sign what they send.

Kuaishou: ``md5(body + secret)``. Douyin: ``sha1(secret + body)``. Anything else is asked for HMAC-SHA256, over
``timestamp.body`` when the request carries a timestamp. All signatures are hexadecimal.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Literal, get_args

__all__ = ["SCHEMES", "Scheme", "is_signed", "signature"]

Scheme = Literal["hmac-sha256", "md5-body-secret", "sha1-secret-body"]

SCHEMES: tuple[str, ...] = get_args(Scheme)
"""Every scheme that a source may name."""


def signature(scheme: Scheme, secret: bytes, body: bytes, timestamp: str = "") -> str:
    """Return the signature in lower-case hexadecimal; *timestamp* counts for HMAC only."""
    # MD5 and SHA-1 are what the platforms use; a hub cannot choose better ones for them
    if scheme == "md5-body-secret":
        return hashlib.md5(body + secret).hexdigest()  # noqa: S324
    if scheme == "sha1-secret-body":
        return hashlib.sha1(secret + body).hexdigest()  # noqa: S324
    message = timestamp.encode() + b"." + body if timestamp else body
    return hmac.digest(secret, message, hashlib.sha256).hex()


def is_signed(given: str, *, scheme: Scheme, secret: bytes, body: bytes, timestamp: str = "", prefix: str = "") -> bool:
    """Whether *given* is the signature of *body*; takes as long for a wrong one as for the right one."""
    expected = prefix + signature(scheme, secret, body, timestamp)
    sent = given.strip()
    sent = sent[: len(prefix)] + sent[len(prefix) :].lower()
    return hmac.compare_digest(expected.encode(), sent.encode("utf-8", "replace"))
