from __future__ import annotations

import pytest
import segno

from kzg_desktop.domain.air_card import AirCard

URL = "https://hub.example.com/apply/019a8c52-7c1e-7b3a-9a51-0123456789ab"


@pytest.fixture
def qr() -> list[list[bool]]:
    """The modules of a code that holds `URL`."""
    code = segno.make(URL, error="m", micro=False)
    return [[bool(module) for module in row] for row in code.matrix_iter(border=4)]


@pytest.fixture
def card() -> AirCard:
    """A card of the usual length."""
    return AirCard(
        segment_id="s1",
        title="SMT 操作员",
        employer="聆谷声学（潍坊）有限公司",
        pay="5,500–7,000",
        pay_unit="元/月",
        place="山东省潍坊市高新区",
        shift="长白班 · 8:00-17:00",
        benefits=("免费食宿", "夫妻房", "无尘车间", "五险"),
        headcount=439,
        waiting_list=False,
    )


@pytest.fixture
def long_card() -> AirCard:
    """A card on which everything is as long as it ever gets: 40 characters of title, 12 long benefits."""
    return AirCard(
        segment_id="s2",
        title="新能源汽车动力电池模组自动化生产线夜班设备操作与品质巡检综合技术工人（可学徒转正）",
        employer="华北智能装备制造产业集团（天津滨海新区）新能源科技股份有限公司第三分公司",
        pay="15,500–17,000",
        pay_unit="元/月 底薪",
        place="天津市滨海新区经济技术开发区西区北大街一百二十八号智能制造产业园三号楼报到处",
        shift="两班倒 · 8:00-20:00 / 20:00-8:00，含两次用餐休息",
        benefits=tuple(f"{number}号福利高温补贴每月两百元另计" for number in range(12)),
        headcount=1439,
        waiting_list=False,
    )


@pytest.fixture
def wordy_card(long_card: AirCard) -> AirCard:
    """A card whose pay is a sentence and that has no seat left."""
    return AirCard(
        segment_id="s3",
        title=long_card.title,
        employer=long_card.employer,
        pay="小时工价21元，综合6000-7500元/月，满勤另奖300元",
        pay_unit="",
        place=long_card.place,
        shift=long_card.shift,
        benefits=long_card.benefits,
        headcount=0,
        waiting_list=True,
    )


@pytest.fixture
def bare_card() -> AirCard:
    """A card that says next to nothing."""
    return AirCard(
        segment_id="s4",
        title="普工",
        employer="",
        pay="薪资面议",
        pay_unit="",
        place="",
        shift="",
        benefits=(),
        headcount=None,
        waiting_list=False,
    )
