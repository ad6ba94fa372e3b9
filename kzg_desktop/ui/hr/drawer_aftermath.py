"""After something was recorded: say so, offer the way back, ask about those who came along, then move on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from kzg_desktop.domain.entities import Application
from kzg_desktop.ui.hr.drawer_acts import Deed
from kzg_desktop.ui.hr.drawer_context import DrawerContext, DrawerPart
from kzg_desktop.ui.hr.drawer_steps import Steps
from kzg_desktop.ui.hr.people_acts import PeopleActs, for_companions
from kzg_desktop.ui.hr.people_section import TogetherBar

__all__ = ["Aftermath"]


class Aftermath(DrawerPart):
    """Follows each deed to its end."""

    moved_on = Signal()

    def __init__(self, context: DrawerContext, steps: Steps, people: PeopleActs, together: TogetherBar) -> None:
        super().__init__(context)
        self._steps, self._people, self._together = steps, people, together
        self._waiting: Deed | None = None
        together.accepted.connect(self._on_together)
        together.declined.connect(self._go_on)

    def begin(self, deed: Deed) -> None:
        """Take in what was just recorded."""
        offers = self._steps.offers_undo(deed)
        if offers or deed.is_step or deed.moves_on:
            words = f"{self._context.name(deed.row)} · {deed.words}"
            undo = partial(self._steps.undo_number, deed.row.n)
            self.tell(words, self.tr("Undo") if offers else "", undo if offers else None)
        opened = self._context.opened
        if opened is None or not self._context.shows(deed.row):
            return
        self._waiting = deed
        companions = for_companions(deed, opened) if deed.is_step else []
        if companions:
            self._together.ask(deed.words, companions)
        else:
            self._go_on()

    def drop(self) -> None:
        """Somebody else is shown: nothing is asked any more."""
        self._waiting = None
        self._together.ask("", [])

    def _on_together(self, rows: list[Application]) -> None:
        if self._waiting is not None:
            self._people.do_for(self._waiting, rows)
            self._go_on()

    def _go_on(self) -> None:
        deed, self._waiting = self._waiting, None
        if deed is not None and deed.moves_on:
            self.moved_on.emit()
