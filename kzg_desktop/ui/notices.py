"""What the window says without being asked: a banner for errors, a toast for confirmations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.error_text import ErrorText
from kzg_desktop.ui.icons import IconButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Banner", "Toast"]

_ABOVE_BOTTOM = 18 * UNIT
"""A page may have buttons along its lower edge, which a toast must not cover."""


class Banner(QFrame):
    """An error in place: what happened, what it means, the one thing to do; details unfold and can be copied."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._what = QLabel(wordWrap=True)
        self._what.setProperty("role", "heading")
        self._meaning = QLabel(wordWrap=True)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFixedHeight(30 * UNIT)
        self._details.setAccessibleName(self.tr("Details of the error"))
        self._unfold = self._button(self.tr("Details"), self._toggle)
        self._copy = self._button(self.tr("Copy"), self._copy_details)
        self._close = IconButton("close", self.tr("Dismiss"))
        self._close.clicked.connect(self._dismiss)
        self._lay_out()
        self.hide()

    def show_text(self, text: ErrorText) -> None:
        """Show this error in place of the one before."""
        self._what.setText(text.what)
        self._meaning.setText(" ".join(part for part in (text.meaning, text.todo) if part))
        self._meaning.setVisible(bool(text.meaning or text.todo))
        self._details.setPlainText(text.details)
        self._details.hide()
        self._unfold.setVisible(bool(text.details))
        self._copy.setVisible(bool(text.details))
        self.show()

    @property
    def text(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else f"{self._what.text()}\n{self._meaning.text()}"

    def _button(self, words: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "plain")
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(UNIT // 2)
        words.addWidget(self._what)
        words.addWidget(self._meaning)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addLayout(words, 1)
        for part in (self._unfold, self._copy, self._close):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.addLayout(top)
        column.addWidget(self._details)

    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{self._details.toPlainText()}")

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


class Toast(QFrame):
    """A short confirmation over the lower edge of its parent, gone by itself; it may offer one thing, such as undo."""

    def __init__(self, parent: QWidget, shown_ms: int = 6000) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._words = QLabel()
        self._offer = QPushButton()
        self._offer.setProperty("kind", "plain")
        self._offer.clicked.connect(self._on_offer)
        self._over = parent
        self._act: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=shown_ms)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * UNIT, UNIT, 2 * UNIT, UNIT)
        row.setSpacing(3 * UNIT)
        row.addWidget(self._words)
        row.addWidget(self._offer)
        self.setMinimumHeight(10 * UNIT)
        self.hide()
        parent.installEventFilter(self)

    def say(self, words: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Say *words*; with *act*, a button with the words *offer* does it."""
        self._words.setText(words)
        self._offer.setText(offer)
        self._offer.setVisible(act is not None)
        self._act = act
        self._timer.start()
        self.show()
        self._place()
        self.raise_()

    @property
    def text(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        over = self._over
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - _ABOVE_BOTTOM)

    def _on_offer(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
