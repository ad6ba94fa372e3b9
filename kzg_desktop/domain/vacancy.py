"""How many seats of a job are left."""

from __future__ import annotations

from kzg_desktop.domain.entities import Job, Vacancy

__all__ = ["is_full", "seats_left"]


def seats_left(job: Job, vacancy: Vacancy | None) -> int | None:
    """Return how many applicants the job can still take, never less than 0; None when it does not say how many."""
    if vacancy is not None and vacancy.state == "filled":
        return 0
    if job.total_job_openings is None:
        return None
    return max(0, job.total_job_openings - (vacancy.accepted if vacancy is not None else 0))


def is_full(job: Job, vacancy: Vacancy | None) -> bool:
    """Whether further applicants can only wait (候补)."""
    return seats_left(job, vacancy) == 0
