"""Searches titles, words and notes of the whole library by one query, without Qt.

For one thread, which may wait: not the GUI's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.library.search_query import SearchQuery, Where, parse
from reader.library.search_values import (
    FoundEpisode,
    FoundFirst,
    FoundLine,
    FoundNote,
    NearWord,
    SearchResult,
)
from reader.store.annotation_search import Filters, FoundAnnotation
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue, ShelfTitle
from reader.store.library_file import LibraryFile
from reader.store.spelling import near_words
from reader.store.terms import Matcher, Snippet, Term, folded
from reader.store.word_index import IndexedEpisode, WordIndex
from reader.store.word_search import Moment, Wanted, WordSearch, by_episode

EPISODES = 17
"""Of the first page."""

LINES = 3
"""Of each episode on it."""

_RANKED = 1_500  # passages of which the best are found by their words' weights
_COUNTED = 10_000  # passages up to which the densest episodes are found; above, the newest
_LOOKED_THROUGH = 68  # passages for a page
_ENOUGH = 4  # moments of one episode, where there are many passages
_NOTES = 200
_NEARBY_EPISODES = 5
_NEARBY = 40  # characters: so much farther apart is not so good a fit


@dataclass(slots=True)
class _Words:
    """What is said in an episode, as far as it was looked through."""

    moments: list[Moment]
    passages: int  # that may hold it
    looked_through: int
    place: int  # in the order of the index's own ranking

    @property
    def count(self) -> int:
        return len(self.moments) + self.passages - self.looked_through

    @property
    def is_estimate(self) -> bool:
        return self.passages > self.looked_through

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the better."""
        spread = min((each.spread for each in self.moments), default=0)
        return spread // _NEARBY, self.place


@dataclass(slots=True)
class _Found:
    """All that a query finds, by the ids of episodes."""

    titled: dict[str, ShelfTitle] = field(default_factory=dict)
    words: dict[str, _Words] = field(default_factory=dict)
    notes: dict[str, list[FoundNote]] = field(default_factory=dict)
    passages: int = 0
    is_estimate: bool = False
    is_newest_first: bool = False
    has_more: bool = False


class _Titles(NamedTuple):
    """What the library calls its episodes, by their ids; `plain` is what is looked through."""

    by_id: Mapping[str, ShelfTitle] = {}
    plain: Mapping[str, str] = {}
    with_transcript: int = 0

    @classmethod
    def of(cls, titles: Iterable[ShelfTitle]) -> _Titles:
        """Those of these episodes."""
        by_id = {each.id: each for each in titles}
        plain = {key: folded(f"{each.title}\n{each.show}") for key, each in by_id.items()}
        return cls(by_id, plain, sum(each.has_transcript for each in by_id.values()))


class LibrarySearcher:
    """Searches the library in `file`, and the index beside it unless there is to be none."""

    def __init__(self, file: LibraryFile, index: WordIndex | None) -> None:
        self._file, self._index = file, index
        self._catalogue, self._annotations = Catalogue(file), Annotations(file)
        self._titles = _Titles()

    def close(self) -> None:
        """Release both files."""
        self._file.close()
        if self._index is not None:
            self._index.close()

    def interrupt(self) -> None:
        """Break off what the index is being asked, from any thread."""
        if self._index is not None:
            self._index.interrupt()

    def find(
        self,
        text: str,
        *,
        where: Where = Where.EVERYTHING,
        order: FoundFirst = FoundFirst.BEST,
        most: int = EPISODES,
        lines: int = LINES,
    ) -> SearchResult:
        """The first page of what `text` finds. May raise StoreError."""
        query = parse(text)
        if where is not Where.EVERYTHING:
            query = replace(query, where=where)
        titles = self._known_titles()
        indexed = self._indexed()
        result = SearchResult(
            text,
            query,
            is_index_on=self._index is not None,
            indexed=len(indexed),
            total=titles.with_transcript,
        )
        if query.is_empty:
            return result
        page = _Page(query, _meant(query, titles), indexed, order, most)
        self._look(page, titles)
        return page.result(result, lines)

    def whole(self, text: str, episode_id: str) -> FoundEpisode:
        """One episode with all that is said in it, in order of time. May raise StoreError."""
        query = parse(text)
        shelved = self._known_titles().by_id.get(episode_id)
        title, show, date = (shelved.title, shelved.show, shelved.date) if shelved else ("", "", "")
        found = FoundEpisode(episode_id, Snippet(title, ()), Snippet(show, ()), date)
        episode = self._indexed().get(episode_id)
        if episode is None or self._index is None or not query.terms:
            return found
        with self._index.reading() as connection:
            search = WordSearch(connection, _wanted(query, [episode]))
            rows = search.rows_of(episode.number) if search.is_possible else []
            lines = _lines(search.all_moments(rows), episode)
        return replace(found, moments=len(lines), lines=lines)

    def with_near(self, result: SearchResult) -> SearchResult:
        """The same with words of the index that are spelled much like those that nobody says, and
        with what the first of them finds."""
        near = tuple(self._near(result.query.terms))
        if not near:
            return result
        nearby = self.find(f'"{near[0].word}" ', where=Where.WORDS, most=_NEARBY_EPISODES)
        return replace(result, near=near, nearby=nearby)

    def _near(self, terms: Iterable[Term]) -> Iterator[NearWord]:
        if self._index is not None:
            with self._index.reading() as connection:
                yield from (NearWord(*found) for found in near_words(connection, terms))

    def _known_titles(self) -> _Titles:
        """Read again only after a change: nothing is changed through this connection."""
        if self._file.look() or not self._titles.by_id:
            self._titles = _Titles.of(self._catalogue.titles())
        return self._titles

    def _indexed(self) -> Mapping[str, IndexedEpisode]:
        return self._index.episodes() if self._index is not None else {}

    def _look(self, page: _Page, titles: _Titles) -> None:
        query = page.query
        if query.where in (Where.EVERYTHING, Where.TITLES):
            page.look_at_titles(titles.plain)
        if query.where in (Where.EVERYTHING, Where.WORDS) and self._index and query.terms:
            with self._index.reading() as connection:
                episodes = list(page.indexed.values())
                page.look_at_words(WordSearch(connection, _wanted(query, episodes)))
        if query.where in (Where.EVERYTHING, Where.NOTES):
            words = " ".join(map(_typed, query.terms))
            if words or query.where is Where.NOTES:
                page.take_notes(self._annotations.search(words, Filters(), _NOTES))


