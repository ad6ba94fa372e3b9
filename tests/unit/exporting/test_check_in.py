from __future__ import annotations

import os
import re
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.errors import StoreFull
from kzg_desktop.exporting.check_in import CheckInSheet, check_in_sheet, labels_for
from kzg_desktop.exporting.check_in_pages import check_in_pdf, write_check_in
from tests.fakes import NOON

SLOT = InterviewSlot(id="s1", employer_id="o1", starts_at=NOON + 7_200_000, capacity=300, place="潍坊 3 号门")


def somebody(n: int, name: str = "", job: str = "j1") -> Application:
    return Application(
        id=f"a{n}",
        n=n,
        broadcast_id="b1",
        job_id=job,
        employer_id="o1",
        job_title={"j1": "SMT 操作员", "j2": "总装操作工"}[job],
        received_at=NOON,
        name=name or f"张{n:03}",
        phone=f"139{n:08}",
    )


def sheet(count: int) -> CheckInSheet:
    return check_in_sheet(SLOT, map(somebody, range(count)), employer="歌澜声学", bring={}, language="zh")


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_line_has_the_last_four_digits_and_no_more() -> None:
    made = check_in_sheet(SLOT, [somebody(12_345_678)], employer="歌澜声学", bring={}, language="zh")
    assert ["5678"] == [line.phone_end for line in made.lines]
    assert "13912345678" not in repr(made)


def test_people_stand_by_job_and_name_and_are_numbered() -> None:
    rows = [somebody(1, "王五", "j2"), somebody(2, "赵六"), somebody(3, "李四")]
    made = check_in_sheet(SLOT, rows, employer="歌澜声学", bring={}, language="zh")
    assert [(1, "李四"), (2, "赵六"), (3, "王五")] == [(line.number, line.name) for line in made.lines]


def test_when_is_said_in_chinas_time() -> None:
    assert "2026年9月1日 周二 14:00–15:00" == sheet(0).when


def test_what_the_jobs_ask_for_is_said_once_each() -> None:
    rows = [somebody(1), somebody(2), somebody(3, job="j2")]
    bring = {"j1": "身份证原件", "j2": "技能证书"}
    made = check_in_sheet(SLOT, rows, employer="歌澜声学", bring=bring, language="zh")
    assert "身份证原件；技能证书" == made.bring
    assert "本人身份证原件" == sheet(1).bring


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (200, 10)])
def test_two_hundred_names_take_as_many_pages_as_they_need(qapp: object, count: int, expected: int) -> None:
    assert expected == pages(check_in_pdf([sheet(count)], labels_for("zh")))


def test_each_list_begins_on_a_page_of_its_own_with_fonts_inside(qapp: object) -> None:
    pdf = check_in_pdf([sheet(3), sheet(2)], labels_for("zh"))
    assert 2 == pages(pdf)
    assert b"/FontFile" in pdf


def test_a_file_that_cannot_be_written_says_so(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(StoreFull):
        write_check_in([sheet(1)], labels_for("en"), tmp_path / "nowhere" / "list.pdf")
