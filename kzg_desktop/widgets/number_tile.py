"""A figure that is read from afar, with what it counts above it and what it is made of beneath."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import SIZES, number_font

__all__ = ["NumberTile"]


class NumberTile(QWidget):
    """Three lines: a caption, the figure, a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = ElidedLabel(self)
        self._caption.setProperty("role", "caption")
        self._figure = QLabel(self)
        font = number_font(self.font())
        font.setPixelSize(SIZES["title"] + 4)
        font.setWeight(font.Weight.DemiBold)
        self._figure.setFont(font)
        self._note = ElidedLabel(self)
        self._note.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._caption, self._figure, self._note):
            column.addWidget(part)

    @property
    def figure(self) -> str:
        """The figure shown."""
        return self._figure.text()

    @property
    def note(self) -> str:
        """What stands beneath it."""
        return self._note.text()

    def say(self, caption: str, figure: str, note: str, tip: str = "") -> None:
        """Show these; *tip* says it in full."""
        self._caption.setText(caption)
        self._figure.setText(figure)
        self._note.setText(note)
        self.setToolTip(tip)
        self.setAccessibleName(f"{caption}: {figure}")
        self.setAccessibleDescription(tip or note)
