"""The audit log: who signed in, was let in, changed or revoked; newest first, older pages when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import HubUnreachable, KzgError
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.models.account_audit_text import KINDS, kind_words
from kzg_desktop.models.account_text import day_and_time
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.words import name_words
from kzg_desktop.ui.team.audit_export import AuditExport, audit_table
from kzg_desktop.ui.team.audit_table import AuditColumn, AuditFilter, AuditTable
from kzg_desktop.ui.team.office_calls import OfficeCalls
from kzg_desktop.ui.team.plain_table import plain_table
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import AuditPage

__all__ = ["AuditPane"]

_WIDTHS = {AuditColumn.AT: 45, AuditColumn.WHO: 36, AuditColumn.WHAT: 50, AuditColumn.WHOM: 44}

_ENOUGH = 20
"""With a filter, older pages are read until so many more lines are found: a page may hold none of them."""


class AuditPane(QWidget):
    """Asks the hub through *calls*. ``said``: a confirmation; ``failed``: an error."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, desk: HiringDesk, tasks: Tasks, calls: OfficeCalls, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calls = calls
        self._clock = clock
        self._more = False
        self._loaded = False
        self._asking = False
        self._sought = 0
        self._people: dict[str, str] = {}
        self.table = AuditTable(self)
        self.filter = AuditFilter(self.table, self)
        self.view = QTableView()
        self.view.setModel(self.filter)
        plain_table(self.view, self.tr("Audit log"))
        self.person = QComboBox()
        self.person.setAccessibleName(self.tr("Person"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What happened"))
        self.older = QPushButton(autoDefault=True)
        self.export = QPushButton(self.tr("Export what is listed…"), autoDefault=True)
        self._range = QLabel()
        self._range.setProperty("role", "muted")
        self._none = EmptyState()
        self._none.activated.connect(self._on_empty)
        self._stack = QStackedWidget()
        self._saving = AuditExport(tasks, self)
        self._lay_out()
        self._wire()
        self._fill_kinds()
        self._show()

    # --- building

    def _lay_out(self) -> None:
        header = self.view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, units in _WIDTHS.items():
            self.view.setColumnWidth(section, units * UNIT)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        for box in (self.person, self.kind):
            box.setMinimumWidth(44 * UNIT)
        top = QHBoxLayout()
        top.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        top.setSpacing(2 * UNIT)
        for part in (self.person, self.kind):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.export)
        below = QHBoxLayout()
        below.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        below.setSpacing(3 * UNIT)
        below.addWidget(self._range, 1)
        below.addWidget(self.older)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(below)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.person.activated.connect(self._on_filter)
        self.kind.activated.connect(self._on_filter)
        self.older.clicked.connect(self.load_older)
        self.export.clicked.connect(self.ask_export)
        self._saving.saved.connect(lambda path: self.said.emit(self.tr("Saved: {path}").format(path=path)))
        self._saving.failed.connect(self.failed)

    def _fill_kinds(self) -> None:
        others = {line.kind for line in self.table.lines} - set(KINDS)
        options = [("", self.tr("Everything")), *((kind, kind_words(kind)) for kind in (*KINDS, *sorted(others)))]
        _fill(self.kind, options)

    def show_people(self, names: Mapping[str, str]) -> None:
        """Offer these people to filter by: names by account id."""
        self._people.update(names)
        self._fill_people()

    def _fill_people(self) -> None:
        for line in self.table.lines:
            if line.actor_name and line.actor not in self._people:
                self._people[line.actor] = line.actor_name
        known = sorted(self._people.items(), key=lambda item: (item[1], item[0]))
        _fill(self.person, [("", self.tr("Everybody")), *known])

    # --- reading

    @property
    def _names(self) -> dict[str, str]:
        return {organization.id: organization.name for organization in self._desk.organizations()}

    def leave(self) -> None:
        """Nothing is asked any more: the page was left."""
        self._show(asking=False)

    def reload(self) -> None:
        """Ask for the newest lines."""
        self._show(asking=True)
        self._calls.run("audit", lambda office: office.audit(), self._on_newest, self._on_failed)

    def load_older(self) -> None:
        """Ask for the lines before those listed, or stop asking."""
        if self._asking:
            self._calls.cancel("audit")
            self._show(asking=False)
        elif self._more:
            self._sought = self.filter.rowCount() + (_ENOUGH if self.filter.narrowed else 1)
            self._ask_older()

    def _ask_older(self) -> None:
        self._show(asking=True)
        self._calls.run("audit", partial(_before, line_id=self.table.oldest), self._on_older, self._on_failed)

    def _on_newest(self, page: AuditPage) -> None:
        page, held = _named(page), self.table.lines
        back_to = page.lines[-1].id if page.lines else 0
        # what was read before stays where the new page reaches back to it
        rest = [line for line in held if line.id < back_to] if held and back_to <= held[0].id else []
        self._more = self._more if rest else page.more
        self.table.show([*page.lines, *rest], self._names)
        self._take_over()

    def _on_older(self, page: AuditPage) -> None:
        page = _named(page)
        self.table.add_older(page.lines)
        self._more = page.more and bool(page.lines)
        self._take_over()
        if self._more and self.filter.rowCount() < self._sought:
            self._ask_older()

    def _take_over(self) -> None:
        self._loaded = True
        self._fill_people()
        self._fill_kinds()
        self._show(asking=False)

    def _on_failed(self, error: KzgError) -> None:
        self._show(asking=False)
        if not isinstance(error, HubUnreachable):
            self.failed.emit(error)

    # --- what is shown

    def _on_filter(self) -> None:
        self.filter.narrow(self.person.currentData(), self.kind.currentData())
        self._show()

    def narrow(self, person: str, kind: str) -> None:
        """Filter by account id and kind; "" for all."""
        for box, value in ((self.person, person), (self.kind, kind)):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._on_filter()

    def _show(self, *, asking: bool | None = None) -> None:
        self._asking = asking = self._asking if asking is None else asking
        found = self.filter.rowCount()
        self._range.setText(self._range_words(found))
        self.older.setText(self.tr("Stop") if asking and self._loaded else self.tr("Older…"))
        self.older.setVisible(self._more)
        self.export.setEnabled(found > 0)
        if not found:
            self._say_none(asking=asking)
        self._stack.setCurrentWidget(self.view if found else self._none)

    def _range_words(self, found: int) -> str:
        lines = self.table.lines
        if not lines:
            return ""
        back_to = day_and_time(lines[-1].at, self._clock.now_ms())
        if self._more:
            return self.tr("{found} of {count} lines read, back to {time}").format(
                found=f"{found:,}", count=f"{len(lines):,}", time=back_to
            )
        return self.tr("{found} of {count} lines, the whole log").format(found=f"{found:,}", count=f"{len(lines):,}")

    def _say_none(self, *, asking: bool) -> None:
        if asking:
            self._none.say(self.tr("Asking the hub for its log…"), "")
        elif not self._loaded:
            self._none.say(
                self.tr("The log is kept at the hub"),
                self.tr("It is shown as soon as it answers."),
                self.tr("Try again"),
            )
        elif self.filter.narrowed and self._more:
            self._none.say(
                self.tr("Nothing of that in the lines read so far"),
                self.tr("There are older ones."),
                self.tr("Search older lines"),
            )
        elif self.filter.narrowed:
            self._none.say(
                self.tr("Nothing of that in the log"),
                self.tr("Try another person or another kind."),
                self.tr("Show all"),
            )
        else:
            self._none.say(
                self.tr("Nothing has happened yet"),
                self.tr("Sign-ins, invitations, changed rights and erasures are listed here."),
            )

    def _on_empty(self) -> None:
        if not self._loaded:
            self.reload()
        elif self._more:
            self.load_older()
        else:
            self.narrow("", "")

    # --- export

    def ask_export(self) -> None:
        """Let the user save the lines that are listed."""
        self._saving.ask(audit_table(self.filter.lines(), self._names), self._clock.now_ms())


def _named(page: AuditPage) -> AuditPage:
    """Return the page with the names as this window says them."""
    lines = [
        replace(
            line,
            actor_name=name_words(line.actor, line.actor_name),
            subject_name=name_words(line.subject, line.subject_name),
        )
        for line in page.lines
    ]
    return replace(page, lines=lines)


async def _before(office: Office, line_id: int) -> AuditPage:
    return await office.audit(line_id)


def _fill(box: QComboBox, options: list[tuple[str, str]]) -> None:
    """Have these (value, words) in the box; the choice stays."""
    chosen = box.currentData() or ""
    if [(box.itemData(row), box.itemText(row)) for row in range(box.count())] == options:
        return
    box.clear()
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
