"""The window: lays out the page and what stands around it. The controllers make it work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QExposeEvent,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QPaintEvent,
    QShowEvent,
    QWindowStateChangeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader import settings as prefs
from reader.settings import Settings
from reader.transcript.reading_text import ReadingText
from ui.appearance.identity import NAME
from ui.reading.transcript_pane.transcript_pane import TranscriptPane
from ui.window.placement import brought_back, first_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from ui.actions import Actions
    from ui.player.playback_bar import PlaybackBar
    from ui.reading.reading_page import ReadingPage
    from ui.widgets.message_bar import MessageBar

# The room of what comes around the page, kept free so that the text stays where it is.
_MENU_PADDING = 14  # px above and below its text
_PLAYER_HEIGHT = 105
_NARROWEST_PAGE = 360  # px: less would cut its text
_PANEL_WIDTH, _HANDLE = 344, 4  # px of the notes beside the page, and between both


@runtime_checkable
class _Focusable(Protocol):
    def focus_first(self) -> None:
        """Put the keyboard where one begins."""


class MainWindow(QMainWindow):
    """A text to read; what stands around it is put there by `furnish`, after the first paint."""

    painted = Signal()  # for the first time: what can wait may begin
    seen_changed = Signal(bool)  # whether anybody can see it
    active_changed = Signal(bool)  # whether the keyboard goes to it
    full_screen_changed = Signal(bool)
    page_changed = Signal()  # between reading, the library and notes
    finishing = Signal()  # before it is asked whether it may close: what is being written is saved
    closing = Signal()

    commands: Actions
    reading_page: ReadingPage
    menu_bar: QMenuBar
    message_bar: MessageBar
    playback_bar: PlaybackBar
    has_player = True
    """Whether the player belongs to the page on show."""
    _room_beside = 0  # px kept until the panel is there
    is_floating = False
    """Whether menu and player lie over the page instead of around it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.is_painted = self._is_active = False
        self.pane = TranscriptPane()
        self.pane.scroll_bar.setUpdatesEnabled(False)  # until it has the style of the theme
        self.may_close: Callable[[], bool] = lambda: True
        self.make_library: Callable[[], QWidget] = QWidget
        """What makes the library's page when it is first shown."""
        self._lay_out()
        self._restore_shape()

    def _lay_out(self) -> None:
        self.setWindowTitle(NAME)
        self.setMinimumSize(_NARROWEST_PAGE, 320)
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        self._column.setContentsMargins(0, _menu_height(), 0, _PLAYER_HEIGHT)
        self._column.setSpacing(0)
        self._column.addWidget(self.pane)
        self.setCentralWidget(self.content)

    def show_first(self, reading: ReadingText, title: str, position: int) -> None:
        """Show a text from a position in it on, and nothing around it yet."""
        self._keep_room_beside()
        self.pane.show_text(reading)
        self.pane.show_from(position)
        self.setWindowTitle(f"{title} — {NAME}")

    def _keep_room_beside(self) -> None:
        """For the notes, where they will be shown: else the text goes sideways when they come."""
        room = _PANEL_WIDTH + _HANDLE
        has_room = self.width() >= _NARROWEST_PAGE + room
        self._room_beside = room if has_room and self._settings.get(prefs.IS_NOTES_SHOWN) else 0
        left, _, right = self._margins_beside()
        self._column.setContentsMargins(left, _menu_height(), right, _PLAYER_HEIGHT)

    def _margins_beside(self) -> tuple[int, int, int]:
        """Left, top and right."""
        room = self._room_beside
        return (room, 0, 0) if self.isRightToLeft() else (0, 0, room)

    # What comes around the page

    def hold_page(self, page: QWidget) -> None:
        """Show the page that has taken the pane in, where the pane was, until all is furnished."""
        self._column.addWidget(page)

    def furnish(
        self,
        commands: Actions,
        menu_bar: QMenuBar,
        message_bar: MessageBar,
        reading_page: ReadingPage,
        playback_bar: PlaybackBar,
    ) -> None:
        """Put menu, messages and player in their places, and the page in that of its pane."""
        self.commands, self.message_bar = commands, message_bar
        self.reading_page, self.playback_bar = reading_page, playback_bar
        self.menu_bar, self._no_menu = menu_bar, QWidget(self)
        self._no_menu.hide()
        self.setMenuBar(menu_bar)
        commands.add_to(self)
        self.pane.addAction(commands["play_here"])
        self.pane.scroll_bar.setUpdatesEnabled(True)
        self._pages, self._sides = QStackedWidget(), QSplitter()
        self._pages.addWidget(reading_page)
        self._pages.setMinimumWidth(_NARROWEST_PAGE)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self._pages)
        self._sides.setContentsMargins(*self._margins_beside(), 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(message_bar)
        self._column.addWidget(self._sides, 1)
        self._column.addWidget(playback_bar)
        message_bar.focus_released.connect(self.focus_page)

    def float_bars(self, *, is_floating: bool) -> None:
        """Take menu and player out of the layout, so that they can come and go over the page; or
        put them back."""
        self.is_floating = is_floating
        layout = self.layout()
        assert layout is not None
        if is_floating:
            layout.setMenuBar(self._no_menu)
            self._column.removeWidget(self.playback_bar)
        else:
            layout.setMenuBar(self.menu_bar)
            self.menu_bar.show()
            self._column.addWidget(self.playback_bar)
            self.playback_bar.setVisible(self.has_player)
        self.keep_edges_free()

    def keep_edges_free(self) -> None:
        """Menu and player come over text, which scrolls, and never over a message, nor over head or
        foot of a panel. A panel's head keeps that room, so that its rows stay where they are; no
        other room is kept while they are gone."""
        is_menu_over = self.is_floating and not self.menu_bar.isNativeMenuBar()
        head = self.menu_bar.sizeHint().height() if is_menu_over else 0
        is_player_over = self.is_floating and self.playback_bar.isVisible()
        foot = self.playback_bar.sizeHint().height() if is_player_over else 0
        for each in filter(None, map(self._sides.widget, range(1, self._sides.count()))):
            each.setContentsMargins(0, head, 0, foot)
        self.message_bar.setContentsMargins(0, head if self.menu_bar.isVisible() else 0, 0, 0)

    def add_above_player(self, strip: QWidget) -> None:
        """Give a strip its place between the page and the player."""
        self._column.insertWidget(self._column.indexOf(self._sides) + 1, strip)

    def add_side(self, panel: QWidget) -> None:
        """Give a panel its place beside the page."""
        self._release_room_beside()
        self._sides.addWidget(panel)
        self._sides.setStretchFactor(0, 1)
        self.keep_edges_free()

    def _release_room_beside(self) -> None:
        self._room_beside = 0
        self._sides.setContentsMargins(0, 0, 0, 0)

    def has_room_beside(self, panel: QWidget) -> bool:
        """Whether page and panel can be seen at once."""
        both = _NARROWEST_PAGE + self._sides.handleWidth() + panel.minimumSizeHint().width()
        return self.content.width() >= both

    def cover_page(self, *, is_covered: bool) -> None:
        """Whether a panel is seen instead of the page."""
        self._pages.setHidden(is_covered)
        self._sides.refresh()  # else it is painted once without the room of its handle

    # Which page is seen

    @cached_property
    def library_page(self) -> QWidget:
        """Made when it is first shown: whoever starts with a file need not wait for it."""
        page = self.make_library()
        self._pages.addWidget(page)
        return page

    @property
    def is_reading(self) -> bool:
        """Whether the page to read is on show."""
        return self._pages.currentWidget() is self.reading_page

    def show_reading(self, title: str) -> None:
        """Show the page to read, with what is open as title."""
        self.show_page(self.reading_page, title)

    def show_library(self, *, has_player: bool = False) -> None:
        """Show what can be opened; with the player where something is."""
        self.show_page(self.library_page, self.tr("Library"), has_player=has_player)

    def focus_page(self) -> None:
        """Give the keyboard to what is on show."""
        page: object = self._pages.currentWidget()
        if page is self.reading_page:
            self.reading_page.focus_text()
        elif isinstance(page, _Focusable):
            page.focus_first()

    def show_page(self, page: QWidget, title: str, *, has_player: bool = True) -> None:
        """Show a page in place of the others; one with `focus_first` puts the keyboard there."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if page is not self.reading_page:
            self._release_room_beside()
        self.has_player = has_player
        self.playback_bar.setVisible(has_player and not self.is_floating)
        self.show_title(title)
        self.page_changed.emit()
        self.focus_page()

    def show_title(self, title: str) -> None:
        """Name what is on show."""
        self.setWindowTitle(f"{title} — {NAME}" if title else NAME)

    # The window itself

    def paintEvent(self, event: QPaintEvent) -> None:
        """Emit when the window was first painted."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            self.painted.emit()

    # Kinds of events are recognised by class: `QEvent.Type` takes 3 ms when first looked at.

    def changeEvent(self, event: QEvent) -> None:
        """The window manager, too, may fill the screen."""
        super().changeEvent(event)
        is_active = self.isActiveWindow()
        if is_active != self._is_active:
            self._is_active = is_active
            self.active_changed.emit(is_active)
        if isinstance(event, QWindowStateChangeEvent):
            self.full_screen_changed.emit(self.isFullScreen())

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it matters whether anybody can see the window."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The highlight rests while the window is minimised or covered."""
        if isinstance(event, QExposeEvent | QHideEvent | QWindowStateChangeEvent):
            handle = self.windowHandle()
            is_seen = handle is not None and handle.isExposed() and not self.isMinimized()
            self.seen_changed.emit(is_seen)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's shape; whoever keeps more does so now, if it may close."""
        self.finishing.emit()
        if not self.may_close():
            event.ignore()
            return
        self._settings.set(prefs.WINDOW_GEOMETRY, bytes(self.saveGeometry().data()))
        self.closing.emit()
        super().closeEvent(event)

    def close_anyway(self) -> None:
        """Close without asking."""
        self.may_close = lambda: True
        self.close()

    def _restore_shape(self) -> None:
        geometry = self._settings.get(prefs.WINDOW_GEOMETRY)
        primary, *others = QGuiApplication.screens()
        screens = [screen.availableGeometry() for screen in (primary, *others)]
        if not geometry or not self.restoreGeometry(geometry):
            self.resize(first_size(screens[0]))
        elif not self.isMaximized() and not self.isFullScreen():
            self.setGeometry(brought_back(self.geometry(), screens))


def _menu_height() -> int:
    """On macOS the menu is not in the window."""
    is_elsewhere = sys.platform == "darwin"
    return 0 if is_elsewhere else QFontMetrics(QApplication.font()).height() + _MENU_PADDING
