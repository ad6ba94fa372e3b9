"""Identifiers: UUID version 7 (RFC 9562), so that ids made later sort later."""

from __future__ import annotations

import uuid_utils

__all__ = ["new_id"]


def new_id() -> str:
    """Return a fresh UUIDv7 in its 36-character text form."""
    return str(uuid_utils.uuid7())
