"""The states of an application, and the steps between them."""

from __future__ import annotations

__all__ = ["ACCEPTED", "STEPS", "may_step"]

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
