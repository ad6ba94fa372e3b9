"""The limit for start and memory: a bare QMainWindow, from process start to its first paint."""

from __future__ import annotations

import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class _Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painted = time.monotonic()
        from tests.bench.measure import rss_mb  # after the time was taken: loading it is no part of a bare window

        print(f'{{"painted_at": {painted}, "rss_mb": {rss_mb()}}}', flush=True)
        QApplication.exit(0)


def main() -> int:
    app = QApplication([])
    window = _Window()
    window.resize(1440, 900)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
