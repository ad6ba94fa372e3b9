"""The part of the drawer that scrolls: contact, notes, people, history, matches and rights."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.states import may_undo
from kzg_desktop.domain.templates import listed_templates, values_of
from kzg_desktop.ui.hr.contact_follow_up import wishes_words
from kzg_desktop.ui.hr.contact_phone import PhoneLine
from kzg_desktop.ui.hr.contact_templates import TemplateBox
from kzg_desktop.ui.hr.drawer_context import DrawerContext
from kzg_desktop.ui.hr.drawer_file import Opened
from kzg_desktop.ui.hr.drawer_who import Moment
from kzg_desktop.ui.hr.matches_section import MatchesSection, job_matches
from kzg_desktop.ui.hr.note_box import NoteBox, drafts_of
from kzg_desktop.ui.hr.people_section import PeopleSection
from kzg_desktop.ui.hr.timeline_section import HistorySection
from kzg_desktop.ui.hr.words import own_name, when_words
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.fold import Fold
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Sections"]


class Sections(QScrollArea):
    """Shows the rest of an applicant's file."""

    follow_up_requested = Signal()
    wishes_requested = Signal()
    rights_requested = Signal()

    def __init__(self, context: DrawerContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._context = context
        self._application_id = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.phone, self.templates = PhoneLine(context.clock), TemplateBox()
        self.notes = NoteBox(drafts_of(context.desk))
        self.people, self.history, self.matches = PeopleSection(), HistorySection(), MatchesSection()
        self.agreed = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.agreed.setProperty("role", "muted")
        self.rights = QPushButton(self.tr("Personal data and rights…"), autoDefault=True)
        self.rights.clicked.connect(self.rights_requested)
        self._folds = {
            "contact": Fold(self.tr("Contact")),
            "messages": Fold(self.tr("Message templates"), is_open=False),
            "notes": Fold(self.tr("Note")),
            "people": Fold(self.tr("Person")),
            "history": Fold(self.tr("History")),
            "matches": Fold(self.tr("Other jobs that fit"), is_open=False),
        }
        self._lay_out()
        self._folds["matches"].opened.connect(lambda _open: self._show_matches())

    def fold(self, name: str) -> Fold:
        """Return the part with that name."""
        return self._folds[name]

    def write_note(self) -> None:
        """Put the cursor where notes are written."""
        self._folds["notes"].set_open(True)
        self.ensureWidgetVisible(self.notes, 0, 4 * UNIT)
        self.notes.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_opened(self, opened: Opened, moment: Moment) -> None:
        """Show that applicant's file."""
        context, row = self._context, opened.row
        if row.id != self._application_id:
            self._application_id = row.id
            self.verticalScrollBar().setValue(0)
        withdrawn = row.status == "withdrawn"
        self.phone.show_phone(row.id, row.phone, may_see=context.may_see, is_closed=withdrawn)
        self.phone.show_best(opened.history)
        self._show_agreed(row, moment)
        self._show_templates(row, moment)
        self.notes.show_applicant(row.id)
        self.people.show_opened(opened, moment, context.employer, may=context.may_write)
        may = context.may_write and may_undo(row.status, row.handling.before)
        self.history.show_opened(opened, moment, context.desk.status, may_undo=may)
        self._folds["people"].say_count(str(len(self.people.rows) or ""))
        self._folds["history"].say_count(str(len(opened.history) + 1 + len(opened.others)))
        self._folds["notes"].setVisible(context.may_write)
        self._folds["messages"].setVisible(context.may_write and not withdrawn)
        self._folds["matches"].setVisible(context.may_write and not withdrawn)
        self._show_matches()

    def _lay_out(self) -> None:
        follow_up = QPushButton(self.tr("Call again…"), autoDefault=True)
        wishes = QPushButton(self.tr("Wishes…"), autoDefault=True)
        follow_up.clicked.connect(self.follow_up_requested)
        wishes.clicked.connect(self.wishes_requested)
        flow = FlowLayout()
        for button in (follow_up, wishes):
            button.setProperty("kind", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            flow.addWidget(button)
        self._agree = [follow_up, wishes]
        contact = self._folds["contact"].body
        contact.addWidget(self.phone)
        contact.addWidget(self.agreed)
        contact.addLayout(flow)
        for name, part in (
            ("messages", self.templates),
            ("notes", self.notes),
            ("people", self.people),
            ("history", self.history),
            ("matches", self.matches),
        ):
            self._folds[name].body.addWidget(part)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 4 * UNIT)
        column.setSpacing(UNIT)
        for fold in self._folds.values():
            column.addWidget(fold)
        column.addSpacing(2 * UNIT)
        column.addWidget(self.rights, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inside)

    def _show_agreed(self, row: Application, moment: Moment) -> None:
        again = when_words(row.handling.call_after, moment.now)
        lines = [
            self.tr("To be called again {when}").format(when=again) if again else "",
            self.tr("Looks for: {wishes}").format(wishes=wishes)
            if (wishes := wishes_words(row.handling.wishes))
            else "",
        ]
        self.agreed.setText("\n".join(filter(None, lines)))
        self.agreed.setVisible(bool(self.agreed.text()))
        for button in self._agree:
            button.setVisible(self._context.may_write and row.status != "withdrawn")

    def _show_templates(self, row: Application, moment: Moment) -> None:
        desk = self._context.desk
        values = values_of(
            row,
            job=desk.job(row.job_id),
            slot=self._slot(row),
            colleague=own_name(moment.me, moment.names.get(moment.me, "")),
        )
        if moment.masked:
            values["name"] = self._context.name(row)
        self.templates.show_templates(row.id, listed_templates(desk.templates(), row.employer_id), values)

    def _slot(self, row: Application) -> InterviewSlot | None:
        return next((slot for slot in self._context.desk.slots() if slot.id == row.handling.slot_id), None)

    def _show_matches(self) -> None:
        row, fold = self._context.row, self._folds["matches"]
        if row is None or not fold.is_open:
            return
        found = job_matches(self._context.desk, row, self._context.clock.now_ms())
        self.matches.show_matches(found, may_assign=self._context.may_write)
