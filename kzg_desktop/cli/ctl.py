"""``kzg-desktop ctl``: drive the desk that is open, from scripts and from systems without global shortcuts."""

from __future__ import annotations

import argparse
import http.client
import json
import sys
from typing import TYPE_CHECKING, Any

from kzg_desktop.paths import data_dir

if TYPE_CHECKING:
    from kzg_desktop.studio.files import Whereabouts

__all__ = ["add_parser", "run"]

_TIMEOUT_S = 8.0
_PLAIN = {
    "take": "put the next card on air",
    "clear": "take the card off air",
    "next": "make the card after the next one the next",
    "previous": "make the card before the next one the next",
}


class _NotRunning(Exception):
    """No desk answers."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``ctl`` and its commands to the command line."""
    parser = subparsers.add_parser(
        "ctl",
        help="drive the desk that is open: take, clear, next, previous, cue, add-time, state",
        description="Tell the open desk what to do; bind it to a key of the system, a pedal or a script.",
        epilog="exit code: 0 done, 1 the desk said no, 2 no desk is open",
    )
    parser.set_defaults(run=run)
    commands = parser.add_subparsers(dest="ctl_command", metavar="COMMAND", required=True)
    added = [commands.add_parser(name, help=text) for name, text in _PLAIN.items()]
    cue = commands.add_parser("cue", help="make the card at a place of the lineup the next")
    cue.add_argument("number", type=int, metavar="N", help="its place, from 1 on")
    time = commands.add_parser("add-time", help="plan the card on air for longer")
    time.add_argument("seconds", type=int, metavar="SECONDS", help="negative for shorter")
    for command in (*added, cue, time, commands.add_parser("state", help="say where the broadcast stands")):
        command.add_argument(
            "--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="the desk's data folder (default: per user)"
        )
        command.add_argument("--json", action="store_true", help="print the desk's answer as it came")


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    from kzg_desktop.studio.files import read_whereabouts  # noqa: PLC0415 - only this command needs it

    try:
        status, answer = _ask(read_whereabouts(data_dir(args.data_dir)), args.ctl_command, _body(args))
    except _NotRunning as error:
        print(f"kzg-desktop ctl: {error}", file=sys.stderr)  # noqa: T201 - the command's own output
        return 2
    if args.json:
        print(json.dumps(answer, ensure_ascii=False))  # noqa: T201 - as above
    elif status == 200:
        print(_state(answer.get("state", answer)))  # noqa: T201 - as above
    else:
        print(f"kzg-desktop ctl: {_refusal(answer)}", file=sys.stderr)  # noqa: T201 - as above
    return 0 if status == 200 else 1


def _body(args: argparse.Namespace) -> dict[str, int]:
    return {name: getattr(args, name) for name in ("number", "seconds") if hasattr(args, name)}


def _ask(found: Whereabouts | None, command: str, body: dict[str, int]) -> tuple[int, dict[str, Any]]:
    """Return the status and the document of the desk's answer.

    Raises:
        _NotRunning: no desk answers there.
    """
    if found is None:
        raise _NotRunning("no desk is open with this data folder")
    headers = {"Authorization": f"Bearer {found.token}", "Content-Type": "application/json", "KZG-Trigger": "ctl"}
    connection = http.client.HTTPConnection("127.0.0.1", found.port, timeout=_TIMEOUT_S)
    try:
        connection.request("GET" if command == "state" else "POST", f"/v1/{command}", json.dumps(body), headers)
        response = connection.getresponse()
        answer = json.loads(response.read())
    except TimeoutError as error:
        raise _NotRunning("the desk does not answer; look at it before you try again") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _NotRunning("no desk answers; it was closed, or another program took its port") from error
    finally:
        connection.close()
    if not _is_desks(answer, response.status):
        raise _NotRunning("another program took the desk's port")
    return response.status, answer


def _is_desks(answer: object, status: int) -> bool:
    """Whether a desk can have answered that: its state, or why not."""
    if not isinstance(answer, dict):
        return False
    state = answer.get("state", answer)
    return (
        isinstance(state, dict) and "mode" in state if status == 200 else {"type", "title", "status"} <= answer.keys()
    )


def _refusal(problem: dict[str, Any]) -> str:
    title, detail = problem.get("title", "refused"), problem.get("detail", "")
    return f"{title}: {detail}" if detail else str(title)


def _state(state: dict[str, Any]) -> str:
    """Return the state in one line of words."""
    parts = [_MODES.get(state["mode"], state["mode"]), _on_air(state), f"next: {_card(state['next'])}"]
    return " · ".join([*parts, f"{state['applications']} applications"])


_MODES = {"prepare": "preparing", "rehearse": "rehearsing", "on_air": "live"}


def _on_air(state: dict[str, Any]) -> str:
    clock = state["clock"]
    timed = f", {_clock(clock['elapsed_s'])} of {_clock(clock['planned_s'])}" if clock and state["on_air"] else ""
    return f"on air: {_card(state['on_air'])}{timed}"


def _card(slot: dict[str, Any] | None) -> str:
    return f"{slot['number']} {slot['title']} ({slot['employer']})" if slot else "none"


def _clock(seconds: int) -> str:
    return f"{seconds // 60:02}:{seconds % 60:02}"
