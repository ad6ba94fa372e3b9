"""Where a job is, where files are, and what things are called."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.regions import locate
from kzg_desktop.importing.keys import job_id, organization_id
from kzg_desktop.importing.labels import JOB_LABELS
from kzg_desktop.paths import data_dir


@pytest.mark.parametrize(
    ("address", "region", "rest"),
    [
        ("山东省青岛市黄岛区前湾港路", "山东 青岛", "黄岛区前湾港路"),
        ("山东青岛黄岛区", "山东 青岛", "黄岛区"),
        ("潍坊市高新区", "山东 潍坊", "高新区"),
        ("烟台福山区", "山东 烟台", "福山区"),
        ("天津市武清区", "天津", "武清区"),
        ("北京市大兴区亦庄", "北京", "大兴区亦庄"),
        ("河北省廊坊市", "河北 廊坊", ""),
        ("内蒙古自治区包头市", "内蒙古 包头", ""),
        ("吉林省吉林市船营区", "吉林 吉林", "船营区"),
        ("延边朝鲜族自治州延吉市", "吉林 延边", "延吉市"),
        ("湖南省 长沙市", "湖南 长沙", ""),
        ("朝阳区建国路", "", "朝阳区建国路"),
        ("南京东路1号", "", "南京东路1号"),
        ("中山大道", "", "中山大道"),
        ("", "", ""),
    ],
)
def test_regions(address: str, region: str, rest: str) -> None:
    place = locate(address)
    assert (region, rest) == (place.region, place.rest)


def test_keys_do_not_depend_on_spelling() -> None:
    assert organization_id("样例（青岛）有限公司") == organization_id(" 样例(青岛)有限公司")
    assert job_id("样例厂", "SMT 操作员", "山东省潍坊市高新区") == job_id("样例厂", "smt操作员", "潍坊市高新区")
    assert job_id("样例厂", "普工", "潍坊市高新区") != job_id("样例厂", "普工", "潍坊市寒亭区")


def test_labels_are_fields_of_a_job() -> None:
    assert set(Job.__struct_fields__) - {"id", "employer_id", "version"} == set(JOB_LABELS)


def test_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZG_HOME", str(tmp_path / "home"))
    assert tmp_path / "home" == data_dir()
    assert tmp_path / "option" / "deep" == data_dir(str(tmp_path / "option" / "deep"))
    assert 0o700 == stat.S_IMODE((tmp_path / "home").stat().st_mode)
    monkeypatch.delenv("KZG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert "kzg-desktop" == data_dir().name
