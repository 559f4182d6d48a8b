"""The controllers of the library's page, wired when it is first shown or asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.notes.notebook import Notebook
from reader.session.reading_session import ReadingSession
from ui.appearance.appearance import Appearance
from ui.library.covers import Covers
from ui.library.folders_controller import FoldersController
from ui.library.hits_controller import HitsController
from ui.library.library_page import LibraryPage
from ui.library.library_parts import LibraryParts
from ui.library.queue_controller import QueueController
from ui.library.queue_view import QueueView
from ui.library.search_controller import SearchController
from ui.library.search_view import SearchView
from ui.library.shelf_controller import ShelfController
from ui.library.shelf_paint import ShelfLook
from ui.window.main_window import MainWindow


class LibraryControllers:
    """The page with all that makes it work. A new controller is a line in `__init__`."""

    def __init__(
        self,
        parts: LibraryParts,
        session: ReadingSession,
        window: MainWindow,
        appearance: Appearance,
        queue: QueueController,
    ) -> None:
        self._appearance, self._window, self._words = appearance, window, parts.words
        self._covers = Covers(parts.picture_in, window)
        self._covers.set_ratio(window.devicePixelRatioF())
        look = self._look
        page = self.page = LibraryPage(appearance.mark, look)
        self.search_view, self.queue_view = SearchView(look), QueueView(page.requests, look)
        for view in (self.search_view, self.queue_view):
            page.add_page(view)
        self.shelf = ShelfController(session, parts.shelf, page, window)
        find = self.shelf.find
        queue.show_on(page, self.queue_view, find)
        self.folders = FoldersController(
            session, page, window, shelf=parts.shelf, scan=parts.scan, index=parts.words
        )
        self.search = SearchController(
            session, parts.search, page, self.search_view, window, listen=parts.listen, find=find
        )
        self.hits = HitsController(
            session, parts.search, window, find=find, open_episode=self.shelf.open
        )
        self._connect(queue)

    def open_notebook(self, notebook: Notebook) -> None:
        """See what is kept, and what is called otherwise, by a command or by its undo: another show
        has other corrections, so that other words are found."""
        notebook.undo_changed.connect(self.shelf.look_again)
        notebook.undo_changed.connect(self._renew_words)

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch folders that were dropped on the window."""
        self.folders.watch(folders)

    def _renew_words(self) -> None:
        """What is open is renewed when its text changes: this is for the others."""
        if not self._window.is_reading:
            self._words.bring_up_to_date()

    def _connect(self, queue: QueueController) -> None:
        self.shelf.listed.connect(self.search.take_shelf)
        self.shelf.listed.connect(self.folders.take_shelf)
        self.shelf.listed.connect(lambda _: queue.show_again())
        self.search.open_requested.connect(self.hits.open)
        self.search.index_requested.connect(self.folders.switch_index_on)
        self._appearance.changed.connect(self._show_look)
        self._covers.changed.connect(self._show_covers)

    @property
    def _look(self) -> ShelfLook:
        return ShelfLook(self._appearance.theme, self._appearance.icons, self._covers)

    def _show_look(self) -> None:
        for each in (self.page, self.search_view, self.queue_view):
            each.set_look(self._look)

    def _show_covers(self) -> None:
        """Some came: whatever shows covers paints itself again."""
        for view in self.page.cover_views:
            view.viewport().update()
        for view in (self.search_view.list, self.queue_view.list):
            view.viewport().update()
