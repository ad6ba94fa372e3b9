"""The foot of a dialog that asks one thing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["answer_row"]


def answer_row(dialog: QDialog, yes: QPushButton) -> QHBoxLayout:
    """Return a row with a button that closes *dialog* without an answer, and *yes*, which Enter presses, at its end."""
    yes.setDefault(True)
    yes.setProperty("kind", "primary")
    no = QPushButton(QCoreApplication.translate("Choice", "Cancel"), dialog, autoDefault=False)
    no.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    row.addStretch(1)
    row.addWidget(no)
    row.addWidget(yes)
    return row
