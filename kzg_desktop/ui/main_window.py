"""The window around everything: navigation, pages, errors, confirmations."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.services import DeskEvent, StatusChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.about import About
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.hr.outdated_files import OutdatedBar
from kzg_desktop.ui.icons import app_icon
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.live.page import LivePage
from kzg_desktop.ui.nav_rail import NavRail
from kzg_desktop.ui.notices import Banner, Toast
from kzg_desktop.ui.pages import PAGES, pages_for
from kzg_desktop.ui.preferences import Preferences
from kzg_desktop.ui.shortcuts import ShortcutDialog
from kzg_desktop.ui.team.sign_in_bar import SignInBar
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.review.desk import ReviewDesk
    from kzg_desktop.review.figures import Figures
    from kzg_desktop.ui.hr.page import HrPage
    from kzg_desktop.ui.jobs.page import JobsPage
    from kzg_desktop.ui.report.saving import ReportDesk
    from kzg_desktop.ui.review.page import ReviewPage
    from kzg_desktop.ui.settings_page import SettingsPage

__all__ = ["MainWindow"]


class _Page(Protocol):
    def stop(self) -> None: ...


class _HiringPage(_Page, Protocol):
    """A page about applicants: it can be told of the hub's services, and hides names while on air."""

    said: SignalInstance
    failed: SignalInstance

    def set_office(self, office: Office | None) -> None: ...

    def set_on_air(self, on: bool) -> None: ...


