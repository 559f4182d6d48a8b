"""A panel beside the page, which an action shows and hides; over it where both have no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.settings import Preference, Settings
from ui.widgets.focus import drop_focus, has_focus_within
from ui.window.main_window import MainWindow


class SidePanel(QObject):
    """Keeps in a preference whether a panel is shown; beside the library it never is.

    In a narrow window it is seen instead of the page, and only when asked for: then the
    preference stays as it is. `focus` gives a panel that was asked for the keyboard.
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
        self._is_narrow = not window.has_room_beside(panel)
        self._is_over = False  # asked for where there is no room for both
        panel.hide()  # else it is shown for a moment, and the text makes room for it
        window.add_side(panel)
        window.page_changed.connect(self._show_page)
        window.content.installEventFilter(self)
        action.installEventFilter(self)
        action.triggered.connect(self._toggle)
        self._show()

    def bring_page(self) -> None:
        """Bring back a page that the panel covers, with the keyboard where it wants it."""
        if self._is_narrow and self._is_over:
            self._show_page()
            page = self._window.reading_page
            (page.focusWidget() or page.pane).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See whether there still is room for both. The key leads to the panel before it closes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        if event.type() == QEvent.Type.Shortcut and self._is_seen_from_elsewhere:
            self._focus()
            return True
        return super().eventFilter(watched, event)

    @property
    def _is_seen_from_elsewhere(self) -> bool:
        return self._panel.isVisible() and not has_focus_within(self._panel)

    def _fit(self) -> None:
        """Of the two, the one that has the keyboard stays in a window that became narrow."""
        is_narrow = not self._window.has_room_beside(self._panel)
        if is_narrow != self._is_narrow:
            if is_narrow:
                self._is_over = has_focus_within(self._panel)
            self._is_narrow = is_narrow
            self._show()

    def _show_page(self) -> None:
        if self._is_narrow:
            self._is_over = False
        self._show()

    def _show(self) -> None:
        is_wanted = not self._is_narrow and self._settings.get(self._preference)
        is_shown = self._is_over or is_wanted
        self._action.setChecked(is_shown)
        is_seen = is_shown and self._window.is_reading
        if not is_seen:
            drop_focus(self._panel)
        self._panel.setVisible(is_seen)
        self._window.cover_page(is_covered=is_seen and self._is_narrow)

    def _toggle(self, is_shown: bool) -> None:
        self._is_over = self._is_narrow and is_shown
        if not self._is_narrow:
            self._settings.set(self._preference, is_shown)
        self._show()
        if is_shown:
            self._focus()
        else:
            self._window.focus_page()
