from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from kzg_desktop.domain.entities import Job
from kzg_desktop.ui.ad_checks import AdChecks
from tests.fakes import FakeClock

JOB = Job(
    id="a",
    employer_id="o1",
    hiring_organization="安和机械",
    title="车工",
    requirements="只招男工",
)


def codes(checks: AdChecks, job: Job) -> list[str]:
    found = checks.known(job)
    assert found is not None
    return [finding.code for finding in found if finding.code != "MISSING"]


def test_nothing_is_known_before_it_is_checked(checks: AdChecks, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        checks.cover([JOB])
        assert (None, None) == (checks.known(JOB), checks.light(JOB))
        await until(lambda: checks.known(JOB) is not None)
        assert (["SEX"], "block") == (codes(checks, JOB), checks.light(JOB))

    drive(story())


def test_other_words_under_the_same_version_are_checked_again(
    checks: AdChecks, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        checks.cover([JOB])
        await until(lambda: checks.known(JOB) is not None)
        theirs = replace(JOB, requirements="看得懂图纸")
        assert checks.known(theirs) is None
        checks.cover([theirs])
        await until(lambda: checks.known(theirs) is not None)
        assert [] == codes(checks, theirs)

    drive(story())


def test_what_is_looked_at_comes_first(checks: AdChecks, drive: Callable, until: Callable) -> None:
    jobs = [replace(JOB, id=f"j{n}") for n in range(3000)]

    async def story() -> None:
        checks.cover(jobs)
        checks.hurry(jobs[-1])
        await until(lambda: checks.known(jobs[-1]) is not None)
        assert checks.known(jobs[-2]) is None
        checks.stop()

    drive(story())


def test_a_new_day_is_a_new_check(checks: AdChecks, clock: FakeClock, drive: Callable, until: Callable) -> None:
    job = replace(JOB, valid_through="2026-09-01")

    def over() -> list[str]:
        return [finding.suggestion for finding in checks.known(job) or () if finding.field == "valid_through"]

    async def story() -> None:
        checks.cover([job])
        await until(lambda: checks.known(job) is not None)
        assert [] == over()
        clock.advance(24 * 3600)
        checks.cover([job])
        await until(lambda: checks.known(job) is not None)
        assert 1 == len(over())

    drive(story())


def test_what_is_not_covered_any_more_is_forgotten(checks: AdChecks, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        checks.cover([JOB])
        await until(lambda: checks.known(JOB) is not None)
        checks.cover([])
        assert checks.known(JOB) is None

    drive(story())


def test_a_whole_library_is_checked_between_other_work(checks: AdChecks, drive: Callable, until: Callable) -> None:
    jobs = [replace(JOB, id=f"j{n}") for n in range(300)]
    told: list[int] = []

    async def story() -> None:
        checks.checked.connect(lambda: told.append(sum(checks.known(job) is not None for job in jobs)))
        checks.cover(jobs)
        await until(lambda: told and told[-1] == len(jobs))

    drive(story())
    assert sorted(told) == told
