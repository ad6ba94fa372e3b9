"""Which rows just arrived: a short flash, then a tint for some seconds."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from kzg_desktop.domain.clock import Clock

__all__ = ["Freshness"]

_FLASH_MS = 150
_TINT_S = 4.0
_PAUSE_BEFORE_FLASH_S = 1.0
_TINT = 0.45


class Freshness(QObject):
    """`after` is the arrival number above which rows are fresh, `strength` how strongly to tint them (0 to 1)."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._batches: deque[tuple[float, int]] = deque()
        self._flash = QVariantAnimation(self, duration=_FLASH_MS, startValue=1.0, endValue=_TINT)
        self._flash.valueChanged.connect(lambda _value: self.changed.emit())
        self._expiry = QTimer(self, interval=250)
        self._expiry.timeout.connect(self.expire)

    @property
    def after(self) -> int:
        """The arrival number above which rows are fresh; 0 when none is."""
        return self._batches[0][1] if self._batches else 0

    def holds(self, number: int) -> bool:
        """Whether the row with this arrival number is fresh."""
        return 0 < self.after < number

    @property
    def strength(self) -> float:
        """How strongly fresh rows are tinted at this moment."""
        running = self._flash.state() == QVariantAnimation.State.Running
        return float(self._flash.currentValue()) if running else _TINT

    def arrived(self, after: int) -> None:
        """Rows above the arrival number *after* are new."""
        now_s = self._clock.monotonic_s()
        # In a steady stream a flash for each batch would never end, and explain nothing: it needs a pause before.
        if not self._batches or now_s - self._batches[-1][0] > _PAUSE_BEFORE_FLASH_S:
            self._flash.start()
        self._batches.append((now_s, max(1, after)))
        self._expiry.start()
        self.changed.emit()

    def expire(self) -> None:
        """Let go of what is old."""
        oldest_s = self._clock.monotonic_s() - _TINT_S
        before = self.after
        while self._batches and self._batches[0][0] <= oldest_s:
            self._batches.popleft()
        if not self._batches:
            self._expiry.stop()
        if self.after != before:
            self.changed.emit()
