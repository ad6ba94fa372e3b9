"""The problem types of the control API (RFC 9457): the hub's where they mean the same, and the outcomes of commands."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.domain.problems import PROBLEMS, ProblemKind
from kzg_desktop.studio.state import ControlState, Outcome

__all__ = ["PROBLEM_JSON", "REFUSALS", "STUDIO_PROBLEMS", "StudioProblem", "problem", "refusal"]

PROBLEM_JSON = "application/problem+json"

REFUSALS: dict[str, ProblemKind] = {
    "too-soon": ProblemKind("The last take was less than a second ago", 409, True, "none"),
    "not-live": ProblemKind("The broadcast is being prepared: nothing can go on air", 409, False, "none"),
    "nothing-next": ProblemKind("There is no such card to put next", 409, False, "none"),
    "nothing-on-air": ProblemKind("No card is on air", 409, False, "none"),
    "blocked": ProblemKind("The card may not go on air; confirm at the desk", 409, False, "none"),
    "full": ProblemKind("No seat is left; confirm at the desk", 409, False, "none"),
    "failed": ProblemKind("The desk could not do it", 409, True, "none"),
}
"""Why a command was not done, by the code of its outcome."""

_OF_THE_HUB = ("bad-request", "not-found", "method-not-allowed", "too-large")

STUDIO_PROBLEMS: dict[str, ProblemKind] = {
    **{type_: PROBLEMS[type_] for type_ in _OF_THE_HUB},
    **REFUSALS,
    "token-needed": ProblemKind("Send the token of this desk", 401, False, "none"),
    "not-allowed": ProblemKind("Requests from there are not answered", 403, False, "none"),
    "internal": ProblemKind("The desk failed", 500, True, "none"),
    "unavailable": ProblemKind("The desk cannot answer now", 503, True, "none"),
}
"""Every problem type that the studio may answer with."""


class StudioProblem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem document; ``type`` is a key of :data:`STUDIO_PROBLEMS`, a refused command adds ``state``."""

    type: str
    title: str
    status: int
    detail: str = ""
    retryable: bool = False
    state: ControlState | None = None


def problem(type_: str, detail: str = "", state: ControlState | None = None) -> StudioProblem:
    """Return the problem document of that type."""
    kind = STUDIO_PROBLEMS[type_]
    return StudioProblem(
        type=type_, title=kind.title, status=kind.status, detail=detail, retryable=kind.retryable, state=state
    )


def refusal(outcome: Outcome, state: ControlState) -> StudioProblem:
    """Return the problem document of a command that was not done."""
    return problem(outcome.code, outcome.detail, state)
