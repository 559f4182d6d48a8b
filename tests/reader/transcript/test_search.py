"""Finding phrases: over line breaks, case, accents and odd quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.search import SearchText, asked_voices, is_one_of
from tests.reader.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Hello there", "hello THERE", ["Hello there"]),
        ("end of one\nline", "one line", ["one\nline"]),
        ("Café au lait", "cafe", ["Café"]),
        ("Cafe\u0301 au lait", "café", ["Cafe\u0301"]),
        ("don’t, don't", "don't", ["don’t", "don't"]),
        ("C++ and 3.5", "c++", ["C++"]),
        ("(a.b)", "a.b", ["a.b"]),
        ("aaaa", "aa", ["aa", "aa"]),
        (
            "open source, open-source, open‐source",
            "open source",
            ["open source", "open-source", "open‐source"],
        ),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("nothing", "   ", []),
        ("nothing", "", []),
    ],
)
def test_a_phrase_is_found_wherever_it_occurs(text: str, phrase: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in SearchText(text).occurrences(phrase)] == found


def test_case_and_accents_count_when_asked() -> None:
    text = SearchText("Café cafe CAFÉ")
    assert len(text.occurrences("café")) == 3
    assert text.occurrences("café", is_case_kept=True) == [(5, 9)]
    assert text.occurrences("café", are_accents_kept=True) == [(0, 4), (10, 14)]
    assert text.occurrences("Café", are_accents_kept=True, is_case_kept=True) == [(0, 4)]
    assert SearchText("open‑source").occurrences("open source", are_accents_kept=True) == [(0, 11)]


@given(TEXTS, st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    spans = SearchText(text).occurrences(part)
    if part.strip() and not part.strip().startswith(("\u0301", "🏽", "\u200d")):
        assert any(a <= start + len(part) and b >= start for a, b in spans)


@pytest.mark.parametrize(
    ("typed", "words", "voices"),
    [
        ("quiet harbour", "quiet harbour", ()),
        ("voice:ann quiet", "quiet", ("ann",)),
        ('quiet voice:"Ann Lee"', "quiet", ("Ann Lee",)),
        ('voice:"Ann Lee', "", ("Ann Lee",)),
        ("voice:ann Voice:bo", "", ("ann", "bo")),
        ("invoice:3", "invoice:3", ()),
        ("voice: ann", "voice: ann", ()),
    ],
)
def test_voices_that_are_asked_for(typed: str, words: str, voices: tuple[str, ...]) -> None:
    assert asked_voices(typed) == (words, voices)


def test_a_name_is_found_by_any_part_of_it() -> None:
    assert is_one_of("Ann Lee", ("lee",))
    assert is_one_of("", ())
    assert not is_one_of("Ann", ("bo", "cy"))
