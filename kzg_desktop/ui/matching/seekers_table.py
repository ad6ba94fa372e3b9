"""Who would fit a job, as a table: searched and filtered here, since they are thousands at the most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.domain.states import STEPS
from kzg_desktop.hiring_services import SeekerMatch
from kzg_desktop.ui.hr.words import Tone, status_tone, status_words
from kzg_desktop.ui.matching.seekers_words import SeekerWords, reasons_words
from kzg_desktop.widgets.tokens import number_font, tokens_for

__all__ = ["SeekerColumn", "SeekerRole", "SeekersTable"]

_NO_PARENT = QModelIndex()


class SeekerColumn(IntEnum):
    """The columns from left to right."""

    FIT = 0
    NAME = 1
    WHY = 2
    JOB = 3
    CITY = 4
    AGE = 5
    APPLIED = 6
    OWNER = 7
    STATE = 8


class SeekerRole(IntEnum):
    """``MATCH`` is the :class:`SeekerMatch`, ``LINES`` the two lines of a cell and their colours, None for one line."""

    MATCH = Qt.ItemDataRole.UserRole
    LINES = Qt.ItemDataRole.UserRole + 1


Lines: TypeAlias = tuple[tuple[str, Tone], tuple[str, Tone]]

_FIGURES = frozenset({SeekerColumn.FIT, SeekerColumn.AGE, SeekerColumn.APPLIED})
_STRONG = frozenset({SeekerColumn.FIT, SeekerColumn.NAME})


class SeekersTable(QAbstractTableModel):
    """Applicants in the order given. `apply`, `filter` and `words_changed` are the only mutators."""

    def __init__(self, words: SeekerWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._all: list[SeekerMatch] = []
        self._shown: list[SeekerMatch] = []
        self._haystacks: dict[str, str] = {}
        self._wanted: list[str] = []
        self._status = ""
        self._texts: dict[SeekerColumn, Callable[[SeekerMatch], str]] = {
            SeekerColumn.FIT: lambda match: str(match.fit.score),
            SeekerColumn.NAME: lambda match: words.name(match.row),
            SeekerColumn.WHY: lambda match: "\n".join(filter(None, reasons_words(match.fit))),
            SeekerColumn.JOB: lambda match: "\n".join(filter(None, (match.row.job_title, words.employer(match.row)))),
            SeekerColumn.CITY: lambda match: match.row.city,
            SeekerColumn.AGE: lambda match: match.row.age_band,
            SeekerColumn.APPLIED: lambda match: words.applied(match.row),
            SeekerColumn.OWNER: lambda match: words.owner(match.row),
            SeekerColumn.STATE: lambda match: status_words(match.row.status),
        }

    @property
    def total(self) -> int:
        """How many would fit, listed or not."""
        return len(self._all)

    @property
    def statuses(self) -> list[str]:
        """The states that they are in, in their order."""
        present = {match.row.status for match in self._all}
        return [status for status in STEPS if status in present]

    def match_at(self, row: int) -> SeekerMatch:
        """Return who stands in that row."""
        return self._shown[row]

    def row_of(self, application_id: str) -> int:
        """Return the row of that application, -1 when it is not listed."""
        return next((row for row, match in enumerate(self._shown) if match.row.id == application_id), -1)

    # --- changes

    def apply(self, matches: Sequence[SeekerMatch]) -> None:
        """Have these and nobody else."""
        self._all = list(matches)
        self._haystacks = {}
        self._show()

    def filter(self, text: str, status: str = "") -> None:
        """List only those in that state ("" for any) in whom every word of *text* is found."""
        wanted = text.casefold().split()
        if (wanted, status) != (self._wanted, self._status):
            self._wanted, self._status = wanted, status
            self._show()

    def words_changed(self) -> None:
        """Say all cells anew: names may show, or no longer; time has passed."""
        self._haystacks = {}
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(SeekerColumn) - 1))

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(SeekerColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match, column = self._shown[index.row()], SeekerColumn(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts[column](match)
        if role == Qt.ItemDataRole.ForegroundRole:
            return tokens_for(QGuiApplication.palette()).color(self._tone(match, column))
        if role == Qt.ItemDataRole.FontRole and column in _FIGURES:
            return number_font(QGuiApplication.font())
        if role == SeekerRole.LINES:
            return self._lines(match, column)
        return match if role == SeekerRole.MATCH else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section == SeekerColumn.FIT:
            return self.tr("Of 100. What nobody said counts half; who waits longer comes first among equals.")
        return self._headings()[SeekerColumn(section)] if role == Qt.ItemDataRole.DisplayRole else None

    def _headings(self) -> dict[SeekerColumn, str]:
        return {
            SeekerColumn.FIT: self.tr("Fit"),
            SeekerColumn.NAME: self.tr("Name"),
            SeekerColumn.WHY: self.tr("Why"),
            SeekerColumn.JOB: self.tr("Applied for"),
            SeekerColumn.CITY: self.tr("City"),
            SeekerColumn.AGE: self.tr("Age"),
            SeekerColumn.APPLIED: self.tr("Applied"),
            SeekerColumn.OWNER: self.tr("Owner"),
            SeekerColumn.STATE: self.tr("Status"),
        }

    # --- cells

    def _lines(self, match: SeekerMatch, column: SeekerColumn) -> Lines | None:
        if column == SeekerColumn.WHY:
            good, but = reasons_words(match.fit)
            return (good, "text"), (but, "amber")
        if column == SeekerColumn.JOB:
            return (match.row.job_title, "text_muted"), (self.words.employer(match.row), "text_faint")
        return None

    def _tone(self, match: SeekerMatch, column: SeekerColumn) -> Tone:
        if column == SeekerColumn.STATE:
            return status_tone(match.row.status)
        if column == SeekerColumn.OWNER and self.words.is_mine(match.row):
            return "accent"
        return "text" if column in _STRONG else "text_muted"

    # --- what is listed

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [match for match in self._all if self._is_wanted(match)]
        self.endResetModel()

    def _is_wanted(self, match: SeekerMatch) -> bool:
        if self._status not in {"", match.row.status}:
            return False
        return not self._wanted or all(word in self._haystack(match) for word in self._wanted)

    def _haystack(self, match: SeekerMatch) -> str:
        if match.row.id not in self._haystacks:
            self._haystacks[match.row.id] = self.words.haystack(match)
        return self._haystacks[match.row.id]
