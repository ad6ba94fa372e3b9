"""What the user prefers; language and theme, chosen in the welcome and in the settings, are applied at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kzg_desktop.ui.i18n import Languages
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.settings_store import LanguageChoice, SettingsStore, ThemeChoice
from kzg_desktop.ui.theme import Theme
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["LookChoice", "Preferences"]

_LANGUAGES: tuple[LanguageChoice, ...] = ("zh", "en")
_THEMES: tuple[ThemeChoice, ...] = ("dark", "light", "auto")


class Preferences:
    """The store, and the things that follow it: theme, language and keys."""

    def __init__(self, store: SettingsStore, theme: Theme, languages: Languages) -> None:
        self.store = store
        self.theme = theme
        self.languages = languages
        self.keymap = Keymap(store)

    def choose_language(self, choice: LanguageChoice) -> None:
        """Show and remember a language."""
        self.store.change(language=choice)
        self.languages.choose(choice)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Show and remember a theme."""
        self.store.change(theme=choice)
        self.theme.choose(choice)


class LookChoice(QWidget):
    """Two boxes, language and theme."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.language = QComboBox()
        self.language.addItems(["中文", "English"])  # each in its own language, so that it can be found
        self.language.setCurrentIndex(_LANGUAGES.index(preferences.languages.language))
        self.theme = QComboBox()
        self.theme.addItems(["", "", ""])
        self.theme.setCurrentIndex(_THEMES.index(preferences.theme.choice))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self.language)
        row.addWidget(self.theme)
        self._retranslate()
        self.language.activated.connect(self._on_language)
        self.theme.activated.connect(self._on_theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.language.setAccessibleName(self.tr("Language"))
        self.theme.setAccessibleName(self.tr("Theme"))
        for index, words in enumerate((self.tr("Dark"), self.tr("Light"), self.tr("Like the system"))):
            self.theme.setItemText(index, words)

    def _on_language(self, index: int) -> None:
        # after the box has closed its list: the pages, and this box with them, may be built anew
        QTimer.singleShot(0, lambda: self._preferences.choose_language(_LANGUAGES[index]))

    def _on_theme(self, index: int) -> None:
        self._preferences.choose_theme(_THEMES[index])
