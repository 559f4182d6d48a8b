"""Watched folders and the index: connects scanning and indexing with the page and its details."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject

from reader import settings as prefs
from reader.errors import ReaderError
from reader.library.folder_scan import ScanProgress, ScanReport
from reader.library.library_index import IndexState, LibraryIndex
from reader.library.library_scan import LibraryScan
from reader.library.library_shelf import LibraryShelf, Shelf
from reader.session.reading_session import ReadingSession
from ui.appearance.reader_texts import translated
from ui.library.library_details import LibraryDetails
from ui.library.library_page import LibraryPage
from ui.library.shelf_places import PlaceKind, ShelfPlace
from ui.widgets.file_dialogs import ask_for_folder
from ui.widgets.focus import to_front
from ui.widgets.message_bar import MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class FoldersController(QObject):
    """All wires of what is watched, and of how far reading it is."""

    def __init__(
        self,
        session: ReadingSession,
        page: LibraryPage,
        window: MainWindow,
        *,
        shelf: LibraryShelf,
        scan: LibraryScan,
        index: LibraryIndex,
    ) -> None:
        super().__init__(window)
        self._session, self._shelf, self._scan, self._index = session, shelf, scan, index
        self._page, self._window = page, window
        self._notice = SingleMessage(window.message_bar)
        self._figures: IndexState | None = None
        self._folders: Shelf = Shelf()
        self._connect_page()
        self._connect_facts()

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch these from now on."""
        for folder in folders:
            self._scan.watch(folder)

    def ask_for_folder(self) -> None:
        """Which folder is to be watched."""
        title = self.tr("Watch a Folder")
        last = self._session.settings.get(prefs.LAST_FOLDER)
        ask_for_folder(self._window, title, last, lambda found: self.watch([Path(found)]))

    def show_details(self) -> None:
        """Show the sheet."""
        self._index.look()
        to_front(self._details)

    def switch_index_on(self) -> None:
        """Make the index, after all."""
        self._index.set_on(True)

    def take_shelf(self, shelf: Shelf) -> None:
        """What the library has."""
        self._folders = shelf
        if self._has_details:
            self._details.set_folders(shelf.folders)

    # The wires

    def _connect_page(self) -> None:
        page = self._page
        page.place_requested.connect(self._go)
        page.unwatch_requested.connect(self._unwatch)
        page.scan_requested.connect(self._scan.scan)
        page.foot.cancel_requested.connect(self._scan.cancel)
        page.foot.details_requested.connect(self.show_details)

    def _connect_facts(self) -> None:
        scan, index = self._scan, self._index
        scan.started.connect(lambda: self._show((0, 0)))
        scan.progressed.connect(self._show_progress)
        scan.found_some.connect(self._shelf.load)
        scan.finished.connect(self._end)
        scan.failed.connect(self._fail)
        scan.folders_changed.connect(lambda _: self._shelf.load())
        index.state_changed.connect(self._show_index)
        index.failed.connect(self._fail)

    @cached_property
    def _details(self) -> LibraryDetails:
        """Made when it is first shown."""
        details = LibraryDetails(self._window)
        details.watch_requested.connect(self.ask_for_folder)
        details.unwatch_requested.connect(self._unwatch)
        details.scan_requested.connect(self._scan.scan)
        details.cancel_requested.connect(self._scan.cancel)
        details.index_switched.connect(self._index.set_on)
        details.rebuild_requested.connect(self._index.rebuild)
        details.set_folders(self._folders.folders)
        if self._figures is not None:
            details.set_index(self._figures)
        return details

    @property
    def _has_details(self) -> bool:
        return "_details" in self.__dict__

    # What is shown

    def _go(self, place: ShelfPlace) -> None:
        if place.kind is PlaceKind.WATCH:
            self.ask_for_folder()
        elif place.kind is PlaceKind.DETAILS:
            self.show_details()

    def _show_progress(self, progress: ScanProgress) -> None:
        self._show((progress.done, progress.total))

    def _end(self, _report: ScanReport) -> None:
        self._show(None)
        self._shelf.load()

    def _show(self, progress: tuple[int, int] | None) -> None:
        self._page.set_progress(progress)
        if self._has_details:
            self._details.set_progress(progress)

    def _show_index(self, state: IndexState) -> None:
        self._figures = state
        if self._has_details:
            self._details.set_index(state)

    def _fail(self, error: ReaderError) -> None:
        self._show(None)
        self._notice.report(MessageKind.WARNING, translated(error.message))

    # Requests

    def _unwatch(self, folder: Path) -> None:
        self._scan.unwatch(folder)
        name = folder.name or os.fspath(folder)
        text = self.tr("“{0}” is no longer watched; its episodes stay.").format(name)
        self._page.offer_undo(text, lambda: self._scan.watch(folder))
