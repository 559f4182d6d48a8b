"""Where the words of a search lie in the lines that it found."""

from __future__ import annotations

from reader.transcript.line_hits import LineHits, line_hits
from reader.transcript.model import Cue, Transcript
from reader.transcript.reading_text import ReadingText

TEXTS = ("They drink tea.", "Green tea or black", "tea, with milk.", "Coffee is not tea.")


def reading() -> ReadingText:
    cues = [Cue(k, k * 1_000, k * 1_000 + 900, text) for k, text in enumerate(TEXTS)]
    return ReadingText(Transcript(tuple(cues)))


def words(found: LineHits) -> list[str]:
    text = reading().text
    return [text[start:end] for start, end in found.spans]


def test_words_are_marked_in_the_lines_alone() -> None:
    found = line_hits(reading(), [0, 3], ["tea"])
    assert words(found) == ["tea", "tea"]
    assert found.firsts == (0, 1)


def test_each_line_has_its_first_word() -> None:
    found = line_hits(reading(), [1, 3], ["tea", "black", "coffee"])
    assert words(found) == ["tea", "black", "Coffee", "tea"]
    assert found.firsts == (0, 2)


def test_a_phrase_goes_on_into_the_next_line() -> None:
    found = line_hits(reading(), [1], ["black tea"])
    assert [" ".join(each.split()) for each in words(found)] == ["black tea"]


def test_a_line_without_the_words_as_such_is_marked_whole() -> None:
    found = line_hits(reading(), [2], ["nothing of it"])
    assert words(found) == ["tea, with milk."]


def test_a_line_that_is_not_there_is_passed_over() -> None:
    assert line_hits(reading(), [99], ["tea"]) == LineHits()
