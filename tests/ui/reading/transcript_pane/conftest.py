"""A pane in a real window, with a transcript long enough to scroll."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import ReadingText
from ui.appearance.theme import THEMES, Theme
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

Open = Callable[..., TranscriptPane]

_WORDS = "the quick brown fox jumps over the lazy dog while nobody reads along".split()


def long_transcript(count: int = 600) -> Transcript:
    """Turns of some lines between two voices, each line with other words."""
    cues = []
    for index in range(count):
        length = 3 + index * 7 % 9
        text = " ".join(_WORDS[(index + k) % len(_WORDS)] for k in range(length)) + "."
        voice = ("Nora", "Sam")[index // 5 % 2]
        voices = (VoiceChange(0, voice),) if index % 5 == 0 else ()
        cues.append(Cue(index, index * 2_000, index * 2_000 + 1_900, text, voices))
    return Transcript(tuple(cues))


@pytest.fixture(params=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return THEMES[request.param]


@pytest.fixture
def open_pane(qtbot: QtBot) -> Open:
    def opened(
        transcript: Transcript | None = None, width: int = 900, height: int = 700
    ) -> TranscriptPane:
        pane = TranscriptPane()
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show_text(ReadingText(long_transcript() if transcript is None else transcript))
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    return opened
