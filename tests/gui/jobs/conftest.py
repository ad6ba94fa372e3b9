"""The job library over a desk in memory, and spreadsheets to import."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtWidgets import QApplication

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs.page import JobsPage
from kzg_desktop.ui.keymap import Keymap
from tests.gui.fake_desk import FakeClock, FakeDesk

OpenedPage = Callable[[], AbstractAsyncContextManager[JobsPage]]

HEADER = ["企业名称", "岗位名称", "招聘人数", "综合薪资", "年龄要求", "工作地点", "备注"]
ROWS = [
    ["安和机械", "车工", 20, "6000-7500元/月", "18-45岁", "山东省青岛市黄岛区", "中央空调"],
    ["安和机械", "铣工", "若干", "月入过万", "18-50", "山东省青岛市黄岛区", ""],
    ["", "", 5, "5000", "", "", ""],
    ["海岳重工", "焊装工", 120, "7500-9000", "18-50", "山东烟台开发区", ""],
]


@pytest.fixture
def checks(qapp: QApplication, tasks: Tasks, clock: FakeClock) -> AdChecks:
    """The advertisement check, in the background only where a test runs the loop."""
    return AdChecks(tasks, clock)


@pytest.fixture
def opened(desk: FakeDesk, tasks: Tasks, clock: FakeClock) -> OpenedPage:
    """Return what opens the page for as long as a story needs it."""

    @asynccontextmanager
    async def open_page() -> AsyncIterator[JobsPage]:
        page = JobsPage(desk, tasks, clock, Keymap())
        page.resize(1300, 800)
        page.show()
        page.activateWindow()
        page.setFocus()
        try:
            yield page
        finally:
            page.stop()
            page.close()
            page.deleteLater()

    return open_page


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A small job sheet: title, header, two good rows, one without an employer, one job that is there, a total."""
    path = tmp_path / "岗位表.xlsx"
    write_sheet(path, ROWS)
    return path


def write_sheet(path: Path, rows: list[list[object]]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("岗位汇总")
        page.write_row(0, 0, ["九月岗位表"])
        page.write_row(1, 0, HEADER)
        for number, row in enumerate(rows, 2):
            page.write_row(number, 0, row)
        page.write_row(2 + len(rows), 0, ["合计", "", 145])
