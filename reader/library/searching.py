"""Searches titles, words and notes of the whole library by one query, without Qt.

For one thread, which may wait: not the GUI's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import lru_cache

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

EPISODES = 20
"""Of the first page."""

LINES = 3
"""Of each episode on it."""

_RANKED = 1_500  # passages of which the best are found by their words' weights
_COUNTED = 20_000  # passages up to which the densest episodes are found; above, the newest
_LOOKED_THROUGH = 120  # passages for a page
_OF_ONE = 4  # of them from one episode, where there are many
_TOGETHER = 30  # episodes whose passages are asked for at once
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


class LibrarySearcher:
    """Searches the library in `file`, and the index beside it unless there is to be none."""

    def __init__(self, file: LibraryFile, index: WordIndex | None) -> None:
        self._file, self._index = file, index
        self._catalogue, self._annotations = Catalogue(file), Annotations(file)
        self._shelf: list[ShelfTitle] = []

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
        shelf = self._titles()
        indexed = {each.id: each for each in self._indexed()}
        result = SearchResult(
            text,
            query,
            is_index_on=self._index is not None,
            indexed=len(indexed),
            total=sum(each.has_transcript for each in shelf),
        )
        if query.is_empty:
            return result
        meant = {
            each.id: each
            for each in shelf
            if not query.is_narrowed
            or (query.is_of_show(each.show) and query.is_in_time(each.date))
        }
        page = _Page(query, meant, indexed, order, most)
        self._look(page)
        return page.result(result, lines)

    def whole(self, text: str, episode_id: str) -> FoundEpisode:
        """One episode with all that is said in it, in order of time. May raise StoreError."""
        query = parse(text)
        shelved = next((each for each in self._titles() if each.id == episode_id), None)
        title, show, date = (shelved.title, shelved.show, shelved.date) if shelved else ("", "", "")
        found = FoundEpisode(episode_id, Snippet(title, ()), Snippet(show, ()), date)
        episode = next((each for each in self._indexed() if each.id == episode_id), None)
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

    def _titles(self) -> list[ShelfTitle]:
        """Read again only after a change: nothing is changed through this connection."""
        if self._file.look() or not self._shelf:
            self._shelf = self._catalogue.titles()
        return self._shelf

    def _indexed(self) -> list[IndexedEpisode]:
        return self._index.episodes() if self._index is not None else []

    def _look(self, page: _Page) -> None:
        query = page.query
        if query.where in (Where.EVERYTHING, Where.TITLES):
            page.look_at_titles()
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

    def look_at_titles(self) -> None:
        """Titles and shows with all the words; without words, all episodes that are meant."""
        left = [(each, _plain(each.title, each.show)) for each in self._meant.values()]
        for matcher in self._matchers:
            left = [(each, plain) for each, plain in left if matcher.is_in(plain)]
        for each, plain in left:
            is_unwanted = any(matcher.is_in(plain) for matcher in self._without)
            if not is_unwanted and self._has_voice(each.id):
                self._found.titled[each.id] = each

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
        among = self._ids if len(self._ids) < len(self.indexed) else None
        if not self._ids:
            return
        counts = search.counts(_COUNTED + 1, among)
        total = self._found.passages = sum(counts.values())
        is_small = total <= _LOOKED_THROUGH
        left = _LOOKED_THROUGH
        for place, (number, rows) in enumerate(self._candidates(search, counts, among)):
            if len(self._found.words) >= self._most or left <= 0:
                self._found.has_more = True
                break
            chosen = rows if is_small else rows[:_OF_ONE]
            left -= len(chosen)
            moments = search.all_moments(chosen)
            words = _Words(moments, max(counts.get(number, 0), len(rows)), len(chosen), place)
            if moments:
                self._found.words[self._ids[number]] = words
                self._found.is_estimate |= words.is_estimate
        self._found.is_estimate |= self._found.has_more

    def _candidates(
        self, search: WordSearch, counts: Mapping[int, int], among: Collection[int] | None
    ) -> Iterator[tuple[int, list[int]]]:
        """Episodes by their numbers, the first to show first, with their best passages."""
        total = sum(counts.values())
        is_countable = total <= _COUNTED
        if is_countable and total <= _RANKED and self._order is FoundFirst.BEST:
            found = by_episode(search.ranked(_RANKED, among))
            yield from ((number, rows) for number, rows in found.items() if number in self._ids)
            return
        self._found.is_newest_first = self._order is FoundFirst.NEWEST or not is_countable
        if not is_countable:
            found_of = (
                (number, search.rows_of(number, _OF_ONE)) for number in self._newest_first()
            )
            yield from ((number, rows) for number, rows in found_of if rows)
            return
        if self._found.is_newest_first:
            numbers = [number for number in self._newest_first() if number in counts]
        else:
            known = [number for number in counts if number in self._ids]
            numbers = sorted(known, key=lambda number: counts[number], reverse=True)
        for start in range(0, len(numbers), _TOGETHER):
            some = numbers[start : start + _TOGETHER]
            rows_by_number = by_episode(search.rows(some))  # at once: a beginning is put together
            yield from ((number, rows_by_number[number]) for number in some)

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


def _best(moments: Iterable[Moment], most: int) -> list[Moment]:
    """Those whose words are closest together, of one sentence only one."""
    found: dict[int, Moment] = {}
    for moment in sorted(moments, key=lambda each: (each.spread // _NEARBY, each.cue)):
        if len(found) >= most:
            break
        found.setdefault(moment.first_cue, moment)
    return list(found.values())


@lru_cache(maxsize=20_000)
def _plain(title: str, show: str) -> str:
    return folded(f"{title}\n{show}")


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
