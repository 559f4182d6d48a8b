"""What is exported of a corrected transcript, word for word."""

from __future__ import annotations

import re

import pytest

from reader import formats
from reader.correction import Correction, CorrectionScope
from reader.exporting import WRITERS, Writer, written
from reader.overlays.corrections import corrected
from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.spoken_text import SpokenText
from tests.reader.corrections import at, everywhere

LINES = (
    "And today I'm joined just by my co-host, Zwickz,",
    "for a new podcast format.",
    "- Yeah, zwickz here: the MixedRaw",
    "release, a Mixedraw of experts. LAMA Index and the Lama",
    "Index. Entropic, Entropic's and ENTROPIC!",
    "- So ZWICKZ says: Entropic.",
)
GLOSSARY = {"Zwickz": "swyx", "MixedRaw": "Mixtral", "Entropic": "Anthropic"}
EXPECTED = (
    "And today I'm joined just by my co-host, swyx, for a new podcast format. "
    "Yeah, swyx here: the Mixtral release, a Mixtral of experts. LlamaIndex and the LlamaIndex. "
    "Anthropic, Anthropic's and ANTHROPIC! So SWYX says: Anthropic."
)


def _cue(number: int, line: str) -> Cue:
    voices = (VoiceChange(2, "", 2),) if line.startswith("- ") else ()
    return Cue(number, number * 3_000, number * 3_000 + 2_500, line, voices)


TALK = Transcript(tuple(_cue(k, line) for k, line in enumerate(LINES)))


def _corrections() -> list[Correction]:
    rules = [
        everywhere(words, text, CorrectionScope.SHOW, key=words) for words, text in GLOSSARY.items()
    ]
    here = at(TALK, "LAMA Index", "LlamaIndex", key="here")
    return [*rules, everywhere("Lama Index", "LlamaIndex", key="two"), here]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_every_format_has_the_listeners_words(writer: Writer) -> None:
    text = written(corrected(TALK, _corrections()), writer)
    again = formats.read(text.encode(), f"talk{writer.suffix}")
    assert _words(again) == EXPECTED.split()
    assert not re.search(
        "zwickz|mixedraw|entropic|lama index", text.replace("LlamaIndex", ""), re.I
    )
    own = formats.read(written(TALK, writer).encode(), f"talk{writer.suffix}")
    assert _words(own) == _words(TALK)


def _words(transcript: Transcript) -> list[str]:
    return SpokenText(transcript).text.split()
