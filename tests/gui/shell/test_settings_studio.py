from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from kzg_desktop.errors import InvalidInput
from kzg_desktop.ui.about import About
from kzg_desktop.ui.preferences import Preferences
from kzg_desktop.ui.settings.addresses import is_loopback, network_name, port_number, public_address
from kzg_desktop.ui.settings.parts import CheckedField
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.ui.settings_page import SettingsPage
from kzg_desktop.ui.settings_store import Settings, SettingsStore
from tests.gui.fake_desk import FakeDesk

INFO = StudioInfo(
    overlay_url="http://127.0.0.1:17840/overlay",
    overlay_file="/data/overlay/overlay.html",
    control_url="http://127.0.0.1:17840/control",
    control_token="a-token-of-nobody",
    obs_scenes=("Opening", "Factory"),
    obs_sources=("Card",),
    card_kinds=(("full_time", "Full time"),),
)
LOCAL_ONLY = "Only this computer can open the QR code's page"


@pytest.fixture
def page(qtbot: QtBot, desk: FakeDesk, preferences: Preferences, about: About) -> Iterator[SettingsPage]:
    page = SettingsPage(desk, preferences, about)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show_studio(INFO)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.stop()


@pytest.fixture
def changed(page: SettingsPage) -> list[str]:
    names: list[str] = []
    page.studio_changed.connect(names.append)
    return names


def enter(field: CheckedField, text: str) -> None:
    field.field.setFocus()
    field.field.selectAll()
    QTest.keyClick(field.field, Qt.Key.Key_Delete)
    QTest.keyClicks(field.field, text)
    QTest.keyClick(field.field, Qt.Key.Key_Return)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# --- the page


def test_the_studio_is_offered_once_there_is_one(
    qtbot: QtBot, desk: FakeDesk, preferences: Preferences, about: About
) -> None:
    page = SettingsPage(desk, preferences, about)
    qtbot.addWidget(page)
    assert ["general", "keys"] == page.sections
    page.show_studio(INFO)
    page.show_studio(INFO)
    assert ["general", "keys", "overlay", "obs", "control"] == page.sections
    page.stop()


def test_a_section_is_built_when_it_is_shown(page: SettingsPage) -> None:
    assert not {"keys", "overlay", "obs", "control"} & vars(page).keys()
    page.show_section("overlay")
    assert {"overlay"} == {"keys", "overlay", "obs", "control"} & vars(page).keys()


@pytest.mark.parametrize("keys", ["Ctrl+Tab", "Ctrl+PgDown"])
def test_sections_are_turned_by_key_and_get_the_keyboard(page: SettingsPage, keys: str) -> None:
    page.setFocus()
    seen = []
    for _ in page.sections:
        seen.append(page.section)
        focus = QApplication.focusWidget()
        assert getattr(page, page.section).isAncestorOf(focus)
        QTest.keySequence(focus, QKeySequence(keys))
    assert page.sections == seen
    assert "general" == page.section, "the last is followed by the first"
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+PgUp"))
    assert "control" == page.section


def test_tabs_are_chosen_with_arrows(page: SettingsPage) -> None:
    tabs = page.findChild(QTabBar)
    tabs.setFocus()
    for name in page.sections[1:]:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
        assert name == page.section
        assert tabs.hasFocus()


@pytest.mark.parametrize("name", ["overlay", "obs", "control"])
def test_every_field_of_the_studio_has_a_name_for_screen_readers(page: SettingsPage, name: str) -> None:
    page.show_section(name)
    fields = [*getattr(page, name).findChildren(QLineEdit), *getattr(page, name).findChildren(QComboBox)]
    nameless = [f.objectName() for f in fields if not f.accessibleName() and not isinstance(f.parent(), QComboBox)]
    assert [] == nameless


# --- overlay and sign-up


def test_the_address_carries_the_layout_and_is_copied_whole(page: SettingsPage) -> None:
    page.show_section("overlay")
    assert "http://127.0.0.1:17840/overlay?layout=lower-third" == page.overlay.address.shown
    page.overlay.layout_choice.setCurrentIndex(2)
    page.overlay.layout_choice.activated.emit(2)
    said: list[str] = []
    page.said.connect(lambda words, _offer, _act: said.append(words))
    page.overlay.address.copy_button.click()
    assert "http://127.0.0.1:17840/overlay?layout=ticker" == clipboard()
    assert ["Copied: address of the overlay"] == said


def test_new_facts_of_the_studio_are_shown(page: SettingsPage) -> None:
    page.show_section("overlay")
    page.show_studio(replace(INFO, overlay_url="", problem="Port 17840 is taken"))
    assert "–" == page.overlay.address.shown
    assert not page.overlay.address.copy_button.isEnabled()
    assert "Port 17840 is taken" in {label.text() for label in page.overlay.findChildren(QLabel) if label.isVisible()}


