"""The controllers of the window: each connects the session with the widgets of one subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.care import LibraryCare
from reader.library.lost_files import LostFiles
from reader.library.play_queue import PlayQueue
from reader.library.watch import LibraryWatch
from reader.playback.sleep_timer import SleepTimer
from reader.session.reading_session import ReadingSession
from ui.actions import menu_bar
from ui.faults.fault_controller import FaultController
from ui.library.files_controller import FilesController
from ui.library.library_controller import LibraryController
from ui.library.lost_files_controller import LostFilesController
from ui.library.names_controller import NamesController
from ui.library.pair_controller import PairController
from ui.library.queue_controller import QueueController
from ui.player.episode_sign_controller import EpisodeSignController
from ui.player.playback_controller import PlaybackController
from ui.player.study_controller import StudyController
from ui.reading.reading_controller import ReadingController
from ui.reading.scripts_controller import ScriptsController
from ui.widgets.drag_end import DragEnd
from ui.widgets.focus import EnterActivates, FocusReturn, MenuKeys
from ui.widgets.key_places import KeyPlaces
from ui.window.furniture import Furniture
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController
from ui.window.reading_mode import ReadingMode
from ui.window.view_controller import ViewController

if TYPE_CHECKING:
    from ui.library.library_parts import LibraryParts
    from ui.window.library_wiring import LibraryControllers
    from ui.window.notebook_wiring import NotebookControllers, NotebookParts


class Controllers:
    """Furnishes a window, once its text is painted. A new controller is a line in `__init__`.

    Nothing of it is loaded before the first paint, so modules are imported above as usual. What is
    made of notes comes later still, with the first episode: half of all there is to load.
    """

    def __init__(
        self,
        window: MainWindow,
        session: ReadingSession,
        sleep_timer: SleepTimer,
        furniture: Furniture,
        *,
        care: LibraryCare,
        lost: LostFiles,
        watch: LibraryWatch,
        queue: PlayQueue,
    ) -> None:
        appearance = furniture.appearance
        self._window, self._session, self._furniture = window, session, furniture
        commands = self.commands = furniture.commands
        window.setWindowIcon(appearance.mark)
        window.furnish(
            commands,
            menu_bar(commands),
            furniture.message_bar,
            furniture.reading_page,
            furniture.playback_bar,
        )
        KeyPlaces(window)
        EnterActivates(window)
        DragEnd(window)
        MenuKeys(window, window.menu_bar)
        FocusReturn(window.playback_bar, window.focus_page)
        self.messages = MessagesController(session, window)
        self.reading = ReadingController(session, window)
        self.scripts = ScriptsController(session, window)
        self.playback = PlaybackController(session, sleep_timer, window)
        self.study = StudyController(session, window, appearance)
        EpisodeSignController(session, window)
        self.files = FilesController(session, window)
        self.view = ViewController(session, window, appearance)
        ReadingMode(window)
        self.library = LibraryController(session, care, watch, window)
        self.names = NamesController(session, window)
        self.pair = PairController(session, window)
        self.lost_files = LostFilesController(session, lost, window)
        self.faults = FaultController(session.transport, window)
        self.notebook: NotebookControllers | None = None
        self.queue = QueueController(session, queue, window)
        self.library_page: LibraryControllers | None = None
        window.closing.connect(session.close)
        window.may_close = self.library.ask_before_closing

    def open_library(self, parts: LibraryParts) -> LibraryControllers:
        """Give the library its page."""
        from ui.window.library_wiring import LibraryControllers

        made = self.library_page = LibraryControllers(
            parts, self._session, self._window, self._furniture.appearance, self.queue
        )
        made.shelf.rename_requested.connect(self.names.ask)
        if self.notebook is not None:
            made.open_notebook(self.notebook.notes.notebook)
        return made

    def open_notebook(self, parts: NotebookParts) -> NotebookControllers:
        """Give what is kept its place beside the page, a page of its own, and ways to take it."""
        from ui.window.notebook_wiring import NotebookControllers

        self.notebook = NotebookControllers(
            parts,
            self._session,
            self._window,
            self._furniture,
            reading=self.reading,
            messages=self.messages,
        )
        self.notebook.all_notes.rename_requested.connect(self.names.ask)
        self.queue.changed.connect(self.notebook.end_card.look)
        self.library.open_notebook(parts.notebook, parts.drafts)
        if self.library_page is not None:
            self.library_page.open_notebook(parts.notebook)
        self.names.open_notebook(parts.notebook)
        episode = self._session.episode
        if episode is not None:
            parts.notebook.open_episode(episode, self._session.script)
        else:
            parts.notebook.read_again()
        return self.notebook
