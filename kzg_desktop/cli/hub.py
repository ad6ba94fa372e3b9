"""``kzg-desktop hub``: run a hub, invite people to it, and keep it in order."""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from kzg_desktop.cli.hub_accounts import add_account_commands, run_accounts, run_audit
from kzg_desktop.cli.hub_intake import add_commands, run_dead_letters, run_sources
from kzg_desktop.errors import InvalidInput, Refusal, StoreError, UserError
from kzg_desktop.paths import data_dir

if TYPE_CHECKING:
    from kzg_desktop.hub.hub import Hub
    from kzg_desktop.hub.server import HubServer
    from kzg_desktop.hub.settings import Settings
    from kzg_desktop.hub.writer import Transaction

__all__ = ["add_parser", "run"]

T = TypeVar("T")

_EXIT_GRACE_S = 6.0
_LAST_PORT = 65535


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``hub`` and its commands to the command line."""
    parser = subparsers.add_parser("hub", help="run a hub, invite people to it, or keep it in order")
    parser.set_defaults(run=run)
    _common(parser, default=True)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=8750, help="port to listen on, 0 for a free one (default: 8750)")
    parser.add_argument(
        "--embedded",
        action="store_true",
        help="serve one desktop on loopback: settings as JSON on standard input, the port as JSON on standard output; "
        "ends when standard input does",
    )
    commands = parser.add_subparsers(dest="hub_command", metavar="COMMAND")
    invite = commands.add_parser("invite", help="print an invitation code for a new account")
    _common(invite, default=False)
    invite.add_argument("--role", choices=("host", "hr", "organizer", "admin"), required=True)
    invite.add_argument("--name", required=True, help="who the account is for")
    invite.add_argument(
        "--organization",
        action="append",
        default=[],
        metavar="ID",
        help="what the account sees; may be given several times (without it, all but hr see everything)",
    )
    compact = commands.add_parser("compact", help="drop old entries of the change log")
    _common(compact, default=False)
    compact.add_argument(
        "--keep",
        type=_count,
        required=True,
        metavar="N",
        help="how many of the newest entries stay; desktops that were away for longer start afresh",
    )
    new_epoch = commands.add_parser("new-epoch", help="after a restore: make all desktops start afresh")
    _common(new_epoch, default=False)
    add_account_commands(commands, lambda command: _common(command, default=False))
    add_commands(commands, lambda command: _common(command, default=False))


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        if args.hub_command:
            return _COMMANDS[args.hub_command](args)
        return _embedded(args) if args.embedded else _serve(args)
    except (UserError, StoreError, Refusal) as error:
        _say(f"kzg-desktop hub: {error}", sys.stderr)
    except OSError as error:
        _say(f"kzg-desktop hub: cannot listen on {args.host}:{args.port}: {error.strerror}", sys.stderr)
    return 2


def _say(line: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(line + "\n")
    (stream or sys.stdout).flush()


def _common(parser: argparse.ArgumentParser, *, default: bool) -> None:
    """Add the options of all commands; an inner one must not overwrite what stood before it."""
    unset: Any = None if default else argparse.SUPPRESS
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=unset,
        help="folder for hub.db and hub.key (default: server in the data folder; with --embedded, hub)",
    )
    parser.add_argument("--database", default="" if default else unset, help="database URL (default: SQLite there)")


def _settings(args: argparse.Namespace, **more: Any) -> Settings:
    from kzg_desktop.hub.settings import Settings  # noqa: PLC0415 - heavy, and not for other commands

    # a hub for others must not share its files with the one of the desktop on this computer
    folder = args.data_dir or data_dir() / ("hub" if args.embedded else "server")
    return Settings(data_dir=folder, database=args.database, **more)


def _port(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a port from 0 to {_LAST_PORT}")


def _count(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a number from 0 up")


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _serve(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.server import serve  # noqa: PLC0415 - heavy, and not for other commands

    def on_ready(server: HubServer, port: int) -> None:
        _say(f"hub ready at {_url(args.host, port)}")
        code = _first_invitation(server.hub)
        if code:
            _say(f"no account yet: sign in as administrator with invitation {code} (7 days, once)")

    serve(_settings(args, host=args.host, port=args.port), on_ready=on_ready)
    return 0


def _embedded(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.server import serve  # noqa: PLC0415 - heavy, and not for other commands

    given = _first_line()
    secret, role = given["secret"], given["role"]
    settings = _settings(args, host="127.0.0.1", port=0, embedded_secret=secret, embedded_role=role)
    last_port = settings.data_dir / "port"

    def on_ready(server: HubServer, port: int) -> None:
        threading.Thread(target=_end_with_parent, args=(server,), name="hub-parent", daemon=True).start()
        with contextlib.suppress(OSError):
            last_port.write_text(str(port), encoding="ascii")
        _say(json.dumps({"port": port, "url": f"http://127.0.0.1:{port}"}))

    serve(settings, on_ready=on_ready, preferred_port=_read_port(last_port))
    return 0


def _read_port(path: Path) -> int:
    """Return the port of the last time, so that links which were given away go on working; 0 for none."""
    try:
        return _port(path.read_text(encoding="ascii"))
    except (OSError, ValueError, argparse.ArgumentTypeError):
        return 0


def _first_line() -> dict[str, Any]:
    try:
        given: Any = json.loads(sys.stdin.readline())
    except ValueError as error:
        raise InvalidInput("--embedded reads one line of JSON from standard input") from error
    given = given if isinstance(given, dict) else {}
    secret, role = given.get("secret"), given.get("role", "admin")
    if isinstance(secret, str) and len(secret) >= 16 and role in {"host", "admin"}:
        return {"secret": secret, "role": role}
    raise InvalidInput('--embedded needs {"secret": "at least 16 characters", "role": "host" or "admin"}')


def _end_with_parent(server: HubServer) -> None:
    """Stop when standard input ends: it does whenever the parent goes, even when killed."""
    while sys.stdin.readline():
        pass
    server.should_exit = True
    threading.Event().wait(_EXIT_GRACE_S)
    os._exit(0)


def _first_invitation(hub: Hub) -> str:
    from kzg_desktop.hub.accounts import any_account, create_account, invite  # noqa: PLC0415 - heavy

    def invite_first(transaction: Transaction) -> str:
        if any_account(transaction.connection):
            return ""
        return invite(transaction, create_account(transaction, name="Administrator", role="admin", scopes=["*"]))

    return hub.write_now(invite_first)


def _invite(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.accounts import create_account, invite  # noqa: PLC0415 - heavy, and not for other commands

    scopes = args.organization or ([] if args.role == "hr" else ["*"])
    _say(_write(args, lambda t: invite(t, create_account(t, name=args.name, role=args.role, scopes=scopes))))
    return 0


def _compact(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.upkeep import compact  # noqa: PLC0415 - heavy, and not for other commands

    _say(f"{_write(args, lambda t: compact(t, args.keep))} entries of the change log dropped")
    return 0


def _new_epoch(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.upkeep import new_epoch  # noqa: PLC0415 - heavy, and not for other commands

    _say(f"new epoch {_write(args, new_epoch)}: all desktops start afresh")
    return 0


def _write(args: argparse.Namespace, job: Callable[[Transaction], T]) -> T:
    """Run *job* on the hub's database, whether a hub runs on it or not."""
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - heavy, and not for other commands
    from kzg_desktop.hub.hub import Hub  # noqa: PLC0415 - the same

    hub = Hub(_settings(args), SystemClock())
    try:
        return hub.write_now(job)
    finally:
        hub.close()


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "accounts": lambda args: run_accounts(args, _settings(args)),
    "audit": lambda args: run_audit(args, _settings(args)),
    "invite": _invite,
    "compact": _compact,
    "new-epoch": _new_epoch,
    "sources": lambda args: run_sources(args, _settings(args)),
    "dead-letters": lambda args: run_dead_letters(args, _settings(args)),
}
