"""Paragraphs that can be read: they end at sentences, after a rest, and before they are walls."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.transcript.model import Cue, Transcript
from reader.transcript.paragraphs import (
    MOST_TIME,
    MOST_WORDS,
    Habits,
    TurnPart,
    paragraphs,
    word_count,
)
from reader.transcript.reading_text import ReadingText

LINES = (
    "so we went to the market and bought",
    "some bread. Then it rained, as it does in",
    "April. Nobody had an umbrella but Dr.",
    "Miller, who never goes without. He",
)


def reading(*texts: str, length: int = 3_000, rest: int = 0) -> ReadingText:
    step = length + rest
    cues = (Cue(k, k * step, k * step + length, text) for k, text in enumerate(texts))
    return ReadingText(Transcript(tuple(cues)))


def turn(*texts: str, length: int, rest: int) -> list[TurnPart]:
    """What one voice says, a part for each line."""
    step = length + rest
    said = enumerate(map(str.strip, texts))
    return [TurnPart(k, 0, text, word_count(text), k * step, k * step + length) for k, text in said]


def blocks(text: ReadingText) -> list[str]:
    return [text.text[slice(*text.block_span(k))] for k in range(text.block_count)]


def test_a_transcript_without_voices_begins_no_paragraph_in_mid_sentence() -> None:
    """As of whisper, whose lines end anywhere: it was one paragraph from 1:23 to 5:06."""
    found = blocks(reading(*LINES * 60))
    assert len(found) > 10
    assert all(block.endswith(".") for block in found[:-1])
    assert not any(block.endswith("Dr.") for block in found)
    assert all(block[0].isupper() for block in found[1:])


@given(
    st.lists(st.sampled_from([*LINES, "yes.", "and " * 30, "word"]), min_size=1, max_size=120),
    st.integers(200, 20_000),
    st.integers(0, 3_000),
)
@example([*LINES, "word", "yes.", "word", "and " * 30, *LINES], 15_000, 676)
def test_no_paragraph_is_a_wall(texts: list[str], length: int, rest: int) -> None:
    """One that begins or ends within a line has the times of its share of that line."""
    text = reading(*texts, length=length, rest=rest)
    for block in range(text.block_count):
        assert len(text.text[slice(*text.block_span(block))].split()) <= MOST_WORDS
    for parts in paragraphs(turn(*texts, length=length, rest=rest), Habits()):
        start, end = parts[0].start or 0, parts[-1].end or 0
        assert len(parts) == 1 or end - start <= MOST_TIME


def test_without_any_mark_it_ends_at_a_rest_and_else_at_the_longest() -> None:
    assert len(blocks(reading(*["and so they went on and on"] * 6, rest=2_500))) == 3
    cues = [Cue(k, k * 3_000, k * 3_000 + 2_900, "on and on it goes") for k in range(40)]
    cues[20] = cues[20]._replace(start=cues[20].start + 900)  # type: ignore[operator]
    text = ReadingText(Transcript(tuple(cues)))
    assert text.block_at(text.ranges(20)[0][0]) == text.block_at(text.ranges(19)[0][0]) + 1


def test_after_a_rest_a_paragraph_ends_only_with_its_sentence() -> None:
    said = "Well, that is all there was to say about it on that evening,"
    found = blocks(reading(said, "and they left. " + said, "it was late.", rest=3_000))
    assert found == [f"{said} and they left. {said} it was late."]
    assert len(blocks(reading(said[:-1] + ".", said[:-1] + ".", rest=3_000))) == 2


def test_a_turn_of_twenty_minutes_has_a_time_at_each_paragraph() -> None:
    turn = "We went out and came home again, all of us. " * 300
    text = reading(turn.strip(), length=1_200_000)
    times = [text.time_at(text.block_span(k)[0]) or 0 for k in range(text.block_count)]
    assert times == sorted(set(times))
    assert (times[0], times[-1] > 1_100_000) == (0, True)
    assert all(block.endswith(".") for block in blocks(text))


def test_chinese_is_counted_by_letters() -> None:
    found = blocks(reading("今天天气很好，我们去公园。" * 80, length=240_000))
    assert all(len(block) <= MOST_WORDS * 2 for block in found)
    assert all(block.endswith("。") for block in found)


@pytest.mark.parametrize("text", ["word, ", "a", "Yes. " + "on and on " * 150, "好"])
def test_what_was_set_is_not_set_again_and_again(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """A long text takes in proportion to its length: a part is parted a few times at most."""
    calls: list[int] = []
    parted = TurnPart.parted

    def counted(self: TurnPart, at: int) -> tuple[TurnPart, TurnPart]:
        calls.append(len(self.text))
        return parted(self, at)

    monkeypatch.setattr(TurnPart, "parted", counted)
    count = 40_000 // len(text)
    reading(text * count)
    assert sum(calls) <= 20 * len(text) * count
