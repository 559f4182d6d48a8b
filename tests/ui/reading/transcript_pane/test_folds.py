"""What others say is folded to quiet lines."""

from __future__ import annotations

from hypothesis import given
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import Place, ReadingText
from tests.reader.strategies import transcripts
from ui.reading.transcript_pane.folds import FoldedRun, Folds
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

LONG = "What is said goes on and on, over more than one line of a page, until it ends. " * 4


def cue(k: int, voice: str) -> Cue:
    return Cue(k, k * 1_000, k * 1_000 + 900, f"{k} {LONG}", (VoiceChange(0, voice),))


TALK = Transcript(tuple(cue(k, "Ann" if k % 3 else "Bo") for k in range(30)))


def describe(run: FoldedRun) -> str:
    return f"{run.turns} turns, {run.length} ms"


@given(transcripts())
def test_every_block_is_shown_or_stands_in_one_line(transcript: Transcript) -> None:
    reading = ReadingText(transcript)
    folds = Folds(reading, "Ann", describe)
    for block in range(reading.block_count):
        assert (block in folds) == (reading.guessed_name(block) != "Ann")
        if block in folds:
            first = folds.first_of(block)
            assert folds.is_line(first) and first <= block < folds.after(block)
            assert folds.is_line(block) == (block == first)
    assert all(folds.is_line(first) for first in folds.labels)


def test_the_label_counts_turns_and_their_time() -> None:
    folds = Folds(ReadingText(TALK), "Ann", describe)
    assert next(iter(folds.labels.values())) == "1 turns, 1000 ms"


def shown(qtbot: QtBot) -> TranscriptPane:
    pane = TranscriptPane()
    qtbot.addWidget(pane)
    pane.show_text(ReadingText(TALK))
    pane.resize(800, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def test_a_folded_page_is_shorter_and_comes_back(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    pane.show_place(Place(10, 0))
    whole, first = pane.page_layout.heights.total, pane.first_position()
    pane.show_only("Bo", describe)
    assert pane.page_layout.heights.total < whole / 2
    pane.grab()
    pane.show_only(None)
    assert abs(pane.first_position() - first) < len(LONG)


def test_only_the_first_of_the_folded_takes_a_line(qtbot: QtBot) -> None:
    layout = (pane := shown(qtbot)).page_layout
    pane.show_only("Bo", describe)
    folds, line = layout.folds, layout.page.pitch + layout.page.gap
    assert folds is not None
    folded = [number for number in range(len(layout.heights)) if number in folds]
    assert not all(map(folds.is_line, folded))
    assert [layout.heights[number] for number in folded] == [
        line if folds.is_line(number) else 0 for number in folded
    ]


def test_a_folded_line_is_spoken_where_its_quiet_line_is(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    pane.show_only("Bo", describe)
    pane.set_current((10,))
    top, bottom = pane.spoken.extent_of(10)
    assert 0 < top < bottom
    assert pane.spoken.extent_of(11) == (top, bottom)  # two turns of Ann in one line
    pane.scroll_to(max(0, top - 50))
    pane.grab()


def test_a_new_text_is_not_folded(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    pane.show_only("Bo", describe)
    pane.show_text(ReadingText(TALK))
    assert pane.only_voice is None
