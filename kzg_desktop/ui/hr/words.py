"""The words of the HR desk: states, duties, outcomes, history and times, as table and drawer write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.clock import CHINA, DAY_MS, china_midnight
from kzg_desktop.domain.duty import Duty
from kzg_desktop.domain.hiring import (
    LOCAL_ACCOUNT,
    THIS_COMPUTER,
    ExitReason,
    HistoryEntry,
    LinkKind,
    Outcome,
    Shift,
)
from kzg_desktop.domain.states import ACCEPTED, CLOSED

__all__ = [
    "Tone",
    "account_words",
    "day_words",
    "due_tone",
    "due_words",
    "duty_words",
    "exit_reason_words",
    "history_words",
    "link_words",
    "name_words",
    "outcome_words",
    "own_name",
    "shift_words",
    "span_words",
    "status_tone",
    "status_words",
    "when_words",
]

Tone: TypeAlias = Literal["text", "text_muted", "text_faint", "accent", "amber", "over", "green"]
"""Roles of :class:`kzg_desktop.widgets.tokens.Tokens`. Red is for "on air" and nothing else."""

translate = QCoreApplication.translate

_FIRST_ADMIN = "Administrator"
"""What a hub calls the account of its first invitation, until somebody gives it a name."""

_MINUTE_MS = 60_000
_HOUR_MS = 3_600_000


def status_words(status: str) -> str:
    """Return a state's name; one that this version does not know is its own name."""
    return {
        "new": translate("ApplicantState", "To call"),
        "contacting": translate("ApplicantState", "Calling"),
        "unreachable": translate("ApplicantState", "Unreachable"),
        "reached": translate("ApplicantState", "Reached"),
        "considering": translate("ApplicantState", "Considering"),
        "not_interested": translate("ApplicantState", "Not interested"),
        "interview_booked": translate("ApplicantState", "Interview booked"),
        "no_show": translate("ApplicantState", "No-show"),
        "interviewed": translate("ApplicantState", "Interviewed"),
        "passed": translate("ApplicantState", "Passed"),
        "failed": translate("ApplicantState", "Not passed"),
        "gave_up": translate("ApplicantState", "Gave up"),
        "hired": translate("ApplicantState", "Hired"),
        "declined": translate("ApplicantState", "Declined the job"),
        "left": translate("ApplicantState", "Left"),
        "invalid": translate("ApplicantState", "Invalid number"),
        "withdrawn": translate("ApplicantState", "Withdrawn"),
    }.get(status, status)


def status_tone(status: str) -> Tone:
    """Return the colour of a state: green for good ends, grey for closed ones, amber where something went wrong."""
    if status in ACCEPTED:
        return "green"
    if status in {"unreachable", "no_show", "invalid"}:
        return "amber"
    if status in CLOSED:
        return "text_faint"
    return "accent" if status in {"new", "interview_booked", "interviewed"} else "text_muted"


def outcome_words(outcome: Outcome | str) -> str:
    """Return what became of a call."""
    return {
        "answered": translate("CallOutcome", "Answered"),
        "no_answer": translate("CallOutcome", "No answer"),
        "rejected": translate("CallOutcome", "Rejected"),
        "empty_number": translate("CallOutcome", "Empty number"),
    }.get(outcome, outcome)


def duty_words(duty: Duty | None) -> str:
    """Return what is to be done next, "" for nothing."""
    if duty is None:
        return ""
    return {
        "call": translate("Duty", "First call"),
        "retry": translate("Duty", "Call again"),
        "call_back": translate("Duty", "Call back as agreed"),
        "follow_up": translate("Duty", "Follow up"),
        "remind": translate("Duty", "Remind of the interview"),
        "arrival": translate("Duty", "Record who came"),
        "decide": translate("Duty", "Result of the interview"),
        "start": translate("Duty", "First day at work"),
        "milestone": translate("Duty", "{days} days at work?").format(days=duty.days),
    }[duty.kind]


def exit_reason_words(reason: ExitReason | str) -> str:
    """Return why somebody left, "" where it is not known."""
    return {
        "quit": translate("ExitReason", "Quit"),
        "dismissed": translate("ExitReason", "Dismissed"),
        "ended": translate("ExitReason", "Contract ended"),
        "other": translate("ExitReason", "Another reason"),
    }.get(reason, "")


def shift_words(shift: Shift | str) -> str:
    """Return a wished shift, "" for none."""
    return {
        "day": translate("Shift", "Day shift"),
        "night": translate("Shift", "Night shift"),
        "rotating": translate("Shift", "Rotating shifts"),
    }.get(shift, "")


def link_words(kind: LinkKind | str) -> str:
    """Return what a link between people says."""
    return {
        "same": translate("PersonLink", "The same person"),
        "apart": translate("PersonLink", "Not the same person"),
        "together": translate("PersonLink", "Came together"),
    }.get(kind, kind)


def account_words(account_id: str, me: str, names: Mapping[str, str]) -> str:
    """Return who that is: "me", a name, or the program itself where nobody did it."""
    if account_id in {"", "hub"}:
        return translate("Colleague", "by itself")
    if account_id == me:
        return translate("Colleague", "me")
    return name_words(account_id, names.get(account_id, "")) or translate("Colleague", "a colleague")


def name_words(account_id: str, name: str) -> str:
    """Return an account's name; one that the program gave it stands in the window's language."""
    if name == _FIRST_ADMIN:
        return translate("Colleague", "Administrator")
    return translate("Colleague", "This computer") if _is_this_computer(account_id, name) else name


def own_name(account_id: str, name: str) -> str:
    """Return the name with which somebody signs a message, "" where the program made it up."""
    return "" if name == _FIRST_ADMIN or _is_this_computer(account_id, name) else name


