"""Transcripts full of what could be taken for the marks of a format."""

from __future__ import annotations

import re
from itertools import accumulate

from hypothesis import strategies as st

from reader.transcript.model import Cue, Transcript, VoiceChange, Word

# fmt: off
TRAPS = (
    "-->", "->", "→", "<v Ann>", "</v>", "<i>", "<00:00:01.000>", "&amp;", "&", "&lt;", "&#65;",
    "<", ">", "\n", "\n\n", "\n \n", "\r\n", "00:01 --> 00:02", "1\n", "7", "- ", "--", "Ann: ",
    "00:00:01,000 --> 00:00:02,000", "WEBVTT", "NOTE", "STYLE", "{\\an8}", "{b:1}", "[x]", "\\",
    "(laughs)", '"', "'", "\t", "\x0b", "\x1b[1m", "\x00", "\x85", "\u2028", "\ud800", "\ufeff",
    "\u00a0", "é", "日本語", "مرحبا", "👍🏽", "e\u0301", "\u200d", "*b*", "_u_", "#", "a b",
)
# fmt: on

pieces = st.sampled_from(TRAPS) | st.text(max_size=5) | st.text("abc ", max_size=5)
texts = st.lists(pieces, max_size=8).map("".join)
spoken = st.text("abcé<&>-:{}日 👍", min_size=1, max_size=20).map(lambda text: f"x{text}".strip())
names = st.sampled_from(["Ann", "Bo & Co", "<Cy>", "Dr. É. Ñu", "SPEAKER_01", "日本"])
times = st.integers(0, 400_000_000)


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(times)
    return start, start + draw(st.integers(0, 10_000))


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Cues with any text, in any order, overlapping."""
    rows = draw(st.lists(st.tuples(spans(), texts, texts), max_size=8))
    cues = (Cue(at, *span, text, id=id) for at, (span, text, id) in enumerate(rows))
    return Transcript(tuple(cues))


@st.composite
def talks(draw: st.DrawFn) -> Transcript:
    """Cues in which named voices take turns."""
    rows = draw(
        st.lists(st.tuples(spans(), st.lists(st.tuples(names, spoken), min_size=1)), max_size=6)
    )
    return Transcript(tuple(_talk(at, span, said) for at, (span, said) in enumerate(rows)))


def _talk(index: int, span: tuple[int, int], turns: list[tuple[str, str]]) -> Cue:
    offsets = accumulate((len(text) + 1 for _, text in turns), initial=0)
    voices = tuple(VoiceChange(at, name) for at, (name, _) in zip(offsets, turns, strict=False))
    return Cue(index, *span, " ".join(text for _, text in turns), voices)


@st.composite
def timed_words(draw: st.DrawFn) -> Cue:
    """A cue whose words each have a time, with pauses and line breaks between them."""
    said = draw(st.lists(st.text("ab<&é", min_size=1, max_size=5), min_size=1, max_size=6))
    between = draw(st.lists(st.sampled_from([" ", "\n"]), min_size=len(said), max_size=len(said)))
    lengths = draw(st.lists(st.integers(1, 900), min_size=len(said), max_size=len(said)))
    pauses = draw(
        st.lists(st.sampled_from([0, 0, 7]), min_size=len(said) + 1, max_size=len(said) + 1)
    )
    start = time = draw(times)
    text, words = "", []
    for word, blank, length, pause in zip(said, between, lengths, pauses, strict=False):
        time += pause
        words.append(Word(time, time + length, len(text), len(word)))
        text, time = text + word + blank, time + length
    return Cue(0, start, time + pauses[-1], text[:-1], words=tuple(words))


def said(cue: Cue) -> list[tuple[str, str]]:
    """Voice and text of each turn."""
    ends = [*(change.offset - change.mark for change in cue.voices[1:]), len(cue.text)]
    return [
        (change.voice, cue.text[change.offset : end].strip())
        for change, end in zip(cue.voices, ends, strict=True)
    ]


def kept(text: str) -> str:
    """What a text file can hold of a cue's text: no blank line, no control character."""
    text = re.sub("[\r\x0b\x0c\x1c-\x1f]", " ", text)
    text = re.sub("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]", "\ufffd", text)
    return re.sub(r"\n{2,}", "\n", text).strip()
