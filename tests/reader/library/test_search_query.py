"""What a query asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.search_query import SearchQuery, Where, parse, with_filter


def words(query: SearchQuery) -> list[str]:
    return [term.text for term in query.terms]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bees  honey", ["bees", "honey"]),
        ('"open source" bees', ["open source", "bees"]),
        ("don't C++ 3.5 50%", ["don't", "C++", "3.5", "50%"]),
        ("東京 ので", ["東京", "ので"]),
        ('"open sour', ["open sour"]),
        ("well-known - x", ["well-known", "x"]),
        ("http://x.org say:hello", ["http://x.org", "say:hello"]),
        ("voice: in:space", ["in:space"]),
        ('"', []),
        ("", []),
    ],
)
def test_what_stands_there_means_itself(text: str, found: list[str]) -> None:
    assert words(parse(text)) == found


def test_what_narrows_is_no_word() -> None:
    query = parse('bees -honey -"bee keeper" voice:anna show:"Open Road" in:notes')
    assert words(query) == ["bees"]
    assert [term.text for term in query.without] == ["honey", "bee keeper"]
    assert (query.voices, query.shows, query.where) == (("anna",), ("Open Road",), Where.NOTES)


def test_only_the_last_word_may_go_on() -> None:
    opened = [[term.is_open for term in parse(text).terms] for text in ("a b", "a b ", '"a b"')]
    assert opened == [[False, True], [False, False], [False]]


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        ("after:2024", ["2024", "2024-01-01", "2025-06"], ["2023-12-31", ""]),
        ("before:2024-03", ["2024-02-29", "2023"], ["2024-03-01", "2024-03", ""]),
        ("after:2024-2-9 before:2024-03", ["2024-02-09", "2024-02"], ["2024-02-08", "2024-03-01"]),
        ("", ["", "2024"], []),
    ],
)
def test_dates_are_as_exact_as_they_were_typed(
    bounds: str, inside: list[str], outside: list[str]
) -> None:
    query = parse(bounds)
    assert [date for date in inside if not query.is_in_time(date)] == []
    assert [date for date in outside if query.is_in_time(date)] == []


def test_what_is_no_date_is_said() -> None:
    (hint,) = parse("bees after:soon").hints
    assert "soon" in hint


def test_voices_and_shows_fit_by_any_part_whatever_case_and_accents() -> None:
    query = parse("voice:josé show:road")
    assert query.is_of_voice("Jose Marti") and not query.is_of_voice("Anna")
    assert query.is_of_show("The Open Road") and not query.is_of_show("")


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("bees", "Anna", "bees voice:Anna"),
        ("bees voice:Bob x", "Anna Lee", 'bees x voice:"Anna Lee"'),
        ('"open source" voice:Bob', "", '"open source"'),
    ],
)
def test_a_filter_takes_the_place_of_an_earlier_one(text: str, value: str, expected: str) -> None:
    assert with_filter(text, "voice", value) == expected


@given(st.text(max_size=60))
def test_anything_can_be_typed(text: str) -> None:
    query = parse(text)
    assert all(term.text for term in (*query.terms, *query.without))
