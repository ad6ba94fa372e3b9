"""A drawer over the HR desk in memory, and what stories about it share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.drawer import ApplicantDrawer
from tests.gui.fake_hiring import FakeHiringDesk, the_one

__all__ = ["Dialler", "Drawn", "a_dialog", "drawn", "settled"]


class Dialler(QObject):
    """Takes the numbers that would be dialled."""

    def __init__(self) -> None:
        super().__init__()
        self.dialled: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.dialled.append(url.path())


class Drawn:
    """A drawer and what it said."""

    def __init__(self, drawer: ApplicantDrawer, desk: FakeHiringDesk, dialler: Dialler) -> None:
        self.drawer, self.desk = drawer, desk
        self.said: list[tuple[str, str, Callable[[], object] | None]] = []
        self.failed: list[BaseException] = []
        self.moved_on = 0
        self.jobs: list[str] = []
        self.jumps: list[int] = []
        self.dialled = dialler.dialled
        drawer.said.connect(lambda *said: self.said.append(said))
        drawer.failed.connect(self.failed.append)
        drawer.next_requested.connect(self._on_next)
        drawer.job_requested.connect(self.jobs.append)
        drawer.applicant_requested.connect(self.jumps.append)

    async def show(self, name: str) -> Application:
        """Show that applicant, and wait until it shows."""
        row = the_one(self.desk, name)
        self.drawer.show_applicant(row.n)
        await settled(lambda: self.drawer.who.name.isVisible() and self.drawer.who.name.text() == row.name)
        return row

    @property
    def offered(self) -> list[str]:
        """The words of what can be done, without what is only minor."""
        return [choice.words for choice in self.drawer.panel.choices if not choice.minor]

    def did(self) -> list[str]:
        """Return what was done, by kind of action."""
        return [type(action).__name__ for action in self.desk.acted]

    def _on_next(self) -> None:
        self.moved_on += 1


@asynccontextmanager
async def drawn(desk: FakeHiringDesk, tasks: Tasks, clock: Clock | None = None) -> AsyncIterator[Drawn]:
    """A drawer on screen as long as the story lasts; *clock* is this computer's, if it is not right."""
    dialler = Dialler()
    QDesktopServices.setUrlHandler("tel", dialler, "take")
    drawer = ApplicantDrawer(desk, tasks, clock or desk.clock)
    drawer.resize(380, 900)
    drawer.show()
    try:
        yield Drawn(drawer, desk, dialler)
    finally:
        QDesktopServices.unsetUrlHandler("tel")
        drawer.stop()
        drawer.close()
        drawer.deleteLater()


async def settled(condition: Callable[[], object], timeout_s: float = 5.0) -> None:
    """Wait until *condition* holds."""
    async with asyncio.timeout(timeout_s):
        while not condition():
            await asyncio.sleep(0.002)


async def a_dialog(kind: type[QDialog]) -> QDialog:
    """Return the dialog of that kind, once it is open."""

    def find() -> QDialog | None:
        opened = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
        return next(opened, None)

    await settled(find)
    found = find()
    assert found is not None
    return found
