"""A panel beside the page, which an action shows and hides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.settings import Preference, Settings
from ui.main_window import MainWindow


class Side(QObject):
    """Keeps in a preference whether a panel is shown; beside the welcome page it never is.

    `focus` gives a panel that was asked for the keyboard.
    """

    def __init__(
        self,
        window: MainWindow,
        panel: QWidget,
        action: QAction,
        settings: Settings,
        preference: Preference[bool],
        *,
        focus: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._panel, self._action = window, panel, action
        self._settings, self._preference, self._focus = settings, preference, focus
        panel.hide()  # else it is shown for a moment, and the text makes room for it
        window.add_side(panel)
        window.page_changed.connect(self._show)
        action.triggered.connect(self._toggle)
        self._show()

    def _show(self) -> None:
        is_shown = self._settings.get(self._preference)
        self._action.setChecked(is_shown)
        self._panel.setVisible(is_shown and self._window.is_reading)

    def _toggle(self, is_shown: bool) -> None:
        self._settings.set(self._preference, is_shown)
        self._show()
        if is_shown:
            self._focus()
        else:
            self._window.focus_page()
