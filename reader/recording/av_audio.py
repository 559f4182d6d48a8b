"""What PyAV does for us: cuts passages out of recordings, finds how long these are, decodes them.

What an encoder adds around a clip is declared to whatever plays it (edit list, LAME tag, pre-skip),
so a clip is heard as long as it was cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from fractions import Fraction
from itertools import chain, takewhile
from pathlib import Path

import av
from av import AudioFrame, AudioStream, Packet
from av.container import InputContainer, OutputContainer
from av.filter import Graph

from reader.errors import Cancelled, RecordingError
from reader.foreign_names import shown
from reader.message import message, unreadable
from reader.recording.clip_format import AudioClip, ClipFormat
from reader.recording.recording_file import opened
from reader.regular_file import is_regular, size_of
from reader.time_text import clock_text
from reader.whole_file import whole_file, write_fault

_PREROLL = 1_000  # ms decoded before a passage: Opus needs 80, the bits of an mp3 reach back 260
_BEYOND = 10**9  # ms: later than any recording ends
_LATE = 100  # ms: a first packet so late is not a delay of the encoder's
_NEAR = 500  # ms by which a stated length may differ from that of the packets
_FRAMES_AT_ONCE = 32  # asking for what came out takes as long as decoding
_STEREO = 2  # a recording with more channels becomes stereo


def cut(
    clip: AudioClip,
    target: Path,
    *,
    may_replace: bool,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> None:
    """Write a clip to `target`, as `reader.recording.clips.cut` says."""
    recording, passage = clip.recording, clip.passage
    with (
        _read(recording, is_cancelled) as (source, stream),
        _written(target, clip.format, may_replace=may_replace) as written,
    ):
        encoder = _Encoder(written, clip)
        for frame in _frames(source, stream, passage.start):
            if is_cancelled():
                raise Cancelled(message("The clip was cancelled."), path=target)
            done = (_time_of(frame) - passage.start) / max(1, passage.end - passage.start)
            if done >= 1:
                break
            encoder.add(frame)
            progress(max(0.0, done))
        if not encoder.finish():
            raise RecordingError(
                message(
                    "{file} has no sound at {time}.",
                    file=recording.name,
                    time=clock_text(passage.start),
                ),
                path=recording,
            )


def length_by_packets(recording: Path, is_cancelled: Callable[[], bool] = lambda: False) -> int:
    """How long a recording is, in ms, by where its last packet ends.

    Where there is no index, FFmpeg reads the whole file to get there: 100 MB in a second.
    Raises RecordingError and Cancelled.
    """
    with _read(recording, is_cancelled) as (source, stream):
        _seek(source, stream, _BEYOND)
        ends = [
            packet.pts + (packet.duration or 0) for packet in _packets(source, stream) if packet.pts
        ]
        last = max(ends, default=0) - _origin(source, stream)
        return max(0, round(1_000 * last * _base(stream)))


def length_unless_stated(
    recording: Path, is_cancelled: Callable[[], bool] = lambda: False
) -> int | None:
    """The length of a recording in a container, in ms; None where what it states is true.

    A browser's WebM states none; Matroska counts what lies before its first packet; of several Ogg
    streams one after the other a player plays the first, and FFmpeg reports the last one's end.
    Raises RecordingError and Cancelled.
    """
    with _read(recording, is_cancelled) as (source, _):
        stated = (source.duration or 0) / 1_000
        start = (source.start_time or 0) / 1_000
        names = source.format.name.split(",")
    if stated and "ogg" not in names and not ("matroska" in names and start > _LATE):
        return None
    length = length_by_packets(recording, is_cancelled)
    return None if abs(length - stated) < _NEAR else length


def samples(recording: Path, rate: int) -> Iterator[bytes]:
    """The whole sound in pieces: one channel, 16 bits, so many samples a second.

    What is heard at a time of the recording stands at that time, whatever is missing before it.
    Raises RecordingError.
    """
    with _read(recording, lambda: False) as (source, stream):
        steps = (
            ("aresample", f"{rate}:async=1:first_pts=0"),
            ("aformat", "sample_fmts=s16:channel_layouts=mono"),
        )
        shape: tuple[str, str, int] | None = None
        graph: Graph | None = None
        for number, frame in enumerate(_frames_ahead(source, stream)):
            found = (frame.format.name, frame.layout.name, frame.sample_rate)
            if graph is None or found != shape:
                if graph is not None:
                    graph.push(None)
                    yield from _bytes_of(graph)
                shape, graph = found, _graph(frame, iter(steps))
            graph.push(frame)
            if number % _FRAMES_AT_ONCE == 0:
                yield from _bytes_of(graph)
        if graph is not None:
            graph.push(None)
            yield from _bytes_of(graph)


def samples_between(recording: Path, rate: int, start: int, end: int) -> bytes:
    """The same of one passage, in ms. Little else of the file is read. Raises RecordingError."""
    first, last = (ms * rate // 1_000 for ms in (start, end))
    steps = (
        ("aresample", f"{rate}:async=1"),
        ("aformat", "sample_fmts=s16:channel_layouts=mono"),
        ("atrim", f"start_pts={first}:end_pts={last}"),
    )
    with _read(recording, lambda: False) as (source, stream):
        frames = takewhile(lambda frame: _time_of(frame) < end, _frames(source, stream, start))
        frame = next(frames, None)
        if frame is None:
            return b""
        graph = _graph(frame, iter(steps))
        for each in chain([frame], frames):
            graph.push(each)
        graph.push(None)
        return b"".join(_bytes_of(graph))


def _bytes_of(graph: Graph) -> Iterator[bytes]:
    for frame in _pulled(graph):
        yield bytes(frame.planes[0])[: 2 * frame.samples]


# Reading


@contextmanager
def _read(
    recording: Path, is_cancelled: Callable[[], bool]
) -> Iterator[tuple[InputContainer, AudioStream]]:
    """A recording opened, and its sound."""
    with ExitStack() as stack:
        try:
            source = stack.enter_context(opened(recording, is_cancelled=is_cancelled))
        except (av.FFmpegError, OSError) as error:
            raise _unreadable(recording, error) from error
        if not source.streams.audio:
            raise RecordingError(
                message("{file} has no sound.", file=recording.name), path=recording
            )
        yield source, source.streams.audio[0]


def _frames(source: InputContainer, stream: AudioStream, start: int) -> Iterator[AudioFrame]:
    """Decoded frames from a little before `start` on, their times those that are heard."""
    if start <= _PREROLL:
        yield from _frames_ahead(source, stream)
        return
    _seek(source, stream, start - _PREROLL)
    frames = _frames_ahead(source, stream)
    first = next(frames, None)
    if first is None or _time_of(first) > start:  # it leapt too far
        _seek(source, stream, -_PREROLL)
        yield from _frames_ahead(source, stream)
    else:
        yield first
        yield from frames


def _seek(source: InputContainer, stream: AudioStream, time: int) -> None:
    """Go to `time` or before; where nothing can be sought, the reading goes on where it is."""
    with suppress(av.FFmpegError):
        source.seek(_origin(source, stream) + round(time / (1_000 * _base(stream))), stream=stream)


def _frames_ahead(source: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    origin = _origin(source, stream)
    for packet in _packets(source, stream):
        for frame in _decoded(packet):
            if isinstance(frame, AudioFrame) and frame.pts is not None:
                frame.pts -= origin
                yield frame


def _origin(source: InputContainer, stream: AudioStream) -> int:
    """What a player takes for the start, in the stream's units."""
    return round((source.start_time or 0) / (1_000_000 * _base(stream)))


