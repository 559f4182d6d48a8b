"""The look of things: connects the preferences with page, bars and menus, and shows dialogs."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog

from reader import paths
from reader import settings as prefs
from reader.session.reading_session import ReadingSession
from ui.appearance.appearance import Appearance
from ui.reading.transcript_pane.page_style import chosen_style
from ui.widgets.focus import to_front
from ui.window.main_window import MainWindow
from ui.window.versions import versions

if TYPE_CHECKING:
    from ui.window.action_palette import ActionPalette

_SWITCHES = {
    "mark_word": prefs.IS_WORD_MARKED,
    **{f"view_{name}": preference for name, preference in prefs.VIEWS.items()},
}


class ViewController(QObject):
    """All wires of preferences and theme; a change is seen at once."""

    def __init__(self, session: ReadingSession, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._transport, self._settings = session.transport, session.settings
        self._window, self._appearance = window, appearance
        self._page, self._commands = window.reading_page, window.commands
        self._dialogs: dict[str, QDialog] = {}
        self._connect()
        self._show_preferences()
        window.playback_bar.set_look(appearance.theme, appearance.icons)  # the others were made so

    def _connect(self) -> None:
        keep, commands, on = self._settings.set, self._commands, self._commands.on
        for name in ("preferences", "keyboard", "about"):
            on(name, partial(self._show_dialog, name))
        on("find_action", self._show_palette)
        on("zoom_in", partial(self._zoom, 1))
        on("zoom_out", partial(self._zoom, -1))
        on("zoom_reset", partial(keep, prefs.TYPE_SIZE, prefs.TYPE_SIZE.default))
        on("full_screen", self._toggle_full_screen)
        self._window.full_screen_changed.connect(commands["full_screen"].setChecked)
        for action, preference in _SWITCHES.items():
            commands[action].toggled.connect(partial(keep, preference))
        commands.theme_requested.connect(partial(keep, prefs.THEME))
        commands.typeface_requested.connect(partial(keep, prefs.TYPE_FAMILY))
        self._page.pane.zoom_requested.connect(self._zoom)
        self._settings.changed.connect(self._show_preferences)
        self._appearance.changed.connect(self._show_look)

    def _zoom(self, steps: int) -> None:
        size = self._settings.get(prefs.TYPE_SIZE)
        self._settings.set(prefs.TYPE_SIZE, size + steps)

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # What is seen

    def _show_look(self) -> None:
        appearance, window = self._appearance, self._window
        self._commands.set_icons(appearance.icons)
        window.playback_bar.set_look(appearance.theme, appearance.icons)
        window.message_bar.set_icons(appearance.icons)
        self._page.set_look(appearance)

    def _show_preferences(self) -> None:
        get, commands, page = self._settings.get, self._commands, self._page
        page.set_page_style(chosen_style(self._settings))
        page.set_word_marked(get(prefs.IS_WORD_MARKED))
        page.pane.is_click_to_play = get(prefs.IS_CLICK_TO_PLAY)
        page.follow.is_motion_reduced = get(prefs.IS_MOTION_REDUCED) == "on"
        commands.choose("theme", get(prefs.THEME))
        commands.choose("typeface", get(prefs.TYPE_FAMILY))
        for action, preference in _SWITCHES.items():
            with QSignalBlocker(commands[action]):
                commands[action].setChecked(get(preference))

    def _show_palette(self) -> None:
        self._palette.open()

    # What is made when it is first asked for

    @cached_property
    def _palette(self) -> ActionPalette:
        from ui.window.action_palette import ActionPalette

        recent = self._settings.get(prefs.RECENT_ACTIONS)
        palette = ActionPalette(self._commands, self._window, recent)
        palette.used.connect(partial(self._settings.set, prefs.RECENT_ACTIONS))
        return palette

    def _show_dialog(self, name: str) -> None:
        if name not in self._dialogs:
            self._dialogs[name] = self._made_dialog(name)
        to_front(self._dialogs[name])

    def _made_dialog(self, name: str) -> QDialog:
        if name == "keyboard":
            from ui.window.keyboard import KeyboardDialog

            return KeyboardDialog(self._commands, self._window)
        if name == "about":
            from ui.window.about import AboutDialog
            from ui.window.parts import parts

            folders = {
                self.tr("Notes and places"): paths.library().parent,
                self.tr("Preferences"): paths.config_folder(),
                self.tr("Log"): paths.log_folder(),
            }
            found = versions(self._transport.player_name)
            return AboutDialog(found, list(parts()), folders, self._window)
        from ui.window.preferences import PreferencesDialog

        return PreferencesDialog(self._settings, self._window)
