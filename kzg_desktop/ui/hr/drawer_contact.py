"""Talking to the applicant shown: calls, phone, messages, notes, agreements; on record before they have an effect."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from kzg_desktop.domain.actions import Action, AddNote, ClaimApplication, LogContact, SetFollowUp, SetWishes
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import Wishes
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import CLOSED
from kzg_desktop.errors import KzgError
from kzg_desktop.ui.hr.contact_follow_up import FollowUpDialog, WishesDialog
from kzg_desktop.ui.hr.contact_phone import dial
from kzg_desktop.ui.hr.drawer_acts import Deed
from kzg_desktop.ui.hr.drawer_context import DrawerContext, DrawerPart
from kzg_desktop.ui.hr.note_box import drafts_of, forget_draft

__all__ = ["Contact"]


class Contact(DrawerPart):
    """Calls, copies and writes down."""

    call_begun = Signal(object)
    """The call about that application is on record: show the phone, and ask what became of it."""
    revealed = Signal(object)
    note_saved = Signal(str, str)
    note_lost = Signal(str, str)

    def __init__(self, context: DrawerContext) -> None:
        super().__init__(context)
        self._numbers = itertools.count(1)
        self._stopped = False

    def stop(self) -> None:
        """Tell nothing any more; what is being recorded is recorded all the same."""
        self._stopped = True

    def call(self) -> None:
        """Claim the applicant, log that the phone is seen, then dial."""
        row = self._contactable()
        if row is None:
            return
        actions: list[Action] = []
        if row.status not in CLOSED and row.owner != self._context.desk.account_id:
            actions.append(ClaimApplication(application_id=row.id, event_id=new_id()))
        actions.append(LogContact(application_id=row.id, event_id=new_id(), access="reveal"))
        self._context.acts.do(self.deed(row, self.tr("Call"), *actions), lambda: self._dial(row))

    def reveal(self) -> None:
        """Show the phone, once that is on record."""
        self._log("reveal", self.tr("Phone shown"), self.revealed.emit)

    def copy_phone(self) -> None:
        """Copy the phone, once that is on record."""
        self._log("copy", self.tr("Phone copied"), lambda row: self._copy(row.phone, self.tr("Phone copied")))

    def copy_message(self, title: str, text: str) -> None:
        """Copy a message made from the template *title*, once that is on record."""
        words = self.tr("Message copied")
        self._log("message", words, lambda _row: self._copy(text, words), title)

    def save_note(self, application_id: str, text: str) -> None:
        """Record a note, whoever is shown by then."""
        self._context.tasks.spawn(f"hr.note.{next(self._numbers)}", self._save_note(application_id, text))

    def ask_follow_up(self) -> None:
        """Ask when to call again."""
        row = self._context.row
        if row is None or not self._context.may_write:
            return
        title = self.tr("When to call {name} again?").format(name=self._context.name(row))
        now = self._context.clock.now_ms()
        dialog = FollowUpDialog(title, now, row.handling.call_after, self._context.window)
        dialog.chosen.connect(lambda at: self._set_follow_up(row, at))
        dialog.open()

    def ask_wishes(self) -> None:
        """Ask what the applicant looks for."""
        row = self._context.row
        if row is None or not self._context.may_write:
            return
        title = self.tr("What does {name} look for?").format(name=self._context.name(row))
        dialog = WishesDialog(title, row.handling.wishes, self._context.window)
        dialog.chosen.connect(lambda wishes: self._set_wishes(row, wishes))
        dialog.open()

    # --- inside

    def _contactable(self) -> Application | None:
        """Return the application shown, if its phone may be used now; say why not otherwise."""
        row, context = self._context.row, self._context
        if row is None or not context.may_write or not context.may_see or context.acts.is_busy(row.id):
            return None
        if context.masked:
            self.tell(self.tr("On air: names and phones stay hidden"))
            return None
        if row.status == "withdrawn":
            self.tell(self.tr("The applicant has withdrawn: nobody may call any more"))
            return None
        return row

    def _log(
        self,
        access: Literal["reveal", "copy", "message"],
        words: str,
        then: Callable[[Application], object],
        text: str = "",
    ) -> None:
        row = self._contactable()
        if row is None:
            return
        action = LogContact(application_id=row.id, event_id=new_id(), access=access, text=text)
        deed: Deed = self.deed(row, words, action)
        self._context.acts.do(deed, lambda: then(row) if self._context.shows(row) else None)

    def _dial(self, row: Application) -> None:
        if self._context.shows(row) and not self._context.masked:
            self.call_begun.emit(row)
            if not dial(row.phone):
                self.tell(self.tr("No program on this computer dials; call by hand"))

    def _copy(self, text: str, words: str) -> None:
        if not self._context.masked:
            QGuiApplication.clipboard().setText(text)
            self.tell(words)

    async def _save_note(self, application_id: str, text: str) -> None:
        desk, error = self._context.desk, None
        try:
            await desk.act(AddNote(application_id=application_id, event_id=new_id(), text=text))
        except KzgError as failure:
            error = failure
        if self._stopped:
            if error is None:
                forget_draft(drafts_of(desk), application_id, text)
        elif error is None:
            self.note_saved.emit(application_id, text)
        else:
            self.note_lost.emit(application_id, text)
            self.failed.emit(error)

    def _set_follow_up(self, row: Application, at: int) -> None:
        action = SetFollowUp(application_id=row.id, event_id=new_id(), call_after=at)
        self._context.acts.do(self.deed(row, self.tr("Time to call again"), action))

    def _set_wishes(self, row: Application, wishes: Wishes) -> None:
        if wishes != row.handling.wishes:
            action = SetWishes(application_id=row.id, event_id=new_id(), wishes=wishes)
            self._context.acts.do(self.deed(row, self.tr("Wishes noted"), action))
