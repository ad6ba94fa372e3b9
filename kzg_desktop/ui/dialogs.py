"""Questions to the user that never block the event loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

__all__ = ["ask"]


def ask(parent: QWidget, question: str, answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Ask *question* over *parent* and do what the chosen answer says.

    The first answer is the harmless one: Esc chooses it. The last one is the default, chosen by Enter.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(parent.windowTitle())
    box.setText(question)
    for words, _do in answers:
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        if words == answers[0][0]:
            box.setEscapeButton(button)
        box.setDefaultButton(button)
    doing = dict(answers)
    box.buttonClicked.connect(lambda pressed: doing[pressed.text()]())
    box.finished.connect(box.deleteLater)
    box.open()
