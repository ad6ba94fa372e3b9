"""``kzg-desktop doctor``: what is well on this computer, and what is not."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct, structs

from kzg_desktop import __version__
from kzg_desktop.errors import HubError, StoreDamaged, StoreError

__all__ = ["Finding", "add_parser", "examine", "run"]

LIBRARIES = ("PySide6-Essentials", "qasync", "httpx", "SQLAlchemy", "litestar", "msgspec", "sqlcipher3")


class Finding(Struct, frozen=True, kw_only=True):
    """One thing looked at: *ok*, what was found, and what to do when it is not well."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``doctor`` to the command line."""
    parser = subparsers.add_parser(
        "doctor",
        help="check versions, display, key ring, hub and cache",
        epilog="exit code: 0 all is well, 1 something is not",
    )
    parser.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="the desktop's data folder (default: per user)"
    )
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the checks, print them, and return 0 if all is well."""
    from kzg_desktop.paths import data_dir  # noqa: PLC0415 - only this command needs it

    findings = examine(data_dir(args.data_dir))
    text = (
        json.dumps([structs.asdict(f) for f in findings], ensure_ascii=False, indent=2)
        if args.json
        else _table(findings)
    )
    sys.stdout.write(text + "\n")
    return 0 if all(finding.ok for finding in findings) else 1


def _table(findings: list[Finding]) -> str:
    lines = []
    for finding in findings:
        lines.append(f"{'ok ' if finding.ok else '!! '} {finding.name:<12} {finding.found}")
        if not finding.ok and finding.advice:
            lines.append(f"    {'':<12} {finding.advice}")
    return "\n".join(lines)


def examine(data_dir: Path) -> list[Finding]:
    """Return what was found, for the desktop whose files are in *data_dir*."""
    return [
        _versions(),
        _sqlite(),
        _display(),
        _folder(data_dir),
        _secrets(data_dir),
        _hub(data_dir),
        *_stores(data_dir),
    ]


def _versions() -> Finding:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return Finding(
        name="versions",
        ok=sys.version_info >= (3, 11),
        found=f"KZG Desktop {__version__}, Python {platform.python_version()}, {libraries}",
        advice="Python 3.11 or newer is needed.",
    )


def _sqlite() -> Finding:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - a broken build is a finding, not a crash at start

    from kzg_desktop.cache.sqlite import check_version  # noqa: PLC0415 - as above

    try:
        check_version()
    except StoreError as error:
        return Finding(name="sqlite", ok=False, found=str(error), advice="Install sqlcipher3 0.6.4 or newer.")
    return Finding(name="sqlite", ok=True, found=f"SQLite {dbapi2.sqlite_version} with SQLCipher, safe for WAL")


def _display() -> Finding:
    from kzg_desktop.cli.demo import has_display  # noqa: PLC0415 - only this check needs it

    ok = has_display()
    return Finding(
        name="display",
        ok=ok,
        found="there is one" if ok else "none",
        advice="Set DISPLAY or WAYLAND_DISPLAY; 'kzg-desktop demo --headless' works without.",
    )


def _folder(data_dir: Path) -> Finding:
    probe = data_dir / ".probe"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return Finding(name="data folder", ok=False, found=f"{data_dir}: {error.strerror}", advice="Make it writable.")
    return Finding(name="data folder", ok=True, found=f"{data_dir}, writable")


def _secrets(data_dir: Path) -> Finding:
    from kzg_desktop.cache.keys import open_secrets  # noqa: PLC0415 - only this check needs it

    try:
        place = open_secrets(data_dir).place
    except StoreError as error:
        damaged = isinstance(error, StoreDamaged)
        advice = (
            "Restore it from a backup; without it what was cached or not yet sent here cannot be read."
            if damaged
            else "Unlock the system's key ring and try again."
        )
        return Finding(name="secrets.json" if damaged else "key ring", ok=False, found=str(error), advice=advice)
    places = {
        "keyring": "keys are in the system's key ring",
        "file": "no usable key ring: keys are in secrets.json (0600)",
    }
    return Finding(name="key ring", ok=True, found=places[place])


def _hub(data_dir: Path) -> Finding:
    import asyncio  # noqa: PLC0415 - only this check needs it

    from kzg_desktop.ui.settings_store import SettingsStore  # noqa: PLC0415 - as above

    settings = SettingsStore(data_dir / "settings.json").value
    if settings.mode != "hub":
        return Finding(name="hub", ok=True, found="on this computer, started with the window")
    try:
        found = asyncio.run(_ask(settings.hub_url))
    except HubError as error:
        advice = "Check the address and the network. Everything cached stays readable, and what you do is kept."
        return Finding(name="hub", ok=False, found=f"{settings.hub_url}: {error}", advice=advice)
    return Finding(name="hub", ok=True, found=f"{settings.hub_url}: {found}")


async def _ask(url: str) -> str:
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - only this check needs it
    from kzg_desktop.sync.client import HubClient  # noqa: PLC0415 - as above

    client = HubClient(url, SystemClock())
    try:
        info = await client.hub()
    finally:
        await client.close()
    return f"{info.name} {info.version}, protocol {info.protocol}"


def _stores(data_dir: Path) -> list[Finding]:
    """Look at every page of the cache and of the outbox, without changing them."""
    from kzg_desktop.cache.files import StoreFiles  # noqa: PLC0415 - only this check needs it
    from kzg_desktop.cache.keys import cache_key, open_secrets  # noqa: PLC0415 - as above
    from kzg_desktop.ui.settings_store import SettingsStore  # noqa: PLC0415 - as above

    hub = SettingsStore(data_dir / "settings.json").value.hub
    try:
        files = StoreFiles(data_dir, cache_key(open_secrets(data_dir), hub))
    except StoreError as error:
        return [Finding(name="cache", ok=False, found=f"not looked at: {error}")]
    cache_advice = "Nothing to do: it is put aside and fetched again from the hub at the next start."
    outbox_advice = "Keep a copy of it: it holds what you did and was not sent. The next start puts it aside."
    return [
        _store("cache", files.cache, files.key, cache_advice),
        _store("outbox", files.outbox, files.key, outbox_advice),
    ]


def _store(name: str, path: Path, key: bytes | None, advice: str) -> Finding:
    from kzg_desktop.cache.reader import verify  # noqa: PLC0415 - only this check needs it
    from kzg_desktop.cache.sqlite import connect, store_errors  # noqa: PLC0415 - as above

    if not path.exists():
        return Finding(name=name, ok=True, found="none yet")
    try:
        with store_errors(), closing(connect(path, key)) as connection:
            wrong = verify(connection)
    except StoreError as error:
        return Finding(name=name, ok=False, found=f"{type(error).__name__}: {error}", advice=advice)
    size = path.stat().st_size / 1e6
    return Finding(name=name, ok=not wrong, found="; ".join(wrong) or f"{size:.1f} MB, sound", advice=advice)