class _Page:
    """Gathers the first page of what a query finds."""

    def __init__(
        self,
        query: SearchQuery,
        meant: Mapping[str, ShelfTitle],
        indexed: Mapping[str, IndexedEpisode],
        order: FoundFirst,
        most: int,
    ) -> None:
        self.query, self.indexed = query, indexed
        self._meant, self._order, self._most = meant, order, most
        self._matchers = [Matcher(term) for term in query.terms]
        self._without = [Matcher(term) for term in query.without]
        self._found = _Found()
        self._ids = {each.number: each.id for each in indexed.values() if each.id in meant}

    def look_at_titles(self, plain: Mapping[str, str]) -> None:
        """Titles and shows with all the words; without words, all episodes that are meant."""
        left: Iterable[str] = self._meant
        for matcher in self._matchers:
            left = [key for key in left if matcher.is_in(plain[key])]
        for key in left:
            is_unwanted = any(matcher.is_in(plain[key]) for matcher in self._without)
            if not is_unwanted and self._has_voice(key):
                self._found.titled[key] = self._meant[key]

    def _has_voice(self, episode_id: str) -> bool:
        """Where voices are asked for, titles count only without words: those they speak in."""
        if not self.query.voices:
            return True
        episode = self.indexed.get(episode_id)
        has_voice = episode is not None and any(map(self.query.is_of_voice, episode.voices[1:]))
        return has_voice and not self.query.terms

    def look_at_words(self, search: WordSearch) -> None:
        """What is said, in the order in which it is shown."""
        if not search.is_possible:
            return
        if not self._ids:
            return
        rows = self._rows(search)
        total = self._found.passages = _COUNTED if rows is None else sum(map(len, rows.values()))
        enough = -1 if total <= _LOOKED_THROUGH else _ENOUGH
        left = _LOOKED_THROUGH
        for place, number in enumerate(self._titled_first(self._in_order(rows))):
            if len(self._found.words) >= self._most or left <= 0:
                self._found.has_more = True
                break
            own = search.rows_of(number) if rows is None else rows[number]
            moments, looked_through = search.some_moments(own, enough)
            left -= looked_through
            words = _Words(moments, len(own), looked_through, place)
            if moments:
                self._found.words[self._ids[number]] = words
                self._found.is_estimate |= words.is_estimate
        self._found.is_estimate |= self._found.has_more

    def _rows(self, search: WordSearch) -> Mapping[int, list[int]] | None:
        """The passages that may fit by the numbers of their episodes, the best first if they can
        be ranked; None where there are too many to be looked at."""
        among = self._ids if len(self._ids) < len(self.indexed) else None
        if self._order is FoundFirst.BEST and not search.is_in_more_than(_RANKED, among):
            return by_episode(search.ranked(among), self._ids)
        if search.is_in_more_than(_COUNTED, among):
            return None
        return by_episode(search.rows(among), self._ids)

    def _titled_first(self, numbers: Iterable[int]) -> Iterable[int]:
        """They are shown before all others, and what is said in them too."""
        titled = self._found.titled if self._order is FoundFirst.BEST else {}
        return (
            sorted(numbers, key=lambda each: self._ids[each] not in titled) if titled else numbers
        )

    def _in_order(self, rows: Mapping[int, list[int]] | None) -> Iterable[int]:
        """Episodes by their numbers, the first to show first."""
        self._found.is_newest_first = rows is None or self._order is FoundFirst.NEWEST
        if rows is None:
            return self._newest_first()
        if self._found.is_newest_first:
            return [number for number in self._newest_first() if number in rows]
        if sum(map(len, rows.values())) <= _RANKED:
            return rows
        return sorted(rows, key=lambda number: len(rows[number]), reverse=True)

    def _newest_first(self) -> list[int]:
        return sorted(
            self._ids, key=lambda number: self._meant[self._ids[number]].date, reverse=True
        )

    def take_notes(self, found: Iterable[FoundAnnotation]) -> None:
        """Annotations of the episodes that are meant, of the voices, without what is unwanted."""
        for each in found:
            annotation = each.annotation
            plain = folded(f"{annotation.selector.quote.exact}\n{annotation.note}")
            is_meant = annotation.episode_id in self._meant and not any(
                matcher.is_in(plain) for matcher in self._without
            )
            if is_meant and self.query.is_of_voice(annotation.voice):
                quote, note = each.snippets
                start = annotation.selector.time[0]
                notes = self._found.notes.setdefault(annotation.episode_id, [])
                notes.append(FoundNote(annotation.id, start, quote, note))

    def result(self, empty: SearchResult, lines: int) -> SearchResult:
        """The page."""
        found = self._found
        ids = sorted({*found.titled, *found.words, *found.notes}, key=self._rank)
        if self._order is FoundFirst.NEWEST:
            ids.sort(key=lambda key: self._meant[key].date, reverse=True)
        counted = sum(each.count for each in found.words.values())
        return replace(
            empty,
            episodes=tuple(self._episode(key, lines) for key in ids[: self._most]),
            spoken=max(counted, found.passages) if found.is_estimate else counted,
            noted=sum(map(len, found.notes.values())),
            titled=len(found.titled),
            is_estimate=found.is_estimate,
            is_newest_first=found.is_newest_first,
            has_more=found.has_more or len(ids) > self._most,
        )

    def _rank(self, key: str) -> tuple[bool, bool, tuple[int, int], str]:
        words = self._found.words.get(key)
        rank = words.rank if words else (1 << 30, 0)
        is_noted = key in self._found.notes
        return key not in self._found.titled, not is_noted, rank, self._meant[key].title

    def _episode(self, key: str, lines: int) -> FoundEpisode:
        shelved, words = self._meant[key], self._found.words.get(key)
        is_titled = key in self._found.titled
        found = FoundEpisode(
            key,
            self._marked(shelved.title, is_titled),
            self._marked(shelved.show, is_titled),
            shelved.date,
            notes=tuple(self._found.notes.get(key, ())),
        )
        if words is None:
            return found
        return replace(
            found,
            moments=words.count,
            is_estimate=words.is_estimate,
            lines=_lines(_best(words.moments, lines), self.indexed[key]),
        )

    def _marked(self, text: str, is_titled: bool) -> Snippet:
        plain = folded(text)
        spans = [span for each in self._matchers for span in each.spans(plain)]
        return Snippet(text, tuple(sorted(spans)) if is_titled else ())


