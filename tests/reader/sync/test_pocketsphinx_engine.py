"""The real engine on a little made speech: it finds words, times them, or gives up."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("pocketsphinx")

from reader.recording.samples import Samples, decoded
from reader.sync.checked_text import CheckedText
from reader.sync.engine import RATE
from reader.sync.matching import landmarks_in
from reader.sync.pocketsphinx_engine import PocketSphinx, sure_spans, without_lost
from tests.reader.sync.spoken_sample import sample_cues, write_later

END = 14_000


@pytest.fixture(scope="module")
def text() -> CheckedText:
    return CheckedText.of(sample_cues(END))


@pytest.fixture(scope="module")
def engine(text: CheckedText) -> PocketSphinx:
    return PocketSphinx(text.words)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samples]:
    path = write_later(tmp_path_factory.mktemp("sound") / "sample.wav", 0, END)
    with decoded(path, RATE) as sound:
        yield sound


def test_it_hears_the_words_of_the_text(
    engine: PocketSphinx, text: CheckedText, sound: Samples
) -> None:
    count = len(text.words)
    heard = engine.recognise(sound.between(0, END), 0, count)
    found = landmarks_in(heard, text.keys, 0, count)
    assert len(found) > count / 2
    assert all(abs(each.time - text.times[each.word]) < 700 for each in found)


def test_it_times_them(engine: PocketSphinx, text: CheckedText, sound: Samples) -> None:
    times = engine.align(sound.between(0, END), 0, len(text.words))
    first = {word.cue: each for word, each in reversed(list(zip(text.words, times, strict=True)))}
    assert sum(each is not None for each in times) > 0.8 * len(times)
    for cue, span in first.items():
        assert span is not None
        assert abs(span[0] - (text.cues[cue].start or 0)) < 350


def test_it_leaves_no_file_where_it_is_killed(
    text: CheckedText, sound: Samples, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    engine = PocketSphinx(text.words)
    assert engine.recognise(sound.between(0, END), 0, len(text.words))
    assert list(tmp_path.iterdir()) == []


def test_in_silence_it_hears_nothing(engine: PocketSphinx, text: CheckedText) -> None:
    count = len(text.words)
    heard = engine.recognise(bytes(2 * RATE * 4), 0, count)
    assert landmarks_in(heard, text.keys, 0, count) == ()


def test_without_sound_or_words_it_gives_nothing(engine: PocketSphinx) -> None:
    assert engine.recognise(b"", 0, 5) == []
    assert engine.recognise(bytes(64), 3, 3) == []
    assert engine.align(b"", 0, 2) == [None, None]


def test_quiet_speech_is_timed_as_well(
    engine: PocketSphinx, text: CheckedText, sound: Samples
) -> None:
    quiet = array("h", (each // 20 for each in array("h", sound.between(0, END)))).tobytes()
    times = engine.align(quiet, 0, len(text.words))
    assert sum(each is not None for each in times) > 0.8 * len(times)


class Segment(NamedTuple):
    """A word as PocketSphinx gives it; `ascore` is the product of what its frames score."""

    word: str
    start_frame: int
    end_frame: int
    ascore: float


def test_a_word_that_fits_far_worse_than_the_others_is_not_sure() -> None:
    words = [Segment("word", at, at + 29, 0.2**30) for at in range(0, 300, 30)]
    words[4] = words[4]._replace(ascore=0.001**30)
    spans = list(sure_spans(words, [[("W", "ER", "D")]] * 10))
    assert [each is None for each in spans] == [number == 4 for number in range(10)]
    assert spans[1] == (308, 608)


def test_a_word_of_one_sound_may_be_drawn_out_but_not_for_long() -> None:
    words = [Segment("uh", 0, frames - 1, 0.2**frames) for frames in (2, 53, 80)]
    spans = list(sure_spans(words, [[("AH",)]] * 3))
    assert [each is None for each in spans] == [True, False, True]


def test_of_nothing_it_is_not_sure() -> None:
    assert list(sure_spans([], [])) == []


def test_where_the_other_words_were_lost_those_well_before_them_are_taken() -> None:
    names = ("<s>", "and", "a", "<sil>", "pause", "and", "<sil>", "</s>")
    found = [Segment(name, at, at, 1.0) for at, name in enumerate(names)]
    assert [each.word for each in without_lost(found)] == ["<s>", "and", "a", "<sil>"]
    assert list(without_lost([found[1], found[2], found[3]])) == []
    assert list(without_lost([])) == []
