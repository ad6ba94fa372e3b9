"""Chinese and English.

Source strings are English; ``resources/i18n/kzg_zh_CN.qm`` holds the Chinese. Switching is live: the application gets
a LanguageChange event, upon which the main window builds its pages anew. Rebuilding is simpler than every widget
setting each of its texts twice, and loses nothing, since pages keep no state that the desk or the settings lack.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from kzg_desktop.resources import resource
from kzg_desktop.ui.settings_store import LanguageChoice

__all__ = ["Language", "Languages", "system_language"]

Language: TypeAlias = Literal["zh", "en"]

_LOCALES: dict[Language, QLocale] = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def system_language() -> Language:
    """Return English for a system in English, else Chinese."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "zh"


class Languages(QObject):
    """Installs the translators of the chosen language; "" follows the system."""

    changed = Signal()

    def __init__(self, app: QCoreApplication, choice: LanguageChoice = "") -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._texts: list[bytes] = []  # translators read these for as long as they live, and do not own them
        self._language: Language | None = None
        self.choose(choice)

    @property
    def language(self) -> Language:
        """The language on screen."""
        assert self._language is not None
        return self._language

    def choose(self, choice: LanguageChoice) -> None:
        """Show this language from now on."""
        language = choice or system_language()
        if language == self._language:
            return
        self._language = language
        QLocale.setDefault(_LOCALES[language])
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [*self._load(language)]
        for translator in self._installed:
            self._app.installTranslator(translator)
        self.changed.emit()

    def _load(self, language: Language) -> list[QTranslator]:
        """Return the translators to install, the one to be asked first last."""
        name = _LOCALES[language].name()
        ours = resource("i18n", f"kzg_{name}.qm")
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{name}.qm")
        loaded = []
        for file in (qt, ours):
            translator = QTranslator(self)
            # not by its name: Qt would map the file, and an update written over it would crash the window on air
            if file.exists() and translator.load(text := file.read_bytes()):
                self._texts.append(text)
                loaded.append(translator)
        return loaded
