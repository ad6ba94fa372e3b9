"""Who is who: joining, splitting and keeping people together, and doing a step for those who came along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from kzg_desktop.domain.actions import Action, AssignApplication, LinkPeople, MarkReminded, UnlinkPeople
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.hiring import LinkKind, PersonLink
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.people import People
from kzg_desktop.ui.hr.drawer_acts import Deed
from kzg_desktop.ui.hr.drawer_clash import redone
from kzg_desktop.ui.hr.drawer_context import DrawerPart
from kzg_desktop.ui.hr.drawer_file import Companion, Opened
from kzg_desktop.ui.hr.matches_section import AssignDialog
from kzg_desktop.ui.hr.outcome_dialog import ReasonDialog
from kzg_desktop.ui.hr.people_dialog import PeopleDialog

__all__ = ["PeopleActs", "for_companions"]


def for_companions(deed: Deed, opened: Opened) -> list[Application]:
    """Return those who came along, are at the same point as the applicant was, and are not in the deed already."""
    done = {getattr(action, "application_id", "") for action in deed.actions}
    rows = [companion.row for companion in opened.companions if companion.row is not None]
    return [row for row in rows if row.status == deed.row.status and row.id not in done and _same(deed, row)]


def _same(deed: Deed, row: Application) -> list[Action]:
    """Return the actions of *deed* about *row* instead; none where they cannot be done."""
    about: list[Action] = [
        replace(action, application_id=row.id, event_id=new_id())
        for action in deed.actions
        if getattr(action, "application_id", "") == deed.row.id
    ]
    if about and all(isinstance(action, MarkReminded) for action in about):
        return about
    return redone(about, row)


class PeopleActs(DrawerPart):
    """Records what HR says about who is who."""

    def ask_link(self, kind: Literal["same", "together"]) -> None:
        """Ask for the other person, then join or link the two."""
        opened, context = self._context.opened, self._context
        if opened is None or not context.may_write:
            return
        dialog = PeopleDialog(kind, opened, context.desk, context.tasks, moment=context.moment(), parent=context.window)
        dialog.failed.connect(self.failed)
        dialog.chosen.connect(lambda other, note: self._link(kind, opened, other, note))
        dialog.open()

    def ask_split(self, row: Application) -> None:
        """Ask whether *row* was sent by somebody else than the person shown."""
        opened = self._context.opened
        if opened is None:
            return
        title = self.tr("“{job}” was sent by somebody else?").format(job=self._sent(row, opened))
        hint = self.tr("The two are then shown as two people. This can be taken back.")
        dialog = ReasonDialog(title, self.tr("Not the same person"), "", self._context.window, hint=hint)
        dialog.given.connect(lambda reason: self._split(opened, row, reason))
        dialog.open()

    def _sent(self, row: Application, opened: Opened) -> str:
        """Return the job of *row*, and by what name it was applied for where that is not the name shown."""
        other_name = self._context.name(row) if row.name != opened.row.name else ""
        return " · ".join(filter(None, (row.job_title, other_name)))

    def ask_part(self, companion: Companion) -> None:
        """Ask whether the companion did not come along after all."""
        opened = self._context.opened
        if opened is None:
            return
        dialog = ReasonDialog(self.tr("Not together after all?"), self.tr("Not together"), "", self._context.window)
        dialog.given.connect(lambda reason: self._part(opened, companion, reason))
        dialog.open()

    def ask_assign(self, job: Job) -> None:
        """Ask whether the application is to move to *job*."""
        row = self._context.row
        if row is None or not self._context.may_write:
            return
        dialog = AssignDialog(row, self._context.name(row), job, self._context.window)
        dialog.given.connect(lambda _reason: self._assign(row, job))
        dialog.open()

    def do_for(self, deed: Deed, rows: Sequence[Application]) -> None:
        """Do the same step for those who came along."""
        for row in rows:
            actions = _same(deed, row)
            if actions:
                self._context.acts.do(self.deed(row, deed.words, *actions))

    # --- inside

    def _link(self, kind: LinkKind, opened: Opened, other: Application, note: str) -> None:
        people = People(self._context.desk.person_links(), opened.row.employer_id)
        link = PersonLink(
            id=new_id(),
            employer_id=opened.row.employer_id,
            kind=kind,
            members=(opened.person, people.person_of(other)),
            note=note,
        )
        words = self.tr("Joined as one person") if kind == "same" else self.tr("Linked as coming together")
        self._record(opened, words, LinkPeople(link=link, application_ids=(opened.row.id, other.id), event_id=new_id()))

    def _split(self, opened: Opened, row: Application, reason: str) -> None:
        """Take back the link that joined the two; without one they share a phone, and *row* is set apart."""
        ids = (row.person_id, row.id)
        joined = next((link for link in opened.links if link.kind == "same" and set(ids) & set(link.members)), None)
        if joined is not None and row.person_id != opened.row.person_id:
            self._unlink(opened, joined, row, reason, self.tr("Shown as two people again"))
            return
        link = PersonLink(id=new_id(), employer_id=row.employer_id, kind="apart", members=(row.id,), note=reason)
        action = LinkPeople(link=link, application_ids=(row.id, opened.row.id), event_id=new_id())
        self._record(opened, self.tr("Shown as two people"), action)

    def _part(self, opened: Opened, companion: Companion, reason: str) -> None:
        people = People(self._context.desk.person_links(), opened.row.employer_id)
        theirs = people.ids_of(companion.person)
        for link in opened.links:
            if link.kind == "together" and theirs & set(link.members):
                row = companion.row or opened.row
                self._unlink(opened, link, row, reason, self.tr("No longer linked"))
                return

    def _unlink(self, opened: Opened, link: PersonLink, other: Application, reason: str, words: str) -> None:
        about = tuple(dict.fromkeys((opened.row.id, other.id)))
        action = UnlinkPeople(link_id=link.id, application_ids=about, event_id=new_id(), reason=reason)
        self._record(opened, words, action)

    def _assign(self, row: Application, job: Job) -> None:
        leaves = job.employer_id != row.employer_id  # then the dialog has asked for the person's word
        action = AssignApplication(
            application_id=row.id,
            event_id=new_id(),
            base_status=row.status,
            job_id=job.id,
            consent_confirmed=leaves,
        )
        words = self.tr("Moved to {job}").format(job=job.title)
        self._context.acts.do(self.deed(row, words, action, moves_on=leaves))

    def _record(self, opened: Opened, words: str, action: Action) -> None:
        self._context.acts.do(self.deed(opened.row, words, action))
