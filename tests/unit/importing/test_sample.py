"""The sample campaign: complete, lawful, and the same every time."""

from __future__ import annotations

from kzg_desktop.domain.actions import AddToLineup, PutBroadcast, PutJob, PutOrganization, decode_action, encode_action
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Organization
from kzg_desktop.importing.cautions import read_cautions
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions, sample_actions

NOW = 1_790_000_012_345


class Rows:
    """What a desk holds after some actions."""

    def __init__(self, actions) -> None:
        self._organizations = [a.organization for a in actions if isinstance(a, PutOrganization)]
        self._jobs = {a.job.id: a.job for a in actions if isinstance(a, PutJob)}
        self._broadcasts = [a.broadcast for a in actions if isinstance(a, PutBroadcast)]

    def organizations(self) -> list[Organization]:
        return self._organizations

    def job(self, job_id: str) -> Job | None:
        return self._jobs.get(job_id)

    def broadcasts(self) -> list[Broadcast]:
        return self._broadcasts


def jobs() -> list[Job]:
    return [action.job for action in sample_actions(NOW) if isinstance(action, PutJob)]


def lineup() -> list[LineupItem]:
    return [action.item for action in sample_actions(NOW) if isinstance(action, AddToLineup)]


def test_the_sample_is_whole() -> None:
    assert (14, 8, 10) == (len(jobs()), len({job.employer_id for job in jobs()}), len(lineup()))
    employers = {a.organization.id for a in sample_actions(NOW) if isinstance(a, PutOrganization)}
    assert {job.employer_id for job in jobs()} < employers
    assert {item.job_id for item in lineup()} <= {job.id for job in jobs()}
    [broadcast] = [a.broadcast for a in sample_actions(NOW) if isinstance(a, PutBroadcast)]
    assert (BROADCAST_ID, "华北制造业蓝领招聘专场 · 第 12 场", 1_789_999_980_000) == (
        broadcast.id,
        broadcast.title,
        broadcast.starts_at,
    )


def test_the_lineup_fits_the_broadcast_and_is_in_order() -> None:
    assert sorted(item.position for item in lineup()) == [item.position for item in lineup()]
    assert 7200 >= sum(item.planned_s for item in lineup())


def test_every_card_states_what_an_offer_must_state() -> None:
    for job in jobs():
        assert all((job.region, job.job_location, job.pay.text, job.total_job_openings, job.valid_through)), job.title
        assert all((job.employment_type, job.interview, job.talking_points, len(job.job_benefits) >= 3)), job.title


def test_no_card_breaks_the_law() -> None:
    texts = [text for job in jobs() for text in (job.title, job.requirements, job.talking_points, job.medical_check)]
    assert [] == [finding for text in texts for finding in read_cautions(text)]
    assert {18} == {job.age_min for job in jobs()}


def test_ids_do_not_depend_on_when_it_is_loaded() -> None:
    later = [a.job.id for a in sample_actions(NOW + 90_000_000) if isinstance(a, PutJob)]
    assert [job.id for job in jobs()] == later


def test_the_actions_survive_the_wire() -> None:
    actions = sample_actions(NOW)
    assert actions == [decode_action(encode_action(action)) for action in actions]


def test_loading_twice_changes_nothing() -> None:
    assert sample_actions(NOW) == missing_actions(Rows([]), NOW)
    assert [] == missing_actions(Rows(sample_actions(NOW)), NOW + 1)


def test_a_lineup_edited_by_the_user_is_left_alone() -> None:
    loaded = sample_actions(NOW)
    [again] = missing_actions(Rows([a for a in loaded if not (isinstance(a, PutJob) and a.job == jobs()[0])]), NOW)
    assert isinstance(again, PutJob)
    assert jobs()[0] == again.job
