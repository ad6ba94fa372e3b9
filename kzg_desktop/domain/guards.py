"""What stands against taking a card on air, beside the advertisement check itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.domain.vacancy import is_full

if TYPE_CHECKING:  # the check's rules take a while to load, and a window shows before anybody takes a card
    from kzg_desktop.domain.adcheck import Finding

__all__ = [
    "Light",
    "Obstacle",
    "ObstacleCode",
    "findings_light",
    "is_expired",
    "light_of",
    "needs_reason",
    "obstacles",
    "stopping",
]

ObstacleCode: TypeAlias = Literal["ad", "paused", "filled", "full", "expired"]


Light: TypeAlias = Literal["ok", "warn", "block"]


class Obstacle(Struct, frozen=True, kw_only=True):
    """A reason to think twice. ``stops``: a take needs a word from the host first; otherwise it is only shown.

    ``codes`` are what the as-run log keeps of it; ``note`` is HR's, for a paused or filled job.
    """

    code: ObstacleCode
    stops: bool
    codes: tuple[str, ...]
    note: str = ""


def obstacles(job: Job, vacancy: Vacancy | None, findings: Iterable[Finding], today: date) -> list[Obstacle]:
    """Return what stands against showing *job* today, the gravest first."""
    found: list[Obstacle] = []
    blocked = dict.fromkeys(finding.code for finding in findings if finding.level == "block")
    if blocked:
        found.append(Obstacle(code="ad", stops=True, codes=tuple(blocked)))
    if vacancy is not None and vacancy.state == "paused":
        found.append(Obstacle(code="paused", stops=True, codes=("PAUSED",), note=vacancy.note))
    elif vacancy is not None and vacancy.state == "filled":
        found.append(Obstacle(code="filled", stops=True, codes=("FILLED",), note=vacancy.note))
    elif is_full(job, vacancy):
        found.append(Obstacle(code="full", stops=False, codes=("FULL",)))
    if is_expired(job, today):
        found.append(Obstacle(code="expired", stops=False, codes=("EXPIRED",)))
    return found


def stopping(found: Iterable[Obstacle]) -> list[Obstacle]:
    """Return those that a host must answer before the take."""
    return [obstacle for obstacle in found if obstacle.stops]


def needs_reason(found: Iterable[Obstacle]) -> bool:
    """Whether a host who takes the card all the same has to say why, for the log."""
    return any(obstacle.code in {"ad", "paused"} for obstacle in found)


def light_of(found: Iterable[Obstacle], *, warned: bool = False) -> Light:
    """Return the light of a card with these obstacles; *warned*: the check has something to say all the same."""
    stops = [obstacle.stops for obstacle in found]
    if any(stops):
        return "block"
    return "warn" if stops or warned else "ok"


def findings_light(findings: Iterable[Finding]) -> Light:
    """Return the gravest level among *findings*, "ok" for none."""
    levels = {finding.level for finding in findings}
    return "block" if "block" in levels else "warn" if levels else "ok"


def is_expired(job: Job, today: date) -> bool:
    """Whether the advertisement's last valid day has passed; one that names none, or no day, has not."""
    try:
        return date.fromisoformat(job.valid_through) < today
    except ValueError:
        return False
