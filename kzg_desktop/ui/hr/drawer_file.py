"""Everything the drawer shows about one applicant, read together and read again when any of it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.duty import Duty, duty_of
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry, PersonLink
from kzg_desktop.domain.people import People
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.services import ApplicationsChanged, DeskEvent, HistoryChanged, RowsChanged
from kzg_desktop.tasks import Tasks

__all__ = ["ApplicantFile", "Companion", "Opened"]

_TASK = "hr.file"
_ID_LENGTH = 36  # of a UUID as text
_SHOWN = frozenset(
    {"person_link", "desk_rules", "colleague", "template", "interview_slot", "job", "vacancy", "organization"}
)


class Companion(Struct, frozen=True, kw_only=True):
    """Somebody who came together with the applicant: their application that was linked, or else their latest here."""

    person: str
    note: str
    row: Application | None


class Opened(Struct, frozen=True, kw_only=True):
    """One applicant as of one moment.

    ``others`` are further applications of the same human, the latest first; ``history`` that of all of them, newest
    first; ``links`` what HR said about who this is.
    """

    row: Application
    person: str
    rules: DeskRules
    duty: Duty | None
    others: tuple[Application, ...] = ()
    companions: tuple[Companion, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    links: tuple[PersonLink, ...] = ()


def _told(history: Iterable[HistoryEntry]) -> set[str]:
    """Return the ids of the events that linked people as coming together.

    Each has a line in the history of both: in one under its own id, in the other with a number behind it.
    """
    lines = [entry.id for entry in history if (entry.kind, entry.after) == ("link", "together")]
    return {id_[:_ID_LENGTH] for id_ in lines}


class ApplicantFile(QObject):
    """Holds one applicant's file. What was read for another one is thrown away, however late it comes."""

    changed = Signal()
    """Another applicant, or the same one anew."""
    failed = Signal(object)

    def __init__(self, desk: HiringDesk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._number: int | None = None
        self._opened: Opened | None = None
        self._is_gone = False
        self._again = False
        self._unsubscribe: Callable[[], None] | None = desk.subscribe(self._on_event)

    @property
    def number(self) -> int | None:
        """The arrival number of the applicant asked for."""
        return self._number

    @property
    def opened(self) -> Opened | None:
        """The file, None while it is being read."""
        return self._opened

    @property
    def is_gone(self) -> bool:
        """Whether the applicant asked for is not there (any more)."""
        return self._is_gone

    def open(self, number: int | None) -> None:
        """Read that applicant's file; None puts it away."""
        if number == self._number:
            self.refresh()
            return
        self._number, self._opened, self._is_gone, self._again = number, None, False, False
        self.changed.emit()
        if number is None:
            self._tasks.cancel(_TASK)
        else:
            self._tasks.spawn(_TASK, self._read(number))

    def refresh(self) -> None:
        """Read the file again, once more if it is being read."""
        if self._number is None:
            return
        if self._tasks.running(_TASK):
            self._again = True
        else:
            self._tasks.spawn(_TASK, self._read(self._number))

    def stop(self) -> None:
        """Let go of the desk."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._tasks.cancel(_TASK)

    async def _read(self, number: int) -> None:
        self._again = True
        while self._again:
            self._again = False
            try:
                opened = await self._compile(number)
            except KzgError as error:
                if number == self._number:
                    self.failed.emit(error)
                return
            if number != self._number:
                return
            self._opened, self._is_gone = opened, opened is None
            self.changed.emit()

    async def _compile(self, number: int) -> Opened | None:
        desk = self._desk
        rows = await desk.applicant_rows([number])
        if not rows or not isinstance(row := rows[0].row, Application):
            return None
        people = People(desk.person_links(), row.employer_id)
        person = people.person_of(row)
        found = await desk.person_applications(sorted({*people.ids_of(person), row.person_id} - {""}))
        mine = [a for a in people.applications_of(person, found) if a.id != row.id]
        history = await desk.history([row.id, *(a.id for a in mine)])
        companions = [
            await self._companion(people, other, note, row.employer_id, history)
            for other, note in people.companions_of(person)
        ]
        rules = desk.desk_rules(row.employer_id)
        return Opened(
            row=row,
            person=person,
            rules=rules,
            duty=duty_of(row, rules),
            others=tuple(mine),
            companions=tuple(companions),
            history=tuple(reversed(history)),
            links=tuple(people.links_about(person)),
        )

    async def _companion(
        self, people: People, person: str, note: str, employer_id: str, history: Sequence[HistoryEntry]
    ) -> Companion:
        found = await self._desk.person_applications(sorted(people.ids_of(person)))
        here = {a.id: a for a in people.applications_of(person, found) if a.employer_id == employer_id}
        told = _told(history)
        theirs = await self._desk.history(list(here)) if told and len(here) > 1 else []
        linked = [entry.application_id for entry in theirs if _told([entry]) & told]
        row = here[linked[-1]] if linked else next(iter(here.values()), None)
        return Companion(person=person, note=note, row=row)

    def _on_event(self, event: DeskEvent) -> None:
        if self._number is not None and self._concerns(event):
            self.refresh()

    def _concerns(self, event: DeskEvent) -> bool:
        match event:
            case ApplicationsChanged():
                return event.reset or bool(event.added) or bool((event.changed | event.gone) & self._numbers())
            case HistoryChanged(applications):
                return self._opened is None or bool(applications & self._ids())
            case RowsChanged(entities):
                return bool(entities & _SHOWN)
        return False

    def _all(self) -> list[Application]:
        opened = self._opened
        if opened is None:
            return []
        return [opened.row, *opened.others, *(c.row for c in opened.companions if c.row is not None)]

    def _numbers(self) -> frozenset[int]:
        return frozenset({self._number or 0, *(row.n for row in self._all())})

    def _ids(self) -> frozenset[str]:
        return frozenset(row.id for row in self._all())
