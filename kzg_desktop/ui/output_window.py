"""The clean output: a window with nothing in it but the overlay, for programs that capture windows."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.ui.output_menu import following, look_choices, look_menu
from kzg_desktop.widgets.overlay_canvas import OutputLook, OverlayCanvas, Ratio, fitting
from kzg_desktop.widgets.overlay_painter import QrModules

__all__ = ["TITLE", "OutputLook", "OutputWindow"]

TITLE = "KZG 输出"
"""Capture programs find the window by it, so it is the same in every language."""

_FIRST_SIZE: dict[Ratio, QSize] = {"16:9": QSize(1280, 720), "9:16": QSize(540, 960)}
_SMALLEST = 180
_SETTLED_MS = 200
_GRIP = 8
"""Width in pixels of the border at which a window without a frame is resized."""


class OutputWindow(QWidget):
    """Shows the card on air. It is meant to be captured: never exclude it from capture.

    ``changed`` says that the user chose another look, ``closed`` that the window went. Nothing is remembered here.
    """

    changed = Signal()
    closed = Signal()

    def __init__(
        self, look: OutputLook | None = None, parent: QWidget | None = None, *, reduced_motion: bool = False
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.canvas = OverlayCanvas(look or OutputLook(), self, reduced_motion=reduced_motion)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.canvas)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._keep_ratio)
        self._pressed_at: QPoint | None = None
        self.setWindowTitle(TITLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # when it is in front, keys that are bound to it find it
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the keyboard stays where the host works
        self.setMouseTracking(True)
        self.setMinimumSize(_SMALLEST, _SMALLEST)
        self.resize(_FIRST_SIZE[self.look.ratio])
        self._apply_frame()

    @property
    def look(self) -> OutputLook:
        """How it looks now."""
        return self.canvas.look

    @property
    def fade(self) -> QVariantAnimation:
        """What runs while another card fades in."""
        return self.canvas.fade

    def set_look(self, look: OutputLook) -> None:
        """Look like this from now on, without telling anybody."""
        before = self.look
        self.canvas.set_look(look)
        if look.ratio != before.ratio:
            self._turn()
        if look.bare != before.bare:
            self._apply_frame()

    def show_card(self, card: AirCard | None, qr: QrModules = ()) -> None:
        """Show *card*, or nothing. Another card fades in; new figures of the same one are there at once."""
        self.canvas.show_card(card, qr)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back; there the mouse pointer is hidden, since it would be captured too."""
        full = not self.isFullScreen()
        self.setWindowState(Qt.WindowState.WindowFullScreen if full else Qt.WindowState.WindowNoState)
        self.setCursor(Qt.CursorShape.BlankCursor if full else Qt.CursorShape.ArrowCursor)

    def menu(self) -> QMenu:
        """Return the context menu."""
        menu = look_menu(self.look, self, self._choose)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        full = menu.addAction(self.tr("Full screen"), self.toggle_full_screen)
        full.setShortcut(QKeySequence("F11"))
        full.setCheckable(True)
        full.setChecked(self.isFullScreen())
        menu.addSeparator()
        menu.addAction(self.tr("Close"), self.close)
        return menu

    def _choose(self, look: OutputLook) -> None:
        if look != self.look:
            self.set_look(look)
            self.changed.emit()

    def _apply_frame(self) -> None:
        """Take the frame off or put it on. Only without one is a window transparent on Windows."""
        state, geometry, visible = self.windowState(), self.geometry(), self.isVisible()
        self.hide()
        bare = Qt.WindowType.FramelessWindowHint if self.look.bare else Qt.WindowType.Window
        self.setWindowFlags(Qt.WindowType.Window | bare)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self.look.bare)
        self.destroy()  # only a native window that is made anew gets or loses its transparency
        if visible:
            self.setGeometry(geometry)
            self.setWindowState(state)
            self.show()

    @property
    def _sized_by_user(self) -> bool:
        return not (self.isFullScreen() or self.isMaximized())

    def _turn(self) -> None:
        """Take the chosen ratio at about the same size: the longer side stays as long."""
        if self._sized_by_user:
            side = max(self.width(), self.height())
            self.resize(fitting(self.look.ratio, QSize(side, side)))

    def _keep_ratio(self) -> None:
        if self._sized_by_user:
            self.resize(self.canvas.picture_rect.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()  # changing the size while the user drags the border would fight the window system

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination()).toString()
        choices = {choice.key: choice for choice in look_choices()}
        if event.isAutoRepeat():
            event.ignore()
        elif pressed in choices:
            self._choose(following(self.look, choices[pressed]))
        elif pressed == "F":
            self._choose(replace(self.look, frameless=not self.look.frameless))
        elif pressed == "F11" or (pressed == "Esc" and self.isFullScreen()):  # Esc never closes: on air it clears
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self.toggle_full_screen()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed_at = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isFullScreen():
            return
        at = event.position().toPoint()
        if self._pressed_at is None:
            self.setCursor(_cursor(self._edges(at)))
        elif (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._drag_from(self._pressed_at)
            self._pressed_at = None

    def _drag_from(self, at: QPoint) -> None:
        """Hand the drag over to the window system: at an edge it resizes, elsewhere it moves."""
        window, edges = self.windowHandle(), self._edges(at)
        if edges:
            window.startSystemResize(edges)
        else:
            window.startSystemMove()

    def _edges(self, at: QPoint) -> Qt.Edge:
        """Return the edges that a mouse at *at* takes hold of; where there is a frame, it sees to that."""
        edges = Qt.Edge(0)
        if not self.look.bare:
            return edges
        for hit, edge in (
            (at.x() < _GRIP, Qt.Edge.LeftEdge),
            (at.x() >= self.width() - _GRIP, Qt.Edge.RightEdge),
            (at.y() < _GRIP, Qt.Edge.TopEdge),
            (at.y() >= self.height() - _GRIP, Qt.Edge.BottomEdge),
        ):
            edges |= edge if hit else Qt.Edge(0)
        return edges


def _cursor(edges: Qt.Edge) -> Qt.CursorShape:
    across = edges & (Qt.Edge.LeftEdge | Qt.Edge.RightEdge)
    down = edges & (Qt.Edge.TopEdge | Qt.Edge.BottomEdge)
    if across and down:
        falling = edges in (Qt.Edge.LeftEdge | Qt.Edge.TopEdge, Qt.Edge.RightEdge | Qt.Edge.BottomEdge)
        return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
    if across:
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.SizeVerCursor if down else Qt.CursorShape.ArrowCursor
