from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kzg_desktop.domain.adcheck import RULES, Finding, check_text
from kzg_desktop.widgets.findings_view import FindingsView, code_words, findings_text
from kzg_desktop.widgets.light import LightMark, light_words, paint_light
from kzg_desktop.widgets.tokens import DARK, LIGHT, Tokens


@pytest.fixture
def view(qtbot: QtBot) -> FindingsView:
    view = FindingsView()
    qtbot.addWidget(view)
    return view


def a_finding(code: str, words: str = "词", level: str = "block") -> Finding:
    return Finding(code=code, level=level, words=words, basis=RULES[code].basis, suggestion="改成这样")


def test_the_gravest_come_first_and_what_is_missing_after_words(view: FindingsView) -> None:
    view.show_findings([a_finding("AGECAP", level="warn"), a_finding("MISSING"), a_finding("SEX")])
    assert ["SEX", "MISSING", "AGECAP"] == [finding.code for finding in view.findings]
    assert "2 to change · 1 to look at" == view.summary


def test_real_findings_are_read_out_with_rule_words_suggestion_and_basis(view: FindingsView) -> None:
    (finding,) = check_text("只招男工")
    view.show_findings([finding])
    item = view.button(0).parentWidget()
    assert "Not to be shown like this: Sex: 只招男工" == item.accessibleName()
    assert f"{finding.suggestion} ({finding.basis})" == item.accessibleDescription()


def test_there_is_no_button_where_nothing_can_be_done(view: FindingsView) -> None:
    view.show()
    view.show_findings([a_finding("SEX")])
    assert view.button(0).isHidden()
    view.show_findings([a_finding("SEX")], place=lambda _field: "Shift")
    assert (False, "Go to the field") == (view.button(0).isHidden(), view.button(0).text())
    view.show_findings([a_finding("SEX")], usable=lambda _finding: True)
    assert "Use this wording" == view.button(0).text()


def test_fewer_findings_leave_none_of_the_old_ones(view: FindingsView) -> None:
    view.show_findings([a_finding("SEX"), a_finding("FEE"), a_finding("LOAN")])
    view.show_findings([])
    assert ([], "Nothing against this advertisement") == (view.findings, view.summary)


def test_every_rule_has_a_name(qapp: object) -> None:
    assert len(RULES) == len({code_words(code) for code in RULES})


def test_a_tooltip_stays_short(qapp: object) -> None:
    lines = findings_text([a_finding("FEE", f"押金{n}") for n in range(20)]).splitlines()
    assert (7, "…") == (len(lines), lines[-1])


def shape(light: str, tokens: Tokens) -> bytes:
    """Return which pixels the light covers, without their colours."""
    image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_light(painter, QRectF(image.rect()), light, tokens)
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_lights_differ_in_shape_and_not_in_colour_alone(qapp: object, tokens: Tokens) -> None:
    shapes = [shape(light, tokens) for light in ("ok", "warn", "block")]
    for one, other in ((0, 1), (1, 2), (0, 2)):
        pairs = zip(shapes[one], shapes[other], strict=True)
        assert sum(abs(a - b) > 128 for a, b in pairs) > 32 * 32 // 10


def test_a_light_says_what_it_means(qtbot: QtBot) -> None:
    mark = LightMark()
    qtbot.addWidget(mark)
    mark.show_light("warn")
    assert (light_words("warn"), "warn") == (mark.accessibleName(), mark.light)
    mark.show_light(None)
    assert ("", "") == (mark.accessibleName(), mark.toolTip())
