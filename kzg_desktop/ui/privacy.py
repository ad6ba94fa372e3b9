"""While on air, every window of the program asks to be left out of screen capture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

__all__ = ["CaptureGuard"]

_MADE = {QEvent.Type.Show, QEvent.Type.WinIdChange}


class CaptureGuard(QObject):
    """Hides windows from capture while told to, those that open meanwhile too.

    A window that is meant to be captured has the property ``captured`` set. Where the system knows no such request,
    this does nothing; whoever goes on air is told.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._hiding = False

    @property
    def supported(self) -> bool:
        """Whether this system leaves windows out of captures."""
        from kzg_desktop.ui.capture import capture_exclusion_supported  # noqa: PLC0415 - not for the first paint

        return capture_exclusion_supported()

    def set_hiding(self, hiding: bool) -> None:
        """Hide all windows from captures, or no longer."""
        if hiding == self._hiding or not self.supported:
            return
        self._hiding = hiding
        for window in self._app.topLevelWidgets():
            if window.isVisible():
                self._ask(window)
        if hiding:
            self._app.installEventFilter(self)  # sees every event: only where it is of use, and only while on air
        else:
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MADE and isinstance(watched, QWidget) and watched.isWindow():
            self._ask(watched)
        return False

    def _ask(self, window: QWidget) -> None:
        from kzg_desktop.ui.capture import exclude_from_capture  # noqa: PLC0415 - as above

        if not window.property("captured"):
            exclude_from_capture(window, self._hiding)
