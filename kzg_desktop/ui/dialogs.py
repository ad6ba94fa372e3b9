"""Questions to the user that never block the event loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

__all__ = ["ask"]


def ask(parent: QWidget, question: str, answers: Sequence[tuple[str, Callable[[], object]]]) -> QMessageBox:
    """Ask *question* over *parent* and do what the chosen answer says.

    The first answer is the harmless one: Esc chooses it. The last one is the default, chosen by Enter.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(parent.windowTitle())
    box.setText(question)
    doing: dict[object, Callable[[], object]] = {}
    for words, do in answers:
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        doing[button] = do
        box.setDefaultButton(button)
    buttons = list(doing)
    box.setEscapeButton(buttons[0])  # type: ignore[call-overload]
    box.buttonClicked.connect(lambda pressed: doing[pressed]())
    box.open()
    return box
