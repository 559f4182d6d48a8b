"""Results of a search of the library, made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.library.search_query import parse
from reader.library.search_values import FoundEpisode, FoundLine, FoundNote, SearchResult
from reader.store.terms import Snippet


def marked(text: str, word: str) -> Snippet:
    """The text with the word marked, where it stands."""
    start = text.find(word)
    return Snippet(text, ((start, start + len(word)),) if start >= 0 else ())


def line(cue: int, text: str, word: str, voice: str = "Mara") -> FoundLine:
    """Spoken at as many seconds as its number."""
    return FoundLine(cue, cue * 1_000, voice, marked(text, word))


def note(text: str, word: str) -> FoundNote:
    return FoundNote("n1", 5_000, Snippet("what was said", ()), marked(text, word))


def episode(name: str, *lines: FoundLine, **changes: Any) -> FoundEpisode:
    """One with these lines."""
    made = FoundEpisode(name, Snippet(name, ()), Snippet("Leaves", ()), moments=len(lines))
    return replace(made, lines=lines, **changes)


def result(text: str, episodes: Iterable[FoundEpisode], **changes: Any) -> SearchResult:
    found = tuple(episodes)
    made = SearchResult(
        text,
        parse(text),
        found,
        spoken=sum(each.moments for each in found),
        noted=sum(len(each.notes) for each in found),
        total=3,
        indexed=3,
    )
    return replace(made, **changes)
