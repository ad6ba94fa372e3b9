"""Where webhooks come from: one readable TOML file for each source, ready-made or the operator's own.

``resources/intake/NAME.toml`` is ready-made; ``NAME.toml`` in the folder ``sources`` beside the hub's database changes
it key by key, or describes a source of its own (with ``base`` it starts from another ready-made one). A source is
served once it has a secret: from ``secret_file``, or from the environment. A secret never stands in the TOML file.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from kzg_desktop.errors import InvalidInput
from kzg_desktop.hub.webhook.dotted import is_path
from kzg_desktop.hub.webhook.signatures import Scheme
from kzg_desktop.resources import resource

__all__ = ["Challenge", "Choice", "Fields", "Message", "Only", "Rate", "Signature", "Source", "load_sources"]

_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")
_KEY = re.compile(r"""\s*(?:\[\s*([\w.-]+)\s*\]|([\w.-]+)\s*=)""")
_AT = re.compile(r" - at `\$?\.?([^`]*)`")
_SHORTEST_SECRET = 8

Paths = str | tuple[str, ...]


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; a key that is not known is an error, not a silent typing mistake."""


class Signature(_Table, frozen=True, kw_only=True):
    """How a request is signed; with ``timestamp_header`` (seconds), only within ``window_s`` of the hub's clock."""

    scheme: Scheme
    header: str
    prefix: str = ""
    timestamp_header: str = ""
    window_s: int = 300


class Message(_Table, frozen=True, kw_only=True):
    """Where the id is that stays the same when a platform repeats itself; the same body is known without one."""

    header: str = ""
    id: Paths = ()


class Challenge(_Table, frozen=True, kw_only=True):
    """A question by which the platform checks the address: what is at ``path`` goes back under the name ``answer``."""

    path: str
    answer: str = "challenge"


class Only(_Table, frozen=True, kw_only=True):
    """Which messages carry leads, by the text at ``path``; others are accepted and passed over."""

    path: str
    values: tuple[str, ...]


class Fields(_Table, frozen=True, kw_only=True):
    """Where a lead's fields are: paths in order of preference, a fixed text as ``=text``. ``each`` is the list."""

    each: str = ""
    external_id: Paths = ()
    name: Paths = ()
    phone: Paths
    age: Paths = ()
    city: Paths = ()
    available_from: Paths = ()
    received_at: Paths = ()


class Choice(_Table, frozen=True, kw_only=True):
    """Which job or broadcast a lead is for: by an id, else by a title, else ``default`` (an id)."""

    id: Paths = ()
    title: Paths = ()
    default: str = ""


class Rate(_Table, frozen=True, kw_only=True):
    """How many requests at once, and how many more a second."""

    burst: float = 600.0
    per_s: float = 50.0


class Source(_Table, frozen=True, kw_only=True):
    """A source as its file describes it. ``secret`` is empty as long as none is set; then it is not served."""

    name: str
    channel: str
    title: str = ""
    secret_file: str = ""
    secret_env: str = ""
    signature: Signature
    message: Message = Message()
    challenge: Challenge | None = None
    only: Only | None = None
    fields: Fields
    job: Choice = Choice()
    broadcast: Choice = Choice()
    answer: dict[str, Any] = {}
    rate: Rate = Rate()
    secret: bytes = b""

    def __repr__(self) -> str:
        """Show the name only: a secret must not get into a log."""
        return f"Source({self.name!r})"


def load_sources(folder: Path, environment: Mapping[str, str] = os.environ) -> dict[str, Source]:
    """Return every source by name: the ready-made ones, with what *folder* changes and adds.

    Raises:
        InvalidInput: a file cannot be used; the message names the file, and the line or the key.
    """
    ready = {path.stem: path for path in sorted(resource("intake").glob("*.toml"))}
    own = {path.stem: path for path in sorted(folder.glob("*.toml"))} if folder.is_dir() else {}
    return {name: _load(name, ready, own.get(name), environment) for name in sorted(ready | own)}


def _load(name: str, ready: Mapping[str, Path], own: Path | None, environment: Mapping[str, str]) -> Source:
    file = own or ready[name]
    if not _NAME.fullmatch(name):
        raise InvalidInput(f"{file}: call the file by lower-case letters, digits and dashes, such as kuaishou.toml")
    table = _read(file)
    if own is not None:
        base = table.pop("base", name)
        if base in ready:
            table = _merged(_read(ready[base]), table)
        elif base != name:
            raise _mistake(own, "base", f"there is no ready-made source {base!r}; there are {', '.join(ready)}")
    for key in ("secret", "name"):
        if key in table:
            hint = "put it into a file and name that with secret_file" if key == "secret" else "it is the file's name"
            raise _mistake(file, key, hint)
    try:
        source = msgspec.convert({"channel": name} | table | {"name": name}, Source)
    except msgspec.ValidationError as error:
        found = _AT.search(str(error))
        unknown = re.search(r"unknown field `([^`]*)`", str(error))
        key = ".".join(part for part in (found[1] if found else "", unknown[1] if unknown else "") if part)
        raise _mistake(file, key, _AT.sub("", str(error))) from error
    _check(file, source)
    return msgspec.structs.replace(source, secret=_secret(file, source, environment))


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(f"{file}: {error}") from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{file}: the file is not UTF-8") from error
    except OSError as error:
        raise InvalidInput(f"{file}: {error.strerror}") from error


