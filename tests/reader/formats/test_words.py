"""Words with their own times, in each format that has them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import formats
from reader.transcript.model import Cue

DATA = Path(__file__).parents[2] / "data" / "transcripts"


def words_of(cue: Cue) -> list[tuple[str, int, int]]:
    return [(cue.text[w.offset : w.offset + w.length], w.start, w.end) for w in cue.words]


def read(document: object) -> Cue:
    return formats.read(json.dumps(document).encode(), "a.json").cues[0]


@pytest.mark.parametrize(
    ("name", "cue", "words"),
    [
        ("talk.ass", 1, [("Gulls", 3000, 3500), ("over", 3500, 4250), ("us", 4250, 5250)]),
        ("talk.ttml", 4, [("Sing", 80000, 80500), ("with", 80500, 81000), ("us", 81000, 81500)]),
        ("talk.lrc", 4, [("sing", 11500, 12300), ("with", 12300, 13000), ("us", 13000, 14500)]),
        ("whisper.json", 0, [("Welcome", 500, 1000), ("to", 1000, 1200), ("harbour.", 1400, 3000)]),
        ("whispercpp.json", 0, [("Welcome", 500, 1000), ("harbour", 1000, 3000)]),
    ],
)
def test_words_have_their_times(name: str, cue: int, words: list[tuple[str, int, int]]) -> None:
    assert words_of(formats.load(DATA / name).cues[cue]) == words


def test_words_tell_how_sure_the_recogniser_was() -> None:
    whisper = formats.load(DATA / "whisper.json").cues[0]
    assert [word.probability for word in whisper.words] == [0.9, 0.8, None]
    cpp = formats.load(DATA / "whispercpp.json").cues[0]
    assert [word.probability for word in cpp.words] == [0.75, 0.25]


def test_words_stay_in_their_cue_and_in_order() -> None:
    rows = [("a", 5, 0.1), ("b", 0, 9), ("c", 1.5, 1.2), ("a", None, "x")]
    words = [{"word": w, "start": s, "end": e} for w, s, e in rows]
    segments = [{"start": 1, "end": 2, "text": "a b c a", "words": words}]
    cue = read({"segments": segments})
    times = [time for word in cue.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert all(1000 <= time <= 2000 for time in times)


def test_words_beside_the_segments_are_shared_out() -> None:
    words = [{"word": "one", "start": 0.5, "end": 1}, {"word": "two", "start": 2.5, "end": 3}]
    segments = [{"start": 0, "end": 2, "text": "one"}, {"start": 2, "end": 4, "text": "two"}]
    transcript = formats.read(json.dumps({"segments": segments, "words": words}).encode(), "a")
    assert [words_of(cue) for cue in transcript.cues] == [
        [("one", 500, 1000)],
        [("two", 2500, 3000)],
    ]
