"""Rows of a JSON table, once it is known what its columns mean."""

from __future__ import annotations

from typing import Any

import pytest

from reader.formats.json_meaning import Meaning
from reader.formats.json_row_reader import RowReader, called, rows_along
from reader.formats.json_survey import Path, Table
from reader.formats.json_times import MILLISECONDS, SECONDS, Unit

START, END, LENGTH, TEXT = ("start",), ("end",), ("length",), ("text",)


def reader(names: dict[str, str] | None = None, **columns: Any) -> RowReader:
    meaning = Meaning(Table(("[]",)), **{"text": TEXT, "start": START, **columns})
    return RowReader(meaning, names or {})


@pytest.mark.parametrize(
    ("value", "path", "rows"),
    [
        ([{"t": 1}, {"t": 2}], ("[]",), [({"t": 1},), ({"t": 2},)]),
        ({"a": [{"t": 1}]}, ("a", "[]"), [({"t": 1},)]),
        ([["one", 1]], ("[]",), [({"0": "one", "1": 1},)]),
        ([["one"]], ("[]",), [(["one"],)]),
        ([[{"t": 1}], [{"t": 2}]], ("[]", "[]"), [({"t": 1},), ({"t": 2},)]),
        ([{"a": {"t": 1}}], ("[]", "a"), [({"t": 1}, {"a": {"t": 1}})]),
        ([{"a": 1}, {}], ("[]", "a"), [(1, {"a": 1})]),
        ({"a": "text"}, ("a", "[]"), []),
        ({}, ("a",), []),
    ],
)
def test_each_row_comes_with_those_around_it(value: Any, path: Path, rows: list[Any]) -> None:
    assert list(rows_along(value, path)) == rows


def test_the_nearest_row_around_comes_first() -> None:
    words = {"words": [{"word": "Ahoy"}]}
    page = {"lines": [words]}
    found = rows_along([page], ("[]", "lines", "[]", "words", "[]"))
    assert list(found) == [({"word": "Ahoy"}, words, page)]


@pytest.mark.parametrize(
    ("columns", "row", "span"),
    [
        ({"end": END}, {"start": 1, "end": 2.5}, (1000, 2500)),
        ({"end": END}, {"start": 1, "end": 0}, (1000, None)),
        ({"end": END, "unit": Unit(1.0)}, {"start": 5, "end": 1}, (5, 1)),
        ({"end": END}, {"start": 0, "end": 0}, (0, 0)),
        ({"end": END}, {"start": None, "end": 2}, (None, 2000)),
        ({"end": END}, {"end": True}, (None, None)),
        ({}, {"start": 1, "end": 2}, (1000, None)),
        ({"end": END, "unit": Unit(SECONDS, 100.0)}, {"start": 101.5, "end": 102}, (1500, 2000)),
        ({"end": ("endMs",), "unit": Unit(SECONDS)}, {"start": 1, "endMs": 2500}, (1000, 2500)),
        ({"end": ("times", "endMs")}, {"start": 1, "times": {"endMs": 2500}}, (1000, 2500)),
        (
            {"start": ("0", "startTime"), "end": ("end_ms", "0")},
            {"0": {"startTime": 1}, "end_ms": [2500]},
            (1000, 2500),
        ),
        (
            {"end": ("endMs",), "unit": Unit(SECONDS, 100.0)},
            {"start": 101, "endMs": 2600},
            (1000, 2500),
        ),
        ({"length": LENGTH}, {"start": 1, "length": 1.5}, (1000, 2500)),
        ({"length": LENGTH}, {"start": 1}, (1000, None)),
        ({"length": LENGTH}, {"length": 1}, (None, None)),
        (
            {"length": LENGTH, "length_unit": Unit(MILLISECONDS)},
            {"start": 1, "length": 20},
            (1000, 1020),
        ),
        ({"length": LENGTH, "end": END}, {"start": 1, "length": 1, "end": 9}, (1000, 2000)),
    ],
)
def test_when_a_row_starts_and_ends(
    columns: dict[str, Any], row: Any, span: tuple[int | None, int | None]
) -> None:
    assert reader(**columns).span(row) == span


