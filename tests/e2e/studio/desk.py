"""A desk without a window: plain state on the test's own loop, moved by the control API as the real one is."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from msgspec import structs

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.studio.state import CardClock, ControlState, Outcome, Slot

TITLES = ("总装操作工", "SMT 操作员", "焊装工")
DONE = Outcome(code="done")


class FakeDesk:
    """Three cards. ``refuse`` is what a take answers instead; ``gate`` holds commands while it is not set."""

    def __init__(self) -> None:
        self.on_air: int | None = None
        self.next: int | None = 1
        self.planned_s = 300
        self.revision = 0
        self.calls: list[tuple[str, object]] = []
        self.refuse: Outcome | None = None
        self.fail: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.thread = threading.current_thread()
        self.changed: Callable[[], None] = lambda: None

    def state(self) -> ControlState:
        assert threading.current_thread() is self.thread
        clock = CardClock(elapsed_s=192, planned_s=self.planned_s, over_s=192 - self.planned_s, phase="ok")
        return ControlState(
            revision=self.revision,
            broadcast_id="live-1",
            broadcast="华北专场",
            mode="on_air",
            on_air=self._slot(self.on_air),
            clock=clock if self.on_air else None,
            next=self._slot(self.next),
            applications=312,
        )

    async def take(self, trigger: str) -> Outcome:
        await self._called("take", trigger)
        if self.refuse is not None:
            return self.refuse
        if self.next is None:
            return Outcome(code="nothing-next")
        self.on_air, self.next = self.next, self.next + 1 if self.next < len(TITLES) else None
        return self._done()

    async def clear(self, trigger: str) -> Outcome:
        await self._called("clear", trigger)
        if self.on_air is None:
            return Outcome(code="nothing-on-air")
        self.on_air = None
        return self._done()

    async def cue_following(self) -> Outcome:
        await self._called("next", None)
        return self._cue((self.next or 0) + 1)

    async def cue_preceding(self) -> Outcome:
        await self._called("previous", None)
        return self._cue((self.next or 0) - 1)

    async def cue(self, number: int) -> Outcome:
        await self._called("cue", number)
        return self._cue(number)

    async def add_time(self, seconds: int) -> Outcome:
        await self._called("add-time", seconds)
        self.planned_s += seconds
        return self._done()

    async def _called(self, name: str, value: object) -> None:
        assert threading.current_thread() is self.thread
        self.calls.append((name, value))
        if self.fail is not None:
            raise self.fail
        await self.gate.wait()

    def _cue(self, number: int) -> Outcome:
        if not 1 <= number <= len(TITLES):
            return Outcome(code="nothing-next", detail=f"there are {len(TITLES)} cards")
        self.next = number
        return self._done()

    def _done(self) -> Outcome:
        self.revision += 1
        self.changed()
        return DONE

    def _slot(self, number: int | None) -> Slot | None:
        if number is None:
            return None
        title = TITLES[number - 1]
        return Slot(item_id=f"i-{number}", number=number, title=title, employer="北辰电子", pay="5,500–7,000 元/月")


CARD = AirCard(
    segment_id="s-1",
    title="SMT 操作员",
    employer="聆谷声学科技（潍坊）股份有限公司",
    pay="5,500–7,000",
    pay_unit="元/月",
    place="山东省潍坊市高新区东方路",
    shift="长白班 · 8:00-17:30",
    benefits=("免费食宿", "夫妻房", "无尘车间", "中央空调"),
    headcount=439,
    waiting_list=False,
)
OTHER = structs.replace(CARD, segment_id="s-2", title="焊装工", pay="7,000–9,000", headcount=None, waiting_list=True)
LONG = structs.replace(
    CARD,
    segment_id="s-3",
    title="新能源汽车动力电池模组自动化产线装配检测与包装一体化综合操作技术员（夜班补贴另计）",
    employer="华北智能装备制造产业集团潍坊高新技术开发区第二精密电子科技股份有限公司",
    pay="小时工价21元，综合6000-7500元/月",
    pay_unit="",
    place="山东省潍坊市高新技术产业开发区东方路与健康东街交叉口向北三百米路西产业园二期",
    shift="两班倒 · 8:00-20:00 / 20:00-8:00，含两次用餐休息",
    benefits=(
        "免费食宿四到六人间空调热水器",
        "高温补贴每月二百元按月发放到账",
        *(f"第{n}项福利" for n in range(3, 13)),
    ),
)
SIGN_UP = "https://hub.example.com/apply/0198f3c2-7a11-7c3e-9d7e-2f6b1c0d9e55"
