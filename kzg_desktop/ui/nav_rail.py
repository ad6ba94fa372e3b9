"""The rail at the left edge: one tall button a page, icon and word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from kzg_desktop.ui.icons import paint_icon
from kzg_desktop.ui.pages import PageKind
from kzg_desktop.widgets.tokens import SIZES, UNIT, tokens_for

__all__ = ["NavButton", "NavRail"]

_WIDTH = 18 * UNIT
_HEIGHT = 15 * UNIT
_ICON = 22
_MARK = 8


class NavButton(QAbstractButton):
    """Icon over word, painted from the tokens. It takes focus by Tab only, so that Space stays the page's."""

    def __init__(self, icon: str, words: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._marked = False
        self.setText(words)
        self.setToolTip(f"{words}  ({keys})")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def marked(self) -> bool:
        """Whether the page is marked as on air."""
        return self._marked

    def mark(self, *, on: bool) -> None:
        """Mark the page as on air, or not, with a dot in the colour of the air."""
        if on != self._marked:
            self._marked = on
            self.setAccessibleDescription(self.tr("On air") if on else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(self.rect()).adjusted(UNIT, UNIT / 2, -UNIT, -UNIT / 2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(tile, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.color("accent"), 2))
            painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), 7, 7)
        icon, word = ("accent", "text") if self.isChecked() else ("text_muted", "text_muted")
        self._paint_parts(painter, tile, tokens.color(icon), tokens.color(word))
        if self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("on_air"))
            painter.drawEllipse(
                QRectF(tile.center().x() + _ICON / 2 + UNIT, tile.top() + 2 * UNIT - _MARK / 2, _MARK, _MARK)
            )

    def _paint_parts(self, painter: QPainter, tile: QRectF, icon: QColor, word: QColor) -> None:
        box = QRectF(tile.center().x() - _ICON / 2, tile.top() + 2 * UNIT, _ICON, _ICON)
        paint_icon(painter, self._icon_name, icon, box)
        font = self.font()
        font.setPixelSize(SIZES["caption"])
        painter.setFont(font)
        painter.setPen(word)
        below = QRectF(tile.left(), box.bottom(), tile.width(), tile.bottom() - box.bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())


class NavRail(QFrame):
    """The *pages* to choose from, with their keys by name; exactly one is chosen."""

    chosen = Signal(str)
    help_requested = Signal()

    def __init__(self, pages: Sequence[PageKind], keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setFixedWidth(_WIDTH)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2 * UNIT, 0, 2 * UNIT)
        self._column.setSpacing(UNIT // 2)
        for page in pages[:-1]:
            self._add(page, keys[page.name])
        self._column.addStretch(1)
        help_button = NavButton("keys", self.tr("Keys"), keys["help"])
        help_button.clicked.connect(self.help_requested)
        self._column.addWidget(help_button)
        self._add(pages[-1], keys[pages[-1].name])

    def choose(self, page: str) -> None:
        """Mark *page* as the one shown."""
        self._buttons[page].setChecked(True)

    def button(self, page: str) -> NavButton:
        """Return the button of that page."""
        return self._buttons[page]

    def _add(self, page: PageKind, keys: str) -> None:
        button = NavButton(page.name, page.words, keys)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(page.name))
        self._group.addButton(button)
        self._buttons[page.name] = button
        self._column.addWidget(button)