def test_a_port_is_checked_and_stored(page: SettingsPage, store: SettingsStore, changed: list[str]) -> None:
    page.show_section("overlay")
    enter(page.overlay.port, "70000")
    assert "A port is a number from 1 to 65535" == page.overlay.port.said
    assert (17840, []) == (store.value.overlay_port, changed)
    enter(page.overlay.port, "18000")
    assert (18000, ["overlay_port"]) == (store.value.overlay_port, changed)
    enter(page.overlay.port, "18000")
    assert ["overlay_port"] == changed, "nothing is new"


def test_it_says_when_phones_cannot_open_the_sign_up_page(
    page: SettingsPage, store: SettingsStore, changed: list[str]
) -> None:
    page.show_section("overlay")
    link = page.overlay.public_url
    assert LOCAL_ONLY in link.said
    enter(link, "jobs.example.com/")
    assert ("https://jobs.example.com", ["public_url"]) == (store.value.public_url, changed)
    assert "https://jobs.example.com" == link.field.text()
    assert LOCAL_ONLY not in link.said
    enter(link, "http://localhost:8750")
    assert LOCAL_ONLY in link.said
    enter(link, "ftp://jobs.example.com")
    assert "This is not an address such as https://jobs.example.com" == link.said
    assert "http://localhost:8750" == store.value.public_url
    enter(link, "")
    assert ("", True) == (store.value.public_url, LOCAL_ONLY in link.said)


def test_with_a_hub_elsewhere_an_empty_address_is_the_hubs(
    qtbot: QtBot, desk: FakeDesk, preferences: Preferences, about: About
) -> None:
    page = SettingsPage(desk, preferences, replace(about, mode="hub", hub_url="https://hub.example.com"))
    qtbot.addWidget(page)
    page.show_studio(INFO)
    assert "Empty: the QR code leads to the hub, https://hub.example.com." == page.overlay.public_url.said
    page.stop()


def test_the_picture_is_switched_on_and_put_elsewhere(
    page: SettingsPage, store: SettingsStore, changed: list[str], tmp_path: Path
) -> None:
    page.show_section("overlay")
    default = str(tmp_path / "overlay" / "overlay.png")
    assert default == page.overlay.png.value
    page.overlay.png_on.click()
    page.overlay.png_layout.activated.emit(1)
    page.overlay.png_shape.activated.emit(1)
    page.overlay.use_png(str(tmp_path / "card.png"))
    assert (True, "full-card", "9:16", str(tmp_path / "card.png")) == (
        store.value.png_on,
        store.value.png_layout,
        store.value.png_shape,
        store.value.overlay_png,
    )
    assert ["png_on", "png_layout", "png_shape", "overlay_png"] == changed
    page.overlay.use_png(default)
    assert ("", default) == (store.value.overlay_png, page.overlay.png.value)


def test_the_output_window_is_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_section("overlay")
    with qtbot.waitSignal(page.output_window_requested):
        page.overlay.output.click()


def test_the_wheel_scrolls_past_a_box(page: SettingsPage) -> None:
    page.show_section("overlay")
    box = page.overlay.png_layout
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert 0 == box.currentIndex()


# --- OBS


def test_a_password_is_handed_over_and_kept_nowhere(page: SettingsPage, store: SettingsStore) -> None:
    page.show_section("obs")
    handed: list[str] = []
    page.obs_password_entered.connect(handed.append)
    field = page.obs.password
    assert QLineEdit.EchoMode.Password == field.echoMode()
    field.setFocus()
    QTest.keyClicks(field, "not-a-real-password")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ["not-a-real-password"] == handed
    assert "" == field.text()
    page.obs.on.click()
    assert "not-a-real-password" not in store.path.read_text(encoding="utf-8")
    page.show_studio(replace(INFO, obs_password_saved=True))
    assert {"•"} == set(field.placeholderText())
    next(b for b in page.obs.findChildren(QPushButton) if b.text() == "Forget").click()
    assert ["not-a-real-password", ""] == handed


def test_the_connection_is_set_and_tested(
    page: SettingsPage, store: SettingsStore, changed: list[str], qtbot: QtBot
) -> None:
    page.show_obs_status("Not connected", "muted")
    page.show_section("obs")
    assert "Not connected" == page.obs.status.text()
    enter(page.obs.host, "studio pc")
    assert page.obs.host.said.startswith("This is not the name or address of a computer")
    enter(page.obs.host, "studio-pc")
    enter(page.obs.port, "4456")
    page.obs.on.click()
    assert ("studio-pc", 4456, True) == (store.value.obs_host, store.value.obs_port, store.value.obs_on)
    assert ["obs_host", "obs_port", "obs_on"] == changed
    with qtbot.waitSignal(page.obs_test_requested):
        page.obs.test.click()
    page.show_obs_status("Connected", "good")
    assert ("Connected", "good") == (page.obs.status.text(), page.obs.status.property("role"))


