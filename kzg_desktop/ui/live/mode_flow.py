"""Going on air and ending, which are asked for once more; routine is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.entities import Mode
from kzg_desktop.services import Desk
from kzg_desktop.ui.live.confirm_dialog import Check, ConfirmDialog
from kzg_desktop.ui.live.live_desk import LiveDesk

__all__ = ["ModeFlow"]


class ModeFlow(QObject):
    """Asks what has to be asked and then changes the mode."""

    def __init__(self, live: LiveDesk, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._live = live
        self._stage = live.stage
        self._air = live.air
        self._desk = desk
        self._open: ConfirmDialog | None = None

    def want(self, mode: Mode, trigger: str = "button") -> None:
        """Change to *mode*, after a question where viewers would notice."""
        now = self._stage.mode
        if self._stage.broadcast is None or mode == now or self._open is not None:
            return
        if not self._desk.may("pin:write"):
            self._air.set_mode(mode, trigger)  # which says so: nobody is asked about what they may not do
        elif mode == "on_air":
            self._ask(self._going_on_air(), lambda: self._air.set_mode(mode, trigger))
        elif now == "on_air":
            self._ask(self._ending(mode), lambda: self._air.set_mode(mode, trigger))
        else:
            self._air.set_mode(mode, trigger)

    def toggle_air(self) -> None:
        """Go on air, or end."""
        self.want("prepare" if self._stage.mode == "on_air" else "on_air", "key")

    def toggle_rehearsal(self) -> None:
        """Rehearse, or end the rehearsal; on air nothing."""
        if self._stage.mode != "on_air":
            self.want("prepare" if self._stage.mode == "rehearse" else "rehearse", "key")

    def ask_to_leave(self, then: Callable[[], None]) -> None:
        """Ask whether to end the broadcast and close; *then* is called after it has ended."""
        if self._open is None:
            self._ask(self._leaving(), then)

    @property
    def question(self) -> ConfirmDialog | None:
        """The question that waits for an answer."""
        return self._open

    def _ask(self, dialog: ConfirmDialog, yes: Callable[[], None]) -> None:
        self._open = dialog
        dialog.accepted.connect(yes)
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self) -> None:
        self._open = None

    def _going_on_air(self) -> ConfirmDialog:
        return ConfirmDialog(
            self.tr("Go on air?"),
            self.tr("From now on viewers see every card that you take, and each take is logged."),
            self.tr("Go on air"),
            checks=[*self._lineup_checks(), *self._desk_checks(), *self._live.more_checks()],
            kind="air",
            parent=self._window,
        )

    def _ending(self, mode: Mode) -> ConfirmDialog:
        words = self.tr("The card on air is cleared. Applications go on arriving.")
        if mode == "rehearse":
            words = self.tr("The card on air is cleared, and what you take from then on counts as a rehearsal.")
        return ConfirmDialog(
            self.tr("End the broadcast?"), words, self.tr("End broadcast"), safe=True, parent=self._window
        )

    def _leaving(self) -> ConfirmDialog:
        return ConfirmDialog(
            self.tr("You are on air"),
            self.tr("Closing ends the broadcast: the card is cleared for viewers, and the overlay goes empty."),
            self.tr("End and close"),
            safe=True,
            parent=self._window,
        )

    def _lineup_checks(self) -> list[Check]:
        rows = [row for row in self._stage.rows() if not row.item.skipped]
        if not rows:
            return [Check("warn", self.tr("The lineup is empty: there is nothing to take."))]
        blocked = [str(row.number) for row in rows if row.standing is not None and row.standing.light == "block"]
        if blocked:
            return [Check("block", self.tr("Cards that cannot be taken as they are: {0}").format(", ".join(blocked)))]
        return [Check("ok", self.tr("{0} cards are ready.").format(len(rows)))]

    def _desk_checks(self) -> list[Check]:
        status = self._desk.status
        if status.state in {"live", "catching_up"}:
            return [Check("ok", self.tr("The hub answers: applications arrive as they are sent."))]
        return [Check("warn", self.tr("No link to the hub: viewers cannot sign up until it is back."))]
