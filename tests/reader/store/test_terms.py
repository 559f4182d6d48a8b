"""Words, phrases and signs in a text, whatever case, accents and line breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.terms import Matcher, Term, folded, joined_letters, terms_in, words_of


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("bees ", "Bees, and BEES.", ["Bees", "BEES"]),
        ("bee ", "bees", []),
        ("bee", "bees", ["bee"]),
        ("open source", "no", []),
        ('"open source"', "Open-source, open\nSource", ["Open-source", "open\nSource"]),
        ("resume ", "Résumé re\u0301sume\u0301", ["Résumé", "re\u0301sume\u0301"]),
        ("don't ", "Don’t don t", ["Don’t"]),
        ("C++ ", "C++, c, C", ["C++"]),
        ("3.5 ", "13.5 3.5 3,5 3.55", ["3.5"]),
        ('"ました"', "まし\nた", ["まし\nた"]),
        ("東京 ", "東京都", ["東京"]),
        ("foo ", "Foo™", ["Foo"]),
        ("openai ", "東京OpenAI", ["OpenAI"]),
        ("na_me ", "na_me", ["na_me"]),
    ],
)
def test_terms_are_found_as_they_are_meant(query: str, text: str, found: list[str]) -> None:
    spans = [
        span
        for term in terms_in(query)
        for span in Matcher(closed(term, query)).spans(folded(text))
    ]
    assert [text[start:end] for start, end in spans] == found


def closed(term: Term, query: str) -> Term:
    return term.closed if query.endswith(" ") else term


def test_the_index_has_letters_and_digits_alone() -> None:
    assert words_of(folded("Don’t, C++ naïve_3.5")) == ["don", "t", "c", "naive", "3", "5"]
    assert words_of(folded("OpenAI は 東京 한국어")) == ["openai"]
    assert joined_letters(folded("OpenAI は 東京")) == "openaiは東京"
    assert joined_letters(folded("naïve")) == ""


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(min_size=1, max_size=12), st.text(max_size=8), st.text(max_size=8))
def test_what_stands_between_blanks_is_found(word: str, before: str, after: str) -> None:
    for term in terms_in(f"{word} "):
        text = folded(f"{before} {term.text} {after}")
        assert Matcher(term.closed).is_in(text) or not any(map(str.isalnum, term.text))


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_that_holds_a_term_holds_its_words(word: str, text: str) -> None:
    """So that the index never leaves out what is there."""
    plain = folded(f"{text} {word} {text}")
    words = words_of(plain)
    for term in terms_in(f"{word} "):
        wanted = words_of(folded(term.text))
        assert not Matcher(term.closed).is_in(plain) or _is_in(wanted, words)


def _is_in(wanted: list[str], words: list[str]) -> bool:
    return any(words[k : k + len(wanted)] == wanted for k in range(len(words) + 1))
