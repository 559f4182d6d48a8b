"""The look in use: the theme the reader chose, or the system's, with fonts and icons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reader import settings as prefs
from reader.settings import Settings
from ui.appearance.hues import tinted
from ui.appearance.icons import Icons
from ui.appearance.theme import THEMES, Theme, apply_theme, load_fonts, theme_named, ui_font


class Appearance(QObject):
    """Dresses the application, which has the Fusion style; `changed` is for the widgets that paint
    themselves."""

    changed = Signal()

    theme: Theme

    def __init__(self, settings: Settings, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._icon_folder = resources / "icons"
        self.mark = QIcon(str(self._icon_folder / "earmark.svg"))
        load_fonts(resources / "fonts")
        self._application().setFont(ui_font())
        self._hues: Mapping[int, str] = {}
        self._hints = QGuiApplication.styleHints()
        self._choose()
        settings.changed.connect(self._preference_changed)
        self._hints.colorSchemeChanged.connect(self._choose)

    def set_hues(self, hues: Mapping[int, str]) -> None:
        """Highlights are to look like this, "#rrggbb" by number."""
        self._hues = hues
        theme = tinted(THEMES[self.theme.name], hues)
        if theme != self.theme:
            self.theme = theme
            self.changed.emit()

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application

    def _preference_changed(self, key: str) -> None:
        if key == prefs.THEME.key:
            self._choose()

    def _choose(self) -> None:
        is_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        is_contrast = (
            self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        )
        theme = theme_named(self._settings.get(prefs.THEME), is_dark, is_contrast)
        self.theme = tinted(theme, self._hues) if self._hues else theme
        self.icons = Icons(self._icon_folder, self.theme)
        apply_theme(self._application(), self.theme)
        self.changed.emit()