def _merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return *base* with *changes*, table by table; ``answer`` is replaced as a whole."""
    both = {
        key: _merged(base[key], value)
        for key, value in changes.items()
        if key != "answer" and isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    return base | changes | both


def _check(file: Path, source: Source) -> None:
    _check_fields(file, source)
    signature, rate = source.signature, source.rate
    if not signature.header:
        raise _mistake(file, "signature.header", "name the header that carries the signature")
    if signature.timestamp_header and (signature.scheme != "hmac-sha256" or not 10 <= signature.window_s <= 3600):
        raise _mistake(file, "signature", "a timestamp goes with hmac-sha256, and window_s is from 10 to 3600")
    if not (rate.burst >= 1 and rate.per_s > 0):
        raise _mistake(file, "rate", "burst is at least 1 and per_s more than 0")
    if not _NAME.fullmatch(source.channel) or source.channel in {"form", "sheet"}:
        raise _mistake(file, "channel", "use lower-case letters, digits and dashes; form and sheet are the hub's own")


def _check_fields(file: Path, source: Source) -> None:
    fields = source.fields
    if fields.each and not (fields.each.endswith("[]") and (fields.each == "[]" or is_path(fields.each[:-2]))):
        raise _mistake(file, "fields.each", "write the path of the list with [] at its end, such as data.leads[]")
    tables: list[tuple[str, Struct]] = [("fields", fields), ("job", source.job), ("broadcast", source.broadcast)]
    for table, struct in tables:
        for key in struct.__struct_fields__:
            if key not in {"each", "default"}:
                _check_paths(file, f"{table}.{key}", getattr(struct, key), fields.each)
    _check_paths(file, "message.id", source.message.id, "")
    for key, part in (("challenge.path", source.challenge), ("only.path", source.only)):
        if part is not None:
            _check_paths(file, key, part.path, "")
    if not fields.phone:
        raise _mistake(file, "fields.phone", "say where the phone is")


def _check_paths(file: Path, key: str, paths: Paths, each: str) -> None:
    for path in _listed(paths):
        inner = path.removeprefix(each).removeprefix(".") if each and path.startswith(each) else path
        if path.startswith("=") or is_path(inner):
            continue
        hint = f"; [] stands only where fields.each has it ({each or 'not set'})" if "[]" in inner else ""
        raise _mistake(file, key, f"{path!r} is not a path such as data.name or a fixed text such as =text{hint}")


def _listed(paths: Paths) -> tuple[str, ...]:
    return (paths,) if isinstance(paths, str) else paths


def _secret(file: Path, source: Source, environment: Mapping[str, str]) -> bytes:
    variable = source.secret_env or f"KZG_INTAKE_{source.name.upper().replace('-', '_')}_SECRET"
    secret, where = environment.get(variable, "").strip(), f"the variable {variable}"
    if not secret and source.secret_file:
        path = file.parent / source.secret_file
        try:
            secret, where = path.read_text("utf-8-sig").strip(), str(path)
        except (OSError, UnicodeDecodeError) as error:
            raise _mistake(file, "secret_file", f"{path} cannot be read") from error
        if not secret:
            raise _mistake(file, "secret_file", f"{path} is empty")
    if secret and len(secret) < _SHORTEST_SECRET:
        raise _mistake(file, "secret_file", f"the secret in {where} is shorter than {_SHORTEST_SECRET} characters")
    return secret.encode()


def _mistake(file: Path, key: str, message: str) -> InvalidInput:
    line = _line_of(file, key)
    where = f"{file}, line {line}" if line else str(file)
    return InvalidInput(f"{where}: {key}: {message}" if key else f"{where}: {message}")


def _line_of(file: Path, key: str) -> int:
    """Return the line that sets a dotted key or opens its table, 0 when the file does not say it."""
    table, best = "", (0, 0)
    for number, line in enumerate(file.read_text("utf-8-sig").splitlines(), start=1):
        found = _KEY.match(line)
        if found is None:
            continue
        table, full = (found[1], found[1]) if found[1] else (table, f"{table}.{found[2]}".lstrip("."))
        if (key == full or key.startswith((full + ".", full + "["))) and len(full) > best[0]:
            best = (len(full), number)
    return best[1]
