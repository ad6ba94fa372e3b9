from __future__ import annotations

import math
from itertools import combinations

import msgspec
import pytest
import zxingcpp
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QLinearGradient, QPainter

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.widgets.overlay_layout import lay_out_overlay, safe_area
from kzg_desktop.widgets.overlay_painter import overlay_image, paint_overlay, png_bytes
from kzg_desktop.widgets.overlay_parts import Mark
from tests.gui.output.conftest import URL

LAYOUTS = ("lower-third", "full-card", "ticker")
SIZES = [(1920, 1080), (1280, 720), (1080, 1920), (720, 1280)]
CARDS = ["card", "long_card", "wordy_card", "bare_card"]
everywhere = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
every_layout = pytest.mark.parametrize("layout", LAYOUTS)
every_card = pytest.mark.parametrize("name", CARDS)


@pytest.fixture
def named(request: pytest.FixtureRequest, name: str) -> AirCard:
    return request.getfixturevalue(name)


def texts(marks: tuple[Mark, ...]) -> list[Mark]:
    return [mark for mark in marks if mark.shape == "text"]


def said(marks: tuple[Mark, ...]) -> str:
    return "".join("".join(mark.text for mark in texts(marks)).split())


def expected_words(card: AirCard, layout: str) -> list[str]:
    seats = "候补报名中" if card.waiting_list else "" if card.headcount is None else f"剩 {card.headcount:,} 人"
    shift = card.shift if layout == "full-card" else ""
    every = (card.pay, card.pay_unit, card.title, card.employer, card.place, seats, shift, *card.benefits[:3])
    return ["".join(text.split()) for text in (*every, "扫码报名")]


@everywhere
@every_layout
@every_card
def test_every_word_is_there_within_the_safe_area(qapp, named: AirCard, size, layout: str) -> None:
    marks = lay_out_overlay(QSizeF(*size), named, 41, layout)
    assert [] == [words for words in expected_words(named, layout) if words not in said(marks)]
    area = safe_area(QSizeF(*size)).adjusted(-0.5, -0.5, 0.5, 0.5)
    assert [] == [mark for mark in marks if not area.contains(mark.rect)]
    for mark in texts(marks):
        assert mark.rect.width() + 0.5 >= QFontMetricsF(mark.font).horizontalAdvance(mark.text)


@everywhere
@every_layout
@every_card
def test_no_text_is_too_small_or_on_another(qapp, named: AirCard, size, layout: str) -> None:
    found = texts(lay_out_overlay(QSizeF(*size), named, 41, layout))
    assert math.ceil(28 * min(size) / 1080) <= min(mark.font.pixelSize() for mark in found)
    for one, other in combinations(found, 2):
        assert not one.rect.adjusted(1, 1, -1, -1).intersects(other.rect.adjusted(1, 1, -1, -1))


@everywhere
@every_layout
@every_card
def test_the_pay_is_the_largest_and_the_job_comes_next(qapp, named: AirCard, size, layout: str) -> None:
    found = texts(lay_out_overlay(QSizeF(*size), named, 41, layout))
    pay = max(mark.font.pixelSize() for mark in found if mark.text in named.pay)
    title = max(mark.font.pixelSize() for mark in found if mark.text in named.title)
    assert pay == max(mark.font.pixelSize() for mark in found)
    assert pay > title
    facts = [mark for mark in found if mark.text and mark.text in named.employer + named.place]
    assert title >= max((mark.font.pixelSize() for mark in facts), default=0)


@everywhere
@every_layout
def test_an_absurdly_long_title_gets_tiny_rather_than_cut(qapp, long_card: AirCard, size, layout: str) -> None:
    absurd = msgspec.structs.replace(long_card, title=long_card.title * 6)
    marks = lay_out_overlay(QSizeF(*size), absurd, 41, layout)
    assert absurd.title in said(marks)
    area = safe_area(QSizeF(*size)).adjusted(-0.5, -0.5, 0.5, 0.5)
    assert [] == [mark for mark in marks if not area.contains(mark.rect)]


