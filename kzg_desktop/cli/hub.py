"""``kzg-desktop hub``: run a hub, or invite people to it."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kzg_desktop.errors import InvalidInput, StoreError, UserError
from kzg_desktop.paths import data_dir

if TYPE_CHECKING:
    from kzg_desktop.hub.hub import Hub
    from kzg_desktop.hub.server import HubServer
    from kzg_desktop.hub.settings import Settings

__all__ = ["add_parser", "run"]

_EXIT_GRACE_S = 6.0


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``hub`` and ``hub invite`` to the command line."""
    parser = subparsers.add_parser("hub", help="run a hub, or invite people to it")
    parser.set_defaults(run=run)
    _common(parser, default=True)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8750, help="port to listen on, 0 for a free one (default: 8750)")
    parser.add_argument(
        "--embedded",
        action="store_true",
        help="serve one desktop on loopback: settings as JSON on standard input, the port as JSON on standard output; "
        "ends when standard input does",
    )
    commands = parser.add_subparsers(dest="hub_command", metavar="COMMAND")
    invite = commands.add_parser("invite", help="print an invitation code for a new account")
    _common(invite, default=False)
    invite.add_argument("--role", choices=("host", "hr", "admin"), required=True)
    invite.add_argument("--name", required=True, help="who the account is for")
    invite.add_argument(
        "--organization",
        action="append",
        default=[],
        metavar="ID",
        help="what an hr account sees; may be given several times (host and admin see all)",
    )


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        if args.hub_command == "invite":
            return _invite(args)
        return _embedded(args) if args.embedded else _serve(args)
    except (UserError, StoreError) as error:
        _say(f"kzg-desktop hub: {error}", sys.stderr)
    except OSError as error:
        _say(f"kzg-desktop hub: cannot listen on {args.host}:{args.port}: {error.strerror}", sys.stderr)
    return 2


def _say(line: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(line + "\n")
    (stream or sys.stdout).flush()


def _common(parser: argparse.ArgumentParser, *, default: bool) -> None:
    """Add the options of both commands; the inner one must not overwrite what stood before it."""
    unset: Any = None if default else argparse.SUPPRESS
    parser.add_argument(
        "--data-dir", type=Path, default=unset, help="folder for hub.db and hub.key (default: hub in the data folder)"
    )
    parser.add_argument("--database", default="" if default else unset, help="database URL (default: SQLite there)")


def _settings(args: argparse.Namespace, **more: Any) -> Settings:
    from kzg_desktop.hub.settings import Settings  # noqa: PLC0415 - heavy, and not for other commands

    return Settings(data_dir=args.data_dir or data_dir() / "hub", database=args.database, **more)


def _serve(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.server import serve  # noqa: PLC0415 - heavy, and not for other commands

    def on_ready(server: HubServer, port: int) -> None:
        _say(f"hub ready at http://{args.host}:{port}")
        code = _first_invitation(server.hub)
        if code:
            _say(f"no account yet: sign in as administrator with invitation {code} (7 days, once)")

    serve(_settings(args, host=args.host, port=args.port), on_ready=on_ready)
    return 0


def _embedded(args: argparse.Namespace) -> int:
    from kzg_desktop.hub.server import serve  # noqa: PLC0415 - heavy, and not for other commands

    given = _first_line()
    settings = _settings(args, host="127.0.0.1", port=0, embedded_secret=given["secret"], embedded_role=given["role"])

    def on_ready(server: HubServer, port: int) -> None:
        threading.Thread(target=_end_with_parent, args=(server,), name="hub-parent", daemon=True).start()
        _say(json.dumps({"port": port, "url": f"http://127.0.0.1:{port}"}))

    serve(settings, on_ready=on_ready)
    return 0


def _first_line() -> dict[str, Any]:
    try:
        given: Any = json.loads(sys.stdin.readline())
    except ValueError as error:
        raise InvalidInput("--embedded reads one line of JSON from standard input") from error
    given = given if isinstance(given, dict) else {}
    secret, role = given.get("secret"), given.get("role", "host")
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
    from kzg_desktop.hub.writer import Transaction  # noqa: PLC0415 - heavy

    def invite_first(transaction: Transaction) -> str:
        if any_account(transaction.connection):
            return ""
        return invite(transaction, create_account(transaction, name="Administrator", role="admin", scopes=["*"]))

    return hub.write_now(invite_first)


def _invite(args: argparse.Namespace) -> int:
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - heavy, and not for other commands
    from kzg_desktop.hub.accounts import create_account, invite  # noqa: PLC0415 - the same
    from kzg_desktop.hub.hub import Hub  # noqa: PLC0415 - the same

    scopes = args.organization or ([] if args.role == "hr" else ["*"])
    hub = Hub(_settings(args), SystemClock())
    try:
        code = hub.write_now(lambda t: invite(t, create_account(t, name=args.name, role=args.role, scopes=scopes)))
    finally:
        hub.close()
    _say(code)
    return 0
