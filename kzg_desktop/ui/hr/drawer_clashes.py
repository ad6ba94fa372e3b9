"""Clashes that wait for the user's choice, for each applicant in the order in which they came."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal

from kzg_desktop.ui.hr.drawer_acts import Clash
from kzg_desktop.ui.hr.drawer_context import DrawerContext, DrawerPart

__all__ = ["Clashes"]


class Clashes(DrawerPart):
    """Keeps them; one about an applicant who is not shown is told in passing."""

    changed = Signal()
    show_requested = Signal(int)

    def __init__(self, context: DrawerContext) -> None:
        super().__init__(context)
        self._open: dict[str, list[Clash]] = {}

    def of(self, application_id: str) -> Clash | None:
        """Return the clash about that application which is to be settled next."""
        waiting = self._open.get(application_id)
        return waiting[0] if waiting else None

    def meet(self, clash: Clash) -> None:
        """Take in a new one; a later refusal of the same deed belongs to the choice about the first."""
        waiting = self._open.setdefault(clash.application_id, [])
        if not clash.numbers:  # refused on this computer: what was tried before it was tried again
            waiting[:] = [each for each in waiting if each.numbers]
        known = waiting[-1] if waiting and waiting[-1].deed is clash.deed else None
        if known is None:
            waiting.append(clash)
        else:
            actions, numbers = (*known.actions, *clash.actions), (*known.numbers, *clash.numbers)
            waiting[-1] = replace(known, actions=actions, numbers=numbers)
        row = self._context.row
        if row is not None and row.id == clash.application_id:
            self._context.file.refresh()  # what it is now decides what can be done about it
        elif known is None and clash.deed is not None:
            self._tell(clash)

    def settle(self, clash: Clash) -> None:
        """The user has chosen."""
        waiting = self._open.get(clash.application_id, [])
        if clash in waiting:
            waiting.remove(clash)
        for number in clash.numbers:
            self._context.tasks.spawn(f"hr.dismiss.{number}", self._context.desk.dismiss(number))
        self.changed.emit()

    def _tell(self, clash: Clash) -> None:
        assert clash.deed is not None
        row = clash.deed.row
        words = self.tr("{name}: “{what}” was not recorded, somebody was faster")
        said = words.format(name=self._context.name(row), what=clash.deed.words)
        self.tell(said, self.tr("Show"), partial(self.show_requested.emit, row.n))
