"""Finding the person that an applicant is the same as, or came together with."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.domain.people import People, same_person_hint
from kzg_desktop.domain.views import Moment as ViewMoment
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import ApplicantQuery, HiringDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.ui.hr.drawer_file import Opened
from kzg_desktop.ui.hr.drawer_who import Moment
from kzg_desktop.ui.hr.words import when_words
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["PeopleDialog"]

_TASK = "hr.people"
_MOST = 30
_PAUSE_MS = 120


class PeopleDialog(QDialog):
    """Searches the applicants of the same employer by name or phone. ``chosen`` carries one of them and a note."""

    chosen = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self,
        kind: Literal["same", "together"],
        opened: Opened,
        desk: HiringDesk,
        tasks: Tasks,
        *,
        moment: Moment,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kind, self._opened, self._desk, self._tasks, self._moment = kind, opened, desk, tasks, moment
        self._found: list[Application] = []
        self._done = False
        name = mask_name(opened.row.name) if moment.masked else opened.row.name
        title = self.tr("Who is the same person as {name}?") if kind == "same" else self.tr("Who came with {name}?")
        self.setWindowTitle(title.format(name=name))
        self._build()
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typing.timeout.connect(self._search)
        self.search.textChanged.connect(self._on_typed)
        self.finished.connect(lambda: tasks.cancel(_TASK))
        self._search()

    @property
    def found(self) -> list[Application]:
        """The applicants listed."""
        return list(self._found)

    def _build(self) -> None:
        heading = QLabel(self.windowTitle(), self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        heading.setProperty("role", "strong")
        hint = QLabel(
            self.tr("Their applications are then shown as those of one person. This can be taken back.")
            if self._kind == "same"
            else self.tr("Couples and friends are then offered the same steps. This can be taken back."),
            self,
            wordWrap=True,
        )
        hint.setProperty("role", "muted")
        self.search = _Search(self)
        self.search.setPlaceholderText(self.tr("Name or phone"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(UNIT)
        self.search.list = self.list
        self.list.itemActivated.connect(self._on_yes)
        self.list.currentRowChanged.connect(self._check)
        self.none = QLabel(self, wordWrap=True)
        self.none.setProperty("role", "muted")
        self.note = QLineEdit(self, maxLength=60)
        self.note.setPlaceholderText(self.tr("What they are to each other (may stay empty)"))
        self.yes = QPushButton(self.tr("Same person") if self._kind == "same" else self.tr("Came together"), self)
        self.yes.clicked.connect(self._on_yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(3 * UNIT)
        for part in (heading, hint, self.search, self.none):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self._rest = QWidget(self)
        column.addWidget(self._rest, 1)
        if self._kind == "together":
            column.addLayout(self._ties())
            column.addWidget(self.note)
        column.addLayout(answer_row(self, self.yes))
        self.note.setVisible(self._kind == "together")
        self.resize(120 * UNIT, 130 * UNIT)
        self.search.setFocus()
        self._check()

    def _ties(self) -> FlowLayout:
        flow = FlowLayout()
        for words in (self.tr("Couple"), self.tr("Friends"), self.tr("From one village"), self.tr("Relatives")):
            chip = QPushButton(words, self, autoDefault=False)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _=False, words=words: self.note.setText(words))
            flow.addWidget(chip)
        return flow

    def _on_typed(self) -> None:
        self._typing.start()

    def _search(self) -> None:
        self._tasks.spawn(_TASK, self._find(self.search.text().strip()))

    async def _find(self, text: str) -> None:
        row, moment = self._opened.row, ViewMoment(me=self._moment.me, now=self._moment.now)
        query = ApplicantQuery(
            moment=moment,
            text=text or (row.name if self._kind == "same" else ""),
            employer_id=row.employer_id,
            order="received_at",
            descending=True,
        )
        try:
            numbers = await self._desk.applicant_ids(query)
            rows = await self._desk.applicant_rows(list(numbers[:_MOST]))
        except KzgError as error:
            self.failed.emit(error)
            return
        nobody = self.tr("Nobody found")
        if not text and self._kind == "same":
            nobody = self.tr("Nobody else of this name. Search for another name, or for a phone.")
        self.none.setText(nobody)
        self._show([found.row for found in rows if isinstance(found.row, Application)])

    def _show(self, rows: list[Application]) -> None:
        """List each other person once, likely ones first."""
        people = People(self._desk.person_links(), self._opened.row.employer_id)
        each: dict[str, Application] = {}
        for row in rows:
            each.setdefault(people.person_of(row), row)
        each.pop(self._opened.person, None)
        for companion in self._opened.companions if self._kind == "together" else ():
            each.pop(companion.person, None)
        hint = self._opened.row
        self._found = sorted(each.values(), key=lambda row: not same_person_hint(row, hint))
        self.list.clear()
        for row in self._found:
            self.list.addItem(QListWidgetItem(self._words(row)))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        for part in (self.none, self._rest):
            part.setVisible(not self._found)
        self._check()

    def _words(self, row: Application) -> str:
        name = mask_name(row.name) if self._moment.masked else row.name
        maybe = self.tr("perhaps the same") if same_person_hint(row, self._opened.row) else ""
        first = " · ".join(filter(None, (name, mask_phone(row.phone), row.city, maybe)))
        return f"{first}\n{row.job_title} · {when_words(row.received_at, self._moment.now)}"

    def _check(self) -> None:
        self.yes.setEnabled(0 <= self.list.currentRow() < len(self._found))

    def _on_yes(self) -> None:
        if self._done or not self.yes.isEnabled():
            return
        self._done = True
        row = self._found[self.list.currentRow()]
        self.accept()
        self.chosen.emit(row, self.note.text().strip())


class _Search(QLineEdit):
    """Up and down go to the list beneath."""

    list: QListWidget | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list is not None and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        else:
            super().keyPressEvent(event)