class MainWindow(QMainWindow):
    """Shows one page at a time; builds each when it is first asked for, and anew when the language changes.

    Closing is asked for by ``close_requested``; the application shuts down in stages and calls :meth:`leave` at last.
    """

    close_requested = Signal()
    hub_change_requested = Signal()
    sign_in_requested = Signal()
    """The hub has signed this computer out, and the user wants to sign in again."""
    sign_out_requested = Signal()
    settings_built = Signal(object)
    """The settings page was made, and can be told of the studio."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, preferences: Preferences, about: About) -> None:
        super().__init__()
        self._desk = desk
        self._office: Office | None = None
        self._kinds = pages_for(desk)
        self._tasks = tasks
        self._clock = clock
        self._preferences = preferences
        self._about = about
        self.live = LiveDesk(desk, tasks, clock, self)
        self.live.keymap = preferences.keymap
        self.live.stage.changed.connect(self._mark_air)
        self._pages: dict[str, QWidget] = {}
        self._page = ""
        self._leaving = False
        self._error: BaseException | None = None
        self._obs = ("", "")
        self._build: dict[str, Callable[[], QWidget]] = {
            "live": self._build_live,
            "jobs": self._build_jobs,
            "hr": self._build_hr,
            "interviews": self._build_interviews,
            "review": self._build_review,
            "team": self._build_team,
            "settings": self._build_settings,
        }
        self.setWindowTitle("KZG Desktop")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(QSize(1080, 640))
        self._keys()
        self._restore_geometry()
        self._build_all()
        self._unsubscribe = desk.subscribe(self._on_event)
        self._lost_keyboard = QTimer(self, singleShot=True, interval=0)
        self._lost_keyboard.timeout.connect(self._take_keyboard)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)

    # --- for the application

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return self._page

    @property
    def built(self) -> set[str]:
        """The pages that have been asked for so far."""
        return set(self._pages)

    def page_widget(self, name: str) -> QWidget:
        """Return that page, built if it was not yet."""
        if name not in self._pages:
            page = self._build[name]()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Show that page and give it the keyboard."""
        page = self.page_widget(name)
        self._stack.setCurrentWidget(page)
        self._rail.choose(name)
        if name != self._page:
            self._toast.hide()  # it may lie over the Take button of the page that comes
        self._page = name
        self._preferences.store.change(page=name)
        page.setFocus()  # the page passes it on to where work goes on

    def show_broadcast(self, broadcast_id: str) -> None:
        """Have the live desk show that broadcast, and remember it."""
        cast("LivePage", self.page_widget("live")).set_broadcast(broadcast_id)

    def set_office(self, office: Office | None) -> None:
        """Let pages ask the hub for what only it can do; None while it is away."""
        self._office = office
        for page in self._hiring_pages():
            page.set_office(office)

    def show_obs(self, words: str, tip: str) -> None:
        """Say on the live desk what is wrong with OBS; "" for nothing."""
        self._obs = (words, tip)
        if "live" in self._pages:
            cast("LivePage", self._pages["live"]).strip.show_obs(words, tip)

    def show_error(self, error: BaseException) -> None:
        """Say in the banner what happened, what it means and what to do."""
        self._error = error
        self._banner.show_text(describe(error))

    def dismiss_error(self) -> None:
        """Take the banner away."""
        self._error = None
        self._banner.hide()

    def say(self, words: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Confirm something in passing; *offer* is a button that does *act*."""
        self._toast.say(words, offer, act)

    @property
    def error_text(self) -> str:
        """What the banner says, "" when it is hidden."""
        return self._banner.text

    @property
    def on_air_marked(self) -> bool:
        """Whether the rail says that the broadcast is on air."""
        return self._rail.button("live").marked

    @property
    def toast_text(self) -> str:
        """What the toast says, "" when it is hidden."""
        return self._toast.text

    def leave(self) -> None:
        """Remember the geometry, let go of the desk, and close for good."""
        if not self._leaving:
            self._unsubscribe()
            self._stop_bars()
        self._leaving = True
        self._remember()
        for name in list(self._pages):
            self._drop(name)
        self.live.stage.checks.stop()
        self.close()

    # --- building

    def _build_all(self) -> None:
        keymap = self._preferences.keymap
        commands = {"help": "help", **{kind.name: kind.command for kind in self._kinds}}
        self._rail = NavRail(self._kinds, {name: ", ".join(keymap.keys(id_)) for name, id_ in commands.items()})
        self._rail.chosen.connect(self.show_page)
        self._rail.help_requested.connect(self.show_keys)
        self._banner = Banner()
        self._banner.dismissed.connect(self.dismiss_error)
        self._sign_in_bar = SignInBar(self._desk)
        self._sign_in_bar.requested.connect(self._on_sign_in)
        self.outdated_bar = OutdatedBar(self._desk, self._tasks, self._clock)
        self.outdated_bar.failed.connect(self.show_error)
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._banner)
        right.addWidget(self._sign_in_bar)
        right.addWidget(self.outdated_bar)
        right.addWidget(self._stack, 1)
        upright = QFrame()
        upright.setProperty("role", "upright")
        row_widget = QWidget()
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(upright)
        row.addLayout(right, 1)
        self._toast = Toast(row_widget)
        self.setCentralWidget(row_widget)
        self.page_widget("live")
        self._mark_air()
        wanted = self._preferences.store.value.page
        starts_on_air = not self._page and self.live.runs_the_air  # as after a crash: viewers come first
        names = {kind.name for kind in self._kinds}
        self.show_page(wanted if wanted in names and not starts_on_air else "live")

    def _build_live(self) -> QWidget:
        if not self.live.stage.broadcast_id:
            self.live.open(self._broadcast_to_show())
        page = LivePage(self.live, self._desk, self._tasks, self._clock, self._preferences.keymap)
        page.broadcast_changed.connect(self._on_broadcast)
        page.said.connect(self.say)
        page.failed.connect(self.show_error)
        page.strip.obs_requested.connect(self._show_obs_settings)
        page.strip.show_obs(*self._obs)
        return page

    def _build_jobs(self) -> QWidget:
        from kzg_desktop.ui.jobs.page import JobsPage  # noqa: PLC0415 - not needed for the first paint

        page = JobsPage(self._desk, self._tasks, self._clock, self._preferences.keymap)
        page.applicant_requested.connect(self._show_applicant)
        return self._hiring_page(page)

    def _build_hr(self) -> QWidget:
        from kzg_desktop.ui.hr.page import HrPage  # noqa: PLC0415 - not needed for the first paint

        store = self._preferences.store
        page = HrPage(
            self._desk,
            self._tasks,
            self._clock,
            self._preferences.keymap,
            columns=store.value.hr_columns,
            remember=lambda columns: store.change(hr_columns=columns),
        )
        page.job_requested.connect(self._show_job)
        return self._hiring_page(page)

    def _build_interviews(self) -> QWidget:
        from kzg_desktop.ui.interviews.page import InterviewsPage  # noqa: PLC0415 - as above

        return self._hiring_page(InterviewsPage(self._desk, self._tasks, self._clock, self._preferences.keymap))

    def _build_review(self) -> QWidget:
        from kzg_desktop.ui.review.page import ReviewPage  # noqa: PLC0415 - as above

        page = ReviewPage(cast("ReviewDesk", self._desk), self._tasks, self._clock, self._preferences.keymap)
        page.said.connect(self.say)
        page.failed.connect(self.show_error)
        page.figures_entered.connect(self._keep_figures)
        page.report_requested.connect(self._open_report)
        return page

    def _keep_figures(self, figures: Figures) -> None:
        from kzg_desktop.review.desk import figure_actions  # noqa: PLC0415 - as above

        async def keep() -> None:
            actions = figure_actions(self._desk, figures)
            try:
                if actions:
                    await self._desk.act(*actions)
                    self.say(self.tr("Figures saved"))
            except KzgError as error:
                self.show_error(error)

        self._tasks.spawn("review.figures", keep())

    def _open_report(self, broadcast_id: str) -> None:
        from kzg_desktop.ui.report.dialog import ReportDialog  # noqa: PLC0415 - as above

        desk = cast("ReportDesk", self._desk)
        dialog = ReportDialog(desk, self._tasks, self._clock, broadcast_id, self)
        dialog.said.connect(self.say)
        dialog.set_lag(cast("ReviewPage", self.page_widget("review")).course.lag.value())
        dialog.open()

    def _build_team(self) -> QWidget:
        from kzg_desktop.ui.team.page import TeamPage  # noqa: PLC0415 - as above

        page = TeamPage(self._desk, self._tasks, self._clock, self._preferences.keymap)
        page.sign_in_requested.connect(self._on_sign_in)
        return self._hiring_page(page)

    def _hiring_page(self, page: QWidget) -> QWidget:
        hiring = cast("_HiringPage", page)
        hiring.said.connect(self.say)
        hiring.failed.connect(self.show_error)
        hiring.set_office(self._office)
        hiring.set_on_air(self.live.runs_the_air)
        return page

    def _hiring_pages(self) -> list[_HiringPage]:
        names = ("jobs", "hr", "interviews", "team")
        return [cast("_HiringPage", self._pages[name]) for name in names if name in self._pages]

    def _build_settings(self) -> QWidget:
        from kzg_desktop.ui.settings_page import SettingsPage  # noqa: PLC0415 - not needed for the first paint

        page = SettingsPage(self._desk, self._preferences, self._about)
        page.said.connect(self.say)
        page.sign_in_requested.connect(self._on_sign_in)
        page.sign_out_requested.connect(lambda: self._off_air(self.sign_out_requested.emit))
        page.show_account(self._tasks, self._clock, self._office)
        page.hub_change_requested.connect(self._on_hub_change)
        self.settings_built.emit(page)
        return page

    def _show_applicant(self, number: int) -> None:
        self.show_page("hr")
        cast("HrPage", self.page_widget("hr")).show_applicant(number)

    def _show_job(self, job_id: str) -> None:
        self.show_page("jobs")
        cast("JobsPage", self.page_widget("jobs")).show_job(job_id)

    def _broadcast_to_show(self) -> str:
        """Return the broadcast shown last, if it still exists, else the latest one."""
        known = [broadcast.id for broadcast in self._desk.broadcasts()]
        remembered = self._preferences.store.value.broadcast_id
        return remembered if remembered in known else next(iter(known), "")

    def _drop(self, name: str) -> None:
        page = self._pages.pop(name, None)
        if page is not None:
            cast("_Page", page).stop()
            self._stack.removeWidget(page)
            page.deleteLater()

    def _stop_bars(self) -> None:
        self._sign_in_bar.stop()
        self.outdated_bar.stop()

    def _rebuild(self) -> None:
        self._stop_bars()
        for name in list(self._pages):
            self._drop(name)
        self._build_all()
        if self._error is not None:
            self.show_error(self._error)

    def _on_broadcast(self, broadcast_id: str) -> None:
        if broadcast_id:  # before the first sync there is none, which is nothing to remember
            self._preferences.store.change(broadcast_id=broadcast_id)

    def _show_obs_settings(self) -> None:
        self.show_page("settings")
        with suppress(ValueError):  # the studio has not started yet
            cast("SettingsPage", self.page_widget("settings")).show_section("obs")

    def _mark_air(self) -> None:
        self._rail.button("live").mark(on=self.live.stage.mode == "on_air")
        for page in self._hiring_pages():
            page.set_on_air(self.live.runs_the_air)

    def _on_event(self, event: DeskEvent) -> None:
        """Whoever signs in may have other rights than the one before."""
        if isinstance(event, StatusChanged) and pages_for(self._desk) != self._kinds:
            self._kinds = pages_for(self._desk)
            QTimer.singleShot(0, self, self._rebuild)

    def _on_sign_in(self) -> None:
        self._off_air(self.sign_in_requested.emit)

    def _on_hub_change(self) -> None:
        self._off_air(self._change_hub)

    def _change_hub(self) -> None:
        self._preferences.store.change(page="live")  # where work begins at the hub that comes
        self.hub_change_requested.emit()

    def _off_air(self, then: Callable[[], None]) -> None:
        """Do *then*; while this desk runs the air, only once the host has agreed to end the broadcast."""
        if self.live.runs_the_air:
            self.show_page("live")
            cast("LivePage", self.page_widget("live")).leave_air(then)
        else:
            then()

    # --- keys

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None and self.isActiveWindow() and not self._leaving:
            self._lost_keyboard.start()

    def _take_keyboard(self) -> None:
        """Whatever had the keyboard is hidden or gone: give it to the page, or no key would work any more."""
        lost = QApplication.focusWidget() is None and QApplication.activePopupWidget() is None
        if lost and self.isActiveWindow() and not self._leaving and (page := self._stack.currentWidget()) is not None:
            page.setFocus()

    def _keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {kind.command: partial(self._on_nav, kind.name) for kind in PAGES}
        self._preferences.keymap.bind(self, {**acts, "help": self.show_keys, "try_again": self._desk.try_again})

    def _on_nav(self, name: str) -> None:
        if any(kind.name == name for kind in self._kinds):
            self.show_page(name)

    def show_keys(self) -> None:
        """Open the overview of all keys."""
        ShortcutDialog(self, self._preferences.keymap).open()

    # --- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._pages:
            QTimer.singleShot(0, self, self._rebuild)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._leaving:
            event.accept()
            return
        event.ignore()
        self._remember()
        self._off_air(self.close_requested.emit)

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._preferences.store.change(geometry=geometry)

    def _restore_geometry(self) -> None:
        saved = self._preferences.store.value.geometry
        if not saved or not self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii"))):
            frame = QSize(2 * UNIT, 10 * UNIT)  # what the system draws around a window
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() - frame))