def _base(stream: AudioStream) -> Fraction:
    return stream.time_base or Fraction(1, 1_000)


def _packets(source: InputContainer, stream: AudioStream) -> Iterator[Packet[AudioStream]]:
    try:
        yield from source.demux(stream)
    except (av.FFmpegError, OSError) as error:
        raise _unreadable(Path(source.name), error) from error


def _decoded(packet: Packet[AudioStream]) -> Sequence[object]:
    """A packet's frames; a damaged one has none, and the next goes on. Nor has one after the end,
    to which a seek beyond it may have led."""
    try:
        return packet.decode()
    except (av.InvalidDataError, av.EOFError):
        return ()


def _time_of(frame: AudioFrame) -> float:
    """When a frame is heard, in ms."""
    return float(1_000 * (frame.pts or 0) * (frame.time_base or 0))


def _unreadable(recording: Path, error: Exception) -> RecordingError:
    said = unreadable(recording.name, error)
    if is_regular(recording) and not size_of(recording):
        said = message("{file} is empty.", file=recording.name)
    return RecordingError(said, path=recording)


# Writing


@contextmanager
def _written(target: Path, format: ClipFormat, *, may_replace: bool) -> Iterator[OutputContainer]:
    """A file to put packets into, which takes its place at the end."""
    try:
        with (
            whole_file(target, may_replace=may_replace) as beside,
            av.open(str(beside), "w", format=format.container) as clip,
        ):
            yield clip
    except (av.FFmpegError, OSError) as error:
        raise write_fault(target, error) from error


