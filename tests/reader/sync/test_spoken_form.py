"""How words are said: numbers, years, signs, initials."""

from __future__ import annotations

import pytest

from reader.sync.spoken_form import readings_of, spoken_words
from reader.transcript.model import Cue, CueKind, VoiceChange


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Hello,", ("hello",)),
        ("don’t", ("don't",)),
        ("Café", ("cafe",)),
        ("2024,", ("twenty twenty four", "two thousand and twenty four")),
        ("1990s", ("nineteen nineties", "one thousand nine hundred and nineties")),
        ("10,000", ("ten thousand",)),
        ("$20", ("twenty dollars",)),
        ("90%", ("ninety percent",)),
        ("3.5", ("three point five",)),
        ("21st", ("twenty first",)),
        ("007", ("zero zero seven",)),
        ("CTO", ("c. t. o.", "cto")),
        ("GPTs", ("g. p. t.s", "gpts")),
        ("ChatGPT", ("chat g. p. t.", "chat gpt")),
        ("co-host", ("co host",)),
        ("–", ()),
        ("Ελλάδα", ()),
    ],
)
def test_a_word_is_said_so(written: str, said: tuple[str, ...]) -> None:
    assert readings_of(written) == said


def test_sounds_and_dashes_are_not_said() -> None:
    cues = (
        Cue(0, 0, 1, "(laughing)", kind=CueKind.SOUND),
        Cue(1, 1, 2, "- So be it", voices=(VoiceChange(2, "", 2),)),
    )
    assert [word.key for word in spoken_words(cues)] == ["so", "be", "it"]
