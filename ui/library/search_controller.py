"""The one field: connects what is typed with the search of the library, and what it found with
the page it stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.library.library_search import LibrarySearch
from reader.library.library_shelf import Shelf
from reader.library.search_query import with_filter
from reader.library.search_values import FoundEpisode, SearchResult
from reader.library.searching import EPISODES
from reader.library.shelf import ShelfEpisode
from reader.playback.listen_in import ListenIn
from reader.session.reading_session import ReadingSession
from ui.appearance.reader_texts import translated
from ui.library.hits_model import HitRow
from ui.library.library_page import LibraryPage
from ui.library.search_view import SearchView
from ui.widgets.announcement import announce
from ui.widgets.message_bar import MessageKind, SingleMessage
from ui.window.main_window import MainWindow

_HEARD_EVERY = 100  # ms, while a moment is heard
_ANNOUNCED_AFTER = 700  # ms without typing after which it is said how much there is

Find = Callable[[str], ShelfEpisode | None]


class SearchController(QObject):
    """All wires of the field and of what is found; opening a hit is asked for."""

    open_requested = Signal(object, object, bool)  # SearchResult, HitRow, whether it is played
    index_requested = Signal()

    def __init__(
        self,
        session: ReadingSession,
        search: LibrarySearch,
        page: LibraryPage,
        view: SearchView,
        window: MainWindow,
        *,
        listen: ListenIn,
        find: Find,
    ) -> None:
        """`find` gives what the library has of an episode, by its id."""
        super().__init__(window)
        self._session, self._search, self._listen = session, search, listen
        self._page, self._view, self._window, self._find = page, view, window, find
        self._notice = SingleMessage(window.message_bar)
        self._most = EPISODES  # that are shown
        self._heard = ("", 0)  # the episode and time that are heard in place
        self._was_playing = False  # what is open, before that
        self._announcing = QTimer(self, interval=_ANNOUNCED_AFTER, singleShot=True)
        self._announcing.timeout.connect(self._announce)
        self._hearing = QTimer(self, interval=_HEARD_EVERY)
        self._hearing.timeout.connect(lambda: view.list.set_heard(listen.heard))
        self._connect_field()
        self._connect_found()
        self._connect_listening()

    def show(self) -> None:
        """Be ready to be typed in, from anywhere."""
        self._window.show_library(has_player=any(self._session.files))
        self._page.focus_field()

    def take_shelf(self, shelf: Shelf) -> None:
        """What the library has."""
        self._view.set_shelf(shelf.episodes)

    # The wires

    def _connect_field(self) -> None:
        page, view = self._page, self._view
        page.field.textChanged.connect(self._ask)
        page.left_place.connect(page.field.clear)
        view.changed.connect(self._ask)
        view.more_requested.connect(self._look_on)
        view.added.connect(self._add)
        view.narrowed.connect(self._narrow)
        view.replaced.connect(self._replace)
        view.index_requested.connect(self.index_requested)

    def _connect_found(self) -> None:
        search, hits = self._search, self._view.list
        search.found.connect(self._show)
        search.more_found.connect(self._show_more)
        search.failed.connect(self._fail)
        hits.more_requested.connect(self._ask_for_more)
        hits.field_requested.connect(self._page.field.setFocus)
        hits.play_requested.connect(lambda row: self._open(row, is_played=True))
        hits.open_requested.connect(lambda row: self._open(row, is_played=False))

    def _connect_listening(self) -> None:
        listen = self._listen
        self._view.list.listen_requested.connect(self._hear)
        listen.started.connect(self._hearing.start)
        listen.ended.connect(self._end_listening)
        listen.failed.connect(self._session.report_failure)
        self._window.page_changed.connect(self._leave)
        self._session.opening_started.connect(lambda _: self._listen.stop())

    # What is looked for

    @property
    def _text(self) -> str:
        return self._page.field.text()

    def _ask(self) -> None:
        if not self._text.strip():
            self._search.stop()
            self._listen.stop()
            self._view.start_afresh()
            self._page.show_shelf()
            return
        self._announcing.start()
        self._most = EPISODES
        self._look()

    def _look(self) -> None:
        self._search.look_for(self._text, self._view.where, self._view.order, self._most)

    def _look_on(self) -> None:
        """The end of the list is near: more episodes of the same."""
        result = self._view.result
        if result is not None and len(result.episodes) >= self._most:
            self._most += EPISODES
            self._look()

    def _add(self, example: str) -> None:
        """Put what narrows it into the field, ready to be finished."""
        field, text = self._page.field, self._text.rstrip()
        name, colon, value = example.partition(":")
        if colon:
            field.setText(with_filter(text, name, value.strip('"')) + " ")
        elif example.startswith("-"):
            field.setText(f"{text} -")
        else:
            field.setText(f'{text} ""'.lstrip())
            field.setCursorPosition(len(field.text()) - 1)
        field.setFocus()

    def _narrow(self, filters: Mapping[str, str]) -> None:
        """What was chosen takes the place of what was typed of the same."""
        text = self._text
        for name, value in filters.items():
            text = with_filter(text, name, value)
        self._page.field.setText(text)

    def _replace(self, word: str) -> None:
        """Take a word of the library for the one that is spelled most like it."""
        words = self._text.split()
        alike = get_close_matches(word, words, 1, 0.0)
        text = " ".join(word if alike and each == alike[0] else each for each in words)
        self._page.field.setText(text or word)
        self._page.field.setFocus()

    def _ask_for_more(self, row: HitRow) -> None:
        if self._view.listed is not None:
            self._search.look_for_more(self._view.listed.text, row.found.episode_id)

    # What was found

    def _show(self, result: SearchResult) -> None:
        if self._text.strip():
            self._view.show_result(result)
            self._page.show_page(self._view)

    def _show_more(self, found: tuple[str, FoundEpisode]) -> None:
        text, whole = found
        listed = self._view.listed
        if listed is not None and text == listed.text and self._page.isVisible():
            self._view.show_whole(whole)

    def _announce(self) -> None:
        result = self._view.result
        if result is None or not self._page.isVisible():
            return
        number = len(result.episodes)
        text = self.tr("Found in %n episode(s)", "", number) if number else self.tr("Nothing found")
        announce(self._page.field, text)

    def _fail(self, error: ReaderError) -> None:
        self._notice.report(MessageKind.WARNING, translated(error.message))

    def _open(self, row: HitRow, *, is_played: bool) -> None:
        if self._view.listed is not None:
            self._listen.stop()
            self.open_requested.emit(self._view.listed, row, is_played)

    # Listening in place

    def _hear(self, row: HitRow) -> None:
        """Hear it, or stop hearing it; what is open is silent meanwhile."""
        place = row.found.episode_id, row.start or 0
        is_heard = self._listen.is_on and self._heard == place
        self._listen.stop()
        each = self._find(row.found.episode_id)
        if is_heard or each is None or each.episode.recording is None or not each.is_there:
            return
        transport = self._session.transport
        self._was_playing = transport.is_wanted_playing
        transport.pause()
        self._heard = place
        self._view.list.set_listening(place)
        self._listen.play(each.episode.recording, place[1], volume=transport.volume)

    def _end_listening(self) -> None:
        self._hearing.stop()
        self._view.list.set_listening(None)
        if self._was_playing:
            self._was_playing = False
            self._session.transport.play()

    def _leave(self) -> None:
        if not self._page.isVisible():
            self._listen.stop()
