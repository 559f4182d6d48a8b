from __future__ import annotations

from pathlib import Path

import av
import pytest
from pytestqt.qtbot import QtBot

from reader.recording.ogg_streams import has_chained_streams
from reader.session.true_length import TrueLength, length_of
from tests.reader import sounds
from tests.reader.conftest import Rig
from tests.reader.sounds import AUDIO, Pipe, copied


def test_length_comes_from_the_packets() -> None:
    recording = AUDIO / "no-xing.mp3"
    assert length_of(recording) == pytest.approx(
        sounds.length_of(sounds.samples_of(recording)), abs=30
    )


@pytest.mark.parametrize("name", ["constant.mp3", "variable.mp3", "tone.m4a", "tone.opus"])
def test_who_reports_the_length_is_believed(name: str) -> None:
    assert length_of(AUDIO / name) is None


def test_a_cover_before_the_sound_is_passed_over(tmp_path: Path) -> None:
    size = 50_000
    cover = b"ID3\x04\x00\x00" + bytes((0, size >> 14, size >> 7 & 0x7F, size & 0x7F)) + bytes(size)
    for name, is_reported in (("variable.mp3", True), ("no-xing.mp3", False)):
        path = tmp_path / name
        path.write_bytes(cover + (AUDIO / name).read_bytes())
        assert (length_of(path) is None) == is_reported


TONE = sounds.length_of(sounds.samples_of(AUDIO / "tone.opus"))


def test_a_browsers_webm_is_measured(tmp_path: Path) -> None:
    recording = copied(tmp_path / "tone.webm", "webm", is_pipe=True)
    assert length_of(recording) == pytest.approx(TONE, abs=60)
    assert length_of(copied(tmp_path / "whole.webm", "webm")) is None


def test_what_lies_before_the_first_packet_is_no_part_of_the_length(tmp_path: Path) -> None:
    recording = copied(tmp_path / "tone.mka", "matroska", offset=10)
    assert length_of(recording) == pytest.approx(TONE, abs=60)
    assert length_of(copied(tmp_path / "tone.ts", "mpegts", offset=10)) is None


def test_of_several_ogg_streams_the_first_is_what_plays(tmp_path: Path) -> None:
    recording = tmp_path / "chain.opus"
    short = copied(tmp_path / "short.opus", "ogg", until=1.5)
    recording.write_bytes(short.read_bytes() + (AUDIO / "tone.opus").read_bytes())
    assert length_of(recording) == pytest.approx(1_500, abs=60)


@pytest.mark.parametrize("is_streamed", [True, False])
def test_flac_that_was_made_as_it_came_is_measured(is_streamed: bool, tmp_path: Path) -> None:
    """In a pipe nothing can be gone back to, to write how many samples there were."""
    recording = tmp_path / "talk.flac"
    pipe = Pipe()
    with av.open(pipe if is_streamed else str(recording), "w", format="flac") as written:
        stream = written.add_stream("flac", rate=8_000)
        stream.layout = "mono"
        for place in range(0, 16_000, 4_000):
            frame = av.AudioFrame(format="s16", layout="mono", samples=4_000)
            frame.planes[0].update(bytes(8_000))
            frame.sample_rate, frame.pts = 8_000, place
            written.mux(stream.encode(frame))
        written.mux(stream.encode(None))
    if is_streamed:
        recording.write_bytes(pipe.content)
    length = length_of(recording)
    assert length == (pytest.approx(2_000, abs=60) if is_streamed else None)


def test_several_ogg_streams_are_reported_once_it_is_open(
    rig: Rig, qtbot: QtBot, tmp_path: Path
) -> None:
    tone = (AUDIO / "tone.opus").read_bytes()
    recording = tmp_path / "chain.opus"
    recording.write_bytes(tone + tone)
    lengths = TrueLength(rig.session)
    with qtbot.waitSignal(rig.session.failed) as failed:
        rig.session.open(recording)
    assert failed.args is not None
    assert "only the first" in str(failed.args[0])
    lengths.close()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_streams_that_follow_one_another_are_seen(count: int, tmp_path: Path) -> None:
    recording = tmp_path / "chain.opus"
    recording.write_bytes((AUDIO / "tone.opus").read_bytes() * count)
    assert has_chained_streams(recording) == (count > 1)


def test_what_is_still_being_written_is_measured(tmp_path: Path) -> None:
    whole = copied(tmp_path / "tone.webm", "webm", is_pipe=True).read_bytes()
    recording = tmp_path / "growing.webm"
    recording.write_bytes(whole[: len(whole) // 2])
    assert length_of(recording) == pytest.approx(TONE / 2, rel=0.3)
