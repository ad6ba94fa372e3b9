"""What the advertisement check says about a job, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kzg_desktop.domain.guards import findings_light
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.findings_view import code_words, findings_text, in_order, summary_words
from kzg_desktop.widgets.light import LightMark
from kzg_desktop.widgets.tokens import UNIT

if TYPE_CHECKING:
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["AdLine"]


class AdLine(QWidget):
    """The light, how many findings there are, and the words they are about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._light = LightMark()
        self._summary = QLabel()
        self._words = ElidedLabel()
        self._words.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, UNIT // 2, 0, 0)  # the middle of Chinese letters is below the line's
        mark.addWidget(self._light)
        row.addLayout(mark)
        row.addWidget(self._summary)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._summary.text()} {self._words.text()}".strip()

    def show_findings(self, findings: Sequence[Finding] | None) -> None:
        """Show *findings*, or that they are not known yet."""
        if findings is None:
            self._light.show_light(None)
            self._summary.setText(self.tr("Checking the advertisement…"))
            self._words.setText("")
            return
        self._light.show_light(findings_light(findings))
        self._summary.setText(summary_words(findings))
        self._words.setText(_in_short(in_order(findings)))
        self.setToolTip(findings_text(findings))


def _in_short(findings: Sequence[Finding]) -> str:
    """Return the words found, and what is missing by its name."""
    found = "、".join(dict.fromkeys(finding.words for finding in findings if finding.code != "MISSING"))
    missing = "、".join(finding.words for finding in findings if finding.code == "MISSING")
    return " · ".join(filter(None, (found, f"{code_words('MISSING')}：{missing}" if missing else "")))
