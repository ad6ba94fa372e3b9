from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.widgets.card_layout import lay_out_card
from kzg_desktop.widgets.empty_state import EmptyState


def job(**fields: object) -> Job:
    return Job(id="j1", employer_id="o1", hiring_organization="海岳重工", title="焊装工", **fields)


def texts(job: Job) -> list[str]:
    return [block.text for block in lay_out_card(job, QSizeF(480, 600), QFont())]


@pytest.mark.parametrize("width", [360, 420, 480, 590, 900])
def test_the_pay_is_one_line_within_the_card(qapp, width: int) -> None:
    pay = Pay(month_min_yuan=15_500, month_max_yuan=17_000)
    blocks = lay_out_card(job(pay=pay), QSizeF(width, 600), QFont())
    headline = next(block for block in blocks if block.text.startswith("¥"))
    assert "¥ 15,500–17,000 / month" == headline.text
    assert width >= QFontMetricsF(headline.font).horizontalAdvance(headline.text)


def test_no_line_of_the_talking_points_is_cut_in_half(qapp) -> None:
    told = job(board="包吃住", shift="长白班", talking_points="车间有中央空调，冬暖夏凉。" * 12)
    for height in range(150, 400, 7):
        blocks = lay_out_card(told, QSizeF(360, height), QFont())
        facts = [block.rect.bottom() for block in blocks if block.text == "包吃住"]  # none where the font is tall
        points = [block.rect.bottom() for block in blocks if facts and block.rect.top() > facts[0]]
        assert height >= max(points, default=0)


def test_no_fact_is_cut_in_half_where_there_is_no_room_for_it(qapp) -> None:
    told = job(board="包吃住", shift="长白班", requirements="身份证原件、银行卡", interview="每日 9:00、14:00")
    for height in range(120, 300, 7):
        blocks = lay_out_card(told, QSizeF(280, height), QFont())
        assert height >= max(block.rect.bottom() for block in blocks)


def test_board_and_lodging_are_not_said_twice(qapp) -> None:
    assert "免费食宿；有夫妻房" in texts(job(board="免费食宿", lodging="免费食宿；有夫妻房"))
    assert "包吃住" in texts(job(board="包吃住", lodging="包吃住"))
    assert "免费 · 免费住宿" in texts(job(board="免费", lodging="免费住宿"))


def test_enter_presses_the_button_of_an_empty_place(qtbot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.say("还没有直播", "", "新建直播")
    empty.show()
    with qtbot.waitSignal(empty.activated):
        QTest.keyClick(empty.findChild(QPushButton), Qt.Key.Key_Return)
