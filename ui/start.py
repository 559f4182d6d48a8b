"""Starts Earmark: a first frame with the text, then all the rest, then the event loop."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader import paths
from reader.library.first_look import HeadStart
from reader.library.script_cache import ScriptCache
from ui.appearance import language
from ui.appearance.identity import DESKTOP_ID, NAME
from ui.desktop.arrivals import Application
from ui.desktop.interrupts import close_on_interrupt
from ui.faults.crash_watch import CrashWatch
from ui.window.first_frame import FirstFrame
from ui.window.turns import Turns, loading

if TYPE_CHECKING:
    from reader.library.first_look import FirstLook
    from ui.app import Earmark
    from ui.desktop.single_instance import SingleInstance
    from ui.window.furniture import Furniture

_IN_USE = 300  # ms after the player is there: then the window is ready, and keys are answered
_SETTLED = 2_000  # ms after which the start is over


def run(
    files: Sequence[Path | str],
    *,
    player: str | None = None,
    sync_log: Path | None = None,
    instance: SingleInstance | None = None,
    head_start: HeadStart | None = None,
) -> int:
    """Open the window, with `files` in it, a `str` being a link; gives the exit code.

    `head_start` reads the files already.
    """
    # As an argument: `setStyle` hands the style out, and PySide gets to know all of it in 7 ms.
    application = Application([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName(NAME)
    application.setDesktopFileName(DESKTOP_ID)
    close_on_interrupt(application)
    # Qt's own quitting by a posted event can get lost while the window's parts are made.
    application.lastWindowClosed.connect(application.exit)
    language.use_system_language(application)
    start = _Start(application, files, player=player, sync_log=sync_log, instance=instance)
    start.begin(head_start)
    code = application.exec()
    start.shut_down()
    return code


_REST = (
    *("ui.actions", "ui.reading.reading_page", "ui.player.playback_bar"),
    *("ui.library.library_controller", "ui.window.wiring", "ui.app"),
)
"""In the order in which they need each other."""
_FOR_DESKTOP = (
    *("logging.handlers", "ui.faults.running_log", "ui.faults.crash_controller"),
    *("PySide6.QtNetwork", "ui.desktop.desktop_controller"),
)


class _Start(QObject):
    """Begins with a first frame and makes Earmark of it."""

    def __init__(
        self,
        application: Application,
        files: Sequence[Path | str],
        *,
        player: str | None,
        sync_log: Path | None,
        instance: SingleInstance | None,
    ) -> None:
        super().__init__(application)
        self._application, self._instance = application, instance
        self._files = [each for each in files if isinstance(each, Path)]
        self._links = [each for each in files if isinstance(each, str)]
        self._player, self._sync_log = player, sync_log
        self._watch = CrashWatch(paths.log_folder()) if instance is not None else None
        self._earmark: Earmark | None = None
        self._turns = Turns(self)
        self._first = FirstFrame()
        self._first.passed.connect(self._load)
        self._cache = ScriptCache(paths.read_texts())

    def begin(self, head_start: HeadStart | None) -> None:
        """Show the first frame, where there is something to show."""
        if self._files:
            head_start = head_start or HeadStart(self._files, paths.library(), self._cache)
            self._cache = head_start.cache or self._cache
            self._first.show(head_start)
        else:
            self._load(None)

    def shut_down(self) -> None:
        """However far it came."""
        self._turns.stop()
        (self._earmark or self._first).shut_down()
        if self._watch is not None:
            self._watch.end()
        if self._instance is not None:
            self._instance.close()

    def _load(self, found: FirstLook | None) -> None:
        """Load and make all the rest; the text can be scrolled meanwhile."""
        self._turns.add(loading(_REST), self._steps(found))

    def _steps(self, found: FirstLook | None) -> Iterator[Callable[[], object]]:
        from ui.window.furniture import Furniture

        furniture = Furniture(self._first.settings, self._first.window)
        yield lambda: furniture.appearance
        yield lambda: furniture.commands
        yield lambda: furniture.playback_bar
        yield lambda: furniture.message_bar
        yield lambda: furniture.reading_page
        yield partial(self._make, found, furniture)
        yield partial(self._go_on, found)

    def _make(self, found: FirstLook | None, furniture: Furniture) -> None:
        if self._is_left(found):
            return
        from ui.app import Earmark

        self._earmark = Earmark(
            self._first,
            player=self._player,
            sync_log=self._sync_log,
            cache=self._cache,
            furniture=furniture,
        )

    def _go_on(self, found: FirstLook | None) -> None:
        earmark = self._earmark
        if earmark is None or self._is_left(found):
            return
        from ui.window.garbage import GarbageCollection

        later = QTimer(self, interval=_IN_USE, singleShot=True)
        later.timeout.connect(self._settle_in)
        earmark.settled.connect(later.start)
        self._application.ending.connect(earmark.controllers.library.end)
        if found is not None:
            earmark.go_on(found)
        else:
            earmark.start(self._files)
        for link in self._links[:1]:
            earmark.open_link(link)
        QTimer.singleShot(_SETTLED, self, lambda: GarbageCollection(self._application))

    def _is_left(self, found: FirstLook | None) -> bool:
        """Whether the window was closed meanwhile; that of a recording alone is shown last."""
        was_shown = found is not None and found.script is not None
        return was_shown and not self._first.window.isVisible()

    def _settle_in(self) -> None:
        """What the start need not wait for."""
        steps = (self._begin_log, self._join_desktop, self._report_crash)
        self._turns.add(loading(_FOR_DESKTOP), steps)

    def _begin_log(self) -> None:
        from ui.faults.running_log import begin_log

        begin_log(paths.log_folder())

    def _join_desktop(self) -> None:
        from ui.desktop.desktop_controller import DesktopController

        earmark = self._earmark
        assert earmark is not None
        desktop = DesktopController(
            earmark.session,
            earmark.window,
            earmark.controllers,
            self._application,
            opener=earmark.opener,
            instance=self._instance,
        )
        desktop.link_opened.connect(earmark.open_link)

    def _report_crash(self) -> None:
        from ui.faults.crash_controller import CrashController

        earmark = self._earmark
        if self._watch is not None and earmark is not None:
            controllers = earmark.controllers
            CrashController(earmark.session, controllers.messages, controllers.faults, self._watch)
