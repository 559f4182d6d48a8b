"""Single words joined to sentences: until one ends, the voice changes, or after a long pause."""

from __future__ import annotations

from collections.abc import Iterator

from reader.formats.word_pieces import WordPiece
from reader.transcript.writing import ends_sentence

LONGEST = 240  # characters of a cue made from single words
_PAUSE = 1_500
_FAR = 200  # characters


def sentences(words: list[WordPiece]) -> Iterator[list[WordPiece]]:
    """The words in groups, each to be a cue; blanks and marks go with the word before."""
    held: list[WordPiece] = []
    length = 0
    latest: int | None = None
    for word in words:
        if held and _is_boundary(held, word, length, latest):
            yield held
            held, length = [], 0
        if word.text.strip():
            held.append(word)
            length += len(word.text)
            latest = word.end if word.end is not None else latest
        elif held:
            held[-1] = held[-1]._replace(text=held[-1].text + word.text)
    if held:
        yield held


def _is_boundary(held: list[WordPiece], word: WordPiece, length: int, latest: int | None) -> bool:
    if word.start is None or not word.text.strip():
        return False
    if not any(map(str.isalnum, word.text)):
        return False
    if word.speaker != held[0].speaker and word.speaker:
        return True
    is_late = latest is not None and word.start - latest > _PAUSE
    is_ended = ends_sentence(held[-1].text.rstrip())
    return is_late or is_ended or length > LONGEST


def spelt(text: str, words: tuple[WordPiece, ...]) -> tuple[WordPiece, ...]:
    """The words as their row's text writes them, with its marks and capitals.

    Where they are not the words of the text, they stay as they are, and the text is one piece.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    places = []
    position = 0
    for word in words:
        spoken = word.text.strip().lower()
        at = lowered.find(spoken, position, position + len(spoken) + _FAR) if spoken else -1
        places.append(at)
        position = at + len(spoken) if at >= 0 else position
    if sum(place >= 0 for place in places) < 0.8 * len(words):
        first, last = words[0], words[-1]
        return (WordPiece(text, first.start, last.end, None, first.speaker),)
    return tuple(_cut(text, words, places))


def _cut(text: str, words: tuple[WordPiece, ...], places: list[int]) -> Iterator[WordPiece]:
    """Each word with all that stands before the next one."""
    known = [(word, place) for word, place in zip(words, places, strict=True) if place >= 0]
    begin = 0
    for number, (word, place) in enumerate(known):
        end = len(text)
        if number + 1 < len(known):
            following = known[number + 1][1]
            blank = text.rfind(" ", place, following) + 1
            end = blank or following
        yield word._replace(text=text[begin:end])
        begin = end