def test_a_table_without_times_has_none() -> None:
    assert reader(start=None).time({"start": 1}) is None


def test_the_text_is_a_string_or_nothing() -> None:
    assert reader().text({"text": "Ahoy"}) == "Ahoy"
    assert reader().text({"text": 7}) == ""
    assert reader(text=None).text({"text": "Ahoy"}) == ""


def test_all_texts_or_the_spellings_alone() -> None:
    row = {"text": "Ahoy.", "raw": "ahoy", "translated": "Hallo", "empty": "", "number": 7}
    every = reader(texts=[(key,) for key in row])
    assert every.texts(row) == ["Ahoy.", "ahoy", "Hallo"]
    assert every.texts(row, are_spellings=True) == ["ahoy"]


def test_what_a_later_row_says_again_is_interim() -> None:
    by_state = reader(state=("is_final",))
    assert [by_state.is_interim({"is_final": state}) for state in (False, True)] == [True, False]
    assert not reader().is_interim({"is_final": False})


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"id": 7}, "Mara"),
        ({"id": "7"}, "Mara"),
        ({"id": 8}, "Speaker 8"),
        ({"id": True, "name": "Jon"}, "Jon"),
        ({"id": "", "name": "Jon"}, "Jon"),
        ({"id": 0, "name": "Jon"}, "Speaker 0"),
        ({"id": 1.5, "name": "Jon"}, "Jon"),
        ({}, ""),
    ],
)
def test_who_speaks_is_the_first_that_is_named(row: Any, name: str) -> None:
    assert reader({"7": "Mara"}, speakers=[("id",), ("name",)]).speaker(row) == name


def test_the_words_of_a_row_may_name_who_speaks() -> None:
    words = [{"word": "Ahoy"}, {"word": "there", "name": "Mara"}, {"word": "all", "name": "Jon"}]
    by_name = reader(speakers=[("name",)])
    assert by_name.speaker_of_words({"words": words}) == "Mara"
    assert by_name.speaker_of_words({"words": 2, "tokens": words}) == "Mara"
    assert by_name.speaker_of_words({"translations": words}) == ""


@pytest.mark.parametrize(
    ("columns", "row", "text"),
    [
        ({"is_words": True}, {"text": "Ahoy"}, " Ahoy"),
        ({"is_words": True}, {"text": "\tAhoy"}, "\tAhoy"),
        ({"is_words": True, "is_glued": True}, {"text": "hoy"}, "hoy"),
        ({"is_words": False}, {"text": "Ahoy"}, "Ahoy"),
        ({"is_words": True, "kind": ("kind",)}, {"text": ".", "kind": "punctuation"}, "."),
        ({"is_words": True, "kind": ("kind",)}, {"text": "Ahoy", "kind": "word"}, " Ahoy"),
    ],
)
def test_a_word_has_the_blank_before_it(columns: dict[str, Any], row: Any, text: str) -> None:
    assert reader(**columns).piece(row).text == text


def test_the_times_of_a_word_count_from_those_of_its_part() -> None:
    row = {"text": "Ahoy", "start": 1, "end": 2, "sure": 0.5, "name": "Mara"}
    piece = reader(end=END, chance=("sure",), speakers=[("name",)]).piece(row, 60_000)
    assert piece == ("Ahoy", 61_000, 62_000, 0.5, "Mara")
    assert reader(end=END).piece({"text": "Ahoy"}, 60_000)[1:4] == (None, None, None)


@pytest.mark.parametrize(
    ("value", "name"), [(1, "Speaker 1"), (" 2 ", "Speaker 2"), ("?", ""), (" Mara ", "Mara")]
)
def test_a_bare_number_is_a_numbered_speaker(value: str | int, name: str) -> None:
    assert called(value) == name
