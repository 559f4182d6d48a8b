"""What is kept of an episode, as a value: without a library, and without a text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote
from reader.notes.episode_notes import EpisodeNotes
from reader.notes.kept import Kept, KeptText
from reader.overlays.overlays import scripted
from reader.transcript.model import Cue, Transcript

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SAID = ("The harbour was quiet.", "Gulls quarrelled over nets.", "Nobody came.")


def kept(key: str, start: int, span: tuple[int, int] | None = None) -> Kept:
    selector = Selector((start, start + 1_000), quote=TextQuote(key))
    return Kept(Annotation(key, "e", AnnotationKind.BOOKMARK, selector, NOW, NOW), span)


def keys(found: list[Kept] | tuple[Kept, ...]) -> str:
    return "".join(each.annotation.id for each in found)


@pytest.fixture
def text() -> KeptText:
    cues = tuple(Cue(k, k * 3_000, k * 3_000 + 2_900, said) for k, said in enumerate(SAID))
    return KeptText(scripted(Path("talk.vtt"), Transcript(cues)))


@pytest.fixture
def three() -> EpisodeNotes:
    return EpisodeNotes((kept("a", 0), kept("b", 2_000), kept("c", 5_000)))


@pytest.mark.parametrize(
    ("wanted", "found"), [("a", "ab"), ("c", "c"), ("ac", "ac"), ("x", ""), ("xb", "bc")]
)
def test_one_is_merged_with_the_one_after_it(three: EpisodeNotes, wanted: str, found: str) -> None:
    assert keys(three.to_merge(wanted)) == found


def test_merged_without_a_text_they_reach_from_the_first_to_the_last(three: EpisodeNotes) -> None:
    selector = three.merged(three.kept)
    assert selector.time == (0, 6_000)
    assert selector.quote.exact == "a … b … c"


def test_merged_in_a_text_they_say_all_between_them(text: KeptText) -> None:
    first, last = kept("a", 0, (0, 3)), kept("b", 3_000, (29, 39))
    selector = EpisodeNotes((first, last), text).merged((first, last))
    assert selector.quote.exact == text.script.reading.text[:39]


def test_an_empty_span_is_touched_at_its_character() -> None:
    notes = EpisodeNotes((kept("a", 0, (3, 8)), kept("b", 0, (5, 5)), kept("c", 0)))
    touched = [keys(notes.touching(position)) for position in (2, 3, 5, 7, 8)]
    assert touched == ["", "a", "ab", "a", ""]


def test_heard_without_a_text_is_a_moment(text: KeptText) -> None:
    assert EpisodeNotes().heard_at(6_000, 1_500).selector.time == (4_500, 4_500)
    assert EpisodeNotes().heard_at(1_000, 1_500).selector.time == (0, 0)
    assert EpisodeNotes(text=text).heard_at(4_000, 0).selector.quote.exact == SAID[1]
