"""The employer's message templates: choose, write, try, save; what is not saved yet is kept until the dialog closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
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
from kzg_desktop.domain.templates import default_templates, listed_templates, moved_templates
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.hr.words import own_name
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
    """``wanted`` carries words, the actions to be done, and those that would take them back."""

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
        self.up = _arrow("↑", self.tr("Move up") + "  (Alt+↑)")
        self.down = _arrow("↓", self.tr("Move down") + "  (Alt+↓)")
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_current)
        self.list.removal_wanted.connect(self.remove)
        self.list.move_wanted.connect(self.put_at)
        self.form.edited.connect(self._on_edited)
        self.new_button.clicked.connect(self.new)
        self.remove_button.clicked.connect(self.remove)
        self.up.clicked.connect(partial(self._step, -1))
        self.down.clicked.connect(partial(self._step, 1))
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
        self.wanted.emit(
            self.tr("Saved: {title}").format(title=template.title), [PutTemplate(template=template)], [back]
        )
        self.edited.emit()

    def remove(self) -> None:
        """Remove the template shown; one that came with the program goes back to its first words."""
        shown = self._shown_id()
        draft, before = self._drafts.pop(shown, None), self._kept().get(shown)
        if before is not None:
            words = self.tr("Removed: {title}").format(title=before.title)
            self.wanted.emit(words, [RemoveTemplate(template_id=shown)], [PutTemplate(template=before)])
        elif draft is not None:
            self.reload()
        self.edited.emit()

    def put_at(self, index: int) -> None:
        """Bring the template shown to that place of the list; words that are not saved yet stay so."""
        if not self._shown_id():
            return
        moved = moved_templates(self._listed(), self._shown_id(), index)
        kept, first = self._kept(), self._first()
        actions: list[Action] = []
        back: list[Action] = []
        for template in moved:
            if template.id in self._drafts:
                self._drafts[template.id] = template
            if (base := kept.get(template.id) or first.get(template.id)) is None:
                continue  # it was never saved
            before = kept.get(template.id)
            actions.append(PutTemplate(template=replace(base, position=template.position)))
            back.append(PutTemplate(template=before) if before else RemoveTemplate(template_id=template.id))
        if actions:
            self.wanted.emit(self.tr("Moved: {title}").format(title=self.form.title.text()), actions, back)
        elif moved:
            self.reload()

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.put_at(row)

    def discard(self) -> None:
        """Forget what is not saved."""
        self._drafts.clear()
        self.reload()
        self.edited.emit()

    def keep_draft(self, template: Template) -> None:
        """Have *template* again as something not saved yet, since saving it went wrong."""
        base = self._kept().get(template.id) or self._first().get(template.id)
        if base is None or (base.title, base.text) != (template.title, template.text):  # else it was only to be moved
            self._drafts.setdefault(template.id, template)
        self.reload()
        self.edited.emit()

    # --- inside

    def _kept(self) -> dict[str, Template]:
        return {each.id: each for each in self._desk.templates() if each.employer_id == self._employer_id}

    def _first(self) -> dict[str, Template]:
        return {each.id: each for each in default_templates(self._employer_id)}

    def _listed(self) -> list[Template]:
        return listed_templates([*self._kept().values(), *self._drafts.values()], self._employer_id)

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
        self.up.setEnabled(self.list.currentRow() > 0)
        self.down.setEnabled(0 <= self.list.currentRow() < self.list.count() - 1)

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
        me = self._desk.account_id
        colleague = own_name(me, self._desk.names().get(me, ""))
        self.form.show_values(sample_values(job, slot, colleague, now))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        left = QVBoxLayout()
        left.setSpacing(2 * UNIT)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(80 * UNIT)
        left.setContentsMargins(0, 0, 0, 0)
        upright = QFrame()
        upright.setProperty("role", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * UNIT)
        row.addWidget(side)
        row.addWidget(upright)
        row.addWidget(self.form, 1)


def _arrow(words: str, tip: str) -> QPushButton:
    button = QPushButton(words, autoDefault=False)
    button.setProperty("kind", "plain")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFixedWidth(8 * UNIT)
    return button


class _TemplateList(QListWidget):
    """A list that Del removes from; Alt with an arrow, or the mouse, moves the line chosen to another place."""

    removal_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        gap = self._gap_at(event.position().toPoint())
        # Qt would move the line itself; the order changes by its own action instead.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.move_wanted.emit(gap - 1 if gap > self.currentRow() else gap)

    def _gap_at(self, point: QPoint) -> int:
        """Return the row before which a line dropped at *point* goes."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.count()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if 0 <= self.currentRow() + step < self.count():
                self.move_wanted.emit(self.currentRow() + step)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            if not event.isAutoRepeat():
                self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
