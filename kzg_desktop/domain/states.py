"""The states of an application, and the steps between them."""

from __future__ import annotations

__all__ = ["ACCEPTED", "CLOSED", "STEPS", "may_step", "may_undo"]

STEPS: dict[str, tuple[str, ...]] = {
    "new": ("contacting", "invalid"),
    "contacting": ("reached", "unreachable", "invalid"),
    "unreachable": ("contacting",),
    "reached": ("interview_booked", "considering", "not_interested"),
    "considering": ("reached",),
    "not_interested": ("reached",),
    "interview_booked": ("interviewed", "no_show"),
    "no_show": ("interview_booked", "gave_up"),
    "interviewed": ("passed", "failed", "gave_up"),
    "passed": ("hired", "declined"),
    "hired": ("left",),
    "invalid": (),
    "gave_up": (),
    "failed": (),
    "declined": (),
    "left": (),
    "withdrawn": (),
}
"""Next states by state. From any but ``withdrawn``, an application can also be withdrawn: processing stops."""


ACCEPTED = frozenset({"passed", "hired"})
"""States in which an application takes one of its job's seats."""


def may_step(from_: str, to: str) -> bool:
    """Whether an application may go from one state to the other."""
    if to == "withdrawn":
        return from_ != "withdrawn"
    return to in STEPS.get(from_, ())


CLOSED = frozenset({"invalid", "not_interested", "gave_up", "failed", "declined", "left", "withdrawn"})
"""States in which nothing is waiting to be done."""


def may_undo(from_: str, to: str) -> bool:
    """Whether an application may go back from one state to the one before it, with a reason.

    Not from ``withdrawn``: the person has ended the processing (个人信息保护法 15), and only the person can begin it
    again, with a new application.
    """
    return from_ != "withdrawn" and to in STEPS and to not in {"", from_, "withdrawn"}
