"""What the advertisement check found: which words, why, and what to say instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzg_desktop.domain.guards import findings_light
from kzg_desktop.widgets.light import LightMark, light_words
from kzg_desktop.widgets.tokens import UNIT, tokens_for

if TYPE_CHECKING:  # the check's rules take a while to load, and a list of jobs shows before it is checked
    from kzg_desktop.domain.adcheck import Code, Finding

__all__ = ["FindingsView", "code_words", "findings_text", "in_order", "summary_words"]

_TEXT_LINES = 6
_LEAST_HEIGHT = 44 * UNIT
"""Room for one finding with everything it says."""


def code_words(code: Code) -> str:
    """Return the name of a rule."""
    return {
        "SEX": QCoreApplication.translate("Findings", "Sex"),
        "MARRIAGE": QCoreApplication.translate("Findings", "Marriage and children"),
        "ETHNIC": QCoreApplication.translate("Findings", "Ethnicity, religion"),
        "REGION": QCoreApplication.translate("Findings", "Origin"),
        "HEALTH": QCoreApplication.translate("Findings", "Health, disability"),
        "FEE": QCoreApplication.translate("Findings", "Money from applicants"),
        "IDHOLD": QCoreApplication.translate("Findings", "Keeping identity cards"),
        "MINOR": QCoreApplication.translate("Findings", "Minors"),
        "BAIT": QCoreApplication.translate("Findings", "Promises"),
        "LOAN": QCoreApplication.translate("Findings", "Loans, fraud"),
        "MISSING": QCoreApplication.translate("Findings", "Not stated"),
        "AGECAP": QCoreApplication.translate("Findings", "Age limit"),
        "HOURS": QCoreApplication.translate("Findings", "Working hours"),
        "OFFPLAT": QCoreApplication.translate("Findings", "Contact outside the form"),
    }[code]


def summary_words(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each level."""
    blocking = sum(finding.level == "block" for finding in findings)
    counts = (
        (blocking, QCoreApplication.translate("Findings", "{count} to change")),
        (len(findings) - blocking, QCoreApplication.translate("Findings", "{count} to look at")),
    )
    said = [words.format(count=count) for count, words in counts if count]
    return " · ".join(said) or QCoreApplication.translate("Findings", "Nothing against this advertisement")


