"""The phrases of an agency's sheet as agencies send it, the unlawful ones among them."""

from __future__ import annotations

from kzg_desktop.domain.adcheck import check_text

CELLS = """
派遣
正式工
劳务外包
小时工价21元；6000-7500元/月
底薪2200+绩效；5500—7000
19.5元/时；5000左右
计件；4500-6500
底薪2590+加班；6800-8200
长白班/两班倒
白班8:00-17:30
三班两运转
四班两运转
餐补12元/天
免费食宿；有夫妻房
住宿60元/月；水电自理
福利食堂
中央空调车间，高温补贴200元/月
每日9:00、13:30
周一至周六 8:30
随到随面
周二、周四9:30
视力5.0以上
有焊工证优先，返费：满30天返1500元
需办健康证，费用公司报销
穿无尘服；养老补贴
男女不限
"""

UNLAWFUL = {
    "限女性，35岁以下": [("SEX", "限女性"), ("AGECAP", "35岁以下")],
    "服装押金200元，离职退": [("FEE", "服装押金")],
    "26元/小时；月入过万": [("BAIT", "月入过万")],
    "16-45岁": [("MINOR", "16-45岁"), ("AGECAP", "16-45岁")],
}


def brief(text: str) -> list[tuple[str, str]]:
    return [(f.code, f.words) for f in check_text(text)]


def test_ordinary_cells_pass() -> None:
    cells = CELLS.split("\n")
    assert {} == {cell: brief(cell) for cell in cells if brief(cell)}
    assert [] == brief(CELLS)


def test_unlawful_cells_are_found() -> None:
    assert UNLAWFUL == {cell: brief(cell) for cell in UNLAWFUL}
