"""Connects session and window with the desktop around them; made when the start is over."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from reader.jobs import Jobs
from reader.session.reading_session import ReadingSession
from ui.desktop.arrivals import Application, arrival, bring_up
from ui.desktop.media_controller import MediaController
from ui.desktop.media_controls import MediaControls
from ui.desktop.single_instance import SingleInstance
from ui.desktop.tray import Tray
from ui.widgets.announcement import announce_by_notices
from ui.widgets.message_bar import MessageKind
from ui.window.main_window import MainWindow
from ui.window.wiring import Controllers


class DesktopController(QObject):
    """All wires to other starts, the file manager, the media panel and the tray."""

    link_opened = Signal(str)  # to a moment of an episode

    def __init__(
        self,
        session: ReadingSession,
        window: MainWindow,
        controllers: Controllers,
        application: Application,
        *,
        opener: Jobs,
        instance: SingleInstance | None = None,
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._controllers = session, window, controllers
        self._opener = opener
        self.media: MediaController | None = None
        self._controls: MediaControls | None = None
        application.file_opened.connect(self.open_name)
        application.aboutToQuit.connect(self._leave)
        if instance is not None:
            instance.received.connect(self.open)
            instance.listen()
        self.tray = Tray(session.settings, window, controllers.messages, lambda: bring_up(window))
        if sys.platform not in ("win32", "darwin"):
            self._join_bus()
            self._look_for_screen_reader()
            application.focusWindowChanged.connect(self._look_for_screen_reader)

    def open(self, names: Iterable[str], token: str = "") -> None:
        """Open what is named, if anything is, and come to the front."""
        given = arrival(names)
        if given.files:
            self._session.open(*given.files)
        if not given.are_all_names:
            text = self.tr("Another program asked to open what no file can be called.")
            self._controllers.messages.report(MessageKind.WARNING, text)
        for link in given.links[:1]:
            self.link_opened.emit(link)
        bring_up(self._window, token)

    def open_name(self, name: str) -> None:
        """The same for one name; without one only come to the front."""
        self.open([name] if name else [])

    def _look_for_screen_reader(self) -> None:
        """One may be started at any time; an old one does not listen to announcements."""
        from PySide6.QtGui import QAccessible

        if QAccessible.isActive():
            self._opener.run(lambda _: _needs_notices(), announce_by_notices)

    # The media panel

    def _join_bus(self) -> None:
        self._opener.run(lambda _: _bus(), self._show_in_panel)

    def _show_in_panel(self, connection: object) -> None:
        if connection is None:
            return
        from ui.desktop.mpris import MprisControls

        self._controls = MprisControls(connection, lambda: self._session.transport.time, self)
        self.media = MediaController(
            self._session,
            self._window,
            self._controllers,
            self._controls,
            opener=self._opener,
            open_name=self.open_name,
        )

    def _leave(self) -> None:
        if self._controls is not None:
            self._controls.close()


def _needs_notices() -> bool:
    from ui.desktop.accessibility_bus import ignores_announcements

    return ignores_announcements()


def _bus() -> object:
    """None on a desktop without one: that is nothing to complain about."""
    from ui.desktop import bus, mpris

    try:
        return bus.connected(*mpris.BUS_NAMES)
    except OSError:
        return None
