"""A clip is heard from where it was cut, and as long as it was cut, in every format."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import av
import pytest

from reader import formats
from reader.errors import Cancelled, ReaderError, RecordingError
from reader.recording.clip_format import (
    CLIP_FORMATS,
    AudioClip,
    ClipFormat,
    Passage,
    clip_format_for,
    clip_format_named,
)
from reader.recording.clips import cut, save_clip, save_clips
from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.reader.sounds import AUDIO, length_of, loudness, samples_of, time_at

SOURCES = ("constant.mp3", "variable.mp3", "no-xing.mp3", "tone.m4a", "tone.opus")
EXACT = 20  # ms
M4A, MP3, OPUS, WAV = CLIP_FORMATS
TONE = AUDIO / "tone.m4a"


def wav_clips(passages: Sequence[Passage]) -> list[AudioClip]:
    return [AudioClip(TONE, each, WAV) for each in passages]


@cache
def source_samples(name: str) -> array[int]:
    return samples_of(AUDIO / name)


@pytest.mark.parametrize("format", CLIP_FORMATS, ids=lambda each: each.name)
@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("span", [(0, 700), (1_234, 2_767), (3_500, 4_111)])
def test_clip_is_heard_as_it_was_cut(
    source: str, format: ClipFormat, span: tuple[int, int], tmp_path: Path
) -> None:
    target = tmp_path / f"clip{format.suffix}"
    cut(AudioClip(AUDIO / source, Passage(*span), format), target)
    heard = samples_of(target)
    assert length_of(heard) == pytest.approx(span[1] - span[0], abs=EXACT)
    for ms in (100, 350, 500):
        original = time_at(source_samples(source), span[0] + ms)
        assert time_at(heard, ms) == pytest.approx(original, abs=EXACT)


def test_clip_ends_where_the_recording_does(tmp_path: Path) -> None:
    target = tmp_path / "clip.wav"
    cut(AudioClip(AUDIO / "constant.mp3", Passage(4_000, 9_000), WAV), target)
    assert length_of(samples_of(target)) == pytest.approx(1_000, abs=EXACT)


def test_passage_after_the_end_cannot_be_cut(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=r"tone\.m4a has no sound at 1:00\."):
        cut(AudioClip(TONE, Passage(60_000, 61_000), WAV), tmp_path / "clip.wav")
    assert list(tmp_path.iterdir()) == []


def test_fades_only_where_it_is_asked_for(tmp_path: Path) -> None:
    plain, faded = tmp_path / "plain.wav", tmp_path / "faded.wav"
    clip = AudioClip(AUDIO / "tone.opus", Passage(1_000, 2_000), WAV)
    cut(clip, plain)
    cut(clip._replace(fade=100), faded)
    before, after = samples_of(plain), samples_of(faded)
    for edge in (10, 990):
        assert loudness(after, edge) < loudness(before, edge) / 5
    assert loudness(after, 500) == pytest.approx(loudness(before, 500), rel=0.01)


@pytest.mark.parametrize("format", CLIP_FORMATS, ids=lambda each: each.name)
def test_clip_says_what_it_is(format: ClipFormat, tmp_path: Path) -> None:
    target = tmp_path / f"clip{format.suffix}"
    passage = Passage(0, 500, "Eine Frage", "Gespräch 3", "Ada")
    cut(AudioClip(AUDIO / "tone.opus", passage, format), target)
    with av.open(str(target)) as clip:
        tags = {**clip.metadata, **clip.streams.audio[0].metadata}
    said = {name.casefold(): value for name, value in tags.items()}
    assert (said["title"], said["album"], said["artist"]) == ("Eine Frage", "Gespräch 3", "Ada")


def test_progress_grows(tmp_path: Path) -> None:
    reported: list[float] = []
    cut(AudioClip(TONE, Passage(1_000, 3_000), WAV), tmp_path / "x.wav", progress=reported.append)
    assert reported == sorted(reported)
    assert reported[0] == 0
    assert 0.9 < reported[-1] <= 1


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "clip.mp3"
    target.write_bytes(b"old")
    asked = iter([False] * 5 + [True])
    with pytest.raises(Cancelled):
        cut(
            AudioClip(TONE, Passage(0, 4_000), MP3),
            target,
            may_replace=True,
            is_cancelled=lambda: next(asked),
        )
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_damage_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    damaged = bytearray((AUDIO / "tone.m4a").read_bytes())
    damaged[6_000:6_400] = bytes(400)
    source = tmp_path / "damaged.m4a"
    source.write_bytes(damaged)
    cut(AudioClip(source, Passage(1_000, 4_000), WAV), tmp_path / "clip.wav")
    heard = samples_of(tmp_path / "clip.wav")
    assert length_of(heard) == pytest.approx(3_000, abs=EXACT)
    assert time_at(heard, 2_800) == pytest.approx(3_800, abs=EXACT)


def test_sound_that_changes_its_shape_is_cut_through(tmp_path: Path) -> None:
    """Advertisements put into a podcast may have other channels and another sample rate."""
    other = tmp_path / "other.mp3"
    _write_stereo(other)
    source = tmp_path / "joined.mp3"
    source.write_bytes((AUDIO / "no-xing.mp3").read_bytes() + other.read_bytes())
    cut(AudioClip(source, Passage(4_000, 6_000), OPUS), tmp_path / "clip.opus")
    assert length_of(samples_of(tmp_path / "clip.opus")) == pytest.approx(2_000, abs=EXACT)


@pytest.mark.parametrize("content", [b"", b"not audio at all " * 200])
def test_what_is_no_recording_is_reported(content: bytes, tmp_path: Path) -> None:
    source = tmp_path / "talk.mp3"
    source.write_bytes(content)
    with pytest.raises(RecordingError, match=r"talk\.mp3"):
        cut(AudioClip(source, Passage(0, 1_000)), tmp_path / "clip.m4a")
    assert list(tmp_path.iterdir()) == [source]


def test_recording_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=r"gone\.mp3 was not found; was it moved"):
        cut(AudioClip(tmp_path / "gone.mp3", Passage(0, 1_000)), tmp_path / "clip.m4a")


def test_film_without_sound_is_reported(tmp_path: Path) -> None:
    film = tmp_path / "silent.mp4"
    with av.open(str(film), "w") as container:
        pictures = container.add_stream("mpeg4", rate=25)
        assert isinstance(pictures, av.VideoStream)
        pictures.width = pictures.height = 64
        for _ in range(5):
            container.mux(pictures.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(pictures.encode(None))
    with pytest.raises(RecordingError, match=r"silent\.mp4 has no sound\."):
        cut(AudioClip(film, Passage(0, 100)), tmp_path / "clip.m4a")


def test_target_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    target = tmp_path / "no folder" / "clip.m4a"
    with pytest.raises(ReaderError, match=r"clip\.m4a cannot be written: No such file"):
        cut(AudioClip(TONE, Passage(0, 1_000), M4A), target)


def test_without_pyav_a_plain_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.delitem(sys.modules, "reader.recording.av_audio", raising=False)
    with pytest.raises(ReaderError, match="Audio clips need PyAV"):
        cut(AudioClip(TONE, Passage(0, 1_000)), tmp_path / "clip.m4a")


def test_formats_go_by_their_names() -> None:
    assert [clip_format_for(Path(f"A.{name}")) for name in ("M4A", "mp3", "opus", "wav")] == [
        *CLIP_FORMATS
    ]
    assert clip_format_for(Path("a.txt")) is None
    assert clip_format_named("wav") is WAV


def _write_stereo(path: Path) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libmp3lame", rate=44_100, layout="stereo")
        for _ in range(80):
            frame = av.AudioFrame("s16p", "stereo", 1_152)
            frame.sample_rate = 44_100
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


# Many at once


def test_clips_are_named_by_time_and_words(tmp_path: Path) -> None:
    passages = [
        Passage(0, 300, "What is it?"),
        Passage(1_000, 1_300),
        Passage(0, 300, "What is it?"),
    ]
    reported: list[float] = []
    saved = save_clips(wav_clips(passages), tmp_path, progress=reported.append)
    names = ["00-00-00 What is it.wav", "00-00-01.wav", "00-00-00 What is it 2.wav"]
    assert [path.name for path in saved.paths] == names
    assert reported == sorted(reported)
    assert {path.name for path in tmp_path.iterdir()} == set(names)


def test_one_that_cannot_be_cut_does_not_stop_the_others(tmp_path: Path) -> None:
    passages = [Passage(0, 300), Passage(90_000, 91_000), Passage(1_000, 1_300)]
    saved = save_clips(wav_clips(passages), tmp_path)
    assert len(saved.paths) == 2
    assert [fault.message for fault in saved.faults] == ["tone.m4a has no sound at 1:30."]


def test_where_none_can_be_cut_the_reason_is_reported(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no sound at 1:30"):
        save_clips(wav_clips([Passage(90_000, 91_000)]), tmp_path)


def test_what_was_cut_before_cancelling_stays(tmp_path: Path) -> None:
    passages = [Passage(0, 300), Passage(1_000, 1_300)]
    with pytest.raises(Cancelled):
        save_clips(
            wav_clips(passages),
            tmp_path,
            is_cancelled=lambda: any(tmp_path.glob("*.wav")),
        )
    assert [path.name for path in tmp_path.iterdir()] == ["00-00-00.wav"]


def test_captions_lie_beside_a_clip(tmp_path: Path) -> None:
    cues = (
        Cue(0, 0, 1_000, "Before."),
        Cue(1, 1_000, 2_000, "Just this.", (VoiceChange(0, "Ada"),)),
    )
    target = tmp_path / "clip.wav"
    save_clip(AudioClip(TONE, Passage(1_000, 2_000), WAV), target, transcript=Transcript(cues))
    captions = formats.load(tmp_path / "clip.vtt")
    assert [cue[1:4] for cue in captions.cues] == [(0, 1_000, "Just this.")]
    assert captions.cues[0].voice == "Ada"


# Nothing is written over


def spoken() -> Transcript:
    return Transcript((Cue(0, 1_000, 2_000, "Just this."),))


def test_captions_are_not_written_over_what_lies_there(tmp_path: Path) -> None:
    lying = tmp_path / "clip.vtt"
    lying.write_text("the whole transcript")
    with pytest.raises(ReaderError, match=r"clip\.vtt exists already\."):
        save_clip(
            AudioClip(TONE, Passage(1_000, 2_000), WAV),
            tmp_path / "clip.wav",
            transcript=spoken(),
        )
    assert lying.read_text() == "the whole transcript"
    assert list(tmp_path.iterdir()) == [lying]


def test_clips_with_captions_get_names_that_are_free_for_both(tmp_path: Path) -> None:
    lying = tmp_path / "00-00-01 Just this.vtt"
    lying.write_text("the whole transcript")
    passages = [Passage(1_000, 1_300, "Just this.")]
    saved = save_clips(wav_clips(passages), tmp_path, transcript=spoken())
    assert [path.name for path in saved.paths] == ["00-00-01 Just this 2.wav"]
    assert (tmp_path / "00-00-01 Just this 2.vtt").is_file()
    assert lying.read_text() == "the whole transcript"


def test_a_clip_is_written_over_only_where_it_may_be(tmp_path: Path) -> None:
    target = tmp_path / "clip.wav"
    target.write_text("old")
    clip = AudioClip(TONE, Passage(0, 300), WAV)
    with pytest.raises(ReaderError, match=r"clip\.wav exists already\."):
        cut(clip, target)
    assert target.read_text() == "old"
    cut(clip, target, may_replace=True)
    assert target.read_bytes().startswith(b"RIFF")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
@pytest.mark.parametrize("format", CLIP_FORMATS)
def test_names_that_are_not_utf8_go_into_clips(tmp_path: Path, format: ClipFormat) -> None:
    odd = os.fsdecode(b"t\xe4lk")
    folder = tmp_path / odd
    folder.mkdir()
    source = folder / f"{odd}.m4a"
    source.write_bytes((AUDIO / "tone.m4a").read_bytes())
    passage = Passage(1_000, 2_000, odd, f"{odd}\0", odd)
    (clip,) = save_clips([AudioClip(source, passage, format)], folder, transcript=spoken()).paths
    assert clip.parent == folder
    assert clip.with_suffix(".vtt").is_file()
