"""The steps that the interviews page takes by one key each, and when each is possible."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.duty import Duty
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.states import may_step
from kzg_desktop.ui.interviews.people import Person

__all__ = ["STEPS", "Step", "StepGroup", "group_of", "is_possible", "step_words", "target_of"]

translate = QCoreApplication.translate

Step: TypeAlias = Literal[
    "arrived", "no_show", "passed", "failed", "gave_up", "hired", "declined", "still_here", "left"
]
StepGroup: TypeAlias = Literal["interview", "start", "milestone"]


class _Kind(Struct, frozen=True):
    group: StepGroup
    status: str


_KINDS: dict[Step, _Kind] = {
    "arrived": _Kind("interview", "interviewed"),
    "no_show": _Kind("interview", "no_show"),
    "passed": _Kind("interview", "passed"),
    "failed": _Kind("interview", "failed"),
    "gave_up": _Kind("interview", "gave_up"),
    "hired": _Kind("start", "hired"),
    "declined": _Kind("start", "declined"),
    "still_here": _Kind("milestone", ""),
    "left": _Kind("milestone", "left"),
}

STEPS: dict[StepGroup, tuple[Step, ...]] = {
    "interview": ("arrived", "no_show", "passed", "failed", "gave_up"),
    "start": ("hired", "declined"),
    "milestone": ("still_here", "left"),
}
"""Each step keeps its place and its key, so that a second press never means something else."""


def step_words(step: Step) -> str:
    """Return the word on the step's button."""
    return {
        "arrived": translate("InterviewStep", "Came"),
        "no_show": translate("InterviewStep", "No-show"),
        "passed": translate("InterviewStep", "Passed"),
        "failed": translate("InterviewStep", "Not passed"),
        "gave_up": translate("InterviewStep", "Gave up"),
        "hired": translate("InterviewStep", "Started work"),
        "declined": translate("InterviewStep", "Declined the job"),
        "still_here": translate("InterviewStep", "Still at work"),
        "left": translate("InterviewStep", "Left"),
    }[step]


def target_of(step: Step) -> str:
    """Return the state that the step leads to, "" for one that changes none."""
    return _KINDS[step].status


def is_possible(step: Step, person: Person) -> bool:
    """Whether the step can be taken from where the application is."""
    status = _KINDS[step].status
    if status:
        return may_step(person.row.status, status)
    return person.duty is not None and person.duty.kind == "milestone"


def group_of(row: Application, duty: Duty | None) -> StepGroup:
    """Return which steps are of interest for an application."""
    if duty is not None and duty.kind == "milestone":
        return "milestone"
    return "start" if row.status in {"passed", "hired", "declined"} else "interview"