def test_scenes_are_chosen_or_typed(page: SettingsPage, store: SettingsStore, changed: list[str]) -> None:
    page.show_section("obs")
    box = page.obs.findChild(QComboBox, "obs_scene_on_air")
    assert ["", "Opening", "Factory"] == [box.itemText(i) for i in range(box.count())]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    source = page.obs.findChild(QComboBox, "obs_overlay_source")
    QTest.keyClicks(source.lineEdit(), "Later")
    QTest.keyClick(source.lineEdit(), Qt.Key.Key_Return)
    assert ("Factory", "Later") == (store.value.obs_scene_on_air, store.value.obs_overlay_source)
    page.show_studio(replace(INFO, obs_scenes=("Other",)))
    assert "Factory" == box.currentText(), "OBS may know it again later"
    assert ["obs_scene_on_air", "obs_overlay_source"] == changed


def test_a_kind_of_card_has_its_scene(
    page: SettingsPage, store: SettingsStore, changed: list[str], qtbot: QtBot
) -> None:
    page.show_section("obs")
    box = page.obs.findChild(QComboBox, "obs_scenes.full_time")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert {"full_time": "Opening"} == store.value.obs_scenes
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert {} == store.value.obs_scenes
    assert ["obs_scenes", "obs_scenes"] == changed
    page.show_studio(replace(INFO, card_kinds=(("part_time", "Part time"),)))
    qtbot.waitUntil(page.obs.findChild(QComboBox, "obs_scenes.part_time").isVisible)
    assert "Part time" in {label.text() for label in page.obs.findChildren(QLabel)}


# --- control


def test_the_token_is_copied_but_never_shown(page: SettingsPage) -> None:
    page.show_section("control")
    page.control.token.copy_button.click()
    assert "a-token-of-nobody" == clipboard()
    texts = {f(part) for part in page.findChildren(QLabel) for f in (QLabel.text, QLabel.toolTip)}
    assert not [text for text in texts if "a-token-of-nobody" in text]


def test_a_new_token_is_asked_for_only_after_a_yes(page: SettingsPage) -> None:
    page.show_section("control")
    asked: list[bool] = []
    page.control_token_requested.connect(lambda: asked.append(True))
    for words, wanted in (("Cancel", []), ("New token", [True])):
        page.control.new_token.click()
        box = next(each for each in page.findChildren(QMessageBox) if each.isVisible())
        next(button for button in box.buttons() if button.text() == words).click()
        assert wanted == asked


def test_the_command_is_copied(page: SettingsPage) -> None:
    page.show_section("control")
    page.control.command.copy_button.click()
    assert "kzg-desktop ctl take" == clipboard()


# --- addresses and the file


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("", ""),
        ("  https://Jobs.Example.com/ ", "https://jobs.example.com"),
        ("jobs.example.com:8443", "https://jobs.example.com:8443"),
        ("192.168.1.20:8750", "http://192.168.1.20:8750"),
        ("http://jobs.example.com", "http://jobs.example.com"),
        ("http://[::1]:8750", "http://[::1]:8750"),
    ],
)
def test_an_address_that_phones_reach(typed: str, url: str) -> None:
    assert url == public_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://jobs.example.com",
        "https://",
        "https://jobs.example.com/apply",
        "https://jobs.example.com?x=1",
        "https://jobs.example.com#x",
        "https://me@jobs.example.com",
        "https://jobs.example.com:99999",
        "two words",
        "999.1.1.1",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_such_address(typed: str) -> None:
    with pytest.raises(InvalidInput):
        public_address(typed)


def test_loopback_is_recognised() -> None:
    urls = ("http://localhost:1", "http://127.0.0.1", "http://[::1]", "https://jobs.example.com", "")
    assert [True, True, True, False, False] == [is_loopback(url) for url in urls]


@pytest.mark.parametrize(
    ("read", "typed"),
    [(port_number, "0"), (port_number, "65536"), (port_number, "١"), (network_name, ""), (network_name, "a b")],
)
def test_what_is_no_port_and_no_computer(read: Callable[[str], object], typed: str) -> None:
    with pytest.raises(InvalidInput):
        read(typed)


def test_a_value_that_cannot_be_used_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "overlay_port": 0, "obs_scenes": 5, "obs_host": "pc"}', encoding="utf-8")
    assert Settings(theme="light", obs_host="pc") == SettingsStore(path).value
