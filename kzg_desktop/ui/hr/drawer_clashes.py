"""Clashes that wait for the user's choice, one for each applicant."""

from __future__ import annotations

from functools import partial

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
        self._open: dict[str, Clash] = {}

    def of(self, application_id: str) -> Clash | None:
        """Return the clash about that application."""
        return self._open.get(application_id)

    def meet(self, clash: Clash) -> None:
        """Take in a new one; a second refusal of the same deed says nothing new."""
        known = self._open.get(clash.application_id)
        if known is not None and known.deed is not None and known.deed is clash.deed:
            self._dismiss(clash)
            return
        self._open[clash.application_id] = clash
        row = self._context.row
        if row is not None and row.id == clash.application_id:
            self._context.file.refresh()  # what it is now decides what can be done about it
        elif clash.deed is not None:
            self._tell(clash)

    def settle(self, clash: Clash) -> None:
        """The user has chosen."""
        self._open.pop(clash.application_id, None)
        self._dismiss(clash)
        self.changed.emit()

    def _tell(self, clash: Clash) -> None:
        assert clash.deed is not None
        row = clash.deed.row
        words = self.tr("{name}: “{what}” was not recorded, somebody was faster")
        said = words.format(name=self._context.name(row), what=clash.deed.words)
        self.tell(said, self.tr("Show"), partial(self.show_requested.emit, row.n))

    def _dismiss(self, clash: Clash) -> None:
        if clash.number:
            self._context.tasks.spawn(f"hr.dismiss.{clash.number}", self._context.desk.dismiss(clash.number))