def _is_this_computer(account_id: str, name: str) -> bool:
    return account_id.startswith(LOCAL_ACCOUNT) and name == THIS_COMPUTER


# --- times


def span_words(ms: int) -> str:
    """Return a length of time in its greatest unit, such as ``12 min``; less than a minute counts as one."""
    ms = max(0, ms)
    if ms < _HOUR_MS:
        return translate("Time", "{n} min").format(n=max(1, ms // _MINUTE_MS))
    if ms < 2 * DAY_MS:
        return translate("Time", "{n} h").format(n=ms // _HOUR_MS)
    return translate("Time", "{n} d").format(n=ms // DAY_MS)


def due_words(due_at: int, now: int) -> str:
    """Return when something is due, seen from *now*: near times as a span, others as day and time; "" for 0.

    What is due at midnight is due on that day.
    """
    if not due_at:
        return ""
    if due_at <= now:
        return translate("Time", "{span} overdue").format(span=span_words(now - due_at))
    if due_at - now < _HOUR_MS:
        return translate("Time", "in {span}").format(span=span_words(due_at - now))
    return day_words(due_at, now) if due_at == china_midnight(due_at) else when_words(due_at, now)


def due_tone(due_at: int, now: int) -> Tone:
    """Return the colour of a time that is due: orange when it is over, amber within five minutes of it."""
    if not due_at:
        return "text_faint"
    if due_at <= now:
        return "over"
    return "amber" if due_at - now <= 5 * _MINUTE_MS else "text_muted"


def day_words(at: int, now: int) -> str:
    """Return a day in China: yesterday, today and tomorrow by name, others by date, with the year if it is another."""
    days = (china_midnight(at) - china_midnight(now)) // DAY_MS
    named = {
        -1: translate("Time", "yesterday"),
        0: translate("Time", "today"),
        1: translate("Time", "tomorrow"),
    }
    if days in named:
        return named[days]
    day, today = datetime.fromtimestamp(at / 1000, CHINA), datetime.fromtimestamp(now / 1000, CHINA)
    if day.year != today.year:
        return f"{day:%Y-%m-%d}"
    return translate("Time", "{month}/{day}").format(month=day.month, day=day.day)


def when_words(at: int, now: int) -> str:
    """Return day and time of day in China; "" for 0."""
    if not at:
        return ""
    return f"{day_words(at, now)} {datetime.fromtimestamp(at / 1000, CHINA):%H:%M}"


# --- history

_Say: TypeAlias = Callable[[str], str]


def history_words(entry: HistoryEntry, me: str, names: Mapping[str, str], now: int) -> str:
    """Return in one sentence what a line of the history tells, without who did it and what they wrote."""

    def who(account_id: str) -> str:
        return account_words(account_id, me, names)

    about = when_words(entry.about, now)
    if entry.kind in {"status", "undo", "milestone"}:
        return _step_words(entry, now)
    if entry.kind in {"attempt", "booking", "reminder", "follow_up"}:
        return _contact_words(entry, about)
    if entry.kind in {"claim", "release", "hand_over"}:
        return _owner_words(entry, who)
    return _other_words(entry)


def _step_words(entry: HistoryEntry, now: int) -> str:
    if entry.kind == "milestone":
        return translate("History", "Still at work after {days} days").format(days=entry.after)
    state = status_words(entry.after)
    if entry.kind == "undo":
        return translate("History", "Taken back to: {state}").format(state=state)
    if entry.about:
        return translate("History", "{state}, first day {day}").format(state=state, day=day_words(entry.about, now))
    return state


def _contact_words(entry: HistoryEntry, about: str) -> str:
    if entry.kind == "reminder":
        return translate("History", "Reminded of the interview {when}").format(when=about)
    if entry.kind == "booking":
        if entry.before == "interview_booked":
            return translate("History", "Interview moved to {when}").format(when=about)
        return translate("History", "Interview booked for {when}").format(when=about)
    if entry.kind == "attempt":
        call = translate("History", "Call: {outcome}").format(outcome=outcome_words(entry.after))
        return f"{call} · {_call_again(about)}" if about else call
    return _call_again(about) if about else translate("History", "No time for a call agreed any more")


def _call_again(about: str) -> str:
    return translate("History", "To be called again {when}").format(when=about)


def _owner_words(entry: HistoryEntry, who: _Say) -> str:
    if entry.kind == "hand_over" and entry.after == entry.actor:
        return translate("History", "Taken over from {name}").format(name=who(entry.before))
    if entry.kind == "hand_over":
        return translate("History", "Handed over to {name}").format(name=who(entry.after))
    if entry.kind == "release" and entry.before not in {"", entry.actor}:
        return translate("History", "Released from {name}").format(name=who(entry.before))
    return translate("History", "Claimed") if entry.kind == "claim" else translate("History", "Released")


def _other_words(entry: HistoryEntry) -> str:
    if entry.kind == "export" and entry.after == "record":
        return translate("History", "All that is stored was given out to the person")
    words = {
        "note": translate("History", "Note"),
        "reveal": translate("History", "Phone shown"),
        "copy": translate("History", "Phone copied"),
        "message": translate("History", "Message copied"),
        "wishes": translate("History", "Wishes noted"),
        "assignment": translate("History", "Moved from {before} to {after}"),
        "link": link_words(entry.after),
        "unlink": translate("History", "Taken back: {link}"),
        "correction": translate("History", "Data corrected"),
        "export": translate("History", "{count} rows exported: {after}"),
    }.get(entry.kind, entry.kind)
    return words.format(before=entry.before, after=entry.after, link=link_words(entry.after), count=entry.count)
