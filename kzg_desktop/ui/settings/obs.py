"""The link to OBS: where it is, its password, and which scene belongs to what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from kzg_desktop.ui.settings.addresses import network_name, port_number
from kzg_desktop.ui.settings.parts import (
    CalmComboBox,
    CheckedField,
    Row,
    Tone,
    button,
    note,
    section,
    set_tone,
    side_by_side,
)
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ObsSection"]

_FIELD_WIDTH = 64 * UNIT
_PORT_WIDTH = 24 * UNIT


class ObsSection(QWidget):
    """``changed`` names a field of the settings that has another value now.

    ``password_entered`` carries a new password, which is kept nowhere here, or "" to forget the one that is saved.
    """

    changed = Signal(str)
    password_entered = Signal(str)
    test_requested = Signal()

    def __init__(self, store: SettingsStore, info: StudioInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._boxes: list[tuple[_NameBox, bool]] = []
        self._saved = False
        self._build()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4 * UNIT)
        self._column.addWidget(self._connection())
        self._column.addWidget(self._scenes())
        self._kinds: tuple[tuple[str, str], ...] = ()
        self._kind_scenes: QWidget | None = None
        self.show_studio(info)
        self.setFocusProxy(self.on)

    def show_studio(self, info: StudioInfo) -> None:
        """Show whether a password is saved, and offer the names that OBS knows."""
        self._saved = info.obs_password_saved
        self.password.setPlaceholderText("•" * 10 if self._saved else "")
        self._saved_note.setText(self.tr("Saved") if self._saved else self.tr("None saved"))
        set_tone(self._saved_note, "good" if self._saved else "muted")
        self._forget.setVisible(self._saved)
        self._show_kinds(info.card_kinds)
        for box, is_source in self._boxes:
            box.offer(info.obs_sources if is_source else info.obs_scenes)

    def _show_kinds(self, kinds: tuple[tuple[str, str], ...]) -> None:
        if kinds == self._kinds:
            return
        self._kinds = kinds
        if self._kind_scenes is not None:
            self._boxes = [(box, source) for box, source in self._boxes if not self._kind_scenes.isAncestorOf(box)]
            self._column.removeWidget(self._kind_scenes)
            self._kind_scenes.deleteLater()
            self._kind_scenes = None
        if kinds:
            rows = [(words, self._kind_box(kind)) for kind, words in kinds]
            self._kind_scenes = section(self.tr("Scene for a kind of card"), rows)
            self._column.addWidget(self._kind_scenes)

    def show_status(self, words: str, tone: Tone) -> None:
        """Say how the link to OBS is, or how the test of it went."""
        self.status.setText(words)
        self.status.setVisible(bool(words))
        set_tone(self.status, tone)

    # --- building

    def _build(self) -> None:
        settings = self._store.value
        self.on = QCheckBox(self.tr("Connect to OBS"))
        self.on.setChecked(settings.obs_on)
        self.on.toggled.connect(lambda on: self._store_as("obs_on", on))
        self.host = CheckedField(settings.obs_host, network_name, name=self.tr("Computer"), width=_FIELD_WIDTH)
        self.host.accepted.connect(lambda host: self._store_as("obs_host", host))
        self.port = CheckedField(str(settings.obs_port), port_number, name=self.tr("Port"), width=_PORT_WIDTH)
        self.port.accepted.connect(lambda port: self._store_as("obs_port", port))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setFixedWidth(_FIELD_WIDTH)
        self.password.returnPressed.connect(self._on_password)
        self.save = button(self.tr("Save"), self._on_password)
        self.save.setEnabled(False)
        self.password.textChanged.connect(lambda text: self.save.setEnabled(bool(text)))
        self._forget = button(self.tr("Forget"), lambda: self.password_entered.emit(""))
        self._saved_note = QLabel()
        self.test = button(self.tr("Test connection"), self.test_requested.emit)
        self.status = QLabel(wordWrap=True)
        self.status.hide()

    def _connection(self) -> QWidget:
        told = self.tr("In OBS: Tools, WebSocket Server Settings, Enable. Connecting changes nothing in OBS.")
        rows: list[Row] = [
            ("", self.on),
            (self.tr("Computer"), self.host),
            (self.tr("Port"), self.port),
            (self.tr("Password"), side_by_side(self.password, self.save, self._forget, self._saved_note)),
            ("", self.test),
            ("", self.status),
        ]
        return section(self.tr("Connection"), rows, told)

    def _scenes(self) -> QWidget:
        told = self.tr("With a name here, OBS follows: a take shows the first scene, a clear the second.")
        rows: list[Row] = [
            (self.tr("On a take"), self._name_box("obs_scene_on_air")),
            (self.tr("On a clear"), self._name_box("obs_scene_clear")),
            (self.tr("Overlay's source"), self._name_box("obs_overlay_source", source=True)),
            ("", note(self.tr("The source that shows the overlay, to tell you when viewers do not see it."))),
        ]
        return section(self.tr("Scenes"), rows, told)

    def _name_box(self, field: str, *, source: bool = False) -> QWidget:
        box = _NameBox(getattr(self._store.value, field), lambda name: self._store_as(field, name))
        box.setObjectName(field)
        self._boxes.append((box, source))
        return box

    def _kind_box(self, kind: str) -> QWidget:
        def keep(name: str) -> None:
            others = {k: scene for k, scene in self._store.value.obs_scenes.items() if k != kind}
            self._store_as("obs_scenes", {**others, kind: name} if name else others)

        box = _NameBox(self._store.value.obs_scenes.get(kind, ""), keep)
        box.setObjectName(f"obs_scenes.{kind}")
        self._boxes.append((box, False))
        return box

    # --- doing

    def _store_as(self, field: str, value: object) -> None:
        if getattr(self._store.value, field) != value:
            self._store.change(**{field: value})
            self.changed.emit(field)

    def _on_password(self) -> None:
        if password := self.password.text():
            self.password.clear()
            self.password_entered.emit(password)


class _NameBox(CalmComboBox):
    """A name of something in OBS: chosen from those it knows, or typed while OBS does not run."""

    def __init__(self, name: str, keep: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setEditable(True)
        self.setInsertPolicy(CalmComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(_FIELD_WIDTH)
        edit = self.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(self.tr("Leave OBS as it is"))
        self.offer(())
        self.setEditText(name)
        edit.editingFinished.connect(lambda: self._keep(self.currentText().strip()))
        self.activated.connect(lambda _index: self._keep(self.currentText().strip()))

    def offer(self, names: tuple[str, ...]) -> None:
        """List these names; what is written stays."""
        written = self.currentText()
        self.clear()
        self.addItems(["", *names])
        self.setEditText(written)
