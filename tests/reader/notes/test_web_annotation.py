"""Documents of notes that others wrote, sound or not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.notes.exporting.web_annotation import write
from reader.notes.web_annotation import notes_in
from tests.reader.notes.exporting.kept import export

DOCUMENT: Any = json.loads(write(export()))
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()))
    | st.sampled_from(["t=1", "Annotation", "urn:uuid:", "0001-01-01", "x" * 1_000_001]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def places_in(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value in a document."""
    yield here
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places_in(value[key], (*here, key))


def replaced(place: tuple[Any, ...], value: Any) -> Any:
    if not place:
        return value
    document = copy.deepcopy(DOCUMENT)
    part = document
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    return document


@given(st.sampled_from(list(places_in(DOCUMENT))), ANY_JSON)
def test_any_value_anywhere_is_read_or_refused_in_words(place: tuple[Any, ...], value: Any) -> None:
    try:
        reported = notes_in(json.dumps(replaced(place, value)))
    except ReaderError:
        return
    assert len(reported.notes) + len(reported.faults) <= len(DOCUMENT["first"]["items"]) + 3


@pytest.mark.parametrize("episodes", ["7", "true", '"x"', "{}", "[7]", "null"])
def test_episodes_that_are_none_are_passed_over(episodes: str) -> None:
    document = replaced(("earmark:episodes",), json.loads(episodes))
    assert len(notes_in(json.dumps(document)).notes) == len(DOCUMENT["first"]["items"])
    with pytest.raises(ReaderError, match="no annotations"):
        notes_in(f'{{"earmark:episodes": {episodes}}}')


def test_a_title_is_cut_where_it_is_endless() -> None:
    document = replaced(("earmark:episodes", 0, "title"), "x" * 2_000_000)
    titles = {note.episode.title for note in notes_in(json.dumps(document)).notes}
    assert max(map(len, titles)) == 1_000


@pytest.mark.parametrize(
    ("target", "time", "exact"),
    [
        ("https://example.org/a/harbour%20dawn.mp3#t=12.5,15", (12_500, 15_000), ""),
        ("https://example.org/a/harbour%20dawn.mp3", (0, 0), ""),
        (
            {
                "source": "https://example.org/a/harbour%20dawn.mp3",
                "selector": {"type": "FragmentSelector", "value": "t=3"},
            },
            (3_000, 3_000),
            "",
        ),
        (
            {
                "source": {"id": "https://example.org/a/harbour%20dawn.mp3", "type": "Text"},
                "selector": {"type": "TextQuoteSelector", "exact": "Gulls."},
            },
            (0, 0),
            "Gulls.",
        ),
    ],
)
def test_an_address_annotated_by_others_is_an_episode(
    target: Any, time: tuple[int, int], exact: str
) -> None:
    item = {"type": "Annotation", "id": "https://example.org/1", "target": target}
    read = notes_in(json.dumps([{**item, "bodyValue": "Look."}]))
    assert read.faults == ()
    ((note, episode),) = read.notes
    assert (note.selector.time, note.selector.quote.exact, note.note) == (time, exact, "Look.")
    assert (episode.id, episode.title) == (
        "https://example.org/a/harbour%20dawn.mp3",
        "harbour dawn.mp3",
    )


def test_a_name_that_is_no_address_is_no_episode() -> None:
    item = {"type": "Annotation", "id": "urn:x:1", "target": "urn:isbn:1"}
    assert len(notes_in(json.dumps([item])).faults) == 1
