"""What can be done by a key: ids, words and the keys that it has at first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

__all__ = ["COMMANDS", "GROUPS", "Command", "Group", "Scope", "command", "group_words"]

translate = QCoreApplication.translate

Scope: TypeAlias = Literal["live", "jobs", "editor", "hr", "interviews", "review", "team", "everywhere"]
Group: TypeAlias = Literal["air", "lineup", "jobs", "hr", "interviews", "review", "team", "everywhere"]


class Command(Struct, frozen=True, kw_only=True):
    """Something that keys do within *scope*; ``defaults`` are keys in Qt's portable notation.

    ``needed``: it always keeps a key, since the host must never search for it. ``fixed``: the key belongs to a widget
    and cannot be changed. ``repeats``: a key held down does it again and again.
    """

    id: str
    group: Group
    scope: Scope
    say: Callable[[], str]
    defaults: tuple[str, ...]
    needed: bool = False
    fixed: bool = False
    repeats: bool = False

    @property
    def words(self) -> str:
        """What it does, in the language on screen."""
        return self.say()

    def meets(self, other: Command) -> bool:
        """Whether one key could be meant for both."""
        return self.scope == other.scope or "everywhere" in {self.scope, other.scope}


GROUPS: tuple[Group, ...] = ("air", "lineup", "jobs", "hr", "interviews", "review", "team", "everywhere")


def group_words(group: Group) -> str:
    """Return the heading of a group in the language on screen."""
    words: dict[Group, str] = {
        "air": translate("Shortcuts", "On air"),
        "lineup": translate("Shortcuts", "Lineup and feed"),
        "jobs": translate("Shortcuts", "Jobs"),
        "hr": translate("Shortcuts", "Applicants"),
        "interviews": translate("Shortcuts", "Interviews"),
        "review": translate("Shortcuts", "Review"),
        "team": translate("Shortcuts", "Team"),
        "everywhere": translate("Shortcuts", "Everywhere"),
    }
    return words[group]


def _air(name: str, say: Callable[[], str], *keys: str, needed: bool = False) -> Command:
    return Command(id=f"air.{name}", group="air", scope="live", say=say, defaults=keys, needed=needed)


def _lineup(name: str, say: Callable[[], str], *keys: str, repeats: bool = False) -> Command:
    return Command(id=name, group="lineup", scope="live", say=say, defaults=keys, repeats=repeats)


def _jobs(name: str, say: Callable[[], str], *keys: str, scope: Scope = "jobs", fixed: bool = False) -> Command:
    return Command(id=f"jobs.{name}", group="jobs", scope=scope, say=say, defaults=keys, fixed=fixed)


def _hr(name: str, say: Callable[[], str], *keys: str, repeats: bool = False, fixed: bool = False) -> Command:
    return Command(id=f"hr.{name}", group="hr", scope="hr", say=say, defaults=keys, repeats=repeats, fixed=fixed)


def _outcome(number: int) -> Command:
    return _hr(
        f"outcome_{number}",
        lambda: translate("Shortcuts", "Outcome {number} of those beside the applicant").format(number=number),
        str(number),
    )


def _interviews(name: str, say: Callable[[], str], *keys: str, repeats: bool = False) -> Command:
    return Command(
        id=f"interviews.{name}", group="interviews", scope="interviews", say=say, defaults=keys, repeats=repeats
    )


def _review(name: str, say: Callable[[], str], *keys: str, repeats: bool = False) -> Command:
    return Command(id=f"review.{name}", group="review", scope="review", say=say, defaults=keys, repeats=repeats)


def _team(name: str, say: Callable[[], str], *keys: str) -> Command:
    return Command(id=f"team.{name}", group="team", scope="team", say=say, defaults=keys)


def _anywhere(name: str, say: Callable[[], str], *keys: str) -> Command:
    return Command(id=name, group="everywhere", scope="everywhere", say=say, defaults=keys)


# A presenter remote sends PgDown, PgUp, and "." or B for its black screen: forward takes, back goes to the card before.
COMMANDS: tuple[Command, ...] = (
    _air("take", lambda: translate("Shortcuts", "Take: put the next card on air"), "Space", "PgDown", needed=True),
    _air("clear", lambda: translate("Shortcuts", "Clear: take the card off air"), "Esc", "B", ".", needed=True),
    _air("cue_next", lambda: translate("Shortcuts", "Cue the card after the next one"), "]"),
    _air("cue_previous", lambda: translate("Shortcuts", "Cue the card before the next one"), "PgUp", "["),
    _air("cue_suggested", lambda: translate("Shortcuts", "Cue the card that is suggested"), "G"),
    _air("add_minute", lambda: translate("Shortcuts", "Give the card on air one minute more"), "+", "="),
    _air("rehearse", lambda: translate("Shortcuts", "Rehearse, or end the rehearsal"), "Ctrl+R"),
    _air("go_live", lambda: translate("Shortcuts", "Go on air, or end it; asks first"), "Ctrl+Return"),
    _lineup("lineup.cue", lambda: translate("Shortcuts", "Make the selected card the next one"), "Return"),
    _lineup("lineup.add", lambda: translate("Shortcuts", "Add jobs to the lineup"), "Ctrl+J"),
    _lineup("lineup.move_up", lambda: translate("Shortcuts", "Move the selected card up"), "Alt+Up", repeats=True),
    _lineup(
        "lineup.move_down", lambda: translate("Shortcuts", "Move the selected card down"), "Alt+Down", repeats=True
    ),
    _lineup("lineup.skip", lambda: translate("Shortcuts", "Skip the card, or take it in again"), "S"),
    _lineup("lineup.remove", lambda: translate("Shortcuts", "Remove the card from the lineup"), "Del", "Backspace"),
    _lineup("lineup.undo", lambda: translate("Shortcuts", "Undo a lineup edit"), "Ctrl+Z"),
    _lineup("lineup.redo", lambda: translate("Shortcuts", "Redo a lineup edit"), "Ctrl+Shift+Z"),
    _lineup("feed.search", lambda: translate("Shortcuts", "Search the live feed"), "/"),
    _jobs("new", lambda: translate("Shortcuts", "New job"), "N"),
    _jobs("edit", lambda: translate("Shortcuts", "Edit the selected job"), "Return", fixed=True),
    _jobs("duplicate", lambda: translate("Shortcuts", "Duplicate the selected job"), "D"),
    _jobs("archive", lambda: translate("Shortcuts", "Archive the selected jobs"), "Del", "Backspace", fixed=True),
    _jobs("seekers", lambda: translate("Shortcuts", "Show who would fit the selected job"), "A", fixed=True),
    _jobs("open", lambda: translate("Shortcuts", "Say that the selected jobs recruit"), "O"),
    _jobs("pause", lambda: translate("Shortcuts", "Pause the selected jobs"), "P"),
    _jobs("filled", lambda: translate("Shortcuts", "Say that the selected jobs are full"), "F"),
    _jobs("undo", lambda: translate("Shortcuts", "Undo the last archiving or switch"), "Ctrl+Z"),
    _jobs("import", lambda: translate("Shortcuts", "Import a spreadsheet"), "I"),
    _jobs("search", lambda: translate("Shortcuts", "Search the jobs"), "/", "Ctrl+F"),
    _jobs("save", lambda: translate("Shortcuts", "Save, in the editor"), "Ctrl+S", scope="editor", fixed=True),
    _hr("next", lambda: translate("Shortcuts", "Next applicant"), "J", repeats=True),
    _hr("previous", lambda: translate("Shortcuts", "Applicant before"), "K", repeats=True),
    _hr("call", lambda: translate("Shortcuts", "Call the applicant"), "C"),
    *(_outcome(number) for number in range(1, 10)),
    _hr("note", lambda: translate("Shortcuts", "Write a note"), "N"),
    _hr("book", lambda: translate("Shortcuts", "Book an interview"), "B"),
    _hr("claim", lambda: translate("Shortcuts", "Claim the applicant"), "E"),
    _hr("hand_over", lambda: translate("Shortcuts", "Hand the applicant over"), "H"),
    _hr("reveal", lambda: translate("Shortcuts", "Show the phone number"), "R"),
    _hr("copy_phone", lambda: translate("Shortcuts", "Copy the phone number"), "P"),
    _hr("undo", lambda: translate("Shortcuts", "Take the last step back, with a reason"), "U", "Ctrl+Z"),
    _hr("select", lambda: translate("Shortcuts", "Select the applicant beside others"), "X"),
    _hr("select_all", lambda: translate("Shortcuts", "Select everybody listed"), "Ctrl+A", fixed=True),
    _hr("bulk", lambda: translate("Shortcuts", "Change the status of those selected"), "M"),
    _hr("search", lambda: translate("Shortcuts", "Search the applicants"), "/", "Ctrl+F"),
    _hr("filter", lambda: translate("Shortcuts", "Filter the applicants"), "F"),
    _hr("clear", lambda: translate("Shortcuts", "End the selection, then clear search and filters"), "Esc"),
    _hr("view_next", lambda: translate("Shortcuts", "Next saved view"), "]", repeats=True),
    _hr("view_previous", lambda: translate("Shortcuts", "Saved view before"), "[", repeats=True),
    _hr("export", lambda: translate("Shortcuts", "Export what is listed"), "Ctrl+E"),
    _hr("import", lambda: translate("Shortcuts", "Import leads of a platform"), "Ctrl+I"),
    _interviews("slots", lambda: translate("Shortcuts", "Interview slots"), "Alt+1"),
    _interviews("today", lambda: translate("Shortcuts", "Arrivals and first days of today"), "Alt+2"),
    _interviews("milestones", lambda: translate("Shortcuts", "Who is still at work"), "Alt+3"),
    _interviews("next", lambda: translate("Shortcuts", "Next person"), "J", repeats=True),
    _interviews("previous", lambda: translate("Shortcuts", "Person before"), "K", repeats=True),
    _interviews("search", lambda: translate("Shortcuts", "Search people"), "/", "Ctrl+F"),
    _interviews("new", lambda: translate("Shortcuts", "New slot"), "N"),
    _interviews("edit", lambda: translate("Shortcuts", "Edit the slot"), "E"),
    _interviews("copy", lambda: translate("Shortcuts", "Copy the slot to the next days"), "D"),
    _interviews("close", lambda: translate("Shortcuts", "Close the slot, or open it again"), "O"),
    _interviews("arrived", lambda: translate("Shortcuts", "Came to the interview"), "1"),
    _interviews("no_show", lambda: translate("Shortcuts", "Did not come"), "2"),
    _interviews("passed", lambda: translate("Shortcuts", "Passed"), "3"),
    _interviews("failed", lambda: translate("Shortcuts", "Failed"), "4"),
    _interviews("gave_up", lambda: translate("Shortcuts", "Gave up"), "5"),
    _interviews("hired", lambda: translate("Shortcuts", "Started work"), "6"),
    _interviews("declined", lambda: translate("Shortcuts", "Declined to start"), "7"),
    _interviews("still_here", lambda: translate("Shortcuts", "Still at work"), "8"),
    _interviews("left", lambda: translate("Shortcuts", "Left the job"), "9"),
    _interviews("remind", lambda: translate("Shortcuts", "Reminder given"), "R"),
    _interviews("phone", lambda: translate("Shortcuts", "Show the phone number"), "C"),
    _interviews("move", lambda: translate("Shortcuts", "Move to another slot"), "B"),
    _interviews("print", lambda: translate("Shortcuts", "Print the check-in list"), "P"),
    _interviews("undo", lambda: translate("Shortcuts", "Undo"), "Ctrl+Z"),
    _review("broadcasts", lambda: translate("Shortcuts", "Broadcasts"), "B"),
    _review("days", lambda: translate("Shortcuts", "Daily digest"), "D"),
    _review("campaigns", lambda: translate("Shortcuts", "Campaign totals"), "C"),
    _review("search", lambda: translate("Shortcuts", "Search, or choose a day"), "/", "Ctrl+F"),
    _review("next", lambda: translate("Shortcuts", "Next in the list"), "J", repeats=True),
    _review("previous", lambda: translate("Shortcuts", "The one before"), "K", repeats=True),
    _review("cards", lambda: translate("Shortcuts", "Cards"), "Alt+1"),
    _review("minutes", lambda: translate("Shortcuts", "Minute by minute"), "Alt+2"),
    _review("funnel", lambda: translate("Shortcuts", "Funnel"), "Alt+3"),
    _review("compare", lambda: translate("Shortcuts", "Compare"), "Alt+4"),
    _review("promises", lambda: translate("Shortcuts", "Promise check"), "Alt+5"),
    _review("course", lambda: translate("Shortcuts", "To the timeline"), "T"),
    _review("whole", lambda: translate("Shortcuts", "Back to the whole broadcast"), "Esc"),
    _review("picture", lambda: translate("Shortcuts", "Save the chart as a picture"), "P"),
    _review("copy_picture", lambda: translate("Shortcuts", "Copy the chart, or totals as text"), "Ctrl+Shift+C"),
    _review("figures", lambda: translate("Shortcuts", "Type in viewers and costs"), "F"),
    _review("report", lambda: translate("Shortcuts", "Export report"), "E"),
    _team("new", lambda: translate("Shortcuts", "New account"), "N"),
    _team("invite", lambda: translate("Shortcuts", "Make an invitation code"), "I"),
    _team("disable", lambda: translate("Shortcuts", "Disable or enable the account"), "Del"),
    _team("search", lambda: translate("Shortcuts", "Search accounts"), "/"),
    _team("reload", lambda: translate("Shortcuts", "Ask the hub again"), "F5"),
    _anywhere("nav.live", lambda: translate("Shortcuts", "Live desk"), "Ctrl+1"),
    _anywhere("nav.jobs", lambda: translate("Shortcuts", "Job library"), "Ctrl+2"),
    _anywhere("nav.hr", lambda: translate("Shortcuts", "Applicants"), "Ctrl+3"),
    _anywhere("nav.interviews", lambda: translate("Shortcuts", "Interviews"), "Ctrl+4"),
    _anywhere("nav.review", lambda: translate("Shortcuts", "Review"), "Ctrl+5"),
    _anywhere("nav.team", lambda: translate("Shortcuts", "Team"), "Ctrl+6"),
    _anywhere("nav.settings", lambda: translate("Shortcuts", "Settings"), "Ctrl+,"),
    _anywhere("try_again", lambda: translate("Shortcuts", "Try to reach the hub now"), "Ctrl+F5"),
    _anywhere("help", lambda: translate("Shortcuts", "Overview of all keys"), "F1", "?"),
)

_BY_ID = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """Return the command with that id.

    Raises:
        KeyError: there is none.
    """
    return _BY_ID[command_id]