def _meant(query: SearchQuery, titles: _Titles) -> Mapping[str, ShelfTitle]:
    if not query.is_narrowed:
        return titles.by_id
    return {
        key: each
        for key, each in titles.by_id.items()
        if query.is_of_show(each.show) and query.is_in_time(each.date)
    }


def _best(moments: Iterable[Moment], most: int) -> list[Moment]:
    """Those whose words are closest together, of one sentence only one."""
    found: dict[tuple[int, int], Moment] = {}
    for moment in sorted(moments, key=lambda each: (each.spread // _NEARBY, each.cue)):
        if len(found) >= most:
            break
        found.setdefault(moment.sentence, moment)
    return list(found.values())


def search_once(
    file: LibraryFile, index: WordIndex | None, text: str, *, most: int, lines: int
) -> SearchResult:
    """What `text` finds, with what is near where nobody says it; both files are released."""
    with closing(LibrarySearcher(file, index)) as searcher:
        found = searcher.find(text, most=most, lines=lines)
        return found if found.spoken else searcher.with_near(found)


def _wanted(query: SearchQuery, episodes: Sequence[IndexedEpisode]) -> Wanted:
    if not query.voices:
        return Wanted(query.terms, query.without)
    names = {name for episode in episodes for name in episode.voices}
    meant = {name for name in names if name and query.is_of_voice(name)}
    heard = {
        (episode.number, number)
        for episode in episodes
        for number, name in enumerate(episode.voices)
        if name in meant
    }
    return Wanted(query.terms, query.without, lambda episode, voice: (episode, voice) in heard)


def _lines(moments: Iterable[Moment], episode: IndexedEpisode) -> tuple[FoundLine, ...]:
    return tuple(
        FoundLine(each.cue, each.start, episode.voices[each.voice], each.snippet)
        for each in moments
    )


def _typed(term: Term) -> str:
    """A term as one would type it."""
    if not term.is_open:
        return f'"{term.text}"'
    return f'"{term.text}' if " " in term.text else term.text