def findings_text(findings: Sequence[Finding]) -> str:
    """Return the findings in a few lines, the gravest first."""
    lines = [f"{code_words(finding.code)}：{finding.words}" for finding in in_order(findings)]
    return "\n".join(lines[:_TEXT_LINES] + (["…"] if len(lines) > _TEXT_LINES else []))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return what must change before what is worth a look, and among that, words before what is missing."""
    return sorted(findings, key=lambda finding: (finding.level != "block", finding.code == "MISSING"))


def _nowhere(_field: str) -> str:
    return ""


def _never(_finding: Finding) -> bool:
    return False


class FindingsView(QWidget):
    """A list of findings under a line that sums them up. Arrows move, Enter does what the button of a finding says.

    ``use_requested``: the suggestion is to replace the words. ``field_requested``: the user wants to go to the field.
    ``pointed``: a finding got the keyboard.
    """

    use_requested = Signal(object)
    field_requested = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []
        self._items: list[_Item] = []
        self._light = LightMark()
        self._summary = QLabel(wordWrap=True)
        self._summary.setProperty("role", "heading")
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self._scroll.setMinimumHeight(_LEAST_HEIGHT)
        self._list = QWidget()
        self._list.setProperty("role", "scrolled")
        self._list.setAccessibleName(self.tr("Advertisement check"))
        self._lay_out()

    @property
    def findings(self) -> list[Finding]:
        """The findings in the order shown."""
        return list(self._findings)

    @property
    def summary(self) -> str:
        """The line above them."""
        return self._summary.text()

    def button(self, row: int) -> QPushButton:
        """Return the button of that finding."""
        return self._items[row].button

    def show_findings(
        self,
        findings: Iterable[Finding],
        *,
        place: Callable[[str], str] = _nowhere,
        usable: Callable[[Finding], bool] = _never,
    ) -> None:
        """Show *findings*, the gravest first. The keyboard stays where it is as long as there is a finding.

        *place* names the field that the user can go to, "" for none; *usable* says whether the words can be replaced.
        """
        self._findings = in_order(findings)
        self._light.show_light(findings_light(self._findings))
        self._summary.setText(summary_words(self._findings))
        for row, finding in enumerate(self._findings):
            if row == len(self._items):
                self._add_item()
            self._items[row].show_finding(finding, place(finding.field), usable=usable(finding))
        while len(self._items) > len(self._findings):
            self._drop_item()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 2 * UNIT)
        top.setSpacing(2 * UNIT)
        top.addWidget(self._light)
        top.addWidget(self._summary, 1)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll.setWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)

    def _add_item(self) -> None:
        item = _Item(self._list)
        item.use_requested.connect(self.use_requested)
        item.field_requested.connect(self.field_requested)
        item.pointed.connect(self._on_pointed)
        item.stepped.connect(self._on_stepped)
        self._column.insertWidget(len(self._items), item)
        self._items.append(item)

    def _drop_item(self) -> None:
        item = self._items.pop()
        if item.holds_keyboard() and self._items:
            self._items[-1].setFocus()
        self._column.removeWidget(item)
        item.hide()
        item.deleteLater()

    def _on_pointed(self, finding: Finding) -> None:
        sender = next((item for item in self._items if item.finding is finding), None)
        if sender is not None:
            self._scroll.ensureWidgetVisible(sender, 0, UNIT)
        self.pointed.emit(finding)

    def _on_stepped(self, by: int) -> None:
        here = next((row for row, item in enumerate(self._items) if item.holds_keyboard()), 0)
        self._items[max(0, min(len(self._items) - 1, here + by))].setFocus()


class _Item(QFrame):
    """One finding."""

    use_requested = Signal(object)
    field_requested = Signal(object)
    pointed = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding: Finding | None = None
        self._usable = False
        self._light = LightMark()
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "heading")
        self._about = QLabel(wordWrap=True)
        self._about.setProperty("role", "caption")
        self._suggestion = QLabel(wordWrap=True)
        self._basis = QLabel(wordWrap=True)
        self._basis.setProperty("role", "caption")
        self.button = QPushButton(autoDefault=False)
        self.button.setProperty("kind", "chip")
        self.button.clicked.connect(self._on_button)
        for label in (self._words, self._about, self._suggestion, self._basis):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def show_finding(self, finding: Finding, place: str, *, usable: bool) -> None:
        """Show *finding* of the field named *place*."""
        self.finding, self._usable = finding, usable
        self._light.show_light(finding.level)
        self._words.setText(finding.words)
        self._about.setText(" · ".join(filter(None, (code_words(finding.code), place))))
        self._suggestion.setText("→ " + finding.suggestion)
        self._suggestion.setVisible(bool(finding.suggestion))
        self._basis.setText(finding.basis)
        self.button.setText(self.tr("Use this wording") if usable else self.tr("Go to the field"))
        self.button.setVisible(usable or bool(place))
        self.setAccessibleName(f"{light_words(finding.level)}: {self._about.text()}: {finding.words}")
        self.setAccessibleDescription(f"{finding.suggestion} ({finding.basis})")
        self.button.setAccessibleName(f"{self.button.text()}: {finding.suggestion}")

    def holds_keyboard(self) -> bool:
        """Whether the keyboard is here, or will be when the window is in front again."""
        return self.window().focusWidget() in {self, self.button}

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(UNIT)
        for part in (self._words, self._about, self._suggestion, self._basis):
            texts.addWidget(part)
        texts.addSpacing(UNIT)
        texts.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, UNIT // 2, 0, 0)
        mark.addWidget(self._light)
        mark.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        row.setSpacing(2 * UNIT)
        row.addLayout(mark)
        row.addLayout(texts, 1)

    def _on_button(self) -> None:
        (self.use_requested if self._usable else self.field_requested).emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.button.isHidden():
            self._on_button()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.hasFocus():
            self.pointed.emit(self.finding)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self.finding)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), tokens.color("accent_soft"))
            painter.fillRect(0, 0, UNIT // 2, self.height(), tokens.color("accent"))
        painter.fillRect(0, 0, self.width(), 1, tokens.color("hairline"))
        painter.end()
