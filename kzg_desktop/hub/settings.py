"""What can be set on a hub."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

__all__ = ["Limits", "Settings"]


class Limits(Struct, frozen=True, kw_only=True):
    """Token buckets of the public routes: how many at once, and how many more a second.

    Mobile carriers put thousands of viewers behind one address, so an address gets plenty.
    """

    address_burst: float = 120.0
    address_per_s: float = 3.0
    phone_burst: float = 10.0
    phone_per_s: float = 1 / 60
    failed_sign_in_burst: float = 20.0
    failed_sign_in_per_s: float = 1 / 6


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of one hub.

    ``database`` is an SQLAlchemy URL of SQLite or PostgreSQL; empty means ``hub.db`` in ``data_dir``. ``port`` 0 takes
    a free one. With ``embedded_secret`` a desktop may sign in as the built-in account of role ``embedded_role``:
    on a computer of one's own, one person is host, HR and administrator.
    At its start a hub drops all but the newest ``keep_changes`` entries of its log.
    """

    data_dir: Path
    host: str = "127.0.0.1"
    port: int = 8750
    database: str = ""
    name: str = "KZG Hub"
    embedded_secret: str = ""
    embedded_role: Literal["host", "admin"] = "admin"
    keep_changes: int = 2_000_000
    limits: Limits = Limits()
