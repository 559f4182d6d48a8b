"""Where things are in Qt's positions, in which an emoji counts twice."""

from __future__ import annotations

import pytest

from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.transcript.reading_text import Place, ReadingText
from ui.reading.transcript_pane.page_text import PageText, is_right_to_left

CUES = (
    Cue(0, 0, 1_000, "Good 🌅 morning.", (VoiceChange(0, "Mara 🦆"),)),
    Cue(1, 1_000, 2_000, "(laughs)", kind=CueKind.SOUND),
    Cue(2, 5_000, 6_000, "Yes.", (VoiceChange(0, "Jon"),)),
)


@pytest.fixture
def page() -> PageText:
    return PageText(ReadingText(Transcript(CUES)))


def at(page: PageText, span: tuple[int, int] | None) -> str:
    """What Qt sees there."""
    assert span is not None
    start, end = span
    return page.reading.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_cues_and_words_are_found(page: PageText) -> None:
    assert [at(page, span) for span in page.ranges(0)] == ["Good 🌅 morning."]
    assert at(page, page.within(0, 7, 7)) == "morning"
    assert at(page, page.ranges(2)[0]) == "Yes."


def test_a_hidden_cue_is_nowhere() -> None:
    blank = Cue(0, 0, 1_000, "[BLANK_AUDIO]", kind=CueKind.BLANK)
    page = PageText(ReadingText(Transcript((blank, *(cue._replace(index=1) for cue in CUES[2:])))))
    assert page.ranges(0) == []
    assert page.within(0, 0, 3) is None


def test_places_and_blocks_of_a_position(page: PageText) -> None:
    word = page.within(0, 7, 7)
    assert word is not None
    assert page.place_at(word[0]) == Place(0, 7)
    number = page.block_of(word[0])
    assert at(page, page.block_span(number)) == "Good 🌅 morning. (laughs)"
    assert page.start_time(number) == 0
    assert page.start_time(page.block_of(page.ranges(2)[0][0])) == 5_000


def test_sounds_are_shown(page: PageText) -> None:
    number = page.block_of(page.ranges(1)[0][0])
    assert [at(page, span) for span in page.sounds(number)] == ["(laughs)"]
    assert list(page.sounds(page.block_of(page.ranges(2)[0][0]))) == []


@pytest.mark.parametrize(
    ("text", "is_mirrored"),
    [("Hello", False), ("שלום לכולם", True), ("مرحبا", True), ("OK שלום לכולם", True), ("", False)],
)
def test_the_script_decides_the_side(text: str, is_mirrored: bool) -> None:
    assert is_right_to_left(text) is is_mirrored