class _Encoder:
    """Takes decoded frames; writes those of their samples that lie in the passage."""

    def __init__(self, written: OutputContainer, clip: AudioClip) -> None:
        self._written, self._clip = written, clip
        self._shape: tuple[str, str, int] | None = None
        self._graph: Graph | None = None
        self._stream: AudioStream | None = None
        self._count = 0  # samples written

    def add(self, frame: AudioFrame) -> None:
        """Take a frame; it may be of another shape than the one before."""
        if self._stream is None:
            self._stream = _added_stream(self._written, frame, self._clip)
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if shape != self._shape:
            self._push(None)
            self._shape = shape
            self._graph = _graph(frame, _steps(self._stream, self._clip))
        self._push(frame)

    def finish(self) -> bool:
        """Write the rest; False if there was nothing to write at all."""
        self._push(None)
        if self._stream is not None and self._count:
            self._written.mux(self._stream.encode(None))
        return self._count > 0

    def _push(self, frame: AudioFrame | None) -> None:
        if self._graph is None or self._stream is None:
            return
        self._graph.push(frame)
        for cut_frame in _pulled(self._graph):
            cut_frame.pts = self._count
            self._count += cut_frame.samples
            self._written.mux(self._stream.encode(cut_frame))


def _added_stream(written: OutputContainer, frame: AudioFrame, clip: AudioClip) -> AudioStream:
    passage, format = clip.passage, clip.format
    stream = written.add_stream(format.codec, _rate(frame.sample_rate, format.rates))
    assert isinstance(stream, AudioStream)
    channels = min(_STEREO, frame.layout.nb_channels)
    stream.layout = "mono" if channels == 1 else "stereo"
    stream.format = format.samples
    if format.bit_rate:
        stream.bit_rate = format.bit_rate * channels
    named = (("title", passage.title), ("album", passage.episode), ("artist", passage.voice))
    tags = {name: shown(value).replace("\0", "") for name, value in named if value}
    written.metadata.update(tags)
    stream.metadata.update(tags)  # where Ogg looks for them
    return stream


def _rate(wanted: int, rates: tuple[int, ...]) -> int:
    """The lowest sample rate an encoder takes that loses nothing, else its highest."""
    return next((rate for rate in rates if rate >= wanted), rates[-1]) if rates else wanted


def _steps(stream: AudioStream, clip: AudioClip) -> Iterator[tuple[str, str]]:
    """FFmpeg's filters from a decoded frame to what is encoded: gaps filled, cut to the sample."""
    passage, fade = clip.passage, clip.fade
    first, last = (round(ms * stream.rate / 1000) for ms in (passage.start, passage.end))
    yield "aresample", f"{stream.rate}:async=1"
    yield "aformat", f"sample_fmts={stream.format.name}:channel_layouts={stream.layout.name}"
    yield "atrim", f"start_pts={first}:end_pts={last}"
    if fade:
        yield "afade", f"t=in:st={passage.start}ms:d={fade}ms"
        yield "afade", f"t=out:st={passage.end - fade}ms:d={fade}ms"


def _graph(frame: AudioFrame, steps: Iterator[tuple[str, str]]) -> Graph:
    """Filters for frames of this shape."""
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=frame.sample_rate,
        format=frame.format,
        layout=frame.layout,
        time_base=frame.time_base,
    )
    nodes = [graph.add(name, arguments) for name, arguments in steps]
    graph.link_nodes(source, *nodes, graph.add("abuffersink")).configure()
    return graph


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    """What has come out of it by now."""
    with suppress(av.error.BlockingIOError, av.error.EOFError):
        while isinstance(frame := graph.pull(), AudioFrame):
            yield frame
