"""Kinds of audio files that clips are written as, and what a clip is."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import NamedTuple


class ClipFormat(NamedTuple):
    """A kind of audio file. `bit_rate` is per channel, `rates` are what its encoder takes."""

    name: str
    title: str
    suffix: str
    container: str
    codec: str
    samples: str
    bit_rate: int = 0
    rates: tuple[int, ...] = ()


_MP3_RATES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
CLIP_FORMATS = (
    # AAC comes in blocks of 1024 samples: at low rates, players that overlook the edit list's end
    # would add a longer silence.
    ClipFormat("m4a", "AAC", ".m4a", "ipod", "aac", "fltp", 96_000, (44_100, 48_000)),
    ClipFormat("mp3", "MP3", ".mp3", "mp3", "libmp3lame", "fltp", 96_000, _MP3_RATES),
    ClipFormat("opus", "Opus", ".opus", "opus", "libopus", "flt", 64_000, (48_000,)),
    ClipFormat("wav", "WAV", ".wav", "wav", "pcm_s16le", "s16"),
)


_TITLE = 80  # characters


class Passage(NamedTuple):
    """What is cut out, in ms of the recording, and what its file says of itself."""

    start: int
    end: int
    title: str = ""
    episode: str = ""
    voice: str = ""

    @classmethod
    def called(cls, span: tuple[int, int], words: str, episode: str, voice: str) -> Passage:
        """A passage whose title is the first of its words."""
        return cls(*span, textwrap.shorten(words, _TITLE, placeholder="…"), episode, voice)


class AudioClip(NamedTuple):
    """A passage of a recording and how it is to be heard: it swells and fades for `fade` ms."""

    recording: Path
    passage: Passage
    format: ClipFormat = CLIP_FORMATS[0]
    fade: int = 0


def clip_format_for(path: Path) -> ClipFormat | None:
    """The format that a file's name asks for, or None."""
    return next((row for row in CLIP_FORMATS if path.name.lower().endswith(row.suffix)), None)


def clip_format_named(name: str) -> ClipFormat:
    """The format called `name`. Raises KeyError."""
    return {row.name: row for row in CLIP_FORMATS}[name]
