"""What a search of the whole library gives: values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.library.search_query import SearchQuery
from reader.message import Message
from reader.store.terms import Snippet


class FoundFirst(Enum):
    """Which episode comes first."""

    BEST = "best"
    NEWEST = "newest"


class FoundLine(NamedTuple):
    """Something that is said: from the cue `cue` on, at `start` ms of the recording.

    A `start` of None is in a text without times. `marks` are ranges of the text of the snippet.
    """

    cue: int
    start: int | None
    voice: str
    snippet: Snippet


class FoundNote(NamedTuple):
    """An annotation, with pieces of its quote and of its note."""

    annotation_id: str
    start: int
    quote: Snippet
    note: Snippet


@dataclass(frozen=True, slots=True)
class FoundEpisode:
    """An episode with the best of what was found in it; `moments` is how many lines there are.

    With `is_estimate` nobody has counted them: "about 40". Title and show are marked where the
    words stand in them.
    """

    episode_id: str
    title: Snippet
    show: Snippet
    date: str = ""
    moments: int = 0
    is_estimate: bool = False
    lines: tuple[FoundLine, ...] = ()
    notes: tuple[FoundNote, ...] = ()


class NearWord(NamedTuple):
    """A word of the library that is spelled much like one that nobody says."""

    word: str
    uses: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The first page of what a query finds.

    `spoken`, `noted` and `titled` count lines, annotations and episodes; `spoken` is an estimate
    where `is_estimate`. `is_newest_first`: there is too much to rank. `indexed` of the `total`
    episodes with a transcript are in the index, none where it is switched off. `nearby` is what
    the first of the words that are near finds.
    """

    text: str
    query: SearchQuery
    episodes: tuple[FoundEpisode, ...] = ()
    spoken: int = 0
    noted: int = 0
    titled: int = 0
    is_estimate: bool = False
    is_newest_first: bool = False
    near: tuple[NearWord, ...] = ()
    nearby: SearchResult | None = None
    has_more: bool = False
    is_index_on: bool = True
    indexed: int = 0
    total: int = 0

    @property
    def hints(self) -> tuple[Message, ...]:
        """What of the query was not understood."""
        return self.query.hints
