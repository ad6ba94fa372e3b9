"""The strip at the top: which broadcast, whether it is live, when it ends, how many applied, how the link stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QToolTip, QWidget

from kzg_desktop.domain.entities import Mode
from kzg_desktop.domain.rundown import Rundown, clock_text
from kzg_desktop.services import MOST_BACKLOG, Backlog, Desk
from kzg_desktop.ui.live.figures import per_minute
from kzg_desktop.ui.live.mode_switch import ModeSwitch
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.ui.live.status_text import status_text, status_tone
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import SIZES, UNIT, number_font, tokens_for

__all__ = ["TopStrip"]

translate = QCoreApplication.translate

_TIP_AFTER_MS = 150


class TopStrip(QFrame):
    """Reads the stage and the desk's status; `show_time` brings its clocks up to date."""

    broadcast_chosen = Signal(str)
    new_requested = Signal()
    edit_requested = Signal()
    refusals_requested = Signal()
    as_run_requested = Signal()
    obs_requested = Signal()
    """The host wants to see what is wrong with OBS."""

    def __init__(self, stage: Stage, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._stage = stage
        self._desk = desk
        self.switcher = QToolButton(self)
        self.switcher.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.switcher.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.switcher.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switcher.setAccessibleName(self.tr("Broadcast"))
        self.switcher.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.switcher.setMenu(self._menu)
        self.modes = ModeSwitch(self)
        self.live = self._label(self.tr("On air for"))
        self.end = self._label(self.tr("Expected end"))
        self.applied = self._label(self.tr("Applications"))
        self.backlog = self._label(self.tr("How far HR is behind"))
        self.backlog.hide()
        self.sync = self._label(self.tr("Link to the hub"))
        self.refusals = QPushButton(self)
        self.refusals.setProperty("kind", "chip")
        self.refusals.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.refusals.clicked.connect(self.refusals_requested)
        self.obs = QPushButton(self)
        self.obs.setProperty("kind", "alert")
        self.obs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.obs.clicked.connect(self.obs_requested)
        self.obs.hide()
        self._lay_out()
        stage.changed.connect(self.show_all)

    def _label(self, name: str) -> ElidedLabel:
        label = ElidedLabel(self)
        font = number_font(self.font())
        font.setPixelSize(SIZES["body"])
        label.setFont(font)
        label.setAccessibleName(name)
        return label

    def _lay_out(self) -> None:
        self.setFixedHeight(12 * UNIT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 0, 3 * UNIT, 0)
        layout.setSpacing(5 * UNIT)
        layout.addWidget(self.switcher)
        layout.addWidget(self.modes)
        layout.addWidget(self.live)
        layout.addWidget(self.end)
        layout.addStretch(1)
        layout.addWidget(self.obs)
        layout.addWidget(self.refusals)
        layout.addWidget(self.applied)
        layout.addWidget(self.backlog)
        layout.addWidget(self.sync)

    def show_all(self) -> None:
        """Bring everything up to date."""
        broadcast = self._stage.broadcast
        title = broadcast.title if broadcast is not None else self.tr("No broadcast")
        campaign = broadcast.campaign if broadcast is not None else ""
        whole = title if campaign in title else f"{campaign} · {title}"
        metrics = self.switcher.fontMetrics()
        self.switcher.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, self.width() // 4) + "  ▾")
        self.switcher.setToolTip(whole)
        self.modes.setVisible(broadcast is not None)
        self.modes.show_mode(self._stage.mode)
        counts = self._stage.counts
        minute = per_minute(counts.per_minute, self._stage.now_ms())[-1]
        self.applied.setText(self.tr("{0} applied ({1} this min)").format(f"{counts.total:,}", minute))
        self.applied.setVisible(broadcast is not None)
        refused = len(self._desk.refusals())
        self.refusals.setText(self.tr("{0} refused").format(refused))
        self.refusals.setToolTip(self.tr("Actions that the hub refused: read why"))
        self.refusals.setVisible(refused > 0)
        self.show_time()

    def show_backlog(self, found: Backlog) -> None:
        """Say how many wait for HR to call, amber once some wait for too long; nothing when nobody waits."""
        words = self.tr("HR to call {0}").format(_counted(found.waiting))
        if found.overdue:
            words = self.tr("HR to call {0}, overdue {1}").format(_counted(found.waiting), _counted(found.overdue))
        self.backlog.setText(words)
        self.backlog.setProperty("role", "warning" if found.overdue else "")
        self.backlog.style().polish(self.backlog)
        self.backlog.setVisible(found.waiting > 0)

    def show_obs(self, words: str, tip: str) -> None:
        """Say what is wrong with OBS; "" for nothing."""
        self.obs.setText(words)
        self.obs.setToolTip(tip)
        self.obs.setVisible(bool(words))

    def show_time(self) -> None:
        """Bring the clocks up to date."""
        rundown = self._stage.rundown()
        status = self._desk.status
        self._put(self.live, *_live_text(rundown, self._stage.mode))
        self._put(self.end, _end_text(rundown), "text_muted")
        self._put(self.sync, status_text(status, self._stage.now_ms()), status_tone(status))
        self.sync.setToolTip(status.detail)

    def _put(self, label: QLabel, text: str, role: str) -> None:
        label.setVisible(bool(text))
        if label.text() != text:
            label.setText(text)
        color = tokens_for(self.palette()).color(role)
        palette = label.palette()
        if palette.windowText().color() != color:
            palette.setColor(label.foregroundRole(), color)
            label.setPalette(palette)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for broadcast in self._desk.broadcasts():
            day = time_of_day(broadcast.starts_at, form="%m-%d %H:%M")
            action = QAction(f"{broadcast.title}\t{day}", self._menu, checkable=True)
            action.setChecked(broadcast.id == self._stage.broadcast_id)
            action.triggered.connect(lambda _on=False, id_=broadcast.id: self.broadcast_chosen.emit(id_))
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("New broadcast…"), self.new_requested.emit)
        edit = self._menu.addAction(self.tr("Edit this broadcast…"), self.edit_requested.emit)
        edit.setEnabled(self._stage.broadcast is not None)
        log = self._menu.addAction(self.tr("Save the as-run log…"), self.as_run_requested.emit)
        log.setEnabled(self._stage.broadcast is not None)
        self._menu.addSeparator()
        link = self._desk.sign_up_url(self._stage.broadcast_id) if self._stage.broadcast is not None else ""
        copy = self._menu.addAction(self.tr("Copy the sign-up link"))
        copy.triggered.connect(lambda: self._copy(link))
        show = self._menu.addAction(self.tr("Open the sign-up page"))
        show.triggered.connect(lambda: QDesktopServices.openUrl(QUrl(link)))
        for action in (copy, show):
            action.setEnabled(bool(link))

    def _copy(self, link: str) -> None:
        QGuiApplication.clipboard().setText(link)
        below = self.switcher.mapToGlobal(self.switcher.rect().bottomLeft())
        words = self.tr("Copied: {0}").format(link)
        # later, since the menu that closes now would take the tip along
        QTimer.singleShot(_TIP_AFTER_MS, self.switcher, lambda: QToolTip.showText(below, words, self.switcher))


def _live_text(rundown: Rundown | None, mode: Mode) -> tuple[str, str]:
    """Return how long the mode has lasted, and the token of its colour."""
    if rundown is None or mode == "prepare":
        return "", "text_muted"
    lasted = clock_text(rundown.live_s, hours=True)
    if mode == "rehearse":
        return translate("TopStrip", "Rehearsal {0}").format(lasted), "accent"
    return translate("TopStrip", "● Live {0}").format(lasted), "on_air"


def _end_text(rundown: Rundown | None) -> str:
    if rundown is None or not rundown.lineup_s:
        return ""
    drift = round(rundown.drift_s / 60)
    return translate("TopStrip", "Ends {0} ({1} min)").format(time_of_day(rundown.ends_at), _signed(drift))


def _signed(minutes: int) -> str:
    sign = "+" if minutes > 0 else "−" if minutes < 0 else "±"
    return f"{sign}{abs(minutes)}"


def _counted(count: int) -> str:
    return f"{count:,}" if count < MOST_BACKLOG else f"{MOST_BACKLOG:,}+"
