"""Takes what is said in the library's episodes into the index of words, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from hashlib import blake2b
from typing import NamedTuple

from reader import formats
from reader.episode import Episode
from reader.errors import Cancelled, ReaderError
from reader.library.episode_overlays import overlays_of
from reader.overlays.overlays import Overlays
from reader.store.catalogue import Catalogue
from reader.store.library import Ask, Library
from reader.store.word_index import WordIndex
from reader.transcript.model import Cue


class IndexProgress(NamedTuple):
    """How many of the episodes with a transcript are done."""

    done: int
    total: int


class _Reading(NamedTuple):
    """How the library has a transcript read, and what the listener laid over it."""

    encoding: str
    format: str
    overlays: Overlays


class Indexing:
    """Brings the index up to date: what has changed is read again, what is forgotten goes.

    Each episode is in the index when its turn is over: one run that is broken off, or killed, goes
    on where it was. `ask` has the library used on the thread that may.
    """

    def __init__(
        self,
        index: WordIndex,
        catalogue: Catalogue,
        library: Library,
        *,
        ask: Ask = lambda work: work(),
        progressed: Callable[[IndexProgress], object] = lambda _: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._index, self._catalogue, self._library = index, catalogue, library
        self._ask, self._progressed, self._is_cancelled = ask, progressed, is_cancelled

    def run(self, only: Collection[str] | None = None) -> int:
        """Read all that is new or changed, or of that `only` these and the others of their shows,
        for which a correction may be meant too; gives how many that were.

        Raises StoreError where the index or the library cannot be used.
        """
        rows = self._ask(self._catalogue.episodes)
        episodes = [row.episode for row in rows if row.episode.transcript is not None]
        stamps = {each.id: each.stamp for each in self._index.episodes().values()}
        gone = stamps.keys() - {each.id for each in episodes}
        if gone:
            self._index.remove(gone)
        episodes.sort(key=lambda each: each.opened_at, reverse=True)
        if only is not None:
            episodes = _with_shows(episodes, only)
        read = 0
        for done, episode in enumerate(episodes):
            if self._is_cancelled():
                break
            self._progressed(IndexProgress(done, len(episodes)))
            read += self._renew(episode, stamps.get(episode.id, ""))
        else:
            self._index.settle()
        return read

    def _renew(self, episode: Episode, stamp: str) -> bool:
        """Whether it was read; one whose file is not there now stays as it is in the index."""
        reading = self._ask(lambda: self._reading(episode))
        now = _stamp(episode, reading)
        if not now or now == stamp:
            return False
        try:
            cues = self._cues(episode, reading)
        except Cancelled:
            return False
        except ReaderError:  # no transcript, until it is changed
            cues = ()
        self._index.put(episode.id, now, cues)
        return True

    def _reading(self, episode: Episode) -> _Reading:
        assert episode.transcript is not None
        choice = self._library.chosen_reading_known(episode.transcript, episode.transcript_key)
        return _Reading(*choice, overlays_of(self._library, episode))

    def _cues(self, episode: Episode, reading: _Reading) -> tuple[Cue, ...]:
        assert episode.transcript is not None
        source = formats.load(
            episode.transcript,
            is_cancelled=self._is_cancelled,
            encoding=reading.encoding or None,
            format=reading.format or None,
        )
        return reading.overlays.laid_over(source).cues


def _with_shows(episodes: Sequence[Episode], only: Collection[str]) -> list[Episode]:
    """These first, then the others of their shows."""
    chosen = [each for each in episodes if each.id in only]
    shows = {each.show.casefold() for each in chosen if each.show}
    others = (each for each in episodes if each.id not in only)
    return [*chosen, *(each for each in others if each.show.casefold() in shows)]


def _stamp(episode: Episode, reading: _Reading) -> str:
    """By which a state of an episode is known again; empty where its file is not there."""
    assert episode.transcript is not None
    try:
        found = episode.transcript.stat()
    except OSError:
        return ""
    state = (str(episode.transcript), found.st_size, found.st_mtime_ns, reading)
    return blake2b(repr(state).encode("utf-8", "replace"), digest_size=12).hexdigest()
