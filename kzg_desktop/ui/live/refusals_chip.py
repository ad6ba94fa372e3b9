"""How many of the user's actions the hub refused; a press lists them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.refusals_dialog import RefusalsDialog

__all__ = ["RefusalsChip"]


class RefusalsChip(QPushButton):
    """Hidden while nothing is refused. Whoever shows it calls `look_again` when the desk tells of a change."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._dialog: RefusalsDialog | None = None
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Actions that the hub refused: read why"))
        self.clicked.connect(self.open_list)
        self.look_again()

    @property
    def dialog(self) -> RefusalsDialog | None:
        """The list, once it was opened."""
        return self._dialog

    def look_again(self) -> None:
        """Show how many there are now."""
        refusals = self._desk.refusals()
        self.setText(self.tr("{0} refused").format(len(refusals)))
        self.setVisible(bool(refusals))
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_refusals(refusals)

    def open_list(self) -> None:
        """Open the list of what was refused."""
        if self._dialog is None:
            self._dialog = RefusalsDialog(self.window())
            self._dialog.dismissed.connect(self._dismiss)
        self._dialog.show_refusals(self._desk.refusals())
        self._dialog.open()

    def _dismiss(self, number: int) -> None:
        self._tasks.spawn(f"refusal.dismiss.{number}", self._desk.dismiss(number))
