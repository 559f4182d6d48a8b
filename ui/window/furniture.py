"""The parts around the page that take longest to build."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader import paths
from reader.settings import Settings
from ui.actions import Actions
from ui.appearance.appearance import Appearance
from ui.player.playback_bar import PlaybackBar
from ui.reading.reading_page import ReadingPage
from ui.widgets.message_bar import MessageBar
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.notes.notes_panel import NotesPanel


class Furniture:
    """Parts of a window. Each is built when it is first used; later ones need the earlier."""

    def __init__(self, settings: Settings, window: MainWindow) -> None:
        self._settings, self._window = settings, window

    @cached_property
    def appearance(self) -> Appearance:
        """The look that all parts have."""
        return Appearance(self._settings, paths.resources(), self._window)

    @cached_property
    def commands(self) -> Actions:
        """The window's actions."""
        return Actions(self.appearance.icons, self._window)

    @cached_property
    def playback_bar(self) -> PlaybackBar:
        """The bar at the foot."""
        return PlaybackBar(self.commands)

    @cached_property
    def message_bar(self) -> MessageBar:
        """What Earmark has to say, above the page."""
        return MessageBar(self.appearance.icons)

    @cached_property
    def reading_page(self) -> ReadingPage:
        """The page, in the place of its pane."""
        page = ReadingPage(self.appearance, self._window.pane)
        self._window.hold_page(page)
        return page

    @cached_property
    def notes_panel(self) -> NotesPanel:
        """What is kept, beside the page; needed with the first episode."""
        from ui.notes.notes_panel import NotesPanel

        return NotesPanel(self.appearance.theme, self.appearance.icons)
