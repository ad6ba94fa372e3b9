"""The live desk without its page: what is on air stays as it is when pages are built anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kzg_desktop.domain.clock import Clock
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.air import Air
from kzg_desktop.ui.live.remote import Remote
from kzg_desktop.ui.live.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kzg_desktop.ui.keymap import Keymap
    from kzg_desktop.ui.live.confirm_dialog import Check

__all__ = ["LiveDesk"]


class LiveDesk(QObject):
    """Stage and air of one window, and the remote through which controllers use them.

    ``more_checks`` is called for what others know before going on air, such as whether OBS shows the overlay.
    ``keymap`` says which keys are those of the air, for every window in which they should work.
    """

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stage = Stage(desk, tasks, clock, self)
        self.air = Air(self.stage, desk, tasks, clock, self)
        self.remote = Remote(self.stage, self.air)
        self.more_checks: Callable[[], Sequence[Check]] = tuple
        self.keymap: Keymap | None = None

    @property
    def runs_the_air(self) -> bool:
        """Whether the broadcast shown is on air, by somebody at a desk that may decide what viewers see."""
        return self.stage.mode == "on_air" and self._desk.may("pin:write")

    def bind_air(self, window: QWidget) -> None:
        """Have the keys of the air work in *window*, too, so that it does not matter which one is in front."""
        if self.keymap is not None:
            self.keymap.bind(window, self.air_acts())

    def air_acts(self) -> dict[str, Callable[[], object]]:
        """Return what the keys of the air do, by the id of the command."""
        return {
            "air.take": self.air.take,
            "air.clear": self.air.clear,
            "air.cue_next": self.air.cue_following,
            "air.cue_previous": self.air.cue_preceding,
            "air.add_minute": lambda: self.air.add_time(60),
        }

    def open(self, broadcast_id: str) -> bool:
        """Show this broadcast; "" or an unknown id shows that there is none. False: the one on air stays."""
        known = any(b.id == broadcast_id for b in self._desk.broadcasts())
        wanted = broadcast_id if known else ""
        if wanted == self.stage.broadcast_id:
            self.stage.refresh()
        elif self.runs_the_air:
            self.air.hinted.emit(self.tr("On air: end this broadcast before you open another."))
            return False
        else:
            self.stage.open(wanted)
        return True
