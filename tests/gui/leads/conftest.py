"""The import of leads over a desk in memory, with a hub that takes leads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from kzg_desktop.hiring_services import Office
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.leads.dialog import LeadImportDialog
from tests.fake_leads import FakeLeadHub
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FakeHiringDesk, FakeOffice, sample_hiring

OpenedImport = Callable[[], AbstractAsyncContextManager[LeadImportDialog]]

HEADER = "线索ID,姓名,手机号,性别,意向城市,意向岗位,提交时间,来源"
ROWS = (
    "L1,陈军,13800138001,男,烟台,焊装工,2026/8/30 11:57,直播间",
    "L2,郭艳,+86 138-0013-8002,女,,焊装工,2026/8/30 12:05,直播间",
    "L3,何晓,138001380,,,焊装工,2026/8/30 12:06,直播间",
    "L4,李敏,13800138004,,,不限,2026/8/30 12:07,短视频",
    "L5,陈军,13800138001,,,焊装工,2026/8/30 12:08,直播间",
)


class LeadOffice(FakeLeadHub, FakeOffice):
    """An office that takes leads."""

    def __init__(self) -> None:
        FakeOffice.__init__(self)
        FakeLeadHub.__init__(self)


def write_leads(path: Path, rows: tuple[str, ...] = ROWS, *, encoding: str = "utf-8-sig") -> Path:
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding)
    return path


@pytest.fixture
def hiring(clock: FakeClock) -> FakeHiringDesk:
    """A desk of two employers; 焊装工 is a job of only one of them."""
    return sample_hiring(clock)


@pytest.fixture
def office() -> LeadOffice:
    return LeadOffice()


@pytest.fixture
def leads(tmp_path: Path) -> Path:
    """Five leads: two good ones, one without a usable phone, one for any job, one repeated; 性别 is not kept."""
    return write_leads(tmp_path / "线索.csv")


@pytest.fixture
def opened(hiring: FakeHiringDesk, tasks: Tasks, clock: FakeClock, office: LeadOffice) -> OpenedImport:
    """Return what opens the import for as long as a story needs it; `away` as its office means no connection."""

    @asynccontextmanager
    async def open_dialog(**options: Any) -> AsyncIterator[LeadImportDialog]:
        page = QWidget()
        there: Office | None = options.get("office", office)
        dialog = LeadImportDialog(hiring, tasks, clock, lambda: there, page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        tester = QAbstractItemModelTester(dialog.preview.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
        dialog.open()
        try:
            yield dialog
        finally:
            tester.deleteLater()
            page.deleteLater()

    return open_dialog
