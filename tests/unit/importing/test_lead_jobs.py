"""Which job a lead is for: its title, the lineup, the city, the job asked for, the card on air."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kzg_desktop.domain.entities import AirSegment, Job, LineupItem
from kzg_desktop.errors import InvalidInput
from kzg_desktop.importing.lead_jobs import JobFinder, with_jobs
from kzg_desktop.importing.lead_row import LeadFields
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet


def job(id_: str, title: str, place: str = "山东 潍坊") -> Job:
    return Job(id=id_, employer_id=f"org-{id_}", hiring_organization=f"样例厂{id_}", title=title, region=place)


WELDER, OTHER, INSPECTOR = job("w", "焊装工"), job("o", "焊装工", "山东 青岛"), job("i", "SMT 操作员")


class Shelf:
    """A library of three jobs, two with one title."""

    def jobs(self) -> Sequence[Job]:
        return [WELDER, OTHER, INSPECTOR]

    def lineup(self, broadcast_id: str) -> Sequence[LineupItem]:
        return [LineupItem(id="1", broadcast_id=broadcast_id, job_id="o", employer_id="", position="a0")]

    def segments(self, broadcast_id: str) -> Sequence[AirSegment]:
        return [
            AirSegment(id="s", broadcast_id=broadcast_id, item_id="1", card=OTHER, started_at=100, ended_at=200),
            AirSegment(id="r", broadcast_id=broadcast_id, item_id="1", card=WELDER, started_at=300, rehearsal=True),
        ]


def found(title: str, *, broadcast: str = "", fallback: str = "", at: int = 0, city: str = "") -> LeadDraft:
    fields = LeadFields(phone="13800138000", title=title, received_at=at, city=city)
    draft = LeadDraft(sheet="表", row=2, fields=fields, cells=(), messages=())
    return JobFinder(Shelf(), broadcast_id=broadcast, fallback=fallback).found(draft)


@pytest.mark.parametrize("title", ["SMT 操作员", "smt操作员", "ＳＭＴ操作员"])
def test_a_title_is_found_in_any_spelling(title: str) -> None:
    assert ("i", "ok") == (found(title).job_id, found(title).status)


def test_of_one_title_lineup_and_city_decide() -> None:
    assert "o" == found("焊装工", broadcast="b").job_id
    assert ["w", "o"] == [found("焊装工", city=city).job_id for city in ("潍坊", "山东青岛市")]
    undecided = found("焊装工")
    assert ("", "error") == (undecided.job_id, undecided.status)
    assert "样例厂w" in str(undecided.messages[0])


def test_an_unknown_title_is_an_error_that_names_what_comes_near() -> None:
    unknown = found("SMT操作工")
    assert ("", "error") == (unknown.job_id, unknown.status)
    assert "SMT 操作员" in str(unknown.messages[0])


def test_the_job_asked_for_takes_what_has_none() -> None:
    assert ("w", "ok") == (found("", fallback="w").job_id, found("", fallback="w").status)
    assert ("w", "warning") == (found("司机", fallback="w").job_id, found("司机", fallback="w").status)
    assert "i" == found("SMT操作员", fallback="w").job_id
    with pytest.raises(InvalidInput, match="nope"):
        found("", fallback="nope")


@pytest.mark.parametrize(("at", "expected"), [(150, "o"), (250, ""), (350, ""), (0, "")])
def test_a_lead_for_any_job_is_for_the_card_on_air(at: int, expected: str) -> None:
    draft = found("", broadcast="b", at=at)
    assert (expected, "ok" if expected else "error") == (draft.job_id, draft.status)


def test_rows_with_errors_stay_as_they_are() -> None:
    [draft] = [found("司机")]
    sheet = LeadSheet(file="f", sheets=("表",), drafts=(draft,), skipped=(), messages=())
    assert sheet == with_jobs(sheet, JobFinder(Shelf()))
