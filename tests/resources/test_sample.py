from __future__ import annotations

import shutil
import subprocess
from array import array
from itertools import pairwise

import pytest

from reader.formats import load
from reader.paths import resources
from reader.transcript.model import Cue, CueKind, Transcript

SAMPLE = resources() / "sample"
AUDIO = SAMPLE / "earmark-tour.opus"
RATE = 16_000
FRAME = 5  # milliseconds
QUIET = 180  # of 32,767, about -45 dB


@pytest.fixture(scope="module")
def transcript() -> Transcript:
    return load(SAMPLE / "earmark-tour.vtt")


@pytest.fixture(scope="module")
def loud_frames() -> list[bool]:
    """For every five milliseconds, whether anything is heard."""
    if not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg, which decodes the sample, is not installed")
    command = ["ffmpeg", "-v", "error", "-i", str(AUDIO), "-ar", str(RATE), "-f", "s16le", "-"]
    samples = array("h", subprocess.run(command, capture_output=True, check=True).stdout)
    size = RATE * FRAME // 1000
    starts = range(0, len(samples) - size, size)
    return [mean_square(samples[at : at + size]) > QUIET**2 for at in starts]


def mean_square(samples: array[int]) -> float:
    return sum(sample * sample for sample in samples) / len(samples)


def times(cue: Cue) -> tuple[int, int]:
    assert cue.start is not None
    assert cue.end is not None
    return cue.start, cue.end


def is_speech(cue: Cue) -> bool:
    return cue.kind is CueKind.SPEECH


def spoken_by(transcript: Transcript) -> list[str]:
    return [cue.voice for cue in transcript.cues]


def test_it_reads_without_a_problem(transcript: Transcript) -> None:
    assert transcript.problems == ()
    assert len(transcript.cues) > 40


def test_two_voices_take_turns(transcript: Transcript) -> None:
    voices = spoken_by(transcript)
    assert set(voices) == {"Nora", "Sam"}
    assert sum(a != b for a, b in pairwise(voices)) >= 12


def test_cues_follow_each_other(transcript: Transcript) -> None:
    spans = [times(cue) for cue in transcript.cues]
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_each_word_has_its_time_inside_its_cue(transcript: Transcript) -> None:
    for cue in filter(is_speech, transcript.cues):
        start, end = times(cue)
        texts = [cue.text[word.offset : word.offset + word.length] for word in cue.words]
        assert texts == cue.text.split(), cue
        edges = [start, *(edge for word in cue.words for edge in (word.start, word.end)), end]
        assert edges == sorted(edges), cue


def test_lines_are_short_and_some_sentences_run_on(transcript: Transcript) -> None:
    texts = [cue.text for cue in transcript.cues]
    assert max(map(len, texts)) <= 80
    assert any(text.endswith(",") for text in texts)


def test_it_shows_a_sound_and_a_silence(transcript: Transcript) -> None:
    sounds = [cue.text for cue in transcript.cues if not is_speech(cue)]
    assert sounds == ["(laughs)"]
    gaps = [b - a for (_, a), (b, _) in pairwise(map(times, transcript.cues))]
    assert 2_800 <= max(gaps) <= 3_500


def test_it_names_no_file_beside_it_that_could_be_taken_for_its_transcript() -> None:
    assert sorted(path.suffix for path in SAMPLE.glob("earmark-tour.*")) == [".opus", ".vtt"]


def test_the_recording_is_small() -> None:
    assert AUDIO.stat().st_size < 1 << 20


def test_the_last_cue_ends_before_the_recording(
    transcript: Transcript, loud_frames: list[bool]
) -> None:
    length = len(loud_frames) * FRAME
    assert 120_000 <= length <= 180_000
    assert transcript.end < length


def test_a_cue_after_a_pause_starts_with_the_sound(
    transcript: Transcript, loud_frames: list[bool]
) -> None:
    spans = [(0, 0), *map(times, transcript.cues)]
    after_a_pause = [start for (_, end), (start, _) in pairwise(spans) if start - end > 150]
    assert len(after_a_pause) > 30
    for start in after_a_pause:
        first = (start - 150) // FRAME
        onset = loud_frames.index(True, first) * FRAME
        assert abs(onset - start) <= 50, start
