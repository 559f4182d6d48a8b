"""A library of 1,000 episodes, made from the real transcript with other words in each.

`python -m tests.benchmarks.thousand FOLDER [COUNT]` writes them.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.table import REAL_EPISODE, SAMPLE
from tests.conftest import TONE

COUNT = 1_000
CUES = 2_000
"""Of each episode."""

VOICES = ("Anna", "Ben", "Chelsea", "Swyx", "Alessio", "Nikolay", "Michael", "Tobias")
_SHOWS = 20
_WORD = re.compile(r"[A-Za-z]{5,}")
_CHANGED = 0.35  # of the longer words
_VOCABULARY = 40_000
_SYLLABLES = [one + two for one in "bcdfghklmnprstvwz" for two in ("a", "e", "i", "o", "u", "an")]


def make(folder: Path, count: int = COUNT) -> None:
    """Write `count` episodes of 80 minutes: WebVTT beside a recording of no length to speak of."""
    texts, words = _texts(), list(_vocabulary())
    sound = TONE.read_bytes()[:4_000]
    for number in range(count):
        show = folder / f"Show {number % _SHOWS:02}"
        show.mkdir(parents=True, exist_ok=True)
        stem = f"2024-{1 + number % 12:02}-{1 + number % 28:02} Episode {number}"
        (show / f"{stem}.vtt").write_text(_webvtt(number, texts, words), encoding="utf-8")
        (show / f"{stem}.mp3").write_bytes(sound + number.to_bytes(4, "big"))


def _texts() -> list[str]:
    """What is said in the real transcript, or in the sample where that is not there."""
    real = sorted(REAL_EPISODE.glob("*.txt"))
    lines = (real[0] if real else SAMPLE).read_text(encoding="utf-8").splitlines()
    said = [line.rpartition("]")[2].strip(" -") for line in lines if line.strip()]
    return [text for text in said if text and "-->" not in text]


def _vocabulary() -> Iterator[str]:
    chance = random.Random(0)
    for _ in range(_VOCABULARY):
        yield "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))


def _webvtt(number: int, texts: Sequence[str], words: Sequence[str]) -> str:
    chance = random.Random(number)
    own = [words[min(int(chance.paretovariate(0.7)), len(words) - 1)] for _ in range(600)]

    def other(found: re.Match[str]) -> str:
        return chance.choice(own) if chance.random() < _CHANGED else found[0]

    lines = ["WEBVTT", ""]
    start = 0
    for cue in range(CUES):
        length = chance.randint(1_200, 3_600)
        text = _WORD.sub(other, chance.choice(texts))
        voice = VOICES[(number + cue // 40) % len(VOICES)]
        lines += [f"{_stamp(start)} --> {_stamp(start + length)}", f"<v {voice}>{text}", ""]
        start += length
    return "\n".join(lines)


def _stamp(time: int) -> str:
    seconds, ms = divmod(time, 1_000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT)
