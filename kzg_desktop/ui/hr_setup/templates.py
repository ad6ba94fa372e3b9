"""The employer's message templates: choose, write, try, save; what is not saved yet is kept until the dialog closes."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.actions import Action, PutTemplate, RemoveTemplate
from kzg_desktop.domain.hiring import Template
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.templates import default_templates
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.hr_setup.placeholders import sample_values
from kzg_desktop.ui.hr_setup.template_form import TemplateForm
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["TemplatesSection"]

_ROOM = """
QListView::item { padding: 6px 10px; }
QListView::item:selected { background: palette(highlight); color: palette(highlighted-text); }
"""
_ID = Qt.ItemDataRole.UserRole


class TemplatesSection(QWidget):
    """``wanted`` carries words, what is to be done, and what would take it back."""

    wanted = Signal(str, object, object)
    edited = Signal()

    def __init__(self, desk: HiringDesk, employer_id: str, now: Callable[[], int]) -> None:
        super().__init__()
        self._desk = desk
        self._employer_id = employer_id
        self._now = now
        self._drafts: dict[str, Template] = {}
        self.list = _TemplateList()
        self.list.setAccessibleName(self.tr("Message templates"))
        self.list.setStyleSheet(_ROOM)
        self.form = TemplateForm()
        self.new_button = QPushButton(self.tr("New"), autoDefault=False)
        self.new_button.setToolTip("Ctrl+N")
        self.remove_button = QPushButton(self.tr("Remove"), autoDefault=False)
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_current)
        self.list.removal_wanted.connect(self.remove)
        self.form.edited.connect(self._on_edited)
        self.new_button.clicked.connect(self.new)
        self.remove_button.clicked.connect(self.remove)
        self.setFocusProxy(self.list)
        self._try_on_somebody()
        self.reload()

    @property
    def unsaved(self) -> int:
        """How many templates have changes that are not saved."""
        return len(self._drafts)

    @property
    def can_save(self) -> bool:
        """Whether the template shown differs from what is kept, and is in order."""
        shown = self._shown_id()
        return shown in self._drafts and not self.form.problem

    def reload(self) -> None:
        """List the templates as they are now, with what is not saved yet."""
        shown = self._shown_id()
        self.list.blockSignals(True)
        self.list.clear()
        for template in self._listed():
            item = QListWidgetItem(self._title(template))
            item.setData(_ID, template.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_ID) == shown]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self._on_current()

    def new(self) -> None:
        """Begin a new template."""
        kept = self._listed()
        last = max((template.position for template in kept), default="a")
        fresh = Template(
            id=new_id(), employer_id=self._employer_id, title=self.tr("New message"), text="", position=f"{last}n"
        )
        self._drafts[fresh.id] = fresh
        self.reload()
        self.list.setCurrentRow(self.list.count() - 1)
        self.form.title.setFocus()
        self.form.title.selectAll()
        self.edited.emit()

    def save(self) -> None:
        """Keep the template that is shown."""
        if not self.can_save:
            return
        shown = self._shown_id()
        draft = self._drafts.pop(shown)
        template = replace(draft, title=draft.title.strip(), text=draft.text.strip())
        before = self._kept().get(shown)
        back: Action = PutTemplate(template=before) if before else RemoveTemplate(template_id=shown)
        self.wanted.emit(self.tr("Saved: {title}").format(title=template.title), PutTemplate(template=template), back)
        self.edited.emit()

    def remove(self) -> None:
        """Remove the template shown; one that came with the program goes back to its first words."""
        shown = self._shown_id()
        draft, before = self._drafts.pop(shown, None), self._kept().get(shown)
        if before is not None:
            words = self.tr("Removed: {title}").format(title=before.title)
            self.wanted.emit(words, RemoveTemplate(template_id=shown), PutTemplate(template=before))
        elif draft is not None:
            self.reload()
        self.edited.emit()

    def discard(self) -> None:
        """Forget what is not saved."""
        self._drafts.clear()
        self.reload()
        self.edited.emit()

    def keep_draft(self, template: Template) -> None:
        """Have *template* again as something not saved yet, since saving it went wrong."""
        self._drafts.setdefault(template.id, template)
        self.reload()
        self.edited.emit()

    # --- inside

    def _kept(self) -> dict[str, Template]:
        return {each.id: each for each in self._desk.templates() if each.employer_id == self._employer_id}

    def _first(self) -> dict[str, Template]:
        return {each.id: each for each in default_templates(self._employer_id)}

    def _listed(self) -> list[Template]:
        merged = {**self._first(), **self._kept(), **self._drafts}
        return sorted(merged.values(), key=lambda each: (each.position, each.id))

    def _title(self, template: Template) -> str:
        mark = "● " if template.id in self._drafts else ""
        built_in = template.id not in self._kept() and template.id in self._first()
        return f"{mark}{template.title}" + (self.tr("  (comes with the program)") if built_in else "")

    def _shown_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _on_current(self) -> None:
        shown = next((each for each in self._listed() if each.id == self._shown_id()), None)
        self.form.setEnabled(shown is not None)
        self.form.show_text(shown.title if shown else "", shown.text if shown else "")
        self._show_remove()
        self.edited.emit()

    def _show_remove(self) -> None:
        shown = self._shown_id()
        kept, first = shown in self._kept(), shown in self._first()
        self.remove_button.setEnabled(kept or shown in self._drafts)
        self.remove_button.setText(self.tr("First words again") if first else self.tr("Remove"))

    def _on_edited(self) -> None:
        shown = self._shown_id()
        base = self._kept().get(shown) or self._first().get(shown) or self._drafts.get(shown)
        if base is None:
            return
        draft = replace(base, title=self.form.title.text(), text=self.form.text.toPlainText())
        known = shown in self._kept() or shown in self._first()
        if known and (draft.title, draft.text) == (base.title, base.text):
            self._drafts.pop(shown, None)
        else:
            self._drafts[shown] = draft
        if (item := self.list.currentItem()) is not None:
            item.setText(self._title(draft))
        self._show_remove()
        self.edited.emit()

    def _try_on_somebody(self) -> None:
        job = next((job for job in self._desk.jobs() if job.employer_id == self._employer_id), None)
        now = self._now()
        coming = (slot for slot in self._desk.slots() if slot.employer_id == self._employer_id)
        slot = next((slot for slot in coming if slot.starts_at > now), None)
        colleague = self._desk.names().get(self._desk.account_id, "")
        self.form.show_values(sample_values(job, slot, colleague, now))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(2 * UNIT)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(72 * UNIT)
        left.setContentsMargins(0, 0, 0, 0)
        upright = QFrame()
        upright.setProperty("role", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * UNIT)
        row.addWidget(side)
        row.addWidget(upright)
        row.addWidget(self.form, 1)


class _TemplateList(QListWidget):
    """A list that Del removes from."""

    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            if not event.isAutoRepeat():
                self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
