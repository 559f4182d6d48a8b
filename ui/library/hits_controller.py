"""Opens what was found where it is said, its words marked, and goes on from hit to hit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from reader.episode import Episode
from reader.library.library_search import LibrarySearch
from reader.library.search_values import FoundEpisode, FoundLine, SearchResult
from reader.library.shelf import ShelfEpisode
from reader.session.reading_session import ReadingSession
from reader.transcript.line_hits import LineHits, line_hits
from reader.transcript.reading_text import Place
from ui.library.hits_model import HitKind, HitRow
from ui.window.main_window import MainWindow

Open = Callable[[ShelfEpisode], bool]
Find = Callable[[str], ShelfEpisode | None]


class HitsController(QObject):
    """One result at a time; another, or whatever else is opened, takes its place."""

    def __init__(
        self,
        session: ReadingSession,
        search: LibrarySearch,
        window: MainWindow,
        *,
        find: Find,
        open_episode: Open,
    ) -> None:
        """`find` gives what the library has of an episode, `open_episode` opens it."""
        super().__init__(window)
        self._session, self._search, self._window = session, search, window
        self._find, self._open_episode = find, open_episode
        self._page, self._bar = window.reading_page, window.reading_page.results_bar
        self._result: SearchResult | None = None
        self._found: FoundEpisode | None = None  # what is open, or being opened
        self._wanted: tuple[HitRow, bool] | None = None  # until its episode is open
        self._hits = LineHits()
        self._number = 0  # of the line on show
        self._connect()

    def open(self, result: SearchResult, row: HitRow, is_played: bool) -> None:
        """Open the episode of a hit there, and play it from there if asked for."""
        each = self._find(row.found.episode_id)
        if each is None:
            return
        self._result, self._found, self._wanted = result, row.found, (row, is_played)
        if self._is_open(each.id):
            self._window.show_reading(self._session.title)
            self._arrive()
        elif not self._open_episode(each):
            self._wanted = None

    # The wires

    def _connect(self) -> None:
        session, bar = self._session, self._bar
        session.episode_opened.connect(self._begin)
        session.script_changed.connect(lambda _: self._mark())
        session.failed.connect(self._give_up)
        session.closed.connect(bar.close_bar)
        self._search.more_found.connect(self._take_lines)
        bar.back_requested.connect(self._go_back)
        bar.step_requested.connect(self._step)
        bar.play_requested.connect(self._play)
        bar.closed.connect(self._forget)

    def _is_open(self, episode_id: str) -> bool:
        episode = self._session.episode
        return episode is not None and episode.id == episode_id

    def _begin(self, episode: Episode) -> None:
        if self._wanted is not None and self._wanted[0].found.episode_id == episode.id:
            self._arrive()
        elif self._found is not None:
            self._bar.close_bar()  # something else was opened

    def _give_up(self) -> None:
        self._wanted = None

    def _forget(self) -> None:
        self._result = self._found = self._wanted = None
        self._hits = LineHits()

    # Where it is said

    def _arrive(self) -> None:
        if self._wanted is None or self._result is None:
            return
        (row, is_played), self._wanted = self._wanted, None
        if row.kind is HitKind.EPISODE and not row.found.lines:
            self._session.transport.play() if is_played else None
            return
        self._page.search_bar.close_bar() if self._page.search_bar.isVisible() else None
        self._bar.show_words(" ".join(self._result.query.words_to_mark) or self._result.text)
        line = row.line or next(iter(row.found.lines), None)
        self._number = row.found.lines.index(line) if line in row.found.lines else 0
        self._mark()
        self._go_to(row, is_played=is_played)
        self._search.look_for_more(self._result.text, row.found.episode_id)

    def _go_to(self, row: HitRow, *, is_played: bool) -> None:
        start = row.start
        if is_played and start is not None and self._session.recording is not None:
            self._session.navigator.play_at(start)
            self._page.follow.start()
        elif row.line is not None:
            self._show_line()
        elif row.note is not None and self._session.script is not None:
            cue = self._session.script.timeline.cue_at_or_before(row.note.start)
            self._page.follow.stop()
            self._page.pane.show_place(Place(cue or 0, 0))

    def _take_lines(self, found: tuple[str, FoundEpisode]) -> None:
        """All lines of the open episode: until then its three best were known."""
        text, whole = found
        is_ours = self._result is not None and self._result.text == text
        if not is_ours or self._found is None or whole.episode_id != self._found.episode_id:
            return
        here = self._line
        self._found = replace(self._found, lines=whole.lines)
        cues = [each.cue for each in whole.lines]
        self._number = cues.index(here.cue) if here is not None and here.cue in cues else 0
        self._mark()

    @property
    def _line(self) -> FoundLine | None:
        lines = self._found.lines if self._found is not None else ()
        return lines[self._number] if self._number < len(lines) else None

    def _mark(self) -> None:
        if self._found is None or self._result is None or self._session.script is None:
            return
        words, cues = self._result.query.words_to_mark, [each.cue for each in self._found.lines]
        self._hits = line_hits(self._session.script.reading, cues, words)
        first = self._hits.firsts[self._number] if self._number < len(self._hits.firsts) else None
        self._page.pane.set_hits(self._hits.spans, first)
        self._bar.set_count(self._number + 1, len(cues))

    def _show_line(self) -> None:
        if self._number < len(self._hits.firsts):
            self._page.show_found(self._hits.spans, self._hits.firsts[self._number])
        self._bar.set_count(self._number + 1, len(self._hits.firsts))

    # On and back

    def _step(self, by: int) -> None:
        lines = self._found.lines if self._found is not None else ()
        if 0 <= self._number + by < len(lines):
            self._number += by
            self._show_line()
        else:
            self._open_other(by)

    def _open_other(self, by: int) -> None:
        """The next episode in which something is said, or the one before."""
        if self._result is None or self._found is None:
            return
        here, found = self._found.episode_id, self._result.episodes
        row = next((k for k, each in enumerate(found) if each.episode_id == here), 0)
        others = found[row + 1 :] if by > 0 else found[:row][::-1]
        for each in others:
            shelved = self._find(each.episode_id)
            if each.lines and shelved is not None and shelved.is_there:
                line = each.lines[0 if by > 0 else -1]
                self.open(self._result, HitRow(HitKind.LINE, each, line=line), is_played=False)
                return
        self._bar.say_last()

    def _play(self) -> None:
        line = self._line
        if line is not None and line.start is not None:
            self._session.navigator.play_at(line.start)
            self._page.follow.start()

    def _go_back(self) -> None:
        self._window.show_library(has_player=any(self._session.files))
