"""Invented broadcasts to review."""

from __future__ import annotations

from hypothesis import strategies as st

from kzg_desktop.domain.entities import AirSegment, Job
from kzg_desktop.review.facts import Sent

__all__ = ["MINUTE", "T0", "airing", "any_segments", "any_sent", "application"]

T0 = 1_790_000_040_000
"""A whole minute."""
MINUTE = 60_000
JOBS = ("a", "b", "c")


def card(job_id: str, **fields) -> Job:
    return Job(
        id=job_id, employer_id=f"org-{job_id}", hiring_organization=f"企业{job_id}", title=f"岗位{job_id}", **fields
    )


def airing(id_: str, job_id: str, start: int, end: int | None, *, rehearsal: bool = False, **fields) -> AirSegment:
    """A card on air from minute *start* to minute *end*, None: still."""
    return AirSegment(
        id=id_,
        broadcast_id="b1",
        item_id=f"i-{job_id}",
        card=card(job_id, **fields),
        started_at=T0 + start * MINUTE,
        ended_at=None if end is None else T0 + end * MINUTE,
        rehearsal=rehearsal,
    )


def application(n: int, minute: float, job_id: str = "a", **fields) -> Sent:
    return Sent(n=n, at=T0 + round(minute * MINUTE), job_id=job_id, **fields)


any_sent = st.lists(st.tuples(st.integers(-5, 65), st.integers(0, 59), st.sampled_from(JOBS)), max_size=40).map(
    lambda found: [application(n, minute + second / 60, job) for n, (minute, second, job) in enumerate(sorted(found))]
)


@st.composite
def any_segments(draw: st.DrawFn) -> list[AirSegment]:
    """One card after another, with gaps, some rehearsed, the last perhaps still on air."""
    found, at = [], 0
    for index in range(draw(st.integers(0, 8))):
        start = at + draw(st.integers(0, 3))
        at = start + draw(st.integers(0, 10))
        rehearsal = draw(st.booleans()) and draw(st.booleans())
        found.append(airing(f"s{index}", draw(st.sampled_from(JOBS)), start, at, rehearsal=rehearsal))
    if found and draw(st.booleans()):
        last = found[-1]
        found[-1] = airing(last.id, last.card.id, (last.started_at - T0) // MINUTE, None, rehearsal=last.rehearsal)
    return found
