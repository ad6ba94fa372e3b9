"""``kzg-desktop hub accounts`` and ``hub audit``: who may sign in, and what became of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.errors import InvalidInput

if TYPE_CHECKING:
    from kzg_desktop.hub.hub import Hub
    from kzg_desktop.hub.settings import Settings
    from kzg_desktop.wire_office import AccountChange, AccountInfo, AuditLine

__all__ = ["add_account_commands", "run_accounts", "run_audit"]

_MOST_LINES = 500
_CHANGES = {
    "disable": "end all sessions and invitations of an account, and refuse new ones",
    "enable": "let somebody sign in again; it takes a password or a fresh invitation",
    "unlock": "forget wrong passwords, so that the right one works at once",
    "forget-password": "drop a password that its owner forgot; an invitation then signs in",
}


def add_account_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add both commands; *common* adds the options that every command of the hub has."""
    accounts = commands.add_parser(
        "accounts",
        help="list accounts; disable, enable, unlock or invite one",
        description="ACCOUNT is an id, a sign-in name, or a name that only one account has. Everything here works "
        "while the hub runs, too; its desktops feel it with their next request, within 25 seconds.",
    )
    actions = accounts.add_subparsers(dest="accounts_command", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list them by name")
    common(listing)
    listing.add_argument("--json", action="store_true", help="print JSON")
    again = actions.add_parser("invite", help="print a fresh invitation code for an account: 7 days, once")
    common(again)
    again.add_argument("account", metavar="ACCOUNT")
    for name, words in _CHANGES.items():
        action = actions.add_parser(name, help=words)
        common(action)
        action.add_argument("account", metavar="ACCOUNT")
    audit = commands.add_parser(
        "audit",
        help="print the audit log: sign-ins, refusals, invitations and changes of accounts",
        description="Prints the newest lines, the oldest of them first. Lines are kept for three years.",
    )
    common(audit)
    audit.add_argument("--limit", type=_limit, default=50, metavar="N", help="how many, up to 500 (default: 50)")
    audit.add_argument("--json", action="store_true", help="print JSON")


def run_accounts(args: argparse.Namespace, settings: Settings) -> int:
    """Do one thing with accounts."""
    return _with_hub(settings, lambda hub: _ACTIONS[args.accounts_command](args, hub))


def run_audit(args: argparse.Namespace, settings: Settings) -> int:
    """Print the audit log."""
    from kzg_desktop.hub.audit import audit_page  # noqa: PLC0415 - heavy, and not for other commands

    def show(hub: Hub) -> int:
        page = hub.read_now(lambda connection: audit_page(connection, before=0, limit=args.limit))
        lines = page.lines[::-1]
        _say(_json(lines) if args.json else "\n".join(map(_line, lines)))
        return 0

    return _with_hub(settings, show)


def _with_hub(settings: Settings, job: Callable[[Hub], int]) -> int:
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - heavy, and not for other commands
    from kzg_desktop.hub.hub import Hub  # noqa: PLC0415 - the same

    hub = Hub(settings, SystemClock())
    try:
        return job(hub)
    finally:
        hub.close()


def _list(args: argparse.Namespace, hub: Hub) -> int:
    found = _accounts(hub)
    if args.json:
        _say(_json(found))
        return 0
    for account in found:
        scopes = " ".join(account.scopes)
        login = account.login or "-"
        _say(f"{account.id}  {account.role:<9} {login:<16} {account.name}  [{scopes}]{_remarks(account)}")
    _say(f"{len(found)} accounts")
    return 0


def _invite(args: argparse.Namespace, hub: Hub) -> int:
    from kzg_desktop.hub.accounts import invite  # noqa: PLC0415 - heavy, and not for other commands

    account = _chosen(hub, args.account)
    _say(hub.write_now(lambda transaction: invite(transaction, account.id)))
    return 0


def _change(args: argparse.Namespace, hub: Hub) -> int:
    from kzg_desktop.hub.accounts import change_account  # noqa: PLC0415 - heavy, and not for other commands

    account, change = _chosen(hub, args.account), _wanted(args.accounts_command)
    hub.write_now(lambda transaction: change_account(transaction, account.id, change))
    [now] = [found for found in _accounts(hub) if found.id == account.id]
    _say(f"{now.id}  {now.name}{_remarks(now)}")
    return 0


def _wanted(command: str) -> AccountChange:
    from kzg_desktop.wire_office import AccountChange  # noqa: PLC0415 - its type is enough elsewhere

    return {
        "disable": AccountChange(disabled=True),
        "enable": AccountChange(disabled=False),
        "unlock": AccountChange(unlock=True),
        "forget-password": AccountChange(forget_password=True),
    }[command]


def _accounts(hub: Hub) -> list[AccountInfo]:
    from kzg_desktop.hub.directory import account_infos  # noqa: PLC0415 - heavy, and not for other commands

    return hub.read_now(lambda connection: account_infos(connection, hub.clock.now_ms()))


def _chosen(hub: Hub, text: str) -> AccountInfo:
    accounts = _accounts(hub)
    for fits in (
        [account for account in accounts if account.id == text],
        [account for account in accounts if account.login and account.login == text.casefold()],
        [account for account in accounts if account.name == text],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise InvalidInput(f"{len(fits)} accounts are named {text}; give an id: see hub accounts list")
    raise InvalidInput(f"there is no account {text}; see hub accounts list")


def _remarks(account: AccountInfo) -> str:
    remarks = []
    if account.disabled:
        remarks.append("disabled")
    if account.locked_until:
        remarks.append(f"locked until {_time(account.locked_until)}")
    if account.seen_at:
        remarks.append(f"seen {_time(account.seen_at)}")
    return "  " + ", ".join(remarks) if remarks else ""


def _line(line: AuditLine) -> str:
    actor = line.actor_name or line.actor
    subject = line.subject_name or line.subject
    about = "" if line.subject == line.actor else f"  {subject}"
    return f"{_time(line.at)}  {line.kind:<18} {actor}{about}" + (f"  ({line.detail})" if line.detail else "")


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _time(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, CHINA):%Y-%m-%d %H:%M:%S}"


def _limit(text: str) -> int:
    if text.isascii() and text.isdecimal() and 0 < int(text) <= _MOST_LINES:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to {_MOST_LINES}")


def _say(text: str) -> None:
    # names of accounts and devices may hold anything, also what steers a terminal
    sys.stdout.write("".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text) + "\n")


_ACTIONS: dict[str, Callable[[argparse.Namespace, Hub], int]] = {
    "list": _list,
    "invite": _invite,
    **dict.fromkeys(_CHANGES, _change),
}
