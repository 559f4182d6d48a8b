"""Connects session and window with the desktop around them; made when the start is over."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from reader.session import ReadingSession
from ui.desktop.arrivals import Application, arrival, bring_up
from ui.desktop.single_instance import SingleInstance
from ui.main_window import MainWindow


class DesktopDesk(QObject):
    """All wires to other starts, the file manager and the media panel."""

    def __init__(
        self,
        session: ReadingSession,
        window: MainWindow,
        application: Application,
        instance: SingleInstance | None,
    ) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        application.file_opened.connect(lambda name: self.open([name]))
        if instance is not None:
            instance.received.connect(self.open)
            instance.listen()

    def open(self, names: Iterable[str], token: str = "") -> None:
        """Open what is named, if anything is, and come to the front."""
        given = arrival(names)
        if given.files:
            self._session.open(*given.files)
        bring_up(self._window, token)
