"""Builds player, store, session and window: the only place where all of them meet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader import paths
from reader import settings as prefs
from reader.errors import ReaderError
from reader.jobs import Jobs, Worker, close_all
from reader.library.care import LibraryCare
from reader.library.first_look import FirstLook
from reader.library.lost_files import LostFiles
from reader.library.play_queue import PlayQueue
from reader.library.watch import LibraryWatch
from reader.playback.player import Player
from reader.playback.sleep_timer import SleepTimer
from reader.playback.transport import Transport
from reader.session.reading_session import ReadingSession
from reader.settings import Settings
from reader.store.library import Library
from reader.store.library_file import LibraryFile, own_library
from reader.store.up_next import UpNext
from ui.appearance.reader_texts import translated
from ui.window.early_keys import EarlyKeys
from ui.window.first_frame import FirstFrame
from ui.window.furniture import Furniture
from ui.window.turns import Turns, loading
from ui.window.wiring import Controllers

if TYPE_CHECKING:
    from reader.library.library_index import LibraryIndex
    from reader.library.script_cache import ScriptCache
    from reader.session.true_length import TrueLength
    from ui.library.library_parts import LibraryParts
    from ui.sharing.links_controller import LinksController
    from ui.window.library_wiring import LibraryControllers
    from ui.window.notebook_wiring import NotebookControllers

# Seconds after which quitting waits no longer: for other work, the library, the player.
_LONGEST_WORK, _LONGEST_SAVING, _LONGEST_QUITTING = 0.5, 1.0, 1.2
_UNTIL_PAINTED = 10  # ms: Qt paints 5 ms after it was asked to, and the bar and menus come first
_UNTIL_SCAN = 2_000  # ms after the player is there: the listener comes first
_FOR_NOTES = (
    *("reader.notes.correcting", "reader.store.annotations", "reader.notes.notes_read"),
    *("reader.notes.all_notes", "reader.notes.notebook"),
    *("reader.session.sync_check", "ui.notes.toast", "ui.notes.notes_panel"),
    *("ui.notes.notes_controller", "ui.corrections.corrections_controller"),
    *("ui.voices.voices_controller", "ui.sync.check_controller"),
    *("ui.sharing.picked_controller", "ui.voices.talk_controller", "ui.window.notebook_wiring"),
)
_FOR_LIBRARY = (
    *("reader.library.library_scan", "reader.library.library_shelf"),
    *("reader.library.library_index", "reader.library.library_search"),
)
_ONCE = Qt.ConnectionType.SingleShotConnection


class Earmark(QObject):
    """The running application: what lives as long as it does, and how it begins and ends."""

    settled = Signal()  # text and player are there: what else there is may begin

    def __init__(
        self,
        first: FirstFrame | None = None,
        *,
        player: str | None = None,
        sync_log: Path | None = None,
        settings: Settings | None = None,
        database: Path | None = None,
        cache: ScriptCache | None = None,
        furniture: Furniture | None = None,
    ) -> None:
        super().__init__()
        self._player_name = player
        self._first = first or FirstFrame(settings)
        self.settings, self.window = self._first.settings, self._first.window
        self.opener, self.keeper = self._first.opener, Worker(self)
        self._file = _library_file(database)
        self._library = Library(self._file)
        self._texts = cache
        # A library that was given by hand has an index of its own.
        self._index_path = database and database.with_name("words.db")
        self.transport = Transport()
        self.session = ReadingSession(
            self.transport,
            self.settings,
            self._library,
            opener=self.opener,
            keeper=self.keeper,
            cache=cache,
            books=paths.book_sounds(),
        )
        self.sleep_timer = SleepTimer(self.transport)
        self._furniture = furniture or Furniture(self.settings, self.window)
        self.appearance = self._furniture.appearance
        remember = paths.choose_library_folder if database is None else _ignore
        self.care = LibraryCare(self._file, self.keeper, remember, self)
        lost = LostFiles(self._library, self.keeper, self)
        self.watch = LibraryWatch(self._file, self.keeper, self)
        self.controllers = Controllers(
            self.window,
            self.session,
            self.sleep_timer,
            self._furniture,
            care=self.care,
            lost=lost,
            watch=self.watch,
            queue=PlayQueue(UpNext(self._file), self.keeper, self),
        )
        self.controllers.library.notebook_needed.connect(self._open_notebook)
        self.controllers.names.notebook_needed.connect(self._open_notebook)
        self._sync_log = _logged(self.session, sync_log) if sync_log else None
        self._lengths: TrueLength | None = None
        self._turns = Turns(self)
        self._until_scan = QTimer(self, interval=_UNTIL_SCAN, singleShot=True)
        self._until_scan.timeout.connect(self._scan)
        self._restore_sound()
        sys.excepthook = self._report_fault

    def start(self, files: Sequence[Path]) -> None:
        """Open `files`, or offer what can be opened, and show the window."""
        self._prepare()
        if files:
            self.session.open(*files)
        else:
            self.window.show_library()
        self.window.show()
        if files:
            self._release_when_open(EarlyKeys(self.window))

    def go_on(self, found: FirstLook) -> None:
        """Open what the first frame has looked at, and has painted where it is a text."""
        self._prepare(lambda: self._furniture.notes_panel, self._open_notebook, self.session.settle)
        if self._first.keys is not None:
            self._release_when_open(self._first.keys)
        if found.is_beginning:
            self.session.open(*filter(None, found.files))
        else:
            self.session.take(found)
        self.window.show()

    def _release_when_open(self, keys: EarlyKeys) -> None:
        """Keys wait for the episode, not for the player: the transport waits for that one."""
        soon = QTimer(keys, interval=0, singleShot=True)  # its end comes just before its episode
        soon.timeout.connect(keys.release)
        self.session.opening_ended.connect(soon.start, _ONCE)

    def _prepare(self, *steps: Callable[[], object]) -> None:
        """What can wait until the window is painted waits for that; `steps` come after it."""
        self.session.episode_opened.connect(self._open_notebook, _ONCE)
        self.window.make_library = self._library_page
        on = self.controllers.commands.on
        on("show_library", self._show_library)
        on("search_library", self._search_library)
        on("watch_folder", self._ask_for_folder)
        on("library_details", self._show_library_details)
        self.controllers.files.folders_dropped.connect(self._watch)
        self.controllers.commands.on("all_notes", self._show_all_notes)
        self.controllers.commands.on("export_notes", self._export_notes)
        self.controllers.commands.on("import_notes", self._import_notes)
        self.controllers.commands.on("colours", self._show_colours)
        self.controllers.commands.on("copy_link", self._copy_link)
        self.settled.connect(self._settle, _ONCE)
        begin = partial(
            self._turns.add, loading(_FOR_NOTES), steps, [self._load_player_when_painted]
        )
        QTimer.singleShot(_UNTIL_PAINTED, self._turns, begin)

    def _settle(self) -> None:
        """What belongs to the library and can wait until an episode is read and heard."""
        self.controllers.queue.load()
        if not any(self.session.files):  # an episode that is opened loads them
            self.session.recent.load()
        self._until_scan.start()

    def _scan(self) -> None:
        self._turns.add(loading(_FOR_LIBRARY), [self._begin_scan])

    def _begin_scan(self) -> None:
        self._library_parts.scan.scan()

    @property
    def _has_library(self) -> bool:
        return "_library_parts" in self.__dict__

    def shut_down(self) -> None:
        """Save everything and release the player, within 2 s whatever does not answer."""
        start = time.monotonic()
        self.settings.save()
        self.watch.close()
        self.care.close()
        if self._lengths is not None:
            self._lengths.close()
        self._until_scan.stop()
        self._turns.stop()
        if self._has_library:
            self._library_parts.close()
        # The keeper last: the others may have something to save.
        close_all([each for each in self._workers() if each is not self.keeper], _LONGEST_WORK)
        self.keeper.run(lambda _: self._file.close(), lambda _: None)
        # A library that did not answer when the window was closed was waited for already.
        patience = _LONGEST_SAVING if self.watch.is_answered else _LONGEST_WORK
        self.keeper.close(max(0.0, start + patience - time.monotonic()))
        if self.controllers.notebook is not None:
            self.controllers.notebook.notes.notebook.stop()
        self.transport.shut_down(start + _LONGEST_QUITTING - time.monotonic())
        if self._sync_log:
            self._sync_log()

    def _workers(self) -> set[Jobs]:
        """All there are: each belongs to whatever it works for."""
        owners: tuple[QObject, ...] = (self, self._first, self.window, self.session)
        return {each for owner in owners for each in owner.findChildren(Jobs)}

    def _restore_sound(self) -> None:
        get = self.settings.get
        self.transport.set_rate(get(prefs.RATE))
        self.transport.set_volume(get(prefs.VOLUME))
        self.transport.set_muted(get(prefs.IS_MUTED))
        self.transport.set_device(get(prefs.OUTPUT_DEVICE))

    def _open_notebook(self) -> NotebookControllers:
        """With the first episode, when its text is painted: before, there is nothing to keep."""
        if self.controllers.notebook is not None:
            return self.controllers.notebook
        from reader.library.next_episode import NextEpisodes
        from reader.notes.all_notes import AllNotes
        from reader.notes.note_drafts import NoteDrafts
        from reader.notes.note_exporter import NoteExporter
        from reader.notes.note_folder import NoteFolder
        from reader.notes.notebook import Notebook
        from reader.session.sync_check import SyncCheck
        from reader.store.annotations import Annotations
        from reader.store.drafts import Drafts
        from reader.store.sync_checks import SyncChecks
        from ui.window.notebook_wiring import NotebookParts

        annotations = Annotations(self._file)
        exporter = NoteExporter(annotations, self._library, self.keeper, self, say=translated)
        exporter.links_found.connect(lambda links: self._links.copy(*links))
        return self.controllers.open_notebook(
            NotebookParts(
                Notebook(annotations, self.keeper, self, colour_name=translated),
                NoteDrafts(Drafts(self._file), self.keeper, self),
                AllNotes(annotations, self._library, self.keeper, self),
                exporter,
                NoteFolder(
                    annotations,
                    self._library,
                    self.keeper,
                    self.settings,
                    say=translated,
                    parent=self,
                ),
                NextEpisodes(self._library, self.keeper, self),
                lambda: self.keeper.ask(self._library.episodes),
                SyncCheck(self.session, SyncChecks(self._file), self.keeper, parent=self),
            )
        )

    @cached_property
    def _library_parts(self) -> LibraryParts:
        """What `reader` has of the library: made when it has settled, or when its page is shown."""
        from reader.library.library_index import LibraryIndex
        from reader.library.library_scan import LibraryScan
        from reader.library.library_search import LibrarySearch
        from reader.library.library_shelf import LibraryShelf
        from reader.playback.listen_in import ListenIn
        from reader.store.catalogue import Catalogue
        from ui.library.library_parts import LibraryParts

        catalogue = Catalogue(self._file)
        index = LibraryIndex(self._file, self, path=self._index_path)
        scan = LibraryScan(catalogue, self.keeper, self)
        scan.finished.connect(lambda _: index.bring_up_to_date())
        for changed in (self.session.episode_opened, self.session.script_changed):
            changed.connect(lambda _: self._renew_words(index))
        return LibraryParts(
            LibraryShelf(catalogue, self.keeper, self, voices=index.voices, texts=self._texts),
            scan,
            index,
            LibrarySearch(self._file, index.index, self),
            ListenIn(lambda: _prepared_player(self._player_name), self),
            _picture_in,
        )

    def _renew_words(self, index: LibraryIndex) -> None:
        """The open episode is new, or says something else since its listener corrected it."""
        if self.session.episode is not None:
            index.renew(self.session.episode.id)

    def _open_library(self) -> LibraryControllers:
        """With its page, or with whatever else needs it."""
        return self.controllers.library_page or self.controllers.open_library(self._library_parts)

    def _library_page(self) -> QWidget:
        return self._open_library().page

    def _show_library(self) -> None:
        self.window.show_library(has_player=any(self.session.files))

    def _search_library(self) -> None:
        self._open_library().search.show()

    def _ask_for_folder(self) -> None:
        self._open_library().folders.ask_for_folder()

    def _show_library_details(self) -> None:
        self._open_library().folders.show_details()

    def _watch(self, folders: Sequence[Path]) -> None:
        self._open_library().watch(folders)
        self._show_library()

    def _show_all_notes(self) -> None:
        self._open_notebook().all_notes.show()

    def _export_notes(self) -> None:
        self._open_notebook().exports.show()

    def _import_notes(self) -> None:
        self._open_notebook().exports.ask_for_import()

    def _show_colours(self) -> None:
        self._open_notebook().colours.show()

    def _copy_link(self) -> None:
        self._links.copy_here()

    def open_link(self, text: str) -> None:
        """Follow a link to a moment, from wherever it comes."""
        self._links.open(text)

    @cached_property
    def _links(self) -> LinksController:
        from reader.session.link_opener import LinkOpener
        from ui.sharing.links_controller import LinksController

        opener = LinkOpener(self.session, self._library, self.keeper, self)
        return LinksController(self.session, opener, self.window)

    def _load_player_when_painted(self) -> None:
        if self.window.is_painted:
            self._load_player()
        else:
            self.window.painted.connect(partial(self._turns.add, [self._load_player]))

    def _load_player(self) -> None:
        """VLC takes its time: it is loaded off the GUI thread, and after the first paint."""
        self.opener.run(
            lambda _: _prepared_player(self._player_name),
            self._use_player,
            self._miss_player,
            crashed=lambda _: self.settled.emit(),
        )

    def _use_player(self, make: Callable[[], Player]) -> None:
        from reader.session.true_length import TrueLength

        self.transport.set_player(make())
        self._lengths = TrueLength(self.session, self)
        self.settled.emit()

    def _miss_player(self, error: ReaderError) -> None:
        self.session.failed.emit(error)
        self.settled.emit()

    def _report_fault(
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
        QTimer.singleShot(0, self.window, partial(self.controllers.faults.show, error))


def _library_file(database: Path | None) -> LibraryFile:
    return own_library() if database is None else LibraryFile(database)


def _picture_in(path: Path) -> bytes | None:
    from reader.recording.cover import picture_in

    return picture_in(path)


def _ignore(_folder: Path) -> None:
    """A library that was given by hand is not remembered."""


def _prepared_player(name: str | None) -> Callable[[], Player]:
    from reader.playback.choosing import prepare_player

    return prepare_player(name)


def _logged(session: ReadingSession, path: Path) -> Callable[[], None]:
    """Write the session's highlight to `path`; gives what ends it."""
    from reader.playback.sync_log import SyncLog

    log = SyncLog(path)
    session.follower.highlight_changed.connect(
        lambda highlight, time, cause: log.note(highlight, time, session.transport.rate, cause)
    )
    return log.close
