"""Settings, a tab to a section: in general, the keys, and how the studio reaches viewers, OBS and controllers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.services import DeskEvent, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.about import About
from kzg_desktop.ui.preferences import LookChoice, Preferences
from kzg_desktop.ui.settings.general import GeneralSection
from kzg_desktop.ui.settings.parts import Tone
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.ui.keymap_editor import KeymapEditor
    from kzg_desktop.ui.settings.account import AccountSection
    from kzg_desktop.ui.settings.control import ControlSection
    from kzg_desktop.ui.settings.obs import ObsSection
    from kzg_desktop.ui.settings.overlay import OverlaySection

__all__ = ["SettingsPage"]

_WIDTH = 196 * UNIT


class SettingsPage(QWidget):
    """Builds each section when it is first shown. Those of the studio are there once :meth:`show_studio` was called.

    ``hub_change_requested``: the user confirmed wanting another hub, or to sign out. ``said``: a confirmation.
    ``studio_changed`` names a stored setting of the studio that has another value now. ``obs_password_entered``
    carries a new password, or "" to forget the saved one.
    """

    hub_change_requested = Signal()
    sign_in_requested = Signal()
    sign_out_requested = Signal()
    said = Signal(str, str, object)
    studio_changed = Signal(str)
    obs_password_entered = Signal(str)
    obs_test_requested = Signal()
    output_window_requested = Signal()
    control_token_requested = Signal()

    def __init__(self, desk: HiringDesk, preferences: Preferences, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._about = about
        self._info: StudioInfo | None = None
        self._obs_status: tuple[str, Tone] = ("", "muted")
        self._pages: dict[str, QWidget] = {}
        self._make_account: Callable[[], AccountSection] | None = None
        self._builds: dict[str, Callable[[], QWidget]] = {
            "account": lambda: _scrolled(self.account),
            "general": lambda: _scrolled(self.general),
            "keys": lambda: _centred(self.keys),
            "overlay": lambda: _scrolled(self.overlay),
            "obs": lambda: _scrolled(self.obs),
            "control": lambda: _scrolled(self.control),
        }
        self.general = GeneralSection(desk, preferences, about)
        self.general.said.connect(self._say)
        self.general.hub_change_requested.connect(self.hub_change_requested)
        self._tabs = QTabBar()
        self._stack = QStackedWidget()
        self._lay_out()
        self._add_keys()
        self._unsubscribe = desk.subscribe(self._on_event)

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._unsubscribe()
        if "account" in vars(self):
            self.account.stop()

    # --- what is shown

    @property
    def section(self) -> str:
        """The section shown: "general", "keys", "overlay", "obs" or "control"."""
        return str(self._tabs.tabData(self._tabs.currentIndex()))

    @property
    def sections(self) -> list[str]:
        """The sections that can be shown."""
        return [str(self._tabs.tabData(index)) for index in range(self._tabs.count())]

    def show_section(self, name: str) -> None:
        """Show that section.

        Raises:
            ValueError: it cannot be shown.
        """
        self._tabs.setCurrentIndex(self.sections.index(name))

    def show_account(self, tasks: Tasks, clock: Clock, office: Office | None) -> None:
        """Offer the section of the account, where there is one at a hub."""
        account = self._desk.account
        if self._about.mode != "hub" or account is None:
            return

        def make() -> AccountSection:
            from kzg_desktop.ui.settings.account import AccountSection  # noqa: PLC0415 - not needed for the first paint

            section = AccountSection(self._desk, tasks, clock, account)
            section.set_office(office)
            section.said.connect(self._say)
            section.sign_in_requested.connect(self.sign_in_requested)
            section.sign_out_requested.connect(self.sign_out_requested)
            return section

        self._make_account = make
        self._add_tab("account", self.tr("Account"))

    @cached_property
    def account(self) -> AccountSection:
        """The section of the account; only after :meth:`show_account`."""
        assert self._make_account is not None, "show_account() comes first"
        return self._make_account()

    def show_studio(self, info: StudioInfo) -> None:
        """Offer the sections of the studio, with these addresses, files and secrets."""
        if self._info is None:
            self._add_tab("overlay", self.tr("Overlay and sign-up"))
            self._add_tab("obs", "OBS")
            self._add_tab("control", self.tr("Control"))
        self._info = info
        if "overlay" in vars(self):
            self.overlay.show_studio(info)
        if "obs" in vars(self):
            self.obs.show_studio(info)
        if "control" in vars(self):
            self.control.show_studio(info)

    def show_obs_status(self, words: str, tone: Tone) -> None:
        """Say how the link to OBS is, or how the test of it went."""
        self._obs_status = (words, tone)
        if "obs" in vars(self):
            self.obs.show_status(words, tone)

    @property
    def look(self) -> LookChoice:
        """The choice of language and theme."""
        return self.general.look

    @property
    def change_hub(self) -> QWidget:
        """The button for another hub."""
        return self.general.change_hub

    @property
    def status_text(self) -> str:
        """What is said of the link to the hub."""
        return self.general.status_text

    def copy_diagnostics(self) -> None:
        """Put the diagnostics onto the clipboard."""
        self.general.copy_diagnostics()

    # --- sections: loaded when they are first asked for, since few visits need more than one

    @cached_property
    def keys(self) -> KeymapEditor:
        """Which keys do what."""
        from kzg_desktop.ui.keymap_editor import KeymapEditor  # noqa: PLC0415 - as said above

        return KeymapEditor(self._preferences.keymap)

    @cached_property
    def overlay(self) -> OverlaySection:
        """What viewers see, and the link to sign up."""
        from kzg_desktop.ui.settings.overlay import OverlaySection  # noqa: PLC0415 - as said above

        section = OverlaySection(self._preferences.store, self._about, self._info or StudioInfo())
        section.changed.connect(self.studio_changed)
        section.said.connect(self._say)
        section.output_window_requested.connect(self.output_window_requested)
        return section

    @cached_property
    def obs(self) -> ObsSection:
        """The link to OBS."""
        from kzg_desktop.ui.settings.obs import ObsSection  # noqa: PLC0415 - as said above

        section = ObsSection(self._preferences.store, self._info or StudioInfo())
        section.changed.connect(self.studio_changed)
        section.password_entered.connect(self.obs_password_entered)
        section.test_requested.connect(self.obs_test_requested)
        section.show_status(*self._obs_status)
        return section

    @cached_property
    def control(self) -> ControlSection:
        """The way in for controllers."""
        from kzg_desktop.ui.settings.control import ControlSection  # noqa: PLC0415 - as said above

        section = ControlSection(self._info or StudioInfo())
        section.said.connect(self._say)
        section.token_requested.connect(self.control_token_requested)
        return section

    # --- building

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "title")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("Sections of the settings"))
        line = QFrame()
        line.setProperty("role", "hairline")
        top = QVBoxLayout()
        top.setContentsMargins(8 * UNIT, 5 * UNIT, 8 * UNIT, 0)
        top.setSpacing(2 * UNIT)
        top.addWidget(title)
        top.addWidget(self._tabs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(line)
        whole.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_tab)
        self._add_tab("general", self.tr("General"))
        self._add_tab("keys", self.tr("Keys"))

    def _add_tab(self, name: str, words: str) -> None:
        index = self._tabs.count()
        self._tabs.blockSignals(True)  # the first tab would be shown before it has its name
        self._tabs.addTab(words)
        self._tabs.setTabData(index, name)
        self._tabs.blockSignals(False)
        if index == 0:
            self._on_tab(0)

    def _on_tab(self, _index: int) -> None:
        name = self.section
        if name not in self._pages:
            self._pages[name] = self._builds[name]()
            self._stack.addWidget(self._pages[name])
        self._stack.setCurrentWidget(self._pages[name])
        section: QWidget = getattr(self, name)
        self.setFocusProxy(section)

    def _add_keys(self) -> None:
        """Turn the tabs from anywhere on the page, as every program with tabs does."""
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _turn(self, step: int) -> None:
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % self._tabs.count())
        self.setFocus()

    # --- what happens

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, StatusChanged):
            self.general.show_status(event.status)

    def _say(self, words: str) -> None:
        self.said.emit(words, "", None)


def _centred(section: QWidget) -> QWidget:
    """Return the section no wider than can be read at ease."""
    section.setMaximumWidth(_WIDTH)
    outer = QWidget()
    outer.setProperty("role", "scrolled")
    row = QHBoxLayout(outer)
    row.setContentsMargins(8 * UNIT, 5 * UNIT, 8 * UNIT, 6 * UNIT)
    row.addWidget(section, 1)
    row.addStretch(0)
    return outer


def _scrolled(section: QWidget) -> QScrollArea:
    held = QWidget()
    held.setProperty("role", "scrolled")
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(section)
    column.addStretch(1)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(_centred(held))
    return scroll
