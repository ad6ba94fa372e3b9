from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.models.job_choices import JobChoiceRole, JobChoices

JOBS = [
    Job(id="j1", employer_id="o1", hiring_organization="歌澜声学", title="SMT 操作员", job_benefits=("中央空调",)),
    Job(id="j2", employer_id="o2", hiring_organization="海岳重工", title="焊装工", job_location="山东烟台"),
]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (["j1", "j2"], ""),
        (["j1"], "smt"),
        (["j2"], "海岳 焊"),
        (["j2"], "烟台"),
        (["j1"], "空调"),
        ([], "空调 焊"),
    ],
)
def test_search_wants_every_word_somewhere(watched, found: list[str], text: str) -> None:
    model = watched(JobChoices())
    model.offer(JOBS)
    model.search(text)
    assert found == [model.index(row).data(JobChoiceRole.JOB).id for row in range(model.rowCount())]
    assert model.total == 2


def test_jobs_of_the_lineup_are_marked(watched) -> None:
    model = watched(JobChoices())
    model.offer(JOBS)
    model.mark_chosen(["j2"])
    assert [False, True] == [model.index(row).data(JobChoiceRole.CHOSEN) for row in range(2)]


def test_jobs_that_should_wait_are_marked(watched) -> None:
    jobs = [
        replace(JOBS[0], id="fine", valid_through="2026-09-01", total_job_openings=5),
        replace(JOBS[0], id="over", valid_through="2026-08-31"),
        replace(JOBS[0], id="paused", valid_through="2026-08-31"),
        replace(JOBS[0], id="full", total_job_openings=5),
        replace(JOBS[0], id="filled"),
    ]
    vacancies = {
        "paused": Vacancy(id="paused", employer_id="o1", state="paused"),
        "full": Vacancy(id="full", employer_id="o1", accepted=5),
        "filled": Vacancy(id="filled", employer_id="o1", state="filled"),
    }
    model = watched(JobChoices())
    model.offer(jobs, vacancies, date(2026, 9, 1))
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [None, "expired", "paused", "full", "filled"] == [row.data(JobChoiceRole.OBSTACLE) for row in rows]
    assert "SMT 操作员 · 歌澜声学 · Expired" == rows[1].data(Qt.ItemDataRole.AccessibleTextRole)
