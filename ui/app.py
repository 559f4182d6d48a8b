"""Builds player, store, session and window: the only place where all of them meet."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reader import paths
from reader import settings as prefs
from reader.errors import ReaderError
from reader.jobs import Worker
from reader.library_care import LibraryCare
from reader.playback.player import Player
from reader.playback.sleep_timer import SleepTimer
from reader.playback.transport import Transport
from reader.session import ReadingSession
from reader.settings import Settings
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from ui import language
from ui.crash_watch import CrashWatch
from ui.desks import Desks
from ui.desktop.arrivals import Application
from ui.desktop.single_instance import SingleInstance
from ui.garbage import GarbageCollection
from ui.identity import DESKTOP_ID, NAME
from ui.look import Look
from ui.main_window import MainWindow

_ONCE = Qt.ConnectionType.SingleShotConnection
_SETTLED = 2_000  # ms after which the start is over


def run(
    files: Sequence[Path],
    *,
    player: str | None = None,
    sync_log: Path | None = None,
    instance: SingleInstance | None = None,
) -> int:
    """Open the window, with `files` in it; gives the exit code."""
    # As an argument: `setStyle` hands the style out, and PySide gets to know all of it in 7 ms.
    application = Application([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName(NAME)
    application.setDesktopFileName(DESKTOP_ID)
    language.use_system_language(application)
    watch = CrashWatch(paths.log_folder()) if instance is not None else None
    earmark = Earmark(player=player, sync_log=sync_log)
    earmark.settled.connect(partial(_settle_in, earmark, application, instance, watch), _ONCE)
    earmark.start(files)
    QTimer.singleShot(_SETTLED, application, partial(GarbageCollection, application))
    _quit_on_interrupt(application)
    code = application.exec()
    earmark.shut_down()
    if watch is not None:
        watch.end()
    if instance is not None:
        instance.close()
    return code


def _settle_in(
    earmark: Earmark,
    application: Application,
    instance: SingleInstance | None,
    watch: CrashWatch | None,
) -> None:
    """What the start need not wait for."""
    from ui.crash_desk import CrashDesk  # noqa: PLC0415 - costs time at the start
    from ui.desktop.desk import DesktopDesk  # noqa: PLC0415
    from ui.running_log import begin_log  # noqa: PLC0415

    begin_log(paths.log_folder())
    session, window, desks = earmark.session, earmark.window, earmark.desks
    opener = earmark.opener
    DesktopDesk(session, window, desks, application, opener=opener, instance=instance)
    if watch is not None:
        CrashDesk(session, desks, watch, earmark.keeper)


class Earmark(QObject):
    """The running application: what lives as long as it does, and how it begins and ends."""

    settled = Signal()  # text and player are there: what else there is may begin

    def __init__(
        self,
        *,
        player: str | None = None,
        sync_log: Path | None = None,
        settings: Settings | None = None,
        database: Path | None = None,
    ) -> None:
        super().__init__()
        self._player_name = player
        self.settings = settings or Settings()
        self.opener, self.keeper = Worker(self), Worker(self)
        self._file = _library_file(database)
        self._library = Library(self._file)
        self.transport = Transport()
        self.session = ReadingSession(
            self.transport, self.settings, self._library, opener=self.opener, keeper=self.keeper
        )
        self.sleep_timer = SleepTimer(self.transport)
        self.look = Look(self.settings, paths.resources())
        self.window = MainWindow(self.look, self.settings)
        remember = paths.choose_library_folder if database is None else _ignore
        self.care = LibraryCare(self._file, self.keeper, remember, self)
        self.desks = Desks(self.window, self.session, self.sleep_timer, self.look, self.care)
        self._sync_log = _logged(self.session, sync_log) if sync_log else None
        self._restore_sound()
        sys.excepthook = self._tell_fault

    def start(self, files: Sequence[Path]) -> None:
        """Show the window, then load what can wait until it is painted."""
        self.window.painted.connect(self._load_player)
        self.session.episode_opened.connect(self._open_notebook, _ONCE)
        self.desks.commands.on("all_notes", self._show_all_notes)
        if files:
            self.session.open(*files)
        else:
            self.window.show_welcome()
        self.window.show()

    def shut_down(self) -> None:
        """Keep everything and release the player."""
        self.settings.save()
        self.keeper.run(lambda _: self._file.close(), lambda _: None)
        self.care.close()
        self.opener.close()
        self.keeper.close()
        self.transport.shut_down()
        if self._sync_log:
            self._sync_log()

    def _restore_sound(self) -> None:
        get = self.settings.get
        self.transport.set_rate(get(prefs.RATE))
        self.transport.set_volume(get(prefs.VOLUME))
        self.transport.set_muted(get(prefs.IS_MUTED))
        self.transport.set_device(get(prefs.OUTPUT_DEVICE))

    def _open_notebook(self) -> None:
        """With the first episode, when its text is painted: before, there is nothing to keep."""
        if self.desks.notes is not None:
            return
        from reader.all_notes import AllNotes  # noqa: PLC0415 - costs time at the start
        from reader.notebook import Notebook  # noqa: PLC0415
        from reader.store.annotations import Annotations  # noqa: PLC0415

        annotations = Annotations(self._file)
        self.desks.open_notebook(
            Notebook(annotations, self.keeper, self),
            AllNotes(annotations, self._library, self.keeper, self),
        )

    def _show_all_notes(self) -> None:
        self._open_notebook()
        if self.desks.all_notes is not None:
            self.desks.all_notes.show()

    def _load_player(self) -> None:
        """VLC takes its time: it is loaded off the GUI thread, and after the first paint."""
        self.opener.run(
            lambda _: _prepared_player(self._player_name), self._use_player, self._miss_player
        )

    def _use_player(self, make: Callable[[], Player]) -> None:
        self.transport.set_player(make())
        self.settled.emit()

    def _miss_player(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.session.failed.emit(error)
        self.settled.emit()

    def _tell_fault(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """A bug: say so, keep going; it is printed as well."""
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        QTimer.singleShot(0, self.window, partial(self.desks.faults.show, error))


def _library_file(database: Path | None) -> LibraryFile:
    """One at a place that was chosen is not made anew where it is missing."""
    path = database or paths.library()
    is_chosen = database is None and path.parent != paths.data_folder()
    return LibraryFile(path, must_exist=is_chosen)


def _ignore(_folder: Path) -> None:
    """A library that was given by hand is not remembered."""


def _prepared_player(name: str | None) -> Callable[[], Player]:
    from reader.playback.choosing import prepare_player  # noqa: PLC0415

    return prepare_player(name)


def _logged(session: ReadingSession, path: Path) -> Callable[[], None]:
    """Write the session's highlight to `path`; gives what ends it."""
    from reader.playback.sync_log import SyncLog  # noqa: PLC0415

    log = SyncLog(path)
    session.spot_changed.connect(
        lambda spot, time, cause: log.note(spot, time, session.transport.rate, cause)
    )
    return log.close


def _quit_on_interrupt(application: QApplication) -> None:
    """Ctrl+C in the terminal and the end of the desktop's session close the window; the timer
    lets Python look for them."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # the last is not known to Windows
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: QApplication.closeAllWindows())
    beat = QTimer(application, interval=500)
    beat.timeout.connect(lambda: None)
    beat.start()
