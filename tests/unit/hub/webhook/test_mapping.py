"""From bodies to leads: the shapes of the platforms, and that nothing which is sent makes the mapping fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.hub.webhook.dotted import MISSING, at, parsed, text_of
from kzg_desktop.hub.webhook.mapping import FoundLead, Wanted, challenge_of, leads_in, phones_in
from kzg_desktop.hub.webhook.sources import load_sources

SOURCES = load_sources(Path("/nonexistent"), {})
NOW = 1_790_000_000_000  # 2026-09-21 22:13:20 in China


def found(source: str, body: Any) -> list[FoundLead]:
    return leads_in(SOURCES[source], body, NOW)


def test_an_ocean_engine_lead_is_read_and_sex_and_wechat_are_not() -> None:
    lead = {
        "id": 7081234567890123456,
        "req_id": "20260921",
        "name": "王小明",
        "telphone": "１３８ 0013 8000",
        "weixin": "wx-wang",
        "gender": "男",
        "age": 28,
        "province_name": "山东",
        "city_name": "潍坊",
        "create_time": "2026-09-21 22:00:00",
        "module_name": "报名",
        "remark_dict": {"意向岗位": "总装操作工", "到岗时间": "2026-10-08"},
    }
    [one] = found("oceanengine", lead)
    assert ("7081234567890123456", "王小明", "13800138000") == (one.external_id, one.name, one.phone)
    assert ("25–34", "潍坊", "2026-10-08") == (one.age_band, one.city, one.available_from)
    assert (NOW - 800_000, Wanted("", "总装操作工")) == (one.at, one.job)
    assert "wx-wang" not in repr(one).partition("part=")[0]
    two = found("oceanengine", {"data": [lead, {"telphone": 13900139000.0}]})
    assert ["13800138000", "13900139000"] == [lead.phone for lead in two]
    assert [one.at, NOW] == [lead.at for lead in two]
    assert {"data": [lead]} == two[0].part, "each is kept without the others"


def test_douyin_content_may_be_text() -> None:
    content = {"clue_id": "c1", "name": "李华", "telphone": "13800138000", "create_time": 1789999000}
    for sent in (content, json.dumps(content)):
        [lead] = found("douyin", {"event": "clue", "content": sent})
        assert ("c1", "李华", "13800138000", 1_789_999_000_000) == (lead.external_id, lead.name, lead.phone, lead.at)


@pytest.mark.parametrize(
    ("asked", "expected"), [(12345, {"challenge": 12345}), ("abc", {"challenge": "abc"}), ({}, None), (True, None)]
)
def test_only_a_short_challenge_is_echoed(asked: object, expected: object) -> None:
    body = {"event": "verify_webhook", "content": {"challenge": asked}}
    assert expected == challenge_of(SOURCES["douyin"], body)
    assert challenge_of(SOURCES["kuaishou"], body) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-09-21 22:13:20", NOW),
        ("2026-09-21T14:13:20Z", NOW),
        ("2026/09/21 22:13", NOW - 20_000),
        ("20260921221320", NOW),
        (1789999999, NOW - 1000),
        (1789999999999, NOW - 1),
        ("2030-01-01 00:00:00", NOW),
        ("2020-01-01 00:00:00", NOW),
        ("0000-99-99", NOW),
        ("", NOW),
    ],
)
def test_times_in_many_forms_and_never_in_the_future(told: object, expected: int) -> None:
    [lead] = found("generic", {"phone": "13800138000", "at": told})
    assert expected == lead.at


@pytest.mark.parametrize(
    ("age", "expected"),
    [(15, ""), (16, "16–17"), (18, "18–24"), ("３４岁", "25–34"), (44, "35–44"), (54, "45–54"), (99, "55+"), ("x", "")],
)
def test_an_age_becomes_a_band(age: object, expected: str) -> None:
    [lead] = found("generic", {"phone": "13800138000", "age": age})
    assert expected == lead.age_band


def test_every_phone_in_a_body_is_found() -> None:
    body = {"a": "电话+86 138-0013-8000，或者１３９００１３９０００", "13700137000": [15000150000], "id": 113800138000}
    expected = {"13800138000", "13900139000", "13700137000", "15000150000"}
    assert expected == phones_in(json.dumps(body).encode())
    assert {"13800138000"} == phones_in(b"\xff 13800138000 {")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
NAMES = [
    "data",
    "content",
    "leads",
    "id",
    "phone",
    "telphone",
    "name",
    "age",
    "at",
    "create_time",
    "remark_dict",
    "job",
]
SHAPED = st.recursive(
    JSON, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner), max_leaves=12
)


@given(body=SHAPED, name=st.sampled_from(sorted(SOURCES)))
def test_mapping_never_raises_and_what_it_finds_can_be_stored(body: Any, name: str) -> None:
    source = SOURCES[name]
    challenge_of(source, body)
    for lead in leads_in(source, body, NOW):
        texts = [lead.external_id, lead.name, lead.phone, lead.city, lead.age_band, lead.available_from]
        assert all(text.isprintable() and len(text) <= 200 for text in [*texts, lead.job.id, lead.job.title])
        assert lead.at <= NOW
        json.dumps(lead.part)


@given(raw=st.binary() | st.text().map(str.encode) | SHAPED.map(lambda v: json.dumps(v).encode()))
def test_any_bytes_can_be_parsed_and_searched(raw: bytes) -> None:
    parsed(raw)
    phones_in(raw)


@given(value=JSON, path=st.text() | st.sampled_from(["", "0", "a.b", "data.0.phone", "٣"]))
def test_looking_up_never_raises(value: Any, path: str) -> None:
    result = at(value, path)
    assert isinstance(text_of(result), str)


def test_hostile_bodies_are_no_json() -> None:
    for raw in (b"[" * 200_000, b'{"a":' * 50_000, b"\xff", b"", b"{", b'"\xed\xa0\x80"'):
        assert parsed(raw) is MISSING
    assert "" == text_of(parsed(b"1" * 5_000)), "a number that is too large is no text"
    assert "a b" == text_of("a\0 \u200bb\n")
