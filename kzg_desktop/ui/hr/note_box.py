"""Writing notes. What was typed is never lost: not when another applicant is shown, nor when saving fails."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["NoteBox", "drafts_of", "forget_draft"]

_LONGEST = 2000
_HEIGHT = 18 * UNIT
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

_drafts: WeakKeyDictionary[HiringDesk, dict[str, str]] = WeakKeyDictionary()


def drafts_of(desk: HiringDesk) -> dict[str, str]:
    """Return what was typed and not saved yet, by application id.

    It belongs to the desk and not to a drawer, since pages are built anew when the language changes.
    """
    return _drafts.setdefault(desk, {})


def forget_draft(drafts: dict[str, str], application_id: str, text: str) -> str:
    """That note is on record: keep, and return, only what was typed since."""
    rest = drafts.pop(application_id, "").strip().removeprefix(text).strip()
    if rest:
        drafts[application_id] = rest
    return rest


class NoteBox(QWidget):
    """A field for one applicant at a time. ``save_requested`` carries the application's id and the text."""

    save_requested = Signal(str, str)
    left = Signal()
    """Esc, or a note saved by keyboard: the user is done here."""

    def __init__(self, drafts: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._application_id = ""
        self._saving = ""
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("What was said? (N)"))
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_HEIGHT)
        self.field.textChanged.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self.left)
        self.hint = QLabel(self, wordWrap=True)
        self.hint.setProperty("role", "caption")
        self.button = QPushButton(self.tr("Add note"), self, autoDefault=True)
        self.button.setToolTip(f"{self.button.text()}  (Ctrl+Enter)")
        self.button.clicked.connect(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.field)
        column.addLayout(foot)
        self._say("")

    def show_applicant(self, application_id: str) -> None:
        """Show what was typed about that application; "" for none."""
        if application_id == self._application_id:
            return
        self._application_id = application_id
        text = self._drafts.get(application_id, "")
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._say(self.tr("Not saved yet (Ctrl+Enter)") if text else "")

    def save(self) -> None:
        """Ask for what was typed to be recorded, once for each press."""
        text = self.field.toPlainText().strip()
        if not text or not self._application_id or self._saving == self._application_id:
            return
        if len(text) > _LONGEST:
            self._say(
                self.tr("A note may have {most} characters; this one has {many}").format(most=_LONGEST, many=len(text))
            )
            return
        self._saving = self._application_id
        self._check()
        self.save_requested.emit(self._application_id, text)

    def _on_entered(self) -> None:
        self.save()
        if self._saving:
            self.left.emit()  # the next key is meant for the applicant: book, next

    def saved(self, application_id: str, text: str) -> None:
        """That note is on record: keep only what was typed since."""
        if self._saving == application_id:
            self._saving = ""
        rest = forget_draft(self._drafts, application_id, text)
        self._keep(application_id, rest, self.tr("Saved") if not rest else "")

    def not_saved(self, application_id: str, text: str) -> None:
        """That note could not be recorded: it stays in the field, or comes back into it."""
        if self._saving == application_id:
            self._saving = ""
        draft = self._drafts.get(application_id, "").strip()
        if not draft.startswith(text):
            draft = f"{text}\n{draft}".strip()
        self._keep(application_id, draft, self.tr("Not saved. What you wrote stays here; try again with Ctrl+Enter."))

    def _keep(self, application_id: str, text: str, words: str) -> None:
        self._remember(application_id, text)
        if application_id != self._application_id:
            return
        if text != self.field.toPlainText().strip():
            self.field.setPlainText(text)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._say(words)

    def _on_typed(self) -> None:
        self._remember(self._application_id, self.field.toPlainText())
        self._say("")

    def _remember(self, application_id: str, text: str) -> None:
        if text.strip() and application_id:
            self._drafts[application_id] = text
        else:
            self._drafts.pop(application_id, None)

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self._check()

    def _check(self) -> None:
        saving = bool(self._saving) and self._saving == self._application_id
        self.button.setEnabled(bool(self.field.toPlainText().strip()) and not saving)


class _Field(QPlainTextEdit):
    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and with_ctrl:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