@every_layout
def test_without_a_code_nothing_asks_to_scan_one(qapp, card: AirCard, layout: str) -> None:
    marks = lay_out_overlay(QSizeF(1920, 1080), card, 0, layout)
    assert "扫码报名" not in said(marks)
    assert {"qr", "plate"}.isdisjoint(mark.shape for mark in marks)


def test_strips_on_an_upright_picture_leave_the_comments_free(qapp, card: AirCard) -> None:
    for layout in ("lower-third", "ticker"):
        bottom = max(mark.rect.bottom() for mark in lay_out_overlay(QSizeF(1080, 1920), card, 41, layout))
        assert 1536 == pytest.approx(bottom)


@everywhere
@every_layout
def test_the_code_can_be_scanned_off_the_picture(qapp, card: AirCard, qr, size, layout: str) -> None:
    found = zxingcpp.read_barcodes(gray(on_video(overlay_image(QSize(*size), card, qr, layout))))
    assert [URL] == [code.text for code in found]


@every_layout
def test_only_the_card_is_painted(qapp, card: AirCard, qr, layout: str) -> None:
    image = overlay_image(QSize(1280, 720), card, qr, layout)
    assert QImage.Format.Format_ARGB32 == image.format()
    painted = QRectF()
    for mark in lay_out_overlay(QSizeF(1280, 720), card, len(qr), layout):
        painted = painted.united(mark.rect)
    outside = [(x, y) for x in range(0, 1280, 16) for y in range(0, 720, 16) if not painted.contains(x, y)]
    assert {0} == {image.pixelColor(x, y).alpha() for x, y in outside}
    assert 255 in {image.pixelColor(x, int(painted.center().y())).alpha() for x in range(0, 1280, 4)}


def test_with_nothing_on_air_the_picture_is_transparent(qapp, qr) -> None:
    image = overlay_image(QSize(320, 180), None, qr, "lower-third")
    assert bytes(320 * 180 * 4) == bytes(image.constBits())


def test_the_panel_lets_the_video_through_but_not_a_key_colour(qapp, card: AirCard) -> None:
    within = safe_area(QSizeF(1280, 720)).toRect().bottomRight()
    seen = [
        overlay_image(QSize(1280, 720), card, [[True] * 41] * 41, "lower-third", opaque=opaque)
        .pixelColor(within.x() - 20, within.y() - 6)
        .alpha()
        for opaque in (False, True)
    ]
    assert 255 > seen[0] > 200
    assert 255 == seen[1]


def test_it_paints_onto_whatever_is_there(qapp, card: AirCard, qr) -> None:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    paint_overlay(painter, image.size(), card, qr, "ticker", opaque=True)
    painter.end()
    assert QColor("#00ff00") == image.pixelColor(5, 5)
    assert QColor("#00ff00") != image.pixelColor(640, 640)


def test_a_png_is_read_back_as_it_was(qapp, card: AirCard, qr) -> None:
    image = overlay_image(QSize(641, 361), card, qr, "full-card")
    again = QImage.fromData(png_bytes(image), "PNG")
    assert image == again.convertToFormat(QImage.Format.Format_ARGB32)


def on_video(overlay: QImage) -> QImage:
    image = QImage(overlay.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene = QLinearGradient(0, 0, image.width(), image.height())
    for place, color in ((0, "#2b3a4a"), (0.5, "#b59a7a"), (1, "#1c2a2a")):
        scene.setColorAt(place, QColor(color))
    painter.fillRect(image.rect(), scene)
    painter.drawImage(0, 0, overlay)
    painter.end()
    return image


def gray(image: QImage) -> memoryview:
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = b"".join(bytes(plain.constScanLine(y))[: plain.width()] for y in range(plain.height()))
    return memoryview(lines).cast("B", (plain.height(), plain.width()))
