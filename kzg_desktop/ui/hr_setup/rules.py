"""The rules of an employer's desk, each with what it does in plain words."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import PutDeskRules
from kzg_desktop.domain.hiring import DeskRules
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.interviews.dates import indented
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["RulesSection"]

translate = QCoreApplication.translate


class _Unit(Struct, frozen=True):
    """So many seconds (or 1 for what is counted), and what stands behind the figure."""

    size: int
    suffix: Callable[[], str]


_MINUTES = _Unit(60, lambda: translate("RulesSection", " min"))
_HOURS = _Unit(3600, lambda: translate("RulesSection", " h"))
_DAYS = _Unit(1, lambda: translate("RulesSection", " days"))
_CALLS = _Unit(1, lambda: translate("RulesSection", " calls"))


class _Rule(Struct, frozen=True, kw_only=True):
    """A field of the rules in that unit, with sensible bounds."""

    field: str
    words: Callable[[], str]
    about: Callable[[], str]
    unit: _Unit
    least: int
    most: int

    def value(self, rules: DeskRules) -> int:
        """Return what a field shows for *rules*: whole units, within its bounds."""
        value: int = getattr(rules, self.field)
        return min(self.most, max(self.least, round(value / self.unit.size)))


_RULES = (
    _Rule(
        field="call_within_s",
        words=lambda: translate("RulesSection", "Call a new applicant within"),
        about=lambda: translate("RulesSection", "After this the application is overdue and rises to the top."),
        unit=_MINUTES,
        least=1,
        most=1440,
    ),
    _Rule(
        field="hand_on_after_s",
        words=lambda: translate("RulesSection", "Hand an overdue one on after"),
        about=lambda: translate(
            "RulesSection", "So long overdue, an application is taken from whoever holds it, and others can call."
        ),
        unit=_MINUTES,
        least=1,
        most=1440,
    ),
    _Rule(
        field="release_after_s",
        words=lambda: translate("RulesSection", "Release a claim after"),
        about=lambda: translate(
            "RulesSection", "Whoever claims an applicant and does nothing for so long no longer holds it."
        ),
        unit=_MINUTES,
        least=5,
        most=1440,
    ),
    _Rule(
        field="retry_after_s",
        words=lambda: translate("RulesSection", "Call again after"),
        about=lambda: translate("RulesSection", "When nobody answered. Several calls in an hour are a nuisance."),
        unit=_MINUTES,
        least=10,
        most=7 * 1440,
    ),
    _Rule(
        field="unreachable_after",
        words=lambda: translate("RulesSection", "Unreachable after"),
        about=lambda: translate("RulesSection", "So many calls in a row that nobody answered."),
        unit=_CALLS,
        least=1,
        most=10,
    ),
    _Rule(
        field="follow_up_s",
        words=lambda: translate("RulesSection", "Follow up after"),
        about=lambda: translate(
            "RulesSection", "When the applicant is to decide, did not come, or waits for the result of the interview."
        ),
        unit=_HOURS,
        least=1,
        most=720,
    ),
    _Rule(
        field="retention_days",
        words=lambda: translate("RulesSection", "Erase after"),
        about=lambda: translate(
            "RulesSection",
            "Counted from the last step of an application. The law asks for the shortest time that the purpose "
            "needs (PIPL 19).",
        ),
        unit=_DAYS,
        least=7,
        most=730,
    ),
)


class RulesSection(QWidget):
    """``wanted`` carries words, what is to be done, and what would take it back."""

    wanted = Signal(str, object, object)
    edited = Signal()

    def __init__(self, desk: HiringDesk, employer_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._employer_id = employer_id
        self._base = desk.desk_rules(employer_id)
        self.fields = {rule.field: _spin(rule) for rule in _RULES}
        self.usual = QPushButton(self.tr("Usual values"), autoDefault=False)
        self.usual.setProperty("kind", "plain")
        self.usual.clicked.connect(self._show_usual)
        self._lay_out()
        self._show(self._base)
        for field in self.fields.values():
            field.valueChanged.connect(self.edited)
        self.setFocusProxy(self.fields[_RULES[0].field])

    @property
    def changed(self) -> bool:
        """Whether the fields say something else than what holds."""
        return self.rules() != self._base

    def rules(self) -> DeskRules:
        """Return the rules as the fields say; what was not touched stays to the second."""
        changes = {
            rule.field: self.fields[rule.field].value() * rule.unit.size
            for rule in _RULES
            if self.fields[rule.field].value() != rule.value(self._base)
        }
        return replace(self._base, **changes)

    def reload(self) -> None:
        """Show the rules as they hold now, unless the user is about to change them."""
        if not self.changed:
            self._base = self._desk.desk_rules(self._employer_id)
            self._show(self._base)

    def save(self) -> None:
        """Have the rules hold as the fields say."""
        if self.changed:
            before, after = self._base, self.rules()
            self._base = after
            self.wanted.emit(self.tr("Rules saved"), [PutDeskRules(rules=after)], [PutDeskRules(rules=before)])
            self.edited.emit()

    def take_back(self) -> None:
        """What was to be saved was not: the rules that hold are the ones before."""
        self._base = self._desk.desk_rules(self._employer_id)
        self.edited.emit()

    def discard(self) -> None:
        """Show again what holds."""
        self._base = self._desk.desk_rules(self._employer_id)
        self._show(self._base)
        self.edited.emit()

    # --- inside

    def _show(self, rules: DeskRules) -> None:
        for rule in _RULES:
            self.fields[rule.field].setValue(rule.value(rules))

    def _show_usual(self) -> None:
        self._show(DeskRules(id=self._employer_id, employer_id=self._employer_id))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(2, 1)
        for place, rule in enumerate(_RULES):
            words = QLabel(rule.words())
            words.setBuddy(self.fields[rule.field])
            about = QLabel(rule.about(), wordWrap=True)
            about.setProperty("role", "muted")
            grid.addWidget(words, place, 0)
            grid.addWidget(self.fields[rule.field], place, 1)
            grid.addWidget(about, place, 2)
            grid.setRowMinimumHeight(place, 13 * UNIT)
        note = QLabel(self.tr("New rules count for what happens from now on; what is due already stays as it is."))
        note.setProperty("role", "caption")
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 2 * UNIT, 0)
        rows.setSpacing(2 * UNIT)
        rows.addLayout(grid)
        rows.addWidget(note)
        rows.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)


def _spin(rule: _Rule) -> QSpinBox:
    field = QSpinBox(minimum=rule.least, maximum=rule.most)
    field.setSuffix(rule.unit.suffix())
    field.setAccessibleName(rule.words())
    field.setAccessibleDescription(rule.about())
    field.setMinimumWidth(28 * UNIT)
    indented(field)
    return field
