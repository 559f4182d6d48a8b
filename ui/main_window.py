"""The window: lays out the page and what stands around it. The desks make it work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader import settings as prefs
from reader.settings import Settings
from ui.look import Look
from ui.reading_page import ReadingPage

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.message_bar import MessageBar
    from ui.playback_bar import PlaybackBar
    from ui.welcome_page import WelcomePage


@runtime_checkable
class _Focusable(Protocol):
    def focus_first(self) -> None:
        """Put the keyboard where one begins."""


class MainWindow(QMainWindow):
    """A page to read; menu, messages and player are put around it by `furnish`."""

    painted = Signal()  # for the first time: what can wait may begin
    seen_changed = Signal(bool)  # whether anybody can see it
    full_screen_changed = Signal(bool)
    page_changed = Signal()  # between reading and welcome
    welcome_made = Signal(object)  # WelcomePage, to be connected
    closing = Signal()

    commands: Actions
    message_bar: MessageBar
    playback_bar: PlaybackBar

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look, self._settings = look, settings
        self._is_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        self.reading_page = ReadingPage(look)
        self._lay_out()
        self._restore_shape()

    def _lay_out(self) -> None:
        self.setWindowTitle("Earmark")
        self.setWindowIcon(self._look.mark)
        self.setMinimumSize(360, 320)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reading_page)
        self._sides = QSplitter()
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self._pages)
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._sides, 1)
        self.setCentralWidget(self.content)

    # What comes around the page

    def furnish(
        self,
        commands: Actions,
        menu_bar: QMenuBar,
        message_bar: MessageBar,
        playback_bar: PlaybackBar,
    ) -> None:
        """Put menu, messages and player in their places."""
        self.commands, self.message_bar, self.playback_bar = commands, message_bar, playback_bar
        self.setMenuBar(menu_bar)
        commands.add_to(self)
        self.reading_page.pane.addAction(commands["play_here"])
        self._column.insertWidget(0, message_bar)
        self._column.addWidget(playback_bar)
        message_bar.focus_released.connect(self.focus_page)

    def add_side(self, panel: QWidget) -> None:
        """Give a panel its place beside the page."""
        self._sides.addWidget(panel)
        self._sides.setStretchFactor(0, 1)

    # Which page is seen

    @cached_property
    def welcome_page(self) -> WelcomePage:
        """Made when it is first shown: whoever starts with a file need not wait for it."""
        from ui.welcome_page import WelcomePage  # noqa: PLC0415

        page = WelcomePage(self._look.mark)
        self._pages.addWidget(page)
        self.welcome_made.emit(page)
        return page

    @property
    def is_reading(self) -> bool:
        """Whether the page to read is on show."""
        return self._pages.currentWidget() is self.reading_page

    def show_reading(self, title: str) -> None:
        """Show the page to read, with what is open as title."""
        self.show_page(self.reading_page, title)

    def show_welcome(self) -> None:
        """Offer what can be opened."""
        self.show_page(self.welcome_page, "", has_player=False)

    def focus_page(self) -> None:
        """Give the keyboard to what is on show."""
        page: object = self._pages.currentWidget()
        if page is self.reading_page:
            self.reading_page.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(page, _Focusable):
            page.focus_first()

    def show_page(self, page: QWidget, title: str, *, has_player: bool = True) -> None:
        """Show a page in place of the others; one with `focus_first` puts the keyboard there."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.playback_bar.setVisible(has_player)
        self.setWindowTitle(f"{title} — Earmark" if title else "Earmark")
        self.page_changed.emit()
        self.focus_page()

    # The window itself

    def event(self, event: QEvent) -> bool:
        """Tell when the window was first painted."""
        is_first_paint = event.type() == QEvent.Type.Paint and not self._is_painted
        answer = super().event(event)
        if is_first_paint:
            self._is_painted = True
            self.painted.emit()
        return answer

    def changeEvent(self, event: QEvent) -> None:
        """The window manager, too, may fill the screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
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
        if event.type() in (QEvent.Type.Expose, QEvent.Type.WindowStateChange, QEvent.Type.Hide):
            handle = self.windowHandle()
            is_seen = handle is not None and handle.isExposed() and not self.isMinimized()
            self.seen_changed.emit(is_seen)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's shape; whoever keeps more does so now, if it may close."""
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
        if not geometry or not self.restoreGeometry(geometry):
            self.resize(1000, 760)
