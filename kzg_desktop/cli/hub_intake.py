"""``kzg-desktop hub sources`` and ``hub dead-letters``: what webhooks may send, and what could not be taken in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzg_desktop.hub.hub import Hub
    from kzg_desktop.hub.settings import Settings
    from kzg_desktop.hub.webhook.dead_letters import DeadLetter

from kzg_desktop.domain.clock import CHINA

__all__ = ["add_commands", "run_dead_letters", "run_sources"]


def add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add both commands; *common* adds the options that every command of the hub has."""
    sources = commands.add_parser("sources", help="list the webhook sources, and check their files")
    common(sources)
    sources.add_argument("--json", action="store_true", help="print JSON")
    letters = commands.add_parser(
        "dead-letters",
        help="read, replay or drop what webhooks sent and the hub could not take in",
        description="A dead letter is kept encrypted for 30 days. Correct the source's file or add the missing job, "
        "then replay it.",
    )
    actions = letters.add_subparsers(dest="letters_command", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list them, oldest first, without their content")
    common(listing)
    listing.add_argument("--json", action="store_true", help="print JSON")
    show = actions.add_parser("show", help="print what was sent; it holds personal data")
    common(show)
    show.add_argument("id", metavar="ID")
    replay = actions.add_parser("replay", help="try again, as if it came when it did")
    common(replay)
    replay.add_argument("ids", nargs="*", metavar="ID")
    replay.add_argument("--all", action="store_true", help="all of them")
    drop = actions.add_parser("drop", help="drop one for good")
    common(drop)
    drop.add_argument("id", metavar="ID")


def run_sources(args: argparse.Namespace, settings: Settings) -> int:
    """List the sources; the exit code is 2 when a file cannot be used, told by the caller."""
    from kzg_desktop.hub.webhook.sources import load_sources  # noqa: PLC0415 - heavy, and not for other commands

    folder = settings.data_dir / "sources"
    sources = load_sources(folder).values()
    rows = [
        {
            "name": source.name,
            "title": source.title,
            "channel": source.channel,
            "scheme": source.signature.scheme,
            "served": bool(source.secret),
            "own_file": (folder / f"{source.name}.toml").is_file(),
        }
        for source in sources
    ]
    if args.json:
        _say(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for row in rows:
        state = "served" if row["served"] else "no secret, not served"
        origin = "own file" if row["own_file"] else "ready-made"
        _say(f"{row['name']:<16} {row['scheme']:<18} {origin:<11} {state}")
    return 0


def run_dead_letters(args: argparse.Namespace, settings: Settings) -> int:
    """Do one thing with dead letters; 1 when something asked for is not there or still cannot be taken in."""
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - heavy, and not for other commands
    from kzg_desktop.hub.hub import Hub  # noqa: PLC0415 - the same

    hub = Hub(settings, SystemClock())
    try:
        return _ACTIONS[args.letters_command](args, hub)
    finally:
        hub.close()


def _list(args: argparse.Namespace, hub: Hub) -> int:
    from kzg_desktop.hub.webhook.dead_letters import REASONS, listed  # noqa: PLC0415 - heavy

    letters = hub.read_now(listed)
    if args.json:
        _say(json.dumps([_as_json(letter, REASONS) for letter in letters], ensure_ascii=False, indent=2))
        return 0
    for letter in letters:
        reason = REASONS.get(letter.reason, letter.reason)
        _say(f"{letter.id}  {_time(letter.at)}  {letter.source}  tried {letter.attempts}x  {reason}")
    _say(f"{len(letters)} dead letters")
    return 0


def _show(args: argparse.Namespace, hub: Hub) -> int:
    from kzg_desktop.hub.webhook.dead_letters import body_of  # noqa: PLC0415 - heavy

    body = hub.read_now(lambda connection: body_of(connection, hub.keys, args.id))
    if body is None:
        return _not_there(args.id)
    _say(_pretty(body))
    return 0


def _replay(args: argparse.Namespace, hub: Hub) -> int:
    from kzg_desktop.hub.webhook.dead_letters import REASONS, listed  # noqa: PLC0415 - heavy
    from kzg_desktop.hub.webhook.delivery import replay  # noqa: PLC0415 - the same
    from kzg_desktop.hub.webhook.sources import load_sources  # noqa: PLC0415 - the same

    if args.all == bool(args.ids):
        sys.stderr.write("kzg-desktop hub: name dead letters, or say --all\n")
        return 2
    sources = load_sources(hub.settings.data_dir / "sources")
    ids: Sequence[str] = [letter.id for letter in hub.read_now(listed)] if args.all else args.ids
    left = 0
    for id_ in ids:  # one transaction each: stopped half-way, what is done is done and the rest can be tried again
        reason = hub.write_now(lambda transaction, id_=id_: replay(transaction, hub.keys, sources, id_))  # type: ignore[misc]
        left += bool(reason)
        told = "there is no such dead letter" if reason == "gone" else REASONS.get(reason, reason)
        _say(f"{id_}  {told or 'taken in'}")
    _say(f"{len(ids) - left} of {len(ids)} taken in")
    return 1 if left else 0


def _drop(args: argparse.Namespace, hub: Hub) -> int:
    from kzg_desktop.hub.webhook.dead_letters import drop  # noqa: PLC0415 - heavy

    if not hub.write_now(lambda transaction: drop(transaction, [args.id])):
        return _not_there(args.id)
    _say(f"{args.id}  dropped")
    return 0


def _as_json(letter: DeadLetter, reasons: dict[str, str]) -> dict[str, Any]:
    return {
        "id": letter.id,
        "source": letter.source,
        "at": datetime.fromtimestamp(letter.at / 1000, CHINA).isoformat(),
        "reason": letter.reason,
        "detail": reasons.get(letter.reason, ""),
        "attempts": letter.attempts,
    }


def _pretty(body: bytes) -> str:
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "backslashreplace")


def _time(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, CHINA):%Y-%m-%d %H:%M:%S}"


def _not_there(id_: str) -> int:
    sys.stderr.write(f"kzg-desktop hub: there is no dead letter {id_}\n")
    return 1


def _say(line: str) -> None:
    # what was sent may hold anything, also what steers a terminal
    sys.stdout.write("".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in line) + "\n")


_ACTIONS: dict[str, Callable[[argparse.Namespace, Hub], int]] = {
    "list": _list,
    "show": _show,
    "replay": _replay,
    "drop": _drop,
}
