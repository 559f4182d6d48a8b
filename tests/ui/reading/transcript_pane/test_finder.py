from __future__ import annotations

import pytest

from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import ReadingText
from ui.reading.transcript_pane.finder import Finder

CUES = (
    Cue(0, 0, 1_000, "A harbour at dawn,", (VoiceChange(0, "Dawn"),)),
    Cue(1, 1_000, 2_000, "grey and still. Café or cafe?"),
    Cue(2, 2_000, 3_000, "Dawn breaks.", (VoiceChange(0, "Sam"),)),
)


@pytest.fixture
def finder() -> Finder:
    return Finder(ReadingText(Transcript(CUES)))


def find(
    finder: Finder, phrase: str, near: int = 0, *, case: bool = False, accents: bool = False
) -> list[str]:
    finder.find(phrase, is_case_kept=case, are_accents_kept=accents, near=near)
    return [finder._reading.text[slice(*hit)] for hit in finder.hits]


def test_a_name_beside_the_text_is_no_hit(finder: Finder) -> None:
    assert find(finder, "dawn") == ["dawn", "Dawn"]
    assert find(finder, "sam") == []


def test_a_phrase_runs_over_the_border_of_two_lines(finder: Finder) -> None:
    assert find(finder, "dawn, grey") == ["dawn, grey"]


def test_case_and_accents_count_only_if_asked(finder: Finder) -> None:
    assert find(finder, "cafe") == ["Café", "cafe"]
    assert find(finder, "cafe", accents=True) == ["cafe"]
    assert find(finder, "Dawn", case=True) == ["Dawn"]


def test_the_first_hit_is_the_next_one_from_where_the_reader_is(finder: Finder) -> None:
    find(finder, "dawn", near=0)
    assert finder.number == 0
    find(finder, "dawn", near=finder.hits[0][0] + 1)
    assert finder.number == 1
    find(finder, "dawn", near=10_000)
    assert finder.number == 0  # around the end


def test_steps_go_around(finder: Finder) -> None:
    find(finder, "dawn")
    numbers = []
    for by in (1, 1, -1, -1):
        finder.step(by)
        numbers.append(finder.number)
    assert numbers == [1, 0, 1, 0]
    assert finder.hit == finder.hits[0]


def test_without_hits_there_is_none_on_show(finder: Finder) -> None:
    assert finder.hit is None
    assert find(finder, "tram") == []
    finder.step(1)
    assert finder.hit is None
    assert find(finder, "") == []


def test_what_one_voice_says(finder: Finder) -> None:
    assert find(finder, "voice:sam dawn") == ["Dawn"]
    assert find(finder, 'voice:"dawn" dawn') == ["dawn"]
    assert find(finder, "dawn VOICE:nobody") == []
    assert find(finder, "voice:sam") == ["Dawn breaks."]
    assert find(finder, "voice:") == []
