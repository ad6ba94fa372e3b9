"""Importing again: what is new, what changed, and what was edited by hand and stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kzg_desktop.domain.actions import PutJob, PutOrganization
from kzg_desktop.domain.entities import Job, Organization, RebateStep
from kzg_desktop.importing.job_sheet import read_job_sheet
from kzg_desktop.importing.plan import ImportPlan, plan_import
from tests.unit.importing.invented import TODAY


@pytest.fixture
def drafts(agency_file: Path):
    return read_job_sheet(agency_file, TODAY).drafts


def stored(plan: ImportPlan) -> tuple[list[Job], list[Organization]]:
    """Do the plan's actions on nothing."""
    actions = plan.actions()
    jobs = [replace(action.job, version=action.base_version + 1) for action in actions if isinstance(action, PutJob)]
    return jobs, [action.organization for action in actions if isinstance(action, PutOrganization)]


def test_a_first_import_is_all_new_employers_first(drafts) -> None:
    plan = plan_import(drafts, [], [])
    assert ["new"] * 9 == [row.kind for row in plan.rows]
    kinds = [type(action) for action in plan.actions()]
    assert [PutOrganization] * 7 + [PutJob] * 9 == kinds


def test_the_same_sheet_again_changes_nothing(drafts) -> None:
    jobs, organizations = stored(plan_import(drafts, [], []))
    again = plan_import(drafts, jobs, organizations)
    assert ({"same"}, []) == ({row.kind for row in again.rows}, again.actions())


def test_a_change_in_the_sheet_edits_the_job_in_place(drafts) -> None:
    jobs, organizations = stored(plan_import(drafts, [], []))
    changed = [replace(drafts[0], job=replace(drafts[0].job, total_job_openings=350)), *drafts[1:]]
    plan = plan_import(changed, jobs, organizations)
    assert [("total_job_openings", 300, 350)] == [(c.field, c.old, c.new) for c in plan.rows[0].changes]
    assert ["招聘人数"] == [change.label for change in plan.rows[0].changes]
    [action] = plan.actions()
    assert isinstance(action, PutJob)
    assert (jobs[0].id, 1, 350) == (action.job.id, action.base_version, action.job.total_job_openings)


def test_edits_by_hand_in_fields_without_a_column_stay(drafts) -> None:
    jobs, organizations = stored(plan_import(drafts, [], []))
    by_hand = replace(
        jobs[4],
        talking_points="家人们看过来",
        bring="身份证",
        rebates=(RebateStep(days=45, amount_yuan=2000),),
        job_benefits=("包吃住", "班车"),
        version=3,
    )
    plan = plan_import(drafts, [*jobs[:4], by_hand, *jobs[5:]], organizations)
    assert ("same", by_hand) == (plan.rows[4].kind, plan.rows[4].job)


def test_the_sheet_wins_in_fields_with_a_column(drafts) -> None:
    jobs, organizations = stored(plan_import(drafts, [], []))
    by_hand = replace(jobs[0], shift="长白班", pay=replace(jobs[0].pay, hourly_yuan=30, payday="每月10日"))
    plan = plan_import(drafts, [by_hand, *jobs[1:]], organizations)
    assert {"shift", "pay"} == {change.field for change in plan.rows[0].changes}
    assert ("两班倒", 21, "每月10日") == (
        plan.rows[0].job.shift,
        plan.rows[0].job.pay.hourly_yuan,
        plan.rows[0].job.pay.payday,
    )


def test_benefits_follow_the_sheet_and_keep_what_was_added_and_removed_by_hand(read_job) -> None:
    first = read_job(食宿情况="包住，餐补12元/天", 备注="高温补贴200元/月")
    [there] = stored(plan_import([first], [], []))[0]
    by_hand = replace(there, job_benefits=("包住", "高温补贴200元/月", "班车"))
    second = read_job(食宿情况="包住，餐补15元/天", 备注="高温补贴300元/月")
    merged = plan_import([second], [by_hand], []).rows[0].job
    assert ("餐补15元/天", "包住", "高温补贴300元/月", "班车") == merged.job_benefits
    assert "餐补15元/天" == merged.board


def test_an_archived_job_comes_back_when_its_row_is_there(drafts) -> None:
    jobs, organizations = stored(plan_import(drafts, [], []))
    plan = plan_import(drafts, [replace(jobs[0], archived=True), *jobs[1:]], organizations)
    assert ("changed", ["archived"], False) == (
        plan.rows[0].kind,
        [change.field for change in plan.rows[0].changes],
        plan.rows[0].job.archived,
    )


def test_jobs_that_are_not_in_the_sheet_are_left_alone(drafts) -> None:
    jobs, organizations = stored(plan_import(drafts, [], []))
    assert [] == plan_import(drafts[:3], jobs, organizations).actions()


def test_a_job_made_by_hand_is_found_by_what_it_says(read_job) -> None:
    draft = read_job(人数="20", 工作地点="山东省潍坊市高新区")
    employer = Organization(id="org-by-hand", name="样例厂")
    job = Job(
        id="job-by-hand",
        employer_id=employer.id,
        hiring_organization="样例厂",
        title="普 工",
        job_location="潍坊市高新区",
        version=4,
    )
    plan = plan_import([draft], [job], [employer])
    assert ("changed", "job-by-hand", "org-by-hand", 4) == (
        plan.rows[0].kind,
        plan.rows[0].job.id,
        plan.rows[0].job.employer_id,
        plan.rows[0].base_version,
    )
    assert [PutJob] == [type(action) for action in plan.actions()]


def test_a_new_job_goes_to_the_employer_of_that_name(read_job) -> None:
    plan = plan_import([read_job(人数="20")], [], [Organization(id="org-by-hand", name="样例 厂")])
    [action] = plan.actions()
    assert isinstance(action, PutJob)
    assert "org-by-hand" == action.job.employer_id


def test_rows_with_errors_and_repeated_rows_write_nothing(read_rows) -> None:
    read = read_rows(
        ("企业名称", "岗位名称", "人数"), ("样例厂", "普工", "20"), ("样例厂", "普工", "30"), ("", "焊工", "5")
    )
    plan = plan_import(read.drafts, [], [])
    assert ["new", "duplicate", "error"] == [row.kind for row in plan.rows]
    assert [20] == [action.job.total_job_openings for action in plan.actions() if isinstance(action, PutJob)]


def test_only_accepted_rows_are_written(drafts) -> None:
    plan = plan_import(drafts, [], [])
    actions = plan.actions(lambda row: row.draft.row == 8)
    assert ["上岭汽车零部件", "焊装工"] == [
        action.organization.name if isinstance(action, PutOrganization) else action.job.title  # type: ignore[union-attr]
        for action in actions
    ]
