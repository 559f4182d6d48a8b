"""Sound files that follow one another, copied into one recording without a loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import av
from av import AudioStream
from av.container import InputContainer, OutputContainer

from reader.errors import Cancelled, RecordingError
from reader.message import message, unreadable
from reader.whole_file import whole_file, write_fault

SUFFIX = ".mka"
"""Matroska, which holds whatever a book's sound is compressed with."""


@contextmanager
def joined_sound(target: Path) -> Iterator[JoinedSound]:
    """A recording to put sound files into, which takes its place at the end. The same files give
    the same bytes, by which the library knows a recording again. Raises ReaderError."""
    try:
        with (
            whole_file(target, may_replace=True, is_private=True) as beside,
            av.open(str(beside), "w", format="matroska", options={"fflags": "+bitexact"}) as made,
        ):
            yield JoinedSound(made)
    except (av.FFmpegError, OSError) as error:
        raise write_fault(target, error) from error


class JoinedSound:
    """Takes one sound file after the other."""

    def __init__(self, made: OutputContainer) -> None:
        self._made = made
        self._stream: AudioStream | None = None
        self._shape: tuple[object, ...] = ()

    def add(
        self,
        sound: BinaryIO,
        name: str,
        begin: int,
        end: int | None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Put what is heard of a sound file from `begin` to `end`, in ms of the recording.

        Raises RecordingError for what is not sound, or is compressed otherwise than the ones
        before, and Cancelled.
        """
        try:
            with av.open(sound, "r", metadata_errors="replace") as source:
                self._copy(source, name, begin, end, is_cancelled)
        except av.InvalidDataError as error:
            raise RecordingError(unreadable(name, error)) from error

    def _copy(
        self,
        source: InputContainer,
        name: str,
        begin: int,
        end: int | None,
        is_cancelled: Callable[[], bool],
    ) -> None:
        stream = self._fitting(source, name)
        base = source.streams.audio[0].time_base
        assert base is not None
        origin = round((source.start_time or 0) / (1_000_000 * base))
        shift = round(begin / (1_000 * base)) - origin
        for packet in source.demux(source.streams.audio[0]):
            if is_cancelled():
                raise Cancelled(message("Reading the recording was cancelled."))
            if packet.pts is None or packet.dts is None or packet.pts < origin:
                continue  # what comes before is a delay of the encoder's
            packet.pts += shift
            packet.dts += shift
            if end is not None and packet.pts * base * 1_000 >= end:
                return
            packet.stream = stream
            self._made.mux(packet)

    def _fitting(self, source: InputContainer, name: str) -> AudioStream:
        """The recording's stream, if the sound fits into it."""
        if not source.streams.audio:
            raise RecordingError(message("{file} has no sound.", file=name))
        sound = source.streams.audio[0]
        context = sound.codec_context
        shape = (context.name, context.sample_rate, context.layout.name, context.extradata)
        if self._stream is None:
            self._stream, self._shape = self._made.add_stream_from_template(sound), shape
        elif shape != self._shape:
            raise RecordingError(
                message(
                    "{file} is compressed otherwise than the sound before it: they cannot be "
                    "played as one recording.",
                    file=name,
                )
            )
        return self._stream
