"""A whole recording as samples that can be looked at anywhere, kept on the disk meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from reader.errors import ReaderError
from reader.message import message, system_reason


class Samples:
    """One channel of 16 bits. An hour takes 115 MB of disk at 16 kHz, and no memory."""

    def __init__(self, file: BinaryIO, rate: int) -> None:
        self._file, self._rate = file, rate
        self._count = file.seek(0, 2) // 2

    @property
    def length(self) -> int:
        """How long it is, in ms."""
        return self._count * 1_000 // self._rate

    def between(self, start: int, end: int) -> bytes:
        """The samples from one time to another (ms), as far as there are any."""
        first, last = (
            min(self._count, max(0, time * self._rate // 1_000)) for time in (start, end)
        )
        self._file.seek(2 * first)
        return self._file.read(2 * max(0, last - first))


class SoughtSamples:
    """The same of a recording that is `length` ms long; each passage is decoded when asked for."""

    def __init__(self, recording: Path, rate: int, length: int) -> None:
        self._recording, self._rate, self.length = recording, rate, length

    def between(self, start: int, end: int) -> bytes:
        """The samples from one time to another (ms). Raises RecordingError."""
        from reader.recording import av_audio

        start, end = max(0, start), min(end, self.length)
        return av_audio.samples_between(self._recording, self._rate, start, end)


@contextmanager
def decoded(
    recording: Path, rate: int, progress: Callable[[int], None] = lambda _: None
) -> Iterator[Samples]:
    """The samples of a recording, in a file that is gone afterwards, also if Earmark is killed.

    `progress` is given the ms that were read. Raises RecordingError and ReaderError.
    """
    from reader.recording import av_audio

    with TemporaryFile(prefix="earmark-") as file:
        written = 0
        for piece in av_audio.samples(recording, rate):
            try:
                written += file.write(piece)
            except OSError as error:
                raise ReaderError(
                    message(
                        "There is no room to decode {file}: {reason}.",
                        file=recording.name,
                        reason=system_reason(error),
                    )
                ) from error
            progress(written * 500 // rate)
        yield Samples(file, rate)
