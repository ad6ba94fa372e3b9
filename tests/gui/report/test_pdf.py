"""Documents on paper: every row on exactly one page, the head on each, fonts inside, nothing beyond the margins."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kzg_desktop.review.documents.blocks import Column, Document, Grid, Heading, Words
from kzg_desktop.review.documents.report import About, report
from kzg_desktop.review.whole import Review
from kzg_desktop.ui.report import grid
from kzg_desktop.ui.report.layout import laid_out
from kzg_desktop.ui.report.paper import BODY, PAGE
from kzg_desktop.ui.report.pdf import page_picture, pdf_of
from tests.gui.review.campaign import EVENING

pytestmark = pytest.mark.usefixtures("qapp")

COLUMNS = (Column("岗位卡", 3), Column("报名", 1, number=True), Column("说明", 4))


def a_document(*blocks) -> Document:
    return Document(title="复盘", blocks=blocks, footer="测试", page="第 {page} 页，共 {pages} 页")


def rows(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple((f"岗位 {n}", f"{n}", "一句话" * (n % 40)) for n in range(count))


@pytest.mark.parametrize("count", [0, 1, 4, 39, 40, 41, 42, 200])
def test_every_row_is_painted_once_and_the_head_on_each_page(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    painted: list[tuple[int, int, float]] = []
    monkeypatch.setattr(
        grid, "paint_rows", lambda _painter, strip, laid, at, n: painted.append((at, n, strip.bottom()))
    )
    table = Grid(columns=COLUMNS, rows=rows(count), total=("合计", "1", ""), empty="无")
    pages = laid_out(a_document(Heading("表"), table))
    for page in pages:
        before = len(painted)
        for paint in page.paints[-1:]:
            paint(None)
        assert 1 == len(painted) - before
    shown = [row for at, n, _bottom in painted for row in range(at, at + n)]
    assert list(range(count + 1 if count else 0)) == shown
    assert all(bottom <= BODY.bottom() + 0.01 for _at, _n, bottom in painted)
    if len(painted) > 1:
        assert min(n for _at, n, _bottom in painted) >= grid.COMPANY


def test_a_heading_goes_with_what_follows() -> None:
    filler = [Words("字\n" * 20) for _ in range(2)]
    for lines in range(1, 30):
        pages = laid_out(
            a_document(*filler, Words("字\n" * lines), Heading("标题"), Grid(columns=COLUMNS, rows=rows(3)))
        )
        assert [] == [page for page in pages if not page.paints]
        assert 2 <= len(pages[-1].paints)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_pdf_has_its_fonts_inside_and_only_the_signs_that_it_uses(whole: Review, language: str) -> None:
    told: list[tuple[int, int]] = []
    content = pdf_of(
        report(whole, About(language=language, made_at=EVENING)), lambda done, total: told.append((done, total))
    )
    assert content.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", content))
    assert [(n, pages) for n in range(pages)] == [found for found in told if found[1]]
    assert 3 <= pages <= 6
    assert b"/FontFile" in content
    descriptors, files = content.count(b"/Type /FontDescriptor"), len(re.findall(rb"/FontFile[23]? ", content))
    assert descriptors == files > 0
    assert len(content) < 400_000  # the whole font has 16 MB


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's tools")
def test_the_text_of_a_pdf_can_be_searched(whole: Review, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(report(whole, About(language="zh", made_at=EVENING))))
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
    text = unicodedata.normalize("NFKC", done.stdout.decode())  # Qt takes the radical ⼝ for the letter 口
    assert "SMT 操作员" in text
    assert "统计口径" in text


def test_what_is_painted_may_be_stopped(whole: Review) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done:
            raise Enough

    with pytest.raises(Enough):
        pdf_of(report(whole, About(language="zh", made_at=EVENING)), stop)


def test_a_page_as_a_picture(whole: Review, qapp: QApplication) -> None:
    document = report(whole, About(language="zh", made_at=EVENING))
    picture, pages = page_picture(document, 0, 300, 2.0)
    assert (600, 2.0) == (picture.width(), picture.devicePixelRatio())
    assert pytest.approx(PAGE.height() / PAGE.width(), abs=0.01) == picture.height() / picture.width()
    colors = {picture.pixelColor(x, y).name() for x in range(0, 600, 7) for y in range(0, picture.height(), 7)}
    assert "#1f66e5" in colors  # the bar of the cover
    assert len(colors) > 5
    last, _pages = page_picture(document, 99, 300)
    assert last != picture
    assert pages > 1
