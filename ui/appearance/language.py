"""The language of the interface: the system's, where there is a translation, else English."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from reader import paths


def _key(text: str) -> str:
    """Mark a key's name that Qt's own translation leaves in English."""
    return text


_KEYS = (_key("Return"),)
SOURCE = "en"  # what the code is written in


def use_system_language(application: QCoreApplication) -> None:
    """Translate all texts, those of Qt's own dialogs too; before the first window is made."""
    use_language(application, chosen_language(QLocale.system().uiLanguages(), _folder()))


def use_language(application: QCoreApplication, language: str) -> list[QTranslator]:
    """The same for a language that there is. The file for English has its plurals alone."""
    files = [_file(language, _folder())]
    if language != SOURCE:
        info = QtCore.QLibraryInfo
        qt = Path(info.path(info.LibraryPath.TranslationsPath))
        files.insert(0, qt / f"qtbase_{language}.qm")
    loaded = []
    for file in files:
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
            loaded.append(translator)
    return loaded


def chosen_language(wanted: Iterable[str], folder: Path) -> str:
    """The first of the `wanted` languages, as in `de-AT`, that there is; English if none is."""
    for name in wanted:
        language = name.replace("_", "-").split("-")[0].lower()
        if language == SOURCE or _file(language, folder).exists():
            return language
    return SOURCE


def _folder() -> Path:
    return paths.resources() / "translations"


def _file(language: str, folder: Path) -> Path:
    return folder / f"earmark_{language}.qm"
