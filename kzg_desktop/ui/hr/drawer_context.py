"""What all parts of the drawer share: whom it shows, what the user may, and how names are written now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.drawer_acts import ApplicantActs, Deed
from kzg_desktop.ui.hr.drawer_file import ApplicantFile, Opened
from kzg_desktop.ui.hr.drawer_who import Moment

__all__ = ["DrawerContext", "DrawerPart"]


class DrawerContext:
    """Desk, clock, the applicant's file and the acts about it; dialogs open over *window*."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, window: QWidget) -> None:
        self.desk = desk
        self.tasks = tasks
        self.clock = clock
        self.window = window
        self.masked = False
        self.file = ApplicantFile(desk, tasks, window)
        self.acts = ApplicantActs(desk, tasks, clock, window)

    @property
    def opened(self) -> Opened | None:
        """The applicant's file, None while none is shown."""
        return self.file.opened

    @property
    def row(self) -> Application | None:
        """The application shown."""
        opened = self.file.opened
        return opened.row if opened is not None else None

    def shows(self, row: Application) -> bool:
        """Whether that application is the one shown."""
        shown = self.row
        return shown is not None and shown.id == row.id

    def moment(self) -> Moment:
        """Return who looks, and when."""
        return Moment(
            me=self.desk.account_id,
            names=self.desk.names(),
            now=self.clock.now_ms(),
            hub_ahead_ms=self.desk.hub_ahead_ms,
            masked=self.masked,
        )

    def name(self, row: Application) -> str:
        """Return the applicant's name as it may show now."""
        return mask_name(row.name) if self.masked else row.name

    def employer(self, row: Application) -> str:
        """Return the name of the application's employer."""
        job = self.desk.job(row.job_id)
        if job is not None and job.employer_id == row.employer_id:
            return job.hiring_organization
        return next((org.name for org in self.desk.organizations() if org.id == row.employer_id), "")

    @property
    def may_write(self) -> bool:
        """Whether the user may do anything about applicants."""
        return self.desk.may("applicant:write")

    @property
    def may_see(self) -> bool:
        """Whether the user may see names and phones at all."""
        return self.desk.may("applicant:pii")


class DrawerPart(QObject):
    """A part of what the drawer can do."""

    said = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, context: DrawerContext) -> None:
        super().__init__(context.window)
        self._context = context

    def deed(self, row: Application, words: str, *actions: Action, moves_on: bool = False) -> Deed:
        """Return what the user is about to do."""
        return Deed(row=row, actions=actions, words=words, moves_on=moves_on)

    def tell(self, words: str, offer: str = "", act: object = None) -> None:
        """Say something in passing, with a button where *offer* names one."""
        self.said.emit(words, offer, act)
