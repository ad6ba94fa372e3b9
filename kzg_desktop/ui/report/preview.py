"""A page of a document as it will be, with the way to the next one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.report.paper import PAGE
from kzg_desktop.widgets.tokens import SIZES, UNIT, tokens_for

__all__ = ["PREVIEW_WIDTH", "Preview"]

PREVIEW_WIDTH = 104 * UNIT
_HEIGHT = round(PREVIEW_WIDTH * PAGE.height() / PAGE.width())


class Preview(QWidget):
    """``page_wanted`` carries the number of the page to show, from 0."""

    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.pages = 0
        self.sheet = _Sheet()
        self.count = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.count.setProperty("role", "muted")
        self.back = self._turn("‹", self.tr("Previous page"), -1)
        self.on = self._turn("›", self.tr("Next page"), 1)
        line = QHBoxLayout()
        line.addStretch(1)
        for part in (self.back, self.count, self.on):
            line.addWidget(part)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.sheet)
        column.addLayout(line)
        self._show_count()

    def show_page(self, picture: QImage, number: int, pages: int) -> None:
        """Show that page of *pages*."""
        self.number, self.pages = number, pages
        self.sheet.show_picture(picture, "")
        self._show_count()

    def say(self, words: str) -> None:
        """Say why there is no page."""
        self.number = self.pages = 0
        self.sheet.show_picture(None, words)
        self._show_count()

    def _turn(self, sign: str, words: str, step: int) -> QPushButton:
        button = QPushButton(sign, autoDefault=False)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFixedWidth(9 * UNIT)
        button.clicked.connect(lambda: self.page_wanted.emit(self.number + step))
        return button

    def _show_count(self) -> None:
        self.count.setText(f"{self.number + 1} / {self.pages}" if self.pages else " ")
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number + 1 < self.pages)


class _Sheet(QWidget):
    """The sheet of paper; empty it says what it waits for."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: QImage | None = None
        self.words = ""
        self.setFixedSize(PREVIEW_WIDTH, _HEIGHT)

    def show_picture(self, picture: QImage | None, words: str) -> None:
        self.picture, self.words = picture, words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.picture is not None:
            painter.drawImage(box, self.picture)
        else:
            painter.fillRect(box, tokens.color("raised"))
            font = painter.font()
            font.setPixelSize(SIZES["body"])
            painter.setFont(font)
            painter.setPen(tokens.color("text_muted"))
            where = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(8 * UNIT, 0, -8 * UNIT, 0), where, self.words)
        painter.setPen(QPen(tokens.color("hairline"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
